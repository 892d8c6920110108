"""The command: every form, a file, a comparison, and an exit status that a workflow can trust."""

import json
from pathlib import Path

import pytest

from planning import __main__ as command
from planning.report.form import FORMS
from planning.report.markdown.comment import MARKER
from tests.planning.configs import ROOT


@pytest.mark.parametrize("form", FORMS)
def test_writes_each_form_to_a_file(form: str, tmp_path: Path) -> None:
    file = tmp_path / "made" / "plan"

    assert command.main(["--stack", "dev", "--format", form, "--output", str(file)]) == 0
    assert "qwen2-7b" in file.read_text()


def test_compares_with_a_reference(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--stack", "dev", "--format", "json", "--against", "HEAD"]) == 0

    assert json.loads(capsys.readouterr().out)["change"]["reference"] == "HEAD"


def test_a_refused_stack_is_1_and_its_comment_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / "Pulumi.dev.yaml").read_text().replace("qwen2-0-5b:", "qwen2-0-5B:")
    (tmp_path / "Pulumi.dev.yaml").write_text(text)
    monkeypatch.setattr(command, "ROOT", tmp_path)

    assert command.main(["--stack", "dev", "--format", "markdown"]) == 1
    shown = capsys.readouterr()
    assert "is no DNS label" in shown.err
    assert shown.out.startswith(MARKER.format(stack="dev"))


def test_a_broken_policy_is_1_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tests" / "golden").mkdir(parents=True)
    golden = (ROOT / "tests" / "golden" / "dev.yaml").read_text()
    unpinned = golden.replace("vllm/vllm-openai:v", "vllm/vllm-openai:latest # ")
    (tmp_path / "tests" / "golden" / "dev.yaml").write_text(unpinned)
    (tmp_path / "Pulumi.dev.yaml").write_text((ROOT / "Pulumi.dev.yaml").read_text())
    monkeypatch.setattr(command, "ROOT", tmp_path)

    assert command.main(["--stack", "dev", "--output", str(tmp_path / "out")]) == 1
    assert "image-pinned" in (tmp_path / "out").read_text()
