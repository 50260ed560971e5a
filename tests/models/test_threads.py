from __future__ import annotations

from connectors.base import Author
from desktop.models import cases, detail, queries
from desktop.models.store import Store
from tests.models.helpers import ask, channel, do, id_of, merge, one, post, rows


def status(store: Store, remote_id: str) -> tuple[str, int, int]:
    return one(store, "SELECT status, unread, post_count FROM case_ WHERE id = ?", id_of(store, remote_id))


def test_an_answer_of_ours_opens_nothing_and_answers_the_case(store: Store) -> None:
    source = channel(store)
    merge(store, source, post("q"))
    merged = merge(store, source, post("a", "답변", 3, own=True, parent_id="q"))
    assert (merged.new, merged.own) == (0, 1)
    assert status(store, "q")[0] == "answered"
    assert one(store, "SELECT count(*) FROM case_") == 1


def test_a_citizen_who_writes_back_opens_the_case_again(store: Store) -> None:
    source = channel(store)
    merge(store, source, post("q"), post("a", "답변", 3, own=True, parent_id="q"))
    do(store, cases.mark_read, [id_of(store, "q")])
    do(store, cases.set_status, [id_of(store, "q")], "done", actor="김주무관")
    merge(store, source, post("back", "아직이에요", 1, parent_id="a"))
    assert status(store, "q") == ("open", 1, 2)
    assert [card.id for card in ask(store, queries.board_page, "new")] == [id_of(store, "q")]
    last = ask(store, cases.history, id_of(store, "q"))[-1]
    assert (last.kind, last.actor, last.before, last.after) == (
        "status",
        "",
        {"status": "done"},
        {"status": "open"},
    )


def test_a_citizen_who_answers_a_citizen_has_a_case_of_his_own(store: Store) -> None:
    merge(store, channel(store), post("q"), post("r", "저도요", 1, parent_id="q"))
    assert len(ask(store, queries.board_page, "new")) == 2


def test_what_was_sorted_meanwhile_stays_where_it_was_put(store: Store) -> None:
    source = channel(store)
    merge(store, source, post("q", minutes_ago=9), post("back", "아직", 1, parent_id="a"))
    do(store, cases.move, [id_of(store, "back")], "forward", department="bus", actor="김주무관")
    merge(store, source, post("a", "답변", 5, own=True, parent_id="q"))
    assert one(store, "SELECT track, merged_into FROM case_ WHERE id = ?", id_of(store, "back")) == (
        "forward", None,
    )  # fmt: skip


def test_an_announcement_of_ours_has_no_case_and_answers_to_it_have(store: Store) -> None:
    source = channel(store)
    merge(store, source, post("news", "공지", 9, own=True), post("r", "감사합니다", 1, parent_id="news"))
    assert [card.id for card in ask(store, queries.board_page, "new")] == [id_of(store, "r")]
    assert ask(store, queries.post_detail, id_of(store, "news")).row.case_id is None


def test_a_thread_is_read_from_its_beginning(store: Store) -> None:
    source = channel(store)
    merge(
        store, source,
        post("root", minutes_ago=9), post("a", minutes_ago=8, parent_id="root"),
        post("b", minutes_ago=7, parent_id="root"), post("a1", minutes_ago=6, parent_id="a"),
    )  # fmt: skip
    thread = ask(store, queries.post_detail, id_of(store, "b")).thread
    names = [one(store, "SELECT remote_id FROM post WHERE id = ?", item.row.id) for item in thread]
    assert list(zip(names, [item.depth for item in thread], strict=True)) == [
        ("root", 0), ("a", 1), ("a1", 2), ("b", 1),
    ]  # fmt: skip


def test_posts_that_answer_each_other_in_a_circle_end_the_thread(store: Store) -> None:
    source = channel(store)
    merge(
        store, source,
        post("x", minutes_ago=3, parent_id="y"), post("y", minutes_ago=2, parent_id="x"),
        post("self", parent_id="self"), post("own1", own=True, parent_id="own2"),
        post("own2", own=True, parent_id="own1"),
    )  # fmt: skip
    assert len(ask(store, queries.post_detail, id_of(store, "x")).thread) == 2
    assert len(ask(store, queries.post_detail, id_of(store, "self")).thread) == 1


def test_a_citizens_earlier_posts_are_shown_only_for_a_known_identity(store: Store) -> None:
    from connectors.base import Author

    source = channel(store)
    merge(store, source, post("1", minutes_ago=2), post("2", minutes_ago=1))
    merge(store, source, *(post(f"n{i}", author=Author("", "익명")) for i in range(3)))
    detail = ask(store, queries.post_detail, id_of(store, "2"))
    assert [row.id for row in detail.author_history] == [id_of(store, "1")]
    nobody = ask(store, queries.post_detail, id_of(store, "n0"))
    assert nobody.author_history == () and nobody.row.author_name == "익명"
    assert len(rows(store, "SELECT * FROM author")) == 2


def test_a_comment_without_an_address_opens_where_it_stands(store: Store) -> None:
    source = channel(store)
    merge(
        store,
        source,
        post("photo", "사진", 9, own=True, url="https://www.instagram.com/p/A/"),
        post("comment", "댓글", 8, parent_id="photo"),
        post("answer", "대댓글", 7, parent_id="comment"),
        post("alone", "쪽지", 6),
        post("named", "글", 5, parent_id="photo", url="https://example.kr/1"),
    )
    found = ask(
        store, queries.rows_by_id, [id_of(store, name) for name in ("comment", "answer", "alone", "named")]
    )
    photo = "https://www.instagram.com/p/A/"
    assert [row.url for row in found] == [photo, photo, "", "https://example.kr/1"]
    # What the network said of the comment itself stays as it was: it would count as an edit otherwise.
    assert one(store, "SELECT url FROM post WHERE remote_id = 'comment'") == ""


def test_which_new_posts_concern_a_post(store: Store) -> None:
    source = channel(store)
    merge(store, source, post("q", parent_id="above", author=Author("kim", "김")))
    merge(
        store,
        source,
        post("above", "위의 글", 9, author=Author("lee", "이")),
        post("answer", "답글", 4, parent_id="q", author=Author("lee", "이")),
        post("deeper", "답글의 답글", 3, parent_id="answer", author=Author("park", "박")),
        post("same", "같은 시민", 2, author=Author("kim", "김")),
        post("other", "다른 이야기", 1, author=Author("park", "박")),
    )
    new = {id_of(store, name) for name in ("above", "answer", "deeper", "same", "other")}
    row = ask(store, queries.post_detail, id_of(store, "q")).row
    found = ask(store, detail.concerned, new, [row.id], row.case_id, row.author_id)
    assert found == new - {id_of(store, "other")}
    assert ask(store, detail.concerned, new, [row.id], None, None) == found - {id_of(store, "same")}
