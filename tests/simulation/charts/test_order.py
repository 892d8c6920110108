"""Each `after`, on a real API server: without it something is refused, or it is for another reason.

The kinds arrive release by release, in the order of installation. Before a release has brought its
kinds, what comes after it is refused; then it is not. What is left are the releases that need
another one running: no API server can show that, and `RUNNING` says why.
"""

from functools import cache

import pytest

from components.helm.order import in_order
from components.helm.spec import Release
from components.types import Manifest
from simulation.charts.admitted import ground, judged
from simulation.charts.kinds import Kinds, bring
from simulation.charts.placed import placed
from simulation.charts.set import Installed, rendered
from simulation.charts.stack import ALONE
from simulation.control_plane.api import Api, Refused
from simulation.control_plane.manifest import namespace
from stacks.releases.all import releases
from tests.support.charts import charts
from tests.support.cluster import started
from tests.support.everything import WITH_DRA
from tests.support.patience import eventually
from tests.support.schema import CRDS, definitions

Edge = tuple[str, str]

RUNNING: dict[Edge, str] = {
    ("aws-load-balancer-controller", "gateway-crds"): "looks once for the Gateway's kinds",
    ("dra-driver-nvidia-gpu", "gpu-operator"): "its pods go where feature discovery found GPUs",
    ("envoy-gateway", "aws-load-balancer-controller"): "or its load balancer is AWS's own kind",
    ("fluent-bit", "eck-operator"): "mounts the Secrets of the Elasticsearch that ECK makes",
    ("gpu-operator", "prometheus-operator-crds"): "makes its ServiceMonitors itself, if it can",
    ("knative-operator", "envoy-gateway"): "the route to Kourier names its Gateway",
    ("kserve", "envoy-gateway"): "looks once for the Gateway's kinds, and its class must be served",
    ("kserve", "knative-operator"): "looks once for Knative's kinds",
    ("kserve-localmodel", "kserve"): "reads its ConfigMap",
    ("opentelemetry-collector", "jaeger"): "drops what it cannot send",
}
ELSEWHERE = {("kserve-localmodel", "cert-manager"), ("knative-operator", "gateway-crds")}
"""They come after through another release."""
OBJECTS_NEED = {
    ("eck-operator", "eck-operator-crds"),
    ("envoy-gateway", "gateway-crds"),
    ("knative-operator", "gateway-crds"),
    ("kserve-localmodel", "kserve-localmodel-crd"),
}
"""What this program's own objects show, without any chart."""
GROUPS = {
    "eck-operator-crds": ("elasticsearch.k8s.elastic.co", "kibana.k8s.elastic.co"),
    "gateway-crds": ("gateway.networking.k8s.io",),
    "kserve-localmodel-crd": ("serving.kserve.io",),
}

SIGNER = "cert-manager"
ISSUER = {
    "apiVersion": "cert-manager.io/v1",
    "kind": "Issuer",
    "metadata": {"name": "own", "namespace": "here"},
    "spec": {"selfSigned": {}},
}

pytestmark = pytest.mark.cluster


@cache
def walked() -> tuple[frozenset[Edge], frozenset[str]]:
    """With the real charts: what breaks without what, and what is refused when all is there."""
    return _walk(rendered(charts(), releases(WITH_DRA)))


def test_without_its_after_a_release_is_refused_or_misses_somebody_who_runs() -> None:
    asked = {(r.name, other) for r in releases(WITH_DRA) for other in r.after}

    broken, _ = walked()

    assert asked | ELSEWHERE == broken | RUNNING.keys()
    assert not broken & RUNNING.keys()


def test_with_all_of_them_nothing_is_refused() -> None:
    assert walked()[1] == frozenset()


@pytest.mark.shared
@pytest.mark.skipif(not CRDS.is_dir(), reason=f"the upstream definitions are not at {CRDS}")
def test_this_programs_own_objects_need_the_kinds_that_come_before_them() -> None:
    broken, refused = _walk([_without_chart(release) for release in in_order(releases(WITH_DRA))])

    assert broken == OBJECTS_NEED
    assert not refused


def test_kinds_without_their_operator_are_not_enough() -> None:
    """So no wait is skipped: a webhook that does not answer yet refuses what comes too early."""
    [signer] = [one for one in rendered(charts(), releases(WITH_DRA)) if _name(one) == SIGNER]
    with started(ALONE) as plane:
        bring(plane.api, [signer])
        plane.api.apply(namespace("here"))
        plane.api.check(ISSUER)
        for hook in signer.others:
            if hook["kind"] == "ValidatingWebhookConfiguration":
                plane.api.apply(hook)

        assert eventually(lambda: "failed calling webhook" in _refusal(plane.api))


def _name(one: Installed) -> str:
    return one.release.name


def _refusal(api: Api) -> str:
    try:
        api.check(ISSUER)
    except Refused as refused:
        return str(refused)
    return ""


def _walk(installed: list[Installed]) -> tuple[frozenset[Edge], frozenset[str]]:
    """Who gains by whose kinds, and what is refused to the end."""
    brought = {_kind(crd) for one in installed for crd in one.crds}
    broken: set[Edge] = set()
    with started(ALONE) as plane:
        homes = {home for one in installed for home in one.release.homes()}
        made = [one["metadata"] for each in installed for one in each.others]
        homes |= {metadata["namespace"] for metadata in made if "namespace" in metadata}
        ground(plane.api, [namespace(home) for home in sorted(homes)])
        before = {one.release.name: _refused(plane.api, one, brought) for one in installed}
        for bringing in installed:
            bring(plane.api, [bringing])
            for one in installed:
                name = one.release.name
                left = _refused(plane.api, one, brought) if before[name] else before[name]
                if before[name] - left and one is not bringing:
                    broken.add((name, bringing.release.name))
                before[name] = left
    return frozenset(broken), frozenset().union(*before.values())


def _refused(api: Api, one: Installed, brought: set[tuple[str, str]]) -> frozenset[str]:
    """Its objects of kinds that some release brings, as far as the API server refuses them."""
    kinds = Kinds(api)
    own = [made for made in placed(one, kinds) if (_group(made), made["kind"]) in brought]
    return frozenset(found.about for found in judged(api, kinds, own).findings)


def _kind(crd: Manifest) -> tuple[str, str]:
    return crd["spec"]["group"], crd["spec"]["names"]["kind"]


def _group(made: Manifest) -> str:
    return str(made["apiVersion"]).rpartition("/")[0]


def _without_chart(release: Release) -> Installed:
    return Installed(release, (*definitions(GROUPS.get(release.name, ())), *release.objects))
