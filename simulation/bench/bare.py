"""The same objects as bare resources: what the engine costs without this program."""

import pulumi
import pulumi_kubernetes as k8s

from components.model.manifest import inference_service
from components.model.placement import placement
from components.tenant.manifest import namespace
from stacks.config import StackConfig


def bare(config: StackConfig) -> None:
    """Every InferenceService of `config` as one CustomResource, beside what they refer to."""
    existing = config.cluster.existing
    assert existing is not None
    provider = k8s.Provider(
        "cluster",
        kubeconfig=existing.kubeconfig,
        context=existing.context,
        cluster_identifier=existing.identifier,
    )
    opts = pulumi.ResourceOptions(provider=provider)
    teams = {
        name: k8s.core.v1.Namespace(name, metadata=namespace(name, spec)["metadata"], opts=opts)
        for name, spec in config.tenants.items()
    }
    for name, spec in config.models.items():
        tenant, group = config.tenants[spec.tenant], config.node_groups[spec.node_group]
        made = inference_service(name, spec, placement(spec, tenant, group))
        k8s.apiextensions.CustomResource(
            name,
            api_version=made["apiVersion"],
            kind=made["kind"],
            metadata=made["metadata"],
            spec=made["spec"],
            opts=pulumi.ResourceOptions(provider=provider, depends_on=[teams[spec.tenant]]),
        )
