"""The picture under the pointer during a drag: the card itself, or a stack of cards with their number."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from desktop.ui import fmt
from desktop.ui.lists.delegate import CardDelegate
from desktop.ui.lists.paints import Paints
from desktop.ui.lists.rows import Card


def drag_pixmap(
    delegate: CardDelegate, paints: Paints, width: int, cards: list[Card], ratio: float
) -> QPixmap:
    """A picture of the first card; with more than one, the edges of two more behind it and a badge."""
    width = min(width, paints.px(340))
    behind = min(len(cards) - 1, 2) * paints.px(5)
    size = QSize(width + behind + paints.px(14), paints.card_height + behind + paints.px(14))
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(0.94)
    top = paints.px(7)
    for depth in range(behind // paints.px(5), 0, -1):
        shift = depth * paints.px(5)
        painter.setPen(QPen(paints.color("primary"), 1))
        painter.setBrush(paints.color("surface"))
        box = QRect(shift, top + shift, width, paints.card_height)
        painter.drawRoundedRect(box, paints.px(6), paints.px(6))
    delegate.paint_card(painter, QRect(0, top, width, paints.card_height), cards[0], selected=True)
    cards[0].layouts.clear()  # laid out for the picture's width; the list lays it out again for its own
    if len(cards) > 1:
        words = fmt.number(len(cards))
        painter.setFont(paints.name_font)
        badge = max(paints.px(26), paints.name_metrics.horizontalAdvance(words) + paints.px(14))
        box = QRect(QPoint(width - badge // 2, 0), QSize(badge, paints.px(26)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(paints.color("primary"))
        painter.drawRoundedRect(box, paints.px(12), paints.px(12))
        painter.setPen(paints.color("on_primary"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return picture
