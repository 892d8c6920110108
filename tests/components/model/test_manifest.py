"""What a model becomes: the InferenceService, and what stands beside it only where it is asked."""

import json
from dataclasses import replace

import pytest

from components.model.manifest import inference_service
from components.node_group.anywhere import ANYWHERE
from components.node_group.loss import LOST, SERVING_SECONDS
from tests.components.model.sample import model, objects, placed, predictor, service


def test_a_model_with_no_wishes_is_one_object() -> None:
    assert objects("{}") == {}


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


def test_requests_are_limits_and_name_the_gpus() -> None:
    resources = predictor("{gpus: 4}", "g5.12xlarge")["model"]["resources"]

    assert resources["requests"] == resources["limits"]
    assert resources["limits"]["nvidia.com/gpu"] == "4"


def test_a_model_without_gpus_names_none() -> None:
    resources = predictor("server: {format: sklearn}")["model"]["resources"]

    assert resources["limits"] == {"cpu": "1", "memory": "2Gi"}


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


def test_replicas_prefer_zones_of_their_own() -> None:
    [rule] = predictor("scaling: {min_replicas: 2, max_replicas: 2}")["topologySpreadConstraints"]

    assert rule["topologyKey"] == "topology.kubernetes.io/zone"
    assert rule["whenUnsatisfiable"] == "ScheduleAnyway"
    assert rule["nodeTaintsPolicy"] == "Honor"
    assert rule["labelSelector"] == {"matchLabels": {"app": "isvc.chat-predictor"}}


def test_replicas_can_be_kept_on_nodes_of_their_own() -> None:
    text = (
        "{scaling: {min_replicas: 2, max_replicas: 2}, "
        "protection: {spread: [nodes], spread_strictly: true}}"
    )
    [rule] = predictor(text)["topologySpreadConstraints"]

    assert rule["topologyKey"] == "kubernetes.io/hostname"
    assert rule["whenUnsatisfiable"] == "DoNotSchedule"


def test_what_serves_leaves_a_lost_node_long_before_kubernetes_five_minutes() -> None:
    waits = {
        t["key"]: t["tolerationSeconds"]
        for t in predictor()["tolerations"]
        if t["effect"] == "NoExecute"
    }

    assert waits == {key: SERVING_SECONDS for key in LOST}


def test_a_model_that_loads_for_long_may_wait_for_its_node() -> None:
    tolerations = predictor("protection: {lost_node_seconds: 90}")["tolerations"]

    assert {t.get("tolerationSeconds") for t in tolerations} == {None, 90}


def test_replicas_that_may_share_a_node_say_so_with_a_constraint_on_nobody() -> None:
    text = "{scaling: {min_replicas: 2, max_replicas: 2}, protection: {spread: []}}"
    [rule] = predictor(text)["topologySpreadConstraints"]

    assert rule == ANYWHERE
    assert "labelSelector" not in rule


def test_a_single_replica_has_nobody_to_keep_away_from() -> None:
    assert "topologySpreadConstraints" not in predictor("{}")


def test_a_kind_of_gpu_is_asked_for_by_nvidias_labels() -> None:
    made = predictor("gpu_kind: {products: [NVIDIA-A10G], memory_gib: 20}")
    [term] = made["affinity"]["nodeAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"][
        "nodeSelectorTerms"
    ]

    assert term["matchExpressions"] == [
        {"key": "nvidia.com/gpu.product", "operator": "In", "values": ["NVIDIA-A10G"]},
        {"key": "nvidia.com/gpu.memory", "operator": "Gt", "values": ["20479"]},
    ]


def test_pods_are_not_root_and_have_no_token_and_no_service_variables() -> None:
    made = predictor("{}")

    assert made["securityContext"]["runAsNonRoot"] is True
    assert made["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert made["automountServiceAccountToken"] is False
    assert made["enableServiceLinks"] is False


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


def test_each_adapter_is_fetched_before_the_server_starts() -> None:
    made = predictor(
        "{access: {secret: hub}, engine: {lora: {adapters: {law: {source: hf://acme/law}}}}}"
    )
    [step], [volume] = made["initContainers"], made["volumes"]
    [written], [read] = step["volumeMounts"], made["model"]["volumeMounts"]

    assert made["model"]["storageUri"] == "hf://Qwen/Qwen2-7B-Instruct"
    assert step["args"] == ["hf://acme/law", "/mnt/adapters/law"]
    assert step["envFrom"] == [{"secretRef": {"name": "hub"}}]
    assert volume["name"] == written["name"] == read["name"]
    assert step["args"][1].startswith(written["mountPath"])
    assert read["mountPath"] == written["mountPath"]


def test_a_stream_is_vllms_own_business() -> None:
    made = predictor("{source: s3://models/qwen, delivery: {by: stream}}")["model"]

    assert "storageUri" not in made
    assert made["modelFormat"] == {"name": "huggingface"}
    assert made["command"] == ["vllm", "serve", "s3://models/qwen"]
    assert "--load-format=runai_streamer" in made["args"]


def test_ready_means_that_one_prompt_was_answered() -> None:
    made = predictor("delivery: {warm_up: Say hello}")["model"]["readinessProbe"]
    script = made["exec"]["command"][-1]

    compile(script, "warm-up", "exec")
    assert 'prompt="Say hello"' in script
    assert 'model="chat"' in script
    assert "{{" not in script


def test_a_server_by_format_names_its_one_runtime() -> None:
    made = predictor("{server: {format: onnx}, gpus: 1, source: s3://a/b}")["model"]

    assert made["runtime"] == "platform-triton"
    assert made["modelFormat"] == {"name": "onnx"}
    assert made["storageUri"] == "s3://a/b"


def test_ones_own_container_is_named_as_kserve_wants_it() -> None:
    text = (
        "{source: s3://a/b, server: {container: {image: 'ocr:2', args: [--fast], port: 9000, "
        "health: /ready}}, environment: {LOG: debug}}"
    )
    made = predictor(text)
    [container] = made["containers"]

    assert container["name"] == "kserve-container"
    assert container["image"] == "ocr:2"
    assert container["readinessProbe"]["httpGet"] == {"path": "/ready", "port": 9000}
    assert {"name": "LOG", "value": "debug"} in container["env"]
    assert {"name": "STORAGE_URI", "value": "s3://a/b"} in container["env"]
    assert "model" not in made


def test_a_container_with_its_model_inside_fetches_nothing() -> None:
    made = predictor("{source: null, server: {container: {image: 'ocr:2'}}}")

    [container] = made["containers"]
    assert "STORAGE_URI" not in {entry["name"] for entry in container["env"]}


def test_the_pods_are_labelled_for_whoever_collects_metrics() -> None:
    labels = [
        service(text)["metadata"]["labels"].get("gpu-inference/metrics-port")
        for text in (
            "{}",
            "server: {format: triton}",
            "server: {container: {image: 'a:1'}}",
            "server: {container: {image: 'a:1', metrics: true, port: 9090}}",
        )
    ]

    assert labels == ["8080", "8002", None, "9090"]


@pytest.mark.parametrize(
    ("rollout", "surge", "strategy"),
    [
        ("{}", False, {"maxSurge": 0, "maxUnavailable": 1}),
        ("{}", True, {"maxSurge": 1, "maxUnavailable": 0}),
        ("{strategy: surge}", False, {"maxSurge": 1, "maxUnavailable": 0}),
        ("{strategy: in_place}", True, {"maxSurge": 0, "maxUnavailable": 1}),
    ],
)
def test_a_rollout_takes_a_spare_gpu_only_where_there_is_one(
    rollout: str, surge: bool, strategy: dict[str, int]
) -> None:
    spec = model(f"rollout: {rollout}")
    made = inference_service("chat", spec, replace(placed(spec), surge=surge))

    assert made["spec"]["predictor"]["deploymentStrategy"]["rollingUpdate"] == strategy


def test_recreate_stops_all_and_then_starts_all() -> None:
    made = predictor("rollout: {strategy: recreate}")

    assert made["deploymentStrategy"] == {"type": "Recreate"}


def test_nothing_is_a_template_but_what_kserve_fills_in() -> None:
    assert "{{" not in json.dumps(service("{}"))
