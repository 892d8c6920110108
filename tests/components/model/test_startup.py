"""The start-up budget: its parts, and what each of them decides."""

import pytest

from components.model.startup import Budget, Load, StartupSpec, budget
from tests.components.model.sample import model, placed, predictor

LOAD = Load(source="s3://models/x", weights_gib=40, compiles=True, from_zero=True, local=False)


def test_every_part_has_its_own_reason() -> None:
    assert budget(StartupSpec(), LOAD) == Budget(
        node=300, image=103, weights=103, engine=60 + 82 + 60
    )


@pytest.mark.parametrize(
    ("source", "seconds"), [("hf://a/b", 410), ("s3://a", 103), ("oci://a/b:1", 274)]
)
def test_the_weights_take_as_long_as_their_source_gives_them(source: str, seconds: int) -> None:
    load = Load(source=source, weights_gib=40, compiles=False, from_zero=False, local=False)

    assert budget(StartupSpec(), load).weights == seconds


def test_what_is_mounted_or_cached_does_not_travel() -> None:
    load = Load(source="pvc://a", weights_gib=40, compiles=False, from_zero=False, local=True)

    assert budget(StartupSpec(), load).weights == 0
    assert budget(StartupSpec(), load).node == 0


def test_measured_figures_win_over_assumed_ones() -> None:
    measured = StartupSpec(
        weights_gib=10, node_seconds=90, image_gib=5, source_mib_per_second=1024, engine_seconds=30
    )

    assert budget(measured, LOAD) == Budget(node=90, image=52, weights=10, engine=30)


def test_shows_its_parts_and_their_sum() -> None:
    made = Budget(node=300, image=100, weights=0, engine=60)

    assert str(made) == "460 s = node 300 s + image 100 s + engine 60 s"


def test_a_server_is_hung_after_three_times_what_it_should_take() -> None:
    assert Budget(node=0, image=0, weights=0, engine=400).probe == 1200
    assert Budget(node=0, image=0, weights=0, engine=10).probe == 300


def test_the_start_up_probe_waits_that_long_and_no_longer() -> None:
    probe = predictor("startup: {engine_seconds: 400}")["model"]["startupProbe"]

    assert probe["periodSeconds"] * probe["failureThreshold"] == 1200


def test_vllm_is_as_patient_with_its_engine_as_the_probe_is() -> None:
    patient = predictor("startup: {engine_seconds: 400}")["model"]["env"]

    assert patient == [{"name": "VLLM_ENGINE_READY_TIMEOUT_S", "value": "1200"}]
    assert "env" not in predictor("startup: {engine_seconds: 100}")["model"]


def test_a_known_model_weighs_what_the_catalogue_says() -> None:
    known = placed(model("{}")).budget
    unknown = placed(model("source: hf://nobody/knows")).budget

    assert known.weights == pytest.approx(7.616 * 2 * 1e9 / 2**20 / 100, abs=2)
    assert unknown.weights > known.weights


def test_a_group_that_starts_at_zero_has_to_buy_a_node_first() -> None:
    assert placed(model(), min_nodes=0).budget.node == 300
    assert placed(model(), min_nodes=1).budget.node == 0
