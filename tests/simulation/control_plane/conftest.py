"""A site without a cluster, for everything that is decided before anything runs."""

from pathlib import Path

import pytest

from simulation.control_plane.site import Site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site.opened(tmp_path_factory.mktemp("site"), running=False)


@pytest.fixture
def binary() -> Path:
    return Path("/tools/program")


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """The directory of a cluster, as far as its supervisor is concerned."""
    (tmp_path / "logs").mkdir()
    return tmp_path
