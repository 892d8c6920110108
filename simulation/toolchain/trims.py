"""Upstream files that are not compiled: what nobody here calls, and what it costs to keep.

The programs keep what a cluster relies on. Left out are helpers of tests that stand among
ordinary files, clients of clouds that a simulated cluster never calls, and constants that are
imported together with half of another program.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Trim:
    """A file, or a whole package, of `module`; `instead` names what stands in its place."""

    module: str
    path: str
    why: str
    instead: str | None = None


_PORTS = Trim(
    "k8s.io/kubernetes",
    "pkg/cluster/ports/ports.go",
    "one port number imports the options of the cloud controller manager: 376 packages",
    "ports.go",
)

TRIMS: dict[str, tuple[Trim, ...]] = {
    "cluster": (
        Trim(
            "k8s.io/apiserver",
            "pkg/admission/plugin/policy/generic/policy_test_context.go",
            "a helper of its tests imports every fake client",
        ),
        Trim(
            "k8s.io/kubernetes",
            "pkg/kubelet/eviction",
            "the pod garbage collector asks it one question, and imports the kubelet",
            "eviction.go",
        ),
    ),
    "volcano": (
        _PORTS,
        Trim(
            "volcano.sh/volcano",
            "pkg/scheduler/metrics/source/metrics_client_elasticsearch.go",
            "one of three sources of node usage imports the whole Elasticsearch client",
            "elasticsearch.go",
        ),
        Trim(
            "volcano.sh/volcano",
            "pkg/scheduler/cache/cache_mock.go",
            "a helper of its tests imports every fake client",
        ),
    ),
}
