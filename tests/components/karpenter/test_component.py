"""What Karpenter and its pools register."""

from components.karpenter.component import Karpenter, KarpenterArgs, Pool, PoolArgs
from components.karpenter.interruption import EVENTS
from tests.support.recorder import record

TARGET = "aws:cloudwatch/eventTarget:EventTarget"
NODE_CLASS = {
    "apiVersion": "karpenter.k8s.aws/v1",
    "kind": "EC2NodeClass",
    "metadata": {"name": "a"},
    "spec": {"kubelet": {"maxPods": 58}},
}
NODE_POOL = {
    "apiVersion": "karpenter.sh/v1",
    "kind": "NodePool",
    "metadata": {"name": "a"},
    "spec": {"limits": {"nodes": "1"}},
}


def test_every_event_goes_into_the_queue() -> None:
    args = KarpenterArgs(queue="inference", queue_arn="arn:queue", node_role="node")
    made = record(lambda: Karpenter("karpenter", args))

    assert made.of(TARGET) == {f"karpenter-{event}" for event in EVENTS}
    assert {r.inputs["arn"] for r in made if r.type == TARGET} == {"arn:aws:sqs:::karpenter"}


def test_nodes_start_in_the_nodes_role() -> None:
    args = KarpenterArgs(queue="inference", queue_arn="arn:queue", node_role="node")
    made = record(lambda: Karpenter("karpenter", args))

    profile = made.named("karpenter", type="aws:iam/instanceProfile:InstanceProfile")
    assert profile.inputs == {"role": "node"}


def test_a_pool_comes_after_the_class_that_it_names() -> None:
    args = PoolArgs(
        node_class=NODE_CLASS,
        node_pool=NODE_POOL,
        instance_profile="node",
        security_group_id="sg-0a",
        subnet_ids=["subnet-0a"],
    )
    made = record(lambda: Pool("a", args))

    node_class = made.named("a-class", type="kubernetes:karpenter.k8s.aws/v1:EC2NodeClass")
    pool = made.named("a", type="kubernetes:karpenter.sh/v1:NodePool")
    assert node_class.inputs["spec"] == {
        "kubelet": {"maxPods": 58},
        "instanceProfile": "node",
        "securityGroupSelectorTerms": [{"id": "sg-0a"}],
        "subnetSelectorTerms": [{"id": "subnet-0a"}],
    }
    assert "a-class" in pool.depends_on
