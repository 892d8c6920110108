"""A change in words: the dangerous steps on top, in Markdown and for a terminal."""

from collections.abc import Iterator
from typing import Any

from rich.text import Text

Plain = dict[str, Any]
SHOWN = 40
ACTIONS = ("replace", "remove", "change", "add")
NOT_COMPARABLE = "fit, cost and capacity: the stack was not there, or is no longer valid"


def change_markdown(change: Plain) -> str:
    """One section of the comment."""
    lines = [f"#### {_heading(change, '`')}", ""]
    lines += [f"- ⛔ {_danger(step, '**')}" for step in change["steps"] if step["loses"]]
    lines += [f"- {'⛔ ' * one['silent']}{_anew(one, '**')}" for one in change["rollouts"]]
    lines += [f"- {line}" for line in _figures(change)]
    harmless = list(_harmless(change))
    if harmless:
        lines += ["", "<details><summary>Resources</summary>", ""]
        lines += [*(f"- {line}" for line in harmless), "", "</details>"]
    return "\n".join([*lines, ""])


def change_text(change: Plain) -> Iterator[Text]:
    """The same for a terminal."""
    yield Text(_heading(change), style="bold")
    for step in change["steps"]:
        if step["loses"]:
            yield Text(_danger(step), style="bold red")
    for one in change["rollouts"]:
        yield Text(_anew(one), style="bold red" if one["silent"] else "")
    yield from (Text(line) for line in _figures(change))
    yield from (Text(line, style="dim") for line in _harmless(change))
    yield Text("")


def _heading(change: Plain, mark: str = "") -> str:
    steps = change["steps"]
    numbers = {action: sum(step["action"] == action for step in steps) for action in ACTIONS}
    said = (f"{number} to {action}" for action, number in numbers.items() if number)
    counted = ", ".join(said) or "no resource changes"
    return f"Against {mark}{change['reference']}{mark}: {counted}"


def _danger(step: Plain, mark: str = "") -> str:
    because = f" because of {', '.join(step['paths'])}" if step["paths"] else ""
    return f"{mark}{step['action']} {step['resource']}{mark}{because}: loses {step['loses']}"


def _anew(one: Plain, mark: str = "") -> str:
    return f"{mark}{one['model']}{mark} {one['says']}, because of {', '.join(one['paths'])}"


def _figures(change: Plain) -> Iterator[str]:
    for delta in change["deltas"]:
        before, after = _figure(delta["before"]), _figure(delta["after"])
        yield f"{delta['what']}: {before} → {after} {delta['unit']}"
    if not change["comparable"]:
        yield NOT_COMPARABLE


def _harmless(change: Plain) -> Iterator[str]:
    steps = [step for step in change["steps"] if not step["loses"]]
    for step in steps[:SHOWN]:
        paths = f": {', '.join(step['paths'])}" if step["paths"] else ""
        yield f"{step['action']} {step['resource']}{paths}"
    if len(steps) > SHOWN:
        yield f"and {len(steps) - SHOWN} more"


def _figure(figure: float | None) -> str:
    return "none" if figure is None else f"{round(figure, 2):,}"
