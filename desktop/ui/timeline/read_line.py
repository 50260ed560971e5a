"""The line over the cards where somebody stopped reading: "여기까지 읽었습니다 · 어제 22:10"."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.ui.lists.view import CardView


class ReadLine:
    """Of one list. It stands above the first card that was read already."""

    def __init__(self, view: CardView) -> None:
        self._view = view
        self._post_id: int | None = None
        self.words = ""
        view.paint_over = self.paint

    def show(self, post_id: int | None, words: str = "") -> None:
        """``post_id``: the newest post that was read; None: no line."""
        self._post_id, self.words = post_id, words
        self._view.viewport().update()

    def row(self) -> int | None:
        """The row above which it is drawn; None where that is not in sight."""
        if self._post_id is None:
            return None
        cards = self._view.cards()
        first, last = self._view.visible_rows()
        for row in range(max(first - 1, 0), last + 1):
            card, above = cards.card(row), cards.card(row - 1)
            if card is None or above is None:
                continue
            if card.order[0] <= self._post_id < above.order[0]:
                return row
        return None

    def paint(self, painter: QPainter) -> None:
        row = self.row()
        if row is None:
            return
        paints = self._view.paints()
        wide = self._view.viewport().width()
        y = self._view.row_top(row) - paints.gap // 2
        painter.setPen(QPen(paints.color("focus"), 2))
        painter.drawLine(0, y, wide, y)
        painter.setFont(paints.meta_font)
        width = paints.meta_metrics.horizontalAdvance(self.words) + paints.px(20)
        height = paints.px(20)
        box = QRect((wide - width) // 2, y - height // 2, width, height)
        painter.setBrush(paints.color("surface"))
        painter.drawRoundedRect(box, height // 2, height // 2)
        painter.setPen(paints.color("link"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.words)
