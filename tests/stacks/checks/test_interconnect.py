"""A model over EFA has somebody who offers the interfaces, and an image that can use them."""

from typing import Any

from tests.support.stack import changed, refusals, refused_at

MODEL = {
    "source": "pvc://weights/llama",
    "architecture": "meta-llama/Llama-3.1-70B-Instruct",
    "tenant": "chat",
    "node_group": "h100",
    "gpus": 8,
    "nodes": 2,
    "engine": {"pipeline_parallel": 2, "context_length": 8192},
}
IMAGE = "registry.example/vllm-efa:0.33.0"


def stack(*, plugin: Any = None, **model: Any) -> dict[str, Any]:
    made = changed("models.big", {**MODEL, **model})
    made["node_groups"]["h100"] = {
        "instance_type": "p5.48xlarge",
        "max_nodes": 2,
        "interconnect": "efa",
    }
    made["platform"]["efa_device_plugin"] = plugin
    return made


def test_refuses_interfaces_that_nobody_offers() -> None:
    assert "efa_device_plugin" in refused_at(stack(image=IMAGE), "models.big.nodes")


def test_refuses_an_image_that_would_talk_over_tcp() -> None:
    assert "aws-ofi-nccl" in refused_at(stack(plugin={}), "models.big.image")


def test_accepts_a_plugin_that_is_installed_or_there_and_an_image_that_is_named() -> None:
    assert not refusals(stack(plugin={}, image=IMAGE))
    assert not refusals(stack(plugin="provided", image=IMAGE))


def test_asks_neither_of_a_model_on_one_node() -> None:
    one = stack(nodes=1, engine={"context_length": 8192})

    assert not refusals(one)
