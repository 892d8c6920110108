from pathlib import Path

import pytest

from stacks.compatibility import ahead, outside, versions_of, windows_of
from stacks.matrix import HEADINGS, main, matrix, table
from stacks.parse import parse
from tests.support.stack import changed, refusals, refused_at

KUBERNETES = "cluster.existing.kubernetes"


def test_accepts_a_cluster_inside_every_window() -> None:
    assert not refusals(changed(KUBERNETES, "1.34"))


@pytest.mark.parametrize(
    ("kubernetes", "component"), [("1.31", "kserve"), ("1.32", "knative"), ("1.36", "volcano")]
)
def test_refuses_a_cluster_outside_a_window_naming_both_sides(
    kubernetes: str, component: str
) -> None:
    said = " ".join(problem.what for problem in refusals(changed(KUBERNETES, kubernetes)))

    assert f"{component} " in said
    assert f"this is {kubernetes}" in said


def test_a_refusal_says_who_says_so() -> None:
    assert "README" in refused_at(changed(KUBERNETES, "1.36"), KUBERNETES)


def test_a_provided_operator_is_whoever_provided_its_business() -> None:
    stack = changed(KUBERNETES, "1.36")
    stack["platform"]["volcano"] = "provided"

    assert not refusals(stack)


def test_a_cluster_of_unknown_version_is_not_refused() -> None:
    assert "kubernetes" not in versions_of(parse(changed("models", {})))


def test_an_operator_too_new_for_another_is_named_with_it() -> None:
    [window] = outside({"knative-operator": "1.23.0", "knative": "1.19.0"})

    assert (window.component, window.of) == ("knative-operator", "knative")


def test_the_newest_window_that_a_version_has_reached_counts() -> None:
    [window] = windows_of("knative", "1.23.5")

    assert window.first == "1.34.0"


def test_an_upgrade_is_told_what_it_would_cross() -> None:
    [window] = ahead("knative", "1.21.1")

    assert (window.since, window.of, window.first) == ("1.23.0", "kubernetes", "1.34.0")


def test_the_matrix_has_every_component_in_columns() -> None:
    rows = matrix(parse(changed(KUBERNETES, "1.34")))
    lines = list(table(rows))

    assert rows[0] == HEADINGS
    assert any("knative" in line and "1.23.0: kubernetes 1.34.0 on" in line for line in lines)


def test_a_file_that_is_refused_has_no_matrix(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(tmp_path / "Pulumi.nope.yaml") == 1
    assert "no file Pulumi.nope.yaml" in capsys.readouterr().err
