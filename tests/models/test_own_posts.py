"""What the city had written before it signed in, and what becomes of the cases that it had opened."""

from __future__ import annotations

from connectors.base import Author
from desktop.models import cases, drafts, outbox, own_posts, queries
from desktop.models.store import Store
from tests.models.helpers import ask, channel, do, id_of, merge, one, post, rows

CITY = Author("user:7", "서울시")


def unsorted(store: Store) -> list[int]:
    return [card.id for card in ask(store, queries.board_page, "new")]


def test_what_the_account_wrote_before_the_sign_in_is_ours(store: Store) -> None:
    source = channel(store)
    merge(
        store, source,
        post("q", "언제 고치나요", 9), post("a", "다음 주에 고칩니다", 8, author=CITY, parent_id="q"),
        post("back", "고맙습니다", 7, parent_id="a"), post("news", "새 소식", 6, author=CITY),
        post("other", "저도 서울시", 5, author=Author("user:8", "서울시")),
        post("nameless", "이름만 같음", 4, author=Author("", "서울시")),
    )  # fmt: skip
    assert len(unsorted(store)) == 6
    assert do(store, own_posts.recognise, source, "user:7", actor="김주무관") == 2
    assert unsorted(store) == [id_of(store, name) for name in ("nameless", "other", "q")]
    question = id_of(store, "q")
    assert rows(store, "SELECT remote_id, own, case_id FROM post ORDER BY id")[:4] == [
        ("q", 0, question), ("a", 1, question), ("back", 0, question), ("news", 1, None),
    ]  # fmt: skip
    # the citizen wrote back after our answer, so the case is open and counts both of her posts
    assert one(store, "SELECT status, post_count FROM case_ WHERE id = ?", question) == ("open", 2)
    assert one(store, "SELECT actor, after, about FROM event WHERE kind = 'own-posts'") == (
        "김주무관", '{"count": 2, "name": "시청 게시판"}', f"channel:{source}",
    )  # fmt: skip


def test_a_question_that_we_had_answered_is_answered(store: Store) -> None:
    source = channel(store)
    merge(store, source, post("q", minutes_ago=9), post("a", "답변", 8, author=CITY, parent_id="q"))
    do(store, own_posts.recognise, source, "user:7")
    assert one(store, "SELECT status FROM case_ WHERE id = ?", id_of(store, "q")) == "answered"


def test_people_keep_a_case_that_they_have_worked_on(store: Store) -> None:
    source = channel(store)
    merge(store, source, *(post(name, name, author=CITY) for name in ("sorted", "grouped", "answered")))
    merge(store, source, post("citizen", minutes_ago=9), post("pushed", "밀림", 2, author=CITY))
    do(store, cases.move, [id_of(store, "sorted")], "opinion", actor="김주무관")
    do(store, cases.group, [id_of(store, "grouped"), id_of(store, "citizen")], actor="김주무관")
    do(store, outbox.enqueue, id_of(store, "answered"), source, action="reply", text="답", actor="김주무관")
    merge(store, source, post("typing", minutes_ago=1, author=CITY))
    do(store, drafts.save_draft, id_of(store, "typing"), "reply", "김주무관", "안녕하세요")
    do(store, cases.order, id_of(store, "pushed"), "top", actor="김주무관")
    do(store, own_posts.recognise, source, "user:7")
    assert unsorted(store) == [id_of(store, name) for name in ("typing", "grouped", "answered")]
    assert one(store, "SELECT track FROM case_ WHERE id = ?", id_of(store, "sorted")) == "opinion"
    assert one(store, "SELECT post_count FROM case_ WHERE id = ?", id_of(store, "grouped")) == 1
    assert one(store, "SELECT count(*) FROM post WHERE own") == 5


def test_a_gesture_from_before_can_still_be_taken_back(store: Store) -> None:
    source = channel(store)
    merge(store, source, post("ours", author=CITY), post("q", minutes_ago=9))
    step = do(store, cases.move, [id_of(store, "q"), id_of(store, "ours")], "forward", actor="김주무관")
    do(store, own_posts.recognise, source, "user:7")
    do(store, cases.undo, step, actor="김주무관")
    assert one(store, "SELECT track FROM case_ WHERE id = ?", id_of(store, "q")) == "new"


def test_a_post_that_the_network_now_calls_ours_is_ours(store: Store) -> None:
    source = channel(store)
    mine = post("a", "답변", 3, author=CITY, parent_id="q")
    merge(store, source, post("q"), mine)
    merged = merge(store, source, post("q"), mine._replace(own=True))
    assert (merged.new, merged.edited, merged.unchanged) == (0, 0, 2)
    assert unsorted(store) == [id_of(store, "q")]
    assert one(store, "SELECT status FROM case_ WHERE id = ?", id_of(store, "q")) == "answered"


def test_another_channel_is_left_alone(store: Store) -> None:
    here, there = channel(store), channel(store, "구청 게시판")
    merge(store, there, post("x", author=CITY))
    assert do(store, own_posts.recognise, here, "user:7", actor="김주무관") == 0
    assert do(store, own_posts.recognise, there, "") == 0
    assert unsorted(store) == [id_of(store, "x")]
