"""The whole plan: everybody gets a place, and the parts of the cost sum to the whole."""

import pytest

from planning.plan import Plan, plan
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
    assert sum(planned.scales[scale].by_model.values()) == pytest.approx(total)
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
