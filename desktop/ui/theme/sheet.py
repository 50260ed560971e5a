"""The style sheet, written from the tokens. Widgets are picked out by the dynamic property ``kind``.

kinds: QPushButton primary, quiet, danger, icon, chip, pill, segment, status; QLabel title, section, name,
number, meta, muted, key, tag; QFrame card, column, panel, banner, line. A radius above half the height is
drawn square.
"""

from __future__ import annotations

from string import Template

from desktop.services.paths import resource
from desktop.ui.theme.tokens import FALLBACK_FAMILIES, FAMILY, Tokens


def sheet(colors: Tokens, scale: int) -> str:
    """The whole style sheet for one theme at one text size."""
    template = resource("style/app.qss.in").read_text(encoding="utf-8")
    values: dict[str, str] = {}
    for name, value in colors._asdict().items():
        if isinstance(value, str):
            values[name] = value
        elif not isinstance(value, bool):
            values |= {f"{name}_text": value.text, f"{name}_fill": value.fill, f"{name}_icon": value.icon}
    values |= {f"px{size}": f"{max(1, round(size * scale / 100))}px" for size in range(1, 121)}
    values["family"] = ", ".join(f'"{family}"' for family in (FAMILY, *FALLBACK_FAMILIES))
    values["style"] = resource("style").as_posix()
    # The style sheet cannot tint a picture, so arrows lie there in two colours.
    values["chevron"] = "chevron-on-dark" if colors.dark else "chevron-on-light"
    values["chevron_up"] = "chevron-up-on-dark" if colors.dark else "chevron-up-on-light"
    return Template(template).substitute(values)
