"""Where mail servers are, and how each provider wants to be asked (email_imap_smtp.md section 2).

Pure: addresses of servers from a channel's address and options, and which of them a secret may be shown to.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from connectors.base import ChannelConfig, Refused, Unreachable

NO_ADDRESS = (
    "메일 서버를 알 수 없습니다. 메일 서비스를 고르거나 메일 서버의 주소를 적어 주세요. / "
    "The mail server is not known; choose a mail service or type an address such as "
    "imaps://mail.example."
)
NO_SMTP = (
    "보내는 서버의 주소를 읽을 수 없습니다. smtp.mail.example 처럼 적어 주세요. / "
    "The server for outgoing mail is no address; please type it as smtp.mail.example."
)
OTHER_SERVER = (
    "다른 메일 서버에서 받은 로그인입니다. 다시 로그인해 주세요. / "
    "This sign-in belongs to another mail server; please sign in again."
)


@dataclass(frozen=True, slots=True)
class Server:
    """``tls``: "tls" from the first byte, "starttls" before the first secret, or "plain" to this PC only,
    where STARTTLS is used if nobody is let in without it."""

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
    typed = (config.secret or {}).get("login", "").strip() or config.handle.strip()
    return typed_address(typed) or typed


def own_address(config: ChannelConfig) -> str:
    """The mailbox's own address; "" where only a login without a domain is known."""
    return typed_address(config.handle) or typed_address((config.secret or {}).get("login", ""))


def typed_address(text: str) -> str:
    """The mail address in what a person typed or copied: "한빛시 <minwon@hanbit.example>", "mailto:...", or
    itself; "" where there is none."""
    text = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
    text = text.replace("＠", "@").strip()
    if found := re.search(r"<([^<>]*@[^<>]*)>\s*$", text):
        text = found[1]
    text = re.sub(r"^mailto:", "", text.strip("<>\"' \t"), flags=re.I).partition("?")[0].strip().lstrip("@")
    return text if is_mail_address(text) else ""


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
    """Raises Unreachable ("address"): the channel does not say where its mail is. Ports 143 and 993 mean what
    they always mean, whichever of the two words stands in front."""
    provider = provider_of(config)
    if not config.url.strip():
        if provider is None:
            raise Unreachable(NO_ADDRESS, "address")
        return provider.imap
    scheme, host, port = _split(config.url)
    if port == 993 or (scheme == "imaps" and port != 143):
        return Server(host, port or 993, "tls")
    return Server(host, port or 143, "plain" if on_this_pc(host) else "starttls")


def smtp_server(config: ChannelConfig) -> Server:
    """As the options say, else the provider's, else by the name of the IMAP server. 465 is TLS; any other
    port begins without and has to offer STARTTLS, unless it is on this very PC."""
    provider = provider_of(config)
    scheme, host, port = _typed_smtp(option(config, "smtp_host"))
    port = _port(option(config, "smtp_port")) or port
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
    if port == 465 or scheme == "smtps":
        return Server(host, port or 465, "tls")
    return Server(host, port or 587, "plain" if on_this_pc(host) else "starttls")


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


def on_this_pc(host: str) -> bool:
    """Whether a host is this very PC, so that nobody else can listen."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _typed_smtp(text: str) -> tuple[str, str, int]:
    """(scheme, host, port or 0) of a server for outgoing mail: "smtp.x.example", "smtp.x.example:465",
    "smtps://smtp.x.example". Raises Unreachable."""
    text = text.strip().lower()
    if not text:
        return "", "", 0
    if "://" not in text and text.count(":") > 1 and not text.startswith("["):
        text = f"[{text}]"  # a bare IPv6 address
    try:
        parts = urlsplit(text if "://" in text else f"smtp://{text}")
        scheme, host, port = parts.scheme, parts.hostname or "", parts.port or 0
    except ValueError:
        raise Unreachable(NO_SMTP, "address") from None
    if scheme not in ("smtp", "smtps") or not host or any(c.isspace() for c in host):
        raise Unreachable(NO_SMTP, "address")
    return scheme, host, port


def _split(url: str) -> tuple[str, str, int]:
    """(scheme, host, port or 0). A bare name means imaps, on this very PC imap."""
    text = url.strip()
    if "://" not in text:
        bare = text.partition("/")[0].rpartition("@")[2]
        host = bare.rpartition(":")[0] if bare.count(":") == 1 else bare
        text = ("imap://" if on_this_pc(host.strip("[]")) else "imaps://") + text
    try:
        parts = urlsplit(text)
        scheme, host, port = parts.scheme.lower(), (parts.hostname or "").lower(), parts.port or 0
    except ValueError:
        raise Unreachable(NO_ADDRESS, "address") from None
    if scheme not in ("imap", "imaps") or not host or any(c.isspace() for c in host):
        raise Unreachable(NO_ADDRESS, "address")
    return scheme, host, port
