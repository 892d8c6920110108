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
