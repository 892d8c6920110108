import pytest

from simulation.plugin import naming, objects
from simulation.plugin.refusal import Refusal
from simulation.plugin.values import UNKNOWN, Properties

PROPOSED = "web-12345678"


def test_an_object_without_a_name_gets_one_and_is_marked() -> None:
    found = naming.with_name({"metadata": {"labels": {"a": "b"}}}, {}, PROPOSED)

    assert objects.name(found) == PROPOSED
    assert objects.annotation(found, "autonamed") == "true"
    assert objects.metadata(found)["labels"] == {"a": "b"}


def test_a_name_once_given_is_kept() -> None:
    old = naming.with_name({}, {}, "web-aaaaaaaa")

    assert objects.name(naming.with_name({}, old, PROPOSED)) == "web-aaaaaaaa"


@pytest.mark.parametrize(
    "inputs",
    [{"metadata": {"name": "web"}}, {"metadata": {"name": UNKNOWN}}, {"metadata": UNKNOWN}],
)
def test_the_programs_own_name_is_left_alone_even_where_it_is_unknown(inputs: Properties) -> None:
    assert naming.with_name(inputs, {}, PROPOSED) == inputs


def test_a_name_taken_out_of_the_program_is_not_adopted() -> None:
    assert objects.name(naming.with_name({}, {"metadata": {"name": "web"}}, PROPOSED)) == PROPOSED


def test_a_proposal_depends_on_its_seed_alone() -> None:
    assert naming.proposal("web", b"seed") == naming.proposal("web", b"seed")
    assert naming.proposal("web", b"seed") != naming.proposal("web", b"other")


def test_a_generated_name_is_refused_as_server_side_apply_cannot_have_one() -> None:
    with pytest.raises(Refusal, match="generateName"):
        naming.with_name({"metadata": {"generateName": "a-"}}, {}, PROPOSED)


def test_annotations_that_are_unknown_stay_so() -> None:
    found = naming.with_name({"metadata": {"annotations": UNKNOWN}}, {}, PROPOSED)

    assert found["metadata"] == {"annotations": UNKNOWN, "name": PROPOSED}
