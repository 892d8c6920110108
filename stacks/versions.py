"""Every version this platform runs, and nothing else. Renovate edits this file."""

# renovate: datasource=docker depName=vllm/vllm-openai
VLLM_IMAGE = "vllm/vllm-openai:v0.33.0"
