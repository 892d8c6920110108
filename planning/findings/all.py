"""Everything that somebody should know about a plan, the gravest first."""

from collections.abc import Iterable
from datetime import date

from planning.change.recorded import Resource
from planning.findings.capacity import capacity
from planning.findings.choices import choices
from planning.findings.finding import LEVELS, Finding
from planning.findings.jobs import jobs
from planning.findings.models import models
from planning.findings.money import money
from planning.findings.policy import policy
from planning.findings.queues import queues
from planning.findings.starts import starts
from planning.findings.tenants import tenants
from planning.findings.waivers import expired, unused, waived
from planning.plan import Plan
from planning.policy.all import RULES, STACK_RULES


def findings(plan: Plan, today: date, resources: Iterable[Resource] = ()) -> list[Finding]:
    """Refusals, warnings and what is waived, sorted by level, entry and rule."""
    waivers = plan.config.planning.waivers
    about_stack = (models, starts, jobs, capacity, queues, choices, money, tenants)
    recorded = list(resources)
    found = [*(it for look in about_stack for it in look(plan)), *policy(recorded)]
    elsewhere = set() if recorded else {*(it.id for it in RULES), *(it.id for it in STACK_RULES)}
    said = [
        *waived(found, waivers, today),
        *expired(waivers, today),
        *unused(found, waivers, today, elsewhere),
    ]
    return sorted(said, key=lambda it: (LEVELS.index(it.level), it.about, it.rule, it.what))
