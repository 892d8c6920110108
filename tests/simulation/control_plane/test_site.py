from pathlib import Path

from simulation.control_plane.site import PORTS, Site


def test_a_site_stays_the_same_when_it_is_opened_again(tmp_path: Path) -> None:
    first = Site.opened(tmp_path, running=False)
    again = Site.opened(tmp_path, running=False)

    assert again == first
    assert first.identifier.startswith("simulation-")


def test_two_sites_are_two_clusters(tmp_path: Path) -> None:
    one = Site.opened(tmp_path / "one", running=False)
    two = Site.opened(tmp_path / "two", running=False)

    assert one.identifier != two.identifier
    assert one.token["admin"] != two.token["admin"]
    assert one.authority.read_bytes() != two.authority.read_bytes()


def test_a_site_is_private_and_kept_out_of_git(tmp_path: Path) -> None:
    site = Site.opened(tmp_path / "state", running=False)

    assert site.directory.stat().st_mode & 0o777 == 0o700
    assert site.kubeconfig().stat().st_mode & 0o777 == 0o600
    assert (site.directory / ".gitignore").read_text() == "*\n"


def test_every_address_is_on_loopback(site: Site) -> None:
    assert {site.address(name).partition(":")[0] for name in PORTS} == {"127.0.0.1"}
