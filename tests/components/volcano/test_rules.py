import pytest
from pydantic import ValidationError

from components.volcano.spec import SchedulerSpec

SOUND = ["priority", "gang", "predicates", "capacity"]
ACTIONS = ["allocate", "preempt", "reclaim", "backfill"]


def scheduler(actions: list[str], plugins: list[str], **flags: object) -> SchedulerSpec:
    votes: dict[str, object] = {"preemptable": False, "reclaimable": False}
    said: dict[str, dict[str, object]] = {"gang": votes, "drf": flags}
    tier = [{"name": name, **said.get(name, {})} for name in plugins]
    return SchedulerSpec.model_validate({"actions": actions, "tiers": [tier]})


def test_a_small_sound_configuration_is_accepted() -> None:
    assert scheduler(ACTIONS, SOUND).actions == tuple(ACTIONS)


@pytest.mark.parametrize(
    ("actions", "plugins", "reason"),
    [
        (ACTIONS, [*SOUND, "proportion"], "keep the same books"),
        (["enqueue", *ACTIONS], SOUND, "a full queue admits nobody"),
        (["enqueue", *ACTIONS], [*SOUND, "overcommit"], "a full queue admits nobody"),
        (["allocate"], [*SOUND, "overcommit"], "without action `enqueue`"),
        (["enqueue", "backfill"], SOUND, "no pod would ever be placed"),
        (["backfill", "allocate"], SOUND, "keep allocate, backfill in this order"),
        (["allocate", "enqueue"], SOUND, "keep enqueue, allocate in this order"),
        (["allocate", "allocate"], SOUND, "names allocate twice"),
        (ACTIONS, [*SOUND, "gang"], "names gang twice"),
        (["allocate"], ["gang", "priority"], "taints and selectors would not count"),
        (["allocate", "reclaim"], ["priority", "predicates"], "neither capacity nor proportion"),
        (["allocate", "preempt"], ["gang", "predicates"], "no plugin `priority`"),
        (["allocate", "gangpreempt"], ["priority", "predicates"], "no plugin `gang`"),
        (["allocate", "shuffle"], SOUND, "no plugin `rescheduling`"),
        (["allocate", "shuffle"], [*SOUND, "binpack", "rescheduling"], "without a limit"),
    ],
)
def test_refuses_what_does_not_go_together(
    actions: list[str], plugins: list[str], reason: str
) -> None:
    with pytest.raises(ValidationError, match=reason):
        scheduler(actions, plugins)


@pytest.mark.parametrize("vote", ["preemptable", "reclaimable"])
def test_refuses_a_gang_that_shields_single_pods(vote: str) -> None:
    gang = {"name": "gang", "preemptable": False, "reclaimable": False, vote: None}
    tier = [gang, *({"name": name} for name in SOUND if name != "gang")]

    with pytest.raises(ValidationError, match=f"set `{vote}: false` on gang"):
        SchedulerSpec.model_validate({"actions": ACTIONS, "tiers": [tier]})


def test_refuses_a_tree_of_queues_on_a_plugin_that_has_none() -> None:
    with pytest.raises(ValidationError, match="sets hierarchy on drf"):
        scheduler(ACTIONS, [*SOUND, "drf"], hierarchy=True)


@pytest.mark.parametrize("name", ["numaaware", "networktopology", "Gang"])
def test_refuses_a_plugin_that_volcano_would_skip_in_silence(name: str) -> None:
    with pytest.raises(ValidationError, match="Input should be"):
        scheduler(ACTIONS, [*SOUND, name])
