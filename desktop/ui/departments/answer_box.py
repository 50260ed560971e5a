"""Where a department writes its answer: stage, editor, counter, and the way to hand it in.

Owns the text and its draft. What becomes of an answer that is handed in is for others to say.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from connectors.base import Action
from desktop.ui import fmt
from desktop.ui.departments.reading import Loaded, draft_kind
from desktop.ui.departments.words import stage_words
from desktop.ui.detail.answer_form import AnswerEditor, keep_room
from desktop.ui.detail.drafts import DraftKeeper
from desktop.ui.detail.rules import capabilities
from desktop.ui.detail.words import count_words
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button, Segments
from desktop.ui.widgets.editors import take_text
from desktop.ui.widgets.labels import label, restyle

translate = QCoreApplication.translate


class AnswerBox(QFrame):
    """``submitted`` gives stage and text; ``left`` when somebody is done with it for now."""

    submitted = Signal(str, str)
    left = Signal()

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._loaded: Loaded | None = None
        self.keeper: DraftKeeper | None = None
        self.setProperty("kind", "card")
        self.setAccessibleName(translate("Inbox", "답변 작성"))
        self._build()
        theme().changed.connect(self._fit)
        self._fit()

    def _build(self) -> None:
        self.stage = Segments(
            translate("Inbox", "답변 단계"),
            [("first", stage_words("first")), ("final", stage_words("final"))],
            self,
        )
        self.saved = label("", "meta", self)
        top = QHBoxLayout()
        top.addWidget(self.stage)
        top.addStretch(1)
        top.addWidget(self.saved)
        self.editor = AnswerEditor(translate("Inbox", "시민에게 보낼 답변"), self)
        self.editor.setObjectName("departmentAnswer")
        self.editor.setPlaceholderText(translate("Inbox", "시민에게 보낼 답변을 적어 주세요."))
        self.editor.setMinimumHeight(64)
        self.editor.typed.connect(self._typed)
        self.counter = label("", "meta", self, wrap=True)
        self.counter.setObjectName("departmentCounter")
        self.hint = label("", "meta", self, wrap=True)
        self.save_button = Button(translate("Inbox", "임시 저장"), self, kind="quiet", key="Ctrl+S")
        self.save_button.clicked.connect(lambda: self.save())
        self.leave_button = Button(translate("Inbox", "접어 두기"), self, kind="quiet")
        self.leave_button.setToolTip(translate("Inbox", "쓰던 답변은 저장됩니다 (Esc)"))
        self.leave_button.clicked.connect(lambda: self.leave())
        self.send_button = Button(
            translate("Inbox", "답변 올리기"), self, kind="primary", icon="send", key="Ctrl+Enter"
        )
        self.send_button.clicked.connect(lambda: self.submit())
        foot = QHBoxLayout()
        foot.addWidget(self.save_button)
        foot.addWidget(self.leave_button)
        foot.addStretch(1)
        foot.addWidget(self.send_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.editor, 1)
        layout.addWidget(self.counter)
        layout.addWidget(self.hint)
        layout.addLayout(foot)

    def _fit(self) -> None:
        keep_room(self.stage.findChildren(Button))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for three buttons the one goes that has a key and happens by itself."""
        super().resizeEvent(event)
        buttons = (self.save_button, self.leave_button, self.send_button)
        needed = sum(button.sizeHint().width() for button in buttons) + theme().px(48)
        self.save_button.setVisible(needed <= self.width())

    # --- whose answer it is ---------------------------------------------------------------------------

    def show_case(self, loaded: Loaded) -> None:
        """Write for this forwarding. The same one again (something changed elsewhere) leaves the text be."""
        before, self._loaded = self._loaded, loaded
        forwarding = loaded.row.forwarding
        if before is None or before.row.forwarding.id != forwarding.id or self.keeper is None:
            self._open(loaded)
        if forwarding.lead:
            words = translate("Inbox", "올리면 검토를 거쳐 시민에게 보냅니다.")
        else:
            words = translate("Inbox", "올리면 주무 부서와 분류 담당이 봅니다. 시민에게 바로 가지 않습니다.")
        self.hint.setText(words)
        self._typed(self.editor.text_now())

    def _open(self, loaded: Loaded) -> None:
        self.close_case()
        forwarding = loaded.row.forwarding
        text = loaded.draft.text if loaded.draft is not None else self._sent_back(loaded)
        self.keeper = DraftKeeper(
            self._bridge, draft_kind(forwarding.id), lambda: self.editor.text_now(), self
        )
        self.keeper.saved.connect(self._saved)
        self.keeper.failed.connect(self._not_saved)
        self.keeper.open(loaded.row.case_id, text, None)
        self.editor.setPlainText(text)
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)
        self.stage.set_value(self._next_stage(loaded.row))
        when = loaded.draft.changed_ms if loaded.draft is not None else None
        self.saved.setText("" if when is None else self._saved_words(when))

    def close_case(self) -> None:
        """Save and let go; the panel shows something else."""
        keeper, self.keeper = self.keeper, None
        if keeper is not None:
            keeper.close()
            keeper.deleteLater()

    @staticmethod
    def _sent_back(loaded: Loaded) -> str:
        """What was sent back is the beginning of the better answer."""
        own = [a for a in loaded.answers if a.forwarding_id == loaded.row.forwarding.id]
        return own[-1].text if own and own[-1].state == "sent-back" else ""

    @staticmethod
    def _next_stage(row: Any) -> str:
        if row.final == "sent-back" or row.first in ("submitted", "accepted") or row.final:
            return "final"
        return "first"

    # --- writing --------------------------------------------------------------------------------------

    def begin(self, stage: str = "") -> None:
        """Put the cursor into the answer."""
        if stage:
            self.stage.set_value(stage)
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def has_text(self) -> bool:
        return bool(self.editor.text_now().strip())

    def save(self) -> None:
        if self.keeper is not None:
            self.keeper.flush()

    def leave(self) -> None:
        self.save()
        self.left.emit()

    def submit(self) -> None:
        text = take_text(self.editor).strip()
        if not text:
            self._bridge.toast(translate("Inbox", "답변을 적어 주세요."), tone="warning")
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.keeper is not None:
            self.save()
            self.submitted.emit(self.stage.value() or "final", text)

    def handed_in(self) -> None:
        """The answer is stored: its draft is needed no more."""
        if self.keeper is not None:
            self.keeper.drop()
        self.editor.clear()
        self.saved.setText("")

    def set_busy(self, busy: bool) -> None:
        self.send_button.setEnabled(not busy)

    def _typed(self, text: str) -> None:
        if self.keeper is not None:
            self.keeper.touched()
        self._count(text)

    def _count(self, text: str) -> None:
        loaded = self._loaded
        if loaded is None:
            self.counter.hide()
            return
        rule = capabilities(loaded.channel).length_of(Action.REPLY, private=loaded.row.private)
        handle = loaded.row.handle or ""
        over = rule.over(text, handle) if text.strip() else 0
        words = count_words(rule.count(text, handle), rule.limit, rule.unit)
        if over:
            more = translate("Inbox", "{channel} 답변으로 {n}자 넘습니다. 검토할 때 줄여서 보냅니다.")
            words = f"{words} · {more.format(channel=loaded.row.channel, n=fmt.number(over))}"
        self.counter.setText(words)
        self.counter.show()
        kind = "warning" if over else "meta"
        if self.counter.property("kind") != kind:
            self.counter.setProperty("kind", kind)
            restyle(self.counter)

    def _saved(self, at_ms: int) -> None:
        self.saved.setText(self._saved_words(at_ms) if self.has_text() else "")

    def _not_saved(self, _error: object) -> None:
        self.saved.setText(translate("Inbox", "임시 저장하지 못했습니다"))

    @staticmethod
    def _saved_words(at_ms: int) -> str:
        return translate("Inbox", "임시 저장됨 {time}").format(time=fmt.clock(at_ms))
