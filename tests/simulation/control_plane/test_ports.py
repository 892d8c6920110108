import socket
from pathlib import Path

import pytest

from simulation.control_plane import ports as module
from simulation.control_plane.ports import CANDIDATES, is_free, ports


def test_ports_are_free_distinct_and_outside_the_range_of_outgoing_connections(
    tmp_path: Path,
) -> None:
    chosen = ports(tmp_path / "ports.json", ["a", "b", "c"], running=False)

    assert len(set(chosen.values())) == 3
    assert all(is_free(port) and port in CANDIDATES for port in chosen.values())


def test_a_cluster_keeps_its_ports(tmp_path: Path) -> None:
    first = ports(tmp_path / "ports.json", ["a"], running=False)
    again = ports(tmp_path / "ports.json", ["a", "b"], running=False)

    assert again["a"] == first["a"]


def test_a_port_that_somebody_else_took_is_given_up(tmp_path: Path) -> None:
    first = ports(tmp_path / "ports.json", ["a"], running=False)
    with socket.create_server(("127.0.0.1", first["a"])):
        assert ports(tmp_path / "ports.json", ["a"], running=True) == first
        assert ports(tmp_path / "ports.json", ["a"], running=False)["a"] != first["a"]


def test_two_clusters_do_not_share_a_port_that_is_in_use(tmp_path: Path) -> None:
    one = ports(tmp_path / "one.json", ["a"], running=False)
    with socket.create_server(("127.0.0.1", one["a"])):
        assert one["a"] not in ports(tmp_path / "two.json", ["a", "b"], running=False).values()


def some(count: int) -> list[int]:
    """So few free ports that two clusters are bound to want the same."""
    return [port for port in CANDIDATES[::-1] if is_free(port)][:count]


def test_clusters_that_start_at_the_same_moment_share_no_port(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "REGISTER", tmp_path / "register")
    monkeypatch.setattr(module, "CANDIDATES", some(4))
    one = ports(tmp_path / "one.json", ["a", "b"], running=False)
    two = ports(tmp_path / "two.json", ["a", "b"], running=False)

    assert not set(one.values()) & set(two.values())


def test_the_ports_of_a_cluster_that_is_gone_are_free_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "REGISTER", tmp_path / "register")
    monkeypatch.setattr(module, "CANDIDATES", some(2))
    ports(tmp_path / "one.json", ["a", "b"], running=False)
    (tmp_path / "one.json").unlink()

    assert len(ports(tmp_path / "two.json", ["a", "b"], running=False)) == 2
