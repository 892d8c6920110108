"""The set of releases: named for ever, each after what it needs, and nothing waits in vain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.helm.order import in_order
from components.helm.spec import KEEP_KINDS, Release
from stacks.releases.all import releases
from tests.support.everything import EVERYTHING, WITH_DRA

ALL = {r.name: r for r in releases(EVERYTHING)}

NAMES = {
    *("argo-cd", "aws-load-balancer-controller", "cert-manager", "cluster-autoscaler"),
    *(
        "eck-operator",
        "eck-operator-crds",
        "efa-device-plugin",
        "envoy-gateway",
        "fluent-bit",
        "gateway-crds",
    ),
    *("gpu-operator", "jaeger", "keda", "knative-operator", "kserve", "kserve-crd"),
    *("kserve-localmodel", "kserve-localmodel-crd", "kthena", "kube-prometheus-stack"),
    *("opentelemetry-collector", "prometheus-operator-crds", "valkey"),
    *("vertical-pod-autoscaler", "volcano"),
}
"""A release of another name would be a new one: Helm takes the old one's CRDs away with it."""

BRINGS = {
    "prometheus-operator-crds": {"monitoring.coreos.com"},
    "cert-manager": {"cert-manager.io"},
    "gateway-crds": {"gateway.networking.k8s.io", "gateway.envoyproxy.io"},
    "kserve-crd": {"serving.kserve.io"},
    "kserve-localmodel-crd": {"serving.kserve.io/localmodel"},
    "knative-operator": {"operator.knative.dev", "serving.knative.dev"},
    "eck-operator-crds": {"elasticsearch.k8s.elastic.co"},
}
"""By release, the groups of kinds that its chart brings (seen in the rendered charts)."""

USES = {
    "cert-manager": {"monitoring.coreos.com"},
    "keda": {"monitoring.coreos.com"},
    "valkey": {"monitoring.coreos.com"},
    "gpu-operator": {"monitoring.coreos.com"},
    "aws-load-balancer-controller": {"monitoring.coreos.com", "gateway.networking.k8s.io"},
    "cluster-autoscaler": {"monitoring.coreos.com"},
    "kube-prometheus-stack": {"monitoring.coreos.com"},
    "fluent-bit": {"monitoring.coreos.com", "elasticsearch.k8s.elastic.co"},
    "eck-operator": {"elasticsearch.k8s.elastic.co"},
    "envoy-gateway": {"gateway.networking.k8s.io", "gateway.envoyproxy.io"},
    "knative-operator": {"gateway.networking.k8s.io"},
    "kserve": {
        *("cert-manager.io", "serving.kserve.io"),
        *("gateway.networking.k8s.io", "serving.knative.dev"),
    },
    "kserve-localmodel": {"cert-manager.io", "serving.kserve.io", "serving.kserve.io/localmodel"},
    "kthena": {"cert-manager.io"},
}
"""By release, the groups that its chart or its objects use, or that its program looks for."""

RUNNING = {
    ("envoy-gateway", "aws-load-balancer-controller"): "or its load balancer is AWS's own kind",
    ("knative-operator", "envoy-gateway"): "the route to Kourier names its Gateway",
    ("kserve", "envoy-gateway"): "its Gateway's class must be served",
    ("kserve-localmodel", "kserve"): "reads its ConfigMap",
    ("fluent-bit", "eck-operator"): "mounts the Secrets of the Elasticsearch it makes",
    ("opentelemetry-collector", "jaeger"): "drops what it cannot send",
}
"""Releases that need another one running, and not only its kinds; and why."""


def needed(name: str) -> set[str]:
    """Every release that brings what this one uses, or that it needs running."""
    kinds = {other for other, groups in BRINGS.items() if groups & USES.get(name, set())}
    return kinds - {name} | {other for user, other in RUNNING if user == name}


def reaches(name: str) -> set[str]:
    """All that is surely there before `name`."""
    return set(ALL[name].after).union(*(reaches(other) for other in ALL[name].after))


EDGES = sorted((name, other) for name, release in ALL.items() for other in release.after)


def test_a_release_keeps_its_name_for_ever() -> None:
    assert set(ALL) == NAMES


@pytest.mark.parametrize("name", sorted(ALL))
def test_what_a_release_needs_is_there_before_it(name: str) -> None:
    assert needed(name) <= reaches(name)


@pytest.mark.parametrize("edge", EDGES, ids="-".join)
def test_without_any_one_after_something_would_be_missing(edge: tuple[str, str]) -> None:
    """In a stack of only these two releases, where no third one happens to order them."""
    name, other = edge

    assert other in needed(name)


def test_every_chart_of_definitions_is_kept_on_destroy() -> None:
    kept = {name for name, release in ALL.items() if release.kept}

    assert kept == {name for name in ALL if name.endswith(("-crd", "-crds"))}


def test_no_release_is_torn_down_with_its_definitions_in_another_chart() -> None:
    for name, chart_value in {
        "cert-manager": {"enabled": True, "keep": True},
        "keda": {"additionalAnnotations": {"helm.sh/resource-policy": "keep"}},
        "kube-prometheus-stack": {"enabled": False},
    }.items():
        assert ALL[name].values["crds"] == chart_value


def test_no_chart_takes_the_kinds_among_its_templates_away() -> None:
    """With Volcano's go every job and queue, with Knative's everything that Knative serves."""
    mended = {name for name, release in ALL.items() if release.postrenderer == KEEP_KINDS}

    assert mended == {name for name, release in ALL.items() if release.kept} | {
        *("knative-operator", "volcano")
    }


def test_a_chart_brings_no_kinds_that_another_release_has() -> None:
    assert [name for name, release in ALL.items() if release.kinds_elsewhere] == ["envoy-gateway"]
    policy = ALL["envoy-gateway"].values["crds"]["gatewayAPI"]["safeUpgradePolicy"]
    assert policy == {"enabled": False}


def test_the_device_plugin_yields_to_the_driver_that_replaces_it() -> None:
    [operator] = [r for r in releases(WITH_DRA) if r.name == "gpu-operator"]

    assert operator.values["devicePlugin"]["enabled"] is False


@given(st.permutations(sorted(ALL)))
def test_any_order_of_asking_gives_an_order_that_works(names: list[str]) -> None:
    ordered = [release.name for release in in_order(_asked(names))]

    for name in ordered:
        assert needed(name) <= set(ordered[: ordered.index(name)])


def _asked(names: list[str]) -> list[Release]:
    return [ALL[name] for name in names]
