"""Upstream files that are not compiled: what nobody here calls, and what it costs to keep.

The programs keep what a cluster relies on. Left out are helpers of tests that stand among
ordinary files, clients of clouds that a simulated cluster never calls, and constants that are
imported together with half of another program.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Trim:
    """A file of `module`, or a package but for the files in `keep`, and what stands instead."""

    module: str
    path: str
    why: str
    instead: str | None = None
    keep: tuple[str, ...] = ()


KEDA = "github.com/kedacore/keda/v2"
KUBERNETES = "k8s.io/kubernetes"
PULUMI = "github.com/pulumi/pulumi/pkg/v3"
VOLCANO = "volcano.sh/volcano"

_CLUSTER = (
    Trim(
        "k8s.io/apiserver",
        "pkg/admission/plugin/policy/generic/policy_test_context.go",
        why="a helper of its tests imports every fake client",
    ),
    Trim(
        KUBERNETES,
        "pkg/kubelet/eviction",
        why="the pod garbage collector asks it one question, and imports the kubelet with it",
        instead="eviction.go",
    ),
    Trim(
        "github.com/kserve/kserve",
        "pkg/agent/storage",
        why="the API types need its list of prefixes, and import three clouds with it",
        keep=("provider.go",),
    ),
)

_PULUMI = (
    Trim(
        PULUMI,
        "cmd/pulumi/cloud",
        why="`pulumi api` describes Pulumi Cloud with an OpenAPI library of 60 s",
        instead="cloud.go",
        keep=("envelope.go", "resolve.go"),
    ),
    Trim(
        PULUMI,
        "operations",
        why="`pulumi logs` imports the log services of two clouds",
        instead="operations_instead.go",
        keep=("doc.go", "operations.go", "resources.go"),
    ),
    Trim(
        PULUMI,
        "secrets/cloud",
        why="the keys of a simulated stack come from a passphrase, not from four clouds",
        instead="secrets.go",
    ),
    Trim(
        PULUMI,
        "authhelpers",
        why="the state of a simulated stack lies in a directory, not with Google",
        instead="authhelpers.go",
    ),
    Trim("gocloud.dev", "blob/gcsblob", why="no state in a bucket", instead="gcsblob.go"),
    Trim("gocloud.dev", "blob/azureblob", why="no state in a bucket", instead="azureblob.go"),
    Trim("gocloud.dev", "blob/s3blob", why="no state in a bucket", instead="s3blob.go"),
    Trim(
        "github.com/aws/aws-sdk-go-v2/service/s3",
        ".",
        why="no state in a bucket: one type is left that the file backend names",
        instead="s3.go",
    ),
    Trim(
        "github.com/alecthomas/chroma",
        "quick",
        why="help texts do without coloured source code in 200 languages",
        instead="quick.go",
    ),
)

_VOLCANO = (
    Trim(
        KUBERNETES,
        "pkg/cluster/ports/ports.go",
        why="one port number imports the options of the cloud controller manager",
        instead="ports.go",
    ),
    Trim(
        VOLCANO,
        "pkg/scheduler/metrics/source/metrics_client_elasticsearch.go",
        why="one of three sources of node usage imports the whole Elasticsearch client",
        instead="elasticsearch.go",
    ),
    Trim(
        VOLCANO,
        "pkg/scheduler/cache/cache_mock.go",
        why="a helper of its tests imports every fake client",
    ),
)

_KEDA = (
    Trim(
        KEDA,
        "pkg/scalers",
        why="seventy clients of queues and databases, where a simulated cluster has metrics",
        instead="scalers.go",
        keep=(
            "cpu_memory_scaler.go",
            "cron_scaler.go",
            "external_scaler.go",
            "kubernetes_resource_scaler.go",
            "kubernetes_workload_scaler.go",
            "metrics_api_scaler.go",
            "prometheus_scaler.go",
            "scaler.go",
        ),
    ),
)

TRIMS: dict[str, tuple[Trim, ...]] = {
    "cluster": _CLUSTER,
    "keda": _KEDA,
    "pulumi": _PULUMI,
    "volcano": _VOLCANO,
}
