"""What is refused before anything is done, through the engine."""

from typing import Any

import pulumi
import pulumi_kubernetes as k8s
import pytest
from pulumi.automation import CommandError

from tests.simulation.plugin.project import Project, config_map

pytestmark = pytest.mark.cluster


def test_what_the_server_refuses_is_refused_at_preview(project: Project, namespace: str) -> None:
    def program(options: pulumi.ResourceOptions) -> None:
        metadata: Any = {"name": "quota", "namespace": namespace}
        spec: Any = {"hard": {"cpu": "not a quantity"}}
        k8s.core.v1.ResourceQuota("quota", metadata=metadata, spec=spec, opts=options)

    with pytest.raises(CommandError, match="quantities must match"):
        project.preview(program)


def test_a_chart_is_refused_in_a_sentence(project: Project) -> None:
    def program(options: pulumi.ResourceOptions) -> None:
        k8s.helm.v3.Release("kserve", chart="kserve", opts=options)

    with pytest.raises(CommandError, match="operators are provided"):
        project.preview(program)


def test_a_cluster_that_is_not_on_loopback_is_never_spoken_to(project: Project) -> None:
    elsewhere = project.kubeconfig.read_text().replace("127.0.0.1", "203.0.113.7")

    with pytest.raises(CommandError, match="only simulated clusters on loopback"):
        project.preview(config_map("default", {}, name="a"), kubeconfig=elsewhere)
