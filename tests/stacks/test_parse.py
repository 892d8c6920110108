"""Every error of a stack file is named at once, where it is, with what to do about it."""

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from stacks.parse import parse
from stacks.problem import Refused
from tests.support.stack import STACK, changed, refusals, refused_at, without

SMALL = "models.small"


CASES = yaml.safe_load(Path(__file__).with_name("refusals.yaml").read_text())


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_refuses(case: dict[str, Any]) -> None:
    stack = changed(case["change"], case["to"])

    assert case["says"] in refused_at(stack, case.get("at", case["change"]))


def test_accepts_the_small_stack_that_these_cases_change() -> None:
    assert set(parse(STACK).models) == {"small"}


@pytest.mark.parametrize("section", ["cluster", "node_groups", "tenants", "queues", "priorities"])
def test_names_a_missing_section(section: str) -> None:
    assert "required" in refused_at(without(section), section)


def test_names_errors_of_every_kind_in_one_breath() -> None:
    stack = changed(f"{SMALL}.gpuz", 1)
    stack["models"]["huge"] = STACK["models"]["small"] | {"gpus": 9}
    stack["models"]["lost"] = STACK["models"]["small"] | {"node_group": "nowhere"}
    stack["models"]["quoted"] = STACK["models"]["small"] | {"source": "hf://a/‘b’"}

    places = {".".join(map(str, p.path)) for p in refusals(stack)}

    assert places == {
        "models.small.gpuz",
        "models.huge.gpus",
        "models.lost.node_group",
        "models.quoted.source",
    }


def test_does_not_complain_of_a_group_that_is_there_but_wrong_in_itself() -> None:
    stack = changed("node_groups.t4.min_nodes", 9)

    assert [p.path for p in refusals(stack)] == [("node_groups", "t4")]


def test_a_wrong_field_is_told_and_not_the_defaults_that_are_made_of_it() -> None:
    assert [p.path for p in refusals(without(f"{SMALL}.tenant"))] == [("models", "small", "tenant")]


def test_says_nothing_of_the_values() -> None:
    stack = changed(f"{SMALL}.gpus", "hunter2")

    assert "hunter2" not in "\n".join(map(str, refusals(stack)))


@pytest.mark.parametrize("raw", [None, [], "stack", 7], ids=repr)
def test_refuses_what_is_no_mapping_at_all(raw: Any) -> None:
    assert refusals(raw)


def test_lists_the_problems_under_one_heading() -> None:
    with pytest.raises(Refused, match=r"not valid:\n  models\.small\.gpuz: unknown key"):
        parse(changed(f"{SMALL}.gpuz", 1))


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2)
    | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=5,
)  # fmt: skip
PATHS = st.sampled_from(
    [f"{a}.{b}.{c}" for a in STACK if a != "cluster" for b in STACK[a] for c in STACK[a][b]]
)


@given(path=PATHS, value=PLAIN)
def test_whatever_stands_anywhere_is_accepted_or_refused_with_a_place(
    path: str, value: Any
) -> None:
    stack = copy.deepcopy(changed(path, value))

    assert all(problem.path and problem.what for problem in refusals(stack))
