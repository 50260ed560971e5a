from __future__ import annotations

from desktop.models import search
from desktop.models.passages import passages
from desktop.models.queries import Filter
from desktop.models.store import Store
from tests.models.helpers import ask, channel, index_all, merge, post

LONG = "민원 내용입니다. " * 60


def test_a_word_far_down_in_a_post_is_shown_where_it_stands(store: Store) -> None:
    merge(
        store,
        channel(store),
        post("far", LONG + "정류장에 버스가 안 옵니다. 010-1234-5678"),
        post("near", "버스"),
    )
    index_all(store)
    hits = ask(store, search.search, "버스", Filter())
    found = ask(store, passages, [(row.id, row.text) for row in hits], "버스")
    [words] = found.values()  # what shows the word by itself needs nothing
    assert "정류장에 버스가 안 옵니다." in words and len(words) <= 200
    assert "1234-5678" not in words


def test_without_the_word_there_is_no_passage(store: Store) -> None:
    merge(store, channel(store), post("far", LONG))
    ids = [(row.id, row.text) for row in ask(store, search.search, "민원", Filter())]
    assert ask(store, passages, ids, "육교") == {}
    assert ask(store, passages, [], "버스") == {} and ask(store, passages, ids, " ") == {}
