"""Weights in an image need a tenant that is not restricted."""

from typing import Any

from tests.support.stack import changed, refusals, refused_at


def imaged(pod_security: str) -> dict[str, Any]:
    stack = changed("models.small.source", "oci://registry.example/models/qwen:1")
    stack["tenants"]["chat"]["pod_security"] = pod_security
    return stack


def test_refuses_an_image_in_a_restricted_namespace() -> None:
    said = refused_at(imaged("restricted"), "models.small.source")

    assert "`chat` is restricted, where KServe cannot mount one" in said


def test_accepts_it_where_kserves_containers_may_run() -> None:
    assert not refusals(imaged("baseline"))
