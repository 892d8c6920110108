"""The tables are readable at 100 columns and say what the plan says."""

from datetime import date

import pytest
from rich.console import Console

from planning.findings.all import findings
from planning.plan import plan
from planning.report.document.document import document
from planning.report.terminal.report import WIDTH, report
from planning.report.terminal.summary import summary
from tests.planning.configs import models, repository_stack, stack


def shown(renderable: object) -> str:
    console = Console(width=WIDTH, record=True, file=open("/dev/null", "w"))  # noqa: SIM115
    console.print(renderable)
    return console.export_text()


@pytest.mark.parametrize("name", ["dev", "prod"])
def test_no_line_is_wider_than_100_columns(name: str) -> None:
    planned = plan(repository_stack(name))

    text = shown(report(planned, document(name, planned, findings(planned, date(2026, 11, 22)))))

    assert max(len(line.rstrip()) for line in text.splitlines()) <= WIDTH


def test_the_summary_has_every_model_and_the_cost_of_all_nodes() -> None:
    config = repository_stack("prod")
    planned = plan(config)

    text = shown(summary(planned))

    assert all(name in text for name in config.models)
    low, high = (planned.scales[scale].hourly for scale in ("minimum", "maximum"))
    assert f"{low:.2f}-{high:.2f}" in text


def test_a_model_nobody_described_is_said_to_be_unknown() -> None:
    planned = plan(stack(models=models(mystery={"source": "s3://bucket/model"})))

    [row] = [line for line in shown(summary(planned)).splitlines() if "mystery" in line]
    assert row.count("unknown") == 3
