"""Rendering, with a chart that the test writes."""

from dataclasses import replace
from pathlib import Path

import pytest

from components.helm.spec import KEEP_KINDS, Chart, Release
from simulation.charts.render import ChartFailed, Charts, read
from simulation.charts.set import rendered
from tests.support.helm import helm

CHART = Chart(name="demo", repository="https://charts.example", version="v1.2.3")
RELEASE = Release(name="demo", namespace="home", chart=CHART, values={"colour": "red"})
CRD = """\
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: things.example.org}
spec:
  group: example.org
  names: {kind: Thing, plural: things}
  scope: Namespaced
  versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}]
"""
TEMPLATE = """\
apiVersion: v1
kind: ConfigMap
metadata: {name: demo}
data:
  colour: {{ .Values.colour }}
  kinds: {{ .Capabilities.APIVersions.Has "example.org/v1/Thing" | quote }}
---
apiVersion: v1
kind: Pod
metadata: {name: a-test, annotations: {helm.sh/hook: test}}
"""


@pytest.fixture
def unrendered(tmp_path: Path) -> Charts:
    """Two charts and no Helm."""
    for name, files in {
        "demo": {"templates/all.yaml": TEMPLATE, "values.yaml": "colour: blue\n"},
        "kinds": {"crds/thing.yaml": CRD},
    }.items():
        described = f"apiVersion: v2\nname: {name}\nversion: 1.2.3\n"
        for path, text in {**files, "Chart.yaml": described}.items():
            file = tmp_path / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
    return Charts(Path("no-helm"), tmp_path, "1.34.4")


@pytest.fixture
def charts(unrendered: Charts) -> Charts:
    return replace(unrendered, helm=helm())


KINDS = Release(
    name="kinds", namespace="home", chart=CHART.model_copy(update={"name": "kinds"}), kept=True
)


def test_a_chart_gets_our_values(charts: Charts) -> None:
    [made] = charts.rendered(RELEASE)

    assert made["data"]["colour"] == "red"


def test_a_test_of_the_chart_is_nothing_that_is_installed(charts: Charts) -> None:
    assert [made["kind"] for made in charts.rendered(RELEASE)] == ["ConfigMap"]


def test_a_chart_of_another_version_is_refused(unrendered: Charts) -> None:
    other = RELEASE.model_copy(update={"chart": CHART.model_copy(update={"version": "v2"})})

    with pytest.raises(ChartFailed, match=r"version 1\.2\.3, not v2"):
        unrendered.rendered(other)


def test_a_chart_that_is_not_there_is_named_with_how_to_get_it(unrendered: Charts) -> None:
    absent = RELEASE.model_copy(update={"chart": CHART.model_copy(update={"name": "absent"})})

    with pytest.raises(ChartFailed, match=r"helm pull absent --version v1\.2\.3 .*charts\.example"):
        rendered(unrendered, [absent])


@pytest.mark.parametrize("after", [frozenset[str](), frozenset({"kinds"})], ids=["alone", "after"])
def test_a_chart_sees_the_kinds_of_those_it_comes_after_and_no_others(
    charts: Charts, after: frozenset[str]
) -> None:
    made = {
        one.release.name: one.objects
        for one in rendered(charts, [KINDS, RELEASE.model_copy(update={"after": after})])
    }

    assert made["demo"][0]["data"]["kinds"] == str(bool(after)).lower()


def test_a_folder_of_crds_is_left_out_where_another_release_has_them(charts: Charts) -> None:
    assert charts.rendered(KINDS)
    assert charts.rendered(KINDS.model_copy(update={"kinds_elsewhere": True})) == []


def test_what_the_program_mends_after_helm_is_mended_here_too(charts: Charts) -> None:
    template = charts.folder / "demo" / "templates" / "crd.yaml"
    template.write_text(CRD.replace("metadata: {name: things.example.org}", "metadata:\n  name: t"))

    [crd] = [
        made
        for made in charts.rendered(RELEASE.model_copy(update={"postrender": KEEP_KINDS}))
        if made["kind"] == "CustomResourceDefinition"
    ]

    assert crd["metadata"]["annotations"] == {"helm.sh/resource-policy": "keep"}


def test_a_list_is_what_is_in_it_and_a_bare_equals_sign_a_text() -> None:
    text = "kind: List\nitems: [{kind: A}, {kind: B, values: [=]}]\n---\n# nothing\n"

    assert read(text) == [{"kind": "A"}, {"kind": "B", "values": ["="]}]


def test_what_helm_refuses_is_said_with_the_release(unrendered: Charts, tmp_path: Path) -> None:
    program = tmp_path / "helm"
    program.write_text("#!/bin/sh\necho no such value >&2\nexit 1\n")
    program.chmod(0o755)

    with pytest.raises(ChartFailed, match="demo: no such value"):
        replace(unrendered, helm=program).rendered(RELEASE)


def test_a_release_is_rendered_where_and_for_what_it_is_installed(
    unrendered: Charts, tmp_path: Path
) -> None:
    """With a program that says how it was called."""
    program = tmp_path / "helm"
    program.write_text(
        "#!/bin/sh\nprintf 'kind: Call\\nwords: [%s]\\n' \"$(echo $* | tr ' ' ,)\"\n"
    )
    program.chmod(0o755)
    mended = RELEASE.model_copy(update={"kept": True})

    [call] = replace(unrendered, helm=program).rendered(mended, {"example.org/v1"})

    said = [str(word) for word in call["words"]]
    assert said[said.index("--namespace") + 1] == "home"
    assert {"--skip-tests", "--include-crds", "--api-versions=example.org/v1"} <= {*said}
    assert said[-1].endswith(KEEP_KINDS)
