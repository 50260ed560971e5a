"""All ideas: views, search, twins, progress, telling, asking again; and where else ideas show."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from connectors.base import Author
from desktop.models import cases, queries
from desktop.models.meetings import deciding, ideas
from desktop.models.search import index_some
from desktop.ui.detail.history import event_sentence
from desktop.ui.lists.rows import Context, prepare
from desktop.ui.meetings import dialogs
from desktop.ui.meetings.cards import Wanted
from desktop.ui.meetings.idea_data import load
from desktop.ui.meetings.strip import IdeaStrip, sentence
from tests.ui.detail.desk import button, compose
from tests.ui.meetings.conftest import Room


def words(page: object) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel))  # type: ignore[attr-defined]


async def archive(room: Room) -> object:
    screen = await room.open()
    screen.tabs.setCurrentWidget(screen.archive)
    await room.settle()
    return screen.archive


def decide(room: Room, name: str, decision: str, **more: object) -> None:
    room.put(name)
    planned = {"planned": "2099-01-01"} if decision == "adopted" else {}
    room.desk.store.write(
        deciding.decide, room.meeting, room.cases[name], decision, "사유입니다", actor="김주무관",
        **{**planned, **more},
    ).result()  # fmt: skip


async def test_views_orders_and_search(room: Room) -> None:
    decide(room, "lamp", "rejected")
    while room.desk.write(index_some):
        pass
    shown = await archive(room)
    assert [card.key for card in shown.ideas.model.cards()] == [room.cases["shelter"], room.cases["bike"]]
    shown.ideas.show_wanted(Wanted("rejected"))
    await room.settle()
    assert [card.key for card in shown.ideas.model.cards()] == [room.cases["lamp"]]
    room.screen.search("거치대")
    await room.settle()
    assert [card.key for card in shown.ideas.model.cards()] == [room.cases["bike"]]
    shown.ideas.view.go_to_row(0)
    await room.settle()
    assert "거치대" in words(shown.page)
    room.screen.search("없는말")
    await room.settle()
    assert shown.ideas.empty.shown() is not None
    # No idea lies open beside it as if it had been found.
    assert shown.page.loaded is None and "찾는 아이디어가 없습니다" in words(shown.page)
    room.screen.search("")
    await room.settle()
    assert "목록에서 아이디어를 하나 골라 주세요." in words(shown.page)
    assert shown.ideas.views.itemText(shown.ideas.views.findData("rejected")).endswith(" 1")


async def test_an_idea_that_was_asked_for_stays_beside_a_list_without_it(room: Room) -> None:
    decide(room, "lamp", "rejected")
    shown = await archive(room)
    shown.ideas.show_wanted(Wanted("adopted"))
    await room.settle()
    assert "해당하는 아이디어가 없습니다" in words(shown.page)
    room.screen.see(room.cases["lamp"])
    await room.settle()
    assert "가로등" in words(shown.page)
    room.desk.write(cases.move, [room.cases["bike"]], "opinion")
    await room.settle()
    assert "가로등" in words(shown.page)
    shown.ideas.show_wanted(Wanted("held"))
    await room.settle()
    assert shown.page.loaded is None


async def test_a_list_follows_what_happens_elsewhere(room: Room) -> None:
    shown = await archive(room)
    room.desk.write(cases.move, [room.cases["bike"]], "opinion")
    await room.desk.until(lambda: room.cases["bike"] not in shown.ideas.model.keys())
    decide(room, "lamp", "held")
    await room.desk.until(lambda: "보류" in shown.ideas.model.card_of(room.cases["lamp"]).chips[0].text)


async def test_similar_ideas_are_shown_remembered_and_merged(room: Room) -> None:
    decide(room, "bike", "rejected")
    again = room.desk.arrive(
        "again", "공유 자전거 거치대를 늘려 주세요. 자리가 없습니다", author=Author("z", "시민z")
    )
    third = room.desk.arrive("third", "공유 자전거 거치대를 더 늘려 주세요. 자리가 모자랍니다", age_s=99_000)
    room.desk.write(cases.move, [again, third], "idea")
    shown = await archive(room)
    room.screen.see(again)
    await room.settle()
    text = words(shown.page)
    assert "비슷한 제안이" in text and "불채택됨, 사유: 사유입니다" in text
    merge = button(shown.page, "하나로 합치기")  # the rejected one cannot be merged
    merge.click()
    await room.desk.until(lambda: shown.page.loaded is not None and shown.page.loaded.row.case_id == third)
    await room.settle()
    assert shown.page.loaded.row.posts == 2 and "한 건으로 묶인 글" in words(shown.page)


async def test_progress_is_noted_and_told_in_the_history(room: Room) -> None:
    decide(room, "bike", "adopted", owner="bus")
    shown = await archive(room)
    room.screen.see(room.cases["bike"])
    await room.settle()
    button(shown.page, "진행 적기").click()
    await room.settle()
    (dialog,) = room.screen.findChildren(dialogs.ProgressDialog)
    dialog.slider.setValue(40)
    compose(dialog.note, "작", "설계 시")
    dialog.save()
    await room.desk.until(lambda: room.idea("bike").progress == 40)
    await room.settle()
    assert "추진 40%" in words(shown.page)
    events = room.desk.store.read(cases.history, room.cases["bike"]).result()
    told = [event_sentence(event, {"bus": "버스정책과"}) for event in events]
    assert told[-1] == "김주무관 · 추진 상황: 40% · 설계 시작"
    assert "회의에서 채택됨 · 사유: 사유입니다 · 버스정책과 · 2099. 1. 1.까지" in told[-2]
    assert any("회의 안건에 올림" in line for line in told)


async def test_telling_by_hand_and_asking_again(room: Room) -> None:
    decide(room, "bike", "rejected")
    shown = await archive(room)
    room.screen.see(room.cases["bike"])
    await room.settle()
    assert "제안자에게 알림: 작성됨 (보내기 전 확인)" in words(shown.page)
    button(shown.page, "다른 방법으로 알렸음").click()
    await room.desk.until(lambda: room.idea("bike").told_ms is not None)
    await room.settle()
    assert "제안자에게 알림: 알렸음" in words(shown.page)
    button(shown.page, "재심사 요청 받기").click()
    await room.settle()
    (dialog,) = room.screen.findChildren(dialogs.AskAgain)
    dialog.save()
    await room.desk.until(lambda: room.idea("bike").state == "pool")
    assert room.idea("bike").reconsidered


async def test_editing_keeps_what_somebody_else_wrote(room: Room) -> None:
    shown = await archive(room)
    room.screen.see(room.cases["bike"])
    await room.settle()
    room.run("idea.edit")
    button(shown.page, "고치기").click()
    await room.settle()
    dialog = room.screen.findChildren(dialogs.EditIdea)[0]
    room.desk.store.write(ideas.edit, room.cases["bike"], title="다른 제목", actor="박주무관").result()
    dialog.title_line.setText("내 제목")
    dialog.save()
    await room.settle()
    assert room.idea("bike").title == "다른 제목" and not dialog.failure.isHidden()


async def test_the_card_on_the_board_wears_meeting_and_decision(room: Room) -> None:
    def chips(name: str) -> list[str]:
        (row,) = room.desk.store.read(queries.cards_by_id, [room.cases[name]]).result()
        return [chip.text for chip in prepare(row, Context(room.desk.now_ms), by_case=True).chips]

    assert not any("회의" in text for text in chips("bike"))
    room.put("bike")
    assert any(text.startswith("회의 ") for text in chips("bike"))
    decide(room, "lamp", "rejected")
    assert "불채택" in chips("lamp")


async def test_the_strip_tells_what_became_of_it(room: Room) -> None:
    def said(name: str) -> str:
        value = room.desk.store.read(IdeaStrip.read, room.cases[name]).result()
        return sentence(*value, {"bus": "버스정책과"})

    assert said("bike") == "안건 후보"
    room.put("bike")
    assert said("bike").startswith("안건 · 회의 ")
    decide(room, "lamp", "adopted", owner="bus")
    assert "채택됨 · 사유: 사유입니다 · 추진 0% · 버스정책과 · 2099. 1. 1.까지" in said("lamp")
    room.desk.write(cases.move, [room.cases["lamp"]], "opinion")
    assert room.desk.store.read(IdeaStrip.read, room.cases["lamp"]).result() is None
    assert room.desk.store.read(load, room.cases["lamp"]).result() is None


async def test_ideas_grow_older_while_they_are_looked_at(room: Room) -> None:
    room.put("lamp")
    shown = await archive(room)
    card = shown.ideas.model.cards()[0]
    before = card.age
    assert card.grow_older(room.desk.now_ms + 40 * 86_400_000)
    assert card.age != before
    shown.ideas.view.renew_ages()
    agenda = room.screen.desk.agenda
    agenda.renew_ages()
    assert [card.age for card in room.screen.desk.model.cards()] == [""]
