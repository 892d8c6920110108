"""A Pulumi project of a test: the real engine, the stand-in, and a state in a folder."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pulumi
import pulumi_kubernetes as k8s
from pulumi import automation

from simulation.control_plane import ControlPlane

Program = Callable[[pulumi.ResourceOptions], object]
WIDGETS = "plugin.test/v1"


@dataclass(frozen=True)
class Project:
    """One stack, whose program changes between updates."""

    folder: Path
    bin: Path
    kubeconfig: Path

    def up(self, program: Program, **provider: Any) -> dict[str, int]:
        """How many resources were created, updated and so on."""
        found = self.stack(program, **provider).up().summary.resource_changes or {}
        return {str(operation): count for operation, count in found.items()}

    def preview(self, program: Program, **provider: Any) -> dict[str, int]:
        """How many resources would be."""
        found = self.stack(program, **provider).preview().change_summary
        return {str(operation): count for operation, count in found.items()}

    def refresh(self) -> dict[str, int]:
        """How many resources are not as they were left."""
        found = self.stack(lambda _: None).refresh().summary.resource_changes or {}
        return {str(operation): count for operation, count in found.items()}

    def destroy(self) -> None:
        """Remove everything."""
        self.stack(lambda _: None).destroy()

    def state(self) -> str:
        """What is kept between updates, as it lies on the disk."""
        return (self.folder / ".pulumi" / "stacks" / "plugin" / "test.json").read_text()

    def stack(self, program: Program, **provider: Any) -> automation.Stack:
        """The stack with a program whose resources go to the simulated cluster."""

        def run() -> None:
            given = {"kubeconfig": self.kubeconfig.read_text(), "cluster_identifier": "test"}
            cluster = k8s.Provider("cluster", **(given | provider))
            program(pulumi.ResourceOptions(provider=cluster))

        url = f"file://{self.folder}"
        backend = automation.ProjectBackend(url)
        return automation.create_or_select_stack(
            "test",
            "plugin",
            run,
            opts=automation.LocalWorkspaceOptions(
                env_vars=self._environment(url),
                project_settings=automation.ProjectSettings("plugin", "python", backend=backend),
                pulumi_command=automation.PulumiCommand(root=str(self.bin.parent)),
            ),
        )

    def _environment(self, url: str) -> dict[str, str]:
        return {
            "PATH": f"{self.bin}{os.pathsep}{os.environ['PATH']}",
            "PULUMI_BACKEND_URL": url,
            "PULUMI_CONFIG_PASSPHRASE": "test",
            "PULUMI_SKIP_UPDATE_CHECK": "true",
            "PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION": "true",
            "PULUMI_IGNORE_AMBIENT_PLUGINS": "",
        }


def found(plane: ControlPlane, namespace: str, kind: str, name: str) -> Any:
    """An object as it is in the cluster, or None."""
    root = f"/apis/{WIDGETS}" if kind == "widgets" else "/api/v1"
    return plane.api.find(f"{root}/namespaces/{namespace}/{kind}/{name}")


def config_map(namespace: str, data: dict[str, str], **metadata: Any) -> Program:
    """A program of one ConfigMap."""

    own: Any = {"namespace": namespace, **metadata}

    def program(options: pulumi.ResourceOptions) -> None:
        k8s.core.v1.ConfigMap("settings", metadata=own, data=data, opts=options)

    return program


def widget(namespace: str, spec: dict[str, Any], **annotations: str) -> Program:
    """A program of one custom resource."""
    metadata: dict[str, Any] = {"name": "widget", "namespace": namespace}
    if annotations:
        told = {f"pulumi.com/{key}": value for key, value in annotations.items()}
        metadata["annotations"] = told

    def program(options: pulumi.ResourceOptions) -> None:
        k8s.apiextensions.CustomResource(
            "widget",
            api_version=WIDGETS,
            kind="Widget",
            metadata=metadata,
            spec=spec,
            opts=options,
        )

    return program
