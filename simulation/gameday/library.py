"""The scenarios that come with the project, and those that users bring."""

from pathlib import Path

import yaml
from pydantic import ValidationError

from components.nearest import did_you_mean
from simulation.gameday.scenario import Scenario
from stacks.refusal import problems

HERE = Path(__file__).parent / "scenarios"


class ScenarioRefused(Exception):
    """There is no such scenario, or its file is wrong: every reason at once."""


def names() -> list[str]:
    """Those that come with the project."""
    return sorted(file.stem for file in HERE.glob("*.yaml"))


def scenario(asked: str) -> Scenario:
    """By name, or by the path of a YAML file; raises ScenarioRefused with all that is wrong."""
    file = Path(asked) if asked.endswith((".yaml", ".yml")) else HERE / f"{asked}.yaml"
    if not file.exists():
        hint = did_you_mean(asked, names())
        raise ScenarioRefused(f"there is no scenario `{asked}`; {hint} (or a path to a .yaml file)")
    try:
        return Scenario.model_validate(yaml.safe_load(file.read_text()))
    except yaml.YAMLError as error:
        raise ScenarioRefused(f"{file} is not YAML: {error}") from error
    except ValidationError as error:
        wrong = map(str, problems(error, Scenario))
        raise ScenarioRefused("\n  ".join([f"{file} is no scenario:", *wrong])) from None
