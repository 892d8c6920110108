"""What serves: KServe and its cache of models, Knative, the way in, and Kthena's router."""

from collections.abc import Iterator

import components.gateway.manifest as gateway_manifest
import components.gateway.values as gateway
import components.knative.values as knative
import components.kserve.values as kserve
import components.kthena.values as kthena
from components.helm.spec import KEEP_KINDS, Release
from components.knative.config import config_maps
from components.kserve import local_models
from components.kserve.ingress import NAMESPACE as KSERVE_NAMESPACE
from components.kserve.spec import KServeSpec, LocalModels
from components.platform.site import Site
from stacks import charts, versions
from stacks.config import StackConfig
from stacks.knative_pods import knative_pods
from stacks.releases import names
from stacks.releases.installed import installed


def serving(config: StackConfig, site: Site) -> Iterator[Release]:
    """KServe last: it looks once, when it starts, for the kinds of Knative and of the Gateway."""
    yield from _way_in(config, site)
    yield from _knative(config, site)
    if spec := installed(config.platform.kserve):
        yield from _kserve(config, spec, site)
    yield from _router(config, site)


def _kserve(config: StackConfig, spec: KServeSpec, site: Site) -> Iterator[Release]:
    way_in = config.platform.gateway
    yield Release(
        name=names.KSERVE_CRD, namespace=KSERVE_NAMESPACE, chart=charts.KSERVE_CRD, kept=True
    )
    yield Release(
        name=names.KSERVE,
        namespace=KSERVE_NAMESPACE,
        chart=charts.KSERVE,
        values=kserve.values(spec, gateway_manifest.ingress(way_in) if way_in else None),
        after=frozenset(
            {names.KSERVE_CRD, names.CERT_MANAGER, names.GATEWAY, names.KNATIVE_OPERATOR}
        ),
        objects=kserve.objects(site),
    )
    if spec.local_models is not None:
        yield from _local_models(config, spec.local_models)


def _local_models(config: StackConfig, spec: LocalModels) -> Iterator[Release]:
    groups = [name for name, group in config.node_groups.items() if group.keeps_models]
    image = versions.STORAGE_INITIALIZER_IMAGE
    yield Release(
        name=names.LOCAL_MODEL_CRD,
        namespace=KSERVE_NAMESPACE,
        chart=charts.LOCAL_MODEL_CRD,
        kept=True,
    )
    yield Release(
        name="kserve-localmodel",
        namespace=KSERVE_NAMESPACE,
        chart=charts.LOCAL_MODEL,
        values=local_models.local_model_values(),
        after=frozenset({names.LOCAL_MODEL_CRD, names.KSERVE}),
        objects=local_models.local_model_objects(spec, groups, image),
    )


def _knative(config: StackConfig, site: Site) -> Iterator[Release]:
    if spec := installed(config.platform.knative):
        way_in = config.platform.gateway
        domain = way_in.domain if way_in else None
        maps = config_maps(spec, knative_pods(config), domain=domain)
        serving = knative.knative_serving(spec, site, versions.KNATIVE_SERVING, maps)
        route = (gateway_manifest.knative_route(way_in),) if way_in else ()
        yield Release(
            name=names.KNATIVE_OPERATOR,
            namespace=knative.OPERATOR_NAMESPACE,
            chart=charts.KNATIVE_OPERATOR,
            values=knative.values(),
            after=frozenset({names.GATEWAY}),
            objects=(serving, *route),
            postrender=KEEP_KINDS,
        )


def _way_in(config: StackConfig, site: Site) -> Iterator[Release]:
    if spec := installed(config.platform.gateway):
        yield Release(
            name=names.GATEWAY_CRDS,
            namespace=gateway.NAMESPACE,
            chart=charts.GATEWAY_CRDS,
            values=gateway.crd_values(),
            kept=True,
        )
        yield Release(
            name=names.GATEWAY,
            namespace=gateway.NAMESPACE,
            chart=charts.GATEWAY,
            values=gateway.values(site),
            after=frozenset({names.GATEWAY_CRDS, names.LOAD_BALANCERS}),
            objects=gateway_manifest.gateway(spec, site),
            kinds_elsewhere=True,
        )


def _router(config: StackConfig, site: Site) -> Iterator[Release]:
    if spec := installed(config.platform.kthena):
        yield Release(
            name="kthena",
            namespace=kthena.NAMESPACE,
            chart=charts.KTHENA,
            values=kthena.values(spec, site, versions.KTHENA),
            after=frozenset({names.CERT_MANAGER}),
            postrender=kthena.POSTRENDER,
        )
