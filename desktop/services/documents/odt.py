"""A document as OpenDocument text (ODF 1.3). Written here and not by Qt, whose writer knows neither page
numbers nor headers and needs a window; this one serves the command line too."""

from __future__ import annotations

import datetime
import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

from desktop.services.documents.document import LEVELS, Document, Line, Table, clean, laid_out

_NAMES = {
    "office": "office", "style": "style", "text": "text", "table": "table", "meta": "meta",
    "fo": "xsl-fo-compatible", "svg": "svg-compatible",
}  # fmt: skip
_NAMESPACES = "".join(
    f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in _NAMES.items()
)
_NAMESPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_KIND = "application/vnd.oasis.opendocument.text"
_WIDTH_MM = 170
_INDENT_MM = 5
_FONT = (
    '<office:font-face-decls><style:font-face style:name="Body" svg:font-family="'
    "&apos;Pretendard GOV&apos;, &apos;함초롬바탕&apos;, &apos;Noto Sans CJK KR&apos;, &apos;맑은 고딕&apos;"
    '"/></office:font-face-decls>'
)
_ALIGN = {"left": "start", "center": "center", "right": "end"}


def to_bytes(document: Document) -> bytes:
    parts = {
        "content.xml": _content(document),
        "styles.xml": _styles(document),
        "meta.xml": _meta(document),
        "META-INF/manifest.xml": _manifest(),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", _KIND, zipfile.ZIP_STORED)  # first and plain: by it the file is known
        for name, text in parts.items():
            file.writestr(name, text.encode())
    return out.getvalue()


def _content(document: Document) -> str:
    styles: list[str] = []
    body = [
        f'<text:h text:style-name="Title" text:outline-level="1">{_words(clean(document.title))}</text:h>'
    ]
    for part in laid_out(document):
        body.append(_table(part, styles) if isinstance(part, Table) else _paragraph(part))
    return (
        f"{_HEAD}<office:document-content{_NAMESPACES}>{_FONT}"
        f"<office:automatic-styles>{''.join(styles)}{_cells()}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(body)}</office:text></office:body></office:document-content>"
    )


def _paragraph(line: Line) -> str:
    style = f"L{line.level}" if line.align == "left" else f"A-{_ALIGN.get(line.align, 'start')}"
    return f'<text:p text:style-name="{style}{"-strong" if line.strong else ""}">{_words(line.text)}</text:p>'


def _table(table: Table, styles: list[str]) -> str:
    name = f"T{len(styles)}"
    columns = []
    for number, share in enumerate(table.shares()):
        styles.append(
            f'<style:style style:name="{name}.{number}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{share * _WIDTH_MM:.1f}mm"/></style:style>'
        )
        columns.append(f'<table:table-column table:style-name="{name}.{number}"/>')
    rows = [_row(table, number) for number in range(len(table.rows))]
    if table.head:
        rows[0] = f"<table:table-header-rows>{rows[0]}</table:table-header-rows>"
    return (
        f'<table:table table:name="{name}" table:style-name="Table">{"".join(columns)}{"".join(rows)}'
        '</table:table><text:p text:style-name="L0"/>'
    )


def _row(table: Table, number: int) -> str:
    cells = []
    for column, text in enumerate(table.rows[number]):
        strong = (table.head and number == 0) or (table.side and column == 0)
        cells.append(
            f'<table:table-cell table:style-name="{"Head" if strong else "Cell"}" office:value-type="string">'
            f'<text:p text:style-name="{"C-strong" if strong else "C"}">{_words(text)}</text:p>'
            "</table:table-cell>"
        )
    return f'<table:table-row table:style-name="Row">{"".join(cells)}</table:table-row>'


def _words(text: str) -> str:
    """Line breaks as breaks; runs of spaces counted, as XML folds them."""
    lines = []
    for line in escape(text).split("\n"):
        parts = line.split("  ")
        kept = parts[0]
        for part in parts[1:]:
            kept += " <text:s/>" + part
        lines.append("<text:s/>" + kept[1:] if kept.startswith(" ") else kept)
    return "<text:line-break/>".join(lines)


def _cells() -> str:
    edge = 'fo:border="0.5pt solid #000000" fo:padding="1mm" style:vertical-align="middle"'
    return (
        f'<style:style style:name="Table" style:family="table"><style:table-properties '
        f'style:width="{_WIDTH_MM}mm" table:align="left" table:border-model="collapsing"/></style:style>'
        '<style:style style:name="Row" style:family="table-row"><style:table-row-properties '
        'fo:keep-together="auto"/></style:style>'
        '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties '
        f"{edge}/></style:style>"
        '<style:style style:name="Head" style:family="table-cell"><style:table-cell-properties '
        f'{edge} fo:background-color="#EEF2F7"/></style:style>'
    )


def _styles(document: Document) -> str:
    named = [_style("Title", 16, strong=True, align="center", below_mm=6)]
    for strong in (False, True):
        end = "-strong" if strong else ""
        for level in range(LEVELS + 1):
            named.append(_style(f"L{level}{end}", 12, strong=strong, indent=level))
        named += [_style(f"A-{align}{end}", 12, strong=strong, align=align) for align in ("center", "end")]
        named.append(_style(f"C{end}", 10, strong=strong, spacing=130))
    named += [_style("Small-end", 9, align="end"), _style("Small-center", 9, align="center")]
    return (
        f"{_HEAD}<office:document-styles{_NAMESPACES}>{_FONT}<office:styles>{_default()}{''.join(named)}"
        f"</office:styles><office:automatic-styles>{_page()}</office:automatic-styles>"
        f"<office:master-styles>{_master(document)}</office:master-styles></office:document-styles>"
    )


def _default() -> str:
    return (
        '<style:default-style style:family="paragraph"><style:text-properties style:font-name="Body" '
        'style:font-name-asian="Body" fo:language="ko" fo:country="KR" style:language-asian="ko" '
        'style:country-asian="KR"/></style:default-style>'
    )


def _style(
    name: str,
    size: int,
    *,
    strong: bool = False,
    align: str = "start",
    indent: int = 0,
    below_mm: int = 0,
    spacing: int = 150,
) -> str:
    weight = "bold" if strong else "normal"
    return (
        f'<style:style style:name={quoteattr(name)} style:family="paragraph"><style:paragraph-properties '
        f'fo:text-align="{align}" fo:margin-left="{indent * _INDENT_MM}mm" fo:margin-bottom="{below_mm}mm" '
        f'fo:text-indent="{-_INDENT_MM if indent else 0}mm" fo:line-height="{spacing}%"/>'
        f'<style:text-properties fo:font-size="{size}pt" style:font-size-asian="{size}pt" '
        f'fo:font-weight="{weight}" style:font-weight-asian="{weight}"/></style:style>'
    )


def _page() -> str:
    return (
        '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" '
        'fo:page-height="297mm" style:print-orientation="portrait" fo:margin-top="15mm" '
        'fo:margin-bottom="12mm" fo:margin-left="20mm" fo:margin-right="20mm"/>'
        '<style:header-style><style:header-footer-properties fo:min-height="8mm" fo:margin-bottom="4mm"/>'
        '</style:header-style><style:footer-style><style:header-footer-properties fo:min-height="8mm" '
        'fo:margin-top="4mm"/></style:footer-style></style:page-layout>'
    )


def _master(document: Document) -> str:
    header = f'<text:p text:style-name="Small-end">{_words(clean(document.header))}</text:p>'
    number = '- <text:page-number text:select-page="current">1</text:page-number> -'
    footer = f'<text:p text:style-name="Small-center">{number}</text:p>'
    if document.footer:
        footer += f'<text:p text:style-name="Small-center">{_words(clean(document.footer))}</text:p>'
    return (
        f'<style:master-page style:name="Standard" style:page-layout-name="A4"><style:header>{header}'
        f"</style:header><style:footer>{footer}</style:footer></style:master-page>"
    )


def _meta(document: Document) -> str:
    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S")
    return (
        f"{_HEAD}<office:document-meta{_NAMESPACES}><office:meta><dc:title>{escape(clean(document.title))}"
        f"</dc:title><meta:creation-date>{now}</meta:creation-date></office:meta></office:document-meta>"
    )


def _manifest() -> str:
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in (
            ("/", _KIND),
            ("content.xml", "text/xml"),
            ("styles.xml", "text/xml"),
            ("meta.xml", "text/xml"),
        )
    )
    return (
        f'{_HEAD}<manifest:manifest xmlns:manifest="{space}" manifest:version="1.3">{entries}'
        "</manifest:manifest>"
    )
