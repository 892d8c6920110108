import pulumi
import pulumi_kubernetes as k8s

from components.priority.component import Priorities, PrioritiesArgs
from components.priority.spec import PrioritySpec
from tests.support.recorder import record

CLASS = "kubernetes:scheduling.k8s.io/v1:PriorityClass"


def build() -> None:
    cluster = k8s.Provider("cluster", kubeconfig="{}")
    specs = {"online": PrioritySpec(value=10), "batch": PrioritySpec(value=1)}
    opts = pulumi.ResourceOptions(provider=cluster)
    Priorities("priorities", PrioritiesArgs(specs=specs), opts)


def test_makes_one_class_for_each_priority_in_its_cluster() -> None:
    recording = record(build)

    assert recording.of(CLASS) == {"online", "batch"}
    made = recording.named("online", type=CLASS)
    assert (made.parent, made.provider, made.inputs["value"]) == ("priorities", "cluster", 10)
