"""The new words of a reply, without the mail it quotes.

Pure. A citizen's words are never lost: where it is not sure that all that follows is quoted, nothing is cut.
"""

from __future__ import annotations

import re

_ATTRIBUTION = (
    r"(?:on|at)\b.{4,200}\b(?:wrote|writes):",  # On Fri, Nov 20, 2026 at 11:11 AM City <a@b> wrote:
    r".{4,200}(?:님이|이|가) (?:작성|쓴 글|썼습니다|보낸 메일)\s*:?",  # 11월 20일, 시청 <a@b>님이 작성:
    r".{4,200}wrote:",
)
_ATTRIBUTED = re.compile(rf"(?:{'|'.join(_ATTRIBUTION)})\s*", re.I)
_DATED = re.compile(r"(?:on |\d{4}[년.-]).{0,80}\d{1,2}:\d{2}.{0,80}", re.I)
_DIVIDER = re.compile(
    r"\s*(?:[-_=*]{3,}\s*"
    r"(?:original message|original mail|원본 메시지|원본 메일|원본 메세지|원문|forwarded message)"
    r"\s*[-_=*]{3,}|[-_]{10,})\s*",
    re.I,
)
_HEAD = re.compile(
    r"\s*[*>]?\s*\*?(?:from|sent|date|to|cc|subject|보낸 ?사람|보낸 ?이|보낸 ?날짜|보낸 ?시간"
    r"|날짜|일시|받는 ?사람|받는 ?이|참조|제목)\*?\s*:.*",
    re.I,
)
_FORWARD = re.compile(r"^\s*(?:fwd?|전달)\s*:", re.I)
LONGEST_LOOK = 200_000
MOST_MARKERS = 20


def new_words(text: str, subject: str = "", original: str = "") -> str:
    """``text`` without a quotation at its end, where one is sure to be there.

    Sure is: an attribution line with nothing but lines marked by ">" behind it; or a divider or block of
    headers behind which there is nothing that ``original``, the mail that is answered, does not say too. A
    mail that is passed on is never cut.
    """
    if _FORWARD.match(subject) or len(text) > LONGEST_LOOK:
        return text
    lines = text.split("\n")
    tried = 0
    for at, line in enumerate(lines):
        end = _marker_end(lines, at, line)
        if not end:
            continue
        if _all_quoted(lines[end:], original):
            before = "\n".join(lines[:at]).rstrip()
            return before or text
        tried += 1
        if tried >= MOST_MARKERS:
            break
    return text


def needs_original(text: str) -> bool:
    """Whether there is a quotation that can only be told from an answer by the original."""
    lines = text.split("\n")
    return len(text) <= LONGEST_LOOK and any(_marker_end(lines, at, line) for at, line in enumerate(lines))


def _marker_end(lines: list[str], at: int, line: str) -> int:
    """Where the quotation itself begins, if a marker begins at ``at``; else 0."""
    stripped = line.strip()
    if not stripped:
        return 0
    if _ATTRIBUTED.fullmatch(stripped):
        return at + 1
    if at + 1 < len(lines) and _DATED.fullmatch(stripped) and (at == 0 or not lines[at - 1].strip()):
        if _ATTRIBUTED.fullmatch(f"{stripped} {lines[at + 1].strip()}"):
            return at + 2  # wrapped into two lines
    start = at + 1 if _DIVIDER.fullmatch(line) else at
    end = start
    while end < len(lines) and end - start < 12 and (_HEAD.fullmatch(lines[end]) or not lines[end].strip()):
        end += 1
    heads = sum(1 for found in lines[start:end] if found.strip())
    return end if heads >= (2 if start > at else 3) else 0


def _all_quoted(lines: list[str], original: str) -> bool:
    words = [line.strip() for line in lines if line.strip()]
    if all(line.startswith(">") for line in words):
        return bool(words)
    if not original:
        return False
    known = _packed(original)
    return all(_packed(line.lstrip("> ")) in known for line in words if not _HEAD.fullmatch(line))


def _packed(text: str) -> str:
    return re.sub(r"[\s>]+", "", text)
