"""The scheduler's configurations, by the word of the real scheduler: its metrics and its log.

It counts how long every action and plugin takes, so its figures name those that really run.
"""

import re
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from typing import get_args

import pytest
from pydantic import ValidationError

from components.volcano.scheduler import FLAT_LACKS_PLUGINS, scheduler_conf
from components.volcano.spec import Plugin, PluginName, SchedulerSpec
from simulation.control_plane import ControlPlane, Parts
from simulation.control_plane.manifest import Manifest, namespace
from tests.simulation.control_plane.cluster_objects import created
from tests.support.cluster import gpu_node, started, toolchain
from tests.support.patience import eventually

pytestmark = pytest.mark.cluster

BASE = ("priority", "gang", "predicates", "capacity")
ADDED = sorted({*get_args(PluginName)} - {*BASE, "overcommit", "proportion"} - FLAT_LACKS_PLUGINS)
PROPORTION = Plugin(name="proportion", reclaimable=True)
USUAL = SchedulerSpec().actions


def _tier(*names: str) -> tuple[Plugin, ...]:
    """Gang has no vote on victims, or nobody would ever yield."""
    mute = {"gang": {"preemptable": False, "reclaimable": False}}
    return tuple(Plugin.model_validate({"name": name, **mute.get(name, {})}) for name in names)


ASKED = {
    "as it comes": SchedulerSpec(),
    "the least": SchedulerSpec(actions=("allocate",), tiers=(_tier("predicates", "gang"),)),
    "in proportion": SchedulerSpec(
        tiers=(
            _tier("priority", "gang", "predicates"),
            (Plugin(name="proportion", reclaimable=True),),
        )
    ),
    "overcommitted": SchedulerSpec(
        actions=("enqueue", "allocate", "backfill"),
        tiers=(_tier(*BASE, "overcommit"),),
    ),
    "shuffled": SchedulerSpec(
        actions=(*USUAL, "shuffle"),
        tiers=(_tier(*BASE, "rescheduling"),),
    ),
    **{f"with {name}": SchedulerSpec(tiers=(_tier(*BASE), _tier(name))) for name in ADDED},
}
COMPLAINT = re.compile(r"Failed to get plugin|Scheduler config|panic")


@pytest.fixture(scope="module")
def plane() -> Iterator[ControlPlane]:
    with started(Parts(kserve=False)) as made:
        created(made, gpu_node("only"))
        yield made


@pytest.mark.parametrize("name", ASKED)
def test_the_real_scheduler_runs_what_a_stack_asks_for(plane: ControlPlane, name: str) -> None:
    spec = ASKED[name]

    said = _configured(plane, scheduler_conf(spec, flat=True))

    assert _placed(plane)
    assert eventually(lambda: _running(plane) == (set(spec.actions), _plugins(spec)))
    assert not COMPLAINT.findall(said())


def test_a_misspelt_plugin_is_refused_here_and_skipped_there(plane: ControlPlane) -> None:
    with pytest.raises(ValidationError, match="Input should be"):
        SchedulerSpec.model_validate({"tiers": [[{"name": "predicates"}, {"name": "gangs"}]]})

    wrong = scheduler_conf(ASKED["the least"], flat=True).replace("name: gang", "name: gangs")
    said = _configured(plane, wrong)

    assert _placed(plane)
    assert eventually(lambda: _running(plane) == ({"allocate"}, {"predicates"}))
    assert eventually(lambda: "Failed to get plugin gangs" in said())


def test_a_misspelt_action_is_refused_here_and_there_costs_the_whole_configuration(
    plane: ControlPlane,
) -> None:
    with pytest.raises(ValidationError, match="Input should be"):
        SchedulerSpec.model_validate({"actions": ["allocate", "preemption"]})

    said = _configured(plane, scheduler_conf(SchedulerSpec()).replace("preempt,", "preemption,"))

    assert _placed(plane)
    assert eventually(lambda: _running(plane)[0] == {"enqueue", "allocate", "backfill"})
    assert eventually(lambda: {"overcommit", "proportion"} <= _running(plane)[1])
    assert eventually(lambda: "failed to find Action" in said())


def _plugins(spec: SchedulerSpec) -> set[str]:
    return {plugin.name for tier in spec.tiers for plugin in tier}


def _configured(plane: ControlPlane, conf: str) -> Callable[[], str]:
    """The scheduler starts anew, with a log of its own; what it has said in that."""
    ControlPlane.start(plane.state, toolchain(), Parts(kserve=False, scheduler_conf=conf), _quiet)
    return (plane.state / "logs" / "volcano-scheduler.log").read_text


def _placed(plane: ControlPlane) -> bool:
    """Whether a pod of Volcano's finds a node; it is gone again afterwards."""
    home = namespace(f"test-{uuid.uuid4().hex[:8]}")
    place = created(plane, home)
    pod = created(plane, _pod(home["metadata"]["name"]))
    try:
        return eventually(lambda: bool(plane.api.get(pod)["spec"].get("nodeName")))
    finally:
        plane.api.delete(place)


def _pod(home: str) -> Manifest:
    room = {"cpu": "1", "memory": "1Gi", "nvidia.com/gpu": "1"}
    container = {"name": "server", "image": "vllm", "resources": {"limits": room, "requests": room}}
    return {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": "one", "namespace": home},
        "spec": {"schedulerName": "volcano", "containers": [container]},
    }


def _running(plane: ControlPlane) -> tuple[set[str], set[str]]:
    """The actions and the plugins that the scheduler has measured since it started."""
    with urllib.request.urlopen(f"http://{plane._site.address('volcano-scheduler')}/metrics") as it:
        figures = it.read().decode()
    return set(re.findall(r'\{action="([^"]+)"', figures)), set(
        re.findall(r'plugin="([^"]+)"', figures)
    )


def _quiet(_: str) -> None:
    """Nobody watches."""
