"""Addresses that people type, and which of them a password or a token may be shown to."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

from connectors.base import Unreachable

INSECURE = (
    "암호화되지 않은 주소(http)로는 로그인하지 않습니다. https 주소를 적어 주세요. / "
    "Signing in needs an encrypted address; please use https."
)
_THIS_PC = ("127.0.0.1", "::1", "localhost")


def may_carry_secrets(url: str) -> bool:
    """Only over TLS, or to this very PC."""
    parts = urlsplit(url)
    return parts.scheme in ("https", "wss") or parts.hostname in _THIS_PC


def web_address(text: str) -> SplitResult:
    """The parts of an http(s) address, https where none is said. Raises Unreachable."""
    text = text.strip()
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname or parts.port == 0:
            raise ValueError
    except ValueError:
        raise Unreachable("not an http(s) address", "address") from None
    return parts


def origin(parts: SplitResult) -> str:
    """Scheme, host and port, without name and password."""
    return f"{parts.scheme.lower()}://{parts.netloc.rpartition('@')[2].lower()}"
