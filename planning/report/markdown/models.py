"""Models in Markdown: where they run and what they hold, and the memory of each GPU."""

from collections.abc import Iterator

from planning.report.document.document import Document
from planning.report.markdown.table import folded, table
from planning.report.words import amount, range_of

MODELS = ("model", "where", "replicas", "KV cache", "requests at once", "fits", "an hour")
PARTS = ("model", "part", "GiB", "range", "why")


def models(plan: Document) -> list[str]:
    """The table that a reviewer looks at first."""
    return table(MODELS, map(_model, plan["models"]))


def memory(plan: Document) -> list[str]:
    """Every part of every model's GPU with its reason."""
    return folded("Memory of one GPU", table(PARTS, _parts(plan)))


def _model(model: Document) -> tuple[str, ...]:
    fit = model["fit"]
    replicas = range_of(str(model["replicas"]["minimum"]), str(model["replicas"]["maximum"]))
    hourly = range_of(amount(model["hourly"]["minimum"]), amount(model["hourly"]["maximum"]))
    nodes = f"{model['nodes']} x " if model["nodes"] > 1 else ""
    where = f"{nodes}{model['gpus']} x `{model['node_group']}`"
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


def _parts(plan: Document) -> Iterator[tuple[str, ...]]:
    for model in plan["models"]:
        for part in model["fit"]["parts"] if model["fit"] else ():
            spread = f"{part['low_gib']:.2f}-{part['high_gib']:.2f}"
            yield model["name"], part["name"], f"{part['gib']:.2f}", spread, part["reason"]
