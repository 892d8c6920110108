"""The pack as the real engine runs it: what breaks a rule fails a preview, the rest does not.

The engine starts a Python pack through a script of its SDK, which comes with the Go module; the
official CLI has it beside itself.
"""

from dataclasses import dataclass
from pathlib import Path

import pulumi
import pulumi_kubernetes as k8s
import pytest
from pulumi.automation import CommandError

from simulation.configuration import simulated
from simulation.control_plane.control_plane import ControlPlane
from simulation.engine.tools import tools
from simulation.engine.workspace import workspace
from simulation.plugin.launcher import on_path
from simulation.toolchain import go
from simulation.toolchain.tools import SDK
from stacks.file import read
from tests.simulation.plugin.project import Program, Project
from tests.support.cluster import toolchain

pytestmark = pytest.mark.cluster

ROOT = Path(__file__).parents[2]
PACK = str(ROOT / "policy")
STARTER = Path("python/dist/pulumi-analyzer-policy-python")


def start_of_packs(folder: Path) -> None:
    """What starts a pack, where the engine looks for it."""
    script = folder / STARTER.name
    script.write_bytes((go.source(SDK, "language") / STARTER).read_bytes())
    script.chmod(0o755)


@pytest.fixture
def project(tmp_path: Path, control_plane: ControlPlane) -> Project:
    binaries = on_path(tmp_path / "tools" / "bin")
    (binaries / "pulumi").symlink_to(toolchain().binary("pulumi"))
    start_of_packs(binaries)
    state = tmp_path / "state"
    state.mkdir()
    return Project(state, binaries, control_plane.kubeconfig)


def pod(namespace: str, image: str) -> Program:
    def program(options: pulumi.ResourceOptions) -> None:
        metadata = k8s.meta.v1.ObjectMetaArgs(name="x", namespace=namespace)
        container = k8s.core.v1.ContainerArgs(name="x", image=image)
        spec = k8s.core.v1.PodSpecArgs(containers=[container])
        k8s.core.v1.Pod("x", metadata=metadata, spec=spec, opts=options)

    return program


@dataclass
class Previewed:
    """What the engine printed, and whether it let the program pass."""

    text: str
    passed: bool


def previewed(stack: pulumi.automation.Stack) -> Previewed:
    lines: list[str] = []
    try:
        stack.preview(policy_packs=[PACK], on_output=lines.append, on_error=lines.append)
    except CommandError:
        return Previewed("\n".join(lines), passed=False)
    return Previewed("\n".join(lines), passed=True)


def test_an_image_without_a_version_fails_the_preview_and_says_what_to_do(
    project: Project, namespace: str
) -> None:
    found = previewed(project.stack(pod(namespace, "vllm/vllm-openai")))

    assert not found.passed
    assert "image-pinned" in found.text
    assert "image vllm/vllm-openai has no version; name a tag other than latest" in found.text


def test_the_same_with_a_version_passes(project: Project, namespace: str) -> None:
    found = previewed(project.stack(pod(namespace, "vllm/vllm-openai:v1")))

    assert found.passed
    assert "gpu-inference@" in found.text
    assert "image-pinned" not in found.text


def test_the_whole_dev_stack_passes(control_plane: ControlPlane, tmp_path: Path) -> None:
    found = tools(tmp_path / "tools", toolchain())
    start_of_packs(found.root / "bin")
    config = simulated(read(ROOT / "Pulumi.dev.yaml"), control_plane)

    said = previewed(workspace("dev", config, tmp_path / "engine", found))

    assert said.passed
    assert "gpu-inference@" in said.text
    assert "InferenceService" in said.text
