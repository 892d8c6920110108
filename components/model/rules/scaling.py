"""What can decide how many replicas there are, and what cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.model.rules.rule import Rule

if TYPE_CHECKING:
    from components.model.spec import ModelSpec


SCALING: tuple[Rule, ...] = (
    (
        lambda m: m.mode == "knative" and bool(m.scaling.floors or m.scaling.wake),
        "floors and wake are KEDA's; Knative keeps requests itself and wakes the model",
    ),
    (
        lambda m: m.mode == "knative" and _by(m, "cpu", "memory", "vllm"),
        "in Knative mode `by` is concurrency or rps; one scaler is enough",
    ),
    (
        lambda m: m.mode == "standard" and _by(m, "concurrency", "rps"),
        "concurrency and rps are counted by Knative; say `mode: knative`, or scale by `vllm`",
    ),
    (
        lambda m: m.vllm and _by(m, "cpu", "memory"),
        "a vLLM pod's CPU and memory say nothing about its queue; scale by `vllm: {waiting: …}`",
    ),
    (lambda m: not m.vllm and _by(m, "vllm"), "`by: vllm` needs vLLM's metrics"),
    (
        lambda m: m.mode == "standard" and m.scaling.min_replicas == 0 and not m.scaling.wake,
        "nothing can start it again from min_replicas 0, as its own metrics vanish with its pods; "
        "add `wake`, or say `mode: knative`",
    ),
    (
        lambda m: bool(m.scaling.wake) and m.scaling.min_replicas > 0,
        "`wake` is for min_replicas 0; remove it",
    ),
    (
        lambda m: _guesses(m) and m.gpus > 0,
        "says not what it scales by; a GPU server other than vLLM needs `mode: knative` or `by`",
    ),
    (
        lambda m: m.scaling.fallback_replicas is not None and not _has_total(m),
        "fallback_replicas needs a signal per replica: waiting, running or tokens_per_second",
    ),
    (lambda m: m.slo is not None and not m.vllm, "`slo` is measured by vLLM's histograms"),
)


def _by(model: ModelSpec, *names: str) -> bool:
    by = model.scaling.by
    return by is not None and any(getattr(by, name) is not None for name in names)


def _guesses(model: ModelSpec) -> bool:
    scaling = model.scaling
    return not (model.vllm or scaling.fixed or scaling.by or model.mode == "knative")


def _has_total(model: ModelSpec) -> bool:
    by = model.scaling.by
    if not model.vllm or model.mode == "knative" or model.scaling.fixed:
        return False
    if by is None or by.vllm is None:
        return by is None
    return any((by.vllm.waiting, by.vllm.running, by.vllm.tokens_per_second))
