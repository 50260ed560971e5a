"""What somebody types about a meet-up, kept until they save it: its record, and what citizens are to hear."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Any

from desktop.models import drafts
from desktop.ui.detail.drafts import DraftKeeper
from desktop.ui.widgets.editors import PreeditTextEdit


def place_of(meetup_id: int, part: str) -> str:
    """``part``: report or answer."""
    return f"meetup:{meetup_id}:{part}"


class TextKeeper(DraftKeeper):
    """One of the two texts. What equals the stored one needs no draft."""

    def __init__(self, bridge: Any, part: str, editor: PreeditTextEdit) -> None:
        super().__init__(bridge, part, editor.text_now, editor)
        self._editor = editor
        self._base = ""
        editor.typed.connect(lambda _: self.touched())

    def show(self, meetup_id: int, stored: str, draft: str | None) -> None:
        """Show the text of a meet-up; what somebody is typing there is never overwritten."""
        if meetup_id != self.post_id:
            text = stored if draft is None else draft
            self.open(meetup_id, text, None)  # saves what was typed about the one before
            self._base = stored
            self._put(text)
            return
        typed, before = self._editor.text_now(), self._base
        self._base = stored
        if typed == before:
            self._stored = stored
            self._put(stored)
        elif stored != before:
            self._stored = typed
            self._write(typed)  # what was typed has been stored, or is still to be

    @property
    def dirty(self) -> bool:
        return self._editor.text_now() != self._base

    def _put(self, text: str) -> None:
        if self._editor.text_now() != text:
            self._editor.setPlainText(text)

    def _store(self, text: str) -> Future[Any]:
        place = place_of(self.post_id or 0, self._kind)
        return self._submit(drafts.keep_text, place, self._bridge.user, None if text == self._base else text)
