"""Updates against the real controllers: what is promised stays ready, and nothing waits for ever.

The rollouts that the stack's check accepts end; those that it refuses hang, as it said.
"""

from collections.abc import Callable

import pytest

from components.node_group.moving import KEPT
from tests.lifecycle.life import Life, eventually
from tests.simulation.control_plane.cluster_objects import pods

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(300)]

OLD, NEW = "vllm/vllm-openai:v1.0.1", "vllm/vllm-openai:v1.0.2"
FULL = "{scaling: {min_replicas: 4, max_replicas: 4}, image: '%s'}"
HALF = "{scaling: {min_replicas: 3, max_replicas: 3}, image: '%s'}"
VERSIONS = """
scaling: {min_replicas: 2, max_replicas: 2}
versions: {v1: {image: 'vllm/vllm-openai:v1.0.1'}, v2: {image: 'vllm/vllm-openai:v1.0.2'}}
traffic: {stable: v1, canary: v2, steps: [5, 50, 100], step: %d}
"""


def test_an_update_on_full_gpus_ends_and_is_one_replica_short_at_most(
    life: Life, sampled: Callable[[str], None]
) -> None:
    life.apply(FULL % OLD)
    assert eventually(lambda: life.rolled_out("llm"))
    sampled("llm")

    life.apply(FULL % NEW)

    assert eventually(lambda: life.image("llm") == NEW and life.rolled_out("llm"))
    assert life.fewest["llm"] >= 3


def test_an_update_that_finds_a_free_gpu_is_never_short(
    life: Life, sampled: Callable[[str], None]
) -> None:
    life.apply(HALF % OLD, surge=True)
    assert eventually(lambda: life.rolled_out("llm"))
    sampled("llm")

    life.apply(HALF % NEW, surge=True)

    assert eventually(lambda: life.image("llm") == NEW and life.rolled_out("llm"))
    assert life.fewest["llm"] >= 3


def test_that_no_autoscaler_may_move_a_model_is_said_on_its_pods(life: Life) -> None:
    life.apply(HALF % OLD)
    assert eventually(lambda: life.rolled_out("llm"))

    said = [pod["metadata"]["annotations"] for pod in pods(life.plane, life.namespace)]

    assert len(said) == 3
    assert all(KEPT.items() <= annotations.items() for annotations in said)


def test_a_surge_on_full_gpus_waits_for_ever_as_the_check_says(life: Life) -> None:
    life.apply(FULL % OLD, surge=True)
    assert eventually(lambda: life.rolled_out("llm"))

    life.apply(FULL % NEW, surge=True)

    assert eventually(lambda: life.image("llm") == NEW)
    assert not eventually(lambda: life.rolled_out("llm"), seconds=20)
    assert life.ready("llm") == 4


def test_a_canary_goes_up_its_steps_and_back_and_the_stable_version_stays_whole(
    life: Life, sampled: Callable[[str], None]
) -> None:
    life.apply(VERSIONS % 0)
    assert eventually(lambda: life.rolled_out("llm-v1") and life.rolled_out("llm-v2"))
    sampled("llm-v1")

    for step, replicas in ((1, 1), (2, 1), (3, 2), (0, 1)):
        life.apply(VERSIONS % step)
        assert eventually(lambda: life.ready("llm-v2") == replicas)  # noqa: B023

    assert life.fewest["llm-v1"] == 2


def test_a_stopped_model_gives_its_gpus_back_and_comes_again(life: Life) -> None:
    life.apply(FULL % OLD)
    assert eventually(lambda: life.rolled_out("llm"))

    life.apply("{stopped: true, scaling: {min_replicas: 4, max_replicas: 4}}")
    assert eventually(lambda: life.deployment("llm") is None)

    life.apply(FULL % OLD)
    assert eventually(lambda: life.rolled_out("llm"))
