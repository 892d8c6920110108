"""The known keys come from the specs' own types, however deep."""

import pytest

from components.nearest import did_you_mean
from stacks.config import StackConfig
from stacks.shape import known_keys


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ((), "models"),
        (("models", "any"), "node_group"),
        (("models", "any", "scaling"), "max_replicas"),
        (("node_groups", "any", "hardware"), "gpu_memory_gib"),
    ],
)
def test_finds_the_keys_of_a_place(path: tuple[str, ...], key: str) -> None:
    assert key in known_keys(StackConfig, path)


def test_knows_none_below_a_plain_value() -> None:
    assert known_keys(StackConfig, ("models", "any", "source")) == set()


def test_advises_the_nearest_word() -> None:
    assert did_you_mean("gpuz", ["gpus", "cpu"]) == "did you mean `gpus`?"


def test_lists_the_words_where_none_is_near() -> None:
    assert did_you_mean("zzz", ["b", "a"]) == "known here: a, b"


def test_says_that_there_is_none_where_nothing_is_known() -> None:
    assert did_you_mean("zzz", []) == "there is none yet"
