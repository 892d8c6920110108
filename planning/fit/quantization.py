"""How many bytes one weight takes, and which GPUs can compute with it."""

from dataclasses import dataclass

FLOAT_BYTES = {"float": 4.0, "float32": 4.0}
SIXTEEN_BIT = 2.0


@dataclass(frozen=True)
class Scheme:
    """`bytes` a weight of a linear layer, scales included; `minimum` compute capability.

    `group` is how many weights share a scale: a shard must be a whole number of groups.
    """

    bytes: float
    minimum: tuple[int, int]
    group: int = 1


FP8 = Scheme(1.0, (7, 5))
FP8_BLOCK = Scheme(1.0 + 4 / (128 * 128), (7, 5), group=128)
INT4 = Scheme(0.5 + 2.5 / 128, (7, 5), group=128)
FP4 = Scheme(0.5 + 1 / 16, (7, 5), group=16)
MXFP4 = Scheme(0.5 + 1 / 32, (8, 0), group=32)

SCHEMES = {
    "awq": INT4,
    "auto_awq": INT4,
    "awq_marlin": INT4,
    "gptq": Scheme(INT4.bytes, (6, 0), INT4.group),
    "auto_gptq": Scheme(INT4.bytes, (6, 0), INT4.group),
    "gptq_marlin": INT4,
    "moe_wna16": INT4,
    "fp8": FP8,
    "fbgemm_fp8": Scheme(1.0, (8, 0)),
    "compressed-tensors": FP8,
    "modelopt": Scheme(1.0, (8, 0)),
    "modelopt_fp4": FP4,
    "fp8_per_tensor": FP8,
    "fp8_per_channel": FP8,
    "fp8_per_block": FP8_BLOCK,
    "int8_per_channel_weight_only": FP8,
    "experts_int8": FP8,
    "mxfp4": MXFP4,
    "gpt_oss_mxfp4": MXFP4,
}
"""Minimum capability: `get_min_capability` of vLLM 0.33.0 (auto_awq 75, auto_gptq 60, fp8 75,
mxfp4 80, modelopt 80 and 75 for FP4). Bytes: 4 bit with a 16-bit scale and a 4-bit zero for each
128 (AWQ, GPTQ), a 4-byte scale for each 128 x 128 (block FP8), a byte for each 16 or 32 (FP4)."""

KV_BYTES = {"int4_per_token_head": 0.5 + 1 / 32, "nvfp4": 0.5 + 1 / 16}


def scheme(name: str) -> Scheme | None:
    """What is known of a quantization, or None."""
    return SCHEMES.get(name)


def kv_element_bytes(kv_cache_dtype: str, dtype_bytes: float) -> float:
    """Bytes of one cached element; what is not known is counted as 16 bit, on the safe side."""
    if kv_cache_dtype == "auto":
        return dtype_bytes
    if kv_cache_dtype.startswith(("fp8", "int8")):
        return 1.0
    return KV_BYTES.get(kv_cache_dtype, SIXTEEN_BIT)
