"""What an inbox lists, in which order, for whom, and how it follows what happens elsewhere."""

from __future__ import annotations

import asyncio
from typing import Any

from PySide6.QtCore import Qt

from desktop.models import cases, forwarding, members
from desktop.models.deadlines import clocks
from desktop.ui.departments.head import LONGEST_NAME
from desktop.ui.lists.model import CAP, FIRST_PAGE, PAGE
from desktop.ui.theme.style import theme
from tests.ui.conftest import nameless
from tests.ui.departments.office import DAY, HOUR, Inbox
from tests.ui.detail.desk import press

Key = Qt.Key


async def test_the_most_urgent_is_first_with_its_due_words_and_state(inbox: Inbox) -> None:
    inbox.send("나중", due_in_ms=6 * DAY)
    inbox.send("지난 것", due_in_ms=-25 * HOUR)
    inbox.send("곧", due_in_ms=2 * HOUR - 30_000)
    paused = inbox.send("멈춘 것")
    inbox.desk.write(clocks.pause, inbox.cases["멈춘 것"], "보완")
    await inbox.show()
    assert inbox.listed() == ["지난 것", "곧", "나중", "멈춘 것"]
    assert inbox.chips("지난 것")[:2] == ["지남 1일", "새로 옴"]
    assert inbox.chips("곧")[0] == "1시간 59분 남음"
    assert inbox.chips("멈춘 것")[0] == "기한 보류"
    assert inbox.screen.model.card_of(paused).unread
    sentence = inbox.screen.model.card(0).sentence()
    assert "지남 1일" in sentence and "지난 것" in sentence and "안 읽음" in sentence


async def test_only_what_this_department_and_those_below_were_sent(inbox: Inbox) -> None:
    inbox.send("버스", "bus")
    inbox.send("택시", "taxi")
    inbox.send("도로", "road")
    await inbox.show("transport")
    assert sorted(inbox.listed()) == ["버스", "택시"]
    assert "버스정책과" in inbox.chips("버스")  # whose it is, where it is not the inbox's own
    inbox.screen._department_picked("bus", "버스정책과")
    await inbox.rest()
    assert inbox.listed() == ["버스"] and "버스정책과" not in inbox.chips("버스")


async def test_somebody_of_a_department_begins_in_their_own_and_cannot_leave_it(inbox: Inbox) -> None:
    inbox.send("버스", "bus")
    inbox.send("도로", "road")
    inbox.desk.write(members.add, "관리자", "admin")
    inbox.desk.write(members.add, "김주무관", "department", department="transport")
    await inbox.desk.quiet()
    await inbox.show("road")  # looked into last, before they were a member
    assert inbox.listed() == ["버스"]
    inbox.screen.choose_department()
    await inbox.rest()
    offered = [inbox.screen.picker.list.item(n).text() for n in range(inbox.screen.picker.list.count())]
    assert any("버스정책과" in line for line in offered) and not any("도로관리과" in line for line in offered)
    inbox.screen.open_forwarding(inbox.sent["도로"])
    await inbox.rest()
    assert inbox.listed() == ["버스"] and inbox.screen.beside.shown_id() != inbox.sent["도로"]
    assert inbox.desk.toasts == []


async def test_a_long_name_of_a_department_leaves_the_numbers_their_room(inbox: Inbox) -> None:
    await inbox.show("bus")
    head, long = inbox.screen.head, "한강공원자전거도로보행자겸용구간안전펜스정비및야간조명개선추진단"
    short = head.department.sizeHint().width()
    head.show_department(long)
    assert head.department.text().endswith("…") and head.department.toolTip() == f"{long} (I)"
    assert long in head.department.accessibleName()
    assert head.department.sizeHint().width() < short + theme().px(LONGEST_NAME)
    head.show_department("버스정책과")
    assert head.department.text() == "버스정책과"


async def test_a_case_is_opened_wherever_it_stands(inbox: Inbox) -> None:
    inbox.send("버스", "bus")
    inbox.send("도로", "road")
    inbox.send("끝", "road")
    inbox.desk.write(forwarding.give_back, inbox.sent["끝"], "아님")
    await inbox.show("bus")
    for text, which in (("도로", ""), ("끝", "closed"), ("버스", "")):
        inbox.screen.open_forwarding(inbox.sent[text], write=True)
        await inbox.rest()
        assert inbox.screen.wanted.which == which and inbox.screen.row().text == text
        assert inbox.screen.beside.shown_id() == inbox.sent[text]
        assert inbox.screen.panel.box.isVisible() == (which == "")
    assert inbox.desk.toasts == []


async def test_each_number_is_a_filter(inbox: Inbox) -> None:
    inbox.send("새것", due_in_ms=5 * DAY)
    inbox.send("하는 중", due_in_ms=-HOUR)
    inbox.send("끝", due_in_ms=4 * DAY)
    inbox.desk.write(forwarding.receive, inbox.sent["하는 중"])
    inbox.desk.write(forwarding.give_back, inbox.sent["끝"], "우리 일이 아님")
    await inbox.show()
    assert inbox.counts() == ["새로 옴 1", "처리 중 1", "오늘 마감 0", "지남 1", "끝난 건"]
    for which, texts in (
        ("new", ["새것"]),
        ("working", ["하는 중"]),
        ("late", ["하는 중"]),
        ("closed", ["끝"]),
    ):
        inbox.screen.head.chips[which].click()
        await inbox.rest()
        assert inbox.listed() == texts and inbox.screen.head.chips[which].isChecked()
    inbox.screen.head.chips["closed"].click()
    await inbox.rest()
    assert inbox.listed() == ["하는 중", "새것"]


async def test_words_narrow_the_list(inbox: Inbox) -> None:
    inbox.send("강남역 의자가 부서짐")
    inbox.send("버스가 늦음", note="강남 차고지에 물어 주세요")
    inbox.send("9호선 혼잡")
    await inbox.show()
    inbox.screen.search("강남 의자")
    await inbox.rest()
    assert inbox.listed() == ["강남역 의자가 부서짐"]
    inbox.screen.search("강남")
    await inbox.rest()
    assert len(inbox.listed()) == 2
    inbox.screen.search("없는 말")
    await inbox.rest()
    panel = inbox.screen.empty.shown()
    assert panel is not None and "찾는 건이 없습니다" in panel.accessibleName()
    panel.acted.emit()
    await inbox.rest()
    assert len(inbox.listed()) == 3


async def test_what_triage_sends_appears_at_once_and_what_is_withdrawn_goes(inbox: Inbox) -> None:
    inbox.send("먼저 온 것", due_in_ms=5 * DAY)
    await inbox.show()
    inbox.choose("먼저 온 것")
    inbox.send("급한 것", due_in_ms=HOUR)
    await inbox.desk.until(lambda: inbox.listed() == ["급한 것", "먼저 온 것"])
    assert inbox.screen.row().text == "먼저 온 것"  # the list never takes the choice away
    await inbox.desk.until(lambda: inbox.counts()[0] == "새로 옴 2")
    inbox.desk.write(forwarding.withdraw, inbox.sent["먼저 온 것"], "잘못 보냄")
    await inbox.desk.until(lambda: inbox.listed() == ["급한 것"])
    await inbox.rest()
    assert inbox.screen.row().text == "급한 것"


async def test_a_case_that_was_grouped_or_moved_is_followed(inbox: Inbox) -> None:
    inbox.send("하나")
    inbox.send("둘")
    await inbox.show()
    inbox.desk.write(cases.move, [inbox.cases["둘"]], "opinion")
    await inbox.desk.until(lambda: inbox.listed() == ["하나"])


async def test_all_posts_of_one_matter_are_read(inbox: Inbox) -> None:
    inbox.send("가로등이 꺼졌습니다")
    other = inbox.desk.arrive("elsewhere", "저희 골목도 어둡습니다 010-1234-5678")
    inbox.desk.write(cases.group, [inbox.cases["가로등이 꺼졌습니다"], other])
    screen = await inbox.show()
    inbox.choose("가로등이 꺼졌습니다")
    await inbox.desk.until(lambda: "저희 골목도 어둡습니다" in screen.panel.thread.toPlainText())
    shown = screen.panel.thread.toPlainText()
    assert "한 건으로 묶인 글 1" in shown and "1234-5678" not in shown
    assert shown.count("가로등이 꺼졌습니다") == 1


async def test_pages_come_by_key_while_the_list_is_walked_and_back(inbox: Inbox) -> None:
    count = CAP + PAGE + 50
    ids = [inbox.desk.arrive(f"many-{n}", f"글 {n:04}") for n in range(3)]

    def many(tx: Any) -> None:
        names = "case_id, department, part, state, hop, sent_ms, due_ms, urgency, open, changed_ms"
        empty = ("meant_for", "note", "sent_by", "received_by", "ended_by", "reason")
        rows = [(ids[0], "bus", "lead", "sent", 1, 1, 10_000 + n, 10_000 + n, 1, 1) for n in range(count)]
        values = f"{'?, ' * 10}{', '.join(repr('') for _ in empty)}"
        sql = f"INSERT INTO forwarding ({names}, {', '.join(empty)}) VALUES ({values})"
        tx.db.connection().executemany(sql, rows)

    inbox.desk.store.write(many).result()
    screen = await inbox.show()
    model = screen.model
    assert model.rowCount() == FIRST_PAGE
    while model.has_older:
        model.fetchMore(screen.view.rootIndex())
        await inbox.rest()
    assert model.rowCount() == CAP and model.has_newer
    urgencies = [card.row.key[0] for card in model.cards()]
    assert urgencies == sorted(urgencies) and urgencies[-1] == 10_000 + count - 1
    while model.has_newer:
        model.fetch_newer()
        await inbox.rest()
    assert model.card(0).row.key[0] == 10_000
    assert [card.row.key[0] for card in model.cards()] == list(range(10_000, 10_000 + model.rowCount()))


async def test_an_empty_inbox_says_so_and_offers_what_is_done(inbox: Inbox) -> None:
    inbox.send("끝", "bus")
    inbox.desk.write(forwarding.give_back, inbox.sent["끝"], "아님")
    await inbox.show()
    panel = inbox.screen.empty.shown()
    assert panel is not None and "처리할 건이 없습니다" in panel.accessibleName()
    panel.acted.emit()
    await inbox.rest()
    assert inbox.listed() == ["끝"] and inbox.chips("끝") == ["재지정 요청함"]


async def test_without_any_forwarding_the_screen_says_what_to_do(inbox: Inbox) -> None:
    await inbox.show("")
    panel = inbox.screen.empty.shown()
    assert panel is not None and "보드에서 글을 부서로 이관하면" in panel.accessibleName()


async def test_every_control_has_a_name(inbox: Inbox) -> None:
    inbox.send("하나")
    screen = await inbox.show()
    inbox.choose("하나")
    await inbox.rest()
    screen.beside.write()
    await inbox.rest()
    # The button of an empty list is there, but hidden, where there is nothing to do next.
    assert [name for name in nameless(screen) if "EmptyState" not in name] == []


async def test_looking_is_told_to_whoever_sent_it_after_a_moment_or_with_enter(inbox: Inbox) -> None:
    inbox.send("하나", due_in_ms=HOUR)
    inbox.send("둘", due_in_ms=2 * HOUR)
    screen = await inbox.show()
    assert inbox.ask(forwarding.get, inbox.sent["하나"]).seen_ms is None
    press(screen.view, Key.Key_Return)
    await inbox.rest()
    assert inbox.ask(forwarding.get, inbox.sent["하나"]).seen_ms is not None
    assert not screen.model.card_of(inbox.sent["하나"]).unread
    screen.beside._seen.setInterval(20)
    inbox.choose("둘")
    await inbox.rest()
    await inbox.desk.until(lambda: inbox.ask(forwarding.get, inbox.sent["둘"]).seen_ms is not None)


async def test_walking_past_with_j_is_not_looking(inbox: Inbox) -> None:
    inbox.send("하나", due_in_ms=HOUR)
    inbox.send("둘", due_in_ms=2 * HOUR)
    screen = await inbox.show()
    screen.beside._seen.setInterval(200)
    press(screen.view, Key.Key_J, "ㅓ")  # with Hangul switched on
    await asyncio.sleep(0.02)
    press(screen.view, Key.Key_K, "k")
    assert screen.row().text == "하나"
    await inbox.rest()
    assert inbox.ask(forwarding.get, inbox.sent["둘"]).seen_ms is None
