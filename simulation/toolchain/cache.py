"""Where built programs are kept: outside every checkout, under what decided how they came out."""

import os
from pathlib import Path


def default_cache() -> Path:
    """`$GPU_INFERENCE_CACHE`, or this user's cache directory."""
    if chosen := os.environ.get("GPU_INFERENCE_CACHE"):
        return Path(chosen)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "gpu-inference"
