import pytest
from pydantic import ValidationError

from components.knative.config import config_maps
from components.knative.spec import Autoscaling, KnativeSpec


def test_a_revision_has_an_hour_to_load() -> None:
    assert config_maps(KnativeSpec(), [])["config-deployment"]["progress-deadline"] == "3600s"


def test_a_pod_that_waits_for_a_node_is_not_a_failed_revision() -> None:
    assert (
        config_maps(KnativeSpec(), [])["config-deployment"]["pod-is-always-schedulable"] == "true"
    )


def test_no_timeout_is_above_the_longest_one_allowed() -> None:
    defaults = config_maps(KnativeSpec(request_seconds=900), [])["config-defaults"]

    assert set(defaults.values()) == {"900"}
    assert "max-revision-timeout-seconds" in defaults


def test_the_last_replica_outlives_a_pause() -> None:
    spec = KnativeSpec(autoscaling=Autoscaling(retention_seconds=600))

    retention = config_maps(spec, [])["config-autoscaler"]["scale-to-zero-pod-retention-period"]
    assert retention == "600s"


def test_flags_are_what_the_pods_need() -> None:
    maps = config_maps(KnativeSpec(), [{"schedulerName": "volcano"}])

    assert maps["config-features"] == {"kubernetes.podspec-schedulername": "enabled"}


def test_a_domain_is_said_where_there_is_one() -> None:
    assert config_maps(KnativeSpec(), [], domain="m.example")["config-domain"] == {"m.example": ""}
    assert "config-domain" not in config_maps(KnativeSpec(), [])


@pytest.mark.parametrize("rate", [0, 1])
def test_refuses_a_rate_at_which_knative_would_not_start(rate: float) -> None:
    with pytest.raises(ValidationError, match="greater than 1"):
        Autoscaling(max_scale_up_rate=rate)
