"""What departments send back by mail, and what others send in their name."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.models import forwarding
from desktop.models.forwarding_mail import refused, replies, sending
from desktop.models.notes import list_notes
from desktop.models.queries import Filter, board_counts, timeline_page
from desktop.models.search import search_ids
from desktop.models.store import Store
from tests.models.forwarding.desk import case, undo
from tests.models.forwarding.desk import refused as refusal
from tests.models.forwarding_mail.post_office import (
    BUS,
    comes_back,
    letters,
    mailbox,
    open_office,
    went_out,
)  # fmt: skip
from tests.models.helpers import Clock, ask, do, id_of, index_all, merge, one, post, rows

WORDS = "오늘 버스를 늘렸습니다."


def answers(store: Store, case_id: int) -> list[tuple[str, str, str, str, str]]:
    return [
        (a.stage, a.text, a.state, a.came_by, a.written_by)
        for a in ask(store, forwarding.answers_of, case_id)
    ]


def reasons(store: Store) -> list[str]:
    return [row.reason for row in ask(store, refused.refused_mails)]


def log_of(store: Store) -> list[Any]:
    """All that the workspace knows of cases."""
    return [
        rows(store, f"SELECT * FROM {table} ORDER BY id")
        for table in ("case_", "forwarding", "department_answer", "event", "note")
    ]


def test_a_reply_is_the_departments_answer_and_no_new_post(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock)
    box = mailbox(store)
    forwarding_id, letter = went_out(store, clock, case_id)
    before = board_counts_of(store)
    quoted = "\n".join(f"> {line}" for line in letter.text.split("\n"))
    comes_back(store, box, letter, f"{WORDS}\n\nOn 11/23/26 11:00, City wrote:\n{quoted}", remote_id="r1")
    assert answers(store, case_id) == [("final", WORDS, "submitted", "mail", BUS)]
    assert ask(store, forwarding.get, forwarding_id).state == "working"
    assert board_counts_of(store) == before
    index_all(store)
    assert id_of(store, "r1") not in [row.id for row in ask(store, timeline_page)]
    assert id_of(store, "r1") not in [row.id for row in ask(store, timeline_page, Filter(own=True))]
    assert ask(store, search_ids, "늘렸습니다", Filter(), None, 10) == []
    assert case(store, case_id) == ("forward", "bus", "open")  # nothing has gone to the citizen


def board_counts_of(store: Store) -> Any:
    return ask(store, board_counts)


def test_collected_twice_it_is_attached_once(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock)
    box, other = mailbox(store), mailbox(store, "둘째 메일")
    _, letter = went_out(store, clock, case_id)
    for where in (box, box, other):
        comes_back(store, where, letter, WORDS, remote_id="r1")
    assert len(answers(store, case_id)) == 1 and reasons(store) == []


def test_the_letter_it_answers_is_enough_where_the_subject_was_changed(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock)
    box = mailbox(store)
    _, letter = went_out(store, clock, case_id)
    comes_back(store, box, letter, WORDS, subject="버스 건 답변드립니다")
    assert len(answers(store, case_id)) == 1


def test_the_token_is_enough_where_the_mail_answers_something_else(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock)
    box = mailbox(store)
    _, letter = went_out(store, clock, case_id)
    comes_back(store, box, letter, WORDS, parent="passed-on@dept.example", sender="Bus@Hanbit.example")
    assert answers(store, case_id)[0][4] == "Bus@Hanbit.example"


def test_first_answer_then_the_final_one(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock)
    box = mailbox(store)
    _, letter = went_out(store, clock, case_id)
    comes_back(store, box, letter, "1차: 확인하겠습니다.")
    comes_back(store, box, letter, WORDS)
    comes_back(store, box, letter, "고쳐서 다시 보냅니다.")
    assert [(stage, text, state) for stage, text, state, *_ in answers(store, case_id)] == [
        ("first", "확인하겠습니다.", "submitted"),
        ("final", WORDS, "withdrawn"),
        ("final", "고쳐서 다시 보냅니다.", "submitted"),
    ]


def test_a_department_gives_a_case_back(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock)
    box = mailbox(store)
    forwarding_id, letter = went_out(store, clock, case_id)
    comes_back(store, box, letter, "반려: 시외버스는 우리 과가 아닙니다.")
    row = ask(store, forwarding.get, forwarding_id)
    assert (row.state, row.reason, row.ended_by) == ("returned", "시외버스는 우리 과가 아닙니다.", BUS)
    assert case(store, case_id) == ("forward", "", "open")
    assert len(letters(store, forwarding_id)) == 1  # who gave it back needs no letter about it


def test_files_are_named_in_a_note_and_never_opened(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock)
    box = mailbox(store)
    _, letter = went_out(store, clock, case_id)
    comes_back(store, box, letter, WORDS, files=("현장.jpg", "결과.hwp"))
    (note,) = ask(store, list_notes, case_id)
    assert "현장.jpg, 결과.hwp" in note.text


FORGED: dict[str, tuple[str, dict[str, Any]]] = {
    "another sender": ("wrong-sender", {"sender": "evil@x.example"}),
    "a sender that looks like it": ("wrong-sender", {"sender": "bus@hanbit.example.evil.example"}),
    "another department": ("wrong-sender", {"sender": "road@hanbit.example"}),
    "no sender": ("wrong-sender", {"sender": ""}),
    "a token that nobody gave out": (
        "unknown-token",
        {"subject": "Re: [서울SMC-ABCDEFGHJKLMNPQRSTUVWXYZ23] 이관", "parent": ""},
    ),
    "the mail server says no": ("forged", {"doubt": "forged"}),
    "typed into a form": ("form", {"doubt": "form"}),
    "out of office": ("automatic", {"doubt": "auto"}),
    "a receipt": ("automatic", {"doubt": "receipt"}),
    "no words": ("empty", {"text": "\n"}),
    "given back without a reason": ("no-reason", {"text": "반려:"}),
    "too long": ("too-long", {"text": "가" * 30_000}),
}


@pytest.mark.parametrize("how", FORGED)
def test_what_is_not_believed_is_listed_and_touches_nothing(store: Store, clock: Clock, how: str) -> None:
    (case_id,) = open_office(store, clock)
    box = mailbox(store)
    _, letter = went_out(store, clock, case_id)
    before = log_of(store)
    reason, more = FORGED[how]
    comes_back(store, box, letter, **{"text": WORDS, "remote_id": "f1", **more})
    (row,) = ask(store, refused.refused_mails)
    assert (row.reason, row.post_id) == (reason, id_of(store, "f1"))
    assert log_of(store) == before
    assert one(store, "SELECT text FROM post WHERE remote_id = 'f1'") == more.get("text", WORDS)


def test_a_closed_matter_takes_no_answers(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock)
    box = mailbox(store)
    forwarding_id, letter = went_out(store, clock, case_id)
    do(store, forwarding.withdraw, forwarding_id)
    comes_back(store, box, letter, WORDS)
    assert answers(store, case_id) == [] and reasons(store) == ["closed"]


def test_the_token_of_one_matter_and_the_thread_of_another(store: Store, clock: Clock) -> None:
    first, second = open_office(store, clock, "가", "나")
    box = mailbox(store)
    _, one_letter = went_out(store, clock, first)
    _, other = went_out(store, clock, second)
    comes_back(store, box, one_letter, WORDS, parent=other.message_id)
    assert reasons(store) == ["other-token"]
    assert answers(store, first) == answers(store, second) == []


def test_a_letter_that_comes_back_has_failed(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock)
    box = mailbox(store)
    _, letter = went_out(store, clock, case_id)
    comes_back(
        store, box, letter, "답변이 전달되지 않았습니다.\n5.1.1 550 No such user", subject="Undelivered Mail",
        sender="mailer-daemon@x.example", doubt="bounce",
    )  # fmt: skip
    found = ask(store, sending.get, letter.id)
    assert (found.state, found.reason) == ("failed", "5.1.1 550 No such user")
    assert reasons(store) == [] and answers(store, case_id) == []


def test_a_citizen_s_mail_is_a_post_as_ever(store: Store, clock: Clock) -> None:
    open_office(store, clock)
    box = mailbox(store)
    before = board_counts_of(store)["new"][0]
    merged = merge(store, box, post("c1", "가로등", context="[민원-2026-000123] 가로등", private=True))
    assert merged.new == 1 and board_counts_of(store)["new"][0] == before + 1


def test_a_token_on_another_network_means_nothing(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock)
    _, letter = went_out(store, clock, case_id)
    here = one(store, "SELECT min(id) FROM channel")
    assert merge(store, here, post("w1", WORDS, context=letter.subject)).new == 1
    assert answers(store, case_id) == []


# --- what people do about refused mails -------------------------------------------------------------------


def listed(store: Store, clock: Clock, **more: Any) -> tuple[int, int]:
    """(case, refused mail)."""
    (case_id,) = open_office(store, clock)
    box = mailbox(store)
    _, letter = went_out(store, clock, case_id)
    comes_back(store, box, letter, **{"text": WORDS, "sender": "kim@home.example", **more})
    (row,) = ask(store, refused.refused_mails)
    return case_id, row.id


def test_a_person_takes_a_mail_as_the_answer_after_all(store: Store, clock: Clock) -> None:
    case_id, refused_id = listed(store, clock)
    step = do(store, replies.accept_refused, refused_id, WORDS, actor="김주무관")
    assert answers(store, case_id) == [("final", WORDS, "submitted", "mail", "kim@home.example")]
    assert reasons(store) == []
    assert refusal(store, replies.accept_refused, refused_id, WORDS) == "refused-mail-done"
    undo(store, step, actor="김주무관")
    assert reasons(store) == ["wrong-sender"] and answers(store, case_id)[0][2] == "withdrawn"
    do(store, replies.accept_refused, refused_id, WORDS, actor="김주무관")
    assert answers(store, case_id)[-1][2] == "submitted"


def test_what_bears_no_known_token_is_never_an_answer(store: Store, clock: Clock) -> None:
    _, refused_id = listed(store, clock, subject="[서울SMC-ABCDEFGHJKLMNPQRSTUVWXYZ23]", parent="")
    assert refusal(store, replies.accept_refused, refused_id, WORDS) == "refused-mail-not-acceptable"


def test_a_citizen_who_got_hold_of_a_subject_is_heard(store: Store, clock: Clock) -> None:
    _, refused_id = listed(store, clock, remote_id="c1")
    case_id = do(store, refused.make_post, refused_id, actor="김주무관")
    index_all(store)
    assert case_id == id_of(store, "c1") in [row.id for row in ask(store, timeline_page)]
    assert ask(store, search_ids, "늘렸습니다", Filter(), None, 10) == [case_id]
    assert refusal(store, refused.make_post, refused_id) == "refused-mail-done"


def test_a_mail_is_put_aside_and_taken_up_again(store: Store, clock: Clock) -> None:
    _, refused_id = listed(store, clock)
    step = do(store, refused.dismiss, refused_id, actor="김주무관")
    assert reasons(store) == []
    (row,) = ask(store, refused.refused_mails, include_done=True)
    assert (row.done, row.done_by) == ("dismissed", "김주무관")
    undo(store, step, actor="김주무관")
    assert reasons(store) == ["wrong-sender"]


def test_a_department_that_works_with_the_program_again_is_answered_there(store: Store, clock: Clock) -> None:
    """Its address is no longer anybody's: what comes from it is not believed."""
    from desktop.models import departments

    (case_id,) = open_office(store, clock)
    box = mailbox(store)
    _, letter = went_out(store, clock, case_id)
    do(store, departments.edit, "bus", mail="")
    comes_back(store, box, letter, WORDS)
    assert reasons(store) == ["wrong-sender"]
