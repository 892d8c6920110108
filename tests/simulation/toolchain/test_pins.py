from collections.abc import Iterator
from pathlib import Path

import pytest

from simulation.toolchain import pins
from simulation.toolchain.pins import NotPinned, home, pinned

GO_MOD = """module example.org/one

go 1.26.0

require example.org/alone v1.0.0

require (
	example.org/direct v1.2.3
	example.org/replaced v1.0.0
	example.org/shared v1.0.0 // indirect
)

replace (
	example.org/replaced => example.org/replaced v0.9.0
)
"""


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Two modules that share a dependency."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    (tmp_path / "one" / "go.mod").write_text(GO_MOD)
    (tmp_path / "two" / "go.mod").write_text("require example.org/shared v2.0.0\n")
    monkeypatch.setattr(pins, "MODULES", tmp_path)
    for cached in (pins.names, pins._pins, pins._lines):
        cached.cache_clear()
    yield tmp_path
    for cached in (pins.names, pins._pins, pins._lines):
        cached.cache_clear()


@pytest.mark.parametrize(
    ("module_path", "version"),
    [
        ("example.org/alone", "v1.0.0"),
        ("example.org/direct", "v1.2.3"),
        ("example.org/replaced", "v0.9.0"),
    ],
)
def test_the_version_that_is_built_stands_in_go_mod(
    modules: Path, module_path: str, version: str
) -> None:
    assert pinned(module_path) == version


def test_who_requires_a_module_directly_decides_its_version(modules: Path) -> None:
    assert home("example.org/shared") == "two"
    assert pinned("example.org/shared") == "v2.0.0"


def test_what_nobody_pins_is_an_error_that_names_it(modules: Path) -> None:
    with pytest.raises(NotPinned, match=r"example\.org/absent"):
        pinned("example.org/absent")


def test_the_least_go_is_what_the_module_says(modules: Path) -> None:
    assert pins.go_directive("one") == "1.26.0"
