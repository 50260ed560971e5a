"""A document as PDF: A4, the program's typeface embedded, page numbers, headings of tables on every page."""

from __future__ import annotations

import math

from PySide6.QtCore import QBuffer, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)

from desktop.services.documents.document import Document, Line, Table, clean, laid_out
from desktop.ui.theme import fonts

DPI = 300
SIDE_MM, TOP_MM, BOTTOM_MM = 20, 15, 12
BAND_MM = 12
"""Room above and below the text for header, page number and footer."""
TITLE_PT, BODY_PT, CELL_PT, SMALL_PT = 16, 11.5, 9.5, 8.5
INDENT_MM = 5
LINE = DPI / 150
LEADING = DPI / 25
LINE_PERCENT, CELL_PERCENT = 150, 125
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


def to_bytes(document: Document) -> bytes:
    fonts.load()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(SIDE_MM, TOP_MM, SIDE_MM, BOTTOM_MM), QPageLayout.Unit.Millimeter)
    writer.setResolution(DPI)
    writer.setTitle(clean(document.title))
    writer.setCreator("seoul-smc")
    text = _text(document)
    page = QSizeF(writer.width(), writer.height() - 2 * _px(BAND_MM))
    text.setPageSize(page)
    _paint(text, document, writer, page)
    return bytes(buffer.data().data())


def _px(mm: float) -> float:
    return mm * DPI / 25.4


def _font(points: float, *, bold: bool = False) -> QFont:
    made = fonts.font(points * DPI / 72, bold=bold)
    # Signs that change their shape beside others lose their character in the file: "- 1 -" was read as "1".
    for feature in ("calt", "clig"):
        made.setFeature(QFont.Tag(feature), 0)
    return made


def _text(document: Document) -> QTextDocument:
    text = QTextDocument()
    text.setDocumentMargin(0)
    text.setDefaultFont(_font(BODY_PT))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # an address may be a line long
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    text.setDefaultTextOption(option)
    cursor = QTextCursor(text)
    cursor.beginEditBlock()  # laid out once, at the end: else every cell lays out the table again
    title = _block("center")
    title.setBottomMargin(_px(6))
    cursor.setBlockFormat(title)
    cursor.insertText(_broken(clean(document.title)), _look(TITLE_PT, True))
    for part in laid_out(document):
        if isinstance(part, Table):
            _table(cursor, part)
        else:
            _line(cursor, part)
    cursor.endEditBlock()
    return text


def _look(points: float, strong: bool) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(_font(points, bold=strong))
    look.setForeground(QColor("#000000"))
    return look


def _block(align: str, percent: int = LINE_PERCENT) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setAlignment(_ALIGN.get(align, Qt.AlignmentFlag.AlignLeft))
    block.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return block


def _line(cursor: QTextCursor, line: Line) -> None:
    block = _block(line.align)
    if line.level:
        # A line that goes on begins under the text of its item, not under its number.
        block.setLeftMargin(_px(INDENT_MM * line.level))
        block.setTextIndent(-_px(INDENT_MM))
    cursor.insertBlock(block)
    cursor.insertText(_broken(line.text), _look(BODY_PT, line.strong))


def _table(cursor: QTextCursor, table: Table) -> None:
    shape = QTextTableFormat()
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, share * 100) for share in table.shares()]
    )
    shape.setBorder(LINE)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(QColor("#000000"))
    shape.setBorderCollapse(True)
    shape.setCellSpacing(0)
    shape.setCellPadding(_px(1))
    shape.setBottomMargin(_px(3))
    shape.setHeaderRowCount(1 if table.head and len(table.rows) > 1 else 0)
    made = cursor.insertTable(len(table.rows), table.columns, shape)
    for number, row in enumerate(table.rows):
        for column, words in enumerate(row):
            strong = (table.head and number == 0) or (table.side and column == 0)
            cell = made.cellAt(number, column)
            if strong:
                filled = cell.format()
                filled.setBackground(QColor("#EEF2F7"))
                cell.setFormat(filled)
            inside = cell.firstCursorPosition()
            inside.setBlockFormat(_block("left", CELL_PERCENT))
            inside.insertText(_broken(words), _look(CELL_PT, strong))
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _broken(words: str) -> str:
    """Line breaks inside a paragraph, as Qt wants them."""
    return words.replace("\n", "\u2028")


def _paint(text: QTextDocument, document: Document, writer: QPdfWriter, page: QSizeF) -> None:
    painter = QPainter(writer)
    look = QAbstractTextDocumentLayout.PaintContext()
    look.palette.setColor(QPalette.ColorRole.Text, QColor("#000000"))
    band = _px(BAND_MM)
    for number in range(_pages(text, page)):
        if number:
            writer.newPage()
        painter.save()
        painter.translate(0, band - number * page.height())
        shown = QRectF(0, number * page.height(), page.width(), page.height())
        painter.setClipRect(shown)
        # Lines are drawn whole where they meet this. A line that reaches over the edge with its leading is of
        # the other page; drawn on both it would be read twice.
        look.clip = shown.adjusted(0, LEADING, 0, -LEADING)
        text.documentLayout().draw(painter, look)
        _close_tables(painter, text, shown)
        painter.restore()
        _edges(painter, document, number + 1, page, band)
    painter.end()


def _pages(text: QTextDocument, page: QSizeF) -> int:
    """How many pages have something on them: the leading below a last line, and the empty line that Qt keeps
    below a table, begin none."""
    block, layout = text.lastBlock(), text.documentLayout()
    while not block.text().strip() and block.previous().isValid():
        block = block.previous()
    bottom = layout.blockBoundingRect(block).bottom()
    return min(max(math.ceil((bottom - LEADING) / page.height()), 1), text.pageCount())


def _close_tables(painter: QPainter, text: QTextDocument, shown: QRectF) -> None:
    """The lower line of a table that goes on; Qt leaves it out."""
    for frame in text.rootFrame().childFrames():
        table = text.documentLayout().frameBoundingRect(frame)
        if table.top() < shown.bottom() < table.bottom():
            painter.setPen(QPen(QColor("#000000"), LINE))
            margin = frame.frameFormat().leftMargin() + LINE / 2
            low = shown.bottom() - LINE / 2
            painter.drawLine(QPointF(table.left() + margin, low), QPointF(table.right() - margin, low))


def _edges(painter: QPainter, document: Document, number: int, page: QSizeF, band: float) -> None:
    painter.setFont(_font(SMALL_PT))
    painter.setPen(QColor("#000000"))
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    centre = Qt.AlignmentFlag.AlignHCenter
    metrics = painter.fontMetrics()
    if document.header:
        words = metrics.elidedText(_one_line(document.header), Qt.TextElideMode.ElideRight, int(page.width()))
        painter.drawText(QRectF(0, 0, page.width(), band), right, words)
    below = QRectF(0, page.height() + band, page.width(), band)
    painter.drawText(below, centre | Qt.AlignmentFlag.AlignBottom, f"- {number} -")
    if document.footer:
        words = metrics.elidedText(_one_line(document.footer), Qt.TextElideMode.ElideRight, int(page.width()))
        above = below.adjusted(0, 0, 0, -metrics.height() * 1.2)
        painter.drawText(above, centre | Qt.AlignmentFlag.AlignBottom, words)


def _one_line(words: str) -> str:
    return " ".join(clean(words).split())
