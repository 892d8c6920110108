"""What stands under `modules/`, as data."""

import re

import pytest

from simulation.toolchain import pins
from simulation.toolchain.module import EXPECTED_SECONDS
from simulation.toolchain.tools import DEFAULT, TOOLS, Tool
from simulation.toolchain.trims import TRIMS

FILES = sorted(path for path in pins.MODULES.rglob("*") if path.is_file())


@pytest.mark.parametrize("tool", TOOLS.values(), ids=TOOLS)
def test_each_tool_is_pinned_by_its_module(tool: Tool) -> None:
    lines = (pins.MODULES / tool.module / "go.mod").read_text().splitlines()

    assert tool.package in {line.strip().removeprefix("tool ") for line in lines}


def test_each_module_has_tools_checksums_and_an_expected_time() -> None:
    modules = {tool.module for tool in TOOLS.values()}

    assert set(pins.names()) == modules == set(EXPECTED_SECONDS)
    assert all((pins.MODULES / module / "go.sum").stat().st_size for module in modules)


def test_an_ordinary_run_needs_known_tools_only() -> None:
    assert set(DEFAULT) <= TOOLS.keys()


def test_whatever_stands_instead_of_an_upstream_file_is_named_by_a_trim() -> None:
    named = {
        f"{module}/_instead/{trim.instead}"
        for module, trims in TRIMS.items()
        for trim in trims
        if trim.instead
    }

    assert {str(path.relative_to(pins.MODULES)) for path in FILES if path.suffix == ".go"} == named


def test_no_file_names_where_a_registry_downloads_from() -> None:
    host = re.compile(r"proxy\.golang|sum\.golang|https?://")

    assert not [path for path in FILES if host.search(path.read_text())]
