"""The simulated stack is the stack itself, on another cluster."""

from pathlib import Path

import pytest

from components.cluster.spec import ExistingCluster
from simulation.configuration import older_scheduler, on_simulated_cluster, simulated
from stacks.config import StackConfig
from stacks.file import read
from stacks.parse import parse
from stacks.scheduling import topology
from tests.support.stack import JOB, changed

ROOT = Path(__file__).parents[2]
SOMEWHERE = ExistingCluster(kubeconfig="/kubeconfig", context="simulation", identifier="one")
STACKS = sorted(ROOT.glob("Pulumi.*.yaml"))


def here(config: StackConfig) -> StackConfig:
    return simulated(config, SOMEWHERE)


@pytest.mark.parametrize("file", STACKS, ids=lambda file: file.name)
def test_what_the_engine_is_handed_is_a_valid_stack_again(file: Path) -> None:
    config = here(read(file))

    assert parse(config.model_dump(mode="json", exclude_unset=True)) == config


@pytest.mark.parametrize("file", STACKS, ids=lambda file: file.name)
def test_models_tenants_and_nodes_are_the_stack_s_own(file: Path) -> None:
    asked = read(file)
    config = here(asked)

    for section in ("models", "jobs", "tenants", "priorities", "node_groups"):
        assert getattr(config, section) == getattr(asked, section)


@pytest.mark.parametrize("file", STACKS, ids=lambda file: file.name)
def test_queues_differ_only_in_amounts_of_their_share_that_the_stack_left_out(file: Path) -> None:
    asked = read(file)
    config = here(asked)

    for name, spec in asked.queues.items():
        made = config.queues[name].model_dump(exclude_none=True)
        wanted = spec.model_dump(exclude_none=True)
        added = made.get("deserved", {}).keys() - wanted.get("deserved", {}).keys()
        assert added <= {"cpu", "memory_gib"}
        assert bool(added) == ("deserved" in wanted)
        for amount in added:
            del made["deserved"][amount]
        assert made == wanted


@pytest.mark.parametrize("file", STACKS, ids=lambda file: file.name)
def test_nothing_is_built_and_no_operator_is_installed(file: Path) -> None:
    config = here(read(file))

    assert config.cluster.eks is None
    assert all(spec is None or spec.provided for spec in config.platform.operators().values())


@pytest.mark.parametrize("file", STACKS, ids=lambda file: file.name)
def test_what_is_left_out_is_said(file: Path) -> None:
    asked = read(file)
    left_out = on_simulated_cluster(asked).left_out

    assert set(left_out) == set(asked.platform.operators()) - {
        "volcano",
        "kserve",
        "knative",
        "keda",
        "gpu_operator",
        "zone_tainter",
    }


def test_what_the_older_scheduler_lacks_is_said_and_not_asked_of_it() -> None:
    job = JOB | {"node_group": "t4", "workers": 2, "near": "zone"}
    made = changed("jobs.tune", job)
    made["node_groups"]["t4"] |= {"zones": ["a", "b"], "max_nodes": 4, "packing": "spread"}
    asked = parse(made)

    assert older_scheduler(asked) == [
        "plugin resource-strategy-fit",
        "plugin network-topology-aware",
        "nearness of job tune",
    ]
    assert older_scheduler(here(asked)) == ["plugin resource-strategy-fit"]
    assert topology(here(asked)) == []


def test_a_tree_of_queues_is_said_only_where_there_is_one() -> None:
    tree = {"team": {}, "online": {"parent": "team"}}

    assert older_scheduler(parse(changed("queues", tree))) == ["hierarchy of plugin capacity"]
    assert older_scheduler(parse(changed("queues", {"online": {}}))) == []
