"""What a team is given: a namespace, a queue, and the priorities it may use."""

from typing import Literal

from components.types import DnsLabel, Spec

PodSecurityLevel = Literal["privileged", "baseline", "restricted"]


class TenantSpec(Spec):
    """A team. Its key is its namespace's name; models take `queue` and `priority` from here."""

    queue: DnsLabel
    priority: DnsLabel
    pod_security: PodSecurityLevel = "restricted"
