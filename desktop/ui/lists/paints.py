"""Sizes, fonts, colours and little pictures of the cards, made once per theme, text size and density.

The delegate asks for nothing else while it paints, so that no paint makes a font, a colour or an icon.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPixmap

from desktop.ui.theme import icons, tokens
from desktop.ui.theme.style import theme


class Paints(QObject):
    """What cards look like now. ``version`` grows with every change, so that old layouts are told apart."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.version = 0
        self._colors: dict[str, QColor] = {}
        self._measure()
        theme().changed.connect(self._renew)

    def _renew(self) -> None:
        self.version += 1
        self._colors.clear()
        self._measure()
        self.changed.emit()

    def _measure(self) -> None:
        look = theme()
        self.lines = tokens.LINES_OF_DENSITY[look.density]
        self.compact = look.density == "narrow"
        self.gap = look.px(2 if self.compact else 8)
        self.edge = look.px(4)  # free at the right of a card, so that it does not touch the scroll bar
        self.pad = look.px(6 if self.compact else 10)
        self.side = look.px(12)
        self.icon_size = look.px(16)
        self.body_font: QFont = look.font(tokens.BODY)
        self.name_font: QFont = look.font(tokens.BODY, bold=True)
        self.meta_font: QFont = look.font(tokens.META)
        self.chip_font: QFont = look.font(tokens.META)
        self.body_metrics: QFontMetrics = look.metrics(tokens.BODY)
        self.name_metrics: QFontMetrics = look.metrics(tokens.BODY, bold=True)
        self.meta_metrics: QFontMetrics = look.metrics(tokens.META)
        self.line = max(look.px(tokens.LINE), self.body_metrics.height())
        self.chip_height = max(look.px(20), self.meta_metrics.height() + 2)
        # At one line the text stands beside the name; otherwise below it, and chips take its last line.
        body = 0 if self.compact else self.lines * self.line + look.px(2)
        self.card_height = 2 * self.pad + self.line + body
        self.row_height = self.card_height + self.gap

    def px(self, at_100: float) -> int:
        return theme().px(at_100)

    def color(self, name: str) -> QColor:
        """A token's colour. ``forward.fill`` and the like name the parts of a track's colours."""
        made = self._colors.get(name)
        if made is None:
            value = theme().tokens
            for part in name.split("."):
                value = getattr(value, part)
            made = self._colors[name] = QColor(str(value))
        return made

    def icon(self, name: str, color: str, size: int, ratio: float) -> QPixmap:
        return icons.pixmap(name, self.color(color).name(), size, ratio)
