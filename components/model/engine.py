"""What may be asked of vLLM: the options with a type, and further flags by name."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from components.model.choice import (
    DType,
    KvCacheDType,
    Quantization,
    ReasoningParser,
    SpeculativeMethod,
    ToolParser,
)
from components.model.flags import Flags
from components.model.source import Source
from components.types import AtLeastOne, DnsLabel, Positive, Spec

Fraction = Annotated[float, Field(gt=0, le=1)]
LoraRank = Literal[1, 8, 16, 32, 64, 128, 256, 320, 512]
"""The only ranks that vLLM allocates for (0.33.0 vllm/config/lora.py, MaxLoRARanks)."""


class LoraAdapter(Spec):
    """A fine-tuning of the model, served under its own name; `rank` as it was trained."""

    source: Source
    rank: AtLeastOne = 16


class LoraSpec(Spec):
    """Adapters beside the model; each key is the name that clients ask for.

    `max_loras` of them may be in one batch, `max_cpu_loras` are kept in host memory.
    """

    adapters: Annotated[dict[DnsLabel, LoraAdapter], Field(min_length=1)]
    max_loras: AtLeastOne = 1
    max_cpu_loras: AtLeastOne | None = None
    max_rank: LoraRank | None = None

    @model_validator(mode="after")
    def _every_rank_fits(self) -> Self:
        highest = max(adapter.rank for adapter in self.adapters.values())
        if highest > self.rank():
            raise ValueError(f"max_rank {self.rank()} is below an adapter's rank {highest}")
        if self.max_cpu_loras is not None and self.max_cpu_loras < self.max_loras:
            raise ValueError("max_cpu_loras is below max_loras; raise it or leave it out")
        return self

    def rank(self) -> int:
        """What the server allocates for: as said, or the smallest that holds every adapter."""
        highest = max(adapter.rank for adapter in self.adapters.values())
        fitting = (rank for rank in LORA_RANKS if rank >= highest)
        return self.max_rank or next(fitting, LORA_RANKS[-1])


LORA_RANKS: tuple[int, ...] = (1, 8, 16, 32, 64, 128, 256, 320, 512)


class SpeculativeSpec(Spec):
    """Draft `tokens` ahead by `method`; `model` is the draft model where the method needs one."""

    method: SpeculativeMethod
    tokens: AtLeastOne
    model: str | None = None
    prompt_lookup_max: AtLeastOne | None = None

    @model_validator(mode="after")
    def _has_what_its_method_needs(self) -> Self:
        if self.method in ("draft_model", "eagle", "eagle3") and self.model is None:
            raise ValueError(f"method {self.method} drafts with a second model; name its `model`")
        return self


class EngineSpec(Spec):
    """vLLM's options; what is None is left to vLLM.

    The parallel sizes multiply to the model's GPUs (`tensor_parallel` None is what is left for it).
    `gpu_memory_utilization` is a fraction of a GPU's memory (vLLM's own default is 0.92),
    `context_length` and the batch limits are tokens and sequences, `kv_offload_gib` host memory.
    """

    tensor_parallel: AtLeastOne | None = None
    pipeline_parallel: AtLeastOne = 1
    data_parallel: AtLeastOne = 1
    expert_parallel: bool = False
    context_length: AtLeastOne | None = None
    gpu_memory_utilization: Fraction | None = None
    dtype: DType | None = None
    quantization: Quantization | None = None
    kv_cache_dtype: KvCacheDType | None = None
    prefix_caching: bool | None = None
    chunked_prefill: bool | None = None
    max_num_seqs: AtLeastOne | None = None
    max_num_batched_tokens: AtLeastOne | None = None
    lora: LoraSpec | None = None
    speculative: SpeculativeSpec | None = None
    tool_parser: ToolParser | None = None
    reasoning_parser: ReasoningParser | None = None
    kv_offload_gib: Positive | None = None
    enforce_eager: bool = False
    flags: Flags = Field(default_factory=dict)

    @model_validator(mode="after")
    def _prefill_in_pieces_or_in_one(self) -> Self:
        tokens, context = self.max_num_batched_tokens, self.context_length
        if self.chunked_prefill is False and tokens and context and tokens < context:
            raise ValueError(
                f"max_num_batched_tokens {tokens} is below context_length {context}, so without "
                "chunked_prefill a long prompt never fits a batch; raise it or allow chunks"
            )
        return self

    def tensor_parallel_of(self, gpus: int) -> int:
        """Over how many GPUs one layer is split when the model has `gpus` of them."""
        return self.tensor_parallel or gpus // (self.pipeline_parallel * self.data_parallel)

    def divides(self, gpus: int) -> bool:
        """Whether the parallel sizes use exactly `gpus` GPUs."""
        size = self.tensor_parallel_of(gpus) * self.pipeline_parallel * self.data_parallel
        return size == gpus
