"""The real Pulumi engine on a backend of its own, under the simulated cluster's state."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pulumi import automation

from simulation.engine.tools import Tools
from stacks.config import StackConfig
from stacks.file import KEY
from stacks.program import program

PROJECT = KEY.partition(":")[0]
PASSPHRASE = "simulated"
"""Guards nothing: the backend holds a throw-away cluster's state, on this machine only."""


def workspace(name: str, config: StackConfig, state: Path, tools: Tools) -> automation.Stack:
    """The stack `name` as the Automation API sees it."""
    work, backend = state / "pulumi", state / "backend"
    for folder in (work, backend):
        folder.mkdir(parents=True, exist_ok=True)
    return automation.create_or_select_stack(
        stack_name=name,
        project_name=PROJECT,
        program=program,
        opts=automation.LocalWorkspaceOptions(
            work_dir=str(work),
            env_vars=environment(backend, tools),
            project_settings=_project(backend),
            stack_settings={name: _settings(config)},
            pulumi_command=automation.PulumiCommand(root=str(tools.root)),
        ),
    )


def environment(backend: Path, tools: Tools) -> Mapping[str, str]:
    """Nothing is asked of the network: no update check, no sign-in, no plugin download."""
    return {
        "PULUMI_HOME": str(tools.home),
        "PULUMI_BACKEND_URL": f"file://{backend}",
        "PULUMI_CONFIG_PASSPHRASE": PASSPHRASE,
        "PULUMI_SKIP_UPDATE_CHECK": "true",
        "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION": "true",
        "PULUMI_ERROR_OUTPUT_STRING": "1",
    }


def _project(backend: Path) -> automation.ProjectSettings:
    return automation.ProjectSettings(
        name=PROJECT, runtime="python", backend=automation.ProjectBackend(f"file://{backend}")
    )


def _settings(config: StackConfig) -> automation.StackSettings:
    plain: dict[str, Any] = config.model_dump(mode="json", exclude_unset=True)
    return automation.StackSettings(config={KEY: plain})
