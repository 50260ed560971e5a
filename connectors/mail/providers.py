"""Where mail servers are, and how each provider wants to be asked (email_imap_smtp.md section 2).

Pure: addresses of servers from a channel's address and options, and which of them a secret may be shown to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from connectors.base import ChannelConfig, Refused, Unreachable

LOOPBACK = ("127.0.0.1", "::1", "localhost")

NO_ADDRESS = (
    "메일 서버를 알 수 없습니다. 메일 서비스를 고르거나 imaps://mail.example 처럼 주소를 적어 주세요. / "
    "The mail server is not known; choose a mail service or type an address such as imaps://mail.example."
)
OTHER_SERVER = (
    "이 로그인은 다른 메일 서버의 것입니다. 채널에서 다시 로그인해 주세요. / "
    "This sign-in belongs to another mail server; please sign in again on the channel."
)


@dataclass(frozen=True, slots=True)
class Server:
    """``tls``: "tls" from the first byte, "starttls" before the first secret, or "plain" to this PC only."""

    host: str
    port: int
    tls: str

    @property
    def address(self) -> str:
        return f"{self.host}:{self.port}" if ":" not in self.host else f"[{self.host}]:{self.port}"

    @property
    def url(self) -> str:
        return f"{'imaps' if self.tls == 'tls' else 'imap'}://{self.address}"


@dataclass(frozen=True, slots=True)
class OAuth:
    """A provider's sign-in in the browser."""

    authorize: str
    token: str
    scope: str
    extra: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Provider:
    name: str
    imap: Server
    smtp: Server
    domains: tuple[str, ...]
    files_sent: bool = False  # puts what is sent by SMTP into the folder of sent mails itself
    oauth: OAuth | None = None
    password: bool = True


PROVIDERS: Mapping[str, Provider] = {
    one.name: one
    for one in (
        Provider(
            "gmail",
            Server("imap.gmail.com", 993, "tls"),
            Server("smtp.gmail.com", 465, "tls"),
            ("gmail.com", "googlemail.com"),
            files_sent=True,
            oauth=OAuth(
                "https://accounts.google.com/o/oauth2/v2/auth",
                "https://oauth2.googleapis.com/token",
                "https://mail.google.com/ openid email",
                {"access_type": "offline", "prompt": "consent"},
            ),
        ),
        Provider(
            "naver",
            Server("imap.naver.com", 993, "tls"),
            Server("smtp.naver.com", 465, "tls"),
            ("naver.com",),
        ),
        Provider(
            "daum",
            Server("imap.daum.net", 993, "tls"),
            Server("smtp.daum.net", 465, "tls"),
            ("daum.net", "hanmail.net", "kakao.com"),
        ),
        Provider(
            "m365",
            Server("outlook.office365.com", 993, "tls"),
            Server("smtp.office365.com", 587, "starttls"),
            ("outlook.com", "hotmail.com", "onmicrosoft.com"),
            files_sent=True,
            oauth=OAuth(
                "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize",
                "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
                "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send "
                "offline_access openid email",
                {},
            ),
            password=False,
        ),
    )
}


def option(config: ChannelConfig, name: str) -> str:
    return str(config.options.get(name) or "").strip()


def login_of(config: ChannelConfig) -> str:
    return ((config.secret or {}).get("login") or config.handle).strip()


def own_address(config: ChannelConfig) -> str:
    """The mailbox's own address; "" where only a login without a domain is known."""
    for text in (config.handle, login_of(config)):
        if "@" in text.strip().lstrip("@"):
            return text.strip().lstrip("@")
    return ""


def provider_of(config: ChannelConfig) -> Provider | None:
    """The chosen one; else the one that the address of the server or of the mailbox names."""
    chosen = option(config, "provider")
    if chosen in PROVIDERS:
        return PROVIDERS[chosen]
    if config.url.strip():
        host = _split(config.url)[1]
        return next((one for one in PROVIDERS.values() if one.imap.host == host), None)
    if chosen:
        return None
    domain = own_address(config).rpartition("@")[2].lower()
    return next((one for one in PROVIDERS.values() if domain in one.domains), None)


def imap_server(config: ChannelConfig) -> Server:
    """Raises Unreachable ("address"): the channel does not say where its mail is."""
    provider = provider_of(config)
    if not config.url.strip():
        if provider is None:
            raise Unreachable(NO_ADDRESS, "address")
        return provider.imap
    scheme, host, port = _split(config.url)
    if scheme == "imap":
        return Server(host, port or 143, "plain" if host in LOOPBACK else "starttls")
    return Server(host, port or 993, "tls")


def smtp_server(config: ChannelConfig) -> Server:
    """As the options say, else the provider's, else by the name of the IMAP server."""
    provider = provider_of(config)
    host, port = option(config, "smtp_host").lower(), _port(option(config, "smtp_port"))
    incoming = imap_server(config)
    known = provider is not None and provider.imap == incoming
    if (
        known
        and provider is not None
        and host in ("", provider.smtp.host)
        and port in (0, provider.smtp.port)
    ):
        return provider.smtp
    if not host:
        host = provider.smtp.host if known and provider is not None else _smtp_name(incoming.host)
    port = port or 587
    if host in LOOPBACK and incoming.tls == "plain":
        return Server(host, port, "plain")
    return Server(host, port, "tls" if port == 465 else "starttls")


def check_secret(secret: Mapping[str, str], incoming: Server, outgoing: Server | None = None) -> None:
    """A secret is shown to the server that it was given for, a token also to its provider's server for
    outgoing mail, and to no other; Refused."""
    given_by = PROVIDERS.get(secret.get("provider", ""))
    at = secret.get("server", "")
    expected = imap_server(ChannelConfig(at)) if at else given_by.imap if given_by else None
    is_token = "access_token" in secret
    if (expected is None and is_token) or (expected is not None and expected != incoming):
        raise Refused(OTHER_SERVER, "other-server")
    if not is_token or outgoing is None or outgoing.host == incoming.host:
        return
    if given_by is None or given_by.smtp.host != outgoing.host:
        raise Refused(OTHER_SERVER, "other-server")


def web_address(provider: Provider | None, message_id: str) -> str:
    """Where a mail can be seen in the browser; only Gmail has an address for that."""
    if provider is None or provider.name != "gmail" or not message_id:
        return ""
    return "https://mail.google.com/mail/#search/rfc822msgid:" + quote(message_id, safe="")


def is_mail_address(text: str) -> bool:
    name, _, domain = text.rpartition("@")
    return bool(name and domain) and not any(c.isspace() or c in '<>,;:()[]\\"' for c in text)


def _smtp_name(host: str) -> str:
    return "smtp." + host[5:] if host.startswith("imap.") else host


def _port(text: Any) -> int:
    return int(text) if str(text).isascii() and str(text).isdigit() and 0 < int(text) < 65536 else 0


def _split(url: str) -> tuple[str, str, int]:
    """(scheme, host, port or 0). A bare name means imaps."""
    text = url.strip()
    if "://" not in text:
        text = "imaps://" + text
    try:
        parts = urlsplit(text)
        scheme, host, port = parts.scheme.lower(), (parts.hostname or "").lower(), parts.port or 0
    except ValueError:
        raise Unreachable(NO_ADDRESS, "address") from None
    if scheme not in ("imap", "imaps") or not host or any(c.isspace() for c in host):
        raise Unreachable(NO_ADDRESS, "address")
    return scheme, host, port
