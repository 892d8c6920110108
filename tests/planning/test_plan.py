"""The whole plan: everybody gets a place, and the parts of the cost sum to the whole."""

from typing import Any

import pytest

from planning.cost import per_million_tokens
from planning.plan import Plan, plan
from planning.region import region
from planning.spec import SCALES, Scale
from tests.planning.configs import models, repository_stack, stack

STACKS = ("dev", "prod")


@pytest.fixture(scope="module", params=STACKS)
def planned(request: pytest.FixtureRequest) -> Plan:
    return plan(repository_stack(request.param))


@pytest.mark.parametrize("scale", SCALES)
def test_the_cost_by_model_by_tenant_by_queue_and_by_group_is_the_same_sum(
    planned: Plan, scale: Scale
) -> None:
    total = planned.scales[scale].hourly

    assert total > 0
    assert sum(planned.scales[scale].hourly_by_owner.values()) == pytest.approx(total)
    assert sum(planned.hourly_by_tenant(scale).values()) == pytest.approx(total)
    assert sum(planned.hourly_by_queue(scale).values()) == pytest.approx(total)


def test_the_minimum_costs_no_more_than_the_expected_and_that_no_more_than_the_maximum(
    planned: Plan,
) -> None:
    minimum, expected, maximum = (planned.scales[scale].hourly for scale in SCALES)

    assert minimum <= expected <= maximum


def test_every_replica_of_this_repository_has_a_place_at_every_scale(planned: Plan) -> None:
    assert not [pod for scale in SCALES for pod in planned.scales[scale].placement.waiting]


def test_every_model_of_this_repository_is_known_and_fits_for_certain(planned: Plan) -> None:
    assert all(model.fit is not None and model.fit.certain for model in planned.models)


def test_a_stopped_model_has_no_replicas_and_costs_nothing() -> None:
    planned = plan(stack(models=models(off={"stopped": True}, on={})))

    off, on = planned.models
    assert (off.replicas["maximum"], off.hourly["maximum"]) == (0, 0.0)
    assert on.hourly["maximum"] == pytest.approx(0.526)


def test_three_times_the_output_costs_a_third_for_a_million_tokens() -> None:
    def cost(tokens: float) -> float:
        throughput = {"small": {"output_tokens_per_second": tokens, "source": "made up"}}
        [model] = plan(stack(planning={"throughput": throughput})).models
        assert model.per_million_tokens is not None
        return model.per_million_tokens

    assert cost(300) == pytest.approx(cost(100) / 3)
    assert cost(100) == pytest.approx(0.526 / 3600 / 100 * 1e6)


def test_without_a_stated_throughput_there_is_no_cost_for_tokens() -> None:
    assert plan(stack()).models[0].per_million_tokens is None


def test_a_region_without_prices_has_unknown_ones_and_the_right_currency() -> None:
    planned = plan(stack(planning={"region": "cn-northwest-1"}))

    assert planned.currency == "CNY"
    assert all(price.on_demand is None for price in planned.prices.values())
    assert "no price of g4dn.xlarge in cn-northwest-1" in planned.prices["t4"].source


SPOT: dict[str, Any] = {
    "node_groups": {"t4": {"instance_type": "g4dn.xlarge", "spot": {}}},
    "models": models(small={"protection": {"on_spot": True, "drain_seconds": 60}}),
}


def test_spot_costs_what_is_stated_and_otherwise_no_more_than_on_demand() -> None:
    stated = {"t4": {"spot": 0.2, "source": "the console", "as_of": "2026-11-20"}}

    unknown = plan(stack(**SPOT))
    known = plan(stack(**SPOT, planning={"prices": stated}))

    assert unknown.scales["maximum"].hourly == pytest.approx(0.526)
    assert known.scales["maximum"].hourly == pytest.approx(0.2)
    assert known.prices["t4"].source == "the console, 2026-11-20"


def test_the_region_is_the_clusters_own_unless_the_plan_is_told_another() -> None:
    prod = repository_stack("prod")
    assert prod.cluster.eks is not None

    assert region(prod) == prod.cluster.eks.region
    assert region(stack(planning={"region": "cn-north-1"})) == "cn-north-1"


def test_a_published_cost_of_tokens_is_what_its_own_formula_gives() -> None:
    """awslabs/ai-on-eks qwen3-coder-30b.md: 10.49 $/h at 842 tokens/s; its table says 1.94."""
    assert per_million_tokens(10.49, 842) == pytest.approx(3.46, abs=0.005)
