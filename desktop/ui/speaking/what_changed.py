"""Shows what happened in a thread while an answer to it was written, and asks what to do.

New posts in full, edits word by word. It is opened with ``open()`` and stops nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui import fmt
from desktop.ui.channels.dialog import Dialog
from desktop.ui.detail.browser import SafeBrowser
from desktop.ui.detail.diff import compare
from desktop.ui.detail.links import escape
from desktop.ui.detail.look import look
from desktop.ui.theme.style import theme
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate


def changes_html(told: Sequence[Any]) -> str:
    """The changes as rich text of our own; citizens' words go in escaped."""
    now = look()
    parts = []
    for one in told:
        head = {
            "new": translate("Speaking", "새 글"),
            "edited": translate("Speaking", "고친 글"),
            "deleted": translate("Speaking", "지워진 글"),
            "answer": translate("Speaking", "다른 사람의 답변"),
        }.get(one.kind, one.kind)
        when = f" · {fmt.short(one.at_ms)}" if one.at_ms else ""
        body = _edited(one, now) if one.kind == "edited" and one.before else _lines(one.text)
        parts.append(
            f'<p style="margin:8px 0 2px 0"><b>{escape(head)}</b>'
            f' <span style="color:{now.muted}">{escape(one.author)}{escape(when)}</span></p>'
            f'<p style="margin:0 0 8px 0">{body}</p>'
        )
    return "".join(parts)


def _edited(one: Any, now: Any) -> str:
    pieces = []
    for piece in compare(one.before, one.text):
        text = _lines(piece.text)
        if piece.kind == "added":
            text = f'<u style="color:{now.added_text};background-color:{now.added}">{text}</u>'
        elif piece.kind == "removed":
            text = f'<s style="color:{now.removed_text};background-color:{now.removed}">{text}</s>'
        pieces.append(text)
    return "".join(pieces)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


class WhatChanged(Dialog):
    """``go_on`` where it is to be sent all the same; closed otherwise: the text is changed first."""

    go_on = Signal()

    def __init__(self, bridge: Any, told: Sequence[Any], go_on: str, parent: QWidget | None = None) -> None:
        title = translate("Speaking", "답변을 쓰는 동안 대화가 바뀌었습니다")
        super().__init__(title, bridge, parent, width=600)
        self.body.addWidget(
            label(translate("Speaking", "아직 보내지 않았습니다. 쓴 글은 그대로 있습니다."), "muted", self)
        )
        self.text = SafeBrowser(translate("Speaking", "바뀐 곳"), self)
        self.text.setMinimumHeight(theme().px(200))
        self.text.show_html(changes_html(told))
        self.body.addWidget(self.text, 1)
        self.anyway = self.add_button(go_on)
        self.anyway.clicked.connect(self._go_on)
        self.mend = self.add_button(translate("Speaking", "고치기"), "primary")
        self.mend.clicked.connect(self.reject)
        self.mend.setFocus()

    def _go_on(self) -> None:
        self.accept()
        self.go_on.emit()
