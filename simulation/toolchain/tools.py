"""What is built, and from which module: data only; the versions stand in `modules/*/go.mod`."""

from dataclasses import dataclass

from simulation.toolchain.pins import pinned

KUBERNETES = "k8s.io/kubernetes"
KUBERNETES_VERSION = "k8s.io/component-base/version"
PULUMI = "github.com/pulumi/pulumi/pkg/v3"
SDK = "github.com/pulumi/pulumi/sdk/v3"
PULUMI_VERSION = f"{SDK}/go/common/version"


@dataclass(frozen=True)
class Companion:
    """A file of `module_path`, as `module` pins it, that a program looks for beside itself."""

    module: str
    module_path: str
    path: str


@dataclass(frozen=True)
class Tool:
    """One program: its package, and the directory under `modules/` that pins it."""

    name: str
    module: str
    package: str
    ldflags: tuple[str, ...] = ()
    companion: Companion | None = None

    @property
    def output(self) -> str:
        """What `go build` calls the program: the package's last name that is no version."""
        *parents, last = self.package.split("/")
        return parents[-1] if last.removeprefix("v").isdigit() else last


def _kubernetes_version() -> tuple[str, ...]:
    """Knative refuses an API server that does not say which version it is."""
    version = pinned(KUBERNETES)
    major, minor, _ = version.removeprefix("v").split(".")
    facts = {"gitVersion": version, "gitMajor": major, "gitMinor": minor, "gitCommit": "module"}
    return tuple(f"-X={KUBERNETES_VERSION}.{key}={value}" for key, value in facts.items())


def _pulumi_version() -> tuple[str, ...]:
    """The Automation API refuses an engine that does not say which version it is."""
    return (f"-X={PULUMI_VERSION}.Version={pinned(PULUMI)}",)


def _kubernetes(name: str) -> Tool:
    return Tool(name, "cluster", f"{KUBERNETES}/cmd/{name}", _kubernetes_version())


def _language() -> Tool:
    """The newest language host that comes as a module; its script is the engine's own.

    It takes the Python of an activated environment: how the engine names another is newer.
    """
    package = f"{SDK}/python/cmd/pulumi-language-python"
    script = Companion("pulumi", SDK, "python/cmd/pulumi-language-python-exec")
    return Tool("pulumi-language-python", "language", package, companion=script)


def _volcano(name: str) -> Tool:
    return Tool(f"volcano-{name}", "volcano", f"volcano.sh/volcano/cmd/{name}")


def _knative(name: str) -> Tool:
    return Tool(f"knative-{name}", "cluster", f"knative.dev/serving/cmd/{name}")


def _keda(name: str) -> Tool:
    return Tool(f"keda-{name}", "keda", f"github.com/kedacore/keda/v2/cmd/{name}")


# In the order in which a run needs them.
_ALL = (
    Tool("etcd", "cluster", "go.etcd.io/etcd/server/v3"),
    _kubernetes("kube-apiserver"),
    _kubernetes("kube-controller-manager"),
    Tool("kwok", "cluster", "sigs.k8s.io/kwok/cmd/kwok"),
    Tool("kserve-manager", "cluster", "github.com/kserve/kserve/cmd/manager"),
    _knative("controller"),
    _knative("autoscaler"),
    _knative("webhook"),
    _kubernetes("kube-scheduler"),
    Tool("pulumi", "pulumi", f"{PULUMI}/cmd/pulumi", _pulumi_version()),
    _volcano("scheduler"),
    _volcano("controller-manager"),
    _volcano("webhook-manager"),
    _language(),
    Tool("kubeconform", "kubeconform", "github.com/yannh/kubeconform/cmd/kubeconform"),
    _keda("operator"),
    _keda("adapter"),
    Tool("helm", "helm", "helm.sh/helm/v3/cmd/helm"),
)

TOOLS: dict[str, Tool] = {tool.name: tool for tool in _ALL}

# What a run of an ordinary stack needs; the rest is built when it is asked for.
DEFAULT: tuple[str, ...] = (
    "etcd",
    "kube-apiserver",
    "kube-controller-manager",
    "kwok",
    "kserve-manager",
    "pulumi",
    "volcano-scheduler",
    "volcano-controller-manager",
    "volcano-webhook-manager",
)
