"""Taking a citizen's words down by hand: a telephone call, a chat, a comment on a page no program may read.

Owns the questions and where the post is kept: a channel for each source, made when it is first used.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from connectors.base import Post
from desktop.models.by_hand import keep_post
from desktop.ui import fmt
from desktop.ui.channels.addresses import complete_address
from desktop.ui.channels.dialog import Confirm, Dialog, field
from desktop.ui.widgets.editors import PreeditTextEdit, take_text
from desktop.ui.widgets.moments import moment_field, seoul

translate = QCoreApplication.translate

DAY_MS = 86_400_000


class ByHand(Dialog):
    """``kept`` gives the id of the channel in which the post is now."""

    kept = Signal(int)

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(translate("ByHand", "손으로 적기"), bridge, parent, width=560)
        self._sure = False
        self.source = QComboBox(self)
        self.source.setEditable(True)
        for name in (
            translate("ByHand", "전화"),
            translate("ByHand", "카카오톡"),
            translate("ByHand", "네이버 블로그 댓글"),
            translate("ByHand", "방문"),
        ):
            self.source.addItem(name)
        now = fmt.now_ms()
        self.time = moment_field(now, self)
        # A minute of grace: the clock of this dialog stands still while somebody types.
        self.time.setMaximumDateTime(seoul(now + DAY_MS))
        top = QHBoxLayout()
        hint = translate("ByHand", "목록에 없으면 적어 주세요")
        top.addWidget(field(translate("ByHand", "받은 곳"), self.source, hint), 1)
        top.addWidget(field(translate("ByHand", "받은 때"), self.time, " "), 1)
        self.body.addLayout(top)
        self.author = QLineEdit(self)
        self.author.setPlaceholderText(translate("ByHand", "모르면 비워 두세요"))
        self.body.addWidget(field(translate("ByHand", "시민 이름"), self.author))
        self.text = PreeditTextEdit(translate("ByHand", "내용"), self)
        self.text.setMinimumHeight(140)
        self.text.typed.connect(lambda _: self._typed())
        self.body.addWidget(field(translate("ByHand", "내용"), self.text), 1)
        self.link = QLineEdit(self)
        self.link.setPlaceholderText("https://")
        self.body.addWidget(field(translate("ByHand", "원문 주소"), self.link))
        self.add_cancel()
        self.button = self.add_button(translate("ByHand", "적어 두기"), "primary")
        self.button.clicked.connect(lambda: self.save())
        self._typed()
        self.author.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        self.button.setEnabled(self._task is None and bool(self.text.text_now().strip()))

    def save(self) -> None:
        """Store the post; whatever is wrong is said, and nothing that was typed is lost."""
        text = take_text(self.text).strip()
        source = take_text(self.source.lineEdit()).strip()
        author = take_text(self.author).strip()
        if self._task is not None or not text:
            return
        if not source:
            self.fail(translate("ByHand", "받은 곳을 적어 주세요."))
            self.source.setFocus()
            return
        link = take_text(self.link).strip()
        if link and not complete_address(link):
            self.fail(translate("ByHand", "원문 주소는 http 또는 https 주소로 적어 주세요."))
            self.link.setFocus()
            return
        from connectors.manual import make_post

        self.fail("")
        created_ms = int(self.time.dateTime().toMSecsSinceEpoch())
        post = make_post(source, author, text, created_ms, complete_address(link))
        self.work(self._save(post.context or source, post))

    async def _save(self, source: str, post: Post) -> None:
        kept = await self.bridge.write(keep_post, source, post)
        self._sure = True
        text = translate("ByHand", "{source}에서 받은 글을 적어 두었습니다")
        self.bridge.toast(text.format(source=source), tone="good")
        self.kept.emit(kept.channel_id)
        self.accept()

    def busy(self, busy: bool) -> None:
        self._typed()

    def reject(self) -> None:
        """Esc with text in it asks first: a caller does not repeat himself."""
        if self._sure or not take_text(self.text).strip():
            super().reject()
            return
        ask = Confirm(
            self.bridge,
            self,
            translate("ByHand", "적은 글을 버릴까요?"),
            translate("ByHand", "아직 저장하지 않았습니다. 버리면 되돌릴 수 없습니다."),
            translate("ByHand", "적은 글 버리기"),
            translate("ByHand", "계속 적기"),
        )
        ask.accepted.connect(self._throw_away)
        ask.open()

    def _throw_away(self) -> None:
        self._sure = True
        super().reject()
