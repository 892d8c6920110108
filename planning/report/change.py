"""A change in Markdown, which a terminal shows as well: the dangerous steps on top."""

from typing import Any

Plain = dict[str, Any]
SHOWN = 40
ACTIONS = ("replace", "remove", "change", "add")


def change_markdown(change: Plain) -> str:
    """One section of the comment."""
    lines = [f"#### Against `{change['reference']}`: {_counts(change['steps'])}", ""]
    lines += [_danger(step) for step in change["steps"] if step["loses"]]
    lines += [_delta(delta) for delta in change["deltas"]]
    if not change["comparable"]:
        lines.append("- fit, cost and capacity: the stack was not there, or is no longer valid")
    folded = [_step(step) for step in change["steps"] if not step["loses"]]
    if folded:
        lines += ["", "<details><summary>Resources</summary>", "", *folded[:SHOWN]]
        lines += [f"- and {len(folded) - SHOWN} more"] if len(folded) > SHOWN else []
        lines += ["", "</details>"]
    return "\n".join([*lines, ""])


def _counts(steps: list[Plain]) -> str:
    numbers = {action: sum(step["action"] == action for step in steps) for action in ACTIONS}
    said = (f"{number} to {action}" for action, number in numbers.items() if number)
    return ", ".join(said) or "no resource changes"


def _danger(step: Plain) -> str:
    because = f" because of {', '.join(step['paths'])}" if step["paths"] else ""
    return f"- ⛔ **{step['action']} {step['resource']}**{because}: loses {step['loses']}"


def _step(step: Plain) -> str:
    paths = f": {', '.join(step['paths'])}" if step["paths"] else ""
    return f"- {step['action']} {step['resource']}{paths}"


def _delta(delta: Plain) -> str:
    before, after = _figure(delta["before"]), _figure(delta["after"])
    return f"- {delta['what']}: {before} → {after} {delta['unit']}"


def _figure(figure: float | None) -> str:
    return "none" if figure is None else f"{figure:g}"
