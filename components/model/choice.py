"""A word that must be one the pinned vLLM knows, checked against its own list."""

from typing import Annotated

from pydantic import AfterValidator

from catalogue.vllm import choices, version
from components.nearest import did_you_mean


def _one_of(of: str) -> AfterValidator:
    def check(word: str) -> str:
        known = [str(choice) for choice in choices(of)]
        if word not in known:
            kind = of.removesuffix("s").replace("_", " ")
            raise ValueError(
                f"{word!r} is no {kind} of vLLM {version()}; {did_you_mean(word, known)}"
            )
        return word

    return AfterValidator(check)


DType = Annotated[str, _one_of("dtypes")]
Quantization = Annotated[str, _one_of("quantizations")]
KvCacheDType = Annotated[str, _one_of("kv_cache_dtypes")]
ToolParser = Annotated[str, _one_of("tool_parsers")]
ReasoningParser = Annotated[str, _one_of("reasoning_parsers")]
SpeculativeMethod = Annotated[str, _one_of("speculative_methods")]
