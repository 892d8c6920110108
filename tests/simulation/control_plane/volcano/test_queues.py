"""Generated queue trees against the real webhook and API server, where nothing is kept of them.

Volcano 1.10 stores a queue's parent and does not judge it: what a tree means is proved by the
properties of its arithmetic (tests/components/queue).
"""

import copy
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components.queue.manifest import queue
from components.queue.order import parents_first
from simulation.control_plane import ControlPlane
from simulation.control_plane.api import Refused
from simulation.control_plane.manifest import Manifest
from stacks.parse import parse
from tests.support.stack import STACK, refusals

pytestmark = pytest.mark.cluster

NAMES = st.sampled_from(["a", "b", "c", "d", "default", "Upper", "under_score"])
GPUS = st.integers(-1, 4) | st.just(1.5)
AMOUNTS = st.sampled_from([-1, 0, 0.0004, 0.5, 2, 1e30])
RESOURCES = st.fixed_dictionaries(
    {}, optional={"gpus": GPUS, "cpu": AMOUNTS, "memory_gib": AMOUNTS}
)
QUEUES = st.fixed_dictionaries(
    {},
    optional={
        "weight": st.sampled_from([-1, 0, 1, 8, 65535, 65536, 2**31]),
        "parent": st.sampled_from(["a", "b", "c", "nowhere"]),
        "reclaimable": st.booleans(),
        "guarantee": RESOURCES,
        "deserved": RESOURCES,
        "capability": RESOURCES,
        "wait": st.just(1),
    },
)
MODEST = st.fixed_dictionaries(
    {}, optional={"weight": st.integers(1, 9), "capability": st.just({"gpus": 4, "cpu": 0.5})}
)
TREES = st.dictionaries(NAMES, QUEUES, max_size=4) | st.dictionaries(
    st.sampled_from(["a", "b", "c"]), MODEST, min_size=1, max_size=3
)
UNITS = {"gpus": ("nvidia.com/gpu", ""), "cpu": ("cpu", ""), "memory_gib": ("memory", "Gi")}


def stack(tree: dict[str, Any]) -> dict[str, Any]:
    made = copy.deepcopy(STACK)
    made["queues"] |= tree
    return made


def by_hand(name: str, said: dict[str, Any]) -> Manifest:
    """What somebody writes who means the same and has no program that checks it."""
    spec = {key: value for key, value in said.items() if not isinstance(value, dict)}
    lists: Manifest = {k: _list(value) for k, value in said.items() if isinstance(value, dict)}
    if "guarantee" in lists:
        lists["guarantee"] = {"resource": lists["guarantee"]}
    return {
        "apiVersion": "scheduling.volcano.sh/v1beta1",
        "kind": "Queue",
        "metadata": {"name": name},
        "spec": {**spec, **lists},
    }


def _list(amounts: dict[str, Any]) -> dict[str, str]:
    return {UNITS[key][0]: f"{value}{UNITS[key][1]}" for key, value in amounts.items()}


def complaint(plane: ControlPlane, manifest: Manifest) -> str:
    """What the API server and Volcano's webhook say against it; nothing where they take it."""
    try:
        plane.api.check(manifest)
    except Refused as refused:
        return str(refused)
    return ""


def test_what_we_accept_volcano_accepts_and_what_it_refuses_we_refuse_first(
    control_plane: ControlPlane,
) -> None:
    seen: Counter[str] = Counter()

    @settings(max_examples=120, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(TREES)
    def examine(tree: dict[str, Any]) -> None:
        problems = [p for p in refusals(stack(tree)) if p.path[0] == "queues"]
        if not problems:
            seen["accepted"] += bool(tree)
            specs = parse(stack(tree)).queues
            for name in parents_first(specs):
                assert complaint(control_plane, queue(name, specs[name])) == ""
        for name, said in tree.items():
            if complaint(control_plane, by_hand(name, said)):
                seen["refused by Volcano"] += 1
                assert ("queues", name) in {problem.path[:2] for problem in problems}

    examine()
    assert min(seen["accepted"], seen["refused by Volcano"]) > 20


@pytest.mark.parametrize(
    ("said", "theirs", "ours"),
    [
        ({"weight": -1}, "must be a positive integer", "queues.a.weight: "),
        ({"wait": 1}, "field not declared in schema", "did you mean `weight`"),
        ({"weight": 2**31}, "spec.weight", "queues.a.weight: "),
    ],
)
def test_our_refusal_names_the_place_in_the_file(
    control_plane: ControlPlane, said: dict[str, Any], theirs: str, ours: str
) -> None:
    assert theirs in complaint(control_plane, by_hand("a", said))
    assert ours in "\n".join(map(str, refusals(stack({"a": said}))))


def test_nobody_deletes_volcano_s_own_queue_and_nobody_may_name_it(
    control_plane: ControlPlane,
) -> None:
    with pytest.raises(Refused, match="can not be deleted"):
        control_plane.api.delete("/apis/scheduling.volcano.sh/v1beta1/queues/default")

    assert "Volcano's own" in "\n".join(map(str, refusals(stack({"default": {}}))))
