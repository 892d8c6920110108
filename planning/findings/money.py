"""What to know about cost: budgets that are crossed, and prices that nobody stated."""

from collections.abc import Iterator

from planning.findings.finding import Finding
from planning.plan import Plan
from planning.spec import Budget


def money(plan: Plan) -> Iterator[Finding]:
    """Every finding about cost."""
    for group, price in plan.prices.items():
        if price.paid is not None and price.of(price.buying) is None:
            yield Finding(
                level="warning",
                rule="price-spot-unknown",
                about=f"node_groups.{group}",
                what="nobody stated what it costs as spot: it counts on demand, its upper bound",
                mend="state it under `planning.prices`",
            )
        if price.paid is None:
            yield Finding(
                level="warning",
                rule="price-unknown",
                about=f"node_groups.{group}",
                what=f"{price.source}: it counts nothing in the cost",
                mend="state it under `planning.prices`",
            )
    budgets = plan.config.planning.budgets
    if budgets.stack is not None:
        monthly = plan.scales[budgets.stack.scale].monthly
        yield from _budget(plan, "planning.budgets.stack", budgets.stack, monthly)
    for tenant, budget in budgets.tenants.items():
        monthly = plan.monthly_by_tenant(budget.scale).get(tenant, 0.0)
        yield from _budget(plan, f"planning.budgets.tenants.{tenant}", budget, monthly)


def _budget(plan: Plan, about: str, budget: Budget, monthly: float) -> Iterator[Finding]:
    if monthly > budget.monthly:
        yield Finding(
            level="refusal" if budget.crossing == "refuse" else "warning",
            rule="budget-crossed",
            about=about,
            what=f"{monthly:,.0f} {plan.currency} a month at {budget.scale} scale, "
            f"{budget.monthly:,.0f} are allowed",
            mend="lower the replicas, take cheaper nodes, or raise the budget",
        )
