"""A document as HWPX (OWPML, KS X 6101), with python-hwpx. The only module that knows that library."""

from __future__ import annotations

import datetime
from typing import Any

from desktop.services.documents.document import Document, Line, Table, clean, laid_out

TITLE_PT, BODY_PT, CELL_PT, SMALL_PT = 16, 12, 10, 9
MARGINS_MM = {"left": 20, "right": 20, "top": 15, "bottom": 15, "header": 10, "footer": 10}
INDENT_MM = 5.0
LINE_PERCENT = 160
HEAD_COLOUR = "#EEF2F7"
_HWP_UNITS_PER_MM = 283.465
_ALIGN = {"left": "LEFT", "center": "CENTER", "right": "RIGHT"}


def to_bytes(document: Document) -> bytes:
    from hwpx.document import HwpxDocument

    paper = _Paper(HwpxDocument.new())
    paper.begin(document)
    for part in laid_out(document):
        if isinstance(part, Table):
            paper.table(part)
        else:
            paper.line(part)
    return paper.end()


class _Paper:
    """One document while it is written. Shapes of paragraphs are given at the end, once for all that share
    one: each call writes a new shape into the file."""

    def __init__(self, made: Any) -> None:
        self._made = made
        self._shapes: dict[tuple[str, int], list[int]] = {}
        style = made.styles.ensure_run
        self._title = style(size=TITLE_PT, bold=True)
        self._body = style(size=BODY_PT)
        self._strong = style(size=BODY_PT, bold=True)
        self._cell = style(size=CELL_PT)
        self._cell_strong = style(size=CELL_PT, bold=True)

    def begin(self, document: Document) -> None:
        page = self._made.page
        page.setup(paper_size="A4", margins_mm=MARGINS_MM)
        if document.header:
            page.set_header(content=[_small(clean(document.header), "RIGHT")])
        number: dict[str, Any] = {"align": "CENTER", "children": [{"type": "page_number", "format": "page"}]}
        footer = [number]
        if document.footer:
            footer.append(_small(clean(document.footer), "CENTER"))
        page.set_footer(content=footer)
        # The library's blank document has an author and a date of its own.
        now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self._made.parts.clear_document_metadata(timestamp=now)
        self._made.parts.set_document_metadata(title=clean(document.title))
        self._made.parts.clear_preview()
        self._paragraph(clean(document.title), self._title, "center", 0)
        self._paragraph("", self._body, "left", 0)

    def line(self, line: Line) -> None:
        self._paragraph(line.text, self._strong if line.strong else self._body, line.align, line.level)

    def table(self, table: Table) -> None:
        width = round((210 - MARGINS_MM["left"] - MARGINS_MM["right"]) * _HWP_UNITS_PER_MM)
        made = self._made.add_table(len(table.rows), table.columns, width=width)
        made.set_column_widths([round(share * 1000) for share in table.shares()])
        made.set_treat_as_char(False)  # one that is a character never goes over to the next page
        head = self._made.styles.ensure_border_fill(border_color="#000000", fill_color=HEAD_COLOUR)
        element = made.element
        element.set("repeatHeader", "1" if table.head else "0")
        for number, row in enumerate(made.rows):
            for column, cell in enumerate(row.cells):
                named = (table.head and number == 0) or (table.side and column == 0)
                cell.text = table.rows[number][column]
                if table.head and number == 0:
                    cell.element.set("header", "1")
                if named:
                    cell.element.set("borderFillIDRef", str(head))
                for paragraph in cell.paragraphs:
                    paragraph.char_pr_id_ref = self._cell_strong if named else self._cell
        self._paragraph("", self._body, "left", 0)

    def end(self) -> bytes:
        for (align, level), places in self._shapes.items():
            # A line that goes on begins under the text of its item, not under its number.
            self._made.styles.apply_paragraph_format(
                paragraph_indexes=places,
                alignment=align,
                line_spacing_percent=LINE_PERCENT,
                indent_left_mm=INDENT_MM * level,
                first_line_indent_mm=-INDENT_MM if level else 0,
            )
        data: bytes = self._made.to_bytes()
        return data

    def _paragraph(self, text: str, run: str, align: str, level: int) -> None:
        made = self._made.add_paragraph(text, char_pr_id_ref=run, inherit_style=False)
        made.para_pr_id_ref = "0"
        place = len(self._made.paragraphs) - 1
        self._shapes.setdefault((_ALIGN.get(align, "LEFT"), level), []).append(place)


def _small(text: str, align: str) -> dict[str, Any]:
    return {"align": align, "children": [{"type": "run", "text": text, "size": SMALL_PT}]}
