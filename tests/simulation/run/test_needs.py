"""A stack gets the controllers it uses, with its own configuration."""

import yaml

from simulation.run.needs import parts, programs
from stacks.parse import parse
from tests.support.stack import STACK, changed

STANDARD = parse(STACK)
KNATIVE = parse(changed("models.small.mode", "knative"))


def test_nothing_of_knative_is_built_or_run_for_a_stack_without_a_knative_model() -> None:
    assert not parts(STANDARD).knative
    assert not any(tool.startswith("knative") for tool in programs(STANDARD))


def test_one_knative_model_brings_knative() -> None:
    assert parts(KNATIVE).knative
    assert {"knative-controller", "knative-webhook"} <= set(programs(KNATIVE))


def test_knative_accepts_the_fields_that_its_models_use() -> None:
    flags = parts(KNATIVE).knative_config["config-features"]

    assert flags["kubernetes.podspec-schedulername"] == "enabled"
    assert flags["kubernetes.podspec-tolerations"] == "enabled"


def test_the_scheduler_runs_our_configuration_and_not_upstream_s() -> None:
    conf = yaml.safe_load(parts(STANDARD).scheduler_conf or "")

    assert {"preempt", "reclaim"} <= set(conf["actions"].split(", "))
