"""A stack's models with all that belongs to them, as plain data."""

from time import perf_counter
from typing import Any

from simulation.bench.stacks import stack as many
from stacks.chained import consumers, graphs
from stacks.parse import parse
from stacks.served import runtimes, scraped, served
from tests.support.stack import changed, refused_at

TREES = {
    "source": "s3://models/trees",
    "tenant": "chat",
    "node_group": "system",
    "server": {"format": "sklearn"},
}


def kinds(raw: dict[str, Any], name: str) -> list[str]:
    return [made["kind"] for made in served(parse(raw))[name].objects]


def test_four_lines_are_one_object() -> None:
    assert kinds(changed("models.small.gpus", 1), "small") == ["InferenceService"]


def test_only_servers_that_are_used_get_a_runtime() -> None:
    assert runtimes(parse(changed("models.small.gpus", 1))) == []

    [one] = runtimes(parse(changed("models.trees", TREES)))
    assert one["metadata"]["name"] == "platform-sklearn"
    assert one["spec"]["containers"][0]["image"].startswith("kserve/sklearnserver:")


def test_nobody_is_scraped_where_nobody_collects() -> None:
    assert scraped(parse(changed("models.small.gpus", 1))) == {}
    assert scraped(parse(changed("metrics", {"scrape": "none"}))) == {}


def test_each_tenant_has_a_monitor_for_each_port_of_its_models() -> None:
    raw = changed("models.trees", {**TREES, "server": {"format": "pytorch"}})
    monitors = scraped(parse({**raw, "metrics": {}}))["chat"]

    ports = [made["spec"]["podMetricsEndpoints"][0]["portNumber"] for made in monitors]
    assert ports == [8080, 8082]


def test_versions_answer_to_the_models_name_and_are_routed_by_us() -> None:
    raw = changed("models.small.versions", {"v1": {}, "v2": {}})
    raw["models"]["small"]["traffic"] = {"stable": "v1", "canary": "v2", "step": 1}
    raw["platform"] = {"gateway": {"domain": "models.example"}}
    made = served(parse(raw))["small"].objects
    services = [m for m in made if m["kind"] == "InferenceService"]

    assert [m["metadata"]["name"] for m in services] == ["small-v1", "small-v2"]
    for service in services:
        assert "--served-model-name=small" in service["spec"]["predictor"]["model"]["args"]
        labels = service["metadata"]["labels"]
        assert labels["gpu-inference/model"] == "small"
        assert labels["networking.kserve.io/visibility"] == "cluster-local"
    assert made[-1]["kind"] == "HTTPRoute"


def test_a_chain_calls_a_service_of_its_own_tenant() -> None:
    graph = {
        "tenant": "chat",
        "nodes": {"root": {"router": "sequence", "steps": [{"model": "small"}]}},
    }

    assert set(graphs(parse(changed("graphs.support", graph)))) == {"support"}
    graph["nodes"] = {"root": {"router": "sequence", "steps": [{"model": "smal"}]}}
    said = refused_at(changed("graphs.support", graph), "graphs.support.nodes")
    assert "`smal` is no service of the tenant `chat`; did you mean `small`?" in said


def test_a_chain_is_not_a_model() -> None:
    graph = {
        "tenant": "chat",
        "nodes": {"root": {"router": "sequence", "steps": [{"model": "small"}]}},
    }

    assert "has the name of a model" in refused_at(changed("graphs.small", graph), "graphs.small")


def test_a_consumer_is_told_where_its_model_answers() -> None:
    consumer = {
        "tenant": "chat",
        "image": "worker:1",
        "calls": "small",
        "max_replicas": 3,
        "kafka": {"servers": "kafka:9092", "group": "g", "topic": "t"},
    }
    made = consumers(parse(changed("consumers.reader", consumer)))["reader"]
    [deployment] = [m for m in made if m["kind"] == "Deployment"]
    [container] = deployment["spec"]["template"]["spec"]["containers"]

    url = {"name": "MODEL_URL", "value": "http://small-predictor.chat.svc.cluster.local"}
    assert url in container["env"]


def test_a_thousand_models_are_planned_in_seconds() -> None:
    config = many(1000)
    began = perf_counter()

    assert len(served(config)) == 1000
    assert perf_counter() - began < 10
