from pathlib import Path

from simulation.control_plane.kserve.processes import CERTIFICATES, manager
from simulation.control_plane.site import Site


def test_the_manager_finds_its_certificate_under_its_own_tmpdir(site: Site, binary: Path) -> None:
    process = manager(site, binary, inputs="")

    directory = Path(process.env["TMPDIR"]) / CERTIFICATES
    assert (directory / "tls.crt").read_bytes() == site.certificate("server").read_bytes()
    assert (directory / "tls.key").read_bytes() == site.key("server").read_bytes()


def test_the_manager_starts_anew_when_other_kinds_appear(site: Site, binary: Path) -> None:
    assert manager(site, binary, inputs="a") != manager(site, binary, inputs="b")
