"""A department's own words in the mail that it sent back: without our letter below them, without signature.

Pure. The letter begins with a line above which the answer is to be written (ABOVE); mail programs quote it
with ">" or below a head of their own. In doubt a line stays: triage sees it before a citizen does, and the
mail itself stays as it came.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ABOVE = "----- 이 줄 위에 답변을 적어 주세요 -----"
LONGEST_LOOK = 400_000
LONGEST_SIGNATURE = 12

_PACKED_ABOVE = "이줄위에답변을적어주세요"
_QUOTED = re.compile(r"^\s*[>|｜]")
_ATTRIBUTION = re.compile(
    r"(?:on|at)\b.{4,300}\b(?:wrote|writes)\s*:"
    r"|.{4,300}(?:님이|이|가)\s*(?:작성|쓴\s*글|쓰신\s*글|썼습니다|보낸\s*메일|보내신\s*메일)\s*:?"
    r"|.{4,300}(?:wrote|님의\s*말|님의\s*글)\s*:|.{4,300}@.{4,100}작성\s*:",
    re.I,
)
_BEGINS_ATTRIBUTION = re.compile(r"(?:on |\d{4}\s*[년.\-/]).{4,120}", re.I)
_DIVIDER = re.compile(
    r"[-_=*─━]{2,20}\s*(?:original\s+(?:message|mail)|원본\s*(?:메시지|메일|메세지|글)|원문|forwarded\s+message"
    r"|전달된\s*(?:메시지|메일))[-_=*─━\s]{0,12}:?",
    re.I,
)
_HEAD = re.compile(
    r"[*>\s]*\*?(?:from|sent|date|to|cc|subject|보낸\s*사람|보낸\s*이|보내는\s*사람|보낸\s*날짜|보낸\s*시간|보낸\s*일시"
    r"|날짜|일시|받는\s*사람|받는\s*이|받은\s*사람|참조|제목)\s*\*?\s*[:：].*",
    re.I,
)
_RULE = re.compile(r"\s*[-_=*─━~]{2,}\s*")
_OF_SIGNATURE = re.compile(
    r"(?:\+?82|0\d{1,2})[\s).-]*\d{3,4}[\s.-]?\d{4}|[\w.+-]+@[\w-]+\.[\w.]+|\b(?:tel|fax|mobile|phone)\b"
    r"|전화|팩스|휴대폰|우\)?\s*\d{5}|https?://|www\.",
    re.I,
)
_SENT_WITH = re.compile(
    r"(?:나의|내)\s*\S{2,20}에서\s*보냄|\S{2,20}에서\s*보낸\s*메일입니다\.?|(?:나의|내)\s*갤럭시에서\s*보냈습니다\.?"
    r"|sent\s+from\s+(?:my\s+)?.{2,40}|get\s+outlook\s+for\s+.{2,20}|(?:iOS|Android)용\s*Outlook.{0,20}",
    re.I,
)
_MARK_RETURN = re.compile(
    r"[\[(<【]?\s*(?:반\s*려|재\s*지정(?:\s*요청)?)\s*[\])>】]?\s*(?:[:：]\s*(?P<after>.*)|)$"
    r"|[\[(<【]\s*(?:반\s*려|재\s*지정(?:\s*요청)?)\s*[\])>】]\s*(?P<behind>.*)$"
)
_RETURN_IN_WORDS = re.compile(
    r"(?:반\s*려|재\s*지정(?:\s*요청)?(?:을|를)?)\s*(?:합니다|드립니다|바랍니다|요청합니다|요청드립니다|부탁드립니다|해\s*주세요"
    r"|해\s*주시기\s*바랍니다)(?:[.,。]\s*(?P<after>.*)|)$"
)
_MARK_FIRST = re.compile(
    r"(?:[\[(<【]\s*1\s*차(?:\s*(?:답변|회신))?\s*[\])>】]\s*[:：]?|1\s*차(?:\s*(?:답변|회신))?\s*(?:[:：]|$))\s*"
)
_FIRST_IN_WORDS = re.compile(r"1\s*차\s*(?:답변|회신)")


@dataclass(frozen=True, slots=True)
class Said:
    """``kind`` is "return" (``text`` is the reason), "first" or "final"."""

    kind: str
    text: str


def read(text: str, ours: str = "") -> Said:
    """What a department says in its mail; ``ours`` is the letter that it answers."""
    words = new_words(text, ours)
    head, _, rest = words.partition("\n")
    found = _MARK_RETURN.fullmatch(head.strip()) or _RETURN_IN_WORDS.fullmatch(head.strip())
    if found:
        reason = next((part for part in found.groups() if part), "").strip()
        return Said("return", "\n".join(part for part in (reason, rest.strip()) if part))
    mark = _MARK_FIRST.match(head.strip())
    if mark:
        return Said("first", f"{head.strip()[mark.end() :]}\n{rest}".strip())
    return Said("first" if _FIRST_IN_WORDS.match(head.strip()) else "final", words)


def new_words(text: str, ours: str = "") -> str:
    """The text without our letter and without a signature."""
    lines = text[:LONGEST_LOOK].replace("\r\n", "\n").split("\n")
    above = _above(lines)
    kept = _without_signature(above)
    if not kept:
        # Somebody wrote below our letter, or between its lines.
        kept = _without_signature(_not_ours(lines[len(above) :], ours))
    return "\n".join(kept).strip()


def _above(lines: list[str]) -> list[str]:
    """The lines before our letter. Lines marked as quoted go, and what stands between them stays."""
    end = next((at for at in range(len(lines)) if _begins_letter(lines, at)), len(lines))
    if end < len(lines) and any(_QUOTED.match(line) for line in lines[end:]):
        below = [line for line in lines[end:] if line.strip()]
        marked = sum(1 for line in below if _QUOTED.match(line))
        if marked * 2 > len(below):  # it quotes with marks: an answer may stand between
            return _without_marked(lines)
    return _trimmed([line for line in lines[:end] if not _QUOTED.match(line)])


def _without_marked(lines: list[str]) -> list[str]:
    kept: list[str] = []
    for at, line in enumerate(lines):
        if _QUOTED.match(line) or any(
            _is_attribution(lines, start, over)
            for start, over in ((at, 1), (at, 2), (at - 1, 2))
            if start >= 0
        ):
            continue
        if _PACKED_ABOVE in _packed(line) or _DIVIDER.fullmatch(line.strip()):
            continue
        kept.append(line)
    return _trimmed(kept)


def _begins_letter(lines: list[str], at: int) -> bool:
    line = lines[at].strip().lstrip(">| ").strip()
    if not line:
        return False
    if _PACKED_ABOVE in _packed(line) or (_DIVIDER.fullmatch(line) and len(line) < 80):
        return True
    if _is_attribution(lines, at) or _is_attribution(lines, at, 2):
        return True
    if _RULE.fullmatch(line):
        return _heads(lines, at + 1) >= 2
    return _heads(lines, at) >= 3


def _is_attribution(lines: list[str], at: int, over: int = 1) -> bool:
    """Whether "… wrote:" stands here, on one line or wrapped over two, with something quoted below it."""
    if over == 1:
        found = _ATTRIBUTION.fullmatch(lines[at].strip())
    else:
        two = " ".join(line.strip() for line in lines[at : at + 2])
        found = _BEGINS_ATTRIBUTION.fullmatch(lines[at].strip()) and _ATTRIBUTION.fullmatch(two)
    if not found:
        return False
    below = next((line for line in lines[at + over :] if line.strip()), "")
    return not below or bool(_QUOTED.match(below)) or _PACKED_ABOVE in _packed(below)


def _heads(lines: list[str], start: int) -> int:
    """How many lines of a head ("보낸 사람: …") follow each other here."""
    count = 0
    for line in lines[start : start + 16]:
        if _HEAD.fullmatch(line):
            count += 1
        elif line.strip():
            break
    return count


def _not_ours(lines: list[str], ours: str) -> list[str]:
    """Of what stands in and below our letter, the lines that it does not have."""
    known = _packed(ours)
    kept = [
        line
        for at, line in enumerate(lines)
        if not (line.strip() and known and _packed(line.lstrip("> |")) in known)
        and not _QUOTED.match(line)
        and not _HEAD.fullmatch(line)
        and not _begins_letter(lines, at)
    ]
    return _trimmed(kept) if known else []


def _without_signature(lines: list[str]) -> list[str]:
    """Without "-- " and what is below, "나의 iPhone에서 보냄", and a card of telephone numbers behind a
    rule."""
    for at, line in enumerate(lines):
        if line.rstrip("\r") in ("-- ", "--") and len(lines) - at - 1 <= LONGEST_SIGNATURE * 2:
            lines = lines[:at]
            break
    lines = _trimmed(lines)
    while lines and _SENT_WITH.fullmatch(lines[-1].strip()):
        lines = _trimmed(lines[:-1])
    for at in range(len(lines) - 1, max(-1, len(lines) - LONGEST_SIGNATURE - 2), -1):
        if _RULE.fullmatch(lines[at]) and len(lines[at].strip()) >= 3:
            card = [line for line in lines[at + 1 :] if line.strip()]
            is_card = all(len(line) <= 80 for line in card)
            is_card = is_card and (not card or any(_OF_SIGNATURE.search(line) for line in card))
            if is_card and _trimmed(lines[:at]):
                return _trimmed(lines[:at])
    return lines


def _trimmed(lines: list[str]) -> list[str]:
    start, end = 0, len(lines)
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    return lines[start:end]


def _packed(text: str) -> str:
    return re.sub(r"[\s>|]+", "", text)
