"""Which departments a text is likely to be for, and the words that say so. Pure: values in, values out.

Two things speak for a department. Its name and duties, where the text mentions them: a long word says more
than many short ones (버스정류장 is the bus division's, not everybody's with 버스), one that few have says
more than one that many have, and what a text begins with or comes back to is what it is about. And what
this office decided before: words of texts that were given to it.
Only ever a proposal.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from desktop.models.departments.rows import DepartmentRow
from desktop.models.hangul import folded

SHORTEST, LONGEST_WORD = 2, 14
LONGEST_TEXT = 2_000
MOST_SHOWN_WORDS = 3
MOST_LEARNED_WORDS = 6
LEARNED = 8.0
"""What a word is worth that this office has always given to one department: twice a duty of two syllables
(4), less than one of three (9)."""

PART = 0.6
"""What a part of a duty is worth of the whole: 마을버스 in "시내·마을버스 노선"."""

EARLY = 60
"""Characters without blanks: a citizen's title or first sentence."""

EARLY_WORTH = 1.5
AGAIN = 0.5
"""What coming back to a word adds, by the logarithm of how often."""

LITTLE = 0.3
"""What a word that stands in texts about anything is worth of another one."""

_PARTS = re.compile(r"[\s·,/()]+")
_OFFICE = re.compile(
    r"(정책|관리|운영|지원|기획|계획|총괄|행정|사업|시설|안전)*(담당관|기획관|추진단|사업소|본부|센터|과|실|국|청|단|반|팀)$"
)
_WORD = re.compile(r"[가-힣]+|[a-z0-9]{2,}")
_ENDINGS = (
    "에서는", "으로는", "이라고", "까지는", "부터는", "에게는",
    "에서", "에게", "으로", "까지", "부터", "마다", "처럼", "보다", "이나", "라고", "에는", "에도",
    "들이", "들은", "들을",
    "은", "는", "이", "가", "을", "를", "에", "의", "로", "와", "과", "도", "만", "나", "들",
)  # fmt: skip
_MAY_END = frozenset(_ENDINGS)
_SURELY_END = frozenset((*(ending for ending in _ENDINGS if len(ending) > 1), *"은는을를에의가"))
_LONGEST_ENDING = max(map(len, _ENDINGS))
_SAYS_NOTHING = frozenset(
    "안녕하세요 안녕하십니까 시장님 시장 서울시 서울 서울특별시 감사합니다 감사 부탁드립니다 부탁"
    " 주세요 해주세요 합니다 있습니다 없습니다 입니다 있는 없는 하는 되는 너무 정말 진짜 제발 매일"
    " 오늘 어제 내일 지금 항상 계속 그리고 그런데 하지만 그래서 저희 우리 제가 시민 민원 문의 건의"
    " 요청 때문 경우 생각 사람 이것 저것 여기 거기 어떻게 언제 왜요 같아요 같습니다 바랍니다 http"
    " https www com 것을 것이 것은 것도 것을요 정도 이렇게 그렇게 많이 조금 다시 아직 벌써 이번 지난 다음"
    " 모두 모든 같은 다른 이런 그런 저런 위해 대한 대해 통해 따라 관련 먼저".split()
)
_SAYS_LITTLE = frozenset(
    "이용 상황 제안 사용 않는 개선 정책 운영 관리 지원 조사 제도 또는 보호 불편 시설 기업 처리 행정 회의"
    " 직원 업무 사항 우선 기준 반대 공간 의견 대책 공공 신청 계획 개발 작은 행사 일정 준비 단체 시스템"
    " 서비스 자료 방지 안내 위기 현황 활성화 공개 성과 예방 발표 해소 평가 조성 대응 연구 접수 조정 인력"
    " 설치 아이디어 프로그램 홈페이지 블로그 문제 방안 필요 사업 활동 참여 추진 확대 강화 제공 시간 장소"
    " 지역 내용 방법 결과 기관 부서 부서에 담당 전달 확인 등록 정보 기술 자치 시정 홍보 교육 문화 생활"
    " 환경 안전 사회적 지자체 주민 상품 기획 총괄 종합 일반 기타 시내 규제 지정 협력 협의 점검 단속 위반"
    " 유치 보상 특별 기본 전문 생산 소통 여론".split()
)
"""Words of duties that citizens use whatever they write about; most of them were counted in 7,400 public
proposals and petitions."""

_SOMETHING_ELSE = ("대부분", "수도있", "수도권", "지도자", "보도자료")
"""Words that begin like a duty and mean something else: 대부 is lending, 대부분 most of it."""

_LITTLE_NUMBER = re.compile(r"\d{1,2}")  # "20" is a count; "705" may be a bus


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A department and why: ``words`` of the text that are in its name or duties, the weightiest first, and
    ``before``: words of texts that were given to it, with how many texts."""

    code: str
    name: str
    words: tuple[str, ...] = ()
    before: tuple[tuple[str, int], ...] = ()
    score: float = 0.0
    ruled: bool = False  # triage has decided that texts with these words are its

    @property
    def word(self) -> str:
        """The one that decided most."""
        return self.words[0] if self.words else self.before[0][0]


def words_of(text: str) -> dict[str, str]:
    """Stem → word of the words that can be learned from: those that everybody uses are left out. The stem has
    lost whatever may be an ending (따릉이가 and 따릉이 are the same), the word only what surely is one."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text[:LONGEST_TEXT].casefold()):
        stem, named = _stem_of(word)
        if _LITTLE_NUMBER.fullmatch(stem) or not _SAYS_NOTHING.isdisjoint((word, stem)):
            continue
        if SHORTEST <= len(stem) <= LONGEST_WORD:
            found.setdefault(stem, named)
    return found


@lru_cache(maxsize=20_000)
def _stem_of(word: str) -> tuple[str, str]:
    """The word without all that may be endings, and without the one that surely is one. Kept: thousands of
    texts are learned from at once, and they are made of the same words."""
    stem = word
    while (shorter := _without(stem, _MAY_END)) != stem:
        stem = shorter
    return stem, _without(word, _SURELY_END)


def _without(word: str, endings: frozenset[str]) -> str:
    """Without the longest of these endings, if enough is left."""
    for length in range(min(_LONGEST_ENDING, len(word) - SHORTEST), 0, -1):
        if word[-length:] in endings:
            return word[:-length]
    return word


class Keywords:
    """Names and duties of all departments, by word, and by the parts that longer ones are made of."""

    def __init__(self, rows: Iterable[DepartmentRow]) -> None:
        self.names: dict[str, str] = {}
        # folded word → code → the word as it is written, and whether it is the whole duty or name
        self._holders: dict[str, dict[str, tuple[str, bool]]] = {}
        for row in rows:
            self.names[row.code] = row.name
            whole = dict.fromkeys((row.name, *row.duties))
            for word in whole:
                self._add(row.code, word, whole=True)
            for word in whole:
                for part in _PARTS.split(word):
                    self._add(row.code, part, whole=False)
            self._add(row.code, _OFFICE.sub("", row.name), whole=False)
        for word in _SOMETHING_ELSE:
            self._holders.setdefault(word, {})
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for word in self._holders:
            lengths[word[:SHORTEST]].add(len(word))
        # how words begin → how long those are, the longest first
        self._lengths = {begin: sorted(found, reverse=True) for begin, found in lengths.items()}

    def _add(self, code: str, word: str, *, whole: bool) -> None:
        short = folded(word)
        nothing = short in _SAYS_NOTHING or (short in _SAYS_LITTLE and not whole)
        if SHORTEST <= len(short) <= LONGEST_WORD and not nothing:
            self._holders.setdefault(short, {}).setdefault(code, (word, whole))

    def holders(self, word: str) -> Mapping[str, tuple[str, bool]]:
        return self._holders.get(word, {})

    def mentioned(self, text: str) -> dict[str, list[int]]:
        """Words of departments that a text mentions, with their places; not those that are only part of a
        longer one there."""
        plain, begins = _without_blanks(text[:LONGEST_TEXT])
        found: dict[str, list[int]] = {}
        covered = -1
        for start in range(len(plain)):
            for length in self._lengths.get(plain[start : start + SHORTEST], ()):
                end = start + length
                if end > len(plain) or plain[start:end] not in self._holders:
                    continue
                if not _spans_words(begins, start, end):
                    if end > covered:
                        found.setdefault(plain[start:end], []).append(start)
                        covered = end
                    break
        return {word: places for word, places in found.items() if self._holders[word]}


def _without_blanks(text: str) -> tuple[str, list[bool]]:
    """The folded text, and for each character whether it begins a word."""
    plain: list[str] = []
    begins: list[bool] = []
    for word in re.split(r"[^\w·]+|_", text.casefold()):
        plain.append(word)
        begins += [place == 0 for place in range(len(word))]
    return "".join(plain), begins


def _spans_words(begins: Sequence[bool], start: int, end: int) -> bool:
    """Whether a find lies over a gap without beginning at a word: 시"장 애인" is no 장애인."""
    return not begins[start] and any(begins[start + 1 : end])


@dataclass(slots=True)
class Memory:
    """Which words the texts had that were given to each department. A text counts for one department only:
    the last one that it was given to."""

    _decided: dict[int, tuple[str, frozenset[str]]] = field(default_factory=dict)  # case → department, words
    _counts: dict[str, Counter[str]] = field(default_factory=dict)  # word → department → texts

    def __len__(self) -> int:
        return len(self._decided)

    def learn(self, case_id: int, department: str, words: Iterable[str]) -> None:
        """``department`` "": the case was taken away again."""
        self.forget(case_id)
        if not department:
            return
        stems = frozenset(words)
        self._decided[case_id] = (department, stems)
        for word in stems:
            self._counts.setdefault(word, Counter())[department] += 1

    def forget(self, case_id: int) -> None:
        department, words = self._decided.pop(case_id, ("", frozenset()))
        for word in words:
            counts = self._counts[word]
            counts[department] -= 1
            if not counts[department]:
                del counts[department]
            if not counts:
                del self._counts[word]

    def known(self, case_id: int) -> bool:
        return case_id in self._decided

    def oldest(self) -> int | None:
        return next(iter(self._decided), None)

    def given(self, word: str) -> Mapping[str, int]:
        """Department → how many texts with this word it was given."""
        return self._counts.get(word, {})


def rank(text: str, keywords: Keywords, memory: Memory, limit: int = 5) -> list[Suggestion]:
    """The likely departments, likeliest first; none where nothing speaks for any."""
    scores: defaultdict[str, float] = defaultdict(float)
    said: dict[str, list[tuple[float, str]]] = {}
    for word, places in keywords.mentioned(text).items():
        holders = keywords.holders(word)
        worth = len(word) ** 2 / math.sqrt(len(holders)) * _emphasis(word, places)
        for code, (written, whole) in holders.items():
            said.setdefault(code, []).append((worth if whole else PART * worth, written))
    for code, found in said.items():
        # The best word counts whole, further ones a little: one long word beats many short ones.
        best, *others = sorted((worth for worth, _ in found), reverse=True)
        scores[code] += best + 0.5 * sum(others[:3])
    learned = _learned(text, keywords, memory)
    for code, lessons in learned.items():
        scores[code] += sum(worth for worth, _, _ in lessons)
    ranked = sorted(scores.items(), key=lambda item: (-round(item[1], 6), item[0]))
    return [
        Suggestion(
            code,
            keywords.names[code],
            tuple(
                written for _, written in sorted(said.get(code, ()), key=lambda found: (-found[0], found[1]))
            )[:MOST_SHOWN_WORDS],
            tuple((word, count) for _, word, count in learned.get(code, ()))[:MOST_SHOWN_WORDS],
            score,
        )
        for code, score in ranked[:limit]
    ]


def _emphasis(word: str, places: Sequence[int]) -> float:
    """How much a text is about a word that stands at these places of it."""
    worth = 1 + AGAIN * math.log(len(places))
    if places[0] < EARLY:
        worth *= EARLY_WORTH
    return worth * LITTLE if word in _SAYS_LITTLE else worth


def _learned(text: str, keywords: Keywords, memory: Memory) -> dict[str, list[tuple[float, str, int]]]:
    """Department → (worth, word, texts), the weightiest first."""
    found: dict[str, list[tuple[float, str, int]]] = {}
    for stem, word in words_of(text).items():
        given = memory.given(stem)
        texts = sum(given.values())
        for code, count in given.items():
            if code in keywords.names:  # one that is no more is no proposal
                # One text is half a proof; a word that went everywhere says nothing of anybody.
                share = count / (texts + 1)
                found.setdefault(code, []).append((LEARNED * share**2, word, count))
    for code, lessons in found.items():
        lessons.sort(key=lambda lesson: (-lesson[0], lesson[1]))
        found[code] = lessons[:MOST_LEARNED_WORDS]
    return found
