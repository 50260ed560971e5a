"""The sample workspace: what it must show, at any hour of the day, and what it must never do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.models import log_chain
from desktop.models.errors import WorkspaceError
from desktop.models.meetings import twins
from desktop.models.queries import Filter
from desktop.models.schema import database
from desktop.models.search import search
from desktop.models.store import Store
from desktop.services import deadlines
from desktop.services.sample import KOREA, make_sample

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=KOREA).timestamp()


def rows(store: Store, sql: str) -> list[tuple[Any, ...]]:
    return store.read(lambda: database.execute_sql(sql).fetchall()).result()


def number(store: Store, sql: str) -> int:
    return int(rows(store, sql)[0][0])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    summary = make_sample(path, now=NOW)
    assert summary.channels == 37 and 280 <= summary.posts <= 320
    with Store.open(path) as opened:
        yield opened


def test_it_is_marked_as_sample(store: Store) -> None:
    assert store.sample


def test_nothing_of_it_can_reach_a_network(store: Store) -> None:
    assert number(store, "SELECT count(*) FROM channel WHERE enabled") == 0
    assert number(store, "SELECT count(*) FROM account") == 0
    urls = [url for (url,) in rows(store, "SELECT url FROM channel UNION SELECT url FROM post") if url]
    assert urls and all(re.match(r"https://([a-z]+\.)*[a-z]+\.example(/|$)", url) for url in urls)


def test_every_network_is_there(store: Store) -> None:
    found = {name for (name,) in rows(store, "SELECT DISTINCT network FROM channel")}
    assert found == {"feed", "wordpress", "mastodon", "manual"}


@pytest.mark.parametrize(
    ("what", "sql", "at_least"),
    [
        ("every channel has posts", "SELECT count(DISTINCT channel_id) FROM post", 37),
        ("threads", "SELECT count(*) FROM post WHERE parent_id IS NOT NULL", 30),
        ("edits", "SELECT count(*) FROM post_version", 6),
        ("deletions", "SELECT count(*) FROM post WHERE deleted_ms IS NOT NULL", 3),
        ("reposts", "SELECT count(*) FROM post WHERE repost_of_id IS NOT NULL", 6),
        ("our answers", "SELECT count(*) FROM post WHERE own AND parent_id IS NOT NULL", 12),
        ("comments that wait", "SELECT count(*) FROM post WHERE state = 'held'", 4),
        ("private posts", "SELECT count(*) FROM post WHERE private", 3),
        ("posts with a picture", "SELECT count(*) FROM post WHERE media <> ''", 4),
        ("posts of one matter", "SELECT count(*) FROM case_ WHERE post_count > 1", 10),
        ("waiting for a department", "SELECT count(*) FROM case_ WHERE track = 'forward'", 40),
        ("in every state at a department", "SELECT count(DISTINCT state) FROM forwarding", 6),
        (
            "handed on a second time",
            "SELECT max(n) FROM (SELECT count(*) n FROM forwarding GROUP BY case_id)",
            2,
        ),
        ("departments' answers", "SELECT count(*) FROM department_answer WHERE state = 'submitted'", 3),
        ("returned", "SELECT count(*) FROM forwarding WHERE state = 'returned'", 2),
        ("due times", "SELECT count(*) FROM case_clock WHERE state = 'running' AND due_ms IS NOT NULL", 60),
        ("ideas", "SELECT count(*) FROM case_ WHERE track = 'idea'", 12),
        ("ideas in every state", "SELECT count(DISTINCT state) FROM idea", 5),
        ("adopted ideas that move", "SELECT count(*) FROM idea WHERE progress > 0", 2),
        ("proposers who know", "SELECT count(*) FROM idea WHERE told_ms IS NOT NULL", 2),
        ("a meeting that is over", "SELECT count(*) FROM meeting WHERE state = 'closed'", 1),
        ("a meeting to come", "SELECT count(*) FROM meeting WHERE state = 'planned'", 1),
        ("meet-ups in every state", "SELECT count(DISTINCT state) FROM meetup", 4),
        ("guests in every state", "SELECT count(DISTINCT state) FROM guest", 6),
        ("answers to invitations", "SELECT count(*) FROM meetup_reply WHERE state = 'open'", 4),
        ("answers that say no", "SELECT count(*) FROM meetup_reply WHERE meaning = 'no'", 1),
        ("templates", "SELECT count(*) FROM template", 8),
        ("promises kept and not", "SELECT count(DISTINCT state) FROM spoken_promise", 2),
        ("opinions", "SELECT count(*) FROM case_ WHERE track = 'opinion'", 20),
        ("unsorted", "SELECT count(*) FROM case_ WHERE track = 'new' AND merged_into IS NULL", 60),
        ("answered", "SELECT count(*) FROM case_ WHERE status = 'answered'", 8),
        ("done", "SELECT count(*) FROM case_ WHERE status = 'done'", 2),
        ("starred", "SELECT count(*) FROM case_ WHERE starred", 5),
        ("unread", "SELECT count(*) FROM case_ WHERE unread AND merged_into IS NULL", 50),
        ("notes", "SELECT count(*) FROM note", 5),
        ("departments", "SELECT count(*) FROM department", 200),
    ],
)
def test_it_shows_what_a_desk_meets(store: Store, what: str, sql: str, at_least: int) -> None:
    assert number(store, sql) >= at_least, what


def test_it_is_the_workspace_of_one_person(store: Store) -> None:
    assert number(store, "SELECT count(*) FROM member") == 0


def test_nobody_was_written_to(store: Store) -> None:
    assert number(store, "SELECT count(*) FROM outbox") == 0


def test_a_rejected_idea_is_remembered_beside_a_similar_one(store: Store) -> None:
    def similar() -> list[str]:
        found = database.execute_sql("SELECT case_id FROM post WHERE remote_id = 't35'").fetchone()
        return [twin.row.idea.state for twin in twins.twins(found[0])]

    assert "rejected" in store.read(similar).result()


def test_its_log_holds(store: Store) -> None:
    assert store.read(log_chain.verify).result().broken_at is None


def test_opening_it_moves_no_due_time(store: Store) -> None:
    assert deadlines.recompute_now(store) == []


def test_every_department_of_a_case_exists(store: Store) -> None:
    assert (
        rows(
            store,
            "SELECT DISTINCT department FROM case_ WHERE department <> ''"
            " AND department NOT IN (SELECT code FROM department)",
        )
        == []
    )


def test_two_syllable_words_are_found(store: Store) -> None:
    for word in ("버스", "육교", "택시"):
        found = store.read(search, word, Filter()).result()
        assert found and all(word in f"{post.text} {post.context} {post.author_name}" for post in found)


def test_the_same_moment_gives_the_same_sample(store: Store, tmp_path: Path) -> None:
    sql = "SELECT id, remote_id, text, state, created_ms, first_seen_ms, case_id FROM post ORDER BY id"
    make_sample(tmp_path / "again.db", now=NOW)
    with Store.open(tmp_path / "again.db") as again:
        assert rows(again, sql) == rows(store, sql)


@pytest.mark.parametrize("hour", [0, 1, 2, 3, 9, 14, 21, 22, 23])
def test_at_any_hour_the_night_is_over_and_nothing_lies_ahead(tmp_path: Path, hour: int) -> None:
    now = datetime(2026, 11, 22, hour, 5, tzinfo=KOREA)
    make_sample(tmp_path / "sample.db", now=now.timestamp())
    with Store.open(tmp_path / "sample.db") as store:
        times = [row[0] / 1000 for row in rows(store, "SELECT created_ms FROM post")]
        assert max(times) <= now.timestamp()
        assert min(times) > (now - timedelta(days=9)).timestamp()
        night = [at for at in times if datetime.fromtimestamp(at, KOREA).hour in (22, 23, 0, 1)]
        newest = [at for at in night if at > now.timestamp() - 86_400 - 4 * 3600]
        assert len(newest) >= 90
        threads = "post c JOIN post p ON p.id = c.parent_id"
        assert number(store, f"SELECT count(*) FROM {threads} WHERE p.created_ms > c.created_ms") == 0


def test_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(WorkspaceError) as caught:
        make_sample(path, now=NOW)
    assert caught.value.code == "exists"
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_failure_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(tx: object) -> None:
        raise RuntimeError("stopped")

    monkeypatch.setattr("desktop.services.sample.offices.seed", fail)
    with pytest.raises(RuntimeError):
        make_sample(tmp_path / "sample.db", now=NOW)
    assert list(tmp_path.iterdir()) == []
