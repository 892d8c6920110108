import base64
import csv
from pathlib import Path

import yaml

from simulation.control_plane.credentials import USERS, kubeconfig, tokens, write_private


def test_every_identity_has_a_token_of_its_own_that_stays(tmp_path: Path) -> None:
    file = tmp_path / "tokens.csv"
    first = tokens(file)

    assert first.keys() == USERS.keys()
    assert len(set(first.values())) == len(USERS)
    assert tokens(file) == first


def test_the_token_file_is_what_the_api_server_reads(tmp_path: Path) -> None:
    file = tmp_path / "tokens.csv"
    token = tokens(file)["admin"]

    [admin] = [row for row in csv.reader(file.open()) if row[2] == "admin"]
    assert admin == [token, "simulation-admin", "admin", "system:masters"]


def test_the_controller_manager_is_no_administrator() -> None:
    assert USERS["kube-controller-manager"].groups == ()


def test_a_kubeconfig_carries_all_it_needs(tmp_path: Path) -> None:
    authority = tmp_path / "ca.crt"
    authority.write_text("certificate")

    parsed = yaml.safe_load(kubeconfig("https://127.0.0.1:20001", authority, "secret"))

    assert parsed["current-context"] == "simulation"
    cluster = parsed["clusters"][0]["cluster"]
    assert cluster["server"] == "https://127.0.0.1:20001"
    assert base64.b64decode(cluster["certificate-authority-data"]) == b"certificate"
    assert parsed["users"][0]["user"] == {"token": "secret"}


def test_secrets_are_for_their_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "credentials" / "kubeconfig"
    write_private(file, "secret")

    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
