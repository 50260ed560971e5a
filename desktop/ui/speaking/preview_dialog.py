"""An answer as the citizen will see it: account, name in front, whole text, who can read it, what is odd."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import i18n
from desktop.ui.channels.dialog import Dialog, Scrolled
from desktop.ui.channels.names import network_name
from desktop.ui.detail.words import count_words, over_words, voice_sentence, voice_tone
from desktop.ui.speaking import words
from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.widgets.labels import label, tag

translate = QCoreApplication.translate


def sheet_of(review: Any, parent: QWidget | None = None) -> QWidget:
    """The post as others see it, as a widget; used where an answer is looked at before it goes out."""
    shown = review.preview
    holder = QWidget(parent)
    holder.setProperty("kind", "scroll")
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    strip = QFrame(holder)
    strip.setProperty("kind", "banner")
    strip.setProperty("tone", voice_tone(review.voice))
    line = QHBoxLayout(strip)
    line.setContentsMargins(12, 6, 12, 6)
    line.addWidget(label(voice_sentence(review.voice), "name", strip))
    line.addStretch(1)
    line.addWidget(label(network_name(shown.network), "", strip))
    column.addWidget(strip)
    card = QFrame(holder)
    card.setProperty("kind", "card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(16, 12, 16, 12)
    inside.setSpacing(6)
    head = QHBoxLayout()
    mark = label("", "", card)
    side = theme().px(18)
    mark.setPixmap(icons.pixmap(icons.network_icon(shown.network), theme().tokens.subtle, side))
    head.addWidget(mark)
    head.addWidget(label(shown.sender, "name", card))
    head.addWidget(label(shown.handle, "meta", card))
    head.addStretch(1)
    if shown.private:
        head.addWidget(tag(translate("Preview", "비공개"), "warning", card))
    inside.addLayout(head)
    if shown.answered:
        to = translate("Preview", "{name} 님에게 보내는 답글").format(name=shown.answered)
        inside.addWidget(label(to, "meta", card))
    text = label(shown.shown, "", card, wrap=True)
    text.setObjectName("previewText")
    text.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    text.setAccessibleName(shown.shown)
    inside.addWidget(text)
    column.addWidget(card)
    length = count_words(shown.used, shown.limit, shown.unit)
    if shown.over:
        length = f"{length} · {over_words(shown.over, shown.unit)}"
    column.addWidget(label(length, "danger" if shown.over else "meta", holder))
    sentences = [words.note_sentence(code, values) for code, values in shown.notes]
    sentences += [i18n.own_half(advice) for advice in shown.advice]
    for sentence in sentences:
        column.addWidget(label(f"· {sentence}", "meta", holder, wrap=True))
    for one in review.findings:
        kind = "danger" if one.severity == "stop" else "warning"
        said = f"{words.severity_word(one.severity)} · {words.finding_sentence(one)}"
        column.addWidget(label(said, kind, holder, wrap=True))
    for promise in review.promises:
        said = translate("Preview", "약속 · {day} · {text}")
        said = said.format(day=words.day(promise.due), text=promise.text)
        column.addWidget(label(said, "muted", holder, wrap=True))
    column.addStretch(1)
    return holder


class PreviewDialog(Dialog):
    def __init__(self, bridge: Any, review: Any, parent: QWidget | None = None) -> None:
        super().__init__(translate("Preview", "시민에게 이렇게 보입니다"), bridge, parent, width=560)
        self.body.addWidget(Scrolled(sheet_of(review), self))
        done = self.add_button(translate("Preview", "미리보기 닫기"), "primary")
        done.clicked.connect(self.accept)
