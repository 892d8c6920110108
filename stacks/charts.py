"""Where each chart comes from, at the version of `versions.py`."""

from components.helm.spec import Chart
from stacks import versions

KSERVE_CHARTS = "oci://ghcr.io/kserve/charts"
PROMETHEUS_CHARTS = "oci://ghcr.io/prometheus-community/charts"
AUTOSCALER_CHARTS = "https://kubernetes.github.io/autoscaler"
EKS_CHARTS = "https://aws.github.io/eks-charts"
KARPENTER_CHARTS = "oci://public.ecr.aws/karpenter"
ENVOY_CHARTS = "oci://docker.io/envoyproxy"
ELASTIC_CHARTS = "https://helm.elastic.co"


def _chart(name: str, repository: str, version: str) -> Chart:
    return Chart(name=name, repository=repository, version=version)


CERT_MANAGER = _chart("cert-manager", "oci://quay.io/jetstack/charts", versions.CERT_MANAGER)
GPU_OPERATOR = _chart("gpu-operator", "https://helm.ngc.nvidia.com/nvidia", versions.GPU_OPERATOR)
DRA_DRIVER = _chart(
    "dra-driver-nvidia-gpu", "oci://registry.k8s.io/dra-driver-nvidia/charts", versions.DRA_DRIVER
)
VOLCANO = _chart("volcano", "https://volcano-sh.github.io/helm-charts", versions.VOLCANO)
KEDA = _chart("keda", "https://kedacore.github.io/charts", versions.KEDA)
KNATIVE_OPERATOR = _chart(
    "knative-operator", "https://knative.github.io/operator", versions.KNATIVE_OPERATOR
)
KSERVE_CRD = _chart("kserve-crd", KSERVE_CHARTS, versions.KSERVE)
KSERVE = _chart("kserve-resources", KSERVE_CHARTS, versions.KSERVE)
LOCAL_MODEL_CRD = _chart("kserve-localmodel-crd", KSERVE_CHARTS, versions.KSERVE)
LOCAL_MODEL = _chart("kserve-localmodel-resources", KSERVE_CHARTS, versions.KSERVE)
GATEWAY_CRDS = _chart("gateway-crds-helm", ENVOY_CHARTS, versions.ENVOY_GATEWAY)
GATEWAY = _chart("gateway-helm", ENVOY_CHARTS, versions.ENVOY_GATEWAY)
KTHENA = _chart("kthena", "oci://ghcr.io/volcano-sh/charts", versions.KTHENA)
PROMETHEUS = _chart("kube-prometheus-stack", PROMETHEUS_CHARTS, versions.KUBE_PROMETHEUS_STACK)
PROMETHEUS_CRDS = _chart(
    "prometheus-operator-crds", PROMETHEUS_CHARTS, versions.PROMETHEUS_OPERATOR_CRDS
)
AWS_LOAD_BALANCER_CONTROLLER = _chart(
    "aws-load-balancer-controller",
    EKS_CHARTS,
    versions.AWS_LOAD_BALANCER_CONTROLLER,
)
EFA_DEVICE_PLUGIN = _chart("aws-efa-k8s-device-plugin", EKS_CHARTS, versions.EFA_DEVICE_PLUGIN)
KARPENTER_CRD = _chart("karpenter-crd", KARPENTER_CHARTS, versions.KARPENTER)
KARPENTER = _chart("karpenter", KARPENTER_CHARTS, versions.KARPENTER)
CLUSTER_AUTOSCALER = _chart("cluster-autoscaler", AUTOSCALER_CHARTS, versions.CLUSTER_AUTOSCALER)
VERTICAL_POD_AUTOSCALER = _chart(
    "vertical-pod-autoscaler", AUTOSCALER_CHARTS, versions.VERTICAL_POD_AUTOSCALER
)
FLUENT_BIT = _chart("fluent-bit", "https://fluent.github.io/helm-charts", versions.FLUENT_BIT)
ECK_CRDS = _chart("eck-operator-crds", ELASTIC_CHARTS, versions.ECK_OPERATOR)
ECK_OPERATOR = _chart("eck-operator", ELASTIC_CHARTS, versions.ECK_OPERATOR)
COLLECTOR = _chart(
    "opentelemetry-collector",
    "https://open-telemetry.github.io/opentelemetry-helm-charts",
    versions.OPENTELEMETRY_COLLECTOR,
)
JAEGER = _chart("jaeger", "https://jaegertracing.github.io/helm-charts", versions.JAEGER)
VALKEY = _chart("valkey", "https://valkey.io/valkey-helm", versions.VALKEY)
ARGO_CD = _chart("argo-cd", "https://argoproj.github.io/argo-helm", versions.ARGO_CD)
