"""What a change does to each resource, and that the dangerous steps come first."""

from typing import Any

import pytest

from planning.change.difference import Step, difference
from planning.change.recorded import Resource, Resources
from planning.change.replacement import MEANWHILE

SERVICE = "kubernetes:serving.kserve.io/v1beta1:InferenceService"
NAMESPACE = "kubernetes:core/v1:Namespace"
QUEUE = "kubernetes:scheduling.volcano.sh/v1beta1:Queue"
JOB = "kubernetes:batch.volcano.sh/v1alpha1:Job"
MODE = "serving.kserve.io/deploymentMode"


def one(type: str, **inputs: Any) -> Resources:
    resource = Resource(type=type, name="x", inputs=inputs)
    return {(type, "x"): resource}


def only(old: Resources, new: Resources) -> Step:
    [step] = difference(old, new)
    return step


CASES = {
    "a scaled model is changed": (
        one(SERVICE, spec={"minReplicas": 1}),
        one(SERVICE, spec={"minReplicas": 2}),
        ("change", ("spec.minReplicas",), ""),
    ),
    "a renamed namespace is replaced and takes what is in it": (
        one(NAMESPACE, metadata={"name": "a"}),
        one(NAMESPACE, metadata={"name": "b"}),
        ("replace", ("metadata.name",), "everything in the namespace"),
    ),
    "a model in another deployment mode is replaced": (
        one(SERVICE, metadata={"annotations": {MODE: "Standard"}}),
        one(SERVICE, metadata={"annotations": {MODE: "Knative"}}),
        ("replace", (f"metadata.annotations.{MODE}",), MEANWHILE[SERVICE]),
    ),
    "another cluster replaces every object": (
        one("pulumi:providers:kubernetes", clusterIdentifier="a"),
        one("pulumi:providers:kubernetes", clusterIdentifier="b"),
        ("replace", ("clusterIdentifier",), "every object of the cluster"),
    ),
    "other instance types replace a node group": (
        one("aws:eks/nodeGroup:NodeGroup", instanceTypes=["g5.xlarge"]),
        one("aws:eks/nodeGroup:NodeGroup", instanceTypes=["g5.2xlarge"]),
        ("replace", ("instanceTypes[0]",), ""),
    ),
    "a claim that is gone loses its volume": (
        one("kubernetes:core/v1:PersistentVolumeClaim"),
        {},
        ("remove", (), "the data of a volume"),
    ),
    "a job with another image starts again from its checkpoint": (
        one(JOB, spec={"tasks": [{"replicas": 2, "template": {"image": "a"}}]}),
        one(JOB, spec={"tasks": [{"replicas": 2, "template": {"image": "b"}}]}),
        ("replace", ("spec.tasks[0].template.image",), "what a job did since its last checkpoint"),
    ),
    "an elastic job with more workers is changed": (
        one(JOB, spec={"tasks": [{"replicas": 2, "template": {"image": "a"}}]}),
        one(JOB, spec={"tasks": [{"replicas": 3, "template": {"image": "a"}}]}),
        ("change", ("spec.tasks[0].replicas",), ""),
    ),
    "a list that grew is one value": (
        one(QUEUE, spec={"a": [1]}),
        one(QUEUE, spec={"a": [1, 2]}),
        ("change", ("spec.a",), ""),
    ),
    "a new queue is added": ({}, one(QUEUE), ("add", (), "")),
}


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES)
def test_names_the_action_its_reason_and_what_is_lost(
    old: Resources, new: Resources, expected: tuple[str, tuple[str, ...], str]
) -> None:
    step = only(old, new)

    assert (step.action, step.paths, step.loses) == expected


def test_nothing_differs_from_itself() -> None:
    assert not difference(one(SERVICE, spec={"a": [1]}), one(SERVICE, spec={"a": [1]}))


def test_what_loses_something_is_on_top() -> None:
    steps = difference(one(NAMESPACE) | one(QUEUE, spec=1), one(QUEUE, spec=2))

    assert [step.action for step in steps] == ["remove", "change"]
