"""Mail over encrypted lines, with a certificate of the city's own authority."""

from __future__ import annotations

import datetime
import ipaddress
import ssl
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from connectors.base import Action, ChannelConfig, Refused, Unreachable
from connectors.http import Http
from connectors.mail import NETWORK, providers
from tests.connectors.mail_desk import Desk, desk
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.mail import SmtpServer, mail, open_city

__all__ = ["desk"]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1, as a city's own authority would make it, and its key."""
    folder = tmp_path_factory.mktemp("tls")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    cert_file, key_file = folder / "cert.pem", folder / "key.pem"
    cert_file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    key_file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return cert_file, key_file


@pytest.fixture(scope="module")
def secure(certificate: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Any:
    server = Dovecot(tmp_path_factory.mktemp("dovecot"), certificate=certificate).start()
    yield server
    server.stop()


@pytest.mark.parametrize("implicit", [True, False])
async def test_mail_goes_encrypted_both_ways(
    secure: Dovecot,
    certificate: tuple[Path, Path],
    http: Http,
    monkeypatch: pytest.MonkeyPatch,
    implicit: bool,
) -> None:
    """Implicit TLS and STARTTLS; a certificate that the system does not know ends the talk."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    city = await open_city(secure)
    smtp = await SmtpServer({city.user: PASSWORD}, tls=context, implicit=implicit).start()
    # On this machine STARTTLS is asked for only where the address does not say "plain".
    server = providers.Server(
        "127.0.0.1", secure.tls_port if implicit else secure.port, "tls" if implicit else "starttls"
    )
    monkeypatch.setattr(providers, "imap_server", lambda config: server)
    out = providers.Server("127.0.0.1", smtp.port, "tls" if implicit else "starttls")
    monkeypatch.setattr(providers, "smtp_server", lambda config: out)
    config = ChannelConfig("imaps://127.0.0.1", city.address, {}, {"login": city.user, "password": PASSWORD})
    city.box.put(mail("암호로 옵니다"))
    channel = NETWORK.open(config, http)
    with pytest.raises(Unreachable) as failed:
        await channel.check()
    assert failed.value.code == "tls"
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    channel = NETWORK.open(config, http)
    assert "SMTP" not in (await channel.check()).note
    (post,) = (await channel.fetch({})).posts
    desk = Desk(city, http)
    await channel.send(desk.out(Action.REPLY, post, "암호로 갑니다"))
    assert len(smtp.sent) == 1
    await channel.aclose()
    await smtp.stop()
    await city.close()


async def test_smtp_on_this_pc_is_encrypted_where_it_wants_that(
    desk: Desk, certificate: tuple[Path, Path], http: Http, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that lets nobody sign in without STARTTLS, given as a mere port of this PC."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    smtp = await SmtpServer({desk.city.user: PASSWORD}, tls=context).start()
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    options = {**desk.config.options, "smtp_port": str(smtp.port)}
    channel = NETWORK.open(replace(desk.config, options=options), http)
    assert "SMTP" not in (await channel.check()).note
    await channel.aclose()
    await smtp.stop()


async def test_smtp_without_encryption_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    post = await desk.put()
    out = providers.Server("127.0.0.1", desk.city.smtp.port, "starttls")
    monkeypatch.setattr(providers, "smtp_server", lambda config: out)
    with pytest.raises(Refused) as refused:
        await desk.channel.send(desk.out(Action.REPLY, post, "답합니다."))
    assert refused.value.code == "no-tls"
