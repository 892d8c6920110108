"""What the probes of the zone tainter's pod see."""

import os
import signal
from http.client import HTTPException
from pathlib import Path
from typing import Any

import pytest

from components.zone_tainter.program import __main__ as program
from components.zone_tainter.program.alive import FRESH_SECONDS, LOOPS, WATCHES, beat, fresh
from components.zone_tainter.program.guard import guard
from tests.components.zone_tainter.program.test_guard import HEARD, Server


def test_a_sign_is_fresh_for_a_minute(folder: Path) -> None:
    assert not fresh(LOOPS)
    beat(LOOPS)
    assert fresh(LOOPS)

    [file] = folder.iterdir()
    old = file.stat().st_mtime - FRESH_SECONDS
    os.utime(file, (old, old))
    assert not fresh(LOOPS)


def test_whoever_follows_the_nodes_says_so() -> None:
    guard(Server([HEARD], []))

    assert fresh(LOOPS)
    assert fresh(WATCHES)


def test_whoever_may_not_see_them_is_alive_and_not_ready(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(_: object) -> None:
        raise HTTPException("GET /api/v1/nodes: 403")

    class Enough(Exception):
        pass

    def pause(_: float) -> None:
        raise Enough

    def nobody(*_: Any) -> None:
        return None

    for name, instead in (("guard", refused), ("Api", nobody), ("sleep", pause)):
        monkeypatch.setattr(program, name, instead)
    monkeypatch.setattr(signal, "signal", nobody)

    with pytest.raises(Enough):
        program.main(tmp_path)

    assert fresh(LOOPS)
    assert not fresh(WATCHES)
    assert "trying again: GET /api/v1/nodes: 403" in capsys.readouterr().out
