"""Draws the icons (Lucide, one stroke) in the colour asked for and keeps what it drew."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from desktop.services.paths import resource

OF_NETWORK = {
    "feed": "rss",
    "wordpress": "globe",
    "mastodon": "at-sign",
    "manual": "phone",
    "x": "hash",
    "facebook": "thumbs-up",
    "instagram": "camera",
    "threads": "message-circle",
    "youtube": "circle-play",
    "bluesky": "cloud",
    "me2day": "user",
    "naver_blog": "pen-line",
    "naver_band": "users",
    "naver_cafe": "coffee",
    "kakao_channel": "message-square-text",
    "discourse": "messages-square",
    "mail": "mail",
}
"""Neutral marks of the networks: shapes, never somebody's trade mark."""

OF_TRACK = {"new": "inbox", "forward": "send", "idea": "lightbulb", "opinion": "message-square"}

_sources: dict[str, bytes] = {}
_pixmaps: dict[tuple[str, str, int, float, int], QPixmap] = {}


def network_icon(network: str) -> str:
    """The icon name of a network; a network from a plug-in gets the neutral speech bubble."""
    return OF_NETWORK.get(network, "message-circle")


def _source(name: str) -> bytes:
    found = _sources.get(name)
    if found is None:
        found = resource(f"icons/{name}.svg").read_bytes()
        _sources[name] = found
    return found


def pixmap(name: str, color: str, size: int = 20, ratio: float = 0.0, after: int = 0) -> QPixmap:
    """The icon ``size`` px wide in ``color`` (``#rrggbb``), crisp at ``ratio`` device pixels per px.

    ``after``: px of nothing at its right.
    """
    if ratio <= 0:
        app = QGuiApplication.instance()
        ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    key = (name, color, size, ratio, after)
    drawn = _pixmaps.get(key)
    if drawn is None:
        # QtSvg costs some milliseconds of every start; it is wanted only once an icon is drawn.
        from PySide6.QtSvg import QSvgRenderer

        side = max(1, round(size * ratio))
        drawn = QPixmap(side + round(after * ratio), side)
        drawn.fill(Qt.GlobalColor.transparent)
        renderer = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", color.encode())))
        painter = QPainter(drawn)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        drawn.setDevicePixelRatio(ratio)
        _pixmaps[key] = drawn
    return drawn


def icon(
    name: str, color: str, size: int = 20, *, disabled: str = "", selected: str = "", after: int = 0
) -> QIcon:
    """A QIcon for buttons and menus; ``disabled`` and ``selected`` are the colours of those states."""
    made = QIcon(pixmap(name, color, size, after=after))
    if disabled:
        made.addPixmap(pixmap(name, disabled, size, after=after), QIcon.Mode.Disabled)
    if selected:
        made.addPixmap(pixmap(name, selected, size, after=after), QIcon.Mode.Normal, QIcon.State.On)
    return made


def forget() -> None:
    """Drop everything drawn (after a change of screen scaling)."""
    _pixmaps.clear()
