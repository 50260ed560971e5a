"""Words for an answer that come from elsewhere in the window (an interim notice, ...).

They are taken once their post is on show, and only where nobody has written anything yet; a person reads and
sends them.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

translate = QCoreApplication.translate


class Offers(QObject):
    """The one that waits, of one pane."""

    def __init__(self, bridge: Any, composer: Any) -> None:
        super().__init__(composer)
        self._bridge = bridge
        self._composer = composer
        self._waiting: tuple[int, str] | None = None
        bridge.offered.connect(self._offered)

    def _offered(self, post_id: int, text: str) -> None:
        self._waiting = (post_id, text)
        self.take()

    def take(self) -> None:
        """The pane shows a post: put the words for it into its empty answer."""
        if self._waiting is None or self._composer.post_id != self._waiting[0]:
            return
        text, self._waiting = self._waiting[1], None
        if not self._composer.form.isVisibleTo(self._composer):
            return  # the pane says why no answer can be written there
        if self._composer.editor.text_now().strip():
            said = translate("Detail", "쓰던 답변이 있어 안내문을 넣지 않았습니다. 쓰던 글은 그대로 있습니다")
            self._bridge.toast(said, tone="warning")
            return
        self._composer.form.set_text(text)
        self._composer.editor.setFocus(Qt.FocusReason.OtherFocusReason)
