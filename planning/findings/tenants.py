"""What to know about quotas: a tenant that may not have what its models ask for."""

from collections.abc import Iterator

from components.queue.spec import Resources
from planning.findings.finding import Finding
from planning.plan import Plan
from planning.replicas import Replica, replicas
from planning.spec import Scale

MEND = "raise the quota, or lower the replicas"


def tenants(plan: Plan) -> Iterator[Finding]:
    """Refused is what can never run; that all models cannot be largest at once is a warning."""
    for name, tenant in plan.config.tenants.items():
        if tenant.quota is not None:
            yield from _together(plan, name, tenant.quota)
            yield from _alone(plan, name, tenant.quota)


def _together(plan: Plan, tenant: str, quota: Resources) -> Iterator[Finding]:
    scale: Scale
    for scale in ("minimum", "maximum"):
        over = excess(_pods(plan, tenant, scale), quota)
        if over:
            yield Finding(
                level="refusal" if scale == "minimum" else "warning",
                rule="tenant-quota-exceeded",
                about=f"tenants.{tenant}.quota",
                what=f"its models ask for {over} at {scale} scale",
                mend=MEND,
            )
            return


def _alone(plan: Plan, tenant: str, quota: Resources) -> Iterator[Finding]:
    """A scaler would go on asking for replicas that the API server never admits."""
    pods = _pods(plan, tenant, "maximum")
    for model in dict.fromkeys(pod.model for pod in pods):
        over = excess([pod for pod in pods if pod.model == model], quota)
        if over:
            yield Finding(
                level="refusal",
                rule="model-exceeds-quota",
                about=f"models.{model}.scaling.max_replicas",
                what=f"asks for {over} of tenant `{tenant}`",
                mend=MEND,
            )


def _pods(plan: Plan, tenant: str, scale: Scale) -> list[Replica]:
    models = plan.config.models
    return [pod for pod in replicas(plan.config, scale) if models[pod.model].tenant == tenant]


def excess(pods: list[Replica], quota: Resources) -> str:
    """What `pods` together take above `quota`, in words; nothing where they fit."""
    amounts = (
        ("GPUs", sum(pod.gpus for pod in pods), quota.gpus),
        ("CPU", round(sum(pod.cpu for pod in pods), 3), quota.cpu),
        ("GiB of memory", round(sum(pod.memory_gib for pod in pods), 3), quota.memory_gib),
    )
    over = [f"{asked:g} of {most:g} {what}" for what, asked, most in amounts if _over(asked, most)]
    return " and ".join(over)


def _over(asked: float, most: float | None) -> bool:
    return most is not None and asked > most
