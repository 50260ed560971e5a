"""A theme proposed from the words that the chosen posts have in common. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"[가-힣]{2,}|[A-Za-z][A-Za-z0-9]{2,}|(?<!\d)\d{1,3}호선")
_ENDINGS = (
    "에서는 으로는 이라는 입니다 습니다 에서도 까지는 에게서 이지만 에서 으로 에게 까지 부터 처럼"
    " 보다 마다 이나 라도 이라 해요 네요 어요 아요 하는 하고 해서 하게 한다 하면 할까 은 는 이 가"
    " 을 를 의 에 도 로 와 과 만"
).split()
_STOP = frozenset(
    (
        "시장 시장님 서울 서울시 정말 너무 우리 오늘 어제 내일 이번 지난 그냥 매일 항상 조금 많이"
        " 아주 매우 제발 부탁 부탁드 감사 고맙 안녕 안녕하세 안녕하십니 있는 없는 있어 없어 같은 같아"
        " 이런 그런 저런 여기 거기 저기 어떤 어떻게 왜냐하면 그리고 그래서 하지만 그런데 때문 위해"
        " 대한 관련 문의 건의 의견 제안 생각 사람 시민 저희 다시 바로 계속 지금 요즘 좋겠 좋을 같습"
        " 합니 됩니 바랍 해주세 주세 있습 없습 하나 경우 정도 다른 모든 최근 그대로 http https www com"
        " 있으면 없으면 있을 하면 되면 좋은 좋아 싶어 싶습 주시 해주시 하는 하고 해서"
    ).split()
)


def words_of(text: str) -> set[str]:
    """The nouns of a text, roughly: words without particles and endings, without those that say nothing."""
    found = set()
    for word in _WORD.findall(text):
        word = stem(word)
        if len(word) >= 2 and word not in _STOP and word.casefold() not in _STOP:
            found.add(word)
    return found


def stem(word: str) -> str:
    """Without the particle at its end, as long as two syllables are left."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return word[: -len(ending)]
    return word


def common_words(texts: Sequence[str], limit: int = 6) -> list[str]:
    """Words that most of the texts share, the most frequent first; of a single text its longest words."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for number, text in enumerate(texts):
        for word in words_of(text):
            counts[word] += 1
            first.setdefault(word, number)
    least = 2 if len(texts) > 1 else 1
    shared = [word for word, count in counts.items() if count >= least] or list(counts)
    shared.sort(key=lambda word: (-counts[word], -len(word), first[word], word))
    kept: list[str] = []
    for word in shared:
        if not any(word in other or other in word for other in kept):
            kept.append(word)
    return kept[:limit]
