"""A change between two commits of a real repository."""

import subprocess
from pathlib import Path

import pytest
import yaml

from planning.change.change import change
from planning.plan import plan
from planning.report.change import change_markdown
from stacks.problem import Refused
from tests.planning.configs import models, stack
from tests.support.stack import STACK


def git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=m"]
    subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True, capture_output=True)


def golden(*names: str) -> str:
    type = "kubernetes:core/v1:Namespace"
    return yaml.safe_dump_all([{"type": type, "name": n, "inputs": {}} for n in names])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository whose one commit has one model and two namespaces."""
    (tmp_path / "tests/golden").mkdir(parents=True)
    (tmp_path / "tests/golden/s.yaml").write_text(golden("a", "b"))
    content = {"config": {"gpu-inference:stack": STACK}}
    (tmp_path / "Pulumi.s.yaml").write_text(yaml.safe_dump(content))
    git(tmp_path, "init")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-m", "one")
    return tmp_path


def test_sums_up_cost_nodes_and_idle_gpus_of_a_second_model(root: Path) -> None:
    now = plan(stack(models=models(small={}, second={})))

    found = {d.what: (d.before, d.after) for d in change(root, "HEAD", "s", now).deltas}

    assert found["nodes at minimum"] == (1, 2)
    assert found["cost at minimum"] == (0.53, 1.05)
    assert found["second: KV cache of a GPU"][0] is None


def test_a_namespace_that_is_gone_is_on_top_of_the_comment(root: Path) -> None:
    (root / "tests/golden/s.yaml").write_text(golden("a", "c"))
    found = change(root, "HEAD", "s", plan(stack()))

    assert [(s.action, s.resource) for s in found.steps] == [
        ("remove", "Namespace b"),
        ("add", "Namespace c"),
    ]
    assert not found.deltas


def test_a_stack_that_is_new_is_said_to_be_not_comparable(root: Path) -> None:
    found = change(root, "HEAD", "other", plan(stack()))

    assert not found.comparable


def test_refuses_a_reference_that_git_does_not_know(root: Path) -> None:
    with pytest.raises(Refused, match="Git knows no commit nowhere"):
        change(root, "nowhere", "s", plan(stack()))


def test_the_comment_says_what_is_lost_and_folds_the_rest() -> None:
    step = {"action": "remove", "resource": "Namespace b", "paths": [], "loses": "everything"}
    harmless = step | {"resource": "Queue q", "loses": ""}
    delta = {"what": "cost at minimum", "unit": "USD/h", "before": 1.0, "after": None}

    anew = {"model": "llm", "silent": True, "says": "starts anew", "paths": ["spec.predictor"]}

    text = change_markdown(
        {
            "reference": "main",
            "comparable": False,
            "steps": [step, harmless],
            "rollouts": [anew],
            "deltas": [delta],
        }
    )

    assert text.index("**remove Namespace b**: loses everything") < text.index("<details>")
    assert "- ⛔ **llm** starts anew, because of spec.predictor" in text
    assert "cost at minimum: 1.0 → none USD/h" in text
    assert text.index("<details>") < text.index("remove Queue q")
