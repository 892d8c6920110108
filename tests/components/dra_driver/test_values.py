"""What the DRA driver is told beyond its chart's defaults."""

from components.dra_driver.values import values
from components.platform.site import Site

MADE = values(Site())


def test_it_hands_out_gpus_and_says_that_it_knows_what_that_means() -> None:
    """The chart refuses GPUs until somebody says that no device plugin has them too."""
    assert MADE["gpuResourcesEnabledOverride"] is True


def test_two_controllers_elect_one() -> None:
    assert MADE["controller"]["replicas"] == 2
    assert MADE["controller"]["leaderElection"] == {"enabled": True}
    assert values(Site(replicas=1))["controller"]["leaderElection"] == {"enabled": False}


def test_the_controller_is_denied_what_only_the_plugin_needs() -> None:
    context = MADE["controller"]["containers"]["computeDomain"]["securityContext"]

    assert context == {"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}}
    assert "securityContext" not in MADE["kubeletPlugin"]["containers"]["gpus"]


def test_every_container_has_its_resources() -> None:
    plugin = MADE["kubeletPlugin"]["containers"]

    assert all("limits" in part["resources"] for part in plugin.values())
    assert "limits" in MADE["controller"]["containers"]["computeDomain"]["resources"]
