"""The line in the detail pane that says until when a case is due, how sure that is, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from desktop.models.deadlines import looking
from desktop.ui import fmt, keys
from desktop.ui.commands import Command
from desktop.ui.deadlines.acts import MENU, ClockActs
from desktop.ui.deadlines.sayings import all_lines, due_line, tag_of
from desktop.ui.deadlines.words import moment
from desktop.ui.detail.strips import Strip
from desktop.ui.rights import Guard
from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ElidedLabel, restyle

translate = QCoreApplication.translate

AGAIN_MS = 30_000
NOTICE_SOON_MS = 7 * 86_400_000
"""An interim notice is spoken of when it is due within a week."""


class DueStrip(Strip):
    """기한 11. 24.(화) 15:05 · 3시간 남음 · 소통민원 [출처 미확인] [왜?] [기한 바꾸기]"""

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._look: looking.Look | None = None
        self._post_id = 0
        self._drawn = ("", "")
        self.setAccessibleName(translate("DueStrip", "기한"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self._first_line())
        whole.addWidget(self._second_line())
        self.acts = ClockActs(bridge, self, self._chosen)
        self._timer = QTimer(self, interval=AGAIN_MS)
        self._timer.timeout.connect(self.refresh)
        theme().changed.connect(self._tint)

    def _first_line(self) -> QWidget:
        self.line = QFrame(self)
        self.line.setProperty("kind", "banner")
        row = QHBoxLayout(self.line)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(8)
        self._mark = QLabel(self.line)
        row.addWidget(self._mark)
        self.text = ElidedLabel("", "name", self.line)
        row.addWidget(self.text, 3)
        self.certainty = ElidedLabel("", "meta", self.line)
        self.certainty.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.certainty, 2)
        commands = self.bridge.commands
        why_key = keys.shown(commands.key("clock.why"))
        self.why = Button(translate("DueStrip", "왜?"), self.line, kind="quiet", key=why_key)
        self.why.setAccessibleName(translate("DueStrip", "왜? 기한의 까닭 보기"))
        self.why.clicked.connect(lambda: self.acts.why())
        row.addWidget(self.why)
        self.change = Button(translate("DueStrip", "기한 바꾸기"), self.line, icon="chevron-down")
        self.change.clicked.connect(self._open_menu)
        Guard(self.bridge, self.change, "case.clock")
        row.addWidget(self.change)
        return self.line

    def _second_line(self) -> QWidget:
        self.notice = QWidget(self)
        row = QHBoxLayout(self.notice)
        row.setContentsMargins(12, 0, 6, 0)
        row.setSpacing(8)
        self.notice_text = ElidedLabel("", "meta", self.notice)
        row.addWidget(self.notice_text, 1)
        self.notice_button = Button(translate("DueStrip", "안내 쓰기"), self.notice, kind="quiet")
        self.notice_button.clicked.connect(lambda: self.acts.write_notice())
        Guard(self.bridge, self.notice_button, "reply.write")
        row.addWidget(self.notice_button)
        self.notice.hide()
        return self.notice

    # --- what it shows ------------------------------------------------------------------------------------

    @staticmethod
    def read(case_id: int) -> looking.Look | None:
        return looking.look(case_id)

    def show_case(self, loaded: Any, value: looking.Look) -> None:
        self._look = value
        self._post_id = loaded.detail.row.id
        self.line.setToolTip(all_lines(value.lines))
        self.show()
        self.refresh()
        self._timer.start()

    def refresh(self) -> None:
        """Say anew how much time is left."""
        if self._look is None or self.isHidden():
            return
        now = fmt.now_ms()
        said = due_line(self._look.clock, now)
        tag = tag_of(self._look.rule)
        parts = said.text.split(" · ")
        self.text.set_texts([" · ".join(parts[:count]) for count in range(len(parts), 0, -1)], said.text)
        self.certainty.setText(tag)
        self._make_room()
        self.line.setAccessibleName(", ".join(part for part in (said.text, tag) if part))
        if self.line.property("tone") != said.tone:
            self.line.setProperty("tone", said.tone)
            for part in (self.line, self.text, self.certainty):
                restyle(part)
        self._drawn = (said.icon, said.tone)
        self._tint()
        self._show_notice(now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a narrow pane until when it is due comes before how sure that is (which "왜?" says too) and the
        words on a button."""
        name = translate("DueStrip", "기한 바꾸기")
        words = self.change.fontMetrics().horizontalAdvance(name)
        needed = self.text.sizeHint().width() + self.why.sizeHint().width() + theme().px(130) + words
        with_certainty = needed + self.certainty.sizeHint().width()
        self.certainty.setVisible(bool(self.certainty.whole_text()) and with_certainty <= self.width())
        shown = name if needed <= self.width() else ""
        if self.change.text() != shown:
            self.change.setText(shown)
            self.change.setAccessibleName(name)
            if self.bridge.may("case.clock"):  # else the tooltip says who may
                self.change.setToolTip("" if shown else name)

    def _show_notice(self, now: int) -> None:
        assert self._look is not None
        at = self._look.notice_ms
        soon = at is not None and at - now <= NOTICE_SOON_MS
        self.notice.setVisible(soon)
        if at is not None and soon:
            text = translate("DueStrip", "30일마다 하는 처리 상황 안내: {moment}까지")
            if at < now:
                text = translate("DueStrip", "처리 상황 안내가 늦었습니다: {moment}까지였습니다")
            self.notice_text.setText(text.format(moment=moment(at, now) if at >= now else fmt.full(at)))
            self.notice_text.setProperty("kind", "danger" if at < now else "meta")
            restyle(self.notice_text)

    def _tint(self) -> None:
        icon, tone = self._drawn
        if icon:
            colors = theme().tokens
            found = {"warning": colors.warning, "danger": colors.danger}.get(tone)
            color = found.text if found is not None else colors.subtle
            self._mark.setPixmap(icons.pixmap(icon, color, theme().px(18)))

    # --- what can be done ---------------------------------------------------------------------------------

    def commands(self) -> Sequence[Command]:
        return self.acts.commands()

    def _chosen(self) -> list[tuple[int, int]]:
        if self._look is None or self.isHidden():
            return []
        return [(self._look.clock.case_id, self._post_id)]

    def menu(self) -> QMenu:
        """All acts with their keys."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        commands = {command.id: command for command in self.acts.commands()}
        for identity in MENU:
            command = commands[identity]
            key = keys.shown(self.bridge.commands.key(identity))
            action = menu.addAction(f"{command.text}\t{key}" if key else command.text)
            action.setEnabled(command.allowed())
            action.setIcon(icons.icon(command.icon, theme().tokens.subtle, theme().px(16)))
            action.triggered.connect(lambda _=False, run=command.run: run())
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self.change.mapToGlobal(QPoint(0, self.change.height() + 2)))
