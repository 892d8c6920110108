"""What KServe and vLLM allow of a model that takes several nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.model.rules.rule import Rule
from components.model.source import scheme

if TYPE_CHECKING:
    from components.model.spec import ModelSpec

MOST_NODES = 2


def _spans(model: ModelSpec) -> bool:
    return model.nodes > 1


MULTI_NODE: tuple[Rule, ...] = (
    (
        lambda m: m.nodes > MOST_NODES,
        "nodes: KServe's workers have no number, and vLLM needs each one's rank: "
        "a head and one worker, so 2, is what works",
    ),
    (lambda m: _spans(m) and not m.vllm, "only vLLM spans nodes"),
    (lambda m: _spans(m) and m.mode == "knative", "KServe spans nodes in standard mode only"),
    (
        lambda m: _spans(m) and (m.scaling.min_replicas, m.scaling.max_replicas) != (1, 1),
        "a model on several nodes has one replica: KServe scales its head without its workers",
    ),
    (
        lambda m: _spans(m) and (m.source is None or scheme(m.source) not in ("pvc", "oci")),
        "a model on several nodes comes from pvc:// or oci://, as KServe fetches for the head only",
    ),
    (
        lambda m: _spans(m) and m.rollout.strategy not in ("auto", "recreate"),
        "a model on several nodes is recreated: KServe would double all its GPUs otherwise",
    ),
    (
        lambda m: _spans(m) and m.engine.data_parallel > 1,
        "a model on several nodes is split by tensor and pipeline; leave data_parallel out",
    ),
    (
        lambda m: _spans(m) and (m.traffic is not None or m.engine.lora is not None),
        "a model on several nodes has no versions and no adapters",
    ),
)
