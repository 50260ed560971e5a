"""The small rules of HTTP that need no HTTP library: what may be logged, which headers a redirect keeps, how
long to wait, how compressed bytes are opened safely, what an error page says. Knows no network and no
client."""

from __future__ import annotations

import base64
import codecs
import contextlib
import json
import re
import socket
import ssl
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, unquote, urlencode, urljoin, urlsplit, urlunsplit

from connectors.base import Malformed, OutcomeUnknown, Unreachable, clean_text
from connectors.text import looks_like_html

KEPT_ON_NEW_HOST = frozenset(
    {"accept", "accept-encoding", "accept-language", "user-agent", "if-none-match", "if-modified-since"}
)
"""Headers that go along when a redirect leads to another host; everything else could be a secret."""

_DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}


class Headers(dict[str, str]):
    """Response headers by any spelling of their name; repeated ones are joined with a comma."""

    def __init__(self, pairs: Iterator[tuple[str, str]] | Mapping[str, str] = {}) -> None:  # noqa: B006
        super().__init__()
        items = pairs.items() if isinstance(pairs, Mapping) else pairs
        for name, value in items:
            key = name.lower()
            super().__setitem__(key, f"{self[key]}, {value}" if key in self else value)

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(name.lower())

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and super().__contains__(name.lower())

    def get(self, name: str, default: Any = None) -> Any:
        return super().get(name.lower(), default)


@dataclass(frozen=True, slots=True)
class Response:
    """What a server answered. ``body`` is decompressed. Address and headers stay out of the repr: both may
    hold secrets."""

    status: int
    headers: Headers = field(repr=False)
    body: bytes = field(repr=False)
    url: str = field(repr=False)  # where the answer came from after redirects, without name and password
    permanent_url: str = field(default="", repr=False)  # where 301 and 308 say that it is from now on

    @property
    def validators(self) -> dict[str, str]:
        """``etag`` and ``last_modified`` exactly as sent, to be given to the next ``get``."""
        found = {"etag": self.headers.get("etag", ""), "last_modified": self.headers.get("last-modified", "")}
        return {name: value for name, value in found.items() if value}

    @property
    def content_type(self) -> str:
        """The media type in small letters, without parameters."""
        return str(self.headers.get("content-type", "")).partition(";")[0].strip().lower()

    def json(self) -> Any:
        """The body as JSON. Raises Malformed, with code "html" for a page and "not-json" otherwise."""
        return parse_json(self.body, self.content_type)

    def json_or_none(self, *, writing: bool) -> Any:
        """The body as JSON, None for a refusal that is none. A good answer that cannot be read raises
        Malformed where something was asked for, and OutcomeUnknown where something was done."""
        try:
            return self.json()
        except Malformed as error:
            if self.status >= 300:
                return None
            if writing:
                raise OutcomeUnknown(str(error), error.code) from None
            raise


def parse_json(body: bytes, content_type: str) -> Any:
    """JSON as servers really send it: a byte order mark or a PHP warning may stand before it, a remark of
    a cache or another warning behind it.

    A page of HTML is never searched for JSON, whatever its content type says.
    """
    text = body.decode("utf-8-sig", "replace").lstrip()
    says_page = content_type in ("text/html", "application/xhtml+xml") and text[:1] not in ("{", "[")
    if looks_like_html(text) or says_page:
        raise Malformed("a web page instead of JSON", "html")
    try:
        return _loads(text)
    except ValueError:
        pass
    text, whole = _REMARK_BEHIND.sub("", text), text
    if text != whole:
        with contextlib.suppress(ValueError):
            return _loads(text)
    for match in re.finditer(r"[{\[]", text[:20_000]):
        # a PHP warning is text or <b>Warning</b> in front of the answer; the answer then runs to the end
        try:
            return _loads(text[match.start() :])
        except ValueError:
            continue
    raise Malformed(f"not JSON (content type {content_type or 'missing'})", "not-json")


_REMARK_BEHIND = re.compile(
    r"(?<=[}\]])\s*(?:<!--(?:(?!-->).){0,2000}-->\s*|<br ?/?>\s*<b>[^{\[]{0,2000})+\Z", re.S
)


def _loads(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        raise Malformed("JSON nested too deeply", "not-json") from None


def error_sentence(body: bytes) -> str:
    """The server's own explanation in an error answer, as one line of plain text; "" where there is none."""
    try:
        value = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return ""
    if not isinstance(value, dict):
        return ""
    for key in ("error_description", "message", "error", "detail"):
        found = value.get(key)
        if isinstance(found, str) and found.strip():
            from connectors.text import to_text

            return " ".join(clean_text(to_text(found)).split())[:500]
    return ""


# --- addresses ------------------------------------------------------------------------------------------


def split_address(url: str) -> SplitResult:
    """The parts of an http(s) or ws(s) address. Raises Unreachable with code "address"."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        raise Unreachable("not an address", "address") from None
    if parts.scheme not in _DEFAULT_PORTS or not parts.hostname or port == 0:
        raise Unreachable(f"not an http(s) address: {mask(url)}", "address")
    return parts


def take_credentials(url: str) -> tuple[str, str]:
    """(address without user name and password, value for the Authorization header or "")."""
    parts = split_address(url)
    if "@" not in parts.netloc:
        return urlunsplit(parts._replace(fragment="")), ""
    netloc = parts.netloc.rpartition("@")[2]
    auth = basic(unquote(parts.username or ""), unquote(parts.password or ""))
    return urlunsplit(parts._replace(netloc=netloc, fragment="")), auth


def basic(login: str, password: str) -> str:
    """Value of an Authorization header for HTTP Basic (RFC 7617)."""
    return "Basic " + base64.b64encode(f"{login}:{password}".encode()).decode()


def mask(url: str) -> str:
    """The address without anything that may be secret: no user name, password, query or fragment."""
    try:
        parts = urlsplit(url)
        host = parts.netloc.rpartition("@")[2]
    except ValueError:
        return "(unreadable address)"
    return clean_text(f"{parts.scheme}://{host}{parts.path}" + ("?…" if parts.query else ""))[:300]


def host_of(url: str) -> tuple[str, int]:
    parts = split_address(url)
    return (parts.hostname or "").lower(), parts.port or _DEFAULT_PORTS[parts.scheme]


def next_hop(url: str, location: str) -> str:
    """The address a redirect leads to. Raises Unreachable: "redirect-refused" for other schemes than http(s)
    and for a step back from https to http."""
    try:
        target = urljoin(url, location.strip())
    except ValueError:
        raise Unreachable("a redirect to something that is not an address", "redirect-refused") from None
    scheme = urlsplit(target).scheme
    if scheme not in ("http", "https"):
        raise Unreachable(f"a redirect from {mask(url)} to {clean_text(scheme)[:20]}:", "redirect-refused")
    if scheme == "http" and urlsplit(url).scheme == "https":
        raise Unreachable(f"a redirect from {mask(url)} to an address without encryption", "redirect-refused")
    return target


def may_keep_secrets(url: str, target: str) -> bool:
    """Whether credentials for ``url`` may be shown to ``target``: the same host and port, or the same host
    moved up from http to https on their usual ports."""
    old, new = host_of(url), host_of(target)
    return old == new or (old[0] == new[0] and (old[1], new[1]) == (80, 443))


def with_params(url: str, params: Mapping[str, Any]) -> str:
    """The address with more query parameters; a list gives one pair for each of its values."""
    found = urlsplit(url)
    query = encode_form(params).decode()
    return urlunsplit(found._replace(query=f"{found.query}&{query}" if found.query else query))


def encode_form(form: Mapping[str, Any]) -> bytes:
    """application/x-www-form-urlencoded; values None are left out, true and false are written in small."""
    pairs = []
    for name, value in form.items():
        for one in value if isinstance(value, list | tuple) else [value]:
            if one is not None:
                pairs.append((name, str(one).lower() if isinstance(one, bool) else str(one)))
    return urlencode(pairs, errors="replace").encode()


def cookie_pairs(set_cookie: list[str]) -> dict[str, str]:
    """Names and values of Set-Cookie headers, for the next hop on the same host."""
    found = {}
    for line in set_cookie:
        name, equals, value = line.partition(";")[0].strip().partition("=")
        if equals and name and len(line) < 5000:
            found[name] = value
    return found


# --- causes ---------------------------------------------------------------------------------------------


def tls_context() -> ssl.SSLContext:
    """Certificates as the operating system trusts them: offices open TLS with their own certificate."""
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def connect_code(error: BaseException) -> str:
    """Why no line came about: "tls", "dns", "refused" or, where the system does not say, "connect"."""
    waiting: list[BaseException | None] = [error]
    seen: list[BaseException] = []
    while waiting:
        one = waiting.pop()
        if one is None or one in seen:
            continue
        seen.append(one)
        if isinstance(one, ssl.SSLError):
            return "tls"
        if isinstance(one, socket.gaierror):
            return "dns"
        if isinstance(one, ConnectionRefusedError):
            return "refused"
        waiting += [one.__cause__, one.__context__, *getattr(one, "exceptions", ())]
    return "connect"


# --- compressed bytes -----------------------------------------------------------------------------------


def says_nothing(encoding: str) -> bool:
    """Whether a name in Content-Encoding names no compression: Korean servers write the charset there."""
    if encoding in ("", "identity", "none", "null", "7bit", "8bit", "binary"):
        return True
    try:
        return codecs.lookup(encoding)._is_text_encoding  # noqa: SLF001
    except (LookupError, ValueError):
        return False


class Inflater:
    """Opens gzip or deflate piece by piece, so that a small bomb can never become a large memory.

    ``feed`` yields pieces of at most 256 KB; the caller counts them and may stop at any time.
    Raises Malformed with code "broken-compression".
    """

    PIECE = 256 * 1024

    def __init__(self, encoding: str) -> None:
        self._raw_deflate_possible = encoding == "deflate"
        self._inflate = zlib.decompressobj(wbits=47)  # takes gzip and zlib by their own first bytes
        self._members = 0
        self._begun = False

    @property
    def finished(self) -> bool:
        """False while a stream that has begun has not come to its end: then the answer was cut off."""
        return not self._begun

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data:
            self._begun = True
            try:
                piece = self._inflate.decompress(data, self.PIECE)
            except zlib.error:
                if self._members:
                    self._begun = False
                    return  # padding after the last member
                if not self._raw_deflate_possible:
                    raise Malformed("the compressed answer is broken", "broken-compression") from None
                # "deflate" without the zlib header: wrong by the standard and common all the same
                self._inflate = zlib.decompressobj(wbits=-15)
                self._raw_deflate_possible = False
                continue
            self._raw_deflate_possible = False
            if piece:
                yield piece
            if self._inflate.eof:
                data = self._inflate.unused_data
                self._members += 1
                self._begun = False
                self._inflate = zlib.decompressobj(wbits=47)
                if not data.startswith(b"\x1f\x8b"):
                    return
            else:
                data = self._inflate.unconsumed_tail
                if not data and len(piece) == self.PIECE:
                    # zlib may hold back output although it has eaten all input
                    while piece := self._drain():
                        yield piece

    def _drain(self) -> bytes:
        try:
            return self._inflate.decompress(b"", self.PIECE)
        except zlib.error:
            return b""


class LineSplitter:
    """Lines out of pieces of UTF-8, by LF, CRLF or CR; a line that never ends raises Malformed."""

    def __init__(self, longest: int) -> None:
        self._longest = longest
        self._rest = b""

    def feed(self, data: bytes) -> Iterator[str]:
        data = self._rest + data
        # a CR at the very end may be half of a CRLF: it waits for the next piece
        held = data.endswith(b"\r")
        lines = (data[:-1] if held else data).replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        self._rest = lines.pop() + (b"\r" if held else b"")
        if len(self._rest) > self._longest:
            raise Malformed("a line without end", "too-large")
        for line in lines:
            yield line.decode("utf-8", "replace")


class BadHandshake(Exception):
    """A server that answered a WebSocket's greeting with an ordinary HTTP status."""

    def __init__(self, status: int, headers: Headers, body: bytes) -> None:
        super().__init__(str(status))
        self.status, self.headers, self.body = status, headers, body
