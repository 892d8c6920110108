"""What placing, delivering and stopping a model cannot have at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.model.rules.rule import Rule
from components.model.source import scheme

if TYPE_CHECKING:
    from components.model.spec import ModelSpec


PLACE: tuple[Rule, ...] = (
    (
        lambda m: m.mode == "knative" and m.rollout.strategy in ("in_place", "recreate"),
        "Knative always starts the new revision beside the old one; leave `rollout` out",
    ),
    (lambda m: m.gpu_kind is not None and m.gpus == 0, "`gpu_kind` without `gpus`; ask for one"),
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
        lambda m: m.delivery.by == "cache" and (m.access.secret or m.access.role_arn) is not None,
        "delivery: KServe fills a cache from a namespace of its own, where neither the tenant's "
        "secret nor the model's role is; download, or leave `access` out",
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
        lambda m: m.reserve is not None and not (m.stopped or m.hours),
        "`reserve` holds GPUs while the model is stopped, and it is not; add `stopped: true` or "
        "`hours`",
    ),
    (lambda m: m.reserve is not None and m.gpus == 0, "has no GPUs to reserve"),
)
