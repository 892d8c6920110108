"""What other operators stand on: certificates, the scheduler, scalers, a cache, delivery."""

from collections.abc import Iterator

import components.argo_cd.values as argo_cd
import components.cert_manager.values as cert_manager
import components.keda.values as keda
import components.valkey.values as valkey
import components.vertical_pod_autoscaler.values as vertical_pod_autoscaler
import components.volcano.values as volcano
from components.helm.spec import KEEP_KINDS, Release
from components.platform.site import Site
from components.platform.spec import PlatformSpec
from stacks import charts
from stacks.config import StackConfig
from stacks.releases import names
from stacks.releases.installed import installed
from stacks.scheduling import scheduler


def ground(config: StackConfig, site: Site) -> Iterator[Release]:
    """Those that need nothing but, where Prometheus is there, its kinds."""
    yield from _signing(config.platform, site)
    yield from _scheduling(config, site)
    yield from _scaling(config.platform, site)
    yield from _beside(config.platform, site)


def _signing(platform: PlatformSpec, site: Site) -> Iterator[Release]:
    if installed(platform.cert_manager):
        yield Release(
            name=names.CERT_MANAGER,
            namespace=cert_manager.NAMESPACE,
            chart=charts.CERT_MANAGER,
            values=cert_manager.values(site),
            after=names.MONITORED,
        )


def _scheduling(config: StackConfig, site: Site) -> Iterator[Release]:
    if said := installed(config.platform.volcano):
        spec = said.model_copy(update={"scheduler": scheduler(config)})
        yield Release(
            name=names.VOLCANO,
            namespace=volcano.NAMESPACE,
            chart=charts.VOLCANO,
            values=volcano.values(spec, site),
            objects=volcano.objects(site),
            postrender=KEEP_KINDS,
        )


def _scaling(platform: PlatformSpec, site: Site) -> Iterator[Release]:
    if installed(platform.keda):
        yield Release(
            name="keda",
            namespace=keda.NAMESPACE,
            chart=charts.KEDA,
            values=keda.values(site),
            after=names.MONITORED,
        )
    if installed(platform.vertical_pod_autoscaler):
        yield Release(
            name="vertical-pod-autoscaler",
            namespace=vertical_pod_autoscaler.NAMESPACE,
            chart=charts.VERTICAL_POD_AUTOSCALER,
            values=vertical_pod_autoscaler.values(site),
        )


def _beside(platform: PlatformSpec, site: Site) -> Iterator[Release]:
    if cache := installed(platform.valkey):
        yield Release(
            name="valkey",
            namespace=valkey.NAMESPACE,
            chart=charts.VALKEY,
            values=valkey.values(cache, site),
            after=names.MONITORED,
        )
    if installed(platform.argo_cd):
        yield Release(
            name="argo-cd",
            namespace=argo_cd.NAMESPACE,
            chart=charts.ARGO_CD,
            values=argo_cd.values(site),
        )
