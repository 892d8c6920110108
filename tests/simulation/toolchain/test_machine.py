import re
from dataclasses import replace
from pathlib import Path

import pytest

from simulation.toolchain.machine import GIB, Machine, lacks, needed_go, this_machine

GOOD = Machine(
    python=(3, 11, 7),
    go=(99, 0, 0),
    go_updates_itself=False,
    free_disk=100 * GIB,
    free_memory=16 * GIB,
    cache=Path("/nowhere"),
)


def test_a_good_machine_lacks_nothing() -> None:
    assert lacks(GOOD) == []


@pytest.mark.parametrize(
    ("machine", "sentence"),
    [
        (replace(GOOD, python=(3, 10, 4)), r"Python 3\.11 or newer .* this is 3\.10\.4"),
        (replace(GOOD, go=None), r"no `go` on PATH.*https://go\.dev/dl"),
        (replace(GOOD, go=(1, 22, 3)), r"Go 1\.22\.3 is too old.*https://go\.dev/dl"),
        (replace(GOOD, go=(1, 19), go_updates_itself=True), r"Go 1\.19 is too old"),
        (replace(GOOD, free_disk=2 * GIB), r"/nowhere has 2\.0 GiB free and 8 GiB"),
        (replace(GOOD, free_memory=GIB), r"1\.0 GiB of memory is available .* 4 GiB"),
    ],
)
def test_each_thing_that_is_missing_is_one_sentence(machine: Machine, sentence: str) -> None:
    (said,) = lacks(machine)

    assert re.search(sentence, said)


def test_everything_that_is_missing_is_said_at_once() -> None:
    assert len(lacks(replace(GOOD, python=(3, 9), go=None, free_disk=0, free_memory=0))) == 4


def test_a_go_that_fetches_a_newer_one_is_good_enough() -> None:
    assert lacks(replace(GOOD, go=(1, 22, 3), go_updates_itself=True)) == []


def test_an_unknown_amount_of_memory_is_no_reason_to_stop() -> None:
    assert lacks(replace(GOOD, free_memory=None)) == []


def test_who_has_built_once_needs_little_room(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()

    assert lacks(replace(GOOD, free_disk=2 * GIB, cache=tmp_path)) == []


def test_this_machine_is_described() -> None:
    machine = this_machine()

    assert machine.python >= (3, 11)
    assert machine.free_disk > 0
    assert needed_go() >= (1, 26)
