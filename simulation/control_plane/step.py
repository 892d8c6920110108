"""Bringing things up as early as what they need allows, all at once where nothing is needed."""

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, as_completed
from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """Something to do, known by a name, once the steps named in `after` are done."""

    name: str
    run: Callable[[], object]
    after: tuple[str, ...] = ()


def run_all(steps: Iterable[Step]) -> None:
    """Do every step; the first that fails ends the wait, with its error.

    The threads are daemons: an interrupted run does not wait for a build or a slow start.
    """
    by_name = {step.name: step for step in steps}
    done: dict[str, Future[None]] = {name: Future() for name in by_name}
    unknown = {name for step in by_name.values() for name in step.after} - by_name.keys()
    if unknown:
        raise ValueError(f"no such step: {', '.join(sorted(unknown))}")
    for step in by_name.values():
        threading.Thread(target=_do, args=(step, done), name=step.name, daemon=True).start()
    for future in as_completed(done.values()):
        future.result()


def _do(step: Step, done: dict[str, Future[None]]) -> None:
    try:
        for name in step.after:
            done[name].result()
        step.run()
    except BaseException as error:  # handed on to whoever waits
        done[step.name].set_exception(error)
    else:
        done[step.name].set_result(None)
