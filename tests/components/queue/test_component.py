import pulumi
import pulumi_kubernetes as k8s

from components.queue.component import Queues, QueuesArgs
from components.queue.spec import QueueSpec
from tests.support.recorder import record

QUEUE = "kubernetes:scheduling.volcano.sh/v1beta1:Queue"


def build() -> None:
    cluster = k8s.Provider("cluster", kubeconfig="{}")
    specs = {"child": QueueSpec(parent="top"), "top": QueueSpec()}
    Queues("queues", QueuesArgs(specs=specs), pulumi.ResourceOptions(provider=cluster))


def test_a_child_queue_is_made_after_its_parent() -> None:
    recording = record(build)

    assert recording.named("child", type=QUEUE).depends_on == {"top"}
    assert recording.named("top", type=QUEUE).depends_on == set()


def test_every_queue_belongs_to_the_component_and_goes_to_its_cluster() -> None:
    recording = record(build)

    assert {(q.parent, q.provider) for q in recording if q.type == QUEUE} == {("queues", "cluster")}
