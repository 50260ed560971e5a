"""Contrast, sizes and the style sheet of every theme."""

from __future__ import annotations

import re
from itertools import product

import pytest
from PySide6.QtGui import QFontInfo, QImage
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.services.paths import resource
from desktop.ui.settings.prefs import Prefs
from desktop.ui.theme import fonts, icons, tokens
from desktop.ui.theme.sheet import sheet
from desktop.ui.theme.style import palette, theme
from desktop.ui.theme.tokens import SCALES, THEMES, Tokens, contrast

THEME_NAMES = tuple(THEMES)


def test_contrast_of_known_pairs() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#256EF4", "#FFFFFF") == pytest.approx(4.55, abs=0.01)


@pytest.mark.parametrize("name", THEME_NAMES)
def test_text_can_be_read_on_every_ground(name: str) -> None:
    colors: Tokens = THEMES[name]
    for text, ground in product(
        ("text", "subtle", "muted"), ("app", "surface", "raised", "hover", "selected")
    ):
        assert contrast(getattr(colors, text), getattr(colors, ground)) >= 4.5, (text, ground)
    for ground in ("app", "surface", "selected"):
        assert contrast(colors.link, getattr(colors, ground)) >= 4.5, ground
    for fill in ("primary", "primary_hover", "primary_pressed", "rail_selected"):
        assert contrast(colors.on_primary, getattr(colors, fill)) >= 4.5, fill
    assert contrast(colors.rail_text, colors.rail) >= 4.5
    assert contrast(colors.placeholder, colors.surface) >= 4.5


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize("track", ["forward", "idea", "opinion", "new", "warning", "danger", "good"])
def test_chips_can_be_read_and_their_shapes_seen(name: str, track: str) -> None:
    colors = THEMES[name]
    chip = getattr(colors, track)
    assert contrast(chip.text, chip.fill) >= 4.5
    assert contrast(chip.icon, colors.surface) >= 3


@pytest.mark.parametrize("name", THEME_NAMES)
def test_focus_and_fields_are_visible(name: str) -> None:
    colors = THEMES[name]
    for ground in (colors.app, colors.surface):
        assert contrast(colors.focus, ground) >= 3
        assert contrast(colors.border_input, ground) >= 3


def test_high_contrast_is_stronger_than_dark() -> None:
    for name in ("text", "subtle", "muted"):
        dark = contrast(getattr(tokens.DARK, name), tokens.DARK.surface)
        assert contrast(getattr(tokens.CONTRAST, name), tokens.CONTRAST.surface) > dark


@pytest.mark.parametrize(("name", "scale"), list(product(THEME_NAMES, SCALES)))
def test_no_radius_is_larger_than_half_the_height(name: str, scale: int) -> None:
    """Qt draws such a corner square."""
    rounded = 0
    for rule in re.findall(r"\{([^}]*)\}", sheet(THEMES[name], scale)):
        radius = re.search(r"border-radius: (\d+)px", rule)
        height = re.search(r"min-height: (\d+)px", rule)
        if radius and height:
            rounded += 1
            assert int(radius[1]) * 2 <= int(height[1]) + 4, rule
    assert rounded >= 3


def test_the_sheet_has_no_open_places_and_names_files_that_exist() -> None:
    written = sheet(tokens.LIGHT, 100)
    assert "${" not in written[written.index("*/") :]
    for address in re.findall(r'url\("([^"]+)"\)', written):
        assert resource("").joinpath(address).exists()


def test_qt_understands_the_sheet(prefs: Prefs, caplog: pytest.LogCaptureFixture) -> None:
    theme().apply("dark", 150, "wide")
    button = QPushButton("보내기")
    button.setProperty("kind", "primary")
    button.ensurePolished()
    seen = button.grab().toImage()
    assert _has(seen, tokens.DARK.primary)
    assert not [r for r in caplog.records if "stylesheet" in r.getMessage().lower()]


def test_text_size_changes_every_font(prefs: Prefs) -> None:
    label = QPushButton("글")
    heights = []
    for scale in SCALES:
        theme().apply("light", scale, "normal")
        label.ensurePolished()
        heights.append(label.fontMetrics().height())
    assert heights == sorted(heights) and heights[-1] > heights[0] * 2


def test_the_theme_tells_when_it_changes(prefs: Prefs) -> None:
    told: list[str] = []
    theme().changed.connect(lambda: told.append(theme().tokens.name))
    theme().apply("contrast", 100, "narrow")
    assert told[-1] == "contrast"
    assert theme().density == "narrow"


def test_unknown_wishes_fall_back(prefs: Prefs) -> None:
    theme().apply("pink", 777, "huge")
    assert (theme().tokens.name, theme().scale, theme().density) == ("light", 100, "normal")


def test_our_own_font_is_used(prefs: Prefs) -> None:
    assert fonts.load()
    assert QFontInfo(fonts.font(15)).family() == tokens.FAMILY
    assert QFontInfo(fonts.font(15, bold=True)).bold()


def test_icons_take_the_colour_asked_for(qapp: QApplication) -> None:
    assert _has(icons.pixmap("inbox", "#BD2C0F", 24, 1.0).toImage(), "#BD2C0F")
    assert icons.pixmap("inbox", "#BD2C0F", 24, 2.0).width() == 48


def test_every_network_and_track_has_an_icon_that_is_there(qapp: QApplication) -> None:
    names = [*icons.OF_NETWORK.values(), *icons.OF_TRACK.values(), icons.network_icon("unknown")]
    for name in names:
        assert not icons.pixmap(name, "#000000").isNull()


def test_licences_lie_beside_what_they_cover() -> None:
    assert "SIL OPEN FONT LICENSE" in resource("fonts/LICENSE.txt").read_text(encoding="utf-8").upper()
    assert "ISC" in resource("icons/LICENSE").read_text(encoding="utf-8")


def test_the_palette_knows_disabled_text(qapp: QApplication) -> None:
    made = palette(tokens.LIGHT)
    role, group = made.ColorRole.Text, made.ColorGroup.Disabled
    assert made.color(group, role).name().upper() == tokens.LIGHT.disabled


def _has(image: QImage, color: str) -> bool:
    wanted = color.lower()
    return any(
        image.pixelColor(x, y).name() == wanted for x in range(image.width()) for y in range(image.height())
    )
