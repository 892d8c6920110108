"""What every model's InferenceService says, whatever the model asks for."""

import json

import pytest

from tests.components.model.sample import predictor, service


def test_is_in_its_tenants_namespace_and_queue_with_its_priority() -> None:
    made = service("{}")

    assert made["metadata"]["namespace"] == "chat"
    assert made["metadata"]["annotations"]["scheduling.volcano.sh/queue-name"] == "online"
    assert made["spec"]["predictor"]["priorityClassName"] == "high"
    assert made["spec"]["predictor"]["schedulerName"] == "volcano"


def test_volcano_is_told_whether_it_may_be_preempted() -> None:
    said = [
        service(text)["metadata"]["annotations"]["volcano.sh/preemptable"]
        for text in ("{}", "preemptable: true")
    ]

    assert said == ["false", "true"]


@pytest.mark.parametrize(("mode", "spelt"), [("standard", "Standard"), ("knative", "Knative")])
def test_says_the_mode_as_kserve_spells_it(mode: str, spelt: str) -> None:
    annotations = service(f"mode: {mode}")["metadata"]["annotations"]

    assert annotations["serving.kserve.io/deploymentMode"] == spelt


@pytest.mark.parametrize("mode", ["standard", "knative"])
def test_is_stopped_by_kserves_own_annotation_in_every_mode(mode: str) -> None:
    stopped = service(f"{{mode: {mode}, stopped: true}}")["metadata"]["annotations"]

    assert stopped["serving.kserve.io/stop"] == "true"
    assert service(f"mode: {mode}")["metadata"]["annotations"]["serving.kserve.io/stop"] == "false"


def test_a_clock_alone_says_whether_a_model_with_hours_is_stopped() -> None:
    hours = "hours: {time_zone: Europe/Berlin, start: '08:00', stop: '19:00'}"
    said = service(hours)["metadata"]["annotations"]

    assert "serving.kserve.io/stop" not in said
    assert "pulumi.com/patchForce" not in said


def test_without_hours_the_file_wins_over_what_a_clock_has_left() -> None:
    assert service()["metadata"]["annotations"]["pulumi.com/patchForce"] == "true"


def test_knative_gets_no_field_that_it_refuses() -> None:
    made = predictor("mode: knative")

    assert not {"deploymentStrategy", "terminationGracePeriodSeconds"} & set(made)
    assert "lifecycle" not in made["model"]


def test_a_server_finishes_what_it_has_begun_before_it_is_killed() -> None:
    made = predictor("protection: {drain_seconds: 300}")

    assert "--shutdown-timeout=300" in made["model"]["args"]
    assert made["terminationGracePeriodSeconds"] > 300
    assert made["model"]["lifecycle"]["preStop"]["sleep"]["seconds"] > 0


def test_a_long_answer_is_not_cut_off_after_kserves_minute() -> None:
    assert predictor("{}")["timeout"] == 600


def test_pods_are_not_root_and_have_no_token_and_no_service_variables() -> None:
    made = predictor("{}")

    assert made["securityContext"]["runAsNonRoot"] is True
    assert made["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert made["automountServiceAccountToken"] is False
    assert made["enableServiceLinks"] is False


def test_nothing_is_a_template_but_what_kserve_fills_in() -> None:
    assert "{{" not in json.dumps(service("{}"))
