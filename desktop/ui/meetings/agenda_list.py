"""The agenda of a meeting as a list: its mark, number and title, and below it what was decided.

Dropping ideas into it, ordering by mouse and keys are those of the card lists; only the look is its own.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, Qt
from PySide6.QtGui import QPainter

from desktop.ui.lists.delegate import CardDelegate, Laid
from desktop.ui.lists.paints import Paints
from desktop.ui.lists.rows import Card
from desktop.ui.lists.view import CardView
from desktop.ui.meetings.words import ICONS


class AgendaPaints(Paints):
    """Two lines a row, whatever the density of the other lists."""

    def _measure(self) -> None:
        super()._measure()
        self.lines, self.compact = 1, False
        self.gap, self.pad = self.px(4), self.px(7)
        self.card_height = 2 * self.pad + 2 * self.line
        self.row_height = self.card_height + self.gap


_TONES = {"adopted": "good.icon", "held": "warning.icon", "rejected": "danger.icon"}


class AgendaDelegate(CardDelegate):
    """``shown`` is the idea that lies open beside the list; it wears an arrow."""

    def __init__(self, paints: Paints, parent: QObject | None = None) -> None:
        super().__init__(paints, parent)
        self.shown = 0

    def show_case(self, case_id: int) -> None:
        if case_id != self.shown:
            before, self.shown = self.shown, case_id
            self.forget_pictures_of((before, case_id))

    def _lay(self, card: Card, width: int) -> Laid:
        paints = self._paints
        laid = Laid()
        left = paints.side + paints.icon_size + paints.px(8)
        room = max(width - left - paints.side, 0)
        metrics = paints.name_metrics
        laid.name = metrics.elidedText(card.name, Qt.TextElideMode.ElideRight, room)
        laid.name_at = QPointF(left, paints.pad + (paints.line + metrics.ascent() - metrics.descent()) / 2)
        meta = paints.meta_metrics
        laid.channel = meta.elidedText(card.text, Qt.TextElideMode.ElideRight, room)
        base = paints.pad + paints.line + (paints.line + meta.ascent() - meta.descent()) / 2
        laid.channel_at = QPointF(left, base)
        return laid

    def _paint_header(
        self, painter: QPainter, card: Card, laid: Laid, selected: bool, checkbox: bool
    ) -> None:
        paints = self._paints
        ratio = painter.device().devicePixelRatio()
        decision = card.row.item.decision
        if checkbox:
            name, color = ("square-check", "link") if selected else ("square", "muted")
        elif decision:
            name, color = ICONS[decision], _TONES[decision]
        elif card.key == self.shown:
            name, color = "arrow-right", "link"
        else:
            name, color = ICONS[""], "muted"
        size = paints.icon_size
        spot = QRect(paints.side, paints.pad + (paints.line - size) // 2, size, size)
        painter.drawPixmap(QPointF(spot.topLeft()), paints.icon(name, color, size, ratio))
        painter.setPen(paints.color("muted" if card.row.left else "text"))
        painter.setFont(paints.name_font)
        painter.drawText(laid.name_at, laid.name)
        painter.setFont(paints.meta_font)
        painter.setPen(paints.color("muted"))
        painter.drawText(laid.channel_at, laid.channel)


class AgendaView(CardView):
    """The list with its own look."""

    look = AgendaDelegate

    def show_case(self, case_id: int) -> None:
        """This idea lies open beside the list."""
        delegate = self.itemDelegate()
        assert isinstance(delegate, AgendaDelegate)
        delegate.show_case(case_id)
        self.viewport().update()
