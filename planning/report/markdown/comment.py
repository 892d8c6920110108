"""The plan as a comment on a pull request: what matters first, the rest folded away."""

from collections.abc import Iterator

from planning.report.change import change_markdown
from planning.report.document.document import Document
from planning.report.markdown.models import memory, models
from planning.report.markdown.sharing import jobs, sharing
from planning.report.markdown.table import folded, table
from planning.report.words import amount, counted, listed, priced, prices_from, range_of

MARKER = "<!-- gpu-inference plan: {stack} -->"
"""The workflow finds its own comment by this line and writes over it."""

ICONS = {"refusal": "⛔", "warning": "⚠️", "waived": "📝"}
GROUPS = ("group", "type", "nodes", "idle GPUs", "on demand", "spot", "reserved", "an hour")
TENANTS = ("tenant", "minimum", "expected", "maximum", "expected month")


def markdown(plan: Document) -> str:
    """One comment."""
    return "\n".join(
        [
            MARKER.format(stack=plan["stack"]),
            f"### Plan of `{plan['stack']}`",
            "",
            _headline(plan),
            "",
            *([change_markdown(plan["change"])] if plan["change"] else []),
            *_findings(plan),
            *models(plan),
            "",
            *jobs(plan),
            *folded(
                "Node groups and prices", [*table(GROUPS, _groups(plan)), "", prices_from(plan)]
            ),
            *folded("Cost of an hour by tenant", table(TENANTS, _tenants(plan))),
            *_tokens(plan),
            *sharing(plan),
            *memory(plan),
            *folded("Losses and limits", _limits(plan)),
        ]
    )


def _headline(plan: Document) -> str:
    low, mid, high = (plan["totals"][scale] for scale in ("minimum", "expected", "maximum"))
    jobs = f", {amount(mid['standing'])} while no job runs" if plan["jobs"] else ""
    run = ", each job run once" if plan["jobs"] else ""
    return (
        f"**{amount(mid['hourly'])} {plan['currency']}/h** expected "
        f"({range_of(amount(low['hourly']), amount(high['hourly']))}){jobs}; "
        f"{amount(mid['monthly'])} a month{run}; {plan['region']}, vLLM {plan['vllm']}"
    )


def _findings(plan: Document) -> list[str]:
    lines = [
        f"- {ICONS[it['level']]} `{it['about']}` {it['what']}; {it['mend']} (`{it['rule']}`)"
        for it in plan["findings"]
    ]
    return [*lines, ""] if lines else ["Nothing to warn about.", ""]


def _groups(plan: Document) -> Iterator[tuple[str, ...]]:
    for group in plan["groups"]:
        price = group["price"]
        mark = "~" if price["derived"] else ""
        yield (
            group["name"],
            str(group["instance_type"] or "hardware"),
            range_of(str(group["nodes"]["minimum"]), str(group["nodes"]["maximum"]))
            + f" of {group['max_nodes']}",
            range_of(str(group["idle_gpus"]["minimum"]), str(group["idle_gpus"]["maximum"])),
            mark + amount(price["on_demand"]),
            amount(price["spot"]),
            amount(price["reserved"]),
            range_of(amount(group["hourly"]["minimum"]), amount(group["hourly"]["maximum"])),
        )


def _tenants(plan: Document) -> Iterator[tuple[str, ...]]:
    hours, months = plan["cost"]["by_tenant"], plan["cost"]["monthly_by_tenant"]
    for tenant in hours["maximum"]:
        costs = (amount(hours[scale].get(tenant, 0.0)) for scale in hours)
        yield (tenant, *costs, amount(months["expected"].get(tenant, 0.0)))


def _tokens(plan: Document) -> list[str]:
    rows = [(model["name"], amount(model["per_million_tokens"])) for model in priced(plan)]
    columns = ("model", f"{plan['currency']} for a million output tokens")
    return folded("Cost of tokens", table(columns, rows)) if rows else []


def _limits(plan: Document) -> list[str]:
    losses = [
        f"- without {loss['lost']}: {counted(loss['waiting'])} wait"
        + (f"; nobody answers for {listed(loss['down'])}" if loss["down"] else "")
        for loss in plan["losses"]
    ]
    quotas = [
        f"- {quota['name']}: {quota['needed_vcpus']} vCPUs needed, "
        f"{quota['limit_vcpus'] if quota['limit_vcpus'] is not None else 'unknown'} allowed"
        for quota in plan["quotas"]
    ]
    return [*losses, *quotas] or ["Nothing is lost with one node or zone."]
