"""The list of what vLLM understands is the pinned version's, and nobody else's."""

from pathlib import Path

import pytest

from catalogue.vllm import choices, flags, metrics, retired_flags, version
from stacks import versions

REFERENCE = Path(__file__).parents[3] / "shared" / "reference" / "vllm"
shared = pytest.mark.skipif(not REFERENCE.exists(), reason="no ../shared/reference here")


def test_is_the_list_of_the_image_that_serves() -> None:
    assert versions.VLLM_IMAGE.endswith(f":v{version()}")


def test_no_flag_is_both_known_and_retired() -> None:
    assert not flags() & retired_flags()


def test_knows_every_choice_that_an_option_has() -> None:
    assert {"auto", "bfloat16"} <= set(choices("dtypes"))
    assert {"awq", "fp8"} <= set(choices("quantizations"))
    assert {"hermes", "llama3_json"} <= set(choices("tool_parsers"))


@pytest.mark.shared
@shared
def test_every_flag_was_found_by_the_reference_too() -> None:
    found = (REFERENCE / f"flags-{version()}.txt").read_text().split()

    assert {f"--{flag}" for flag in flags()} <= set(found)


@pytest.mark.shared
@shared
def test_every_metric_was_found_by_the_reference_too() -> None:
    found = (REFERENCE / f"metrics-{version()}.tsv").read_text()

    assert set(metrics()) <= set(found.split())
