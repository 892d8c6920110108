"""Plain data to a StackConfig, or every reason why not, at once.

The checks that cross sections need a configuration that holds together. So that they speak in the
same breath as the misspelt keys, entries that are wrong in themselves are set aside first, and what
only complains of their absence is not repeated.
"""

from typing import Any

from pydantic import ValidationError

from stacks.checks.all import CHECKS
from stacks.config import StackConfig
from stacks.problem import Path, Problem, Refused
from stacks.refusal import problems
from stacks.text import text_problems


def parse(raw: Any) -> StackConfig:
    """The configuration that `raw` is; raises Refused with all that is wrong."""
    config, shape = _shaped(raw)
    text = list(text_problems(raw))
    mistyped = {problem.path for problem in text}
    wrong = text + [problem for problem in shape if problem.path not in mistyped]
    sound = config or _remainder(raw, [problem.path for problem in wrong])
    set_aside = {problem.path[:2] for problem in wrong}
    crossing = _crossing(sound) if sound else []
    found = wrong + [problem for problem in crossing if problem.about not in set_aside]
    if config is None or found:
        raise Refused(found)
    return config


def _shaped(raw: Any) -> tuple[StackConfig | None, list[Problem]]:
    try:
        return StackConfig.model_validate(raw), []
    except ValidationError as error:
        return None, problems(error, StackConfig)


def _remainder(raw: Any, wrong: list[Path]) -> StackConfig | None:
    """The configuration without its wrong entries, if that still is one."""
    if not isinstance(raw, dict):
        return None
    bad = {path[:2] for path in wrong if len(path) > 1}
    unknown = {path[0] for path in wrong if len(path) == 1}
    kept = {
        section: _without(section, entries, bad)
        for section, entries in raw.items()
        if section not in unknown
    }
    return _shaped(kept)[0]


def _without(section: str, entries: Any, bad: set[Path]) -> Any:
    if not isinstance(entries, dict):
        return entries
    return {key: entry for key, entry in entries.items() if (section, key) not in bad}


def _crossing(config: StackConfig) -> list[Problem]:
    return [problem for check in CHECKS for problem in check(config)]
