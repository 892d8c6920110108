"""Training jobs beside the models: whole gangs, what a run costs, and when it can start."""

from typing import Any

import pytest

from planning.job_plan import JobPlan
from planning.losses import losses
from planning.month import HOURS_PER_MONTH
from planning.placement import place
from planning.plan import Plan, plan
from planning.pod import named
from planning.spec import SCALES
from stacks.config import StackConfig
from tests.planning.configs import MODEL, jobs, models
from tests.support.stack import STACK

HOUR = 27.44705
"""p4de.24xlarge in us-east-1: catalogue/instances.csv."""

GROUPS = STACK["node_groups"]
PRIORITIES = {"online": {"value": 1000}, "batch": {"value": 1}}
LARGE = MODEL | {"node_group": "a100", "gpus": 8}


def config(*, nodes: int = 1, **sections: Any) -> StackConfig:
    """Whether or not `parse` would refuse it."""
    a100 = {"instance_type": "p4de.24xlarge", "max_nodes": nodes}
    given = {"node_groups": {**GROUPS, "a100": a100}, "priorities": PRIORITIES, **sections}
    return StackConfig.model_validate({**STACK, **given})


def planned(**sections: Any) -> Plan:
    return plan(config(**sections))


def only(**sections: Any) -> JobPlan:
    [job] = planned(**sections).jobs
    return job


def test_a_gang_larger_than_what_is_left_waits_whole() -> None:
    half = models(half={"node_group": "a100", "gpus": 4})

    found = only(models=half, jobs=jobs(tune={"workers": 2, "gpus": 4}))

    assert (found.placed["minimum"], found.starts) == (0, "never")


def test_an_elastic_job_starts_with_its_least_and_takes_what_is_free() -> None:
    half = models(half={"node_group": "a100", "gpus": 4})

    found = only(models=half, jobs=jobs(tune={"workers": 8, "min_workers": 2}))

    assert [found.workers[scale] for scale in SCALES] == [2, 5, 8]
    assert [found.placed[scale] for scale in SCALES] == [2, 4, 4]
    assert found.starts == "at once"


def test_a_job_that_finds_room_only_without_the_others_starts_after_them() -> None:
    two = jobs(a={"gpus": 8}, b={"gpus": 8})

    assert [job.starts for job in planned(jobs=two).jobs] == ["at once", "after other jobs"]


def test_a_job_of_higher_priority_goes_before_a_preemptable_model() -> None:
    low = LARGE | {"priority": "batch", "preemptable": True}

    found = planned(models={"low": low}, jobs=jobs(tune={"gpus": 8, "priority": "online"}))

    assert [pod.name for pod in found.scales["minimum"].placement.waiting] == ["low-0"]


def test_a_run_costs_its_gpus_for_as_long_as_it_runs() -> None:
    found = only(jobs=jobs(tune={"workers": 2, "gpus": 2, "runs_minutes": 90}))

    assert found.run_cost == pytest.approx(HOUR * 4 / 8 * 1.5)
    assert found.hourly["minimum"] == pytest.approx(HOUR * 4 / 8)


def test_what_a_run_costs_is_unknown_where_the_price_is() -> None:
    assert only(jobs=jobs(tune={}), planning={"region": "cn-north-1"}).run_cost is None


def test_a_month_has_one_run_and_the_node_goes_when_it_ends() -> None:
    tuned = planned(jobs=jobs(tune={"gpus": 4, "runs_minutes": 600})).scales["minimum"]
    idle = planned().scales["minimum"]

    assert tuned.hourly == pytest.approx(idle.hourly + HOUR)
    assert tuned.standing == pytest.approx(idle.hourly)
    assert tuned.monthly == pytest.approx(idle.monthly + 10 * HOUR)
    assert tuned.monthly_by_owner["jobs.tune"] == pytest.approx(10 * HOUR / 2)


def test_a_job_longer_than_a_month_costs_a_month_of_it() -> None:
    endless = planned(jobs=jobs(tune={"gpus": 8, "runs_minutes": 100_000})).scales["minimum"]

    assert endless.monthly_by_owner["jobs.tune"] == pytest.approx(HOURS_PER_MONTH * HOUR)


def test_a_job_on_a_node_that_stays_leaves_it_there_and_idle() -> None:
    kept = {**GROUPS, "a100": {"instance_type": "p4de.24xlarge", "min_nodes": 1, "max_nodes": 1}}
    config = StackConfig.model_validate(
        {**STACK, "node_groups": kept, "jobs": jobs(tune={"gpus": 8, "runs_minutes": 600})}
    )

    found = plan(config).scales["minimum"]

    assert found.standing == pytest.approx(found.hourly)
    assert found.monthly_by_owner["idle GPUs"] == pytest.approx((HOURS_PER_MONTH - 10) * HOUR)


def test_a_tenant_and_a_queue_pay_for_their_jobs() -> None:
    found = planned(jobs=jobs(tune={"gpus": 8}))

    assert found.hourly_by_tenant("minimum")["chat"] == pytest.approx(HOUR + 0.526)
    assert found.hourly_by_queue("minimum")["online"] == pytest.approx(HOUR + 0.526)


def test_a_lost_node_takes_the_rest_of_a_rigid_gang_with_it() -> None:
    found = losses(place(config(nodes=2, jobs=jobs(tune={"workers": 2, "gpus": 8})), "minimum"))

    [lost] = [loss for loss in found if "jobs.tune" in loss.waiting]
    assert lost.waiting["jobs.tune"] == 2
    assert not lost.down


def test_an_elastic_job_goes_on_with_the_workers_that_are_left() -> None:
    elastic = jobs(tune={"workers": 2, "min_workers": 1, "gpus": 8})
    found = losses(place(config(nodes=2, jobs=elastic), "maximum"))

    [lost] = [loss for loss in found if "jobs.tune" in loss.waiting]
    assert lost.waiting["jobs.tune"] == 1


def test_an_entry_is_called_by_its_name() -> None:
    assert [named("models.a"), named("jobs.b")] == ["a", "of job b"]
