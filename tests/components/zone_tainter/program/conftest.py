"""Signs of life go where nobody else looks."""

from pathlib import Path

import pytest

from components.zone_tainter.program import alive


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a test's own signs of life lie."""
    monkeypatch.setattr(alive, "FOLDER", tmp_path)
    return tmp_path
