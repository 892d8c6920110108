"""Where one control plane lives: its directory, ports, certificates and credentials."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from simulation.control_plane import certificates
from simulation.control_plane.credentials import kubeconfig, tokens, write_private
from simulation.control_plane.ports import ports

LOOPBACK = "127.0.0.1"
PORTS = (
    "etcd",
    "etcd-peer",
    "kube-apiserver",
    "kube-controller-manager",
    "kube-scheduler",
    "kwok",
    "volcano-scheduler",
    "volcano-scheduler-health",
    "volcano-controller-health",
    "volcano-webhook",
    "volcano-webhook-health",
    "kserve-webhook",
    "kserve-metrics",
    "kserve-health",
    "knative-controller-metrics",
    "knative-controller-profiling",
    "knative-webhook",
    "knative-webhook-metrics",
    "knative-webhook-profiling",
    "keda-operator-metrics",
    "keda-operator-health",
    "keda-operator",
    "keda-adapter",
    "keda-adapter-metrics",
)
TOKENS = Path("credentials") / "tokens.csv"
"""An API server reads it once: whoever joins later is a stranger until it starts anew."""

DIRECTORIES = ("logs", "config", "etcd", "temporary")


@dataclass(frozen=True)
class Site:
    """Everything that stays the same for as long as the state directory lives."""

    directory: Path
    identifier: str
    port: Mapping[str, int]
    token: Mapping[str, str]

    @classmethod
    def opened(cls, directory: Path, *, running: bool) -> Self:
        """The site in `directory`, made there on first use."""
        directory = directory.absolute()
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in DIRECTORIES:
            (directory / name).mkdir(mode=0o700, exist_ok=True)
        (directory / ".gitignore").write_text("*\n")
        certificates.ensure(directory / "certificates")
        numbers = ports(directory / "ports.json", PORTS, running=running)
        token = tokens(directory / TOKENS)
        site = cls(directory, _identifier(directory / "identifier"), numbers, token)
        site._write_kubeconfigs()
        return site

    @property
    def server(self) -> str:
        """The address of the API server."""
        return self.url("kube-apiserver")

    @property
    def authority(self) -> Path:
        """The certificate that vouches for every other one here."""
        return self.certificate("ca")

    def url(self, name: str) -> str:
        """The https address of what listens on the port of this name."""
        return f"https://{self.address(name)}"

    def address(self, name: str) -> str:
        """Loopback and the port of this name."""
        return f"{LOOPBACK}:{self.port[name]}"

    def certificate(self, name: str) -> Path:
        """The file of one certificate."""
        return self.directory / "certificates" / f"{name}.crt"

    def key(self, name: str) -> Path:
        """The file of one private key."""
        return self.directory / "certificates" / f"{name}.key"

    def kubeconfig(self, user: str = "admin") -> Path:
        """The kubeconfig of one identity; the administrator's lies where people look for it."""
        if user == "admin":
            return self.directory / "kubeconfig"
        return self.directory / "credentials" / f"{user}.kubeconfig"

    def _write_kubeconfigs(self) -> None:
        for user, token in self.token.items():
            write_private(self.kubeconfig(user), kubeconfig(self.server, self.authority, token))


def _identifier(file: Path) -> str:
    if not file.exists():
        file.write_text(f"simulation-{uuid.uuid4()}")
    return file.read_text()
