"""The sheet on which an answer is written: whose name, which account, the editor, the counter, the buttons.

Owns the widgets and how they look. It must not know when an answer may be sent.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.ui.detail.parts import Parts
from desktop.ui.detail.rules import NOTICE, Count
from desktop.ui.detail.words import (
    account_words,
    count_words,
    over_short,
    over_words,
    voice_sentence,
    voice_tone,
)
from desktop.ui.speaking.hold_button import HoldButton
from desktop.ui.speaking.typed_confirm import TypedConfirm
from desktop.ui.speaking.under_editor import UnderEditor
from desktop.ui.theme.style import theme
from desktop.ui.theme.tokens import INPUT_HEIGHT, LINE
from desktop.ui.widgets.boxes import ElidedBox
from desktop.ui.widgets.buttons import Button, Segments
from desktop.ui.widgets.chips import Flow
from desktop.ui.widgets.editors import PreeditTextEdit
from desktop.ui.widgets.labels import label, restyle

translate = QCoreApplication.translate


WIDEST_ACCOUNT = 240
"""Width of the box of accounts in px at 100 % that a long name may take in a pane in which name, account and
stage do not stand in one line; where they do, the account has all that is left of it."""
LEAST_ACCOUNT = 170
"""Less than this would not be worth a line less."""


def keep_room(buttons: Sequence[Button]) -> None:
    """Make room for the bold letters of a chosen button: its size hint counts the thin ones."""
    for button in buttons:
        text = theme().metrics(bold=True).horizontalAdvance(button.text())
        button.setMinimumWidth(text + theme().px(30))


class AnswerEditor(PreeditTextEdit):
    """An editor that asks for five lines; whoever writes more pulls it larger. ``acts`` of answering stand
    in its menu: (words, key, whether it can be done now, what it does)."""

    acts: Callable[[], Sequence[tuple[str, str, bool, Callable[[], object]]]] = staticmethod(lambda: ())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(5 * LINE + 16))

    def menu(self) -> QMenu:
        menu = self.createStandardContextMenu()
        menu.addSeparator()
        for text, key, possible, run in self.acts():
            action = menu.addAction(f"{text}\t{key}" if key else text)
            action.setEnabled(possible)
            action.triggered.connect(lambda _=False, run=run: run())
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())


class VoiceStrip(QFrame):
    """``resized`` comes when there is more or less room in it."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class AnswerForm(QWidget):
    """Widgets only; the composer connects them. ``confirmed``: the mayor's name was typed."""

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._strip())
        layout.addWidget(self._editor(), 1)
        layout.addLayout(self._counts())
        self.parts = Parts(self)
        layout.addWidget(self.parts)
        self.under = UnderEditor(self)
        layout.addWidget(self.under)
        self.notice = label("", "meta", self, wrap=True)
        self.notice.setObjectName("composerNotice")
        self.notice.hide()
        layout.addWidget(self.notice)
        self.reason = label("", "warning", self, wrap=True)
        self.reason.setObjectName("composerReason")
        layout.addWidget(self.reason)
        layout.addLayout(self._buttons())
        self.typed = TypedConfirm(self)
        self.typed.confirmed.connect(self.confirmed)
        layout.addWidget(self.typed)
        theme().changed.connect(self._fit)
        self._fit()

    def _strip(self) -> QWidget:
        self.strip = VoiceStrip(self)
        self.strip.setObjectName("voiceStrip")
        self.strip.setProperty("kind", "banner")
        self.voice = label("", "name", self.strip)
        self.account_box = ElidedBox(self.strip)
        self.account_box.setAccessibleName(translate("Composer", "보내는 계정"))
        self.account_box.view().setAccessibleName(translate("Composer", "보내는 계정"))
        self.account_box.setToolTip(translate("Composer", "보내는 계정 (Ctrl+Shift+A)"))
        self.account_box.currentTextChanged.connect(self._name_account)
        self.account_box.setMinimumContentsLength(12)
        self.account_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.stage = Segments(
            translate("Composer", "답변 단계"),
            [
                ("first", translate("Composer", "1차 답변")),
                ("final", translate("Composer", "최종 답변")),
                (NOTICE, translate("Composer", "처리 안내")),
            ],
            self.strip,
        )
        self.stage.show_choice(NOTICE, False)
        row = Flow(self.strip, spacing=8)
        row.setContentsMargins(12, 4, 6, 4)
        row.addWidget(self.voice)
        row.addWidget(self.account_box)
        row.addWidget(self.stage)
        self.strip.resized.connect(self._fit_account)
        return self.strip

    def _editor(self) -> QWidget:
        self.editor = AnswerEditor(translate("Composer", "답변"), self)
        self.editor.setObjectName("answerEditor")
        self.editor.setPlaceholderText(translate("Composer", "시민에게 보낼 답변을 적어 주세요."))
        return self.editor

    def _counts(self) -> QHBoxLayout:
        self.counter = label("", "meta", self, wrap=True)
        self.counter.setObjectName("counter")
        self.saved_label = label("", "meta", self)
        self.private_box = QCheckBox(translate("Composer", "글쓴이에게만 보내기"), self)
        self.private_box.setObjectName("privateReply")
        self.private_box.hide()
        self.template_button = Button(translate("Composer", "서식"), self, kind="quiet", key="Ctrl+T")
        self.template_button.setObjectName("templates")
        self.preview_button = Button(translate("Composer", "미리보기"), self, kind="quiet")
        row = QHBoxLayout()
        row.addWidget(self.counter, 1)
        for part in (self.private_box, self.saved_label, self.template_button, self.preview_button):
            row.addWidget(part)
        return row

    def _buttons(self) -> QHBoxLayout:
        self.save_button = Button(translate("Composer", "임시 저장"), self, kind="quiet", key="Ctrl+S")
        self.next_button = Button(translate("Composer", "보내고 다음 글"), self, key="Ctrl+Shift+Enter")
        self.ask_button = Button(translate("Composer", "승인 요청하기"), self)
        self.ask_button.setToolTip(translate("Composer", "다른 사람이 승인하면 보냅니다"))
        self.typed_button = Button(translate("Composer", "글자로 확인하기"), self, kind="quiet")
        self.typed_button.setToolTip(translate("Composer", "길게 누르기 어려우면 글자를 적어 확인합니다"))
        self.typed_button.clicked.connect(lambda: self.typed.begin())
        self.send_button = HoldButton("", self, kind="primary", icon="send")
        self.send_button.setObjectName("sendAnswer")
        row = QHBoxLayout()
        row.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignTop)
        ways = QWidget(self)
        flow = Flow(ways, right=True)
        for button in (self.typed_button, self.ask_button, self.next_button, self.send_button):
            flow.addWidget(button)
        row.addWidget(ways, 1)
        return row

    def _fit(self) -> None:
        keep_room(self.stage.findChildren(Button))
        self._fit_account()
        self._fit_list()
        self.voice.setMinimumHeight(theme().px(INPUT_HEIGHT))
        self.editor.setMinimumHeight(theme().px(2 * LINE + 16))

    # --- what it shows --------------------------------------------------------------------------------

    def choose_stage(self, stage: str, *, old: bool = False) -> None:
        """``old``: the case is open so long that the citizen may be told how it stands."""
        self.stage.show_choice(NOTICE, old or stage == NOTICE)
        self.stage.set_value(stage)

    def set_text(self, text: str) -> None:
        self.editor.setPlainText(text)
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)

    def whole_text(self) -> str:
        """What is kept as the draft: with the second part that waits."""
        return self.parts.with_rest(self.editor.text_now())

    def offer_accounts(self, accounts: Sequence[Any], chosen: int | None) -> None:
        """List the accounts; the list is left alone where nothing changed, so an open list stays open."""
        wanted = [(account_words(channel), channel.id) for channel in accounts]
        box = self.account_box
        box.blockSignals(True)
        if wanted != [(box.itemText(i), box.itemData(i)) for i in range(box.count())]:
            box.clear()
            for words, channel_id in wanted:
                box.addItem(words, channel_id)
                box.setItemData(box.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
            self._fit_list()
        box.setCurrentIndex(max(box.findData(chosen), 0) if wanted else -1)
        box.blockSignals(False)
        box.setEnabled(len(wanted) > 1)
        self._name_account(box.currentText())

    def _name_account(self, words: str) -> None:
        keys = translate("Composer", "보내는 계정 (Ctrl+Shift+A)")
        self.account_box.setToolTip(f"{words}\n{keys}" if words else keys)
        self._fit_account()

    def _fit_account(self) -> None:
        """The box is as wide as its account, as far as it stands beside the name and the stage."""
        around = theme().px(56)
        wanted = theme().metrics().horizontalAdvance(self.account_box.currentText()) + around
        taken = self.voice.sizeHint().width() + self.stage.sizeHint().width() + around
        most = self.strip.width() - taken
        if most < min(wanted, theme().px(LEAST_ACCOUNT)):
            most = theme().px(WIDEST_ACCOUNT)
        if self.account_box.minimumWidth() != min(wanted, most):
            self.account_box.setMinimumWidth(min(wanted, most))

    def _fit_list(self) -> None:
        """The list that opens is as wide as the longest name in it, also below a narrower box."""
        box = self.account_box
        names = [theme().metrics().horizontalAdvance(box.itemText(at)) for at in range(box.count())]
        box.view().setMinimumWidth(min(max(names, default=0) + theme().px(48), self.window().width()))

    def show_voice(self, voice: str) -> None:
        self._mark(self.strip, "tone", voice_tone(voice))
        self.voice.setText(voice_sentence(voice))

    def show_count(self, count: Count, unit: str) -> None:
        words = count_words(count.used, count.limit, unit)
        self.counter.setText(f"{words} · {over_short(count.over, unit)}" if count.over else words)
        self.counter.setToolTip(over_words(count.over, unit) if count.over else "")
        self._mark(self.counter, "kind", "danger" if count.over else "meta")
        self.saved_label.setVisible(not count.over)  # the longer sentence needs the room

    def show_notices(self, sentences: Sequence[str]) -> None:
        """What has to be known before this goes out: cost, who sees it."""
        self.notice.setText("\n".join(sentences))
        self.notice.setVisible(bool(sentences))

    def show_reasons(self, sentences: Sequence[str]) -> None:
        self.reason.setText("\n".join(sentences))
        self.reason.setVisible(bool(sentences))

    def show_ways(self, *, ask: bool, hold: bool, offer_ask: bool) -> None:
        """How this answer may leave: asked to be approved, held, or as usual."""
        self.send_button.set_hold(hold)
        self.next_button.setVisible(not hold)
        self.next_button.setText(
            translate("Composer", "요청하고 다음 글") if ask else translate("Composer", "보내고 다음 글")
        )
        self.ask_button.setVisible(hold and offer_ask)
        self.typed_button.setVisible(hold)
        if not hold:
            self.typed.hide()

    def allow_send(self, allowed: bool, text: str) -> None:
        if not allowed and (self.send_button.hasFocus() or self.next_button.hasFocus()):
            # Qt would hand the focus of a disabled button to whatever comes next, here a tab far away.
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.send_button.setEnabled(allowed)
        for button in (self.next_button, self.ask_button, self.typed_button):
            button.setEnabled(allowed)
        if self.send_button.text() != text:
            self.send_button.setText(text)

    @staticmethod
    def _mark(widget: QWidget, name: str, value: str) -> None:
        if widget.property(name) == value:
            return
        widget.setProperty(name, value)
        restyle(widget)
        for child in widget.findChildren(QWidget):
            restyle(child)
