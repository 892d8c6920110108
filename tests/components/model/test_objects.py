"""What stands beside an InferenceService: each only where the model asks for it."""

from tests.components.model.sample import objects, predictor


def test_a_model_with_no_wishes_is_one_object() -> None:
    assert objects("{}") == {}


def test_a_drain_takes_one_replica_of_several_at_a_time() -> None:
    budget = objects("scaling: {min_replicas: 2, max_replicas: 2}")["PodDisruptionBudget", "chat"]

    assert budget["spec"]["maxUnavailable"] == 1
    assert budget["spec"]["selector"] == {"matchLabels": {"app": "isvc.chat-predictor"}}


def test_a_stack_may_say_how_many_a_drain_leaves() -> None:
    text = (
        "{scaling: {min_replicas: 3, max_replicas: 3}, "
        "protection: {disruption: {min_available: 2}}}"
    )

    assert objects(text)["PodDisruptionBudget", "chat"]["spec"]["minAvailable"] == 2


def test_credentials_come_with_an_account_of_the_models_own() -> None:
    role = "arn:aws:iam::123456789012:role/reader"
    text = f"access: {{secret: hub-token, role_arn: '{role}'}}"
    account = objects(text)["ServiceAccount", "chat"]

    assert predictor(text)["serviceAccountName"] == "chat"
    assert account["secrets"] == [{"name": "hub-token"}]
    assert account["metadata"]["annotations"]["eks.amazonaws.com/role-arn"] == role
    assert account["automountServiceAccountToken"] is False


def test_somebody_elses_account_is_used_and_not_made() -> None:
    text = "access: {service_account: theirs}"

    assert predictor(text)["serviceAccountName"] == "theirs"
    assert not objects(text)


def test_placeholders_hold_a_stopped_models_gpus() -> None:
    text = "{stopped: true, reserve: idle, gpus: 1, scaling: {min_replicas: 2, max_replicas: 2}}"
    held = objects(text)["Deployment", "chat-reserve"]["spec"]
    pod = held["template"]

    assert held["replicas"] == 2
    assert pod["spec"]["priorityClassName"] == "idle"
    assert pod["metadata"]["annotations"]["volcano.sh/preemptable"] == "true"
    assert pod["spec"]["containers"][0]["resources"] == predictor(text)["model"]["resources"]
    assert pod["spec"]["nodeSelector"] == predictor(text)["nodeSelector"]


def test_placeholders_of_a_model_with_hours_come_at_closing_and_go_at_opening() -> None:
    text = "{reserve: idle, hours: {time_zone: Europe/Berlin, start: '08:00', stop: '19:00'}}"
    made = objects(text)
    night, weekend = (made["CronJob", f"chat-reserve-{index}"]["spec"] for index in (0, 1))
    pod = night["jobTemplate"]["spec"]["template"]["spec"]

    assert ("Deployment", "chat-reserve") not in made
    assert (night["schedule"], weekend["schedule"]) == ("0 19 * * 1,2,3,4", "0 19 * * 5")
    assert night["jobTemplate"]["spec"]["activeDeadlineSeconds"] == 13 * 3600
    assert weekend["jobTemplate"]["spec"]["activeDeadlineSeconds"] == 61 * 3600
    assert pod["priorityClassName"] == "idle"
    assert pod["containers"][0]["resources"] == predictor(text)["model"]["resources"]


def test_hours_bring_their_two_jobs() -> None:
    made = objects("hours: {time_zone: Europe/Berlin, start: '08:00', stop: '19:00'}")

    assert {kind for kind, _ in made} == {"CronJob", "Role", "RoleBinding", "ServiceAccount"}
