"""Changes of a served model through the whole program: another mode, another group, none at all."""

import pytest

from tests.lifecycle.changing import KNATIVE, TENANT, Changing
from tests.lifecycle.clock import Clock, just_now, zone
from tests.lifecycle.inventory import inventory
from tests.lifecycle.life import eventually

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(300)]

HOURS = """
hours: {time_zone: %s, start: '%s', stop: '%s', days: [mon, tue, wed, thu, fri, sat, sun]}
"""
MUCH = """
scaling: {min_replicas: 2, max_replicas: 2}
hours: {time_zone: Europe/Berlin, start: '08:00', stop: '19:00'}
access: {secret: hub-token}
delivery: {prepull: true}
"""
TOKEN = {
    "apiVersion": "v1",
    "kind": "Secret",
    "metadata": {"name": "hub-token", "namespace": TENANT},
    "stringData": {"HF_TOKEN": "none"},
}
SERVICES = f"/apis/serving.knative.dev/v1/namespaces/{TENANT}/services"
DEPLOYMENTS = f"/apis/apps/v1/namespaces/{TENANT}/deployments"


def test_another_mode_is_a_replacement_that_the_preview_shows(world: Changing) -> None:
    assert world.settle(world.up(llm="{}")) == []

    assert world.preview(llm=KNATIVE)["replace"] == 1
    assert world.settle(world.up(llm=KNATIVE)) == []

    assert world.plane.api.find(f"{SERVICES}/llm-predictor") is not None
    assert world.plane.api.find(f"{DEPLOYMENTS}/llm-predictor") is None


def test_a_model_of_another_name_answers_while_the_mode_changes(world: Changing) -> None:
    assert world.settle(world.up(llm="{}")) == []

    with world.watched("llm", "llm-zero") as counts:
        assert world.settle(world.up(**{"llm": "{}", "llm-zero": KNATIVE})) == []
        assert world.settle(world.up(**{"llm-zero": KNATIVE})) == []

    assert min(counts) >= 1
    assert world.service("llm") is None


@pytest.mark.parametrize(("replicas", "promise"), [(2, 2), (3, 2)])
def test_on_another_node_group_it_is_short_only_where_no_gpu_is_free(
    world: Changing, replicas: int, promise: int
) -> None:
    on = "{node_group: %s, scaling: {min_replicas: %d, max_replicas: %d}}"
    assert world.settle(world.up(llm=on % ("first", replicas, replicas))) == []

    with world.watched("llm") as counts:
        assert world.settle(world.up(llm=on % ("second", replicas, replicas))) == []
        assert eventually(lambda: world.groups("llm") == {"second"})

    assert min(counts) >= promise


def test_a_removed_model_leaves_nothing_behind(world: Changing) -> None:
    world.plane.api.apply(TOKEN)
    before = inventory(world.plane.api, TENANT)

    def more() -> set[tuple[str, str]]:
        return inventory(world.plane.api, TENANT) - before

    assert world.settle(world.up(llm=MUCH)) == []
    assert {kind for kind, _ in more()} >= {"CronJob", "ServiceAccount"}

    world.up()

    assert eventually(lambda: not more()), more()


def test_office_hours_stop_a_model_and_start_it_again(world: Changing) -> None:
    clock = Clock(world.plane, TENANT)
    evening = HOURS % (zone(), "00:00", just_now())
    assert world.settle(world.up(llm=evening)) == []

    clock.strikes("llm-hours-stop")

    assert eventually(lambda: world.stopped("llm") and not world.ready("llm"))
    assert set(world.again(llm=evening)) == {"same"}

    morning = HOURS % (zone(), just_now(), "23:59")
    assert world.settle(world.up(llm=morning)) == []
    clock.strikes("llm-hours-start")

    assert eventually(lambda: world.ready("llm") == 1 and not world.stopped("llm"))


def test_a_model_whose_hours_are_taken_away_at_night_runs(world: Changing) -> None:
    clock = Clock(world.plane, TENANT)
    evening = HOURS % (zone(), "00:00", just_now())
    assert world.settle(world.up(llm=evening)) == []
    clock.strikes("llm-hours-stop")
    assert eventually(lambda: world.stopped("llm"))

    world.up(llm="{}")

    assert eventually(lambda: world.ready("llm") == 1 and not world.stopped("llm"))
