"""The line in the detail pane that says which meet-up a post belongs to, and how its author stands there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.models.meetups import rows
from desktop.ui.detail.strips import Strip
from desktop.ui.meetups import words
from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ElidedLabel

translate = QCoreApplication.translate


class MeetupStrip(Strip):
    """번개팅 「자전거 출퇴근」 · 11. 27.(금) 18:30 · 초대함 [번개팅 보기]"""

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._shown: Any = None
        self.setAccessibleName(translate("Meetups", "번개팅"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        line = QFrame(self)
        line.setProperty("kind", "banner")
        row = QHBoxLayout(line)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(8)
        self._mark = QLabel(line)
        row.addWidget(self._mark)
        self.text = ElidedLabel("", "name", line)
        row.addWidget(self.text, 1)
        self.button = Button(translate("Meetups", "번개팅 보기"), line, kind="quiet")
        self.button.clicked.connect(lambda: self._go())
        row.addWidget(self.button)
        whole.addWidget(line)
        theme().changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        self._mark.setPixmap(icons.pixmap("calendar", theme().tokens.link, theme().px(18)))

    @staticmethod
    def read(case_id: int) -> Any:
        """The latest meet-up with posts of the case, with the guests who wrote them."""
        found = rows.of_case(case_id)
        return found[0] if found else None

    def show_case(self, loaded: Any, value: Any) -> None:
        meetup, guests = value
        self._shown = meetup
        author = loaded.detail.row.author_id
        guest = next((g for g in guests if g.author_id == author), next(iter(guests), None))
        standing = words.guest_word(guest.state) if guest is not None else words.state_word(meetup.state)
        text = translate("Meetups", "번개팅 「{theme}」 · {when} · {standing}").format(
            theme=meetup.theme, when=words.short_when(meetup.at_ms), standing=standing
        )
        self.text.setText(text)
        self.setVisible(True)

    def _go(self) -> None:
        self.bridge.go.emit("meetups")
        window = self.window()
        if self._shown is not None and hasattr(window, "screen_named"):
            window.screen_named("meetups").show_meetup(self._shown.id)
