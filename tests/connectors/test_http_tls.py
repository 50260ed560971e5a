"""The system's certificates, the environment's proxies, and nothing loaded before it is needed."""

from __future__ import annotations

import datetime
import ipaddress
import ssl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from connectors.base import ConnectorError
from connectors.http import Http
from tests.servers.fakecity import FakeCity, Reply


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for 127.0.0.1 with its key, as a city's own authority would make it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    address = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(address, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "city.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + secret)
    return path


@pytest.fixture
def secure_city(certificate: Path) -> Iterator[FakeCity]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with FakeCity(tls=context) as running:
        yield running


async def code_of(http: Http, url: str, **options: str) -> str:
    with pytest.raises(ConnectorError) as caught:
        await http.get(url, **options)  # type: ignore[arg-type]
    return caught.value.code


async def test_a_certificate_that_the_system_trusts_is_enough(
    secure_city: FakeCity, http: Http, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert (await http.get(secure_city.route("/x", Reply(200, b"safe")))).body == b"safe"


async def test_a_certificate_that_nobody_trusts_is_refused(secure_city: FakeCity, http: Http) -> None:
    assert await code_of(http, secure_city.route("/x", Reply(200))) == "tls"
    assert secure_city.requests == []


async def test_encryption_is_never_given_up_by_a_redirect(
    secure_city: FakeCity, city: FakeCity, http: Http, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    city.route("/page", Reply(200))
    url = secure_city.route("/down", Reply(301, headers={"Location": city.url + "/page"}))
    assert await code_of(http, url, auth="Bearer geheim") == "redirect-refused"
    assert city.requests == []


async def test_the_proxy_of_the_environment_is_used(
    city: FakeCity, http: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", city.url)
    city.route("/through", Reply(200, b"by proxy"))
    assert (await http.get("http://nobody.invalid/through")).body == b"by proxy"
    assert city.asked("/through")[0].headers["host"] == "nobody.invalid"


def test_nothing_heavy_is_loaded_before_the_first_request() -> None:
    program = (
        "import sys, connectors.http, connectors.feed, connectors.text, connectors.base\n"
        "heavy = {'httpx', 'httpcore', 'lxml', 'selectolax', 'websockets', 'truststore', 'keyring'}\n"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
