"""What the palette finds besides commands: channels by name and posts by the same search as everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.ui import fmt
from desktop.ui.bridge import Bridge
from desktop.ui.lists.rows import around
from desktop.ui.shell.palette import Hit, fits
from desktop.ui.theme.icons import network_icon

translate = QCoreApplication.translate

MOST_POSTS = 12
MOST_CHANNELS = 4


async def find(bridge: Bridge, text: str, search_here: tuple[str, object] | None = None) -> Sequence[Hit]:
    """Lines for ``text``. ``search_here`` is (title, run) of the screen in front."""
    if bridge.store is None:
        return []
    from desktop.models import channels, passages, queries, search

    hits: list[Hit] = []
    if search_here is not None:
        title, run = search_here
        words = translate("Palette", "{screen}에서 “{text}” 찾기").format(screen=title, text=text)
        hits.append(Hit(words, "Enter", "list-filter", run))
    if bridge.who is not None and bridge.who.role == "department":
        return hits  # their posts are those of their inbox
    rows = await bridge.read(channels.list_channels, counts=False)
    named = [row for row in rows if fits(text, row.name) > 1][:MOST_CHANNELS]
    for row in named:
        wanted = queries.Filter(channels=frozenset([row.id]))
        hits.append(
            Hit(
                row.name,
                translate("Palette", "채널"),
                network_icon(row.network),
                partial(bridge.filtered.emit, wanted),
            )
        )
    posts = await bridge.read(search.search, text, queries.Filter(), None, MOST_POSTS)
    found = await bridge.read(passages.passages, [(post.id, post.text) for post in posts], text)
    for post in posts:
        words = around(" ".join(post.text.split()), text, seen=24)
        if post.id in found:
            words = f"{words[:24]} … {found[post.id]}"
        detail = f"{post.author_name} · {fmt.short(post.created_ms)}"
        hits.append(Hit(words, detail, network_icon(post.network), partial(bridge.open_post.emit, post.id)))
    return hits
