"""Sentences of an answer that commit the city to something (약속), and until when. Pure.

"11월 30일까지 보도를 정비하겠습니다" is one; thanks, apologies, information given at once ("안내해
드리겠습니다") and "노력하겠습니다", which nobody can hold anybody to, are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.models.speaking import dates


@dataclass(frozen=True, slots=True)
class Commitment:
    """A sentence at ``start`` to ``end``. ``word`` at ``word_start`` is what commits; ``due``: ISO or ""."""

    start: int
    end: int
    text: str
    word_start: int
    word: str
    due: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """What would go into the ledger. ``owner``: a department's code or a person."""

    text: str
    due: str = ""
    owner: str = ""


LONGEST = 300


def find(text: str, today: date) -> list[Commitment]:
    """The commitments of a text in its order. A date counts for the sentence it stands in."""
    found = []
    for start, end in sentences(text):
        sentence = text[start:end]
        match = next((m for m in _COMMITS.finditer(sentence) if _holds(sentence, m)), None)
        if match is not None:
            due = _due(sentence, match.end(), today)
            if not due and _PARTING.search(match[0]):
                continue
            found.append(Commitment(start, end, sentence[:LONGEST], start + match.start(), match[0], due))
    return found


def proposed(text: str, today: date) -> list[Proposed]:
    return [Proposed(one.text, one.due) for one in find(text, today)]


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text are, without the blanks around them. A dot between digits ends none."""
    at = 0
    for stop in (*(match.end() for match in _ENDS.finditer(text)), len(text)):
        piece = text[at:stop]
        left = at + len(piece) - len(piece.lstrip())
        right = at + len(piece.rstrip())
        if right > left:
            yield left, right
        at = stop


def _due(sentence: str, verb: int, today: date) -> str:
    """The last end named before the verb: "12월에 시작해 내년 3월까지 마치겠습니다" is due in March."""
    days = [named for named in dates.find(sentence, today) if named.start < verb]
    until = [named for named in days if sentence[named.end :].lstrip().startswith("까지")]
    chosen = (until or days)[-1:]
    return chosen[0].day.isoformat() if chosen else ""


_ENDS = re.compile(r"(?<=[가-힣)])[.!?。]+(?=\s|$)|[!?]+(?=\s|$)|\n+|(?<=다)\.(?=[^\s\d])")

_COMMITS = re.compile(
    r"[가-힣]{1,12}겠(?:습니다|어요)"
    r"|(?P<planned>[가-힣]{1,12})\s?(?:예정|계획)(?:입니다|이며|이오니|이에요|이고)"
    r"|(?:하|되)기로\s?(?:했|하였|결정)[가-힣]*"
    r"|(?:할|드릴)게요"
    r"|약속(?:드립니다|합니다|드려요)"
)

_TAIL = re.compile(r"\s?(?:도록\s?하|해\s?나가|하여\s?나가|해\s?드리|하여\s?드리|드리|시키|되게\s?하|하)$")

_NO_VERB = re.compile(
    r"(?:좋|고맙|알|모르|있|없|같|맞|아니|하시|되시|주시|싶|바라|빌|되|쉽|어렵|힘들|계시|보시|느끼|들|가시|힘쓰|애쓰|귀\s?기울이"
    r"|다가가|최선을\s?다하|만전을\s?기하|만전을\s?다하|많|크|쓰시|도록\s?힘쓰)$"
)
"""Stems before 겠 that suppose or wish, or that nobody can be held to."""

_NO_NOUN = re.compile(
    r"(?:감사|부탁|사과|양해|당부|환영|축하|응원|기원|소망|희망|이해|생각|말씀|인사|요청|송구|죄송|가능|필요|궁금|기대|노력|경청|명심"
    r"|유념|존중|기억|의견|최선을\s?다|만전을\s?기|만전을\s?다)(?:을|를|의\s?말씀)?$"
)
_PARTING = re.compile(r"뵙겠(?:습니다|어요)$")
"""또 뵙겠습니다: a way to say goodbye, unless a day is named."""
_EFFORT = re.compile(r"(?:최선을\s?다|만전을\s?기|노력)할$")
_TELLING = re.compile(r"(?:답변|회신|안내|설명|소개|알려|통보|연락|전달|공지)(?:을|를)?$")
_LATER = re.compile(
    r"결과[를는도가에]?\s|추후|다시\s?(?:안내|답변|회신|설명|알려|통보|연락)|별도로|나중에|[는은]\s?대로|까지|빠른\s?시일|향후|조속"
)
_SAYING = re.compile(r"(?:(?:[다라]|다고|라고|야)\s?하|야|[았었했였])$")
"""중요하다 하겠습니다, 기울여야 하겠습니다, 준비했겠습니다: an opinion or a guess."""


_NEAR = 120
"""Characters before the verb that are looked at."""


def _holds(sentence: str, match: re.Match[str]) -> bool:
    sentence, begin = sentence[max(0, match.start() - _NEAR) :], min(match.start(), _NEAR)
    end = begin + len(match[0])
    planned = match["planned"]
    if planned is not None:
        if _EFFORT.search(sentence[: begin + len(planned)]):
            return False
        return (ord(planned[-1]) - 0xAC00) % 28 == 8  # 할 예정, 될 계획: a verb that ends in ㄹ
    if "겠" not in match[0]:
        return True
    stem = sentence[: begin + match[0].rindex("겠")].rstrip()
    if _NO_VERB.search(stem) or _SAYING.search(stem):
        return False
    for _ in range(2):
        stem = _TAIL.sub("", stem).rstrip()
    if _TELLING.search(stem):
        # Telling something now is no promise; telling its result later is one.
        return _LATER.search(sentence[:end]) is not None
    return not _NO_NOUN.search(stem)
