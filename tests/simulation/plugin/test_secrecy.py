from simulation.plugin.secrecy import hidden
from simulation.plugin.values import Secret


def test_only_what_was_secret_is_hidden_beside_what_was_not() -> None:
    inputs = {"spec": {"token": Secret("t"), "size": 1}}

    assert hidden({"spec": {"token": "t", "size": 1, "seen": True}}, inputs) == {
        "spec": {"token": Secret("t"), "size": 1, "seen": True}
    }


def test_a_list_with_one_secret_is_hidden_whole_because_its_order_may_change() -> None:
    assert hidden({"args": ["a", "b"]}, {"args": ["a", Secret("b")]}) == {
        "args": Secret(["a", "b"])
    }


def test_the_data_of_a_secret_is_always_hidden() -> None:
    shown = hidden({"kind": "Secret", "data": {"a": "eA=="}, "type": "Opaque"}, {})

    assert shown == {"kind": "Secret", "data": Secret({"a": "eA=="}), "type": "Opaque"}
