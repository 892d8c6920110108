"""The Kubernetes provider of a cluster that exists. Wiring only."""

from pathlib import Path

import pulumi
import pulumi_kubernetes as k8s

from components.cluster.spec import ExistingCluster


def existing_cluster(name: str, spec: ExistingCluster) -> k8s.Provider:
    """The provider through which everything of this stack reaches `spec`'s cluster."""
    return k8s.Provider(
        name,
        kubeconfig=str(Path(spec.kubeconfig).expanduser()),
        context=spec.context,
        cluster_identifier=spec.identifier or spec.context,
        enable_server_side_apply=True,
        opts=pulumi.ResourceOptions(),
    )
