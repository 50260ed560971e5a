"""However posts arrive, in which order, how often and in which pieces, the same rows come out."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from connectors.base import Author, Batch, Post
from desktop.models import queries, search
from desktop.models.merge import merge_batch
from desktop.models.queries import Filter
from desktop.models.store import Store
from tests.models.helpers import MINUTE, NOON, Clock, ask, channel, copied, do, index_all, rows

FAST = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@st.composite
def conversations(draw: st.DrawFn) -> list[Post]:
    """Posts, answers of ours, answers of citizens and reposts, in the order in which they were written."""
    posts: list[Post] = []
    for number in range(draw(st.integers(1, 9))):
        kind = draw(st.sampled_from(["citizen", "citizen", "own", "repost"]))
        target = draw(st.sampled_from([p.remote_id for p in posts if not p.repost_of])) if number else ""
        posts.append(
            Post(
                remote_id=f"p{number}",
                text=f"글 {number}",
                author=Author("city" if kind == "own" else f"u{number % 3}", "이름"),
                created_ms=NOON - (100 - number) * MINUTE,
                parent_id=target if kind != "repost" and draw(st.booleans()) else "",
                repost_of=target if kind == "repost" else "",
                own=kind == "own",
            )
        )
    return posts


def end_state(store: Store) -> list[Any]:
    return [
        rows(
            store,
            "SELECT id, remote_id, text, own, parent_id, repost_of_id, repost_count, case_id FROM post"
            " ORDER BY id",
        ),
        rows(store, "SELECT id, track, rank, merged_into, status, post_count, unread FROM case_ ORDER BY id"),
    ]


def after(blank: Path, batches: list[list[Post]]) -> list[Any]:
    with copied(blank) as store:
        source = channel(store)
        for batch in batches:
            do(store, merge_batch, source, Batch(tuple(batch)))
        return end_state(store)


@FAST
@given(posts=conversations(), seed=st.integers(0, 10**6))
def test_the_order_of_arrival_does_not_matter(blank: Path, posts: list[Post], seed: int) -> None:
    chance = random.Random(seed)
    shuffled = posts[:]
    chance.shuffle(shuffled)
    batches: list[list[Post]] = []
    while shuffled:
        size = chance.randint(1, len(shuffled))
        batches.append(shuffled[:size])
        shuffled = shuffled[size:]
        if chance.random() < 0.3:
            batches.append(chance.choice(batches))
    assert after(blank, batches) == after(blank, [[post] for post in posts])


class Channel(RuleBasedStateMachine):
    """A network that writes, edits, deletes and restores, and a workspace that follows it."""

    blank: Path

    @initialize()
    def begin(self) -> None:
        self.clock = Clock()
        self._opened = copied(self.blank, self.clock)
        self.store = self._opened.__enter__()
        self.source = channel(self.store)
        self.shown: dict[str, tuple[str, str]] = {}  # what the network shows: id → text, state
        self.kept: dict[str, list[str]] = {}  # all texts that a post ever had, in order
        self.gone: set[str] = set()

    def teardown(self) -> None:
        if hasattr(self, "_opened"):
            self._opened.__exit__(None, None, None)

    def _post(self, remote_id: str) -> Post:
        text, state = self.shown[remote_id]
        return Post(remote_id, text, Author("u", "시민"), NOON - int(remote_id) * MINUTE, state=state)

    def _merge(self, ids: list[str], gone: tuple[str, ...] = ()) -> None:
        self.clock.forward()
        do(self.store, merge_batch, self.source, Batch(tuple(self._post(i) for i in ids), gone=gone))

    @rule(
        ids=st.lists(st.integers(1, 12).map(str), min_size=1, max_size=6, unique=True),
        words=st.sampled_from(["버스", "택시", "육교", "민원 버스", "taxi"]),
        state=st.sampled_from(["published", "held"]),
    )
    def write_or_edit(self, ids: list[str], words: str, state: str) -> None:
        for remote_id in ids:
            self.shown[remote_id] = (f"{words} {remote_id}번", state)
            texts = self.kept.setdefault(remote_id, [])
            if not texts or texts[-1] != self.shown[remote_id][0]:
                texts.append(self.shown[remote_id][0])
            self.gone.discard(remote_id)
        self._merge(ids)

    @rule(ids=st.lists(st.integers(1, 12).map(str), max_size=4))
    def delete(self, ids: list[str]) -> None:
        self.gone.update(i for i in ids if i in self.shown)
        self._merge([], tuple(ids))

    @rule()
    def show_everything_again(self) -> None:
        self._merge([i for i in self.shown if i not in self.gone])

    @rule(limit=st.integers(1, 5))
    def index(self, limit: int) -> None:
        do(self.store, search.index_some, limit)

    @invariant()
    def workspace_follows(self) -> None:
        if not hasattr(self, "store"):
            return
        stored = {
            remote_id: (text, state, deleted is not None)
            for remote_id, text, state, deleted in rows(
                self.store, "SELECT remote_id, text, state, deleted_ms FROM post"
            )
        }
        assert stored == {i: (*self.shown[i], i in self.gone) for i in self.shown}
        for remote_id, texts in self.kept.items():
            earlier = [
                row[0]
                for row in rows(
                    self.store,
                    "SELECT v.text FROM post_version v JOIN post p ON p.id = v.post_id WHERE p.remote_id = ?"
                    " ORDER BY v.id",
                    remote_id,
                )
            ]
            assert [t for t, before in zip(earlier, [None, *earlier], strict=False) if t != before] + [
                texts[-1]
            ] == texts or earlier[-1:] == texts[-1:]
        assert rows(self.store, "SELECT count(*) FROM case_") == [(len(self.shown),)]

    @invariant()
    def search_finds_exactly_what_is_there(self) -> None:
        if not hasattr(self, "store"):
            return
        for word in ("버스", "택시", "육교", "taxi"):
            found = {row.text for row in ask(self.store, queries.timeline_page, Filter(text=word))}
            assert found == {text for text, _ in self.shown.values() if word in text}


def test_whatever_the_network_does_the_workspace_follows(blank: Path) -> None:
    machine = type("Machine", (Channel,), {"blank": blank})
    run_state_machine_as_test(
        machine, settings=settings(max_examples=25, stateful_step_count=20, deadline=None)
    )


@FAST
@given(st.lists(st.text(max_size=300), min_size=1, max_size=4), st.text(min_size=1, max_size=12))
def test_search_agrees_with_reading_every_post(blank: Path, texts: list[str], query: str) -> None:
    """Before the index knows a post and after."""
    from connectors.base import clean_text
    from desktop.models.bigrams import parse

    texts = [clean_text(text) for text in texts]
    parsed = parse(query)
    expected = sorted(t for t in texts if parsed is not None and parsed.holds(t + "\n\n\n"))
    with copied(blank) as store:
        source = channel(store)
        posts = [Post(str(n), text, Author("", "")) for n, text in enumerate(texts)]
        do(store, merge_batch, source, Batch(tuple(posts)))
        for _ in range(2):
            found = [row.text for row in ask(store, search.search, query)]
            assert sorted(found) == [text[:400] for text in expected]
            index_all(store)
        found = [row.text for row in ask(store, search.search, query)]
        assert sorted(found) == [text[:400] for text in expected]
