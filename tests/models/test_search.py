from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import Author
from desktop.models import queries, search
from desktop.models.bigrams import bigrams, other_letters, parse
from desktop.models.queries import Filter
from desktop.models.store import Store
from tests.models.helpers import ask, channel, do, index_all, merge, one, post, rows

TEXTS = {
    "bus": "마을버스가 늦어요",
    "taxi": "심야택시 승차거부",
    "bridge": "낡은 육교를 고쳐 주세요",
    "mixed": "9호선 KTX역 앞 WiFi가 안 돼요. call 120번",
    "last": "서울 시민",
    "accents": "Café ÉCOLE 강남2호점",
    "plain": "the bus_stop is BROKEN; see https://seoul.example/Notice",
}


@pytest.fixture
def filled(store: Store) -> Store:
    source = channel(store)
    merge(
        store, source,
        *(post(name, text, number, author=Author(name, f"이름{name}", f"@{name}_x"))
          for number, (name, text) in enumerate(TEXTS.items())),
    )  # fmt: skip
    return store


def found(store: Store, query: str, f: Filter = Filter()) -> set[str]:  # noqa: B008
    ids = [row.id for row in ask(store, search.search, query, f)]
    assert ids == sorted(ids, reverse=True)
    return {one(store, "SELECT remote_id FROM post WHERE id = ?", post_id) for post_id in ids}


CASES = [
    ("버스", {"bus"}),
    ("택시", {"taxi"}),
    ("육교", {"bridge"}),
    ("마을버스가", {"bus"}),
    ("민", {"last"}),
    ("시", {"taxi", "last"}),
    ("늦어 버스", {"bus"}),
    ("버스 택시", set()),
    ("9호선", {"mixed"}),
    ("9호", {"mixed"}),
    ("호선", {"mixed"}),
    ("ktx역", {"mixed"}),
    ("KTX", {"mixed"}),
    ("wif", {"mixed"}),
    ("ifi", set()),
    ("120", {"mixed"}),
    ("12", {"mixed"}),
    ("20", set()),
    ("20번", set()),
    ("école", {"accents"}),
    ("é", {"accents"}),
    ("강남2호점", {"accents"}),
    ("남2호 CAFÉ", {"accents"}),
    ("@accents_x 이름accents", {"accents"}),
    ("Bus", {"plain", "bus"}),
    ("broken", {"plain"}),
    ("notice", {"plain"}),
    ("이름bridge", {"bridge"}),
    ("@taxi_x", {"taxi"}),
    ("버시", set()),
    ("없는말", set()),
    ("버스".encode().decode() + "\x00", {"bus"}),
    ("\u1107\u1165\u1109\u1173", {"bus"}),  # 버스 as a Mac types it: in pieces
    ('"버스"', {"bus"}),
    ("버스 OR 택시", set()),
    ("NEAR(버스, 택시)", set()),
    ("버스*", {"bus"}),
    ("body : 버스", set()),
]


@pytest.mark.parametrize(("query", "expected"), CASES)
def test_words_are_found_before_and_after_they_are_indexed(
    filled: Store, query: str, expected: set[str]
) -> None:
    assert found(filled, query) == expected
    index_all(filled)
    assert rows(filled, "SELECT * FROM search_queue") == []
    assert found(filled, query) == expected


@pytest.mark.parametrize(
    ("query", "text"),
    [("strasse", "Große Straße"), ("s", "ß"), ("fi", "ﬁn"), ("st", "ﬆ")],
)
def test_letters_that_are_others_in_small_are_found_before_and_after(
    store: Store, query: str, text: str
) -> None:
    merge(store, channel(store), post("a", text), post("b", "관계없는 글 x"))
    assert found(store, query) == {"a"}
    index_all(store)
    assert found(store, query) == {"a"}


def test_every_letter_that_is_a_latin_one_in_small_is_known() -> None:
    latin = set("abcdefghijklmnopqrstuvwxyz0123456789")
    for letter in map(chr, range(128, sys.maxunicode + 1)):
        for inside in latin.intersection(letter.casefold()):
            assert letter in other_letters(inside)


@given(st.text(max_size=40))
def test_a_query_may_hold_anything(text: str) -> None:
    parsed = parse(text)
    assert parsed is None or parsed.holds(" ".join(parsed.needles))


HOSTILE = [
    "", " ", "!!!", "\x00", "' OR 1=1 --", 'a"b', "^버스", "{버스}", "-버스", "(((", "AND", "NOT", "𝕏",
    "\ud800", "ﷺ", "ß" * 300,
]  # fmt: skip


@pytest.mark.parametrize("query", HOSTILE)
def test_no_query_is_an_error(filled: Store, query: str) -> None:
    index_all(filled)
    assert isinstance(ask(filled, search.search, query), list)


@given(st.text(), st.integers(0, 400))
def test_pairs_are_those_that_reading_gives(text: str, blanks: int) -> None:
    import re

    text = text + " " * blanks + text
    expected: set[str] = set()
    for word in re.findall(r"[0-9a-z]+|[^\W_0-9a-z]+", text.casefold()):
        if word.isascii():
            expected.add(word)
        else:
            expected.update(word[i : i + 2] for i in range(len(word) - 1))
            expected.add(word[-1])
    assert {w for w in bigrams(text).replace("\x01", " ").split(" ") if w} == {
        w.encode("utf-8", "replace").decode() for w in expected
    }


def test_a_text_of_a_megabyte_is_indexed_to_its_end(store: Store) -> None:
    merge(store, channel(store), post("long", "가나다라 " * 200_000 + "끝말잇기"))
    index_all(store)
    assert found(store, "끝말잇기") == {"long"} and found(store, "다라가") == set()
    merge(store, 1, post("long", "짧은 글"))
    index_all(store)
    assert found(store, "끝말") == set() and found(store, "짧은") == {"long"}


def test_what_was_edited_away_is_not_found_any_more(filled: Store) -> None:
    index_all(filled)
    merge(filled, 1, post("bus", "지하철이 늦어요", 0, author=Author("bus", "이름bus", "@bus_x")))
    for _ in range(2):
        assert found(filled, "마을버스") == set() and found(filled, "지하철") == {"bus"}
        index_all(filled)
    # The index itself has forgotten the word, not only the check on the text.
    assert rows(filled, "SELECT rowid FROM post_search WHERE post_search MATCH '\"마을\"'") == []


def test_an_edit_of_an_edit_before_the_index_came_round(filled: Store) -> None:
    index_all(filled)
    for text in ("첫째 수정", "둘째 수정"):
        merge(filled, 1, post("bus", text, 0))
    index_all(filled)
    assert found(filled, "첫째") == set() and found(filled, "둘째") == {"bus"}
    assert found(filled, "마을버스") == set()


def test_filters_pages_and_both_together(store: Store) -> None:
    first, second = channel(store, "가"), channel(store, "나")
    merge(store, first, *(post(f"a{i}", "버스 정류장", i) for i in range(30)))
    index_all(store)
    merge(store, second, *(post(f"b{i}", "버스 정류장", i + 0.5) for i in range(30)))
    for query in ("버스", "정류장"):
        everything = [row.id for row in ask(store, search.search, query, limit=100)]
        assert len(everything) == 60
        paged: list[int] = []
        while page := ask(store, search.search, query, before=paged[-1] if paged else None, limit=7):
            paged += [row.id for row in page]
        assert paged == everything
        newer = ask(store, queries.timeline_page, Filter(text=query), after=everything[20], limit=5)
        assert [row.id for row in newer] == everything[15:20]
        only = Filter(channels=frozenset({second}), text=query)
        assert {row.channel_id for row in ask(store, queries.timeline_page, only)} == {second}


def test_the_program_can_say_how_much_is_not_indexed_yet(store: Store) -> None:
    merge(store, channel(store), *(post(str(i), minutes_ago=i) for i in range(30)))
    assert ask(store, search.search_state) == search.SearchState(30, 0)
    assert do(store, search.index_some, 10) == 20
    assert ask(store, search.search_state).indexing_left == 20
    # The newest come first.
    assert one(store, "SELECT max(post_id) < (SELECT max(id) FROM post) FROM search_queue") == 1


def test_reposts_and_own_posts_stay_out_unless_asked_for(store: Store) -> None:
    source = channel(store)
    merge(store, source, post("a"), post("r", repost_of="a"), post("mine", own=True))
    index_all(store)
    assert found(store, "버스") == {"a"}
    assert found(store, "버스", Filter(own=True)) == {"a", "mine"}
