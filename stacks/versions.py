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
