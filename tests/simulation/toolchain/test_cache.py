import os
from pathlib import Path

import pytest

from simulation.toolchain.cache import Busy, Shelf, default_cache, forget_unused


@pytest.mark.parametrize(
    ("variables", "place"),
    [
        ({"GPU_INFERENCE_CACHE": "/chosen", "XDG_CACHE_HOME": "/xdg"}, "/chosen"),
        ({"XDG_CACHE_HOME": "/xdg"}, "/xdg/gpu-inference"),
        ({"HOME": "/home/me"}, "/home/me/.cache/gpu-inference"),
    ],
)
def test_the_cache_lies_outside_the_checkout(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], place: str
) -> None:
    for name in ("GPU_INFERENCE_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert default_cache() == Path(place)


def test_a_program_is_there_once_it_is_put_there(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "digest")
    assert not shelf.has("tool")

    with shelf.scratch() as scratch:
        (scratch / "built").write_text("program")
        (scratch / "built").chmod(0o755)
        shelf.put(scratch / "built", "tool")

    assert shelf.has("tool")
    assert not list((tmp_path / "tmp").iterdir())


def test_what_a_killed_build_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    left = tmp_path / "tmp" / "digest-left"
    left.mkdir(parents=True)
    other = tmp_path / "tmp" / "other-running"
    other.mkdir()

    with Shelf(tmp_path, "digest").scratch():
        assert not left.exists()
        assert other.exists()


def test_what_nobody_asked_for_in_a_month_is_thrown_away(tmp_path: Path) -> None:
    for digest in ("used", "unused"):
        (tmp_path / "bin" / digest).mkdir(parents=True)
        os.utime(tmp_path / "bin" / digest, (0, 0))

    Shelf(tmp_path, "used").use()
    forget_unused(tmp_path)

    assert [shelf.name for shelf in (tmp_path / "bin").iterdir()] == ["used"]


def test_one_shelf_has_one_holder(tmp_path: Path) -> None:
    with Shelf(tmp_path, "one").held():
        with pytest.raises(Busy), Shelf(tmp_path, "one").held():
            pass
        with Shelf(tmp_path, "another").held():
            pass
    with Shelf(tmp_path, "one").held():
        pass
