"""Who may talk to the API server: one token and one kubeconfig for each identity."""

import base64
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

import components.zone_tainter.manifest as zone_tainter

CONTEXT = "simulation"
MASTERS = "system:masters"


@dataclass(frozen=True)
class User:
    """A user name of the API server and its groups."""

    name: str
    groups: tuple[str, ...] = ()


# The charts' operators are administrators here, under names of their own: their charts' roles
# are not what a simulation proves, and audit and managed fields still tell them apart.
USERS = {
    "admin": User("simulation-admin", (MASTERS,)),
    "kube-controller-manager": User("system:kube-controller-manager"),
    "kube-scheduler": User("system:kube-scheduler"),
    "kwok": User("simulation:kwok", (MASTERS,)),
    "volcano": User("simulation:volcano", (MASTERS,)),
    "kserve": User("simulation:kserve", (MASTERS,)),
    "knative": User("simulation:knative", (MASTERS,)),
    "keda": User("simulation:keda", (MASTERS,)),
    zone_tainter.NAME: User(f"system:serviceaccount:{zone_tainter.NAMESPACE}:{zone_tainter.NAME}"),
}


def tokens(file: Path) -> dict[str, str]:
    """The token of each identity, made once, in the format of `--token-auth-file`."""
    known = _read(file) if file.exists() else {}
    for name in USERS:
        known.setdefault(name, secrets.token_urlsafe(32))
    write_private(file, "".join(_row(name, token) for name, token in known.items()))
    return known


def _read(file: Path) -> dict[str, str]:
    rows = [line.split(",") for line in file.read_text().splitlines()]
    return {row[2]: row[0] for row in rows}


def _row(name: str, token: str) -> str:
    user = USERS[name]
    return f'{token},{user.name},{name},"{",".join(user.groups)}"\n'


def kubeconfig(server: str, authority: Path, token: str) -> str:
    """A kubeconfig with everything in it, so that it can be copied and still works."""
    data = base64.b64encode(authority.read_bytes()).decode()
    names: Mapping[str, str] = {"cluster": CONTEXT, "user": CONTEXT}
    document = {
        "apiVersion": "v1",
        "kind": "Config",
        "current-context": CONTEXT,
        "clusters": [
            {"name": CONTEXT, "cluster": {"server": server, "certificate-authority-data": data}}
        ],
        "users": [{"name": CONTEXT, "user": {"token": token}}],
        "contexts": [{"name": CONTEXT, "context": names}],
    }
    return yaml.safe_dump(document, sort_keys=False)


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, from its first byte on."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.chmod(0o600)
    path.write_text(text)
