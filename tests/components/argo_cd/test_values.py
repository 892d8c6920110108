"""What Argo CD is told beyond its chart's defaults."""

import pytest

from components.argo_cd.values import values
from components.platform.site import Site

MADE = values(Site())


def test_differences_are_worked_out_on_the_server() -> None:
    """KServe's CRDs are too large for the annotation that the other way would keep them in."""
    assert MADE["configs"]["params"]["controller.diff.server.side"] == "true"


@pytest.mark.parametrize("part", ["applicationSet", "notifications", "redis"])
def test_a_part_that_hangs_is_started_again(part: str) -> None:
    assert MADE[part]["livenessProbe"] == MADE[part]["readinessProbe"] == {"enabled": True}


def test_it_stands_behind_network_policies_and_has_no_login_service() -> None:
    assert MADE["global"]["networkPolicy"] == {"create": True}
    assert MADE["dex"] == {"enabled": False}


@pytest.mark.parametrize("part", ["server", "repoServer", "applicationSet"])
def test_what_people_wait_for_is_there_twice_and_drained_one_at_a_time(part: str) -> None:
    assert (MADE[part]["replicas"], MADE[part]["pdb"]) == (2, {"enabled": True})
    assert values(Site(replicas=1))[part]["pdb"] == {"enabled": False}


def test_no_pod_runs_as_root() -> None:
    assert MADE["global"]["securityContext"]["runAsNonRoot"] is True
    assert MADE["redisSecretInit"]["securityContext"]["runAsNonRoot"] is True
