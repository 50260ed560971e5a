"""What Meta's Graph API says: its errors, lists, times and ids. Pure; part of ``connectors.graph``."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from connectors.base import AuthExpired, Malformed, Refused, clean_text
from connectors.json_values import mapping, whole

THROTTLED = frozenset({4, 17, 32, 341, 613, *range(80000, 80015)})
TOKEN_DEAD = frozenset({102, 190})
NO_PERMISSION = frozenset({3, 10, *range(200, 300)})
TEMPORARY = frozenset({1, 2})
DUPLICATE = 506
BLOCKED = 368

_PLACES = ("after", "offset", "until", "__paging_token", "pagination_token")
"""Parameters of a next page's address that say where it begins."""

PERMISSION = (
    "이 토큰에는 필요한 권한이 없습니다. 권한을 더한 새 토큰을 만들어 주세요. / "
    "This token lacks a permission; please make a new one that has it."
)
BLOCKED_SENTENCE = (
    "Meta가 정책 때문에 이 계정의 활동을 잠시 막았습니다. 계정의 알림을 확인해 주세요. / "
    "Meta has blocked this for a while because of its policies. Please look at the account's "
    "notices."
)
DUPLICATE_SENTENCE = (
    "바로 앞에 올린 글과 똑같아 매체가 받지 않았습니다. / "
    "It was not accepted because it repeats the last post word for word."
)
_LIKE_A_TOKEN = re.compile(r"\b(?:EAA|IGA|IGQ|THA)\w{12,}")
_TOKEN_WORDS = {
    458: "the app was removed from the account",
    459: "the person has to log in at facebook.com first",
    460: "the password was changed",
    463: "the token has expired",
    464: "the person's account is not confirmed",
    467: "the token is not valid",
}


# --- errors ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fault:
    """The ``error`` object of an answer (facebook.md section 7), or what an answer without one amounts to."""

    status: int
    code: int = 0
    subcode: int = 0
    message: str = ""  # for the log
    said: str = ""  # for people: the sentence meant for them, else the message
    transient: bool | None = None

    @property
    def missing(self) -> bool:
        """There is no such object, or it is not shown to us."""
        if self.code == 100:
            return self.subcode == 33 or self.status == 404 or self.message.startswith("Unsupported get req")
        return self.code == 803 or self.uncoded_missing

    @property
    def uncoded_missing(self) -> bool:
        """ "Not found" in the Graph's shape, without a code."""
        return not self.code and self.status == 404 and bool(self.message)

    @property
    def temporary(self) -> bool:
        """The same question may be answered later."""
        if self.code in TEMPORARY:
            return self.transient is not False or self.status >= 500
        return self.transient is True and self.code not in TOKEN_DEAD | NO_PERMISSION

    @property
    def no_permission(self) -> bool:
        return self.code in NO_PERMISSION

    @property
    def too_much(self) -> bool:
        """The same question for fewer entries will be answered."""
        return self.code == 1 and "reduce the amount of data" in self.message.lower()

    @property
    def unknown_field(self) -> str:
        """A field that this server does not have; versions of the API drop some."""
        found = re.search(r"nonexisting field \((\w+)\)", self.message) if self.code == 100 else None
        return found[1] if found else ""

    @property
    def wants_token_in_address(self) -> bool:
        """The server did not see the token in the header."""
        return self.code in (104, 2500) and "access token" in self.message.lower()

    @property
    def name(self) -> str:
        if not self.code:
            return f"http-{self.status}"
        return f"graph-{self.code}" + (f"-{self.subcode}" if self.subcode else "")

    def refusal(self) -> Denied:
        """What this means where a person waits for the answer."""
        if self.no_permission:
            # Words in Korean would make two sentences out of the pair.
            quoted = self.said and not re.search("[가-힣]", self.said)
            return Denied(f"{PERMISSION} ({self.said})" if quoted else PERMISSION, self)
        if self.code == BLOCKED:
            return Denied(BLOCKED_SENTENCE, self)
        if self.code == DUPLICATE:
            return Denied(DUPLICATE_SENTENCE, self)
        return Denied(self.said or f"HTTP {self.status}", self)


class Denied(Refused):
    """The Graph understood and said no; ``fault`` are its words."""

    def __init__(self, reason: str, fault: Fault) -> None:
        super().__init__(reason, fault.name)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Answer:
    """``value`` of a good answer, or the ``fault`` that the network understood and refused with."""

    value: Any = None
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list. ``place`` are the parameters of the next one, {} where this is the last; ``after``
    is the cursor behind it in any case."""

    items: list[Any]
    place: Mapping[str, str]
    summary: Mapping[str, Any]
    after: str = ""


def read_fault(status: int, value: Any, token: str = "") -> Fault | None:
    """The error in an answer; None where there is none. Errors also come with status 200, and some of them
    repeat the ``token``, which is taken out."""
    error = value.get("error") if isinstance(value, dict) else None
    if isinstance(error, dict):
        message = _sentence(error.get("message"), token)
        transient = error.get("is_transient")
        return Fault(
            status,
            _number(error.get("code")),
            _number(error.get("error_subcode")),
            message,
            _sentence(error.get("error_user_msg"), token) or message,
            transient if isinstance(transient, bool) else None,
        )
    return Fault(status) if status >= 400 else None


def _number(value: Any) -> int:
    return int(value) if isinstance(value, str) and re.fullmatch("[0-9]{1,9}", value) else whole(value)


def _sentence(said: Any, token: str) -> str:
    text = " ".join(clean_text(said).split()) if isinstance(said, str) else ""
    if token:
        text = text.replace(token, "…")
    return _LIKE_A_TOKEN.sub("…", text)[:500]


def dead(fault: Fault) -> AuthExpired:
    words = _TOKEN_WORDS.get(fault.subcode, "the token does not count any more")
    code = "token-ended" if fault.subcode == 463 else fault.name
    return AuthExpired(f"{fault.name}: {words}", code)


# --- lists ------------------------------------------------------------------------------------------------


def read_page(value: Any) -> Page:
    """A list as the Graph sends it. The next page's address is read for its cursor and thrown away. An empty
    list may come without "data"."""
    data = value.get("data") if isinstance(value, dict) else None
    if data is None and isinstance(value, dict) and value.keys() <= {"data", "paging", "summary"}:
        data = []
    if not isinstance(data, list):
        raise Malformed("a list was expected", "unreadable")
    paging = value.get("paging")
    return Page(data, next_place(paging), mapping(value.get("summary")), _after(paging))


def next_place(paging: Any) -> dict[str, str]:
    """The parameters that lead to the next page; {} where ``next`` is absent: then there is none."""
    following = paging.get("next") if isinstance(paging, dict) else None
    if not isinstance(following, str) or not following:
        return {}
    if after := _after(paging):
        return {"after": after}
    try:
        query = parse_qs(urlsplit(following).query, max_num_fields=50)
    except ValueError:
        return {}
    return {name: query[name][0] for name in _PLACES if name in query and len(query[name][0]) <= 2000}


def _after(paging: Any) -> str:
    after = mapping(mapping(paging).get("cursors")).get("after")
    return after if isinstance(after, str) and len(after) <= 2000 else ""


def without_field(fields: str, name: str) -> str:
    """The list of fields without one of them, wherever it stands."""
    left = re.sub(rf"(^|[,{{]){re.escape(name)}(\{{[^{{}}]*\}})?(?=[,}}]|$)", r"\1", fields)
    return re.sub(r",+(?=[,}]|$)|(?<=\{),+|^,+", "", left)


# --- times, ids and changes -----------------------------------------------------------------------------


def moment_ms(value: Any) -> int | None:
    """A Graph time, "2026-11-20T01:02:03+0000", or seconds since 1970."""
    try:
        if isinstance(value, str) and re.fullmatch("[0-9]{9,11}", value):
            value = int(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return int(datetime.fromtimestamp(value, UTC).timestamp() * 1000)
        moment = datetime.fromisoformat(value)
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def identifier(value: Any) -> str:
    """An id as the opaque string it is, "" where there is none; it goes into addresses, so nothing else is
    let through."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**64:
        value = str(value)
    return (
        value if isinstance(value, str) and re.fullmatch(r"[0-9A-Za-z][0-9A-Za-z_.:=-]{0,399}", value) else ""
    )


def fingerprint(*parts: Any) -> str:
    """A short mark of what an entry says, to notice that it has changed."""
    text = json.dumps(parts, ensure_ascii=True, default=str)
    return hashlib.blake2b(text.encode(), digest_size=6).hexdigest()
