"""A model on two nodes: a head and a worker that are placed as one, within KServe's limits."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from components.model.manifest import inference_service
from components.model.placement import placement
from components.model.spec import ModelSpec
from components.node_group.capacity import EFA
from components.node_group.spec import NodeGroupSpec
from components.runtime.multi_node import RUNTIME, multi_node_runtime
from tests.components.model.sample import BASE, TENANT, model, objects, predictor, service
from tests.support.problems import parsed

TEXT = """
source: pvc://weights/deepseek
gpus: 8
nodes: 2
engine: {pipeline_parallel: 2, context_length: 32768}
"""
NODE = "p5.48xlarge"


def test_kserve_counts_the_nodes_from_the_sizes() -> None:
    worker = predictor(TEXT, NODE)["workerSpec"]

    assert (worker["tensorParallelSize"], worker["pipelineParallelSize"]) == (8, 2)


def test_head_and_worker_run_the_same_engine_on_as_many_gpus() -> None:
    made = predictor(TEXT, NODE)
    [worker] = made["workerSpec"]["containers"]

    assert set(worker["args"]) <= set(made["model"]["args"])
    assert worker["resources"]["limits"]["nvidia.com/gpu"] == "8"
    assert made["model"]["resources"]["limits"]["nvidia.com/gpu"] == "8"
    assert made["workerSpec"]["nodeSelector"] == made["nodeSelector"]


def test_the_worker_stays_until_the_head_has_finished_what_it_began() -> None:
    made = predictor(f"{TEXT}\nprotection: {{drain_seconds: 90}}", NODE)
    [worker] = made["workerSpec"]["containers"]
    asleep = worker["lifecycle"]["preStop"]["sleep"]["seconds"]

    assert asleep == made["model"]["lifecycle"]["preStop"]["sleep"]["seconds"] + 90
    assert asleep < made["workerSpec"]["terminationGracePeriodSeconds"]


def test_the_worker_needs_the_same_kind_of_gpu() -> None:
    made = predictor(f"{TEXT}\ngpu_kind: {{products: [NVIDIA-H100-80GB-HBM3]}}", NODE)

    assert made["workerSpec"]["affinity"] == made["affinity"]


def test_half_of_a_model_is_never_placed() -> None:
    group = objects(TEXT)["PodGroup", "chat"]

    assert group["spec"]["minMember"] == 2
    assert group["spec"]["queue"] == "online"
    annotations = service(TEXT, NODE)["metadata"]["annotations"]
    assert annotations["scheduling.k8s.io/group-name"] == "chat"


def test_an_update_does_not_double_the_gpus() -> None:
    assert predictor(TEXT, NODE)["deploymentStrategy"] == {"type": "Recreate"}


def test_both_of_its_nodes_are_reserved_while_it_is_stopped() -> None:
    held = objects(f"{TEXT}\nstopped: true\nreserve: idle")["Deployment", "chat-reserve"]

    assert held["spec"]["replicas"] == 2


def test_names_the_runtime_that_has_a_worker() -> None:
    assert predictor(TEXT, NODE)["model"]["runtime"] == RUNTIME
    assert "workerSpec" not in predictor("{}")


def test_each_node_knows_its_rank_and_where_the_head_is() -> None:
    spec = multi_node_runtime("vllm:1")["spec"]
    [head], [worker] = spec["containers"], spec["workerSpec"]["containers"]

    assert {"--nnodes=2", "--node-rank=0", "--master-addr=$(POD_IP)"} <= set(head["args"])
    assert {"--nnodes=2", "--node-rank=1", "--master-addr=$(HEAD_SVC)", "--headless"} == set(
        worker["args"]
    )
    assert head["image"] == worker["image"] == "vllm:1"


def over_efa(text: str) -> tuple[dict[str, Any], dict[str, Any], dict[str, str]]:
    """Head, worker and annotations of the model on nodes with EFA."""
    spec = model(text)
    group = NodeGroupSpec(instance_type=NODE, max_nodes=2, interconnect="efa")
    made = inference_service("chat", spec, placement(spec, TENANT, group))
    head, worker = made["spec"]["predictor"]["model"], made["spec"]["predictor"]["workerSpec"]
    return head, worker["containers"][0], made["metadata"]["annotations"]


def test_both_nodes_ask_for_the_interfaces_of_their_gpus() -> None:
    head, worker, _ = over_efa(TEXT)

    assert head["resources"]["limits"][EFA] == "32"
    assert worker["resources"] == head["resources"]


def test_half_of_a_nodes_gpus_get_half_of_its_interfaces() -> None:
    head, _, _ = over_efa(TEXT.replace("gpus: 8", "gpus: 4"))

    assert head["resources"]["limits"][EFA] == "16"


def test_kserve_is_told_that_the_interfaces_are_no_unknown_gpu() -> None:
    said = over_efa(TEXT)[2]["serving.kserve.io/gpu-resource-types"]

    assert json.loads(said) == [EFA]


def test_nccl_uses_efa_or_fails_on_both_nodes() -> None:
    head, worker, _ = over_efa(TEXT)
    said = {"name": "NCCL_NET", "value": "Libfabric"}

    assert said in head["env"]
    assert said in worker["env"]


def test_nodes_without_efa_are_asked_for_none() -> None:
    assert EFA not in predictor(TEXT, NODE)["model"]["resources"]["limits"]
    said = service(TEXT, NODE)["metadata"]["annotations"]
    assert "serving.kserve.io/gpu-resource-types" not in said


def test_a_model_on_one_node_leaves_the_interfaces_to_others() -> None:
    group = NodeGroupSpec(instance_type=NODE, max_nodes=2, interconnect="efa")

    assert placement(model("gpus: 8"), TENANT, group).interfaces == {}


def test_both_nodes_run_the_image_and_the_environment_that_the_model_names() -> None:
    text = f"{TEXT}\nimage: registry.example/vllm:1\nenvironment: {{NCCL_DEBUG: INFO}}"
    head, worker, _ = over_efa(text)

    assert head["image"] == worker["image"] == "registry.example/vllm:1"
    assert {"name": "NCCL_DEBUG", "value": "INFO"} in worker["env"]
    assert head["env"] == worker["env"]


def test_each_node_says_under_which_address_the_other_finds_it() -> None:
    spec = multi_node_runtime("vllm:1")["spec"]
    for [container] in (spec["containers"], spec["workerSpec"]["containers"]):
        names = [variable["name"] for variable in container["env"]]
        assert names[:2] == ["POD_IP", "VLLM_HOST_IP"]


def test_the_worker_serves_nothing_and_is_asked_nothing() -> None:
    [worker] = multi_node_runtime("vllm:1")["spec"]["workerSpec"]["containers"]

    assert not {"ports", "livenessProbe"} & set(worker)


REFUSED = {
    "three nodes": ("nodes: 3", "so 2, is what works"),
    "another server": ("{nodes: 2, server: {format: triton}}", "only vLLM spans nodes"),
    "knative": ("{nodes: 2, mode: knative}", "in standard mode only"),
    "two replicas": (
        "{nodes: 2, scaling: {min_replicas: 2, max_replicas: 2}}",
        "has one replica",
    ),
    "weights that are fetched": ("nodes: 2", "comes from pvc:// or oci://"),
    "a rollout that doubles the gpus": (
        "{nodes: 2, rollout: {strategy: surge}}",
        "is recreated",
    ),
    "data parallelism": (
        "{nodes: 2, gpus: 2, engine: {data_parallel: 2}}",
        "leave data_parallel out",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), REFUSED.values(), ids=REFUSED)
def test_refuses(text: str, sentence: str) -> None:
    with pytest.raises(ValidationError) as refused:
        ModelSpec.model_validate({**BASE, **parsed(text)})

    assert sentence in str(refused.value)
