"""Buttons, chips, pill, lamps, empty states, banners and toasts."""

from __future__ import annotations

from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from desktop.ui.channels.dialog import Dialog
from desktop.ui.settings.prefs import Prefs
from desktop.ui.theme import tokens
from desktop.ui.widgets import toast as toast_module
from desktop.ui.widgets.banner import Banners
from desktop.ui.widgets.buttons import Button, IconButton, Segments
from desktop.ui.widgets.chips import Chip, Flow, Pill
from desktop.ui.widgets.labels import ElidedLabel, Lamp, breakable, label, lamp_color
from desktop.ui.widgets.states import BusyCard, EmptyState
from desktop.ui.widgets.toast import Toasts
from tests.ui.conftest import nameless, press

T = TypeVar("T", bound=QWidget)


def kept(qtbot: Any, widget: T) -> T:
    """A top-level widget that lives as long as its test and is deleted before the next."""
    qtbot.addWidget(widget)
    return widget


@pytest.fixture(autouse=True)
def themed(prefs: Prefs) -> None:
    pass


def test_buttons_take_the_focus_and_have_names(qtbot: object) -> None:
    button, icon = Button("부서로 전달하기", key="1"), IconButton("x", "닫기")
    for each in (button, icon):
        assert each.focusPolicy() & Qt.FocusPolicy.ClickFocus
        assert each.accessibleName()
    button.setText("보내기")
    assert button.accessibleName() == "보내기"
    assert button.toolTip() == "부서로 전달하기 (1)"


def test_targets_are_large_enough(qtbot: object) -> None:
    for made in (Button("가"), IconButton("x", "닫기"), Chip("오늘")):
        made.ensurePolished()
        assert made.sizeHint().height() >= 24


def test_segments_choose_one(qtbot: object) -> None:
    segments = Segments("답변 단계", [("first", "1차 답변"), ("final", "최종 답변")])
    heard: list[str] = []
    segments.chosen.connect(heard.append)
    segments.set_value("final")
    assert (segments.value(), heard) == ("final", [])
    first = segments.findChildren(QPushButton)[0]
    first.click()
    assert (segments.value(), heard) == ("first", ["first"])


def test_chips_are_removed_by_click_and_by_key(qtbot: object) -> None:
    chip = Chip("트위터", removable=True)
    gone: list[int] = []
    chip.removed.connect(lambda: gone.append(1))
    chip.click()
    press(chip, Qt.Key.Key_Delete)
    press(chip, Qt.Key.Key_Backspace)
    assert len(gone) == 3
    assert chip.isChecked()
    assert chip.accessibleName() == "트위터"


def test_the_pill_shows_only_news_and_never_takes_the_focus(qtbot: object) -> None:
    holder = kept(qtbot, QWidget())
    pill = Pill(holder)
    holder.show()
    pill.set_count(12, "새 글 12건 보기 (.)")
    assert pill.isVisible() and not pill.hasFocus()
    assert pill.accessibleName() == "새 글 12건 보기 (.)"
    pill.set_count(0, "")
    assert not pill.isVisible()


def test_elided_text_is_whole_for_those_who_listen(qtbot: object) -> None:
    text = ("도시교통실 버스정책과 노선팀 " * 4).strip()
    shown = ElidedLabel(text)
    qtbot.addWidget(shown)  # type: ignore[attr-defined]
    shown.resize(80, 20)
    shown.show()
    assert shown.text().endswith("…")
    assert shown.accessibleName() == shown.whole_text() == shown.toolTip() == text
    shown.resize(4000, 20)
    shown.show()
    assert shown.toolTip() == ""


def test_a_word_without_room_is_broken_and_stays_itself(qtbot: Any) -> None:
    long = "https://www.seoul.go.kr/news/news_report.do?list=9999&id=" + "한강공원자전거도로" * 4
    shown = label(f"주소는 {long} 입니다", wrap=True)
    qtbot.addWidget(shown)
    assert shown.text() == f"주소는 {long} 입니다"
    assert shown.minimumSizeHint().width() < shown.fontMetrics().horizontalAdvance(long) // 3
    assert shown.heightForWidth(200) > shown.heightForWidth(2000)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    shown.show()
    shown.setSelection(0, len(QLabel.text(shown)))
    QGuiApplication.clipboard().setText(shown.selectedText())  # as Ctrl+C does
    assert QGuiApplication.clipboard().text() == f"주소는 {long} 입니다"


@pytest.mark.parametrize(
    "text", ["짧은 말", "👨\u200d👩\u200d👧" * 9, "\u1112\u1161\u11ab" * 9, "e\u0301" * 20]
)
def test_what_is_one_sign_is_not_broken(text: str) -> None:
    assert breakable(text) == text


def test_lamps_differ_in_more_than_colour(qtbot: object) -> None:
    pictures = set()
    for tone in ("good", "warning", "danger", ""):
        lamp = Lamp("정상", tone)
        lamp.resize(lamp.sizeHint())
        image = lamp.grab().toImage()
        shape = tuple(
            image.pixelColor(x, y).lightness() > 200
            for x in range(min(14, image.width()))
            for y in range(image.height())
        )
        pictures.add(shape)
        assert lamp.accessibleName() == "정상"
    assert len(pictures) == 4
    assert lamp_color("good", tokens.LIGHT) != lamp_color("danger", tokens.LIGHT)


def test_an_empty_state_says_why_and_offers_one_act(qtbot: object) -> None:
    state = EmptyState(
        "미분류 글이 없습니다.", "마지막 글은 14:02에 분류했습니다.", action="오늘 처리한 글 보기"
    )
    heard: list[int] = []
    state.acted.connect(lambda: heard.append(1))
    state.findChildren(QPushButton)[0].click()
    assert heard == [1]
    state.set_state("조건에 맞는 글이 없습니다.")
    assert state.accessibleName() == "조건에 맞는 글이 없습니다."
    assert state.findChildren(QPushButton)[0].isHidden()


def test_busy_card(qtbot: object) -> None:
    card = BusyCard("가져오기", "멈추기")
    stopped: list[int] = []
    card.cancelled.connect(lambda: stopped.append(1))
    card.set_progress(62, 100, "62 %")
    card.findChildren(QPushButton)[0].click()
    assert stopped == [1]
    assert "62 %" in [shown.text() for shown in card.findChildren(QLabel)]
    assert nameless(card) == []


def test_flow_breaks_lines_like_words(qtbot: object) -> None:
    holder = kept(qtbot, QWidget())
    flow = Flow(holder)
    for _ in range(6):
        box = QWidget()
        box.setMinimumSize(100, 20)
        flow.addWidget(box)
    assert flow.heightForWidth(1000) == 20
    assert flow.heightForWidth(330) == 20 * 2 + 8
    flow.setGeometry(QRect(0, 0, 330, 100))
    assert flow.itemAt(3).geometry().topLeft().toTuple() == (0, 28)  # type: ignore[union-attr]
    flow.clear()
    assert flow.count() == 0


def test_banners_replace_and_leave(qtbot: object) -> None:
    banners = kept(qtbot, Banners())
    run: list[str] = []
    banners.put("online", "연결되지 않았습니다.", "warning")
    banners.put(
        "vault", "보관함이 잠겨 있습니다.", "warning", [("열기", lambda: run.append("열기"))], closable=True
    )
    assert list(banners.texts().values()) == ["연결되지 않았습니다.", "보관함이 잠겨 있습니다."]
    act, close = [b for b in banners.findChildren(QPushButton)]
    act.click()
    close.click()
    assert run == ["열기"]
    assert list(banners.texts()) == ["online"]
    banners.put("online", "")
    assert banners.texts() == {}


def test_toasts_act_close_and_never_pile_up(qtbot: object) -> None:
    holder = kept(qtbot, QWidget())
    holder.resize(1200, 800)
    toasts = Toasts(holder)
    done: list[str] = []
    made = toasts.show("3건을 전달했습니다", "실행 취소", lambda: done.append("undo"))
    made.findChildren(QPushButton)[0].click()
    assert done == ["undo"] and toasts.shown == []
    for number in range(5):
        toasts.show(f"알림 {number}")
    assert [t.text for t in toasts.shown] == ["알림 4"]
    toasts.show("알림 4")
    assert [(t.text, t.times) for t in toasts.shown] == [("알림 4", 2)]
    assert "알림 4 (2번)" in [part.text() for part in toasts.shown[0].findChildren(QLabel)]


def test_a_long_message_stays_in_its_place_and_is_not_cut(qtbot: object) -> None:
    holder = kept(qtbot, QWidget())
    holder.resize(1000, 700)
    toasts = Toasts(holder)
    toasts.place_in = lambda: [QRect(100, 0, 500, 52)]
    made = toasts.show("채널에 연결하지 못해 답변을 보내지 못했습니다. " * 4, "실행 취소", lambda: None)
    assert made.geometry().right() == 599 and abs(made.geometry().left() - 100) <= 8
    words = made.findChildren(QLabel)[0]
    assert words.height() >= words.heightForWidth(words.width())


def test_a_message_takes_the_first_place_in_which_it_is_short(qtbot: object) -> None:
    holder = kept(qtbot, QWidget())
    holder.resize(1000, 700)
    toasts = Toasts(holder)
    toasts.place_in = lambda: [QRect(600, 0, 400, 52), QRect(100, 0, 900, 52)]
    short = toasts.show("3건을 이관했습니다", "실행 취소", lambda: None)
    assert short.geometry().left() >= 600 and short.geometry().right() == 999
    long = toasts.show("채널에 연결하지 못해 답변을 보내지 못했습니다. " * 3, "실행 취소", lambda: None)
    assert 100 <= long.geometry().left() < 600 and long.geometry().right() == 999


def test_what_is_lower_than_its_line_stands_in_the_middle_of_it(qtbot: object) -> None:
    holder = kept(qtbot, QWidget())
    flow = Flow(holder)
    high, low = QWidget(holder), QWidget(holder)
    high.setFixedSize(50, 36)
    low.setFixedSize(50, 26)
    flow.addWidget(high)
    flow.addWidget(low)
    flow.setGeometry(QRect(0, 0, 200, 36))
    assert (high.y(), low.y()) == (0, 5)


def test_an_elided_label_gets_its_room_when_it_gets_its_words(qtbot: object) -> None:
    holder = kept(qtbot, QWidget())
    holder.resize(600, 40)
    words = ElidedLabel("", "", holder)
    words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    row = QHBoxLayout(holder)
    row.addWidget(words)
    row.addStretch(1)
    holder.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    holder.show()
    row.activate()
    words.setText("제2차 회의")
    row.activate()
    assert words.text() == "제2차 회의"


def test_an_empty_list_that_is_low_keeps_its_words_and_loses_its_icon(qtbot: object) -> None:
    holder = kept(qtbot, QWidget())
    state = EmptyState(
        "보낼 메일이 없습니다.", "메일로 일하는 부서에 이관하면 여기에 나타납니다.", parent=holder
    )
    for high, icon in ((300, True), (100, False), (300, True)):
        state.resize(500, high)
        state.resizeEvent(QResizeEvent(state.size(), state.size()))
        assert state._icon.isHidden() != icon


@pytest.mark.parametrize("wide", [700, 1600])
def test_buttons_of_a_dialog_are_never_cut(qtbot: object, wide: int) -> None:
    window = kept(qtbot, QWidget())
    window.resize(wide, 700)
    dialog = Dialog("약속", None, window, width=520)
    made = [dialog.add_button(f"약속을 못 지켰다고 적기 {number}") for number in range(4)]
    dialog.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    dialog.show()
    QApplication.processEvents()
    for button in made:
        assert button.width() >= button.sizeHint().width()
        assert dialog.rect().contains(button.geometry().translated(button.parentWidget().pos()))
    assert (len({button.y() for button in made}) == 1) == (wide == 1600)
    dialog.reject()


def test_toasts_go_after_their_time(qtbot: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toast_module, "SHOWN_MS", 1)
    holder = kept(qtbot, QWidget())
    toasts = Toasts(holder)
    toasts.show("잠깐")
    qtbot.waitUntil(lambda: toasts.shown == [])  # type: ignore[attr-defined]


def test_a_failure_can_be_copied(qtbot: object) -> None:
    holder = kept(qtbot, QWidget())
    made = Toasts(holder).show("문제가 생겼습니다.", tone="danger", report="Traceback …")
    QTest.mouseClick(made.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Traceback …"
    assert nameless(made) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_outside_of_dialogs_too(qtbot: Any, key: Qt.Key) -> None:
    button = Button("다음으로")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    qtbot.keyClick(button, key)
    assert pressed == [True]
    qtbot.keyClick(button, key, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [True] or key is Qt.Key.Key_Space
