"""Every version this platform runs, and nothing else. Renovate edits this file."""

# renovate: datasource=docker depName=vllm/vllm-openai
VLLM_IMAGE = "vllm/vllm-openai:v0.33.0"

# The servers beside vLLM, as KServe's own runtimes pin them (charts/kserve-runtime-configs 0.20.0).
SERVER_IMAGES = {
    # renovate: datasource=docker depName=kserve/sklearnserver
    "sklearn": "kserve/sklearnserver:v0.20.0",
    # renovate: datasource=docker depName=kserve/xgbserver
    "xgboost": "kserve/xgbserver:v0.20.0",
    # renovate: datasource=docker depName=kserve/huggingfaceserver
    "huggingface": "kserve/huggingfaceserver:v0.20.0",
    "huggingface-gpu": "kserve/huggingfaceserver:v0.20.0-gpu",
    # renovate: datasource=docker depName=tensorflow/serving
    "tensorflow": "tensorflow/serving:2.6.2",
    # renovate: datasource=docker depName=pytorch/torchserve-kfs
    "torchserve": "pytorch/torchserve-kfs:0.9.0",
    # renovate: datasource=docker depName=nvcr.io/nvidia/tritonserver
    "triton": "nvcr.io/nvidia/tritonserver:23.05-py3",
}

# renovate: datasource=docker depName=registry.k8s.io/kubectl
KUBECTL_IMAGE = "registry.k8s.io/kubectl:v1.34.4"

# renovate: datasource=docker depName=registry.k8s.io/pause
PAUSE_IMAGE = "registry.k8s.io/pause:3.10"

# renovate: datasource=docker depName=public.ecr.aws/docker/library/python
PYTHON_IMAGE = "public.ecr.aws/docker/library/python:3.14.7-alpine"

EKS_AMI_RELEASES = {"1.35": "1.35.6-20260714"}
"""AL2023 for EKS, for each Kubernetes version (amazon-eks-ami CHANGELOG, v20260714)."""

EKS_AMI_DRIVER = 580
"""The NVIDIA driver's branch in that release."""

EKS_ADDONS = {
    "1.35": {
        "coredns": "v1.13.2-eksbuild.21",
        "kube-proxy": "v1.35.3-eksbuild.21",
        "vpc-cni": "v1.22.4-eksbuild.3",
        "eks-pod-identity-agent": "v1.3.10-eksbuild.3",
        "aws-ebs-csi-driver": "v1.64.0-eksbuild.1",
        "metrics-server": "v0.9.0-eksbuild.6",
        "eks-node-monitoring-agent": "v1.6.4-eksbuild.1",
        "aws-efs-csi-driver": "v3.4.0-eksbuild.1",
        "aws-fsx-csi-driver": "v1.9.0-eksbuild.1",
        "aws-mountpoint-s3-csi-driver": "v2.6.0-eksbuild.1",
        "snapshot-controller": "v8.5.0-eksbuild.3",
        "amazon-cloudwatch-observability": "v6.5.0-eksbuild.1",
    }
}
"""For each Kubernetes version, as published clusters of it run them (August 2026); the first three
are AWS's defaults of 2026-08-27. `aws eks describe-addon-versions` has the last word."""

# renovate: datasource=docker depName=quay.io/jetstack/charts/cert-manager
CERT_MANAGER = "v1.21.1"
# renovate: datasource=helm depName=gpu-operator registryUrl=https://helm.ngc.nvidia.com/nvidia
GPU_OPERATOR = "v26.7.0"
# renovate: datasource=docker depName=registry.k8s.io/dra-driver-nvidia/charts/dra-driver-nvidia-gpu
DRA_DRIVER = "0.4.0"
# renovate: datasource=helm depName=volcano registryUrl=https://volcano-sh.github.io/helm-charts
VOLCANO = "1.15.0"
# renovate: datasource=helm depName=keda registryUrl=https://kedacore.github.io/charts
KEDA = "2.20.2"
# renovate: datasource=helm depName=knative-operator registryUrl=https://knative.github.io/operator
KNATIVE_OPERATOR = "v1.23.0"
# renovate: datasource=github-releases depName=knative/serving
KNATIVE_SERVING = "1.21.1"
# renovate: datasource=docker depName=ghcr.io/kserve/charts/kserve-resources
KSERVE = "v0.20.0"
# renovate: datasource=docker depName=docker.io/envoyproxy/gateway-helm
ENVOY_GATEWAY = "v1.8.1"
# renovate: datasource=docker depName=ghcr.io/volcano-sh/charts/kthena
KTHENA = "v1.0.0"
# renovate: datasource=docker depName=ghcr.io/prometheus-community/charts/kube-prometheus-stack
KUBE_PROMETHEUS_STACK = "88.5.3"
# renovate: datasource=docker depName=ghcr.io/prometheus-community/charts/prometheus-operator-crds
PROMETHEUS_OPERATOR_CRDS = "31.0.1"
# renovate: datasource=helm depName=aws-load-balancer-controller registryUrl=https://aws.github.io/eks-charts
AWS_LOAD_BALANCER_CONTROLLER = "3.5.0"
# renovate: datasource=helm depName=aws-efa-k8s-device-plugin registryUrl=https://aws.github.io/eks-charts
EFA_DEVICE_PLUGIN = "v0.5.30"
# renovate: datasource=docker depName=public.ecr.aws/karpenter/karpenter
KARPENTER = "1.14.1"
# renovate: datasource=helm depName=cluster-autoscaler registryUrl=https://kubernetes.github.io/autoscaler
CLUSTER_AUTOSCALER = "9.59.0"
# renovate: datasource=docker depName=registry.k8s.io/autoscaling/cluster-autoscaler
CLUSTER_AUTOSCALER_IMAGE_TAG = "v1.35.0"
# renovate: datasource=helm depName=vertical-pod-autoscaler registryUrl=https://kubernetes.github.io/autoscaler
VERTICAL_POD_AUTOSCALER = "0.11.0"
# renovate: datasource=helm depName=fluent-bit registryUrl=https://fluent.github.io/helm-charts
FLUENT_BIT = "0.58.1"
# renovate: datasource=helm depName=eck-operator registryUrl=https://helm.elastic.co
ECK_OPERATOR = "3.5.0"
# renovate: datasource=docker depName=docker.elastic.co/elasticsearch/elasticsearch
ELASTICSEARCH = "9.4.3"
# renovate: datasource=helm depName=opentelemetry-collector registryUrl=https://open-telemetry.github.io/opentelemetry-helm-charts
OPENTELEMETRY_COLLECTOR = "0.170.0"
# renovate: datasource=helm depName=jaeger registryUrl=https://jaegertracing.github.io/helm-charts
JAEGER = "4.11.1"
# renovate: datasource=helm depName=valkey registryUrl=https://valkey.io/valkey-helm
VALKEY = "0.11.0"
# renovate: datasource=helm depName=argo-cd registryUrl=https://argoproj.github.io/argo-helm
ARGO_CD = "10.1.1"

# renovate: datasource=docker depName=kserve/storage-initializer
STORAGE_INITIALIZER_IMAGE = "kserve/storage-initializer:v0.20.0"
