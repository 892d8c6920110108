"""What to know about quotas: a tenant that may not have what its models ask for."""

from collections.abc import Iterator

from components.queue.spec import Resources
from planning.findings.finding import Finding
from planning.plan import Plan
from planning.pod import JOB, MODEL, Pod
from planning.spec import Scale

MEND = "raise the quota, or lower the replicas"
Pods = dict[Scale, list[Pod]]


def tenants(plan: Plan) -> Iterator[Finding]:
    """Refused is what can never run; that not all can be largest at once is a warning."""
    owners = plan.tenants()
    scales: tuple[Scale, ...] = ("minimum", "maximum")
    every = {scale: plan.scales[scale].placement.pods for scale in scales}
    for name, tenant in plan.config.tenants.items():
        if tenant.quota is not None:
            own = {scale: [p for p in every[scale] if owners[p.about] == name] for scale in scales}
            yield from _together(name, tenant.quota, own)
            yield from _alone(name, tenant.quota, own)
            yield from _jobs(name, tenant.quota, own)


def _together(tenant: str, quota: Resources, own: Pods) -> Iterator[Finding]:
    for scale, found in own.items():
        models = excess(_models(found), quota)
        over = models or (excess(found, quota) if scale == "maximum" else "")
        if over:
            yield Finding(
                level="refusal" if scale == "minimum" else "warning",
                rule="tenant-quota-exceeded",
                about=f"tenants.{tenant}.quota",
                what=f"its {'models' if models else 'models and jobs'} ask for {over} at {scale} "
                "scale",
                mend=MEND,
            )
            return


def _alone(tenant: str, quota: Resources, own: Pods) -> Iterator[Finding]:
    """A scaler would go on asking for replicas that the API server never admits."""
    found = _models(own["maximum"])
    for about in dict.fromkeys(pod.about for pod in found):
        over = excess([pod for pod in found if pod.about == about], quota)
        if over:
            yield Finding(
                level="refusal",
                rule="model-exceeds-quota",
                about=f"{about}.scaling.max_replicas",
                what=f"asks for {over} of tenant `{tenant}`",
                mend=MEND,
            )


def _jobs(tenant: str, quota: Resources, own: Pods) -> Iterator[Finding]:
    """A job whose tenant's models leave it too little at their least is never admitted whole."""
    models = _models(own["minimum"])
    for about in dict.fromkeys(pod.about for pod in own["minimum"] if pod.about.startswith(JOB)):
        gang = [pod for pod in own["minimum"] if pod.about == about]
        over = excess([*models, *gang], quota)
        if over and not excess(models, quota):
            yield Finding(
                level="refusal",
                rule="job-exceeds-quota",
                about=about,
                what=f"with the models of tenant `{tenant}` it asks for {over}",
                mend="raise the quota, or ask for fewer workers",
            )


def _models(found: list[Pod]) -> list[Pod]:
    return [pod for pod in found if pod.about.startswith(MODEL)]


def excess(pods: list[Pod], quota: Resources) -> str:
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
