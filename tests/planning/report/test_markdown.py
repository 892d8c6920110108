"""What each stack's plan would say on a pull request, kept so that a review can read the change.

`make golden` refreshes them. Each behaviour has a test of its own elsewhere.
"""

import os
from datetime import date
from pathlib import Path

import pytest

from planning.findings.all import findings
from planning.plan import plan
from planning.report.document.document import document
from planning.report.markdown.comment import MARKER, markdown
from planning.report.refused import refused_markdown
from stacks.problem import Problem, Refused
from tests.planning.configs import ROOT, repository_stack

TODAY = date(2026, 11, 22)


def comment(stack: str) -> str:
    planned = plan(repository_stack(stack))
    return markdown(document(stack, planned, findings(planned, TODAY))) + "\n"


@pytest.mark.parametrize("stack", ["dev", "prod"])
def test_says_what_it_said(stack: str) -> None:
    golden = Path(ROOT / "tests" / "golden" / f"plan-{stack}.md")

    if "UPDATE_GOLDEN" in os.environ:
        golden.write_text(comment(stack))
    assert comment(stack) == golden.read_text()


def test_every_row_of_a_table_has_as_many_cells_as_its_heading() -> None:
    widths: list[set[int]] = [set()]
    for line in comment("prod").splitlines():
        if line.startswith("|"):
            widths[-1].add(line.count(" | "))
        else:
            widths.append(set())

    assert [width for width in widths if width]
    assert all(len(width) <= 1 for width in widths)


def test_a_refusal_writes_over_the_same_comment_with_every_reason() -> None:
    refused = Refused([Problem(("models", "m"), "is too large", "use less"), Problem((), "no")])

    text = refused_markdown("prod", refused)

    assert text.startswith(MARKER.format(stack="prod"))
    assert "- ⛔ models.m: is too large; use less" in text
    assert "- ⛔ stack: no" in text
