import ssl
from pathlib import Path

import pytest
from cryptography import x509

from simulation.control_plane import certificates


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("site") / "certificates"
    certificates.ensure(directory)
    return directory


@pytest.mark.parametrize("name", ["server", "etcd-client", "front-proxy"])
def test_the_authority_vouches_for_every_certificate(directory: Path, name: str) -> None:
    authority = x509.load_pem_x509_certificate((directory / "ca.crt").read_bytes())
    leaf = x509.load_pem_x509_certificate((directory / f"{name}.crt").read_bytes())

    leaf.verify_directly_issued_by(authority)


def test_a_server_proves_itself_on_loopback(directory: Path) -> None:
    certificate = x509.load_pem_x509_certificate((directory / "server.crt").read_bytes())
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value

    addresses = names.get_values_for_type(x509.IPAddress)
    assert [str(address) for address in addresses] == ["127.0.0.1"]
    assert "localhost" in names.get_values_for_type(x509.DNSName)


def test_keys_fit_their_certificates(directory: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)

    context.load_cert_chain(directory / "server.crt", directory / "server.key")


def test_only_the_owner_can_read_a_key(directory: Path) -> None:
    assert {key.stat().st_mode & 0o777 for key in directory.glob("*.key")} == {0o600}
    assert directory.stat().st_mode & 0o777 == 0o700


def test_certificates_are_made_once(directory: Path) -> None:
    before = (directory / "ca.crt").read_bytes()

    certificates.ensure(directory)

    assert (directory / "ca.crt").read_bytes() == before
