from components.runtime.manifest import STARTUP_SECONDS, vllm_runtime

RUNTIME = vllm_runtime("vllm/vllm-openai:v9.9.9")
[CONTAINER] = RUNTIME["spec"]["containers"]


def test_serves_under_the_name_of_the_model_that_uses_it() -> None:
    assert "--served-model-name={{.Name}}" in CONTAINER["args"]


def test_listens_where_its_probes_and_its_metrics_look() -> None:
    port = CONTAINER["ports"][0]["containerPort"]

    assert f"--port={port}" in CONTAINER["args"]
    assert RUNTIME["spec"]["annotations"]["prometheus.kserve.io/port"] == str(port)
    assert {
        CONTAINER[probe]["httpGet"]["port"]
        for probe in ("startupProbe", "readinessProbe", "livenessProbe")
    } == {port}


def test_a_model_may_load_for_half_an_hour_before_it_is_given_up() -> None:
    probe = CONTAINER["startupProbe"]

    assert probe["periodSeconds"] * probe["failureThreshold"] >= STARTUP_SECONDS


def test_never_takes_a_model_that_did_not_name_it() -> None:
    assert not any(f["autoSelect"] for f in RUNTIME["spec"]["supportedModelFormats"])


def test_meets_the_restricted_level_with_a_root_file_system_nobody_writes() -> None:
    security = CONTAINER["securityContext"]

    assert security["runAsNonRoot"] is True
    assert security["readOnlyRootFilesystem"] is True
    assert security["allowPrivilegeEscalation"] is False
    assert security["capabilities"] == {"drop": ["ALL"]}
    assert security["seccompProfile"] == {"type": "RuntimeDefault"}


def test_every_path_it_writes_to_is_a_volume_of_its_own() -> None:
    mounted = {mount["name"]: mount["mountPath"] for mount in CONTAINER["volumeMounts"]}
    volumes = {volume["name"]: volume["emptyDir"] for volume in RUNTIME["spec"]["volumes"]}

    assert mounted["shm"] == "/dev/shm"
    assert volumes["shm"]["medium"] == "Memory"
    assert {entry["value"] for entry in CONTAINER["env"]} <= set(mounted.values())
    assert all("sizeLimit" in volume for volume in volumes.values())


def test_kserve_forbids_a_python_path() -> None:
    assert "PYTHONPATH" not in {entry["name"] for entry in CONTAINER["env"]}
