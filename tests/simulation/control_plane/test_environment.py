import os

import pytest

from simulation.control_plane.environment import environment
from simulation.control_plane.site import Site


def test_nothing_of_the_caller_reaches_a_process(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")

    own = {"PATH", "HOME", "TMPDIR", "GOGC", "HTTP_PROXY", "HTTPS_PROXY"}
    assert environment(site).keys() == own
    assert "AWS_SECRET_ACCESS_KEY" in os.environ


def test_the_way_off_this_machine_is_a_proxy_that_does_not_exist(site: Site) -> None:
    assert environment(site)["HTTPS_PROXY"] == "http://127.0.0.1:9"
