"""The plan as a comment on a pull request: what matters first, the rest folded away."""

from collections.abc import Iterable, Iterator

from planning.report.change import change_markdown
from planning.report.document.document import Document
from planning.report.words import amount, range_of

MARKER = "<!-- gpu-inference plan: {stack} -->"
"""The workflow finds its own comment by this line and writes over it."""

ICONS = {"refusal": "⛔", "warning": "⚠️", "waived": "📝"}


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
            *_table(MODEL_COLUMNS, map(_model, plan["models"])),
            "",
            *_folded("Node groups and prices", _table(GROUP_COLUMNS, _groups(plan))),
            *_folded("Cost of an hour by tenant", _table(TENANT_COLUMNS, _tenants(plan))),
            *_folded("Memory of one GPU", _table(PART_COLUMNS, _parts(plan))),
            *_folded("Losses and limits", _limits(plan)),
        ]
    )


MODEL_COLUMNS = ("model", "where", "replicas", "KV cache", "requests at once", "fits", "an hour")
GROUP_COLUMNS = ("group", "type", "nodes", "on demand", "spot", "reserved", "an hour")
TENANT_COLUMNS = ("tenant", "minimum", "expected", "maximum")
PART_COLUMNS = ("model", "part", "GiB", "range", "why")


def _headline(plan: Document) -> str:
    low, mid, high = (plan["totals"][scale] for scale in ("minimum", "expected", "maximum"))
    return (
        f"**{amount(mid['hourly'])} {plan['currency']}/h** expected "
        f"({range_of(amount(low['hourly']), amount(high['hourly']))}), "
        f"{amount(mid['monthly'])} a month, {plan['region']}, vLLM {plan['vllm']}"
    )


def _findings(plan: Document) -> list[str]:
    lines = [
        f"- {ICONS[it['level']]} `{it['about']}` {it['what']}; {it['mend']} (`{it['rule']}`)"
        for it in plan["findings"]
    ]
    return [*lines, ""] if lines else ["Nothing to warn about.", ""]


def _model(model: Document) -> tuple[str, ...]:
    fit = model["fit"]
    replicas = range_of(str(model["replicas"]["minimum"]), str(model["replicas"]["maximum"]))
    hourly = range_of(amount(model["hourly"]["minimum"]), amount(model["hourly"]["maximum"]))
    where = f"{model['gpus']} x `{model['node_group']}`"
    if fit is None:
        return model["name"], where, replicas, "unknown", "unknown", "unknown", hourly
    at_once = f"{fit['concurrency']['full']:g} of {fit['context_length']}, "
    at_once += f"{fit['concurrency']['typical']:g} of {fit['typical_context']}"
    return model["name"], where, replicas, _kv(fit), at_once, _verdict(fit), hourly


def _kv(fit: Document) -> str:
    if fit["kind"] == "pool":
        return "none"
    [kv] = [part for part in fit["parts"] if part["name"] == "KV cache"]
    return f"{kv['gib']:.1f} GiB ({kv['low_gib']:.1f}-{kv['high_gib']:.1f})"


def _verdict(fit: Document) -> str:
    if not fit["fits"]:
        return "no"
    return "yes" if fit["certain"] else "just"


def _groups(plan: Document) -> Iterator[tuple[str, ...]]:
    for group in plan["groups"]:
        price = group["price"]
        mark = "~" if price["derived"] else ""
        yield (
            group["name"],
            str(group["instance_type"] or "hardware"),
            range_of(str(group["nodes"]["minimum"]), str(group["nodes"]["maximum"])),
            mark + amount(price["on_demand"]),
            amount(price["spot"]),
            amount(price["reserved"]),
            range_of(amount(group["hourly"]["minimum"]), amount(group["hourly"]["maximum"])),
        )


def _tenants(plan: Document) -> Iterator[tuple[str, ...]]:
    by_scale = plan["cost"]["by_tenant"]
    for tenant in by_scale["maximum"]:
        yield (tenant, *(amount(by_scale[scale].get(tenant, 0.0)) for scale in by_scale))


def _parts(plan: Document) -> Iterator[tuple[str, ...]]:
    for model in plan["models"]:
        for part in model["fit"]["parts"] if model["fit"] else ():
            spread = f"{part['low_gib']:.2f}-{part['high_gib']:.2f}"
            yield model["name"], part["name"], f"{part['gib']:.2f}", spread, part["reason"]


def _limits(plan: Document) -> list[str]:
    losses = [
        f"- without {loss['lost']}: {', '.join(f'{n} of {m} wait' for m, n in waiting.items())}"
        for loss in plan["losses"]
        if (waiting := loss["waiting"])
    ]
    quotas = [
        f"- {quota['name']}: {quota['needed_vcpus']} vCPUs needed, "
        f"{quota['limit_vcpus'] if quota['limit_vcpus'] is not None else 'unknown'} allowed"
        for quota in plan["quotas"]
    ]
    return [*losses, *quotas] or ["Nothing is lost with one node or zone."]


def _table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    names = list(columns)
    return [_row(names), _row("---" for _ in names), *map(_row, rows)]


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _folded(title: str, lines: Iterable[str]) -> list[str]:
    return [f"<details><summary>{title}</summary>", "", *lines, "", "</details>"]
