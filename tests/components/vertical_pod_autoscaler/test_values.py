"""What the Vertical Pod Autoscaler is told beyond its chart's defaults."""

from components.platform.site import Site
from components.vertical_pod_autoscaler.values import values

MADE = values(Site())


def test_it_recommends_and_neither_evicts_nor_rewrites_a_pod() -> None:
    assert MADE["updater"] == MADE["admissionController"] == {"enabled": False}
    assert MADE["recommender"]["replicas"] == 2


def test_it_may_do_nothing_on_its_node() -> None:
    assert MADE["containerSecurityContext"]["readOnlyRootFilesystem"] is True
    assert MADE["podSecurityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
