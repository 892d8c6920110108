"""What a simulated control plane is made of: plain data, decided before anything starts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from components.node_group.loss import SILENT_SECONDS


@dataclass(frozen=True, kw_only=True)
class Parts:
    """Which operators run beside Kubernetes, and what differs from their own defaults.

    `kserve_config` maps a key of `inferenceservice-config` to a JSON object whose fields win
    over KServe's own; `storage_container` holds fields that win over those of the container
    which downloads models; `knative_config` maps a ConfigMap name (`config-features`) to its data.
    """

    volcano: bool = True
    kserve: bool = True
    knative: bool = False
    keda: bool = False
    kube_scheduler: bool = False
    zone_tainter: bool = False
    scheduler_conf: str | None = None
    kserve_config: Mapping[str, str] = field(default_factory=dict)
    storage_container: Mapping[str, object] = field(default_factory=dict)
    knative_config: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    node_grace_seconds: int = SILENT_SECONDS
