"""Who may call whose models, as the policies of all tenants together say it."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.runtime.manifest import PORT
from components.tenant.manifest import namespace
from components.tenant.objects import objects
from components.tenant.spec import TenantSpec
from components.types import Manifest
from stacks.parse import parse
from stacks.tenancy import around
from tests.components.tenant.policies import Pod, Port, leaves, reaches
from tests.support.stack import STACK

NAMES = ("chat", "search", "research")
MODEL, SSH = Port(PORT), Port(22)
GATEWAY = Pod("kserve-ingress", {"kubernetes.io/metadata.name": "kserve-ingress"})
Openings = Mapping[str, tuple[str, ...]]


def policies(openings: Openings) -> list[Manifest]:
    """Of a stack whose tenants are open to these others."""
    teams = {
        name: {"queue": "online", "priority": "online", "open_to": list(openings.get(name, ()))}
        for name in NAMES
    }
    config = parse({**STACK, "tenants": teams, "models": {}})
    return [
        objects(name, spec, around(config, name))["network"]
        for name, spec in config.tenants.items()
    ]


def pod(tenant: str) -> Pod:
    labels = namespace(tenant, TenantSpec(queue="q", priority="p"))["metadata"]["labels"]
    return Pod(tenant, labels, {"app": "isvc.llm-predictor"})


def test_without_openings_no_tenant_reaches_another() -> None:
    walls = policies({})

    reached = [
        (a, b) for a in NAMES for b in NAMES if a != b and reaches(walls, pod(a), pod(b), MODEL)
    ]
    assert reached == []


def test_a_tenant_s_pods_reach_each_other_and_the_platform_reaches_them() -> None:
    walls = policies({})

    assert reaches(walls, pod("chat"), pod("chat"), SSH)
    assert reaches(walls, GATEWAY, pod("chat"), MODEL)
    assert reaches(walls, pod("chat"), GATEWAY, Port(443))


OPENINGS = st.fixed_dictionaries(
    {
        name: st.sets(st.sampled_from([other for other in NAMES if other != name])).map(
            lambda others: tuple(sorted(others))
        )
        for name in NAMES
    }
)


@given(OPENINGS)
def test_an_opening_lets_in_exactly_whom_it_names_at_the_models_port(openings: Openings) -> None:
    walls = policies(openings)

    for caller in NAMES:
        for called in set(NAMES) - {caller}:
            open_ = caller in openings[called]
            assert reaches(walls, pod(caller), pod(called), MODEL) == open_
            assert not reaches(walls, pod(caller), pod(called), SSH)
            assert not reaches(walls, pod(caller), pod(called), Port(PORT, "UDP"))


@pytest.mark.parametrize(
    ("address", "port", "let_out"),
    [
        ("52.1.2.3", Port(443), True),
        ("52.1.2.3", Port(80), False),
        ("169.254.169.254", Port(80), False),
        ("169.254.169.254", Port(443), False),
        ("169.254.170.23", Port(80), True),
        ("169.254.20.10", Port(53, "UDP"), True),
    ],
)
def test_out_of_the_cluster_leads_what_weights_names_and_credentials_need(
    address: str, port: Port, let_out: bool
) -> None:
    assert leaves(policies({}), pod("chat"), address, port) == let_out
