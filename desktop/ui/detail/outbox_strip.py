"""What became of the answers that were sent: one line each, with what can still be done about it.

Owns the words and the countdown. It must not know how anything is sent; wishes go out as signals.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.models.outbox import ASK_PERSON
from desktop.ui import fmt
from desktop.ui.detail.links import web_url
from desktop.ui.widgets.buttons import PushButton

translate = QCoreApplication.translate


BUSY = frozenset({"waiting", "sending", "unknown"})
"""States in which another answer to the same post must wait."""


def visible(rows: Sequence[Any]) -> list[Any]:
    """The rows worth a line, oldest first: nothing that was taken back, no failure that was tried again."""
    ordered = sorted(rows, key=lambda r: r.id)
    kept = []
    for place, row in enumerate(ordered):
        later = any(
            r.post_id == row.post_id and r.action == row.action and r.state != "cancelled"
            for r in ordered[place + 1 :]
        )
        if row.state == "cancelled" or (row.state == "refused" and later):
            continue
        kept.append(row)
    return kept


def seconds_left(row: Any, now_ms: int) -> int:
    return max(0, -(-(row.send_after_ms - now_ms) // 1000))


def action_word(action: str) -> str:
    return {
        "reply": translate("Outbox", "답변"),
        "private_reply": translate("Outbox", "글쓴이에게만 보낸 답변"),
        "approve": translate("Outbox", "승인"),
        "hold": translate("Outbox", "승인 대기로 돌리기"),
        "reject": translate("Outbox", "거절"),
        "hide": translate("Outbox", "숨기기"),
        "unhide": translate("Outbox", "다시 보이기"),
        "like": translate("Outbox", "공감"),
        "trash": translate("Outbox", "휴지통으로 옮기기"),
        "edit": translate("Outbox", "답변 고치기"),
        "delete": translate("Outbox", "답변 지우기"),
    }.get(action, action)


def words(row: Any, now_ms: int, reason: str = "", *, online: bool = True) -> str:
    """One line on an outbox row. ``reason`` is the sentence of its failure, where there is one."""
    what = action_word(row.action)
    if row.state == "waiting":
        return _waiting_words(row, what, now_ms, reason, online)
    if row.state == "sending":
        return translate("Outbox", "{what}: 보내는 중입니다.").format(what=what)
    if row.state == "sent":
        when = fmt.short(row.sent_ms) if row.sent_ms else ""
        if row.action == "reply":
            return (
                translate("Outbox", "답변했습니다. 채널에 올라간 것을 확인했습니다. {time}")
                .format(time=when)
                .strip()
            )
        return translate("Outbox", "{what}: 마쳤습니다. {time}").format(what=what, time=when).strip()
    if row.state == "refused":
        text = translate("Outbox", "{what}: 채널이 받지 않았습니다. 쓴 글은 그대로 있습니다.").format(
            what=what
        )
        return f"{text} {reason}".strip()
    if row.state == "unknown" and row.reason == ASK_PERSON:
        text = translate("Outbox", "{what}: 올라갔는지 알 수 없습니다.").format(what=what)
        return f"{text} {reason}".strip()
    if row.state == "unknown":
        return translate(
            "Outbox", "{what}: 보냈는지 확인하고 있습니다. 확인될 때까지 다시 보내지 않습니다."
        ).format(what=what)
    return ""


def _waiting_words(row: Any, what: str, now_ms: int, reason: str, online: bool) -> str:
    tried = bool(row.attempts or row.reason)
    left = seconds_left(row, now_ms)
    if not online and (tried or left <= 0):
        return translate("Outbox", "{what}: 인터넷에 연결되면 보냅니다.").format(what=what)
    if tried:
        text = translate("Outbox", "{what}: 아직 보내지 못했습니다. {time}에 다시 보냅니다.").format(
            what=what, time=fmt.clock(row.send_after_ms)
        )
        return f"{text} {reason}".strip()
    if left:
        return translate("Outbox", "{what}: {n}초 뒤에 보냅니다.").format(what=what, n=left)
    return translate("Outbox", "{what}: 곧 보냅니다.").format(what=what)


class Line(QFrame):
    """One outbox row."""

    cancel = Signal(object)
    rewrite = Signal(object)
    open_link = Signal(str)
    settle = Signal(object, bool)

    def __init__(self, row: Any, reason: str, parent: QWidget | None = None, *, online: bool = True) -> None:
        super().__init__(parent)
        self.row = row
        self.reason = reason
        self.online = online
        self.setObjectName("outboxLine")
        self.setProperty("kind", "banner")
        tones = {"sent": "good", "refused": "danger", "unknown": "warning"}
        self.setProperty("tone", tones.get(row.state, ""))
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self.label, 1)
        self.button: PushButton | None = None
        if row.state == "waiting":
            self.button = PushButton(translate("Outbox", "보내지 않기"), self)
            self.button.clicked.connect(lambda: self.cancel.emit(row.id))
        elif row.state == "unknown" and row.reason == ASK_PERSON:
            self._ask_person(layout)
        elif row.state == "refused" and row.action in ("reply", "private_reply"):
            self.button = PushButton(translate("Outbox", "다시 쓰기"), self)
            self.button.clicked.connect(lambda: self.rewrite.emit(row.id))
        elif row.state == "sent" and web_url(row.url) is not None:
            self.button = PushButton(translate("Outbox", "올라간 답변 보기"), self)
            self.button.setToolTip(row.url)
            self.button.clicked.connect(lambda: self.open_link.emit(row.url))
        if self.button is not None:
            layout.addWidget(self.button)
        self.refresh()

    def _ask_person(self, layout: QHBoxLayout) -> None:
        for text, arrived in (
            (translate("Outbox", "올라갔습니다"), True),
            (translate("Outbox", "올라가지 않았습니다"), False),
        ):
            button = PushButton(text, self)
            button.clicked.connect(lambda _=False, arrived=arrived: self.settle.emit(self.row.id, arrived))
            layout.addWidget(button)

    def refresh(self) -> None:
        text = words(self.row, int(time.time() * 1000), self.reason, online=self.online)
        if text != self.label.text():
            self.label.setText(text)
            self.setAccessibleName(text)


class OutboxStrip(QWidget):
    """The lines of one case."""

    cancel = Signal(object)
    rewrite = Signal(object)
    open_link = Signal(str)
    settle = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Outbox", "보낸 답변의 상태"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self.lines: list[Line] = []
        self._state: list[tuple[Any, ...]] = []
        self._online = True
        self._timer = QTimer(self)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self._tick)

    def set_online(self, online: bool) -> None:
        """Without a line nothing is sent, whatever its time says."""
        self._online = online
        for line in self.lines:
            line.online = online
        self._tick()

    def show_rows(self, rows: Sequence[Any], reasons: dict[int, str]) -> None:
        state = [(r.id, r.state, r.attempts, r.send_after_ms, r.url, reasons.get(r.id, "")) for r in rows]
        if state == self._state:
            return  # a rebuilt line would take the focus off its button
        self._state = state
        for line in self.lines:
            # Not removeWidget(): PySide would delete it at once, in the middle of its own button's click.
            line.hide()
            line.deleteLater()
        self.lines = []
        for row in visible(rows):
            line = Line(row, reasons.get(row.id, ""), self, online=self._online)
            line.cancel.connect(self.cancel)
            line.rewrite.connect(self.rewrite)
            line.open_link.connect(self.open_link)
            line.settle.connect(self.settle)
            self._layout.addWidget(line)
            line.show()
            self.lines.append(line)
        self.setVisible(bool(self.lines))
        self._tick()

    def _tick(self) -> None:
        counting = False
        for line in self.lines:
            if line.row.state == "waiting":
                line.refresh()
                counting = counting or seconds_left(line.row, int(time.time() * 1000)) > 0
        if counting and not self._timer.isActive():
            self._timer.start()
        elif not counting:
            self._timer.stop()
