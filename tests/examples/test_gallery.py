"""Every example is a stack that works, alone and beside all others, and says what it costs."""

import pytest

from components.types import Manifest
from stacks.chained import consumers, graphs
from stacks.config import StackConfig
from stacks.parse import parse
from stacks.served import runtimes, scraped, served
from tests.support.examples import Example, gallery, together
from tests.support.schema import CRDS, complaints, is_custom

GALLERY = gallery()
every_example = pytest.mark.parametrize("example", GALLERY, ids=lambda example: example.name)


def objects(config: StackConfig) -> list[Manifest]:
    """All that the stack's models, chains and stages become."""
    return [
        *runtimes(config),
        *(m for group in scraped(config).values() for m in group),
        *(m for one in served(config).values() for m in one.objects),
        *graphs(config).values(),
        *(m for group in consumers(config).values() for m in group),
    ]


def test_there_are_at_least_25_models() -> None:
    assert len(parse(together(GALLERY)).models) >= 25


def test_all_of_them_live_side_by_side() -> None:
    made = objects(parse(together(GALLERY)))
    names = [(m["kind"], m["metadata"].get("namespace"), m["metadata"]["name"]) for m in made]

    assert len(names) == len(set(names))


@every_example
def test_is_a_stack_that_is_accepted(example: Example) -> None:
    assert example.config.models


@every_example
def test_says_what_it_is_and_what_it_costs(example: Example) -> None:
    assert example.title
    assert example.words
    assert len(example.costs) > 20


@pytest.mark.shared
@pytest.mark.skipif(not CRDS.is_dir(), reason=f"the upstream definitions are not at {CRDS}")
@every_example
def test_the_newest_definitions_accept_all_that_it_becomes(example: Example) -> None:
    wrong = {
        f"{made['kind']}/{made['metadata']['name']}": complaints(made)
        for made in objects(example.config)
        if is_custom(made)
    }

    assert {name: said for name, said in wrong.items() if said} == {}
