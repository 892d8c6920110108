"""A stack on clusters that bring any mix of operators themselves."""

from hypothesis import given, settings
from hypothesis import strategies as st

from components.helm.order import in_order
from components.platform.spec import PlatformSpec
from stacks.parse import parse
from stacks.provided import provided
from stacks.releases.all import releases
from tests.support.stack import STACK, changed

CONFIG = parse(STACK)
OPERATORS = sorted(CONFIG.platform.operators())
MIXES = st.sets(st.sampled_from(OPERATORS))
ALL = {
    **{name: {} for name in PlatformSpec.model_fields if name not in ("replicas",)},
    **{name: "provided" for name in ("node_feature_discovery", "vgpu_device_plugin", "istio")},
    "gateway": {"domain": "models.example"},
    "logs": {"elasticsearch": {}},
    "aws_load_balancer_controller": {"cluster_name": "c", "region": "r", "vpc_tags": {"a": "b"}},
    "cluster_autoscaler": {"cluster_name": "c", "region": "r"},
}
GIVEN = {"gateway": {"domain": "models.example"}}
EVERYTHING = parse(changed("platform", {k: v for k, v in ALL.items() if k != "dra_driver"}))


@given(MIXES)
def test_every_operator_is_provided_or_said_to_be_missing(there: set[str]) -> None:
    here = provided(CONFIG, there)

    assert set(here.config.platform.operators()) == there
    assert set(here.left_out) == set(OPERATORS) - there


@given(MIXES)
def test_nothing_is_installed_where_everything_is_somebody_elses(there: set[str]) -> None:
    assert releases(provided(CONFIG, there).config) == []


@given(MIXES)
def test_a_provided_operator_keeps_its_settings(there: set[str]) -> None:
    before, after = CONFIG.platform.operators(), provided(CONFIG, there).config.platform.operators()

    for name, spec in after.items():
        assert spec == before[name].model_copy(update={"provided": True})


@given(st.sets(st.sampled_from(sorted(EVERYTHING.platform.operators()))))
@settings(max_examples=60, deadline=None)
def test_any_mix_of_installed_and_provided_has_an_order(there: set[str]) -> None:
    asked = {
        name: {**GIVEN.get(name, {}), "provided": True} if name in there else ALL[name]
        for name in EVERYTHING.platform.operators()
    }
    listed = releases(parse(changed("platform", asked)))
    ordered = [release.name for release in in_order(listed)]

    for release in listed:
        assert all(ordered.index(n) < ordered.index(release.name) for n in release.after)
