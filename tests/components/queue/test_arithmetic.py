"""Trees that add up, and what follows for them; trees that do not, and what is said."""

from collections.abc import Mapping

from hypothesis import assume, given
from hypothesis import strategies as st

from components.queue.arithmetic import ancestors, children, complaints, most, said
from components.queue.spec import QueueSpec, Resources

Tree = Mapping[str, QueueSpec]
SMALL = st.none() | st.integers(0, 4)


def gpus(number: int | None) -> Resources | None:
    return None if number is None else Resources(gpus=number)


@st.composite
def any_tree(draw: st.DrawFn) -> Tree:
    """A queue's parent is one drawn before it; its numbers are whatever they are."""
    tree: dict[str, QueueSpec] = {}
    for index in range(draw(st.integers(1, 6))):
        tree[f"q{index}"] = QueueSpec(
            parent=draw(st.sampled_from([None, *tree])),
            guarantee=gpus(draw(SMALL)),
            deserved=gpus(draw(SMALL)),
            capability=gpus(draw(SMALL)),
        )
    return tree


@st.composite
def divided_tree(draw: st.DrawFn) -> Tree:
    """Each child is given what its parent has left, so everything adds up."""
    tree = {"q0": _queue(None, draw(st.integers(0, 9)))}
    left = {"q0": said(tree["q0"].guarantee, "gpus") or 0}
    for index in range(1, draw(st.integers(1, 7))):
        parent = draw(st.sampled_from([*tree]))
        part = draw(st.integers(0, int(left[parent])))
        left[parent] -= part
        tree[f"q{index}"], left[f"q{index}"] = _queue(parent, part), part
    return tree


def _queue(parent: str | None, number: int) -> QueueSpec:
    part = gpus(number)
    return QueueSpec(parent=parent, guarantee=part, deserved=part, capability=part)


@given(divided_tree())
def test_a_tree_divided_from_the_top_is_accepted(tree: Tree) -> None:
    assert list(complaints(tree)) == []


@given(divided_tree(), st.data())
def test_one_guarantee_more_than_was_left_is_refused(tree: Tree, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([*tree]))
    promised = sum(said(spec.guarantee, "gpus") or 0 for spec in tree.values())
    too_much = {"guarantee": Resources(gpus=int(promised) + 1)}
    wrong = {**tree, name: tree[name].model_copy(update=too_much)}

    assert name in {complaint.queue for complaint in complaints(wrong)}


@given(any_tree())
def test_in_an_accepted_tree_all_leaves_can_have_their_guarantee_at_once(tree: Tree) -> None:
    assume(not list(complaints(tree)))
    leaves = [name for name in tree if not children(tree, name)]

    for name, spec in tree.items():
        below = [leaf for leaf in leaves if name in (leaf, *ancestors(tree, leaf))]
        promised = sum(said(tree[leaf].guarantee, "gpus") or 0 for leaf in below)
        limit = said(spec.capability, "gpus")
        assert limit is None or promised <= limit


@given(any_tree(), st.integers(0, 40))
def test_in_an_accepted_tree_a_queue_can_have_its_guarantee_and_no_more_than_is_there(
    tree: Tree, pool: int
) -> None:
    top = sum(said(tree[name].guarantee, "gpus") or 0 for name in children(tree, None))
    assume(not list(complaints(tree)) and top <= pool)

    for name, spec in tree.items():
        room = most(tree, name, "gpus", pool)
        assert (said(spec.guarantee, "gpus") or 0) <= room <= pool
        assert all(room <= most(tree, above, "gpus", pool) for above in ancestors(tree, name))


def test_what_a_parent_leaves_out_it_has_not() -> None:
    tree = {"team": QueueSpec(), "leaf": QueueSpec(parent="team", deserved=Resources(gpus=1))}

    [complaint] = complaints(tree)
    assert (complaint.queue, complaint.kind) == ("team", "deserved")


def test_a_capability_comes_from_above_where_it_is_left_out() -> None:
    tree = {"team": QueueSpec(capability=Resources(gpus=2)), "leaf": QueueSpec(parent="team")}

    assert list(complaints(tree)) == []
    assert most(tree, "leaf", "gpus", 8) == 2
