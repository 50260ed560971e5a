"""Holds the theme in use and puts it on the program: palette, font and one style sheet on Fusion.

Widgets that paint themselves ask ``theme()`` for colours and sizes at every paint, and repaint on
``theme().changed``. Nothing here knows what is shown.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from desktop.ui.theme import fonts, tokens
from desktop.ui.theme.sheet import sheet
from desktop.ui.theme.tokens import LIGHT, THEMES, Tokens

STYLED = "styled"
"""A property of the program that is painted by Fusion already. Asking for its style would cost 10 ms."""


class Theme(QObject):
    """The look in use. ``changed`` comes after palette and style sheet have been replaced."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens: Tokens = LIGHT
        self.scale = 100
        self.density = "normal"
        self._fonts: dict[tuple[int, bool], QFont] = {}

    def px(self, at_100: float) -> int:
        """A length of ui.md in px at the text size in use."""
        return round(at_100 * self.scale / 100)

    def font(self, at_100: int = tokens.BODY, *, bold: bool = False) -> QFont:
        """A font of one of the type sizes in ``tokens`` (TITLE, SECTION, BODY, META)."""
        key = (at_100, bold)
        if key not in self._fonts:
            self._fonts[key] = fonts.font(self.px(at_100), bold=bold)
        return self._fonts[key]

    def metrics(self, at_100: int = tokens.BODY, *, bold: bool = False) -> QFontMetrics:
        return QFontMetrics(self.font(at_100, bold=bold))

    def color(self, name: str) -> QColor:
        """A colour by its token name ("surface", "text", ...)."""
        return QColor(getattr(self.tokens, name))

    def apply(self, mode: str = "light", scale: int = 100, density: str = "normal") -> None:
        """Put a look on the running program. ``mode``: light, dark, contrast or system."""
        chosen = THEMES.get(system_mode() if mode == "system" else mode, LIGHT)
        same_look = chosen is self.tokens and scale == self.scale and bool(self._fonts)
        self.tokens = chosen
        self.scale = scale if scale in tokens.SCALES else 100
        self.density = density if density in tokens.DENSITIES else "normal"
        app = QApplication.instance()
        if isinstance(app, QApplication) and not same_look:
            self._fonts.clear()
            fonts.load()
            if app.property(STYLED) is None:
                app.setStyle("Fusion")
                app.setProperty(STYLED, True)
            app.setPalette(palette(chosen))
            app.setFont(self.font())
            app.setStyleSheet(sheet(chosen, self.scale))
        self.changed.emit()


def system_mode() -> str:
    """What the desktop prefers now: "dark" or "light". Only the default of the theme follows it."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.styleHints().colorScheme() is Qt.ColorScheme.Dark:
        return "dark"
    return "light"


def palette(colors: Tokens) -> QPalette:
    """The palette for everything that the style sheet does not reach."""
    role = QPalette.ColorRole
    made = QPalette()
    for where, color in (
        (role.Window, colors.app),
        (role.WindowText, colors.text),
        (role.Base, colors.surface),
        (role.AlternateBase, colors.app),
        (role.Text, colors.text),
        (role.Button, colors.surface),
        (role.ButtonText, colors.text),
        (role.BrightText, colors.on_primary),
        (role.ToolTipBase, colors.raised),
        (role.ToolTipText, colors.text),
        (role.PlaceholderText, colors.placeholder),
        (role.Highlight, colors.primary),
        (role.HighlightedText, colors.on_primary),
        (role.Link, colors.link),
        (role.LinkVisited, colors.link),
        (role.Light, colors.raised),
        (role.Midlight, colors.divider),
        (role.Mid, colors.border),
        (role.Dark, colors.border),
        (role.Shadow, colors.border),
        (role.Accent, colors.primary),
    ):
        made.setColor(where, QColor(color))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(colors.disabled))
    return made


_theme: Theme | None = None


def theme() -> Theme:
    """The one theme of the program."""
    global _theme
    if _theme is None:
        _theme = Theme()
    return _theme
