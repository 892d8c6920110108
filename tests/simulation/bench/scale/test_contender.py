import yaml

from components.types import Manifest
from components.volcano.scheduler import scheduler_conf
from components.volcano.spec import SchedulerSpec
from simulation.bench.scale.contender import CONTENDERS, VOLCANO_DEFAULT
from simulation.bench.scale.events import Work
from simulation.toolchain.tools import DEFAULT, TOOLS

OURS, VOLCANO, KUBERNETES = CONTENDERS
BY_DEFAULT = 300.0
"""Seconds that Kubernetes writes into a pod that says nothing (DefaultTolerationSeconds)."""

MODEL, GANG = Work("model", 2, 3), Work("gang", 4, 2, "training", "training")


def test_ours_is_what_a_stack_gets_that_says_nothing() -> None:
    assert OURS.parts.scheduler_conf == scheduler_conf(SchedulerSpec(), flat=True)


def test_volcanos_own_configuration_neither_preempts_nor_reclaims() -> None:
    conf = yaml.safe_load(VOLCANO_DEFAULT)
    plugins = [plugin["name"] for tier in conf["tiers"] for plugin in tier["plugins"]]

    assert conf["actions"] == "enqueue, allocate, backfill"
    assert "proportion" in plugins
    assert VOLCANO.parts.scheduler_conf == VOLCANO_DEFAULT


def test_kubernetes_own_scheduler_runs_only_where_it_is_measured() -> None:
    assert KUBERNETES.parts.kube_scheduler
    assert not KUBERNETES.parts.volcano
    assert not any(one.parts.kube_scheduler for one in (OURS, VOLCANO))
    assert "kube-scheduler" in TOOLS
    assert "kube-scheduler" not in DEFAULT


def test_a_model_is_the_same_pods_for_everybody() -> None:
    ours, others = OURS.manifest(MODEL), [one.manifest(MODEL) for one in (VOLCANO, KUBERNETES)]
    pod = ours["spec"]["template"]["spec"]

    assert ours["spec"]["replicas"] == 3
    assert pod["schedulerName"] == "volcano"
    assert pod["containers"][0]["resources"]["requests"]["nvidia.com/gpu"] == "2"
    for other in others:
        theirs = other["spec"]["template"]["spec"]
        differing = {key for key in pod if pod[key] != theirs[key]}
        assert differing <= {"schedulerName", "tolerations"}


def test_nobody_else_has_our_patience_with_lost_nodes() -> None:
    assert waits(OURS.manifest(MODEL)["spec"]["template"]) < 60
    for other in (VOLCANO, KUBERNETES):
        assert waits(other.manifest(MODEL)["spec"]["template"]) == BY_DEFAULT
    assert waits(VOLCANO.manifest(GANG)["spec"]["tasks"][0]["template"]) == BY_DEFAULT


def waits(template: Manifest) -> float:
    """How long it says that it stays on a node that is unreachable."""
    found: list[float] = [
        toleration["tolerationSeconds"]
        for toleration in template["spec"]["tolerations"]
        if toleration["key"] == "node.kubernetes.io/unreachable"
    ]
    return max(found, default=BY_DEFAULT)


def test_a_models_pods_say_that_they_may_not_be_preempted_and_training_that_it_may() -> None:
    model, gang = OURS.manifest(MODEL), OURS.manifest(GANG)
    said = model["spec"]["template"]["metadata"]["annotations"]

    assert said["volcano.sh/preemptable"] == "false"
    assert said["scheduling.volcano.sh/queue-name"] == "online"
    assert gang["metadata"]["annotations"]["volcano.sh/preemptable"] == "true"


def test_training_is_a_gang_where_gangs_are_known_and_a_job_elsewhere() -> None:
    gang, plain = OURS.manifest(GANG), KUBERNETES.manifest(GANG)

    assert gang["apiVersion"] == "batch.volcano.sh/v1alpha1"
    assert gang["spec"]["minAvailable"] == 2
    assert plain["apiVersion"] == "batch/v1"
    assert plain["spec"]["parallelism"] == plain["spec"]["completions"] == 2
    assert plain["spec"]["template"]["spec"]["schedulerName"] == "default-scheduler"


def test_training_outlasts_the_bench() -> None:
    [task] = OURS.manifest(GANG)["spec"]["tasks"]

    for template in (task["template"], KUBERNETES.manifest(GANG)["spec"]["template"]):
        assert template["metadata"]["annotations"] == {
            "pod-complete.stage.kwok.x-k8s.io/delay": "24h"
        }
