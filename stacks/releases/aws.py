"""What only AWS needs: load balancers for Services, and nodes when there are too few."""

from collections.abc import Iterator

import components.aws_load_balancer_controller.values as load_balancers
import components.cluster_autoscaler.values as cluster_autoscaler
from components.helm.spec import Release
from components.platform.site import Site
from stacks import charts, versions
from stacks.config import StackConfig
from stacks.releases import names
from stacks.releases.installed import installed


def aws(config: StackConfig, site: Site) -> Iterator[Release]:
    """The first of the two adds to every new Service of type LoadBalancer, so it comes early."""
    platform = config.platform
    if spec := installed(platform.aws_load_balancer_controller):
        yield Release(
            name=names.LOAD_BALANCERS,
            namespace=load_balancers.NAMESPACE,
            chart=charts.AWS_LOAD_BALANCER_CONTROLLER,
            values=load_balancers.values(spec, site),
            after=names.MONITORED | {names.GATEWAY_CRDS},
        )
    if scaler := installed(platform.cluster_autoscaler):
        tag = versions.CLUSTER_AUTOSCALER_IMAGE_TAG
        yield Release(
            name="cluster-autoscaler",
            namespace=cluster_autoscaler.NAMESPACE,
            chart=charts.CLUSTER_AUTOSCALER,
            values=cluster_autoscaler.values(scaler, site, tag),
            after=names.MONITORED,
        )
