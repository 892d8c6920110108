"""Where one simulated stack lies."""

from pathlib import Path

from simulation.run.place import Place


def test_two_stacks_of_a_checkout_and_two_checkouts_of_a_stack_share_nothing(
    tmp_path: Path,
) -> None:
    places = [Place(stack, tmp_path / checkout) for stack in "ab" for checkout in "xy"]

    assert len({place.state for place in places}) == len({place.file for place in places}) == 4


def test_all_but_the_stack_file_and_the_checkers_goes_with_the_state(tmp_path: Path) -> None:
    place = Place("dev", tmp_path)

    for path in (place.cluster, place.engine, place.inspection):
        assert path.is_relative_to(place.state)
    assert not place.file.is_relative_to(place.state)
    assert not place.checkers.is_relative_to(place.state)


def test_the_stacks_that_have_been_simulated_are_known_by_name(tmp_path: Path) -> None:
    assert Place("dev", tmp_path).simulated() == []

    for stack in ("prod", "dev"):
        Place(stack, tmp_path).cluster.mkdir(parents=True)

    assert Place("dev", tmp_path).simulated() == ["dev", "prod"]
