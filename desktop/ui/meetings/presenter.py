"""The meeting on a projector: one idea, large, by keys alone, following the meeting's screen.

Shows what everybody in the room may see: no internal notes, no review, personal data hidden.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.ui import fmt
from desktop.ui.keys import LETTER_OF_JAMO
from desktop.ui.meetings.idea_page import body_of, readable
from desktop.ui.meetings.words import TONES, day_words, decision_word, filer, meeting_line, support_word
from desktop.ui.theme import fonts
from desktop.ui.theme.style import theme
from desktop.ui.widgets.labels import retone, tag

if TYPE_CHECKING:
    from desktop.ui.meetings.desk import MeetingDesk

translate = QCoreApplication.translate

SMALLEST, BODY, TITLE = 24, 30, 48
"""Sizes of type in px on a screen of 1,080 lines; never below 24."""


class Presenter(QWidget):
    """A window of its own. ``follow`` shows what lies open on the desk."""

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__(desk, Qt.WindowType.Window)  # it goes with the desk
        self._desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "page")
        self.setWindowTitle(translate("Presenter", "발표 화면"))
        self.setAccessibleName(translate("Presenter", "발표 화면"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._labels: list[tuple[QWidget, int, bool]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 40, 64, 28)
        column.setSpacing(16)
        self.where = self._label(SMALLEST)
        self.place = self._label(SMALLEST, bold=True)
        top = QHBoxLayout()
        top.addWidget(self.where, 1)
        top.addWidget(self.place)
        column.addLayout(top)
        self.title = self._label(TITLE, bold=True, wrap=True)
        column.addWidget(self.title)
        self.facts = self._label(SMALLEST, wrap=True)
        column.addWidget(self.facts)
        self.text = self._label(BODY, wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.scroll = QScrollArea(self)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setWidgetResizable(True)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setWidget(self.text)
        column.addWidget(self.scroll, 1)
        self.decision = tag("", "", self)
        self._labels.append((self.decision, BODY, True))
        self.reason = self._label(BODY, wrap=True)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.decision, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.reason, 1)
        column.addLayout(below)
        self.hint = self._label(SMALLEST)
        self.hint.setProperty("kind", "muted")
        self.hint.setText(translate("Presenter", "J·K 안건  ↑·↓ 글  Esc 닫기"))
        column.addWidget(self.hint)
        self._quiet = QTimer(self, interval=6000, singleShot=True)
        self._quiet.timeout.connect(self.hint.hide)
        desk.shown.connect(self.follow)
        theme().changed.connect(self._fit)
        self._fit()
        self.follow()

    @classmethod
    def open_for(cls, desk: MeetingDesk) -> Presenter:
        """Open on the screen that the program's window is not on, where there is one."""
        made = cls(desk)
        own = desk.window().screen()
        other = next((screen for screen in QGuiApplication.screens() if screen is not own), own)
        made.setGeometry(other.geometry())
        made.showFullScreen()
        made.activateWindow()
        made.setFocus(Qt.FocusReason.OtherFocusReason)
        made._quiet.start()
        return made

    def follow(self) -> None:
        """Show what lies open on the desk now."""
        whole, loaded = self._desk.whole, self._desk.loaded
        if whole is None:
            return
        self.where.setText(meeting_line(whole.meeting))
        if loaded is None:
            left = translate("Presenter", "안건 {n}건").format(n=fmt.number(len(whole.agenda)))
            self.title.setText(left)
            for empty in (self.place, self.facts, self.text, self.reason):
                empty.setText("")
            self.decision.hide()
            return
        row, item = loaded.row, loaded.item
        numbers = [agenda.item.case_id for agenda in whole.agenda]
        at = numbers.index(row.case_id) + 1 if row.case_id in numbers else 0
        self.place.setText(translate("Presenter", "안건 {n} / {all}").format(n=at, all=len(numbers)))
        if self.title.text() != row.title:
            self.scroll.verticalScrollBar().setValue(0)
        self.title.setText(row.title)
        parts = [filer(row), fmt.date(row.idea.filed_ms), support_word(row.support)]
        if row.posts > 1:
            parts.append(translate("Presenter", "같은 글 {n}건").format(n=fmt.number(row.posts)))
        self.facts.setText(" · ".join(parts))
        self.text.setText(readable(body_of(loaded)))
        decision = item.decision if item is not None else ""
        self.decision.setVisible(bool(decision))
        self.decision.setText(decision_word(decision))
        retone(self.decision, TONES.get(decision, ""))
        self._size(self.decision, BODY, True)
        self.reason.setText(_outcome(loaded) if decision else "")

    # --- keys, sizes ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.text().upper()
        key = LETTER_OF_JAMO.get(event.text(), key)
        bar = self.scroll.verticalScrollBar()
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif key == "J" or event.key() in (Qt.Key.Key_Right, Qt.Key.Key_PageDown):
            self._desk.step(1)
        elif key == "K" or event.key() in (Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            self._desk.step(-1)
        elif event.key() == Qt.Key.Key_Down:
            bar.setValue(bar.value() + bar.pageStep() // 2)
        elif event.key() == Qt.Key.Key_Up:
            bar.setValue(bar.value() - bar.pageStep() // 2)
        elif key in ("?", "F1"):
            self.hint.show()
            self._quiet.start()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        window = self._desk.window()
        window.activateWindow()
        self._desk.agenda.setFocus(Qt.FocusReason.OtherFocusReason)

    def _label(self, size: int, *, bold: bool = False, wrap: bool = False) -> QLabel:
        made = QLabel(self)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setWordWrap(wrap)
        self._labels.append((made, size, bold))
        return made

    def _fit(self) -> None:
        for widget, size, bold in self._labels:
            self._size(widget, size, bold)

    def _size(self, widget: QWidget, size: int, bold: bool) -> None:
        px = max(SMALLEST, round(size * max(self.height(), 1) / 1080))
        weight = 700 if bold else 400
        widget.setFont(fonts.font(px, bold=bold))
        widget.setStyleSheet(f"font-size: {px}px; font-weight: {weight};")


def _outcome(loaded: object) -> str:
    """The reason, and for what is adopted who does it by when."""
    item, names = loaded.item, loaded.names  # type: ignore[attr-defined]
    parts = [item.reason]
    more = [names.get(item.owner, item.owner)] if item.owner else []
    if item.planned:
        more.append(translate("Presenter", "{day}까지").format(day=day_words(item.planned)))
    if more:
        parts.append(" · ".join(more))
    return "\n".join(parts)
