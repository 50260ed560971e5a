"""The line in the detail pane that says which meet-up a post belongs to, and how its author stands there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.models.meetups import rows
from desktop.ui.detail.strips import LineStrip
from desktop.ui.meetups import words
from desktop.ui.theme.style import theme

translate = QCoreApplication.translate


class MeetupStrip(LineStrip):
    """번개팅 「자전거 출퇴근」 · 11. 27.(금) 18:30 · 초대함 [번개팅 보기]"""

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent, "name")
        self._shown: Any = None
        self.setAccessibleName(translate("Meetups", "번개팅"))
        self.put_mark("calendar", lambda: theme().tokens.link)
        self.button = self.add(translate("Meetups", "번개팅 보기"), kind="quiet")
        self.button.clicked.connect(lambda: self._go())

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
        self.say(text, "")
        self.show()

    def _go(self) -> None:
        screen = self.screen("meetups")
        if screen is not None and self._shown is not None:
            screen.show_meetup(self._shown.id)
