from simulation.nodes.volumes import volumes
from stacks.parse import parse
from tests.support.stack import JOB, changed


def kinds(checkpoint: dict[str, object]) -> list[tuple[str, str]]:
    config = parse(changed("jobs.tune", {**JOB, "checkpoint": checkpoint}))
    return [(one["kind"], one["metadata"]["name"]) for one in volumes(config)]


def test_a_claim_that_a_tenant_brings_has_a_volume_behind_it() -> None:
    named = kinds({"claim": "kept", "every_minutes": 10})

    assert named == [("PersistentVolume", "chat-kept"), ("PersistentVolumeClaim", "kept")]


def test_a_claim_that_the_stack_makes_is_not_played() -> None:
    assert kinds({"size_gib": 10, "every_minutes": 10}) == []
