"""What must not, or should not, be in an answer that goes out. Pure: places in a text, nothing else.

A stop keeps the answer here until it is changed; a warning is shown and may be passed. Addresses are looked
at as text only: whether they can be reached is asked by ``services/link_checks.py``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from connectors.base import LengthRule
from desktop.models import personal
from desktop.models.deadlines.calendar import today_in_seoul
from desktop.models.speaking import commitments

STOP, WARN = "stop", "warn"


@dataclass(frozen=True, slots=True)
class Finding:
    """``code`` names the sentence ("check-phone", ...) for the characters ``start`` to ``end``; ``word`` is
    what it says of them, ``n`` a number (by how much the text is too long)."""

    code: str
    severity: str
    start: int
    end: int
    word: str = ""
    n: int = 0


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of the answer besides its text. ``numbers`` are telephone numbers and mail addresses of
    the office itself; ``names`` those of its departments (without blanks), ``former`` of
    those that are no more. ``rule`` None: no length is checked."""

    name: str = ""
    handle: str = ""
    others: tuple[str, ...] = ()
    numbers: frozenset[str] = frozenset()
    names: Collection[str] = ()
    former: Collection[str] = ()
    rule: LengthRule | None = None
    today: date | None = None


def check(text: str, around: Around) -> list[Finding]:
    """All findings, stops first, each kind in the order of the text."""
    found = [
        *_length(text, around),
        *_personal(text, around.numbers),
        *_variables(text),
        *_addresses(text),
        *_names(text, around),
        *_offices(text, around),
        *_promises(text, around.today or today_in_seoul()),
    ]
    return sorted(found, key=lambda one: (one.severity != STOP, one.start))


def stops(findings: Sequence[Finding]) -> list[Finding]:
    return [one for one in findings if one.severity == STOP]


# --- too long ---------------------------------------------------------------------------------------------


def _length(text: str, around: Around) -> list[Finding]:
    rule = around.rule
    if rule is None:
        return []
    over = rule.over(text, around.handle)
    if not over:
        return []
    low, high = 0, len(text)
    while low < high:  # how many characters still fit
        middle = (low + high + 1) // 2
        low, high = (middle, high) if not rule.over(text[:middle], around.handle) else (low, middle - 1)
    return [Finding("check-too-long", STOP, low, len(text), text[low:][:20], over)]


# --- personal data ----------------------------------------------------------------------------------------

_OFFICE_MAIL = re.compile(r"@(?:[\w\-]+\.)*(?:go\.kr|or\.kr|seoul\.kr|korea\.kr)$", re.IGNORECASE)
_PRIVATE_PHONE = re.compile(r"^\(?(?:\+?82[\s\-.]?\(?0?\)?1|01|050|\+?82[\s\-.]?50)")
_PERSONAL = {
    "resident": "check-resident", "card": "check-card", "plate": "check-plate", "mail": "check-mail",
}  # fmt: skip


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def numbers_in(contact: str) -> set[str]:
    """Telephone numbers (digits only) and mail addresses (small letters) of a contact, as ``Around.numbers``
    holds them."""
    found = personal.find(contact)
    return {
        contact[one.start : one.end].lower() if one.kind == "mail" else digits(contact[one.start : one.end])
        for one in found
    }


def _personal(text: str, numbers: Collection[str]) -> list[Finding]:
    found = []
    for place in personal.find(text):
        piece = text[place.start : place.end]
        if place.kind == "phone":
            if digits(piece) in numbers:
                continue
            # A mobile number is somebody's own; one of a desk may be the office's.
            if _PRIVATE_PHONE.match(piece):
                found.append(Finding("check-phone", STOP, place.start, place.end, piece))
            elif not digits(piece).startswith("1"):
                found.append(Finding("check-desk-phone", WARN, place.start, place.end, piece))
            continue
        if place.kind == "mail" and (_OFFICE_MAIL.search(piece) or piece.lower() in numbers):
            continue
        found.append(Finding(_PERSONAL[place.kind], STOP, place.start, place.end, piece))
    return found


# --- variables --------------------------------------------------------------------------------------------

_VARIABLE = re.compile(
    r"\{\{[^{}\n]{1,40}\}\}|\{[^{}\n]{0,40}\}|[○◯〇]{2,}|(?<![가-힣\w])[ㅇO]{2}\s?(?:님|동|과|구)(?![가-힣])"
)


def _variables(text: str) -> list[Finding]:
    return [Finding("check-variable", STOP, m.start(), m.end(), m[0]) for m in _VARIABLE.finditer(text)]


# --- addresses --------------------------------------------------------------------------------------------

_ADDRESS = re.compile(r"(?:https?:?/{0,3}|www\.)[^\s<>\"'“”‘’]*", re.ASCII | re.IGNORECASE)
_TRAILING = ".,;:!?]}」』"
_HOST = re.compile(r"(?=.{1,253}\Z)(?:(?!-)[\w\-]{1,63}(?<!-)\.)+(?:[^\W\d_]{2,24}|xn--[\w\-]+)\Z")


def addresses(text: str) -> list[tuple[int, int, str]]:
    """Addresses of pages that a text names, without the punctuation and particle after them."""
    found = []
    for match in _ADDRESS.finditer(text):
        address = _balanced(match[0]).rstrip(_TRAILING)
        # A Korean particle is written on without a blank: https://seoul.go.kr에서
        bare = re.sub(r"(?<=[\w/])(?:에서|으로|로|에|를|을|은|는|이|가|와|과|의)$", "", address)
        if bare != address and re.search(r"[!-~]$", bare):
            address = bare
        found.append((match.start(), match.start() + len(address), address))
    return found


def _balanced(text: str) -> str:
    """Up to a bracket that closes none of its own: (www.seoul.go.kr)에서."""
    depth = 0
    for place, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return text[:place]
    return text


def is_address(address: str) -> bool:
    """Whether an address can be one at all."""
    if address.lower().startswith("www."):
        address = "https://" + address
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return False
    return (
        parts.scheme.lower() in ("http", "https")
        and parts.username is None
        and bool(parts.hostname)
        and _HOST.match(parts.hostname or "") is not None
        and ".." not in (parts.hostname or "")
    )


def _addresses(text: str) -> list[Finding]:
    return [
        Finding("check-link", WARN, start, end, address)
        for start, end, address in addresses(text)
        if not is_address(address)
    ]


# --- whom it speaks to ------------------------------------------------------------------------------------

_CALLED = re.compile(
    r"(?<![가-힣\w@])(?P<name>[가-힣]{2,4}|@?[A-Za-z][\w.\-]{1,29})\s?님(?=[께은이의을를과도,.!?\s]|$)"
)
_TITLES = frozenset(
    (
        "시민 시장 구청장 주민 고객 선생 기사 부모 어르신 여러분 민원인 신청인 신고자 작성자 제안자 "
        "이용자 이용객 독자 구민 도민 국민 위원 의원 대표 사장 과장 팀장 국장 실장 본부장 부시장 "
        "주무관 담당자 회원 학부모 교수 원장 소장 대통령 장관 총리 학생 손님 방문객 승객 보호자 어머 "
        "할머 할아버 아버 조합원 입주민 운전자 상인 사회자 발표자 참여자 참가자 글쓴이 작가 감독 박사 "
        "이웃 자원봉사자 하느 임금 스승 공무원"
    ).split()
)
_HONORIFIC = re.compile(
    r"(?:시민|주민|구민)(?:분님|님님|님 님)|님님|귀하께|(?<![가-힣])(?:당신|너)(?:은|이|의|께)(?![가-힣])"
)


def _names(text: str, around: Around) -> list[Finding]:
    own = {_folded(around.name), _folded(around.handle)} - {""}
    found = []
    for match in _CALLED.finditer(text):
        name = match["name"]
        folded = _folded(name)
        if name in _TITLES or any(name.endswith(title) for title in _TITLES if len(title) > 1):
            continue
        if not own or any(folded == mine or folded in mine or mine in folded for mine in own):
            continue
        others = {_folded(other) for other in around.others}
        # Only what looks like a person's name, or is another citizen's here.
        if folded in others or (_is_name(name) and any(_is_name(mine) for mine in own)):
            found.append(Finding("check-name", WARN, match.start(), match.end(), name))
    for match in re.finditer(r"(?<![\w@.])@[\w][\w.\-]*(?:@[\w.\-]+)?", text):
        folded = _folded(match[0])
        if around.handle and folded in {_folded(other) for other in around.others} and folded not in own:
            found.append(Finding("check-handle", WARN, match.start(), match.end(), match[0]))
    found += [Finding("check-honorific", WARN, m.start(), m.end(), m[0]) for m in _HONORIFIC.finditer(text)]
    return found


_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반"
)


def _is_name(text: str) -> bool:
    text = text.replace(" ", "")
    return len(text) in (2, 3, 4) and text[0] in _SURNAMES and all("가" <= char <= "힣" for char in text)


def _folded(text: str) -> str:
    return text.strip().lstrip("@").casefold().replace(" ", "")


# --- offices ----------------------------------------------------------------------------------------------

_OFFICE = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{2,12}(?:정책과|관리과|지원과|행정과|안전과|담당관|사업소|기획관|추진단|추진반|본부|실|과|국|팀|센터))"
    r"(?=에서|로|으로|에|가|이|와|는|은|의|\(|\s?(?:담당|소관|문의|☎|전화)|$)"
)
_SURE = ("정책과", "관리과", "지원과", "행정과", "안전과", "담당관", "기획관")


def _offices(text: str, around: Around) -> list[Finding]:
    """Names that end as only offices do and are none of ours; former ones with certainty."""
    if not around.names:
        return []
    known, former = around.names, around.former
    found = []
    for match in _OFFICE.finditer(text):
        name = match["name"]
        if name in known or any(name.endswith(one) and len(one) > 2 for one in known):
            continue
        if name in former:
            found.append(Finding("check-former-office", WARN, match.start("name"), match.end("name"), name))
        elif name.endswith(_SURE) and len(name) > 4:
            found.append(Finding("check-office", WARN, match.start("name"), match.end("name"), name))
    return found


# --- promises ---------------------------------------------------------------------------------------------


def _promises(text: str, today: date) -> list[Finding]:
    return [
        Finding("check-promise", WARN, one.word_start, one.word_start + len(one.word), one.word)
        for one in commitments.find(text, today)
        if not one.due
    ]
