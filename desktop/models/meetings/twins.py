"""Ideas that say much the same, found by their words. Only ever a proposal: people merge, nothing else does.

Two texts are compared by their pairs of letters, rare ones counting more (Dice). Tried on 3,696 proposals
of Seoul's citizens (민주주의 서울): of the pairs above 0.28 that were looked at two in three and more were
about one matter, of those at 0.20 to 0.25 half. Candidates come from the search index by the rarest pairs.
"""

from __future__ import annotations

import math
import threading
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from desktop.models.bigrams import bigrams
from desktop.models.current import database
from desktop.models.meetings.lists import IdeaRow, rows_of
from desktop.models.meetings.rows import get_idea
from desktop.models.sql import rows_in

ENOUGH = 0.28
"""From this likeness on two ideas are shown as similar."""

LONGEST = 1000
"""Characters of a text that are compared: what somebody wants stands at the beginning."""

FEWEST = 6
"""Pairs of letters; a text with fewer ("동의합니다") is like every other such text."""

_RAREST, _HITS, _LOOKED_AT = 30, 600, 60
_SAMPLE = 2000
_PRIOR = 200
_COMMON = frozenset(
    "니다 습니 하는 합니 에서 하고 있는 입니 서울 들이 하여 울시 있습 생각 지만 는데 제안 하지 하게 다고 "
    "세요 하면 해서 으면 시민 에게 문제 적으 사람 되어 도록 용하 이용 들어 이라 많은 다는 필요 들의 에는 "
    "대한 것이 민들 이나 다면 리고 되는 있다 하기 해주 라고 위해 현재 경우 들은 있어 적인 해야 개선 시간 "
    "만들 까지 들에 서는 아니 에도 많이 들을 주세 사용 어서 면서 것입 가능 하다 겠습 때문 있으 "
    "되고 라는 안녕 녕하 하세 감사 사합 부탁 탁드 드립 립니 주시 시면 좋겠 겠어 어요 안합 바랍 랍니 주십 "
    "십시 시오 으로 시고 주면 어주 까요".split()
)
"""Pairs that a sixth and more of those proposals hold, and those of greetings and thanks: what a young
workspace cannot know yet."""

_SHARE_OF_COMMON = 0.8


@dataclass(frozen=True, slots=True)
class Twin:
    """A similar idea; ``likeness`` 0 to 1. ``first``: it was filed before the one that was asked about."""

    row: IdeaRow
    likeness: float
    first: bool


def twins(case_id: int, limit: int = 10) -> list[Twin]:
    """Ideas similar to this one, whatever became of them, the most similar first."""
    idea = get_idea(case_id)
    own = _texts([case_id]).get(case_id, "")
    grams = pairs(own)
    if idea is None or len(grams) < FEWEST:
        return []
    weights = _weights()
    found = []
    candidates = _candidates(case_id, grams, weights)
    for other, text in _texts(candidates).items():
        likeness = alike(grams, pairs(text), weights)
        if likeness >= ENOUGH:
            found.append((likeness, other))
    found.sort(key=lambda pair: (-pair[0], pair[1]))
    likeness_of = {other: likeness for likeness, other in found[:limit]}
    return [
        Twin(row, likeness_of[row.case_id], row.idea.filed_ms < idea.filed_ms)
        for row in rows_of(list(likeness_of))
    ]


def pairs(text: str) -> frozenset[str]:
    """What of a text is compared."""
    return frozenset(gram for gram in bigrams(text[:LONGEST]).split() if len(gram) > 1 and gram.isalnum())


def alike(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    """How alike two texts are, 0 to 1."""
    if len(one) < FEWEST or len(other) < FEWEST:
        return 0.0
    rare = weights[""]

    def weight(grams: Iterable[str]) -> float:
        return sum(weights.get(gram, rare) for gram in grams)

    return 2 * weight(one & other) / (weight(one) + weight(other))


def weigh(texts: Iterable[frozenset[str]]) -> dict[str, float]:
    """How much each pair tells, from some texts; "" is for pairs that are in none of them."""
    counted: Counter[str] = Counter()
    number = 0
    for grams in texts:
        counted.update(grams)
        number += 1
    for gram in _COMMON:
        counted[gram] += round(_PRIOR * _SHARE_OF_COMMON)
    whole = number + _PRIOR + 1
    return {"": math.log(whole), **{gram: math.log(whole / (n + 1)) for gram, n in counted.items()}}


# --- inside -----------------------------------------------------------------------------------------------


def _candidates(case_id: int, grams: frozenset[str], weights: Mapping[str, float]) -> list[int]:
    """Ideas that share the rarest pairs with this one, most first."""
    rare = weights[""]
    rarest = sorted(grams, key=lambda gram: (-weights.get(gram, rare), gram))[:_RAREST]
    score: Counter[int] = Counter()
    for gram in rarest:
        # No DISTINCT and no join within: both would make the index give all it has instead of the newest.
        rows = database.execute_sql(
            "SELECT p.case_id FROM (SELECT rowid AS id FROM post_search WHERE post_search MATCH ?"
            " ORDER BY rowid DESC LIMIT ?) s CROSS JOIN post p ON p.id = s.id"
            " CROSS JOIN idea i ON i.case_id = p.case_id",
            (f'"{gram}"', _HITS),
        ).fetchall()
        for other in {row[0] for row in rows}:
            score[other] += round(weights.get(gram, rare) * 1000)
    waiting = database.execute_sql(
        "SELECT i.case_id FROM search_queue q JOIN post p ON p.id = q.post_id"
        " JOIN idea i ON i.case_id = p.case_id ORDER BY q.post_id DESC LIMIT ?",
        (_LOOKED_AT,),
    ).fetchall()
    score.pop(case_id, None)
    best = [other for other, _ in score.most_common(_LOOKED_AT)]
    best += [row[0] for row in waiting if row[0] != case_id]
    return _still_ideas(list(dict.fromkeys(best)))


def _still_ideas(case_ids: Sequence[int]) -> list[int]:
    sql = "SELECT id FROM case_ WHERE track = 'idea' AND merged_into IS NULL AND id IN (%s)"
    still = {row[0] for row in rows_in(database, sql, case_ids)}
    return [case_id for case_id in case_ids if case_id in still]


def _texts(case_ids: Sequence[int]) -> dict[int, str]:
    """Title and beginning of each idea."""
    rows = rows_in(
        database,
        f"SELECT p.id, coalesce(i.title, ''), substr(p.text, 1, {LONGEST}) FROM post p"
        " LEFT JOIN idea i ON i.case_id = p.id WHERE p.id IN (%s)",
        case_ids,
    )
    return {case_id: f"{title} {text}" for case_id, title, text in rows}


class _Known:
    """The weights of one workspace; two reader threads use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._weights: dict[str, float] = {}
        self._number = -1

    def weights(self) -> dict[str, float]:
        with self._lock:
            number = int(database.execute_sql("SELECT count(*) FROM idea").fetchone()[0])
            if abs(number - self._number) > max(self._number // 5, 5) or self._number < 0:
                newest = database.execute_sql(
                    "SELECT case_id FROM idea ORDER BY case_id DESC LIMIT ?", (_SAMPLE,)
                ).fetchall()
                texts = _texts([row[0] for row in newest])
                self._weights = weigh(map(pairs, texts.values()))
                self._number = number
            return self._weights


_known: WeakKeyDictionary[Any, _Known] = WeakKeyDictionary()
_making = threading.Lock()


def _weights() -> dict[str, float]:
    with _making:
        known = _known.setdefault(database.obj, _Known())
    return known.weights()
