"""What serves a model: vLLM, a server by format, or a container of one's own."""

from tests.components.model.sample import predictor, service


def test_a_model_without_gpus_names_none() -> None:
    resources = predictor("server: {format: sklearn}")["model"]["resources"]

    assert resources["limits"] == {"cpu": "1", "memory": "2Gi"}


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
