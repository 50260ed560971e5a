"""A quick look at a whole post with Space, without leaving the list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.models import queries
from desktop.ui import fmt
from desktop.ui.lists.rows import Card
from desktop.ui.theme.style import theme
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate


class Peek(QFrame):
    """Lies beside the card; the list keeps the focus, so J and K go on and the look follows."""

    def __init__(self, bridge: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._post_id = 0
        self._at = QPoint()
        self.setProperty("kind", "popup")
        self.setObjectName("peek")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        self._name = label("", "name", self, wrap=True)
        self._meta = label("", "meta", self, wrap=True)
        column.addWidget(self._name)
        column.addWidget(self._meta)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text = label("", "", self, wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._text)
        column.addWidget(self._scroll, 1)
        column.addWidget(label(translate("Peek", "Space 닫기 · Enter 열기"), "meta", self))
        self.hide()

    def toggle(self, card: Card, at: QPoint) -> None:
        if self.isVisible() and self._post_id == card.post_id:
            self.hide()
        else:
            self.show_card(card, at)

    def show_card(self, card: Card, at: QPoint) -> None:
        """Show the post of a card near ``at`` (coordinates of the parent)."""
        self._post_id = card.post_id
        self._name.setText(card.name)
        self._meta.setText(f"{card.channel} · {fmt.full(card.created_ms)}")
        self._text.setText(card.text)
        self.setAccessibleName(card.sentence())
        self._at = at
        self._place()
        self.show()
        self.raise_()
        self._bridge.spawn(self._read_whole(card.post_id))

    async def _read_whole(self, post_id: int) -> None:
        detail = await self._bridge.read(queries.post_detail, post_id)
        if detail is not None and post_id == self._post_id:
            self._text.setText(detail.text)
            self._place()

    def _place(self) -> None:
        """As high as the text needs, but never beyond the screen."""
        area = self.parentWidget().rect().adjusted(8, 8, -8, -8)
        width = min(theme().px(420), area.width())
        around = self.layout().sizeHint().height() - self._scroll.sizeHint().height()
        needed = around + self._text.heightForWidth(width - theme().px(44)) + theme().px(8)
        height = min(max(needed, theme().px(110)), theme().px(420), area.height())
        x = max(area.left(), min(self._at.x(), area.right() - width))
        y = max(area.top(), min(self._at.y(), area.bottom() - height))
        self.setGeometry(x, y, width, height)
