from components.helm.component import Releases, ReleasesArgs
from components.helm.spec import KEEP_KINDS, Chart, Release
from components.namespace.component import Namespace, NamespaceArgs
from components.namespace.spec import NamespaceSpec
from tests.support.recorder import Recording, record

RELEASE = "kubernetes:helm.sh/v3:Release"
QUEUE = "kubernetes:scheduling.volcano.sh/v1beta1:Queue"
CHART = Chart(name="c", repository="https://charts.example", version="1")
OCI = Chart(name="c", repository="oci://registry.example/charts", version="1")
MADE = {
    "apiVersion": "scheduling.volcano.sh/v1beta1",
    "kind": "Queue",
    "metadata": {"name": "q", "namespace": "elsewhere"},
    "spec": {"weight": 1},
}
CRDS = Release(name="crds", namespace="home", chart=CHART, kept=True)
OPERATOR = Release(
    name="operator",
    namespace="home",
    chart=OCI,
    after=frozenset({"crds"}),
    objects=(MADE,),
    kinds_elsewhere=True,
)
USER = Release(name="user", namespace="home", chart=CHART, after=frozenset({"operator"}))


def recorded() -> Recording:
    def program() -> None:
        home = Namespace("home", NamespaceArgs(spec=NamespaceSpec()))
        elsewhere = Namespace("elsewhere", NamespaceArgs(spec=NamespaceSpec()))
        homes = {"home": home, "elsewhere": elsewhere}
        Releases("set", ReleasesArgs(releases=[USER, OPERATOR, CRDS], namespaces=homes))

    return record(program)


def test_a_release_waits_for_the_release_that_brings_its_crds() -> None:
    assert "crds" in recorded().named("operator", type=RELEASE).depends_on


def test_what_comes_after_an_operator_waits_for_its_custom_resources_too() -> None:
    waits_for = recorded().named("user", type=RELEASE).depends_on

    assert {"operator", "operator-queue-q"} <= waits_for


def test_a_custom_resource_waits_for_its_operator() -> None:
    assert recorded().named("operator-queue-q", type=QUEUE).depends_on == {"operator"}


def test_nothing_moves_in_before_the_walls_stand() -> None:
    policies = {"home-default-deny", "elsewhere-default-deny"}

    assert policies <= recorded().named("operator", type=RELEASE).depends_on


def test_a_release_keeps_its_own_name() -> None:
    assert recorded().named("crds", type=RELEASE).inputs["name"] == "crds"


def test_no_wait_is_skipped() -> None:
    for name in ("crds", "operator", "user"):
        assert not recorded().named(name, type=RELEASE).inputs.get("skipAwait")


def test_a_chart_of_definitions_outlives_its_release_and_loses_none_to_an_upgrade() -> None:
    made = recorded().named("crds", type=RELEASE)

    assert made.inputs["postrender"] == KEEP_KINDS
    assert not recorded().named("user", type=RELEASE).inputs.get("postrender")


def test_definitions_that_another_release_has_are_left_out() -> None:
    assert recorded().named("operator", type=RELEASE).inputs["skipCrds"] is True
    assert not recorded().named("user", type=RELEASE).inputs["skipCrds"]


def test_a_chart_in_a_registry_is_named_by_its_address() -> None:
    inputs = recorded().named("operator", type=RELEASE).inputs

    assert inputs["chart"] == "oci://registry.example/charts/c"
    assert not inputs["repositoryOpts"]


def test_a_chart_in_a_repository_says_which() -> None:
    inputs = recorded().named("user", type=RELEASE).inputs

    assert (inputs["chart"], inputs["repositoryOpts"]) == ("c", {"repo": "https://charts.example"})
