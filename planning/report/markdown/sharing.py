"""Jobs, queues and priorities in Markdown: who shares the GPUs, and who gives way to whom."""

from collections.abc import Iterator

from planning.report.document.document import Document
from planning.report.markdown.table import folded, table
from planning.report.words import MEANING, amount, duration, gpus, queue_name, range_of

JOBS = ("job", "where", "workers", "starts", "runs", "may lose", "an hour", "a run")
QUEUES = ("queue", "guarantee", "deserved", "capability", "at most", "models", "jobs", "an hour")
PROMISES = ("guarantee", "deserved", "capability")


def jobs(plan: Document) -> list[str]:
    """Beside the models, where there are any."""
    return [*table(JOBS, map(_job, plan["jobs"])), ""] if plan["jobs"] else []


def sharing(plan: Document) -> list[str]:
    """Both tables, folded."""
    pool = plan["pool_gpus"]
    there = range_of(f"{pool['minimum']:g}", f"{pool['maximum']:g}")
    return [
        *folded(f"Queues: who shares {there} GPUs", table(QUEUES, _queues(plan))),
        *folded("What each priority may do to the others", _priorities(plan)),
    ]


def _job(job: Document) -> tuple[str, ...]:
    workers = range_of(str(job["workers"]["minimum"]), str(job["workers"]["maximum"]))
    return (
        job["name"],
        f"{job['gpus']} x `{job['node_group']}`",
        workers,
        job["starts"],
        duration(job["runs_minutes"]),
        duration(job["loses_minutes"]) if job["preemptable"] else "nothing",
        range_of(amount(job["hourly"]["minimum"]), amount(job["hourly"]["maximum"])),
        amount(job["run_cost"]),
    )


def _queues(plan: Document) -> Iterator[tuple[str, ...]]:
    costs = plan["cost"]["by_queue"]
    for queue in plan["queues"]:
        asked = (
            range_of(str(queue[who]["minimum"]), str(queue[who]["maximum"]))
            for who in ("models", "jobs")
        )
        promised = (gpus(queue[kind]) for kind in PROMISES)
        cost = [amount(costs[scale].get(queue["name"], 0.0)) for scale in ("minimum", "maximum")]
        yield (
            queue_name(queue),
            *promised,
            f"{queue['at_most']:g}",
            *asked,
            range_of(*cost),
        )


def _priorities(plan: Document) -> list[str]:
    names = [one["name"] for one in plan["priorities"]]
    rows = (
        (one["name"], str(one["value"]), *(one["to"].get(name, "-") for name in names))
        for one in plan["priorities"]
    )
    columns = ("class", "value", *(f"to {name}" for name in names))
    return [*table(columns, rows), "", MEANING]
