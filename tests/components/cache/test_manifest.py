"""What is on a node before a pod asks for it."""

from tests.components.model.sample import objects, predictor


def test_the_weights_are_cached_on_the_models_own_nodes() -> None:
    cache = objects("delivery: {by: cache}")["LocalModelCache", "chat"]

    assert cache["spec"] == {
        "sourceModelUri": "hf://Qwen/Qwen2-7B-Instruct",
        "modelSize": "15Gi",
        "nodeGroups": ["a10g"],
    }
    assert "namespace" not in cache["metadata"]


def test_a_cached_model_still_names_its_address_by_which_kserve_finds_the_cache() -> None:
    made = predictor("delivery: {by: cache}")["model"]

    assert made["storageUri"] == "hf://Qwen/Qwen2-7B-Instruct"


def test_the_server_image_is_kept_on_the_models_nodes() -> None:
    made = objects("delivery: {prepull: true}")["DaemonSet", "chat-image"]["spec"]["template"]
    [pull], [pause] = made["spec"]["initContainers"], made["spec"]["containers"]

    assert (pull["image"], pause["image"]) == ("vllm:1", "pause:1")
    assert made["spec"]["nodeSelector"] == predictor("{}")["nodeSelector"]
    assert [t["key"] for t in made["spec"]["tolerations"]] == ["nvidia.com/gpu"]
    assert made["spec"]["tolerations"][0] in predictor("{}")["tolerations"]


def test_the_image_is_the_one_that_the_model_runs() -> None:
    images = {
        text: objects(f"{{delivery: {{prepull: true}}, {text}}}")["DaemonSet", "chat-image"]
        for text in (
            "image: 'vllm:2'",
            "server: {format: sklearn}",
            "server: {container: {image: 'ocr:3'}}",
        )
    }

    found = [
        made["spec"]["template"]["spec"]["initContainers"][0]["image"] for made in images.values()
    ]
    assert found == ["vllm:2", "sklearn:1", "ocr:3"]


def test_nothing_is_brought_that_nobody_asked_for() -> None:
    assert not objects("{}")
