"""A department's answer before it goes to the citizen: read, perhaps edited, sent; or sent back.

What has to be written in somebody's name with more care than that (the mayor's, or with consent) goes to the
answer's own place, where all of it is checked as it is typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.models import channels, forwarding, queries
from desktop.models.cases import new_step
from desktop.models.errors import Missing
from desktop.services import forwarding as service
from desktop.services import messages, speaking
from desktop.services.sendable import NotSendable, capabilities_of
from desktop.ui import fmt, i18n
from desktop.ui.channels.dialog import Dialog, field
from desktop.ui.departments.dialogs import ReasonDialog
from desktop.ui.departments.words import came_by_words
from desktop.ui.detail.words import account_words, count_words
from desktop.ui.forwarding.words import department_word, stage_word
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.editors import PreeditTextEdit, take_text
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate

CAREFUL = ("mayor",)
"""Voices in which nothing is sent from here: the answer's own place asks for more."""

LINES = 8


@dataclass(frozen=True, slots=True)
class Loaded:
    """``refusal``: code of why nothing can be sent to the citizen from the channel, "" where it can."""

    answer: Any
    row: Any
    post_id: int
    citizen: str
    names: dict[str, str]
    channel: Any
    review: Any
    refusal: str


_NOT_HERE = ("cannot-reply", "channel-off", "post-deleted", "no-post", "sample")


def load(answer_id: int, user: str, sample: bool) -> Loaded:
    """On a reader thread. Raises Missing."""
    answer = forwarding.get_answer(answer_id)
    row = forwarding.get(answer.forwarding_id)
    post_id = forwarding.kept_case(row.case_id)
    posts = queries.rows_by_id([post_id])
    if not posts:
        raise Missing(f"no post {post_id}")
    channel = channels.get_channel(posts[0].channel_id, counts=False)
    refusal, review = "", None
    try:
        service.check(answer.id, None, "")
    except NotSendable as error:
        refusal = error.code if error.code in _NOT_HERE else ""
    if sample:
        refusal = "sample"
    if row.lead and capabilities_of(channel):
        review = speaking.review(post_id, None, answer.text, user, fmt.now_ms(), stage=answer.stage)
    return Loaded(answer, row, post_id, posts[0].text, queries.department_names(), channel, review, refusal)


class AnswerDialog(Dialog):
    """``told`` comes after it was stored: (what to say, step, id of the row in the outbox or None)."""

    told = Signal(str, str, object)

    def __init__(self, bridge: Any, loaded: Loaded, parent: QWidget | None = None) -> None:
        super().__init__(translate("DepartmentAnswer", "부서 답변"), bridge, parent, width=620)
        self.loaded = loaded
        answer, row = loaded.answer, loaded.row
        who = [department_word(row, loaded.names), stage_word(answer.stage)]
        who += [answer.written_by, fmt.full(answer.written_ms), came_by_words(answer.came_by)]
        self.body.addWidget(label(" · ".join(part for part in who if part), "meta", self, wrap=True))
        citizen = label(loaded.citizen[:300], "muted", self, wrap=True)
        citizen.setMaximumHeight(theme().px(70))
        self.body.addWidget(citizen)
        self.editor = PreeditTextEdit(translate("DepartmentAnswer", "답변"), self)
        self.editor.setPlainText(answer.text)
        self.editor.setMinimumHeight(theme().px(22 * LINES + 16))
        self.editor.setReadOnly(not row.lead)
        name = translate("DepartmentAnswer", "시민에게 보낼 답변")
        if not row.lead:
            name = translate("DepartmentAnswer", "협조 부서의 의견 (시민에게 보내지 않습니다)")
        self.body.addWidget(field(name, self.editor), 1)
        self.sender = label("", "meta", self, wrap=True)
        self.body.addWidget(self.sender)
        self._add_buttons()
        self.editor.typed.connect(lambda _text: self._show_sender())
        self._show_sender()
        self.editor.setFocus()

    def _add_buttons(self) -> None:
        self.back = self.add_button(translate("DepartmentAnswer", "부서로 돌려보내기"))
        self.back.clicked.connect(lambda: self._send_back())
        self.foot.insertWidget(0, self.back)  # left of the gap: it is not what one does next
        self.add_cancel(translate("DepartmentAnswer", "닫기"))
        self.compose: Button | None = None
        if not self.loaded.row.lead:
            self.act = self.add_button(translate("DepartmentAnswer", "의견 확인하기"), "primary")
        elif self.loaded.refusal:
            self.act = self.add_button(translate("DepartmentAnswer", "다른 곳에서 답변함"), "primary")
        else:
            text = translate("DepartmentAnswer", "답변란으로 가져가기")
            careful = self._careful()
            self.compose = self.add_button(text, "primary" if careful else "")
            self.compose.clicked.connect(lambda: self._compose())
            self.act = self.add_button(translate("DepartmentAnswer", "시민에게 보내기"), "primary")
            self.act.setVisible(not careful)
        self.act.clicked.connect(lambda: self.submit())

    def _careful(self) -> bool:
        review = self.loaded.review
        return review is not None and (review.voice in CAREFUL or review.standing != "free")

    def _show_sender(self) -> None:
        if not self.loaded.row.lead:
            self.sender.hide()
            return
        if self.loaded.refusal:
            why = messages.sentence(self.loaded.refusal, i18n.language())
            more = translate("DepartmentAnswer", "다른 곳에서 답변했으면 적어 두고 마칠 수 있습니다.")
            self.sender.setText(f"{why} {more}")
            return
        channel, review = self.loaded.channel, self.loaded.review
        sender = translate("DepartmentAnswer", "보내는 계정: {account}").format(
            account=account_words(channel)
        )
        preview = review.preview
        if preview.limit is not None:
            used = preview.used - len(self.loaded.answer.text) + len(self.editor.text_now())
            sender = f"{sender} · {count_words(max(used, 0), preview.limit, preview.unit)}"
        self.sender.setText(sender)

    # --- what can be done ---------------------------------------------------------------------------------

    def submit(self) -> None:
        """Accept it: send it, or note down that it was told elsewhere."""
        if self._task is None:
            self.fail("")
            self.work(self._accept(take_text(self.editor).strip()))

    async def _accept(self, text: str) -> None:
        send = not self.loaded.refusal
        done = await service.accept(
            self.bridge.store, self.loaded.answer.id, user=self.bridge.user,
            text=text if self.loaded.row.lead else "", undo_s=float(self.bridge.undo_seconds()), send=send,
        )  # fmt: skip
        if done.approval_id is not None:
            said = translate("DepartmentAnswer", "승인을 요청했습니다. 승인되면 시민에게 갑니다")
        elif done.outbox_id is not None:
            said = translate("DepartmentAnswer", "부서 답변을 시민에게 보냅니다")
        elif self.loaded.row.lead:
            said = translate("DepartmentAnswer", "다른 곳에서 답변한 것으로 적었습니다")
        else:
            said = translate("DepartmentAnswer", "협조 부서의 의견을 확인했습니다")
        self.told.emit(said, done.step, done.outbox_id)
        self.accept()

    def _compose(self) -> None:
        """Take it to where answers are written; sending it from there counts as accepting it."""
        self.bridge.compose.emit(self.loaded.post_id, self.loaded.answer.stage)
        self.bridge.offered.emit(self.loaded.post_id, take_text(self.editor).strip())
        self.accept()

    def _send_back(self) -> None:
        async def do(comment: str) -> None:
            step = new_step()
            await self.bridge.write(forwarding.send_back, self.loaded.answer.id, comment, step=step)
            self.told.emit(translate("DepartmentAnswer", "부서로 돌려보냈습니다"), step, None)
            self.accept()

        ReasonDialog(
            self.bridge,
            translate("DepartmentAnswer", "부서로 돌려보내기"),
            translate("DepartmentAnswer", "부서가 고쳐 쓸 수 있게 무엇이 모자라는지 적어 주세요."),
            translate("DepartmentAnswer", "부서로 돌려보내기"),
            do,
            self,
        ).open()

    def busy(self, busy: bool) -> None:
        for button in (self.act, self.back, self.compose):
            if button is not None:
                button.setEnabled(not busy)
