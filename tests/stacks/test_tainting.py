"""Which zone tainter a stack gets."""

from typing import Any

import pytest

from stacks.parse import parse
from stacks.problem import Refused
from stacks.tainting import tainting
from stacks.versions import PYTHON_IMAGE
from tests.support.stack import STACK


def image(said: Any) -> str:
    made = tainting(parse({**STACK, "platform": {"zone_tainter": said}}))
    [deployment] = [one for one in made if one["kind"] == "Deployment"]
    [container] = deployment["spec"]["template"]["spec"]["containers"]
    return str(container["image"])


def test_it_runs_on_the_official_image_unless_a_stack_has_one_of_its_own() -> None:
    assert image({}) == PYTHON_IMAGE
    assert image({"image": "registry.example/python:3.14"}) == "registry.example/python:3.14"


def test_an_image_without_a_tag_is_refused() -> None:
    with pytest.raises(Refused, match=r"platform\.zone_tainter\.image"):
        image({"image": "python"})


@pytest.mark.parametrize("said", [None, "provided"])
def test_where_it_is_absent_or_somebody_else_s_there_is_nothing_to_make(said: Any) -> None:
    assert tainting(parse({**STACK, "platform": {"zone_tainter": said}})) == []
