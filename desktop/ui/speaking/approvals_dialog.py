"""Answers that wait for a second person: a list, each as the citizen will see it, and what to do with it.

Agreeing and sending back are one key each while the list has the focus. What happened in a thread since is
said beside each; whoever agrees to such a one stops it, and it is asked again.
"""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from connectors.base import Action
from desktop.models.speaking import approvals, voices
from desktop.ui import fmt, keys
from desktop.ui.channels.dialog import Dialog, Scrolled
from desktop.ui.detail.browser import SafeBrowser
from desktop.ui.detail.words import voice_word
from desktop.ui.speaking import words
from desktop.ui.speaking.preview_dialog import sheet_of
from desktop.ui.speaking.promises_dialog import LOW_PX
from desktop.ui.speaking.what_changed import changes_html
from desktop.ui.theme.style import theme
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.states import EmptyState

translate = QCoreApplication.translate

PAGE = 200


def read_review(row: Any, user: str) -> tuple[Any, list[Any]]:
    """(the review of a request, what happened in its thread since); for a reader thread."""
    from desktop.services import speaking

    review = speaking.review(
        row.post_id, row.channel_id, row.text, user, int(time.time() * 1000),
        action=Action(row.action), stage=row.stage,
    )  # fmt: skip
    return review, speaking.told(approvals.changes_since(row))


class ApprovalsDialog(Dialog):
    """``chosen``: the request to begin with."""

    def __init__(self, bridge: Any, parent: QWidget | None = None, *, chosen: int = 0) -> None:
        super().__init__(translate("Approvals", "승인할 답변"), bridge, parent, width=860)
        self._rows: list[Any] = []
        self._wanted = chosen
        self._shown: Any = None
        self.list = QListWidget(self)
        self.list.setProperty("kind", "rows")
        self.list.setAccessibleName(translate("Approvals", "승인할 답변"))
        self.list.setWordWrap(True)
        self.list.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda *_: self._show_chosen())
        self.list.installEventFilter(self)
        self.side = QWidget(self)
        self._side = QVBoxLayout(self.side)
        self._side.setContentsMargins(0, 0, 0, 0)
        self.asked = label("", "meta", self.side, wrap=True)
        self.question = label("", "muted", self.side, wrap=True)
        self.question.setMaximumHeight(theme().px(110))
        self.changed_note = label("", "warning", self.side, wrap=True)
        self.changed = SafeBrowser(translate("Speaking", "바뀐 곳"), self.side)
        self.changed.setMaximumHeight(theme().px(150))
        for part in (self.asked, self.question, self.changed_note, self.changed):
            self._side.addWidget(part)
        self._sheet: Scrolled | None = None
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(theme().px(16))
        halves.addWidget(self.list)
        halves.addWidget(self.side)
        halves.setSizes([theme().px(300), theme().px(520)])
        low = parent is not None and parent.window().height() < theme().px(LOW_PX)
        halves.setMinimumHeight(theme().px(220 if low else 380))
        self.halves = halves
        self.body.addWidget(halves, 1)
        self.empty = EmptyState(
            translate("Approvals", "승인을 기다리는 답변이 없습니다."),
            translate("Approvals", "시장 명의처럼 승인이 필요한 답변을 요청하면 여기에 나타납니다."),
            icon="check-check",
            parent=self,
        )
        self.body.addWidget(self.empty, 1)
        self.hint = label(translate("Approvals", "A 승인 · B 돌려보내기 · J/K 고르기"), "meta", self)
        foot = QHBoxLayout()
        foot.addWidget(self.hint)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.rules = self.add_button(translate("Approvals", "승인이 필요한 명의"), "quiet")
        self.rules.clicked.connect(self._open_rules)
        self.rules.setEnabled(bridge.may("approval.rule"))
        self.open_post = self.add_button(translate("Approvals", "글 열기"))
        self.open_post.clicked.connect(self._open_post)
        self.back = self.add_button(translate("Approvals", "고치도록 돌려보내기"))
        self.back.clicked.connect(self.send_back)
        self.agree = self.add_button("", "primary")
        self.agree.clicked.connect(self.approve)
        self.undo_here()
        bridge.changed.connect(self._changed)
        self._show_rows([])
        self.work(self._read())

    # --- reading --------------------------------------------------------------------------------------

    async def _read(self) -> None:
        rows: list[Any] = []
        while True:
            page = await self.bridge.read(
                approvals.list_approvals, after=rows[-1].row.id if rows else 0, limit=PAGE
            )
            rows += page
            if len(page) < PAGE:
                break
        first = not self._rows
        self._show_rows(rows)
        if first and rows:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, changes: Any) -> None:
        if not self._closed and (changes.others & {"approvals"} or changes.posts or changes.new_posts):
            self.bridge.spawn(self._read_again(), "approvals")

    async def _read_again(self) -> None:
        if not self._closed:
            await self._read()

    def _show_rows(self, rows: list[Any]) -> None:
        kept = self._wanted or (self._chosen().row.id if self._chosen() is not None else 0)
        place = self.list.currentRow()
        self._rows = rows
        self.list.blockSignals(True)
        self.list.clear()
        for one in rows:
            item = QListWidgetItem(self._line(one), self.list)
            item.setData(Qt.ItemDataRole.UserRole, one)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._line(one))
        found = next(
            (i for i, one in enumerate(rows) if one.row.id == kept), min(max(place, 0), len(rows) - 1)
        )
        self.list.setCurrentRow(found)
        self.list.blockSignals(False)
        self._wanted = 0 if rows else self._wanted
        self.halves.setVisible(bool(rows))
        self.hint.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._show_chosen()

    def _line(self, one: Any) -> str:
        row = one.row
        name = one.handle or one.author
        parts = [
            f"{voice_word(row.voice)} · {row.asked_by} · {fmt.short(row.asked_ms)}",
            translate("Approvals", "{name} 님에게").format(name=name),
            " ".join(row.text.split())[:80],
        ]
        if one.changes:
            parts.append(translate("Approvals", "대화가 바뀜: {what}").format(
                what=words.change_words(one.changes)
            ))  # fmt: skip
        return "\n".join(parts)

    def _chosen(self) -> Any:
        item = self.list.currentItem()
        return None if item is None else item.data(Qt.ItemDataRole.UserRole)

    def _show_chosen(self) -> None:
        one = self._chosen()
        mine = one is not None and one.row.asked_by == self.bridge.user
        may = one is not None and not mine and self.bridge.may("reply.approve")
        self.agree.setEnabled(may)
        self.back.setEnabled(may)
        self.open_post.setEnabled(one is not None)
        why = translate("Approvals", "자기가 요청한 답변은 다른 사람이 승인합니다.") if mine else ""
        if one is not None and not mine and not may:
            why = translate("Approvals", "승인은 시장, 대변인, 관리자가 합니다.")
        self.agree.setToolTip(why)
        self._name_agree(one is not None and bool(one.changes))
        if one is None:
            self._shown = None
            return
        said = translate("Approvals", "{name} 님이 {time}에 요청했습니다.").format(
            name=one.row.asked_by, time=fmt.full(one.row.asked_ms)
        )
        self.asked.setText(f"{said} {why}".strip())
        self.question.setText(f"{one.author} {one.handle}\n{one.post_text}".strip()[:400])
        self.bridge.spawn(self._show_review(one), "review")

    def _name_agree(self, changed: bool) -> None:
        """What the button will do: an answer to a thread that has changed is not sent."""
        text = translate("Approvals", "승인하고 보내기")
        if changed:
            text = translate("Approvals", "다시 요청하게 하기")
        if text != self.agree.text():
            self.agree.setText(text)
            self.agree.setShortcut("Ctrl+Return")  # a new text takes the key off a button

    async def _show_review(self, one: Any) -> None:
        review, told = await self.bridge.read(read_review, one.row, self.bridge.user)
        if self._closed or self._chosen() is None or self._chosen().row.id != one.row.id:
            return
        self._shown = one
        if self._sheet is not None:
            self._side.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
        self._sheet = Scrolled(sheet_of(review), self.side)
        self._side.addWidget(self._sheet, 1)
        self.changed_note.setText(
            translate(
                "Approvals",
                "요청한 뒤에 대화가 바뀌었습니다. 지금은 보낼 수 없고, 다시 요청하게 할 수 있습니다.",
            )
            if told
            else ""
        )
        self.changed_note.setVisible(bool(told))
        self._name_agree(bool(told))
        self.changed.setVisible(bool(told))
        self.changed.show_html(changes_html(told))

    # --- acts -----------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            name = keys.name_of(event)
            letters = self.bridge.commands.letters
            acts = {"A": self.agree.click, "B": self.back.click, "J": self._next, "K": self._previous}
            if letters and name in acts:
                acts[name]()
                return True
        return super().eventFilter(watched, event)

    def _next(self) -> None:
        self.list.setCurrentRow(min(self.list.currentRow() + 1, self.list.count() - 1))

    def _previous(self) -> None:
        self.list.setCurrentRow(max(self.list.currentRow() - 1, 0))

    def approve(self) -> None:
        """Agree to what is on show; nothing else can be meant."""
        one = self._chosen()
        if one is not None and self._shown is not None and self._shown.row.id == one.row.id:
            self.work(self._approve(one.row))

    async def _approve(self, row: Any) -> None:
        self.fail("")
        if self.bridge.services is None:
            return
        decided = await self.bridge.services.sender.approve(
            row.id, row.digest, self.bridge.prefs.undo_seconds
        )
        if decided.changes:
            said = translate(
                "Approvals", "대화가 바뀌어 보내지 않았습니다({what}). 요청한 사람이 다시 요청합니다."
            )
            self.fail(said.format(what=words.change_words(decided.changes)))
        else:
            self.bridge.did(translate("Approvals", "승인했습니다. 곧 보냅니다"), decided.step)
        await self._read()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def send_back(self) -> None:
        """Ask what should be different, and send it back."""
        from desktop.ui.speaking.promise_form import NoteForm

        one = self._chosen()
        if one is None:
            return
        form = NoteForm(
            self.bridge,
            translate("Approvals", "고치도록 돌려보내기"),
            translate("Approvals", "무엇을 고칠지"),
            translate("Approvals", "돌려보내기"),
            self,
        )
        form.wanted.connect(lambda text: self.work(self._send_back(one.row, text)))
        form.open()

    async def _send_back(self, row: Any, comment: str) -> None:
        self.fail("")
        _, step = await self.bridge.write(approvals.send_back, row.id, comment)
        self.bridge.did(translate("Approvals", "고치도록 돌려보냈습니다"), step)
        await self._read()

    def _open_post(self) -> None:
        one = self._chosen()
        if one is not None:
            self.bridge.open_post.emit(one.row.post_id)
            self.accept()

    def _open_rules(self) -> None:
        from desktop.ui.speaking.rules_dialog import RulesDialog

        self.bridge.spawn(self._with_rules(RulesDialog), "rules")

    async def _with_rules(self, dialog: Any) -> None:
        chosen = await self.bridge.read(voices.rules)
        who = self.bridge.who
        in_force = voices.rules_in_force(who, chosen) if who is not None else chosen or frozenset()
        if not self._closed:
            dialog(self.bridge, in_force, self).open()
