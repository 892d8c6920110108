"""The walls of the house: who may import what, how large a file is, where versions stand."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("catalogue", "components", "planning", "policy", "simulation", "stacks")
SOURCES = sorted(p for room in ROOMS for p in (ROOT / room).rglob("*.py"))
PULUMI_IN_STACKS = {
    *("infrastructure", "inference", "load", "platform", "program", "serving", "training"),
}
LONGEST_FILE = 150
LONGEST_FUNCTION = 30
IMAGE_OR_CHART_VERSION = re.compile(r"""["'][\w./-]*:?v\d+\.\d+\.\d+["']""")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def imports_pulumi(path: Path) -> bool:
    return any(module.partition(".")[0].startswith("pulumi") for module in imported(path))


def may_import_pulumi(path: Path) -> bool:
    room, *_ = path.relative_to(ROOT).parts
    match room:
        case "components":
            return path.name == "component.py"
        case "stacks":
            return path.stem in PULUMI_IN_STACKS or path.parent.name in PULUMI_IN_STACKS
    return room in ("policy", "simulation")


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_only_components_and_compositions_import_pulumi(path: Path) -> None:
    assert may_import_pulumi(path) or not imports_pulumi(path)


@pytest.mark.parametrize("path", sorted(ROOT.glob("components/**/*.py")), ids=name)
def test_components_do_not_know_the_stacks_that_use_them(path: Path) -> None:
    above = {"stacks", "planning", "policy", "simulation"}
    assert not {module.partition(".")[0] for module in imported(path)} & above


@pytest.mark.parametrize("path", sorted(ROOT.glob("components/*/component.py")), ids=name)
def test_components_meet_in_stacks_and_not_in_each_other(path: Path) -> None:
    others = [m for m in imported(path) if m.endswith(".component") and path.parent.name not in m]
    assert not others


@pytest.mark.parametrize(
    "path", [p for p in SOURCES if p.relative_to(ROOT).parts[0] != "simulation"], ids=name
)
def test_the_program_does_not_know_that_it_may_be_simulated(path: Path) -> None:
    assert not any(module.partition(".")[0] == "simulation" for module in imported(path))


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_file_holds_one_idea_and_says_it_first(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= LONGEST_FILE
    assert not text or ast.get_docstring(ast.parse(text))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_function_fits_on_a_screen(path: Path) -> None:
    long = [f.name for f in functions(path) if (f.end_lineno or 0) - f.lineno >= LONGEST_FUNCTION]
    assert not long


@pytest.mark.parametrize(
    "path", [p for p in SOURCES if p.name not in ("versions.py", "windows.py")], ids=name
)
def test_a_version_stands_in_the_versions_file_only(path: Path) -> None:
    assert not IMAGE_OR_CHART_VERSION.findall(path.read_text())


def test_dev_and_prod_differ_in_their_yaml_only() -> None:
    stacks = {p.name.split(".")[1] for p in ROOT.glob("Pulumi.*.yaml")}
    quoted = re.compile("|".join(f"[\"']{stack}[\"']" for stack in stacks))
    program = [p for p in SOURCES if p.relative_to(ROOT).parts[0] in ("components", "stacks")]
    assert not [name(p) for p in program if quoted.search(p.read_text())]
