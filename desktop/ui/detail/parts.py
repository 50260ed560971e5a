"""The line under the counter where an answer is too long: 둘로 나누기 (1/2), and the second part that waits.

The second part is part of the draft until it stands in the editor itself, so that nothing is lost meanwhile.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from connectors.base import LengthRule
from desktop.services import two_parts
from desktop.ui import keys
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ElidedLabel

translate = QCoreApplication.translate


class Parts(QWidget):
    """``text_wanted``: the editor is to hold this from now on."""

    text_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rest = ""
        self._cut: tuple[str, str] | None = None
        self._text = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.label = ElidedLabel("", "meta", self)
        row.addWidget(self.label, 1)
        self.button = Button(translate("Composer", "둘로 나누기 (1/2)"), self)
        self.button.setToolTip(keys.shown(keys.DEFAULTS["reply.split"]))
        self.button.clicked.connect(lambda: self.press())
        row.addWidget(self.button)
        self.hide()

    def show_for(self, text: str, rule: LengthRule, answered: str, *, over: bool) -> None:
        """Offer what can be done with the text in the editor."""
        self._text = text
        self._cut = two_parts.in_two(text, rule, answered) if over and not self.rest else None
        if self.rest:
            self.label.setText(translate("Composer", "다음 답변: {text}").format(text=self.rest))
            self.button.setText(translate("Composer", "다시 합치기"))
        elif self._cut is not None:
            self.label.setText(translate("Composer", "줄이거나, 문장 끝에서 나누어 두 번에 보내 주세요."))
            self.button.setText(translate("Composer", "둘로 나누기 (1/2)"))
        elif over:
            self.label.setText(translate("Composer", "나누어도 두 답변에 들어가지 않습니다. 줄여 주세요."))
        self.button.setVisible(self.can_press())
        self.setVisible(bool(self.rest) or over)

    def can_press(self) -> bool:
        """Whether there is something to cut, or parts to put together."""
        return bool(self.rest) or self._cut is not None

    def press(self) -> None:
        """Cut the text, or put its parts together again."""
        if self.rest:
            together = two_parts.whole(f"{self._text} {self.rest}")
            self.rest = ""
            self.text_wanted.emit(together)
        elif self._cut is not None:
            first, self.rest = self._cut
            self.text_wanted.emit(first)

    def with_rest(self, text: str) -> str:
        """What is kept as the draft."""
        return f"{text}\n{self.rest}" if self.rest else text

    def take_rest(self) -> str:
        """The second part, which is the next to be sent; it does not wait here any more."""
        rest, self.rest = self.rest, ""
        return rest
