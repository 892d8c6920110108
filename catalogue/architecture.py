"""What the memory of a served model depends on: the shape of its network, as published."""

from typing import Literal, Self

from pydantic import model_validator

from components.types import AtLeastOne, Count, Positive, Spec

PADDED_VOCABULARY = 64
"""vLLM rounds the vocabulary up to this. Source: vLLM 0.33.0 vocab_parallel_embedding.py."""


class Architecture(Spec):
    """The fields of a `config.json` that decide what fits; `source` says where they are from.

    `parameters_b` is in 1e9. `full_attention_layers` keep the whole context (all by default), the
    others `sliding_window` tokens, or a constant state where there is no window. `mla_latent` is
    kv_lora_rank + qk_rope_head_dim, in elements per token and layer. `quantization` is how the
    checkpoint itself is stored, and `weights_gib` what it was measured to take when loaded.
    """

    kind: Literal["generate", "pool"] = "generate"
    parameters_b: Positive
    layers: AtLeastOne
    hidden_size: AtLeastOne
    attention_heads: AtLeastOne
    kv_heads: AtLeastOne
    head_dim: AtLeastOne
    intermediate_size: Count = 0
    vocab_size: AtLeastOne
    tied_embeddings: bool = False
    max_context: AtLeastOne
    experts: Count = 0
    experts_per_token: Count = 0
    expert_intermediate_size: Count = 0
    full_attention_layers: Count | None = None
    sliding_window: AtLeastOne | None = None
    mla_latent: AtLeastOne | None = None
    quantization: str | None = None
    weights_gib: Positive | None = None
    source: str

    @model_validator(mode="after")
    def _layers_add_up(self) -> Self:
        if (self.full_attention_layers or 0) > self.layers:
            raise ValueError("full_attention_layers is above layers; lower it")
        return self

    @property
    def full_layers(self) -> int:
        """Layers whose KV cache grows with the context."""
        return self.layers if self.full_attention_layers is None else self.full_attention_layers

    @property
    def bounded_layers(self) -> int:
        """Layers whose KV cache stops growing: a window, or a state."""
        return self.layers - self.full_layers

    @property
    def embedding_parameters(self) -> int:
        """Input and output embeddings; quantized checkpoints keep them in 16 bit."""
        return self.vocab_size * self.hidden_size * (1 if self.tied_embeddings else 2)

    @property
    def padded_vocabulary(self) -> int:
        """Rows of the embedding that vLLM allocates."""
        return -(-self.vocab_size // PADDED_VOCABULARY) * PADDED_VOCABULARY
