"""A `go` that compiles nothing, and remembers what it was asked."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from simulation.toolchain import go

SCRIPT = """#!/bin/sh
echo "$@" >> "{log}"
case "$1" in
  env) printf 'go1.26.8\\nlinux\\namd64\\n' ;;
  list) echo '{sources}' ;;
  build)
    {build}
    while [ $# -gt 1 ]; do [ "$1" = -o ] && out=$2; shift; done
    for name in {programs}; do
      printf 'built' > "$out/$name.new"; chmod +x "$out/$name.new"; mv "$out/$name.new" "$out/$name"
    done
    {end}
    ;;
esac
"""


@dataclass
class FakeGo:
    """Replaces `go` on PATH; `asked` is what it was called with."""

    directory: Path

    def answers(
        self, *programs: str, build: str = ":", end: str = ":", sources: object = "fmt"
    ) -> None:
        """From now on `go build` runs the shell line `build`, writes `programs`, runs `end`."""
        script = SCRIPT.format(
            log=self.directory / "log",
            build=build,
            end=end,
            sources=sources,
            programs=" ".join(programs) or "nothing",
        )
        (self.directory / "go").write_text(script)
        (self.directory / "go").chmod(0o755)

    @property
    def asked(self) -> list[str]:
        log = self.directory / "log"
        return log.read_text().splitlines() if log.exists() else []

    @property
    def builds(self) -> list[str]:
        return [line for line in self.asked if line.startswith("build")]


@pytest.fixture
def fake_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeGo]:
    """A `go` of our own, before any other."""
    directory = tmp_path / "fake-go"
    directory.mkdir()
    monkeypatch.setenv("PATH", f"{directory}{os.pathsep}/usr/bin{os.pathsep}/bin")
    fake = FakeGo(directory)
    fake.answers()
    go.platform.cache_clear()
    go.source.cache_clear()
    yield fake
    go.platform.cache_clear()
    go.source.cache_clear()
