"""All that one stack says about itself. dev and prod differ in this data, and nowhere else."""

from pydantic import Field

from catalogue.architecture import Architecture
from components.cluster.spec import ClusterSpec
from components.consumer.spec import ConsumerSpec
from components.graph.spec import GraphSpec
from components.job.spec import JobSpec
from components.model.spec import ModelSpec
from components.monitor.spec import MetricsSpec
from components.node_group.spec import NodeGroupSpec
from components.platform.spec import PlatformSpec
from components.priority.spec import PrioritySpec
from components.queue.spec import QueueSpec
from components.runtime.spec import RuntimeSpec
from components.tenant.spec import TenantSpec
from components.types import DnsLabel, Spec
from planning.spec import PlanningSpec


class StackConfig(Spec):
    """The root of `gpu-inference:stack` in Pulumi.<stack>.yaml.

    Each section's shape is its component's; what crosses two sections is in `stacks/checks/`.
    """

    cluster: ClusterSpec
    node_groups: dict[DnsLabel, NodeGroupSpec]
    priorities: dict[DnsLabel, PrioritySpec]
    queues: dict[DnsLabel, QueueSpec]
    tenants: dict[DnsLabel, TenantSpec]
    platform: PlatformSpec = PlatformSpec()
    runtime: RuntimeSpec = RuntimeSpec()
    metrics: MetricsSpec | None = None
    models: dict[DnsLabel, ModelSpec] = Field(default_factory=dict)
    graphs: dict[DnsLabel, GraphSpec] = Field(default_factory=dict)
    consumers: dict[DnsLabel, ConsumerSpec] = Field(default_factory=dict)
    jobs: dict[DnsLabel, JobSpec] = Field(default_factory=dict)
    architectures: dict[str, Architecture] = Field(default_factory=dict)
    planning: PlanningSpec = PlanningSpec()
