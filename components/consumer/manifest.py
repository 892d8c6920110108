"""What an asynchronous stage becomes: a Deployment, and a ScaledObject on its queue's length."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.consumer.spec import ConsumerSpec
from components.model.pod import SCHEDULER, pod_security
from components.node_group.loss import SERVING_SECONDS, leaving_after
from components.quantity import cpu_quantity, memory_quantity
from components.runtime.manifest import container_security
from components.types import Manifest


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """Its tenant's queue and priority, and where the model that it calls answers."""

    queue: str
    priority: str
    model_url: str


def consumer_objects(name: str, spec: ConsumerSpec, around: Surroundings) -> Iterator[Manifest]:
    """All objects of the stage."""
    meta = {"name": name, "namespace": spec.tenant}
    account = spec.access.service_account or name
    if spec.access.service_account is None:
        role = spec.access.role_arn
        noted = {"annotations": {"eks.amazonaws.com/role-arn": role}} if role else {}
        yield {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {**meta, **noted}}
    yield _deployment(meta, spec, around, account)
    if spec.sqs is not None:
        yield {
            "apiVersion": "keda.sh/v1alpha1",
            "kind": "TriggerAuthentication",
            "metadata": meta,
            "spec": {"podIdentity": {"provider": "aws"}},
        }
    yield _scaled_object(meta, spec)


def _deployment(
    meta: dict[str, str], spec: ConsumerSpec, around: Surroundings, account: str
) -> Manifest:
    """`replicas` is left out: it is KEDA's."""
    labels = {"app": meta["name"]}
    pod = {
        "schedulerName": SCHEDULER,
        "priorityClassName": around.priority,
        "serviceAccountName": account,
        "terminationGracePeriodSeconds": spec.drain_seconds,
        "tolerations": leaving_after(SERVING_SECONDS),
        **pod_security(),
        "containers": [_container(spec, around.model_url)],
        "volumes": [{"name": "tmp", "emptyDir": {}}],
    }
    annotations = {"scheduling.volcano.sh/queue-name": around.queue}
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": meta,
        "spec": {
            "selector": {"matchLabels": labels},
            "template": {"metadata": {"labels": labels, "annotations": annotations}, "spec": pod},
        },
    }


def _container(spec: ConsumerSpec, model_url: str) -> Manifest:
    amounts = {"cpu": cpu_quantity(spec.cpu), "memory": memory_quantity(spec.memory_gib)}
    environment = {"HOME": "/tmp", "MODEL_URL": model_url, **spec.environment}
    return {
        "name": "consumer",
        "image": spec.image,
        **({"args": list(spec.args)} if spec.args else {}),
        "env": [{"name": key, "value": value} for key, value in sorted(environment.items())],
        "resources": {"requests": amounts, "limits": amounts},
        "securityContext": container_security(),
        "volumeMounts": [{"name": "tmp", "mountPath": "/tmp"}],
    }


def _scaled_object(meta: dict[str, str], spec: ConsumerSpec) -> Manifest:
    return {
        "apiVersion": "keda.sh/v1alpha1",
        "kind": "ScaledObject",
        "metadata": meta,
        "spec": {
            "scaleTargetRef": {"name": meta["name"]},
            "minReplicaCount": spec.min_replicas,
            "maxReplicaCount": spec.max_replicas,
            "cooldownPeriod": spec.cooldown_seconds,
            "triggers": [_trigger(meta["name"], spec)],
        },
    }


def _trigger(name: str, spec: ConsumerSpec) -> Manifest:
    """KEDA's own names (2.17.3 pkg/scalers/aws_sqs_queue_scaler.go, apache_kafka_scaler.go)."""
    if spec.sqs is not None:
        return {
            "type": "aws-sqs-queue",
            "authenticationRef": {"name": name},
            "metadata": {
                "queueURL": spec.sqs.url,
                "awsRegion": spec.sqs.region,
                "queueLength": str(spec.sqs.length),
            },
        }
    assert spec.kafka is not None
    return {
        "type": "kafka",
        "metadata": {
            "bootstrapServers": spec.kafka.servers,
            "consumerGroup": spec.kafka.group,
            "topic": spec.kafka.topic,
            "lagThreshold": str(spec.kafka.lag),
        },
    }
