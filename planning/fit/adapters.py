"""What room vLLM keeps for LoRA adapters, whether or not one is loaded.

Source: vLLM 0.33.0 lora/layers/base_linear.py, create_lora_weights: two matrices for each linear
layer and adapter slot. What a split layer takes in or gives out is split, the other side is whole.
"""

from catalogue.architecture import Architecture
from planning.engine import Engine
from planning.fit.estimate import Estimate
from planning.fit.measured import GIB
from planning.fit.quantization import SIXTEEN_BIT
from planning.fit.weights import stage_layers


def adapters(architecture: Architecture, engine: Engine) -> Estimate:
    """GiB on one GPU for `lora_slots` adapters of `lora_rank`, in 16 bit; experts have none."""
    widths = _attention(architecture, engine) + _mlp(architecture, engine)
    elements = engine.lora_slots * engine.lora_rank * widths * stage_layers(architecture, engine)
    return Estimate.exact(elements * SIXTEEN_BIT / GIB)


def _attention(architecture: Architecture, engine: Engine) -> float:
    """The widths of both sides of query, key, value and output."""
    heads = architecture.attention_heads + 2 * architecture.kv_heads
    split = (heads + architecture.attention_heads) * architecture.head_dim
    return 4 * architecture.hidden_size + split / engine.tensor_parallel


def _mlp(architecture: Architecture, engine: Engine) -> float:
    """The same of gate, up and down projection."""
    if not architecture.intermediate_size:
        return 0.0
    split = 3 * architecture.intermediate_size / engine.tensor_parallel
    return 3 * architecture.hidden_size + split
