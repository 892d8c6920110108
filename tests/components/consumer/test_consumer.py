"""An asynchronous stage reads one queue, calls one model, and is as large as the queue is long."""

import pytest

from components.consumer.manifest import Surroundings, consumer_objects
from components.consumer.spec import ConsumerSpec
from components.types import Manifest
from tests.support.problems import parsed, refusal

SQS = "sqs: {url: 'https://sqs.eu-west-1.amazonaws.com/1/jobs', region: eu-west-1, length: 8}"
KAFKA = "kafka: {servers: 'kafka:9092', group: asr, topic: calls, lag: 20}"
BASE = "{tenant: batch, image: 'worker:1', calls: whisper, max_replicas: 6, %s}"
AROUND = Surroundings(queue="batch", priority="low", model_url="http://whisper-predictor.batch")


def objects(queue: str) -> dict[str, Manifest]:
    spec = ConsumerSpec.model_validate(parsed(BASE % queue))
    return {made["kind"]: made for made in consumer_objects("asr", spec, AROUND)}


def trigger(queue: str) -> Manifest:
    [found] = objects(queue)["ScaledObject"]["spec"]["triggers"]
    return dict(found)


def test_is_scaled_by_the_length_of_its_sqs_queue() -> None:
    assert trigger(SQS) == {
        "type": "aws-sqs-queue",
        "authenticationRef": {"name": "asr"},
        "metadata": {
            "queueURL": "https://sqs.eu-west-1.amazonaws.com/1/jobs",
            "awsRegion": "eu-west-1",
            "queueLength": "8",
        },
    }
    assert objects(SQS)["TriggerAuthentication"]["spec"] == {"podIdentity": {"provider": "aws"}}


def test_is_scaled_by_what_it_has_not_read_of_its_kafka_topic() -> None:
    assert trigger(KAFKA)["metadata"] == {
        "bootstrapServers": "kafka:9092",
        "consumerGroup": "asr",
        "topic": "calls",
        "lagThreshold": "20",
    }
    assert "TriggerAuthentication" not in objects(KAFKA)


def test_costs_nothing_while_the_queue_is_empty() -> None:
    spec = objects(SQS)["ScaledObject"]["spec"]

    assert (spec["minReplicaCount"], spec["maxReplicaCount"]) == (0, 6)
    assert "replicas" not in objects(SQS)["Deployment"]["spec"]


def test_knows_where_its_model_answers_and_runs_in_its_tenants_queue() -> None:
    template = objects(SQS)["Deployment"]["spec"]["template"]
    [container] = template["spec"]["containers"]

    assert {"name": "MODEL_URL", "value": "http://whisper-predictor.batch"} in container["env"]
    assert template["metadata"]["annotations"] == {"scheduling.volcano.sh/queue-name": "batch"}
    assert template["spec"]["priorityClassName"] == "low"


def test_reads_as_an_account_of_its_own() -> None:
    role = "access: {role_arn: 'arn:aws:iam::123456789012:role/reader'}"
    made = objects(f"{SQS}, {role}")

    assert made["Deployment"]["spec"]["template"]["spec"]["serviceAccountName"] == "asr"
    assert "eks.amazonaws.com/role-arn" in made["ServiceAccount"]["metadata"]["annotations"]


@pytest.mark.parametrize(
    ("queue", "sentence"),
    [
        (f"{SQS}, {KAFKA}", "reads exactly one of sqs and kafka"),
        ("args: []", "reads exactly one of sqs and kafka"),
        (f"{SQS}, min_replicas: 6", "a queue has nothing to scale"),
        (f"{SQS}, environment: {{PYTHONPATH: /x}}", "PYTHONPATH"),
    ],
)
def test_refuses(queue: str, sentence: str) -> None:
    assert sentence in refusal(ConsumerSpec, BASE % queue)
