"""Labels: kinds of text, elided text, tags, and the lamp that tells a state by colour, shape and word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.ui.theme.style import theme
from desktop.ui.theme.tokens import Tokens


def label(text: str = "", kind: str = "", parent: QWidget | None = None, *, wrap: bool = False) -> QLabel:
    """A label of plain text. ``kind``: title, section, number, name, meta, muted, key, danger or warning."""
    made = WrappedLabel(text, parent) if wrap else QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    return made


BREAK = "\u200b"
"""Where a line may end inside a word; it has no width."""

_LONG = re.compile(r"\S{20,}")
# Not inside what is one sign to the eye: letters in parts, accents, joined emoji.
_INSIDE = re.compile(r"(?<=[가-힣A-Za-z0-9/.,:;_=&?%#+-])(?=[가-힣A-Za-z0-9/.,:;_=&?%#+-])")


def breakable(text: str) -> str:
    """The same text, with places to end a line in words longer than any line (an address, a name)."""
    return _LONG.sub(lambda word: _INSIDE.sub(BREAK, word[0]), text)


class WrappedLabel(QLabel):
    """Lines as wide as there is room. A word that has no room is broken: Qt would cut it, and ask for its
    width. Rich text comes with its words made ``breakable``. What is copied is the text and nothing else."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setText(text)

    def setText(self, text: str) -> None:
        rich = self.textFormat() is Qt.TextFormat.RichText
        super().setText(text if rich else breakable(text))

    def text(self) -> str:
        return super().text().replace(BREAK, "")

    def setTextInteractionFlags(self, flags: Qt.TextInteractionFlag) -> None:
        super().setTextInteractionFlags(flags)
        QGuiApplication.clipboard().dataChanged.connect(self._clean)

    def _clean(self) -> None:
        copied = QGuiApplication.clipboard().text()
        if BREAK in copied and copied == self.selectedText().replace("\u2029", "\n"):
            QGuiApplication.clipboard().setText(copied.replace(BREAK, ""))


def tag(text: str, tone: str = "", parent: QWidget | None = None) -> QLabel:
    """A small filled tag. ``tone``: forward, idea, opinion, good, warning or danger."""
    made = label(text, "tag", parent)
    made.setProperty("tone", tone)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def line(parent: QWidget | None = None) -> QFrame:
    """A thin line between sections."""
    made = QFrame(parent)
    made.setProperty("kind", "line")
    return made


def restyle(widget: QWidget) -> None:
    """Let the style sheet see a property that has just changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def retone(widget: QWidget, tone: str) -> None:
    """Give it another tone; the style sheet is asked only where it has one."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        restyle(widget)


class ElidedLabel(QLabel):
    """One line that ends in … where it does not fit; the whole text is its tooltip and accessible name."""

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self._wordings = [""]
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        self.set_texts([text], text)

    def set_texts(self, wordings: Sequence[str], whole: str) -> None:
        """The first wording that fits is shown; ``whole`` is the tooltip and what is read aloud."""
        if (list(wordings), whole) == (self._wordings, self._whole):
            return
        self._wordings = list(wordings)
        self._whole = whole
        self.setAccessibleName(whole)
        self._elide()
        if self.sizePolicy().horizontalPolicy() is not QSizePolicy.Policy.Ignored:
            self.updateGeometry()  # what is shown may be as empty as before

    def whole_text(self) -> str:
        return self._whole

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._wordings[0]) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        lines = [" ".join(text.split()) for text in self._wordings]
        metrics, room = self.fontMetrics(), max(self.width(), 0)
        # Asked of the eliding itself: it counts parts of a pixel that an advance in whole pixels leaves out.
        shown = [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]
        fitting = next((cut for cut, line in zip(shown, lines, strict=True) if cut == line), shown[-1])
        super().setText("" if fitting == "…" else fitting)  # dots alone say nothing
        self.setToolTip(self._whole if fitting != " ".join(self._whole.split()) else "")


def lamp_color(tone: str, colors: Tokens) -> QColor:
    track = {"good": colors.good, "warning": colors.warning, "danger": colors.danger}.get(
        tone, colors.opinion
    )
    return QColor(track.icon)


def paint_lamp(painter: QPainter, where: QRectF, tone: str, colors: Tokens) -> None:
    """Draw a lamp: good a disc, warning a triangle, danger a crossed square, anything else a ring."""
    color = lamp_color(tone, colors)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    if tone == "good":
        painter.drawEllipse(where.adjusted(1, 1, -1, -1))
    elif tone == "warning":
        top = where.adjusted(0, 0.5, 0, -0.5)
        points = [top.bottomLeft(), top.bottomRight(), (top.topLeft() + top.topRight()) / 2]
        painter.drawPolygon(QPolygonF(points))
    elif tone == "danger":
        painter.drawRoundedRect(where, 2, 2)
        painter.setPen(QPen(QColor(colors.surface), max(1.4, where.width() / 7)))
        inner = where.adjusted(*(where.width() * f for f in (0.28, 0.28, -0.28, -0.28)))
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, 2))
        painter.drawEllipse(where.adjusted(1.5, 1.5, -1.5, -1.5))
    painter.restore()


class _Shape(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tone = ""
        theme().changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        side = theme().px(11)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_lamp(painter, QRectF(self.rect()), self.tone, theme().tokens)
        painter.end()


class Lamp(QWidget):
    """A state by colour, shape and word. ``tone``: good, warning, danger or "" (off)."""

    def __init__(
        self, text: str = "", tone: str = "", parent: QWidget | None = None, *, elided: bool = False
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._shape = _Shape(self)
        self._text = ElidedLabel(text, "meta", self) if elided else label(text, "meta", self)
        if elided:
            self._text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row.addWidget(self._shape)
        row.addWidget(self._text, 1)
        self.set_state(text, tone)

    def set_state(self, text: str, tone: str) -> None:
        self._shape.tone = tone
        self._shape.update()
        self._text.setText(text)
        self.setAccessibleName(text)

    def text(self) -> str:
        return self._text.whole_text() if isinstance(self._text, ElidedLabel) else self._text.text()
