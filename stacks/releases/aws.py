"""What only AWS needs: load balancers, nodes when there are too few, and what joins them."""

from collections.abc import Iterator

import components.aws_load_balancer_controller.values as load_balancers
import components.cluster_autoscaler.values as cluster_autoscaler
import components.efa_device_plugin.values as efa_device_plugin
from components.helm.spec import Release
from components.model.readiness import grace_seconds
from components.operator import OperatorSpec
from components.platform.site import Site
from components.platform.spec import PlatformSpec
from stacks import charts, versions
from stacks.config import StackConfig
from stacks.releases import names
from stacks.releases.installed import installed


def aws(config: StackConfig, site: Site) -> Iterator[Release]:
    """The first of the two adds to every new Service of type LoadBalancer, so it comes early."""
    platform = in_cluster(config)
    if spec := installed(platform.aws_load_balancer_controller):
        yield Release(
            name=names.LOAD_BALANCERS,
            namespace=load_balancers.NAMESPACE,
            chart=charts.AWS_LOAD_BALANCER_CONTROLLER,
            values=load_balancers.values(spec, site),
            after=names.MONITORED | {names.GATEWAY_CRDS},
        )
    if installed(platform.efa_device_plugin):
        yield Release(
            name="efa-device-plugin",
            namespace=efa_device_plugin.NAMESPACE,
            chart=charts.EFA_DEVICE_PLUGIN,
            values=efa_device_plugin.values(config.node_groups),
        )
    if scaler := installed(platform.cluster_autoscaler):
        tag = versions.CLUSTER_AUTOSCALER_IMAGE_TAG
        longest = max((grace_seconds(spec) for spec in config.models.values()), default=0)
        yield Release(
            name="cluster-autoscaler",
            namespace=cluster_autoscaler.NAMESPACE,
            chart=charts.CLUSTER_AUTOSCALER,
            values=cluster_autoscaler.values(scaler, site, tag, longest),
            after=names.MONITORED,
        )


def in_cluster(config: StackConfig) -> PlatformSpec:
    """The platform, told of the cluster what it does not say itself and this stack knows."""
    eks, platform = config.cluster.eks, config.platform
    if eks is None:
        return platform
    known = {"cluster_name": eks.name, "region": eks.region, "vpc_tags": {"Name": eks.name}}
    told = {
        name: spec.model_copy(update={k: v for k, v in known.items() if _unsaid(spec, k)})
        for name, spec in platform.operators().items()
    }
    return platform.model_copy(update=told)


def _unsaid(spec: OperatorSpec, field: str) -> bool:
    return field in type(spec).model_fields and not getattr(spec, field)
