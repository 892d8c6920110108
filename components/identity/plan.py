"""A role as data: who takes it and what it may do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from components.types import Manifest


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A Kubernetes service account."""

    namespace: str
    service_account: str


@dataclass(frozen=True, kw_only=True)
class RolePlan:
    """`managed` are ARNs of AWS's own policies; `policies` are ours, by name.

    `subjects` get the role through Pod Identity. An add-on's subject stands at the add-on, because
    EKS wants to make that association itself.
    """

    trust: Manifest
    managed: tuple[str, ...] = ()
    policies: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    subjects: tuple[Subject, ...] = ()
    physical_name: str | None = None
