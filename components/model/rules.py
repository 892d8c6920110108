"""What one model cannot be at the same time: each rule is one question with its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from components.model.source import scheme

if TYPE_CHECKING:
    from components.model.spec import ModelSpec

Rule = tuple[Callable[["ModelSpec"], bool], str]


def contradictions(model: ModelSpec) -> Iterator[str]:
    """A sentence for each rule that the model breaks."""
    for rules in (SERVER, SCALING, PLACE, DELIVERY, STOPPING):
        yield from (sentence for broken, sentence in rules if broken(model))


def _container(model: ModelSpec) -> bool:
    return model.server is not None and model.server.container is not None


SERVER: tuple[Rule, ...] = (
    (
        lambda m: m.source is None and not _container(m),
        "names no `source`; only a container of one's own has its model inside",
    ),
    (lambda m: m.vllm and m.gpus == 0, "vLLM needs a GPU; ask for `gpus: 1`, or name a `server`"),
    (
        lambda m: m.vllm and not m.engine.divides(m.gpus),
        "the engine's parallel sizes do not multiply to `gpus`; "
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


PLACE: tuple[Rule, ...] = (
    (
        lambda m: m.mode == "knative" and m.rollout.strategy in ("in_place", "recreate"),
        "Knative always starts the new revision beside the old one; leave `rollout` out",
    ),
    (lambda m: m.gpu is not None and m.gpus == 0, "asks for a kind of `gpu` but for no `gpus`"),
    (
        lambda m: _leaves_none_to_drain(m),
        "protection.disruption: min_available is not below min_replicas, so no node could ever be "
        "drained; lower it or raise min_replicas",
    ),
)


def _leaves_none_to_drain(model: ModelSpec) -> bool:
    disruption = model.protection.disruption
    keeps = disruption.min_available if disruption else None
    return keeps is not None and keeps >= model.scaling.min_replicas


DELIVERY: tuple[Rule, ...] = (
    (
        lambda m: m.delivery.by == "stream" and not (m.vllm and _scheme(m) == "s3"),
        "delivery: only vLLM streams, and only from s3://",
    ),
    (
        lambda m: m.delivery.by == "stream" and m.engine.lora is not None,
        "delivery: KServe does not fetch adapters beside a stream; download the model",
    ),
    (
        lambda m: m.delivery.by == "cache" and _scheme(m) not in ("s3", "hf"),
        "delivery: a cache is filled from s3:// or hf://",
    ),
    (
        lambda m: m.delivery.warm_up is not None and not (m.vllm and m.mode == "standard"),
        "delivery: warm_up is a prompt to vLLM in standard mode",
    ),
    (
        lambda m: m.access.secret is not None and _scheme(m) not in ("s3", "hf"),
        "access: a secret is for s3:// and hf://",
    ),
)


def _scheme(model: ModelSpec) -> str:
    return scheme(model.source) if model.source else ""


STOPPING: tuple[Rule, ...] = (
    (
        lambda m: m.hours is not None and m.stopped,
        "is stopped and has hours, which would start it; remove one",
    ),
    (
        lambda m: m.reserve is not None and not m.stopped,
        "`reserve` holds GPUs while the model is stopped, and it is not; add `stopped: true`",
    ),
    (lambda m: m.reserve is not None and m.gpus == 0, "has no GPUs to reserve"),
)
