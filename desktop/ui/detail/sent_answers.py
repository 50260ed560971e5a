"""What can still be done with answers that were put into the outbox: taken back, written anew, settled.

Works on a composer, whose editor the text returns to. It must not know how anything is sent.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from connectors.base import Action
from desktop.ui import failures
from desktop.ui.widgets.editors import take_text

translate = QCoreApplication.translate

REPLIES = (Action.REPLY, Action.PRIVATE_REPLY)


class SentAnswers(QObject):
    """Connects the strip above a composer with the outbox."""

    def __init__(self, bridge: Any, composer: Any) -> None:
        super().__init__(composer)
        self._bridge = bridge
        self._composer = composer
        strip = composer.outbox
        strip.cancel.connect(lambda outbox_id: bridge.spawn(self._take_back(outbox_id)))
        strip.rewrite.connect(self._rewrite)
        strip.open_link.connect(composer.original_requested)
        strip.settle.connect(lambda *settled: bridge.spawn(self._settle(*settled)))

    async def _take_back(self, outbox_id: int) -> None:
        row = self._row(outbox_id)
        if self._bridge.services is None:
            return
        try:
            cancelled = await self._bridge.services.sender.cancel(outbox_id)
        except Exception as error:
            self._composer.fail(failures.sentence(error))
            return
        if not cancelled:
            self._composer.fail(translate("Composer", "이미 보내기 시작해 되돌릴 수 없습니다."))
        elif row is not None and row.action in REPLIES:
            self._put_back(row)
        self._composer.wrote.emit()

    async def _settle(self, outbox_id: int, arrived: bool) -> None:
        if self._bridge.services is not None:
            await self._bridge.services.sender.settle(outbox_id, arrived)
            self._composer.wrote.emit()

    def _rewrite(self, outbox_id: int) -> None:
        row = self._row(outbox_id)
        if row is not None:
            self._put_back(row)
            self._composer.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, outbox_id: int) -> Any:
        return next((row for row in self._composer.outbox_rows() if row.id == outbox_id), None)

    def _put_back(self, row: Any) -> None:
        """The text of an answer that did not go out returns to the editor, above what is there by now."""
        composer = self._composer
        if row.post_id != composer.post_id:
            return
        typed = take_text(composer.editor)
        if row.text.strip() and row.text.strip() not in typed:
            composer.form.set_text(f"{row.text}\n\n{typed}" if typed.strip() else row.text)
            composer.form.private_box.setChecked(row.action == Action.PRIVATE_REPLY)
            composer.drafts.flush()
        composer.show_form(True)


def is_draft_of(row: Any, draft: Any) -> bool:
    """Whether this draft went out already: the program was killed after the one and before the other."""
    return bool(
        row.action in REPLIES
        and row.post_id == draft.post_id
        and row.state not in ("cancelled", "refused")
        and row.created_ms >= draft.changed_ms
        and row.text.strip() == draft.text.strip()
    )
