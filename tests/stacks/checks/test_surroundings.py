"""What a model uses of the platform is there."""

from typing import Any

from tests.support.stack import changed, refusals, refused_at

CACHE: dict[str, Any] = {"kserve": {"local_models": {}}}


def shared() -> dict[str, Any]:
    stack = changed("models.small.versions", {"v1": {}})
    stack["models"]["small"]["traffic"] = {"stable": "v1"}
    return stack


def test_refuses_shares_of_requests_without_a_gateway() -> None:
    assert "the platform has no gateway" in refused_at(shared(), "models.small.traffic")


def test_accepts_them_with_one() -> None:
    assert not refusals({**shared(), "platform": {"gateway": {"domain": "models.example"}}})


def test_refuses_a_cache_that_no_node_keeps() -> None:
    stack = changed("models.small.delivery", {"by": "cache"})
    assert "`t4` does not keep" in refused_at(stack, "models.small.delivery")

    stack["node_groups"]["t4"]["keeps_models"] = True
    assert not refusals({**stack, "platform": CACHE})


def test_refuses_nodes_that_keep_what_nobody_brings_and_the_reverse() -> None:
    assert "does not have" in refused_at(
        changed("node_groups.t4.keeps_models", True), "node_groups.t4.keeps_models"
    )
    assert "no node keeps" in refused_at(
        changed("platform.kserve", CACHE["kserve"]), "platform.kserve.local_models"
    )
