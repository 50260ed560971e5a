"""A meeting from the empty agenda to the last decision, by mouse and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from desktop.models import drafts
from desktop.models.meetings import agenda, deciding, planning
from desktop.ui.lists import drag
from desktop.ui.lists.view import CardView
from desktop.ui.meetings.dialogs import EndMeeting
from desktop.ui.meetings.filling import moved
from desktop.ui.meetings.meeting_dialog import MeetingDialog
from desktop.ui.meetings.presenter import Presenter
from tests.ui.conftest import nameless
from tests.ui.detail.desk import button, compose, press
from tests.ui.meetings.conftest import Room


def drop(view: CardView, case_ids: list[int], y: int) -> None:
    """Let go of them at this height; Qt takes an event for a drop only after the drag has come in."""
    at, mime, kind = QPointF(20, y), drag.to_mime(case_ids), Qt.DropAction.MoveAction
    held, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(at.toPoint(), kind, mime, held, keys))
    QApplication.sendEvent(view.viewport(), QDragMoveEvent(at.toPoint(), kind, mime, held, keys))
    QApplication.sendEvent(view.viewport(), QDropEvent(at, kind, mime, held, keys))


def unnamed(screen: QWidget) -> list[str]:
    """Empty states name themselves with their words; lists of combo boxes are Qt's."""
    return [name for name in nameless(screen) if "EmptyState" not in name and name != "QListView in QFrame"]


async def test_the_choice_of_work_stands_at_the_right_with_and_without_a_meeting(room: Room) -> None:
    screen = await room.open()
    screen.resize(1100, 700)
    await room.settle()
    assert screen.desk.mode.geometry().right() > screen.desk.width() - 4
    room.desk.write(planning.remove, room.meeting)
    await room.desk.until(lambda: screen.desk.whole is None)
    await room.settle()
    assert screen.desk.mode.geometry().right() > screen.desk.width() - 4


async def test_without_a_meeting_the_screen_says_how_to_begin(room: Room) -> None:
    room.desk.write(planning.remove, room.meeting)
    screen = await room.open()
    assert screen.desk.whole is None and screen.desk.buttons["new"].isVisible()
    screen.desk.acts.plan()
    (dialog,) = screen.findChildren(MeetingDialog)
    dialog.place.setText("서소문청사")
    dialog.add_person()
    dialog.table.item(0, 0).setText("김위원")
    dialog.save()
    await room.desk.until(lambda: screen.desk.whole is not None)
    whole = screen.desk.whole
    assert whole is not None and whole.meeting.place == "서소문청사" and whole.meeting.number == 1
    assert [person.name for person in whole.people] == ["김위원"]
    assert room.desk.bridge.undo.can_undo()


async def test_keys_put_ideas_on_the_agenda_order_them_and_take_them_off(room: Room) -> None:
    screen = await room.open()
    pool, desk = screen.desk.pool, screen.desk
    pool.view.setFocus()
    pool.view.go_to_row(0)
    press(pool.view, Qt.Key.Key_A, "a")
    await room.desk.until(lambda: len(desk.model.keys()) == 1)
    await room.settle()
    assert room.agenda() == [room.cases["shelter"]]  # filed first, so on top of the pool
    assert room.cases["shelter"] not in pool.model.keys()
    room.put("bike", "lamp")
    await room.desk.until(lambda: len(desk.model.keys()) == 3)
    desk.agenda.setFocus()
    desk.agenda.select_keys([room.cases["lamp"]])
    assert room.run("card.up")
    await room.desk.until(lambda: room.agenda()[1] == room.cases["lamp"])
    await room.settle()
    assert [card.name[:2] for card in desk.model.cards()] == ["1.", "2.", "3."]
    assert desk.agenda.current_card() is not None and desk.agenda.current_card().key == room.cases["lamp"]
    press(desk.agenda, Qt.Key.Key_Delete)
    await room.desk.until(lambda: room.cases["lamp"] in pool.model.keys())
    room.desk.bridge.undo.undo()
    await room.desk.until(lambda: len(room.agenda()) == 3)
    await room.settle()
    assert room.cases["lamp"] in desk.model.keys()
    assert room.agenda()[1] == room.cases["lamp"]


async def test_ideas_are_dragged_onto_the_agenda_within_it_and_back(room: Room) -> None:
    screen = await room.open()
    view, cases = screen.desk.agenda, room.cases
    drop(view, [cases["bike"], cases["lamp"]], 10)
    await room.desk.until(lambda: room.agenda() == [cases["bike"], cases["lamp"]])
    await room.settle()
    drop(view, [cases["shelter"]], 2)
    await room.desk.until(lambda: room.agenda() == [cases["shelter"], cases["bike"], cases["lamp"]])
    await room.settle()
    drop(view, [cases["shelter"]], 2000)
    await room.desk.until(lambda: room.agenda() == [cases["bike"], cases["lamp"], cases["shelter"]])
    await room.settle()
    drop(screen.desk.pool.view, [cases["bike"]], 10)
    await room.desk.until(lambda: room.agenda() == [cases["lamp"], cases["shelter"]])


@pytest.mark.parametrize(
    ("chosen", "by", "wanted"),
    [([3], -1, [1, 3, 2]), ([1], -1, [1, 2, 3]), ([1, 2], 1, [3, 1, 2]), ([2, 3], 1, [1, 2, 3])],
)
def test_several_move_together_and_stop_at_the_ends(chosen: list[int], by: int, wanted: list[int]) -> None:
    assert moved([1, 2, 3], chosen, by) == wanted


async def test_deciding_by_keys_wants_a_reason_and_goes_on_to_the_next(room: Room) -> None:
    room.put("bike", "lamp")
    screen = await room.open()
    desk = screen.desk
    desk.set_mode("decide")
    await room.settle()
    assert desk.loaded is not None and desk.loaded.row.case_id == room.cases["bike"]
    assert room.run("decision.reject")
    assert desk.panel.reason.hasFocus() and desk.panel.decision() == "rejected"
    assert room.run("decision.save")
    assert not desk.panel.hint.isHidden() and room.idea("bike").state == "agenda"
    compose(desk.panel.reason, "렵", "어")  # the last syllable is still being typed
    assert room.run("decision.save")
    await room.desk.until(lambda: room.idea("bike").state == "rejected")
    await room.settle()
    assert room.idea("bike").reason == "어렵"
    assert desk.loaded.row.case_id == room.cases["lamp"] and desk.panel.decision() == ""
    assert desk.panel.reason.toPlainText() == ""
    assert desk.whole is not None and desk.whole.meeting.state == "running"
    assert "제안자에게 알릴 글을 써 두었습니다" in room.desk.toasts[-1]
    assert room.run("list.previous")
    await room.settle()
    assert desk.loaded.row.case_id == room.cases["bike"]
    assert button(desk.page, "알림 글 열기") and button(desk.page, "재심사 요청 받기")


async def test_a_step_through_the_agenda_never_goes_back_on_its_way(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.put("bike", "lamp", "shelter")
    screen = await room.open()
    desk = screen.desk
    desk.set_mode("decide")
    await room.settle()
    opened: list[int] = []
    monkeypatch.setattr(desk.agenda, "show_case", opened.append)
    assert room.run("list.next")
    await room.settle()
    assert set(opened) == {room.cases["lamp"]}
    opened.clear()
    desk.choose("rejected")
    desk.panel.reason.setPlainText("이미 하고 있는 일입니다.")
    desk.panel.save()
    await room.desk.until(lambda: desk.loaded.row.case_id == room.cases["shelter"])
    await room.settle()
    assert set(opened) == {room.cases["shelter"]}
    assert [card.key for card in desk.agenda.selected_cards()] == [room.cases["shelter"]]


async def test_a_decision_chosen_while_the_agenda_is_filled_lays_the_first_idea_open(room: Room) -> None:
    room.put("bike", "lamp")
    screen = await room.open()
    desk = screen.desk
    assert desk.mode.value() == "pick"
    assert room.run("decision.reject")
    await room.settle()
    assert desk.loaded is not None and desk.loaded.row.case_id == room.cases["bike"]
    assert desk.panel.decision() == "rejected" and desk.panel.reason.hasFocus()
    assert room.run("list.next")
    await room.settle()
    assert desk.loaded.row.case_id == room.cases["lamp"] and desk.panel.decision() == ""


async def test_adopting_takes_the_department_and_a_day(room: Room) -> None:
    room.put("bike")
    screen = await room.open()
    screen.desk.set_mode("decide")
    await room.settle()
    panel = screen.desk.panel
    assert panel.adopted.isHidden()
    room.run("decision.adopt")
    assert not panel.adopted.isHidden()
    panel._picked("bus", "버스정책과")
    panel.reason.setPlainText("불편이 큽니다")
    panel.date.setDate(panel.date.minimumDate().addDays(40))
    panel.save()
    await room.desk.until(lambda: room.idea("bike").state == "adopted")
    await room.settle()
    idea = room.idea("bike")
    assert idea.owner == "bus" and idea.planned == panel.date.date().toString("yyyy-MM-dd")
    told: list[object] = []
    room.desk.bridge.compose.connect(lambda post, stage: told.append((post, stage)))
    screen.desk.acts.run("tell", room.cases["bike"], screen.desk.loaded)
    await room.settle()
    assert told == [(room.cases["bike"], "final")] and room.desk.opened[-1] == room.cases["bike"]
    draft = room.desk.store.read(drafts.load_draft, room.cases["bike"], "reply", "김주무관").result()
    assert "버스정책과가" in draft.text


async def test_what_is_typed_of_a_reason_outlives_the_window(room: Room) -> None:
    room.put("bike", "lamp")
    screen = await room.open()
    screen.desk.set_mode("decide")
    await room.settle()
    screen.desk.panel.reason.setPlainText("반쯤 쓴 사유")
    room.run("list.next")
    await screen.flush()
    await room.settle()
    assert screen.desk.panel.reason.toPlainText() == ""
    room.run("list.previous")
    await room.settle()
    assert screen.desk.panel.reason.toPlainText() == "반쯤 쓴 사유"


async def test_a_decision_of_somebody_else_is_not_overwritten(room: Room) -> None:
    room.put("bike")
    screen = await room.open()
    screen.desk.set_mode("decide")
    await room.settle()
    panel, seen = screen.desk.panel, screen.desk.loaded
    assert seen is not None
    room.desk.store.write(
        deciding.decide, room.meeting, room.cases["bike"], "held", "더 봅니다", actor="박주무관"
    ).result()
    screen.desk.acts.decide(room.meeting, seen, "rejected", "어렵습니다", "", "")
    await room.settle()
    assert room.idea("bike").state == "held" and room.desk.last_toast.tone == "danger"
    assert panel.isVisible()  # it may still be decided otherwise, knowing what is there now


async def test_ending_a_meeting_names_what_is_left(room: Room) -> None:
    room.put("bike", "lamp")
    room.desk.write(deciding.decide, room.meeting, room.cases["bike"], "held", "더 봅니다")
    screen = await room.open()
    button(screen.desk, "회의 마치기").click()
    (dialog,) = screen.findChildren(EndMeeting)
    assert "1건" in "".join(label.text() for label in dialog.findChildren(type(dialog.heading)))
    button(dialog, "회의 마치기").click()
    await room.desk.until(lambda: room.idea("lamp").state == "pool")
    await room.settle()
    assert screen.desk.whole is not None and screen.desk.whole.meeting.state == "closed"
    assert not screen.desk.panel.isVisible() and not screen.desk.buttons["close"].isVisible()


async def test_another_meeting_is_chosen_and_its_agenda_shown(room: Room) -> None:
    room.put("bike")
    other = room.desk.write(planning.add, room.desk.now_ms + 9 * 86_400_000, title="심사위원회").id
    room.desk.write(agenda.add, other, [room.cases["lamp"]])
    screen = await room.open()
    choice: QComboBox = screen.desk.choice
    assert screen.desk.meeting_id == room.meeting  # the next one
    choice.setCurrentIndex(choice.findData(other))
    choice.activated.emit(choice.currentIndex())
    await room.desk.until(lambda: screen.desk.model.keys() == {room.cases["lamp"]})
    assert "심사위원회" in screen.desk.where.whole_text()


async def test_the_projector_follows_and_shows_no_personal_data_or_review(room: Room) -> None:
    from desktop.models.meetings import ideas

    room.put("shelter", "lamp")
    room.desk.write(ideas.edit, room.cases["shelter"], review="내부 검토입니다")
    screen = await room.open()
    screen.desk.set_mode("decide")
    await room.settle()
    view = Presenter(screen.desk)
    view.show()
    shown = " ".join((view.title.text(), view.text.text(), view.facts.text(), view.reason.text()))
    assert "독서 쉼터" in view.title.text() and "1 / 2" in view.place.text()
    assert "1234" not in shown and "내부 검토" not in shown
    press(view, Qt.Key.Key_J, "ㅓ")  # Hangul is on
    await room.settle()
    assert "가로등" in view.title.text() and screen.desk.loaded.row.case_id == room.cases["lamp"]
    room.desk.write(deciding.decide, room.meeting, room.cases["lamp"], "held", "더 살펴봅니다")
    await room.desk.until(lambda: "더 살펴봅니다" in view.reason.text())
    assert view.decision.text() == "보류"
    sizes = [int(widget.styleSheet().split("font-size: ")[1].split("px")[0]) for widget, _, _ in view._labels]
    assert min(sizes) >= 24


async def test_everything_has_a_name_and_letters_mean_nothing_in_the_reason(room: Room) -> None:
    room.put("bike")
    screen = await room.open()
    assert unnamed(screen) == []
    screen.desk.set_mode("decide")
    await room.settle()
    assert unnamed(screen) == []
    room.run("decision.hold")
    press(screen.desk.panel.reason, Qt.Key.Key_A, "a")
    await room.settle()
    assert screen.desk.panel.reason.toPlainText() == "a" and len(room.agenda()) == 1
