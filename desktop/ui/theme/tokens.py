"""Colours, sizes and densities by name (KRDS primitives). Values only: no Qt, no screen, no state."""

from __future__ import annotations

from typing import NamedTuple

FAMILY = "Pretendard GOV"
"""The typeface of the program; it holds all syllables and 7,138 hanja."""

FALLBACK_FAMILIES = (
    "Noto Sans CJK KR",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
    "Noto Color Emoji",
    "sans-serif",
)

# Type in px at 100 %.
TITLE, SECTION, BODY, META = 24, 17, 15, 13
LINE = 22
"""Height in px of one line of body text at 100 % (Qt's own is 18, too tight for Hangul)."""

INPUT_HEIGHT = 36
RAIL_WIDTH, TOP_BAR_HEIGHT, STATUS_BAR_HEIGHT = 84, 52, 26

SCALES = (90, 100, 115, 130, 150, 200)
"""Text sizes in percent, on top of the scaling of the operating system."""

DENSITIES = ("wide", "normal", "narrow")
LINES_OF_DENSITY = {"wide": 5, "normal": 3, "narrow": 1}
"""How many lines of a post a card shows."""

WIDE_WINDOW = 1600
"""From this width in px on, the detail pane stands beside the board."""


class Track(NamedTuple):
    """The colours of one sorting track: ``text`` on ``fill``, ``icon`` also serves as border."""

    text: str
    fill: str
    icon: str


class Tokens(NamedTuple):
    """All colours of one theme as ``#rrggbb``."""

    name: str
    dark: bool
    app: str
    surface: str
    raised: str
    hover: str
    selected: str
    border: str
    border_input: str
    divider: str
    text: str
    subtle: str
    muted: str
    disabled: str
    placeholder: str
    primary: str
    primary_hover: str
    primary_pressed: str
    on_primary: str
    link: str
    focus: str
    forward: Track
    idea: Track
    opinion: Track
    new: Track
    warning: Track
    danger: Track
    good: Track
    rail: str
    rail_text: str
    rail_selected: str

    def track(self, name: str) -> Track:
        """The colours of "forward", "idea", "opinion" or "new" (anything else looks like "new")."""
        tracks = {"forward": self.forward, "idea": self.idea, "opinion": self.opinion}
        return tracks.get(name, self.new)


LIGHT = Tokens(
    name="light",
    dark=False,
    app="#F4F5F6",
    surface="#FFFFFF",
    raised="#FFFFFF",
    hover="#EEF2F7",
    selected="#ECF2FE",
    border="#CDD1D5",
    border_input="#58616A",
    divider="#E6E8EA",
    text="#1E2124",
    subtle="#464C53",
    muted="#58616A",
    disabled="#8A949E",
    placeholder="#6D7882",
    primary="#256EF4",
    primary_hover="#0B50D0",
    primary_pressed="#083891",
    on_primary="#FFFFFF",
    link="#0B50D0",
    focus="#256EF4",
    forward=Track("#096AB3", "#E7F4FE", "#0B78CB"),
    idea=Track("#267337", "#EAF6EC", "#228738"),
    opinion=Track("#464C53", "#F4F5F6", "#6D7882"),
    new=Track("#464C53", "#F4F5F6", "#6D7882"),
    warning=Track("#8A5C00", "#FFF3DB", "#9E6A00"),
    danger=Track("#BD2C0F", "#FDEFEC", "#BD2C0F"),
    good=Track("#267337", "#EAF6EC", "#228738"),
    rail="#052561",
    rail_text="#D8E5FD",
    rail_selected="#256EF4",
)

DARK = Tokens(
    name="dark",
    dark=True,
    app="#131416",
    surface="#1E2124",
    raised="#33363D",
    hover="#33363D",
    selected="#03163A",
    border="#33363D",
    border_input="#8A949E",
    divider="#33363D",
    text="#F4F5F6",
    subtle="#CDD1D5",
    muted="#B1B8BE",
    disabled="#6D7882",
    placeholder="#8A949E",
    primary="#256EF4",
    primary_hover="#0B50D0",
    primary_pressed="#083891",
    on_primary="#FFFFFF",
    link="#86AFF9",
    focus="#86AFF9",
    forward=Track("#9ED2FA", "#021A2C", "#2098F3"),
    idea=Track("#A9DAB4", "#0E2012", "#3FA654"),
    opinion=Track("#CDD1D5", "#33363D", "#8A949E"),
    new=Track("#CDD1D5", "#33363D", "#8A949E"),
    warning=Track("#FFC95C", "#241800", "#FFB114"),
    danger=Track("#F7AFA1", "#260903", "#F48771"),
    good=Track("#A9DAB4", "#0E2012", "#3FA654"),
    rail="#020F27",
    rail_text="#B1CEFB",
    rail_selected="#256EF4",
)

CONTRAST = Tokens(
    name="contrast",
    dark=True,
    app="#000000",
    surface="#131416",
    raised="#1E2124",
    hover="#1E2124",
    selected="#03163A",
    border="#8A949E",
    border_input="#B1B8BE",
    divider="#464C53",
    text="#FFFFFF",
    subtle="#E6E8EA",
    muted="#CDD1D5",
    disabled="#8A949E",
    placeholder="#B1B8BE",
    primary="#256EF4",
    primary_hover="#0B50D0",
    primary_pressed="#083891",
    on_primary="#FFFFFF",
    link="#B1CEFB",
    focus="#FFDB5C",
    forward=Track("#9ED2FA", "#021A2C", "#2098F3"),
    idea=Track("#A9DAB4", "#0E2012", "#3FA654"),
    opinion=Track("#E6E8EA", "#1E2124", "#B1B8BE"),
    new=Track("#E6E8EA", "#1E2124", "#B1B8BE"),
    warning=Track("#FFC95C", "#241800", "#FFB114"),
    danger=Track("#F7AFA1", "#260903", "#F48771"),
    good=Track("#A9DAB4", "#0E2012", "#3FA654"),
    rail="#000000",
    rail_text="#FFFFFF",
    rail_selected="#256EF4",
)

THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


def _luminance(color: str) -> float:
    def linear(channel: int) -> float:
        value = channel / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#rrggbb`` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
