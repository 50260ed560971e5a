"""A second person agrees to exactly one text, on exactly one state of the thread, and it goes out once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Author, Sent
from desktop.models import accounts, cases, channels, members, outbox
from desktop.models.errors import Conflict
from desktop.models.permissions import NotAllowed, WrongState
from desktop.models.speaking import approvals, gate, ledger, threads, voices
from desktop.models.speaking.commitments import Proposed
from desktop.models.speaking.gate import NeedsApproval, Writing
from desktop.models.speaking.voices import VoiceRefused
from desktop.models.store import Store
from tests.models.helpers import Clock, ask, channel, do, id_of, merge, one, post, rows

TEXT = "이달 말까지 정비하겠습니다."
WRITER, SPOKESPERSON, MAYOR = "비서", "대변인", "시장"


@pytest.fixture
def square(store: Store) -> int:
    """The mayor's channel in an office with roles; one question has come in."""
    account = do(
        store, accounts.add_account, network="mastodon", server="s", remote_id="m", name="시장", voice="mayor"
    )
    number = channel(store, "시장", network="mastodon", account_id=account)
    merge(store, number, post("q", "가로등이 꺼졌어요"))
    do(store, members.add, "관리자", "admin", actor="관리자")
    for user, role, more in (
        (WRITER, "triage", ("mayor",)),
        (SPOKESPERSON, "spokesperson", ()),
        (MAYOR, "mayor", ()),
        ("담당", "department", ()),
    ):
        add_member(store, user, role, more)
    return number


def add_member(store: Store, user: str, role: str, more: tuple[str, ...] = ()) -> None:
    department = ""
    if role == "department":
        from desktop.models import departments

        do(store, departments.seed, [("light", "도로조명과", "안전총괄실", "가로등")])
        department = "light"
    do(store, members.add, user, role, voices=more, department=department, actor="관리자")


def request(store: Store, square: int, text: str = TEXT, **more: Any) -> approvals.ApprovalRow:
    more.setdefault("actor", WRITER)
    return do(store, approvals.ask, id_of(store, "q"), square, "reply", text, **more)[0]  # type: ignore[no-any-return]


def waiting(store: Store) -> list[tuple[str, str, str]]:
    return rows(store, "SELECT text, actor, state FROM outbox ORDER BY id")  # type: ignore[return-value]


def state(store: Store, row: approvals.ApprovalRow) -> str:
    return str(one(store, "SELECT state FROM approval WHERE id = ?", row.id))


def test_in_the_mayors_name_only_the_mayor_sends_without_asking(store: Store, square: int) -> None:
    question = id_of(store, "q")
    with pytest.raises(NeedsApproval):
        do(store, outbox.enqueue, question, square, "reply", TEXT, actor=WRITER)
    for nobody in (SPOKESPERSON, "담당", "관리자"):
        with pytest.raises(VoiceRefused):
            do(store, outbox.enqueue, question, square, "reply", TEXT, actor=nobody)
    with pytest.raises(NotAllowed):
        do(store, outbox.enqueue, question, square, "reply", TEXT, actor="손님")
    assert waiting(store) == []
    do(store, outbox.enqueue, question, square, "reply", TEXT, actor=MAYOR)
    do(store, outbox.enqueue, question, square, "reply", "프로그램이 스스로")
    assert [row[1] for row in waiting(store)] == [MAYOR, ""]


def test_hiding_says_nothing_in_anybodys_name_and_liking_does(store: Store, square: int) -> None:
    do(store, outbox.enqueue, id_of(store, "q"), square, "hide", actor=SPOKESPERSON)
    with pytest.raises(VoiceRefused):
        do(store, outbox.enqueue, id_of(store, "q"), square, "like", actor=SPOKESPERSON)
    with pytest.raises(NotAllowed):  # a department answers; what stands on the city's pages is not its matter
        do(store, outbox.enqueue, id_of(store, "q"), square, "hide", actor="담당")


def test_what_was_agreed_to_goes_out_once_in_the_writers_name(store: Store, square: int) -> None:
    row = request(store, square, promises=(Proposed(TEXT, "2026-09-30", "light"),))
    assert (row.state, row.voice, row.asked_by) == ("asked", "mayor", WRITER)
    decided = do(store, approvals.approve, row.id, row.digest, actor=SPOKESPERSON)
    assert (decided.row.state, decided.row.decided_by) == ("spent", SPOKESPERSON)
    assert waiting(store) == [(TEXT, WRITER, "waiting")]
    with pytest.raises(WrongState):
        do(store, approvals.approve, row.id, row.digest, actor=MAYOR)
    with pytest.raises(NeedsApproval):
        do(store, outbox.enqueue, id_of(store, "q"), square, "reply", TEXT, actor=WRITER)
    assert len(waiting(store)) == 1
    assert ask(store, ledger.list_promises) == []
    do(store, outbox.mark_sent, decided.row.outbox_id, Sent("r1"))
    (promise,) = ask(store, ledger.list_promises)
    assert (promise.text, promise.due, promise.owner, promise.made_by) == (
        TEXT,
        "2026-09-30",
        "light",
        WRITER,
    )


def test_nobody_agrees_to_their_own_text_nor_without_the_right(store: Store, square: int) -> None:
    add_member(store, "두번째", "spokesperson", ("mayor",))
    row = request(store, square, actor="두번째")
    with pytest.raises(approvals.OwnRequest):
        do(store, approvals.approve, row.id, row.digest, actor="두번째")
    with pytest.raises(NotAllowed):
        do(store, approvals.approve, row.id, row.digest, actor=WRITER)
    assert state(store, row) == "asked" and waiting(store) == []


def test_another_text_than_the_one_seen_is_not_agreed_to(store: Store, square: int) -> None:
    first = request(store, square)
    second = request(store, square, "곧 정비하겠습니다.")
    assert state(store, first) == "stale" and second.digest != first.digest
    with pytest.raises(approvals.OtherText):
        do(store, approvals.approve, second.id, first.digest, actor=MAYOR)
    do(store, lambda tx: tx.db.execute_sql("UPDATE approval SET text = '몰래' WHERE id = ?", (second.id,)))
    with pytest.raises(approvals.OtherText):
        do(store, approvals.approve, second.id, second.digest, actor=MAYOR)
    assert waiting(store) == []


@pytest.mark.parametrize("what", ["new", "edited", "deleted", "answers"])
def test_a_thread_that_moved_on_ends_the_request_and_it_is_asked_again(
    store: Store, square: int, clock: Clock, what: str
) -> None:
    row = request(store, square)
    clock.forward()
    if what == "new":
        merge(store, square, post("r", "고쳐졌네요", parent_id="q", author=Author("u2", "이시민")))
    elif what == "edited":
        merge(store, square, post("q", "가로등이 두 개 꺼졌어요", edited_ms=clock.at_ms))
    elif what == "deleted":
        merge(store, square, gone=("q",))
    else:
        do(store, outbox.enqueue, id_of(store, "q"), square, "reply", "시장이 직접", actor=MAYOR)
    decided = do(store, approvals.approve, row.id, row.digest, actor=SPOKESPERSON)
    assert decided.row.state == "stale" and len(getattr(decided.changes, what)) == 1
    assert [text for text, _, _ in waiting(store)] == (["시장이 직접"] if what == "answers" else [])
    if what == "deleted":
        return
    again, _ = do(store, approvals.ask_again, row.id, actor=WRITER)
    assert do(store, approvals.approve, again.id, again.digest, actor=SPOKESPERSON).row.state == "spent"


def test_sent_back_needs_a_word_and_the_asker_reads_it(store: Store, square: int) -> None:
    row = request(store, square)
    with pytest.raises(approvals.CommentMissing):
        do(store, approvals.send_back, row.id, "  ", actor=SPOKESPERSON)
    do(store, approvals.send_back, row.id, "날짜를 확인해 주세요", actor=SPOKESPERSON)
    found = ask(store, approvals.of_case, id_of(store, "q"))
    assert (found.state, found.comment, found.decided_by) == (
        "sent-back",
        "날짜를 확인해 주세요",
        SPOKESPERSON,
    )
    assert ask(store, approvals.count_asked) == 0


def test_agreeing_is_taken_back_and_done_again_while_it_waits(store: Store, square: int) -> None:
    row = request(store, square)
    decided = do(store, approvals.approve, row.id, row.digest, actor=SPOKESPERSON)
    undone = do(store, cases.undo, decided.step, actor=SPOKESPERSON)
    assert state(store, row) == "asked" and waiting(store) == [(TEXT, WRITER, "cancelled")]
    do(store, cases.redo, undone, actor=SPOKESPERSON)
    assert state(store, row) == "spent" and waiting(store) == [(TEXT, WRITER, "waiting")]


def test_what_has_left_is_not_taken_back(store: Store, square: int, clock: Clock) -> None:
    row = request(store, square)
    decided = do(store, approvals.approve, row.id, row.digest, undo_s=0, actor=SPOKESPERSON)
    do(store, outbox.claim, decided.row.outbox_id)
    with pytest.raises(Conflict):
        do(store, cases.undo, decided.step, actor=SPOKESPERSON)
    assert state(store, row) == "spent"


def test_two_windows_that_agree_at_once_send_one_answer(store: Store, square: int, workspace: Path) -> None:
    row = request(store, square)
    with Store.open(workspace) as other, ThreadPoolExecutor(2) as pool:

        def agree(one_store: Store, who: str) -> str:
            try:
                return str(do(one_store, approvals.approve, row.id, row.digest, actor=who).row.state)
            except WrongState:
                return "late"

        outcomes = sorted(
            pool.map(agree, (store, other, store, other), (SPOKESPERSON, MAYOR, MAYOR, SPOKESPERSON))
        )
    assert outcomes == ["late", "late", "late", "spent"]
    assert len(waiting(store)) == 1


def test_two_who_answer_at_once_send_one_answer(store: Store, workspace: Path) -> None:
    number = channel(store, "광장", network="mastodon")
    merge(store, number, post("q"))
    question = id_of(store, "q")
    seen = {who: ask(store, threads.look, question, who) for who in ("김", "이")}
    with Store.open(workspace) as other, ThreadPoolExecutor(2) as pool:

        def answer(one_store: Store, who: str) -> str:
            try:
                do(
                    one_store, outbox.enqueue, question, number, "reply", f"{who}의 답",
                    writing=Writing(seen[who]), actor=who,
                )  # fmt: skip
                return "sent"
            except threads.StaleThread as stale:
                assert len(stale.changes.answers) == 1
                return "stopped"

        assert sorted(pool.map(answer, (store, other), ("김", "이"))) == ["sent", "stopped"]
    assert len(waiting(store)) == 1


def test_departments_may_ask_to_speak_for_the_city_where_the_office_wants_it(
    store: Store, square: int
) -> None:
    official = channel(store, "공식", network="mastodon")
    merge(store, official, post("d", "버스"))
    question = id_of(store, "d")
    with pytest.raises(VoiceRefused):
        do(store, outbox.enqueue, question, official, "reply", TEXT, actor="담당")
    step = do(store, voices.set_rules, frozenset({"mayor", voices.DEPARTMENTS}), actor=SPOKESPERSON)
    with pytest.raises(NeedsApproval):
        do(store, outbox.enqueue, question, official, "reply", TEXT, actor="담당")
    do(store, approvals.ask, question, official, "reply", TEXT, actor="담당")
    do(store, outbox.enqueue, question, official, "reply", TEXT, actor=WRITER)
    do(store, cases.undo, step, actor=SPOKESPERSON)
    assert ask(store, voices.rules) is None
    with pytest.raises(NotAllowed):
        do(store, voices.set_rules, frozenset(), actor=WRITER)


def test_one_persons_workspace_asks_nobody_unless_told_so(store: Store) -> None:
    account = do(store, accounts.add_account, network="mastodon", remote_id="m", voice="mayor")
    number = channel(store, "시장", network="mastodon", account_id=account)
    merge(store, number, post("q"))
    do(store, outbox.enqueue, id_of(store, "q"), number, "reply", "하나", actor="김")
    do(store, voices.set_rules, frozenset({"mayor"}), actor="김")
    with pytest.raises(NeedsApproval):
        do(store, outbox.enqueue, id_of(store, "q"), number, "reply", "둘", actor="김")


def test_the_voice_of_an_account_is_changed_and_taken_back(store: Store) -> None:
    account = do(store, accounts.add_account, network="mastodon", remote_id="m", voice="official")
    number = channel(store, "시장", network="mastodon", account_id=account)
    do(store, accounts.set_account_voice, account, "mayor", step="s", actor="김")
    assert ask(store, voices.voice_of, number) == "mayor"
    do(store, cases.undo, "s", actor="김")
    assert ask(store, voices.voice_of, number) == "official"
    with pytest.raises(ValueError):
        do(store, accounts.set_account_voice, account, "king", actor="김")
    do(store, channels.remove_channel, number, actor="김")


def test_the_digest_holds_everything_that_was_agreed_to() -> None:
    whole = (1, 2, "reply", "final", "글")
    others = [(9, 2, "reply", "final", "글"), (1, 9, "reply", "final", "글"), (1, 2, "edit", "final", "글"),
              (1, 2, "reply", "first", "글"), (1, 2, "reply", "final", "글 ")]  # fmt: skip
    assert len({gate.digest_of(*values) for values in (whole, *others)}) == 6


def refused_row(store: Store, square: int, sender: str, approver: str = "") -> int:
    """An answer on the mayor's account that the network refused."""
    if approver:
        row = request(store, square, actor=sender)
        number = do(store, approvals.approve, row.id, row.digest, actor=approver).row.outbox_id
    else:
        number = do(store, outbox.enqueue, id_of(store, "q"), square, "reply", TEXT, actor=sender).id
    do(store, outbox.mark_refused, number, "no")
    return int(number)


def test_sending_once_more_asks_what_sending_asks(store: Store, square: int) -> None:
    number = refused_row(store, square, MAYOR)
    for user, refusal in ((WRITER, NeedsApproval), (SPOKESPERSON, VoiceRefused), ("담당", VoiceRefused)):
        with pytest.raises(refusal):
            do(store, outbox.retry, number, actor=user)
        assert ask(store, outbox.get_outbox, number).state == "refused"
    assert do(store, outbox.retry, number, actor=MAYOR) is True
    with pytest.raises(NeedsApproval):  # nor may they cut the mayor's time to take it back
        do(store, outbox.retry, number, actor=WRITER)


def test_what_was_agreed_to_is_sent_once_more_without_asking_again(store: Store, square: int) -> None:
    number = refused_row(store, square, WRITER, approver=MAYOR)
    with pytest.raises(VoiceRefused):
        do(store, outbox.retry, number, actor="담당")
    assert do(store, outbox.retry, number, actor=WRITER) is True
    assert ask(store, outbox.get_outbox, number).state == "waiting"
