"""The names of releases that others come after. A release keeps its name for ever.

A new name is a new release: Helm would take the old one's objects away, and with its CRDs every
object of their kinds.
"""

METRICS_CRDS = "prometheus-operator-crds"
PROMETHEUS = "kube-prometheus-stack"
CERT_MANAGER = "cert-manager"
GPU_OPERATOR = "gpu-operator"
VOLCANO = "volcano"
KNATIVE_OPERATOR = "knative-operator"
KSERVE_CRD = "kserve-crd"
KSERVE = "kserve"
LOCAL_MODEL_CRD = "kserve-localmodel-crd"
GATEWAY_CRDS = "gateway-crds"
GATEWAY = "envoy-gateway"
LOAD_BALANCERS = "aws-load-balancer-controller"
ECK_CRDS = "eck-operator-crds"
ECK = "eck-operator"
JAEGER = "jaeger"

MONITORED = frozenset({METRICS_CRDS})
"""What a chart with ServiceMonitors comes after."""
