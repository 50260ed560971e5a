"""The lines in the detail pane that say which departments have a case, how far they are, and what they
answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models import cases, forwarding, hiding
from desktop.ui import fmt
from desktop.ui.commands import Command
from desktop.ui.departments.dialogs import ReasonDialog
from desktop.ui.detail.strips import Strip
from desktop.ui.forwarding.words import (
    department_word,
    hop_word,
    stage_word,
    state_sentence,
)
from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ElidedLabel, label, tag

translate = QCoreApplication.translate

AGAIN_MS = 60_000
MOST_LINES = 5
LOW_PX = 760
"""In a window lower than this (at 100 %) only the lead department has its line until somebody asks for all:
the thread and the answer need the room."""


@dataclass(frozen=True, slots=True)
class Look:
    """Everything about a case; ``rows`` are those that a line is worth, the lead department first."""

    rows: tuple[Any, ...]  # forwarding.Forwarding
    earlier: int
    answers: tuple[Any, ...]  # forwarding.Answer, the submitted ones of these rows
    waiting: bool  # no lead department has it


def look(case_id: int) -> Look | None:
    """On a reader thread."""
    every = forwarding.of_case(case_id)
    if not every:
        return None
    leads = [row for row in every if row.lead]
    shown = [row for row in every if row.open]
    if leads and not leads[-1].open and leads[-1].state != "withdrawn":
        shown.append(leads[-1])
    submitted = [found for found in forwarding.answers_of(case_id) if found.state == "submitted"]
    with_answer = {found.forwarding_id for found in submitted}
    shown += [row for row in every if row.id in with_answer and row not in shown]
    if not shown:
        return None
    shown.sort(key=lambda row: (not row.lead, row.id))
    return Look(
        tuple(shown[:MOST_LINES]),
        len(every) - len(shown[:MOST_LINES]),
        tuple(submitted),
        not any(row.open and row.lead for row in every),
    )


class ForwardingStrip(Strip):
    """버스정책과 [읽지 않음] 보냄 · 14:20 [회수하기] / 협조 도로관리과 [답변 도착] ... [의견 보기]"""

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._look: Look | None = None
        self._names: Mapping[str, str] = {}
        self.setAccessibleName(translate("ForwardingStrip", "부서 이관"))
        self.frame = QFrame(self)
        self.frame.setProperty("kind", "banner")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.frame)
        self._lines = QVBoxLayout(self.frame)
        self._lines.setContentsMargins(12, 4, 6, 4)
        self._lines.setSpacing(2)
        self.lines: list[QWidget] = []
        self._nobody = False  # it waits for somebody, and no lead department has it
        self._all = False  # somebody asked for all lines in a low window
        self._case_id = 0
        self._timer = QTimer(self, interval=AGAIN_MS)
        self._timer.timeout.connect(self._fill)
        theme().changed.connect(self._fill)

    read = staticmethod(look)

    def show_case(self, loaded: Any, value: Look) -> None:
        self._names = loaded.names
        if loaded.detail.row.case_id != self._case_id:
            self._case_id, self._all = loaded.detail.row.case_id, False
        row = loaded.detail.row
        self._nobody = value.waiting and row.status == "open" and row.track == "forward"
        self._look = value
        self._fill()
        self.show()
        self._timer.start()

    # --- lines --------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        if self._look is None:
            return
        focused = self.focusWidget()
        kept = focused.accessibleName() if focused is not None and focused.hasFocus() else ""
        for line in self.lines:
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        low = self.window().height() < theme().px(LOW_PX) and not self._all
        rows = self._look.rows[:1] if low else self._look.rows
        self.lines = [self._line(row) for row in rows]
        hidden = len(self._look.rows) - len(rows)
        if hidden:
            self._offer_all(self.lines[0], hidden)
        if self._nobody or (self._look.earlier and not low):
            self.lines.append(self._last_line())
        for line in self.lines:
            self._lines.addWidget(line)
            line.show()
        if kept:
            again = next((b for b in self.buttons() if b.accessibleName() == kept), None)
            if again is not None:
                again.setFocus()

    def buttons(self) -> list[Button]:
        return [button for line in self.lines for button in line.findChildren(Button)]

    def _line(self, row: Any) -> QWidget:
        line = QWidget(self.frame)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        name = department_word(row, self._names)
        layout.addWidget(label(name, "name", line))
        if row.state == "sent":
            unread = row.seen_ms is None
            word = translate("Forwarding", "읽지 않음") if unread else translate("Forwarding", "읽음")
            mark = label("", "", line)
            icon = "mail" if unread else "mail-open"
            mark.setPixmap(icons.pixmap(icon, theme().tokens.subtle, theme().px(16)))
            mark.setAccessibleName(word)
            mark.setToolTip(word)
            layout.addWidget(mark)
        if row.hop > 1 and row.lead:
            layout.addWidget(tag(hop_word(row.hop), "", line))
        said = state_sentence(row)
        if row.state == "returned":
            word, _, said = said.partition(" · ")
            layout.addWidget(tag(word, "warning", line))
        parts = [said]
        if row.state in ("returned", "withdrawn") and row.reason:
            parts.append(
                translate("ForwardingStrip", "사유: {reason}").format(reason=hiding.shown(row.reason))
            )
        if row.note and row.open:
            parts.append(translate("ForwardingStrip", "남긴 말: {note}").format(note=hiding.shown(row.note)))
        text = ElidedLabel(" · ".join(parts), "meta", line)
        layout.addWidget(text, 1)
        for found in self._answers(row):
            layout.addWidget(self._answer_button(row, found, line))
        if row.open and self.bridge.may("forwarding.withdraw", row.state):
            withdraw = Button(translate("ForwardingStrip", "회수하기"), line, kind="quiet")
            withdraw.setAccessibleName(translate("ForwardingStrip", "{name} 회수하기").format(name=name))
            withdraw.clicked.connect(lambda: self.withdraw(row))
            layout.addWidget(withdraw)
        line.setAccessibleName(", ".join(dict.fromkeys((name, state_sentence(row), *parts))))
        return line

    def _offer_all(self, line: QWidget, hidden: int) -> None:
        text = translate("ForwardingStrip", "{n}개 부서 더 보기").format(n=fmt.number(hidden))
        more = Button(text, line, kind="quiet")
        more.clicked.connect(lambda: self._show_all())
        layout = line.layout()
        if layout is not None:
            layout.addWidget(more)

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _answer_button(self, row: Any, found: Any, line: QWidget) -> Button:
        if row.lead:
            text = translate("ForwardingStrip", "{stage} 보기").format(stage=stage_word(found.stage))
        else:
            text = translate("ForwardingStrip", "의견 보기")
        button = Button(text, line, kind="primary" if row.lead else "")
        button.setEnabled(self.bridge.may("forwarding.judge"))
        button.clicked.connect(lambda: self.look_at(found.id))
        return button

    def _last_line(self) -> QWidget:
        assert self._look is not None
        line = QWidget(self.frame)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        parts = []
        if self._nobody:
            parts.append(translate("ForwardingStrip", "지금 맡은 주무 부서가 없습니다."))
        if self._look.earlier:
            told = translate("ForwardingStrip", "이전 이관 {n}건은 처리 기록에 있습니다.")
            parts.append(told.format(n=fmt.number(self._look.earlier)))
        layout.addWidget(ElidedLabel(" ".join(parts), "meta", line), 1)
        if self._nobody and self.bridge.may("forwarding.send"):
            again = Button(translate("ForwardingStrip", "다시 이관하기"), line)
            again.clicked.connect(lambda: self.send_again())
            layout.addWidget(again)
        return line

    def _answers(self, row: Any) -> list[Any]:
        assert self._look is not None
        return [found for found in self._look.answers if found.forwarding_id == row.id]

    # --- what can be done ---------------------------------------------------------------------------------

    def commands(self) -> Sequence[Command]:
        def shown() -> bool:
            return self._look is not None and not self.isHidden()

        def lead() -> Any:
            rows = self._look.rows if shown() and self._look is not None else ()
            return next((row for row in rows if row.lead and row.open), None)

        def judge() -> bool:
            return shown() and self._look is not None and bool(self._look.answers)

        return [
            Command("forward.answer", translate("ForwardingStrip", "부서 답변 보기"), self._look_at_first,
                    icon="message-square-text", group="sort", enabled=judge),
            Command("forward.withdraw", translate("ForwardingStrip", "부서 이관 회수하기"),
                    lambda: self.withdraw(lead()), icon="undo-2", group="sort",
                    enabled=lambda: lead() is not None),
        ]  # fmt: skip

    def send_again(self) -> None:
        """The picker, as key 1 opens it."""
        self.bridge.commands.run("track.forward", "detail")

    def withdraw(self, row: Any) -> None:
        """At once where nobody has received it yet; else with a reason, because somebody works on it."""
        if row is None:
            return
        name = department_word(row, self._names)
        if row.state == "sent":
            self.bridge.spawn(self._withdraw(row, name, ""), "forwarding")
            return
        ReasonDialog(
            self.bridge,
            translate("ForwardingStrip", "부서 이관 회수하기"),
            translate("ForwardingStrip", "{name}에서 처리하고 있습니다. 회수하는 까닭을 적어 주세요.").format(
                name=name
            ),
            translate("ForwardingStrip", "회수하기"),
            lambda reason: self._withdraw(row, name, reason),
            self.window(),
        ).open()

    async def _withdraw(self, row: Any, name: str, reason: str) -> None:
        step = cases.new_step()
        await self.bridge.write(forwarding.withdraw, row.id, reason, step=step)
        self.bridge.did(translate("ForwardingStrip", "이관을 회수했습니다: {name}").format(name=name), step)

    def _look_at_first(self) -> None:
        if self._look is not None and self._look.answers:
            leads = {row.id for row in self._look.rows if row.lead}
            first = next((a for a in self._look.answers if a.forwarding_id in leads), self._look.answers[0])
            self.look_at(first.id)

    def look_at(self, answer_id: int) -> None:
        self.bridge.spawn(self._open(answer_id), "forwarding")

    async def _open(self, answer_id: int) -> None:
        from desktop.ui.forwarding.answer_dialog import AnswerDialog, load

        loaded = await self.bridge.read(load, answer_id, self.bridge.user, self.bridge.store_is_sample())
        dialog = AnswerDialog(self.bridge, loaded, self.window())
        dialog.told.connect(self._told)
        dialog.open()

    def _told(self, text: str, step: str, outbox_id: object) -> None:
        # What is on its way has its own line with its own way back; both do the same.
        self.bridge.did(text, step)
