"""What a tenant's people may do in their namespace: a table, least first.

Nobody reads secrets, and nobody changes what the stack file says: that is what a pull request is
for. An operator may end a pod, and suspend or resume a job (Volcano's Command).
"""

from collections.abc import Iterator, Mapping

from components.tenant.spec import Role
from components.types import Manifest

RBAC = "rbac.authorization.k8s.io"
READ = ("get", "list", "watch")
Rule = tuple[str, tuple[str, ...], tuple[str, ...]]
"""API group, resources, verbs."""

VIEWER: tuple[Rule, ...] = (
    ("", ("pods", "pods/log", "services", "events", "resourcequotas", "limitranges"), READ),
    ("", ("persistentvolumeclaims",), READ),
    ("apps", ("deployments", "replicasets"), READ),
    ("serving.kserve.io", ("inferenceservices",), READ),
    ("batch.volcano.sh", ("jobs",), READ),
    ("scheduling.volcano.sh", ("podgroups",), READ),
)
OPERATOR: tuple[Rule, ...] = (
    ("", ("pods",), ("delete",)),
    ("bus.volcano.sh", ("commands",), ("create",)),
)
RULES: Mapping[Role, tuple[Rule, ...]] = {"viewer": VIEWER, "operator": VIEWER + OPERATOR}


def access(namespace: str, people: Mapping[str, Role]) -> Iterator[Manifest]:
    """A Role and a RoleBinding for each role that somebody has."""
    for role in sorted(set(people.values())):
        groups = sorted(group for group, given in people.items() if given == role)
        yield _role(namespace, role)
        yield _binding(namespace, role, groups)


def _role(namespace: str, role: Role) -> Manifest:
    return {
        "apiVersion": f"{RBAC}/v1",
        "kind": "Role",
        "metadata": {"name": f"tenant-{role}", "namespace": namespace},
        "rules": [
            {"apiGroups": [group], "resources": list(resources), "verbs": list(verbs)}
            for group, resources, verbs in RULES[role]
        ],
    }


def _binding(namespace: str, role: Role, groups: list[str]) -> Manifest:
    return {
        "apiVersion": f"{RBAC}/v1",
        "kind": "RoleBinding",
        "metadata": {"name": f"tenant-{role}", "namespace": namespace},
        "roleRef": {"apiGroup": RBAC, "kind": "Role", "name": f"tenant-{role}"},
        "subjects": [{"apiGroup": RBAC, "kind": "Group", "name": group} for group in groups],
    }
