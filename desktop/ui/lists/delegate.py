"""Paints one card. Everything it needs is in the card and in ``Paints``; it reads and formats nothing.

The text of a card is laid out once for each width and look and kept with the card (58 µs for 200 characters,
ui.md 3.4), so that scrolling only draws.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QPen,
    QPixmap,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.lists.chip_row import lay_chips
from desktop.ui.lists.model import Role
from desktop.ui.lists.paints import Paints
from desktop.ui.lists.rows import Card, Chip
from desktop.ui.theme.icons import network_icon

WINDOWS_KEPT = 2
"""So many windows full of painted cards are kept by one list ..."""

MOST_BYTES = 12_000_000
"""... but no more than these bytes, however large and fine the screen is."""

LONGEST_LINE = 160
"""Characters of the rest of a text that the last, cut line is made from."""


@dataclass(slots=True)
class Laid:
    """Where everything of a card stands, relative to the card's own upper left corner."""

    name: str = ""
    name_at: QPointF = field(default_factory=QPointF)
    channel: str = ""
    channel_at: QPointF = field(default_factory=QPointF)
    age: str = ""
    age_at: QPointF = field(default_factory=QPointF)
    star_at: QRect | None = None
    texts: list[tuple[QTextLayout, QPointF]] = field(default_factory=list)
    chips: list[tuple[QRectF, str, Chip]] = field(default_factory=list)


class CardDelegate(QStyledItemDelegate):
    """The look of a card at three densities; see look/board-light.png of the design."""

    def __init__(self, paints: Paints, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paints = paints
        self._pictures: OrderedDict[Card, tuple[Laid, QPixmap]] = OrderedDict()
        self._picture_bytes = 0
        paints.changed.connect(self.forget_pictures)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, self._paints.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        card = index.data(Role.CARD)
        if not isinstance(card, Card):
            return
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = (
            bool(state & QStyle.StateFlag.State_MouseOver) and not getattr(option.widget, "busy_gap", bool)()
        )
        checking = bool(getattr(option.widget, "checking", bool)())
        if selected or focused or hovered or checking or card.pending:
            self.paint_card(
                painter,
                option.rect,
                card,
                selected=selected,
                focused=focused,
                hovered=hovered,
                checking=checking,
            )
        else:
            painter.drawPixmap(option.rect.topLeft(), self._picture(card, option.rect.size(), painter))

    def forget_pictures(self) -> None:
        self._pictures.clear()
        self._picture_bytes = 0

    def forget_pictures_of(self, keys: Collection[int]) -> None:
        """Cards with these keys look different now, though they say the same."""
        for card in [card for card in self._pictures if card.key in keys]:
            self._picture_bytes -= _bytes(self._pictures.pop(card)[1])

    def _picture(self, card: Card, size: QSize, painter: QPainter) -> QPixmap:
        """The card at rest, painted once: scrolling then copies pictures instead of drawing text."""
        laid = self.laid(card, size.width() - self._paints.edge)
        kept = self._pictures.get(card)
        if kept is not None and kept[0] is laid:
            self._pictures.move_to_end(card)
            return kept[1]
        device = painter.device()
        ratio = device.devicePixelRatio()
        picture = QPixmap(QSizeF(size.width() * ratio, size.height() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._paints.color("surface"))
        inside = QPainter(picture)
        self.paint_card(inside, QRect(QPoint(0, 0), size), card)
        inside.end()
        if kept is not None:
            self._picture_bytes -= _bytes(kept[1])
        self._pictures[card] = (laid, picture)
        self._pictures.move_to_end(card)
        self._picture_bytes += _bytes(picture)
        seen = round(device.width() * device.height() * ratio * ratio) * 4
        while self._picture_bytes > min(MOST_BYTES, WINDOWS_KEPT * seen) and len(self._pictures) > 1:
            _, (_, oldest) = self._pictures.popitem(last=False)
            self._picture_bytes -= _bytes(oldest)
        return picture

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        # The tooltip (full date, channel) is for the header of a card; over the text it would hide the text.
        if event.type() == QEvent.Type.ToolTip:
            top = option.rect.top()
            if event.pos().y() > top + self._paints.pad + self._paints.line:
                return False
        return super().helpEvent(event, view, option, index)

    # --- painting ----------------------------------------------------------------------------------------

    def paint_card(
        self,
        painter: QPainter,
        row: QRect,
        card: Card,
        *,
        selected: bool = False,
        focused: bool = False,
        hovered: bool = False,
        checking: bool = False,
    ) -> None:
        paints = self._paints
        box = QRect(row.left(), row.top(), row.width() - paints.edge, paints.card_height)
        laid = self.laid(card, box.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if card.pending:
            painter.setOpacity(0.45)
        self._paint_frame(painter, box, selected, focused, hovered)
        painter.translate(box.topLeft())
        self._paint_header(painter, card, laid, selected, checking or (hovered and card.case_id is not None))
        painter.setPen(paints.color("muted" if card.faded else "text"))
        origin = QPointF(0, 0)
        for text, at in laid.texts:
            text.draw(painter, origin + at)
        self._paint_chips(painter, laid.chips, selected)
        painter.restore()

    def _paint_frame(
        self, painter: QPainter, box: QRect, selected: bool, focused: bool, hovered: bool
    ) -> None:
        paints = self._paints
        fill = "selected" if selected else "hover" if hovered else "surface"
        if focused or selected:
            wide = 2.0
            pen = QPen(paints.color("focus" if focused else "primary"), wide)
        else:
            wide = 1.0
            pen = QPen(paints.color("border"), wide)
        painter.setPen(pen)
        painter.setBrush(paints.color(fill))
        half = wide / 2
        radius = paints.px(4 if paints.compact else 6)
        painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), radius, radius)

    def _paint_header(
        self, painter: QPainter, card: Card, laid: Laid, selected: bool, checkbox: bool
    ) -> None:
        paints = self._paints
        device = painter.device()
        ratio = device.devicePixelRatio()
        spot = icon_rect(paints)
        if checkbox:
            name, color = ("square-check", "link") if selected else ("square", "muted")
        else:
            name, color = network_icon(card.network), "subtle"
        painter.drawPixmap(spot.topLeft(), paints.icon(name, color, paints.icon_size, ratio))
        if card.unread:
            dot = paints.px(6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(paints.color("focus"))
            painter.drawEllipse(QRectF(paints.px(4), paints.pad + (paints.line - dot) / 2, dot, dot))
        painter.setPen(paints.color("muted" if card.faded else "text"))
        painter.setFont(paints.name_font if card.unread else paints.body_font)
        painter.drawText(laid.name_at, laid.name)
        painter.setFont(paints.meta_font)
        painter.setPen(paints.color("muted"))
        if laid.channel:
            painter.drawText(laid.channel_at, laid.channel)
        painter.drawText(laid.age_at, laid.age)
        if laid.star_at is not None:
            painter.drawPixmap(
                laid.star_at.topLeft(), paints.icon("star", "warning.icon", paints.icon_size, ratio)
            )

    def _paint_chips(self, painter: QPainter, chips: list[tuple[QRectF, str, Chip]], selected: bool) -> None:
        paints = self._paints
        device = painter.device()
        ratio = device.devicePixelRatio()
        painter.setFont(paints.chip_font)
        radius = paints.px(4)
        size = paints.px(13)
        for box, words, chip in chips:
            fill, ink, edge = _tone(paints, chip.tone)
            # On a selected card the fills merge; the edge keeps the chip visible (ui.md section 5).
            painter.setPen(QPen(edge, 1) if selected else Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(box, radius, radius)
            inner = box.adjusted(paints.px(7), 0, -paints.px(7), 0)
            if chip.icon:
                y = box.top() + (box.height() - size) / 2
                name = f"{chip.tone}.icon" if chip.tone in _TRACK_TONES else "muted"
                painter.drawPixmap(QPointF(inner.left(), y), paints.icon(chip.icon, name, size, ratio))
                inner.setLeft(inner.left() + size + paints.px(4))
            painter.setPen(ink)
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    # --- laying out ----------------------------------------------------------------------------------------

    def laid(self, card: Card, width: int) -> Laid:
        """The card's layout for this width and look; made once and kept with the card."""
        key = (width, self._paints.version)
        found = card.layouts.get(key)
        if found is None:
            card.layouts.clear()
            found = self._lay_compact(card, width) if self._paints.compact else self._lay(card, width)
            card.layouts[key] = found
        laid: Laid = found
        return laid

    def _lay(self, card: Card, width: int) -> Laid:
        paints = self._paints
        laid = Laid()
        right = self._lay_ends(card, laid, width)
        left = icon_rect(paints).right() + paints.px(8)
        self._lay_names(card, laid, left, right - paints.px(8))
        top = paints.pad + paints.line + paints.px(2)
        inner = width - 2 * paints.side
        lines = paints.lines - 1 if card.chips else paints.lines
        used = 0
        if lines > 0 and inner > 20:
            laid.texts = self._lay_text(card, inner, lines, QPointF(paints.side, top))
            used = sum(layout.lineCount() for layout, _ in laid.texts)
        if card.chips:
            y = top + used * paints.line + (paints.line - paints.chip_height)
            laid.chips = lay_chips(card.chips, paints.side, y, inner, paints)
        return laid

    def _lay_compact(self, card: Card, width: int) -> Laid:
        """One line: name, text, the most urgent chips, age."""
        paints = self._paints
        laid = Laid()
        right = self._lay_ends(card, laid, width)
        left = icon_rect(paints).right() + paints.px(8)
        name_room = min(paints.px(170), max((right - left) // 3, paints.px(40)))
        laid.name = paints.name_metrics.elidedText(card.name, Qt.TextElideMode.ElideRight, name_room)
        laid.name_at = QPointF(left, _baseline(paints, paints.name_metrics))
        text_left = left + name_room + paints.px(10)
        chips_room = max((right - text_left) // 2, 0) if right - text_left > paints.px(240) else 0
        chip_top = (paints.card_height - paints.chip_height) // 2
        chips = lay_chips(card.chips, 0, chip_top, chips_room, paints)
        taken = int(chips[-1][0].right()) + paints.px(8) if chips else 0
        laid.chips = [(box.translated(right - taken, 0), words, chip) for box, words, chip in chips]
        room = right - taken - text_left - paints.px(8)
        if room > paints.px(30):
            laid.texts = self._lay_text(card, room, 1, QPointF(text_left, paints.pad))
        return laid

    def _lay_ends(self, card: Card, laid: Laid, width: int) -> int:
        """Age and star at the right end; returns where they begin."""
        paints = self._paints
        right = width - paints.side
        age = paints.meta_metrics.horizontalAdvance(card.age)
        # In a very narrow column the name is worth more than the time, which the tooltip has too.
        if right - age - icon_rect(paints).right() >= paints.px(72):
            right -= age
            laid.age = card.age
        laid.age_at = QPointF(right, _baseline(paints, paints.meta_metrics))
        if card.starred:
            right -= paints.icon_size + paints.px(6)
            laid.star_at = QRect(
                right, paints.pad + (paints.line - paints.icon_size) // 2, paints.icon_size, paints.icon_size
            )
        return right

    def _lay_names(self, card: Card, laid: Laid, left: int, right: int) -> None:
        paints = self._paints
        metrics = paints.name_metrics if card.unread else paints.body_metrics
        laid.name = metrics.elidedText(card.name, Qt.TextElideMode.ElideRight, max(right - left, 0))
        laid.name_at = QPointF(left, _baseline(paints, metrics))
        left += metrics.horizontalAdvance(laid.name) + paints.px(8)
        if right - left >= paints.px(64):
            room = right - left
            laid.channel = paints.meta_metrics.elidedText(card.channel, Qt.TextElideMode.ElideRight, room)
            laid.channel_at = QPointF(left, _baseline(paints, paints.meta_metrics))

    def _lay_text(self, card: Card, width: int, lines: int, at: QPointF) -> list[tuple[QTextLayout, QPointF]]:
        paints = self._paints
        text, title = card.text, card.title
        if title:  # on a line of its own; the separator takes the place of the space
            text = f"{text[:title]}\u2028{text[title + 1 :]}"
        done: list[tuple[QTextLayout, QPointF]] = []
        start = 0
        if lines > 1:
            layout = _layout(text, card.highlight, paints, title)
            layout.beginLayout()
            for number in range(lines - 1):
                line = layout.createLine()
                if not line.isValid():
                    break
                line.setLineWidth(width)
                line.setPosition(QPointF(0, number * paints.line + (paints.line - line.height()) / 2))
                start = line.textStart() + line.textLength()
            layout.endLayout()
            done.append((layout, at))
        start = _characters(text, start)
        rest = text[start : start + LONGEST_LINE].replace("\u2028", " ")
        if rest:
            title = max(title - start, 0)
            metrics = paints.name_metrics if title else paints.body_metrics
            cut = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
            last = _layout(cut, card.highlight, paints, title)
            last.beginLayout()
            line = last.createLine()
            line.setLineWidth(width * 2)
            line.setPosition(QPointF(0, (lines - 1) * paints.line + (paints.line - line.height()) / 2))
            last.endLayout()
            done.append((last, at))
        return done


def _bytes(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4


_TRACK_TONES = ("forward", "idea", "opinion", "new", "warning", "danger")


def _tone(paints: Paints, tone: str) -> tuple[QColor, QColor, QColor]:
    """Fill, text and edge of a chip."""
    if tone in _TRACK_TONES:
        return paints.color(f"{tone}.fill"), paints.color(f"{tone}.text"), paints.color(f"{tone}.icon")
    if tone == "primary":
        return paints.color("selected"), paints.color("link"), paints.color("focus")
    return paints.color("opinion.fill"), paints.color("opinion.text"), paints.color("opinion.icon")


def _baseline(paints: Paints, metrics: QFontMetrics) -> float:
    return paints.pad + (paints.line + metrics.ascent() - metrics.descent()) / 2


def _layout(text: str, highlight: str, paints: Paints, title: int = 0) -> QTextLayout:
    layout = QTextLayout(text, paints.body_font)
    layout.setCacheEnabled(True)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    marks = match_ranges(text, highlight)
    if marks or title:
        formats = []
        if title:
            bold = QTextLayout.FormatRange()
            bold.start, bold.length = 0, _utf16(text[:title])
            bold.format.setFont(paints.name_font)
            formats.append(bold)
        for start, length in marks:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = start, length
            mark.format.setBackground(paints.color("warning.fill"))
            mark.format.setForeground(paints.color("warning.text"))
            mark.format.setFontUnderline(True)
            formats.append(mark)
        layout.setFormats(formats)
    return layout


def match_ranges(text: str, searched: str) -> list[tuple[int, int]]:
    """Where the words that were searched for stand in a text, as (start, length) in UTF-16 units."""
    found: list[tuple[int, int]] = []
    folded = text.casefold()
    if len(folded) != len(text):  # ß and the like change the length; positions would be wrong
        folded = text
    for word in dict.fromkeys(searched.casefold().split()):
        at = folded.find(word)
        while at >= 0 and word:
            start = _utf16(text[:at])
            found.append((start, _utf16(text[at : at + len(word)])))
            at = folded.find(word, at + len(word))
    return sorted(found)


def _characters(text: str, units: int) -> int:
    """How many characters of a text its first ``units`` UTF-16 units are."""
    if text.isascii() or units == 0:
        return units
    return len(text.encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "replace"))


def _utf16(text: str) -> int:
    return len(text) + sum(1 for c in text if ord(c) > 0xFFFF)


def icon_rect(paints: Paints) -> QRect:
    """Where the network's icon stands in a card; the checkbox takes its place."""
    size = paints.icon_size
    return QRect(paints.side, paints.pad + (paints.line - size) // 2, size, size)


def check_rect(row: QRect, paints: Paints) -> QRect:
    """Where a click picks the card: the icon with some room around it (targets are at least 24 px)."""
    grown = paints.px(6)
    return icon_rect(paints).adjusted(-grown, -grown, grown // 2, grown).translated(row.topLeft())
