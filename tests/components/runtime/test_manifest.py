"""How the servers are started, probed and confined, whoever uses them."""

import pytest

from components.runtime.manifest import MODEL_FORMAT, STREAMED, server_runtime, vllm_runtime
from components.runtime.servers import SERVERS, runtime_for
from components.types import Manifest

VLLM = vllm_runtime("vllm/vllm-openai:v9.9.9")
RUNTIMES = {
    "platform-vllm": VLLM,
    **{name: server_runtime(name, server, "image:1") for name, server in SERVERS.items()},
}
every_runtime = pytest.mark.parametrize("runtime", RUNTIMES.values(), ids=RUNTIMES)


def container(runtime: Manifest) -> Manifest:
    [found] = runtime["spec"]["containers"]
    return dict(found)


def test_vllm_serves_under_the_name_of_the_model_that_uses_it() -> None:
    assert "--served-model-name={{.Name}}" in container(VLLM)["args"]


def test_vllm_listens_where_its_liveness_probe_and_its_metrics_look() -> None:
    port = container(VLLM)["ports"][0]["containerPort"]

    assert f"--port={port}" in container(VLLM)["args"]
    assert VLLM["spec"]["annotations"]["prometheus.kserve.io/port"] == str(port)
    assert container(VLLM)["livenessProbe"]["httpGet"]["port"] == port


def test_start_up_and_readiness_are_each_models_own() -> None:
    assert not {"startupProbe", "readinessProbe"} & set(container(VLLM))


def test_vllm_also_starts_without_anything_being_fetched_first() -> None:
    formats = [entry["name"] for entry in VLLM["spec"]["supportedModelFormats"]]

    assert formats == [MODEL_FORMAT, STREAMED]


@every_runtime
def test_never_takes_a_model_that_did_not_name_it(runtime: Manifest) -> None:
    assert not any(f["autoSelect"] for f in runtime["spec"]["supportedModelFormats"])


@every_runtime
def test_meets_the_restricted_level(runtime: Manifest) -> None:
    security = container(runtime)["securityContext"]

    assert security["runAsNonRoot"] is True
    assert security["allowPrivilegeEscalation"] is False
    assert security["capabilities"] == {"drop": ["ALL"]}
    assert security["seccompProfile"] == {"type": "RuntimeDefault"}


@every_runtime
def test_is_the_container_that_kserve_looks_for(runtime: Manifest) -> None:
    assert container(runtime)["name"] == "kserve-container"


def test_nobody_writes_to_the_root_file_system_of_vllm() -> None:
    assert container(VLLM)["securityContext"]["readOnlyRootFilesystem"] is True


@every_runtime
def test_every_path_it_writes_to_is_a_bounded_volume_of_its_own(runtime: Manifest) -> None:
    mounted = {m["name"]: m["mountPath"] for m in container(runtime)["volumeMounts"]}
    volumes = {volume["name"]: volume["emptyDir"] for volume in runtime["spec"]["volumes"]}

    assert mounted["shm"] == "/dev/shm"
    assert volumes["shm"]["medium"] == "Memory"
    paths = {e["value"] for e in container(runtime)["env"] if e["value"].startswith("/")}
    assert paths <= set(mounted.values())
    assert all("sizeLimit" in volume for volume in volumes.values())


@pytest.mark.parametrize(
    ("model_format", "gpus", "runtime"),
    [
        ("sklearn", 0, "platform-sklearn"),
        ("xgboost", 0, "platform-xgboost"),
        ("tensorflow", 1, "platform-tensorflow"),
        ("pytorch", 1, "platform-torchserve"),
        ("onnx", 1, "platform-triton"),
        ("tensorrt", 1, "platform-triton"),
        ("huggingface", 0, "platform-huggingface"),
        ("huggingface", 1, "platform-huggingface-gpu"),
    ],
)
def test_each_model_format_has_one_runtime(model_format: str, gpus: int, runtime: str) -> None:
    assert runtime_for(model_format, gpus) == runtime


@every_runtime
def test_its_user_is_nobody_s_on_the_node_and_has_a_name_for_torch(runtime: Manifest) -> None:
    named = {entry["name"]: entry["value"] for entry in container(runtime)["env"]}

    assert container(runtime)["securityContext"]["runAsUser"] >= 10_000
    assert named["USER"]
