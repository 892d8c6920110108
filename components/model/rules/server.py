"""Which servers, sources and options go together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.model.rules.rule import Rule

if TYPE_CHECKING:
    from components.model.spec import ModelSpec


def _container(model: ModelSpec) -> bool:
    return model.server is not None and model.server.container is not None


SERVER: tuple[Rule, ...] = (
    (
        lambda m: m.source is None and not _container(m),
        "names no `source`; only a container of one's own has its model inside",
    ),
    (lambda m: m.vllm and m.gpus == 0, "vLLM needs a GPU; ask for `gpus: 1`, or name a `server`"),
    (
        lambda m: m.vllm and not m.engine.divides(m.gpus * m.nodes),
        "the engine's parallel sizes do not multiply to its GPUs; "
        "change one of them, or leave tensor_parallel out",
    ),
    (
        lambda m: not m.vllm and bool(m.engine.model_fields_set),
        "`engine` is vLLM's, and another `server` is named; remove one of them",
    ),
    (lambda m: m.image is not None and _container(m), "a container names its own image"),
    (
        lambda m: m.explainer is not None and not _predicts(m),
        "an explainer asks /v1/models/…:predict, which this server does not have",
    ),
)


def _predicts(model: ModelSpec) -> bool:
    return not model.vllm
