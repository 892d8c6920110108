"""The API server and the controllers of Kubernetes itself."""

from pathlib import Path

from simulation.control_plane.environment import environment
from simulation.control_plane.parts import Parts
from simulation.control_plane.process import SERVER, Process, command
from simulation.control_plane.site import LOOPBACK, TOKENS, Site
from simulation.control_plane.upstream import digest

SERVICE_ADDRESSES = "10.96.0.0/16"

# Services of type ExternalName that are this machine; a call to any other Service is refused,
# because its address would lead off the machine.
SERVED_HERE = ("webhook.knative-serving.svc", "keda-metrics-apiserver.keda.svc")


def apiserver(site: Site, binary: Path) -> Process:
    """An API server with RBAC, default admission, and room for aggregated APIs."""
    arguments = _listening(site) | _storage(site) | _authentication(site) | _aggregation(site)
    env = environment(site, NO_PROXY=",".join(SERVED_HERE))
    return Process(
        name="kube-apiserver",
        argv=command(binary, arguments),
        env=env,
        inputs=digest((site.directory / TOKENS).read_text()),
        tier=SERVER,
    )


def _listening(site: Site) -> dict[str, object]:
    return {
        "bind-address": LOOPBACK,
        "secure-port": site.port["kube-apiserver"],
        "tls-cert-file": site.certificate("server"),
        "tls-private-key-file": site.key("server"),
        "endpoint-reconciler-type": "none",
        "service-cluster-ip-range": SERVICE_ADDRESSES,
        "allow-privileged": True,
    }


def _storage(site: Site) -> dict[str, object]:
    return {
        "etcd-servers": site.url("etcd"),
        "etcd-cafile": site.authority,
        "etcd-certfile": site.certificate("etcd-client"),
        "etcd-keyfile": site.key("etcd-client"),
    }


def _authentication(site: Site) -> dict[str, object]:
    return {
        "authorization-mode": "RBAC",
        "client-ca-file": site.authority,
        "token-auth-file": site.directory / TOKENS,
        "service-account-issuer": "https://kubernetes.default.svc",
        "service-account-key-file": site.key("service-account"),
        "service-account-signing-key-file": site.key("service-account"),
    }


def _aggregation(site: Site) -> dict[str, object]:
    return {
        "requestheader-client-ca-file": site.authority,
        "requestheader-allowed-names": "front-proxy",
        "requestheader-username-headers": "X-Remote-User",
        "requestheader-group-headers": "X-Remote-Group",
        "requestheader-extra-headers-prefix": "X-Remote-Extra-",
        "proxy-client-cert-file": site.certificate("front-proxy"),
        "proxy-client-key-file": site.key("front-proxy"),
    }


def controller_manager(site: Site, binary: Path, parts: Parts) -> Process:
    """All controllers, each under its own service account, as kubeadm runs them."""
    arguments: dict[str, object] = {
        "kubeconfig": site.kubeconfig("kube-controller-manager"),
        "bind-address": LOOPBACK,
        "secure-port": site.port["kube-controller-manager"],
        "controllers": "*",
        "leader-elect": False,
        "use-service-account-credentials": True,
        "service-account-private-key-file": site.key("service-account"),
        "root-ca-file": site.authority,
        "node-monitor-grace-period": f"{parts.node_grace_seconds}s",
        "kube-api-qps": 200,
        "kube-api-burst": 400,
    }
    return Process(
        name="kube-controller-manager", argv=command(binary, arguments), env=environment(site)
    )


def scheduler(site: Site, binary: Path) -> Process:
    """Kubernetes' own scheduler with its own configuration, as a bench measures Volcano beside it.

    It may ask the API server as often as Volcano may here: four times what it does by itself.
    """
    kubeconfig = site.kubeconfig("kube-scheduler")
    arguments: dict[str, object] = {
        "kubeconfig": kubeconfig,
        "authentication-kubeconfig": kubeconfig,
        "authorization-kubeconfig": kubeconfig,
        "bind-address": LOOPBACK,
        "secure-port": site.port["kube-scheduler"],
        "leader-elect": False,
        "kube-api-qps": 200,
        "kube-api-burst": 400,
    }
    return Process(name="kube-scheduler", argv=command(binary, arguments), env=environment(site))
