"""Who gets a letter, what stands in it, and how far it has come."""

from __future__ import annotations

import pytest

from connectors.letters import token_of
from desktop.models import cases, departments, forwarding, members
from desktop.models.errors import WorkspaceError
from desktop.models.forwarding_mail import sending, settings
from desktop.models.forwarding_mail.cutting import ABOVE
from desktop.models.schema import Meta
from desktop.models.store import Store
from tests.models.forwarding.desk import refused, sent, undo
from tests.models.forwarding_mail.post_office import BUS, leave, letters, mailbox, open_office, went_out
from tests.models.helpers import Clock, ask, do, one, rows

HOUR = 3_600_000


def states(store: Store, forwarding_id: int) -> list[tuple[str, str]]:
    found = rows(
        store, "SELECT kind, state FROM department_mail WHERE forwarding_id = ? ORDER BY id", forwarding_id
    )
    return [(kind, state) for kind, state in found]


def test_a_department_without_the_program_gets_a_letter(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock)
    forwarding_id, letter = went_out(store, clock, case_id, note="오늘 안에 확인해 주세요. 010-1234-5678")
    assert (letter.state, letter.address, letter.kind) == ("sent", BUS, "forward")
    assert token_of(letter.subject) == letter.token and "이관: 버스가 늦어요" in letter.subject
    assert letter.text.startswith(ABOVE) and "버스정책과 담당자님" in letter.text
    for words in ("010-1234", "010-"):
        assert "010-1234-5678" not in letter.text + letter.subject, words
    assert "010-****-****" in letter.text
    assert "■ 답변 기한: 2026. 11. 30.(월)" in letter.text and "일반민원" in letter.text
    assert "■ 전달 사항: 오늘 안에 확인해 주세요. 010-****-****" in letter.text
    assert "반려: 사유" in letter.text
    assert states(store, forwarding_id) == [("forward", "sent")]


def test_a_letter_goes_to_all_addresses_of_a_department(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock)
    do(store, departments.edit, "bus", mail=f"{BUS};chief@hanbit.example, {BUS}")
    _, letter = went_out(store, clock, case_id)
    assert letter.address == f"{BUS}, chief@hanbit.example" and letter.address in letter.text
    do(store, sending.mark_failed, letter.id, "550 5.1.1 No such user (chief@hanbit.example)")
    do(store, departments.edit, "bus", mail=BUS)
    do(store, sending.retry, letter.id)
    assert ask(store, sending.get, letter.id).address == BUS  # where the department is reached now


@pytest.mark.parametrize("why", ["no address", "a member", "a member above", "a sample"])
def test_nobody_else_gets_one(store: Store, clock: Clock, why: str) -> None:
    (case_id,) = open_office(store, clock)
    if why.startswith("a member"):
        do(store, members.add, "김관리", "admin", actor="")
        code = "transport" if why.endswith("above") else "bus"
        do(store, members.add, "박주무관", "department", department=code, actor="김관리")
    if why == "a sample":
        do(store, lambda tx: Meta.insert(key="sample", value="1").on_conflict_replace().execute())
    forwarding_id = sent(store, case_id, "taxi" if why == "no address" else "bus")
    assert letters(store, forwarding_id) == []


def test_supporting_departments_get_one_too(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock)
    do(store, forwarding.send, [case_id], "bus", supporting=["road"])
    found = [row.id for row in ask(store, forwarding.of_case, case_id)]
    assert [letters(store, one_)[0].address for one_ in found] == [BUS, "road@hanbit.example"]
    letter = leave(store, clock, letters(store, found[1])[0])
    assert "협조 부서" in letter.text


def test_taken_back_in_time_nothing_leaves(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock)
    step = do(store, forwarding.send, [case_id], "bus")
    (row,) = ask(store, forwarding.of_case, case_id)
    back = undo(store, step)
    assert states(store, row.id) == [("forward", "cancelled")]
    do(store, cases.redo, back)
    assert [state for _, state in states(store, row.id)] == ["cancelled", "waiting"]


def test_taken_back_later_the_department_is_told(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock)
    forwarding_id, _ = went_out(store, clock, case_id)
    step = do(store, forwarding.withdraw, forwarding_id, "다른 부서 소관")
    assert states(store, forwarding_id) == [("forward", "sent"), ("withdrawn", "waiting")]
    undo(store, step)
    assert states(store, forwarding_id)[-1] == ("withdrawn", "cancelled")
    do(store, forwarding.withdraw, forwarding_id)
    letter = leave(store, clock, letters(store, forwarding_id)[-1])
    assert "이관 취소" in letter.subject and "회신 방법" not in letter.text


def test_a_second_letter_says_what_is_missing(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock)
    forwarding_id, first = went_out(store, clock, case_id)
    answer_id = do(store, forwarding.answer, forwarding_id, "고쳤습니다", came_by="mail", written_by=BUS)
    step = do(store, forwarding.send_back, answer_id, "언제 고쳤는지 적어 주세요.")
    undo(store, step)
    assert states(store, forwarding_id)[-1] == ("sent-back", "cancelled")
    do(store, forwarding.send_back, answer_id, "언제 고쳤는지 적어 주세요.")
    letter = leave(store, clock, letters(store, forwarding_id)[-1])
    assert "언제 고쳤는지 적어 주세요." in letter.text and letter.token != first.token
    assert "답변 보완 요청" in letter.subject


def test_what_is_written_once_stays_the_same(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock)
    forwarding_id = sent(store, case_id)
    (letter,) = letters(store, forwarding_id)
    assert do(store, sending.claim, letter.id, 1, "a.smc-dept@x") is None  # not before the undo time is over
    clock.forward(sending.UNDO_MS)
    first = do(store, sending.claim, letter.id, 1, "a.smc-dept@x")
    assert do(store, sending.claim, letter.id, 1, "b.smc-dept@x") is None  # somebody else has it
    do(store, sending.mark_waiting, letter.id, clock.at_ms, "waiting-answer")
    store.write(lambda tx: tx.db.execute_sql("UPDATE post SET text = 'x' WHERE id = ?", (case_id,))).result()
    again = do(store, sending.claim, letter.id, 2, "b.smc-dept@x")
    assert (again.message_id, again.text, again.subject) == (first.message_id, first.text, first.subject)
    assert (again.channel_id, again.attempts) == (2, 2)


def test_a_program_that_was_killed_knows_what_may_have_gone_out(store: Store, clock: Clock) -> None:
    one_, two = open_office(store, clock, "가", "나")
    first, second = letters(store, sent(store, one_))[0], letters(store, sent(store, two))[0]
    clock.forward(sending.UNDO_MS)
    for letter in (first, second):
        do(store, sending.claim, letter.id, 1, f"{letter.id}.smc-dept@x")
    do(store, sending.handing_over, second.id)
    assert [letter.id for letter in do(store, sending.interrupted)] == [second.id]
    assert ask(store, sending.get, first.id).state == "waiting"
    assert ask(store, sending.get, second.id).state == "sending"  # looked for, not sent


def test_a_failed_letter_is_said_on_the_case_and_sent_again_by_a_person(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock)
    forwarding_id, letter = went_out(store, clock, case_id)
    assert refused(store, sending.retry, letter.id) == "mail-not-failed"
    do(store, sending.mark_failed, letter.id, "550 5.1.1 No such user")
    last = ask(store, cases.history, case_id)[-1]
    assert (last.kind, last.after["mail"], last.after["reason"]) == (
        "department-mail", "failed", "550 5.1.1 No such user",
    )  # fmt: skip
    do(store, members.add, "김관리", "admin")
    do(store, members.add, "기자", "viewer", actor="김관리")
    assert refused(store, sending.retry, letter.id, actor="기자") == "not-allowed"
    do(store, sending.retry, letter.id, actor="김관리")
    again = ask(store, sending.get, letter.id)
    # It is among the sent ones under its old name.
    assert (again.state, again.message_id, again.key) == ("waiting", "", f"{letter.token}:{letter.sent_ms}")
    do(store, sending.cancel, letter.id, actor="김관리")
    assert letters(store, forwarding_id) == []
    with pytest.raises(WorkspaceError):
        do(store, sending.cancel, letter.id, actor="김관리")


def test_by_hand_where_the_address_came_later(store: Store, clock: Clock) -> None:
    from desktop.models import departments

    (case_id,) = open_office(store, clock)
    forwarding_id = sent(store, case_id, "taxi")
    assert refused(store, sending.send_now, forwarding_id) == "mail-no-address"
    do(store, departments.edit, "taxi", mail="taxi@hanbit.example")
    do(store, sending.send_now, forwarding_id)
    assert refused(store, sending.send_now, forwarding_id) == "mail-on-its-way"
    do(store, forwarding.withdraw, forwarding_id)
    assert states(store, forwarding_id) == [("forward", "cancelled")]
    assert refused(store, sending.send_now, forwarding_id) == "mail-not-open"


def test_one_reminder_before_it_is_due(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock)
    forwarding_id, letter = went_out(store, clock, case_id)
    assert do(store, sending.remind, 0) == [] and do(store, sending.remind, 24) == []
    clock.at_ms = ask(store, forwarding.get, forwarding_id).due_ms - 20 * HOUR
    (made,) = do(store, sending.remind, 24)
    assert do(store, sending.remind, 24) == []
    reminder = leave(store, clock, ask(store, sending.get, made))
    assert "답변 기한 안내" in reminder.subject and reminder.token != letter.token


def test_who_has_answered_is_not_reminded(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock)
    forwarding_id, _ = went_out(store, clock, case_id)
    do(store, forwarding.answer, forwarding_id, "고쳤습니다")
    clock.at_ms = ask(store, forwarding.get, forwarding_id).due_ms - HOUR
    assert do(store, sending.remind, 24) == []


def test_the_mailbox_is_the_only_one_or_the_chosen_one(store: Store) -> None:
    assert ask(store, settings.mailbox) is None
    first = mailbox(store)
    assert ask(store, settings.mailbox).channel_id == first
    second = mailbox(store, "대변인 메일")
    assert ask(store, settings.mailbox) is None
    do(store, settings.save, channel_id=second, remind_hours=24, actor="김주무관")
    assert ask(store, settings.mailbox).channel_id == second
    assert ask(store, settings.get_settings) == settings.Settings(second, 24)
    for wrong in ({"channel_id": 99, "remind_hours": 0}, {"channel_id": None, "remind_hours": 999}):
        with pytest.raises(settings.MailSettingRefused):
            do(store, settings.save, **wrong)
    kind, about = one(store, "SELECT kind, about FROM event WHERE kind LIKE 'mail-%'")
    assert (kind, about) == ("mail-settings", "department-mail")


def test_a_citizen_cannot_write_into_the_head_of_a_letter(store: Store, clock: Clock) -> None:
    (case_id,) = open_office(store, clock, "첫 줄\r\nBcc: evil@x.example\r\n\r\n" + "아주 " * 50)
    _, letter = went_out(store, clock, case_id)
    assert "\n" not in letter.subject and len(letter.subject) < 120


@pytest.mark.parametrize("who", ["", "bus", "transport"])
def test_all_that_work_by_mail_are_known_at_once(store: Store, clock: Clock, who: str) -> None:
    open_office(store, clock)
    if who:
        do(store, members.add, "김관리", "admin", actor="")
        do(store, members.add, "박주무관", "department", department=who, actor="김관리")
    found = ask(store, sending.by_mail)
    codes = [code for (code,) in rows(store, "SELECT code FROM department WHERE active")]
    assert found == {code for code in codes if ask(store, sending.works_by_mail, code)}
    assert ("bus" in found) == (not who)
