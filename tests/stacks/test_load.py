"""Pulumi's configuration is read once, and a mistake ends the run without a traceback."""

import json
from typing import Any

import pulumi
import pytest

from stacks.load import load
from stacks.program import program
from tests.support.recorder import record
from tests.support.stack import STACK, changed


def configured(stack: Any) -> None:
    pulumi.runtime.set_all_config({"project:stack": json.dumps(stack)})


def test_reads_what_the_stack_file_says() -> None:
    found = []

    def reading() -> None:
        configured(STACK)
        found.append(load())

    record(reading)

    assert set(found[0].models) == {"small"}


def test_a_mistake_ends_the_run_with_its_place_and_no_traceback() -> None:
    def reading() -> None:
        configured(changed("models.small.gpuz", 1))
        load()

    with pytest.raises(pulumi.RunError, match=r"models\.small\.gpuz: unknown key") as caught:
        record(reading)
    assert caught.value.__suppress_context__


def test_a_refused_stack_registers_nothing() -> None:
    configured_program = []

    def running() -> None:
        configured(changed("models.small.gpuz", 1))
        configured_program.append(True)
        program()

    with pytest.raises(pulumi.RunError):
        record(running)
    assert configured_program
