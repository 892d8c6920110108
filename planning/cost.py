"""What a stack costs at each scale, and who it is for; what no price is known of is said so."""

from collections.abc import Callable, Mapping

from planning.node import Node
from planning.node_price import NodePrice
from planning.placement import Placement
from planning.pod import Pod

SECONDS_PER_HOUR = 3600
MILLION = 1_000_000
IDLE = "idle GPUs"
NO_GPU = "nodes without GPUs"

Prices = Mapping[str, NodePrice]
Costs = dict[str, float]


def hourly_by_owner(placement: Placement, prices: Prices) -> Costs:
    """Cost of an hour in which everything runs, by entry (`models.x`), and of what none uses.

    A node's price is divided by its GPUs, so the parts sum to the whole; nodes without a price
    count nothing.
    """
    return _by_owner(placement, prices, lambda _: 1.0, lambda _: 1.0)


def monthly_by_owner(placement: Placement, prices: Prices) -> Costs:
    """The same of a month with one run of each job; a node goes with the last pod on it."""
    return _by_owner(placement, prices, lambda node: node.hours, lambda pod: pod.hours)


def hourly_by_group(placement: Placement, prices: Prices) -> Costs:
    """Cost of an hour by node group, while everything runs."""
    return {group: _hour(prices, group) * len(placement.of_group(group)) for group in prices}


def standing(placement: Placement, prices: Prices) -> float:
    """Cost of an hour in which no job runs."""
    return sum(_hour(prices, node.group) for node in placement.nodes if node.lasting)


def per_million_tokens(per_hour: float, tokens_per_second: float) -> float:
    """What a million output tokens cost when a replica of `per_hour` is busy all the time."""
    return per_hour / (tokens_per_second * SECONDS_PER_HOUR) * MILLION


def _hour(prices: Prices, group: str) -> float:
    return prices[group].paid or 0.0


def _by_owner(
    placement: Placement,
    prices: Prices,
    node_hours: Callable[[Node], float],
    pod_hours: Callable[[Pod], float],
) -> Costs:
    found: Costs = {}
    for node in placement.nodes:
        price, gpus, left = _hour(prices, node.group), node.capacity.gpus, node_hours(node)
        for pod in node.pods if gpus else ():
            hours = pod.gpus / gpus * pod_hours(pod)
            found[pod.about] = found.get(pod.about, 0.0) + price * hours
            left -= hours
        rest = IDLE if gpus else NO_GPU
        found[rest] = found.get(rest, 0.0) + price * left
    return found
