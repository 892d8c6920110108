"""What a stack may ask of its platform: every operator, installed, provided or absent."""

from typing import Any, Self

from pydantic import model_validator

from components.argo_cd.spec import ArgoCdSpec
from components.aws_load_balancer_controller.spec import AwsLoadBalancerControllerSpec
from components.cert_manager.spec import CertManagerSpec
from components.cluster_autoscaler.spec import ClusterAutoscalerSpec
from components.dra_driver.spec import DraDriverSpec
from components.efa_device_plugin.spec import EfaDevicePluginSpec
from components.gateway.spec import GatewaySpec
from components.gpu_operator.spec import GpuOperatorSpec
from components.keda.spec import KedaSpec
from components.knative.spec import KnativeSpec
from components.kserve.spec import KServeSpec
from components.kthena.spec import KthenaSpec
from components.logs.spec import LogsSpec
from components.operator import OperatorSpec
from components.prometheus.spec import PrometheusSpec
from components.tracing.spec import TracingSpec
from components.types import AtLeastOne, Spec
from components.valkey.spec import ValkeySpec
from components.vertical_pod_autoscaler.spec import VerticalPodAutoscalerSpec
from components.volcano.spec import VolcanoSpec
from components.zone_tainter.spec import ZoneTainterSpec


class External(OperatorSpec):
    """An operator that this program cannot install: it is `provided`, or it is not there."""

    @model_validator(mode="after")
    def _is_there(self) -> Self:
        if not self.provided:
            raise ValueError("is not installed by this program; write `provided`, or leave it out")
        return self


class PlatformSpec(Spec):
    """Every operator: a block installs it, the word `provided` finds it there, null leaves it out.

    What serving always needs is installed unless the stack says otherwise. `replicas` is how many
    of each controller run: two in different zones, or one where an outage costs nothing.
    """

    replicas: AtLeastOne = 2
    cert_manager: CertManagerSpec | None = CertManagerSpec()
    prometheus: PrometheusSpec | None = PrometheusSpec()
    gpu_operator: GpuOperatorSpec | None = GpuOperatorSpec()
    node_feature_discovery: External | None = None
    dra_driver: DraDriverSpec | None = None
    vgpu_device_plugin: External | None = None
    efa_device_plugin: EfaDevicePluginSpec | None = None
    volcano: VolcanoSpec | None = VolcanoSpec()
    zone_tainter: ZoneTainterSpec | None = ZoneTainterSpec()
    keda: KedaSpec | None = KedaSpec()
    istio: External | None = None
    knative: KnativeSpec | None = None
    kserve: KServeSpec | None = KServeSpec()
    gateway: GatewaySpec | None = None
    kthena: KthenaSpec | None = None
    aws_load_balancer_controller: AwsLoadBalancerControllerSpec | None = None
    cluster_autoscaler: ClusterAutoscalerSpec | None = None
    vertical_pod_autoscaler: VerticalPodAutoscalerSpec | None = None
    logs: LogsSpec | None = None
    tracing: TracingSpec | None = None
    valkey: ValkeySpec | None = None
    argo_cd: ArgoCdSpec | None = None

    def operators(self) -> dict[str, OperatorSpec]:
        """Those that the cluster will have, by name: installed or provided."""
        fields: dict[str, Any] = {name: getattr(self, name) for name in type(self).model_fields}
        return {name: spec for name, spec in fields.items() if isinstance(spec, OperatorSpec)}
