"""What to know about single models: unknown, tight, or able to answer only few at once."""

from collections.abc import Iterator

from planning.findings.finding import Finding
from planning.fit.fit import Fit
from planning.model_plan import ModelPlan
from planning.plan import Plan

FULL_REQUESTS = 2
"""With fewer at full context, one long request makes everybody else wait."""


def models(plan: Plan) -> Iterator[Finding]:
    """Every warning about every model."""
    for model in plan.models:
        if model.fit is None and model.spec.vllm:
            yield _unknown(model)
        elif model.fit is not None:
            yield from _tight(model.name, model.fit)
            yield from _few(plan, model.name, model.fit)
            yield from _uncounted(model)


def _unknown(model: ModelPlan) -> Finding:
    return Finding(
        level="warning",
        rule="model-architecture-unknown",
        about=f"models.{model.name}",
        what="nobody described its architecture, so nothing is known of its memory",
        mend="name a known one, an entry of `architectures` or a config.json as `architecture`",
    )


def _tight(name: str, fit: Fit) -> Iterator[Finding]:
    if not fit.certain:
        yield Finding(
            level="warning",
            rule="model-fit-uncertain",
            about=f"models.{name}",
            what=f"fits as expected, but not at the worst of every range: {fit.memory.kv.low:.1f} "
            f"GiB of cache for the {fit.needed_gib:.1f} that one request may need",
            mend="lower context_length or max_num_seqs, or take a larger GPU",
        )
    if not fit.starts:
        yield Finding(
            level="warning",
            rule="model-share-not-free",
            about=f"models.{name}",
            what=f"{fit.engine.gpu_memory_utilization:g} of {fit.gpu.product} is probably not free "
            "when vLLM starts",
            mend="lower gpu_memory_utilization",
        )


def _uncounted(model: ModelPlan) -> Iterator[Finding]:
    speculative = model.spec.engine.speculative
    if speculative is not None and speculative.model is not None:
        yield Finding(
            level="warning",
            rule="model-draft-uncounted",
            about=f"models.{model.name}",
            what="drafts with a second model, whose memory is not counted",
            mend="leave room: lower gpu_memory_utilization or context_length",
        )


def _few(plan: Plan, name: str, fit: Fit) -> Iterator[Finding]:
    asked = plan.config.planning
    held = fit.concurrency(asked.typical_context)
    if held < asked.min_concurrency:
        yield Finding(
            level="warning",
            rule="model-concurrency-low",
            about=f"models.{name}",
            what=f"holds {held:.1f} requests of {asked.typical_context} tokens at once, "
            f"fewer than {asked.min_concurrency}",
            mend="use an FP8 cache, more GPUs or a larger one",
        )
    full = fit.concurrency(fit.engine.context_length)
    if full < FULL_REQUESTS:
        yield Finding(
            level="warning",
            rule="model-context-unreachable",
            about=f"models.{name}",
            what=f"holds {full:.1f} requests of {fit.engine.context_length} tokens: "
            "one of them leaves no room for others",
            mend="lower context_length to what its users need",
        )
