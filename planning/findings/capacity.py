"""What to know about room: who waits, who is displaced, what a loss or a limit takes away."""

from collections import Counter
from collections.abc import Iterator

from components.node_group.loss import NEXT_NODE_SECONDS, SILENT_SECONDS
from planning.capacity import zones_without
from planning.findings.finding import Finding, Level
from planning.placement import NO_ZONE
from planning.plan import Plan
from planning.pod import MODEL, Pod
from planning.spec import SCALES, Scale


def capacity(plan: Plan) -> Iterator[Finding]:
    """Every finding about the placement of models, losses and the account's limits."""
    for scale in SCALES:
        yield from _waiting(plan, scale)
    yield from _displaced(plan)
    yield from _losses(plan)
    yield from _pace(plan)
    yield from _account(plan)


def _waiting(plan: Plan, scale: Scale) -> Iterator[Finding]:
    waiting = Counter(pod.about for pod in plan.scales[scale].placement.waiting if _served(pod))
    level: Level = "refusal" if scale == "minimum" else "warning"
    for about, number in waiting.items():
        group = plan.config.models[about.removeprefix(MODEL)].node_group
        yield Finding(
            level=level,
            rule=f"replicas-waiting-at-{scale}",
            about=about,
            what=f"{number} replicas find no room at {scale} scale: `{group}` ends at "
            f"{plan.config.node_groups[group].max_nodes} nodes",
            mend=f"raise max_nodes of `{group}`, or lower the replicas",
        )


def _displaced(plan: Plan) -> Iterator[Finding]:
    for about, number in Counter(pod.about for pod in plan.preempted if _served(pod)).items():
        yield Finding(
            level="warning",
            rule="replicas-preempted",
            about=about,
            what=f"{number} running replicas give way when the others scale to their maximum",
            mend="raise max_nodes, or accept it: it is preemptable",
        )


def _served(pod: Pod) -> bool:
    return pod.about.startswith(MODEL)


def _losses(plan: Plan) -> Iterator[Finding]:
    lost: dict[str, list[str]] = {}
    for loss in plan.losses:
        for about in loss.down:
            lost.setdefault(about, []).append(loss.lost)
    for about, losses in lost.items():
        yield Finding(
            level="warning",
            rule="model-down-on-loss",
            about=about,
            what=f"answers nobody after the loss of {' or '.join(losses)}, until a new node is "
            "there",
            mend="run two replicas on two nodes, or accept it",
        )


def _pace(plan: Plan) -> Iterator[Finding]:
    """How long the last node of the largest zone is kept, where only Kubernetes gives nodes up."""
    placed = plan.scales["expected"].placement.nodes
    zones = Counter(node.zone for node in placed if node.zone != NO_ZONE)
    if plan.config.platform.zone_tainter is not None or len(zones) <= 1:
        return
    [(zone, nodes)] = zones.most_common(1)
    last = SILENT_SECONDS + NEXT_NODE_SECONDS * (nodes - 1)
    yield Finding(
        level="warning",
        rule="zone-given-up-slowly",
        about="platform.zone_tainter",
        what=f"without it, pods stay on the last of {nodes} silent nodes of {zone} for {last} s",
        mend="leave it in, or write `provided` where the cluster has one",
    )


def _account(plan: Plan) -> Iterator[Finding]:
    for quota in plan.quotas:
        if quota.exceeded:
            yield Finding(
                level="refusal",
                rule="quota-exceeded",
                about="planning.quotas",
                what=f"{quota.name}: {quota.needed_vcpus} vCPUs are needed, {quota.limit_vcpus} "
                "are allowed",
                mend="ask AWS for more, or lower max_nodes",
            )
        elif quota.limit_vcpus is None:
            yield Finding(
                level="warning",
                rule="quota-unknown",
                about="planning.quotas",
                what=f"{quota.name}: {quota.needed_vcpus} vCPUs are needed, the limit is unknown",
                mend=f"state {quota.field}; a new account has none of P and few of G",
            )
    for group, zones in zones_without(plan.config).items():
        yield Finding(
            level="refusal",
            rule="zone-without-instance-type",
            about=f"node_groups.{group}",
            what=f"its instance type is not offered in {', '.join(zones)}",
            mend="choose zones that `planning.zones` lists for it",
        )
