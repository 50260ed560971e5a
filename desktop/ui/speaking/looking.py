"""Looking at an answer before it is sent: its preview, a place in it, its promises."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from connectors.base import Action


async def preview(composer: Any, bridge: Any, post_id: int, channel_id: int, text: str) -> None:
    """Open the preview of this text from this account."""
    from desktop.services import speaking
    from desktop.ui.speaking.preview_dialog import PreviewDialog

    action = Action.PRIVATE_REPLY if composer.private() else Action.REPLY
    review = await bridge.read(
        speaking.review, post_id, channel_id, text, bridge.user, int(time.time() * 1000), action=action
    )
    if composer.isVisible():
        PreviewDialog(bridge, review, composer.window()).open()


def select(editor: Any, finding: Any) -> None:
    """Put the cursor onto a place that was found. Qt counts in UTF-16, Python in characters."""
    text = editor.toPlainText()
    start, end = (
        len(text[:at].encode("utf-16-le", "surrogatepass")) // 2 for at in (finding.start, finding.end)
    )
    cursor = editor.textCursor()
    cursor.setPosition(min(start, editor.document().characterCount() - 1))
    cursor.setPosition(min(end, editor.document().characterCount() - 1), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
    editor.ensureCursorVisible()


def edit_promises(composer: Any, bridge: Any, line: Any) -> None:
    """Open the form in which days and owners of this answer's promises are changed."""
    from desktop.ui.speaking.promise_form import AnswerPromises

    form = AnswerPromises(bridge, line.sentences(), composer.window())
    form.changed.connect(lambda text, due, owner, kept: line.change(text, due=due, owner=owner, kept=kept))
    form.open()
