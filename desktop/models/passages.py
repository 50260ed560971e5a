"""Where a word that was searched for stands in a long post, if the beginning in a list has none of it."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.models import hiding
from desktop.models.current import database
from desktop.models.sql import rows_in

BEFORE = 16
"""Characters shown before the word."""

LENGTH = 200


def passages(posts: Iterable[tuple[int, str]], searched: str) -> dict[int, str]:
    """For each of these posts (id, text that is shown) without a word of ``searched`` in it: the words around
    the first place of one in its whole text, with personal data hidden."""
    words = searched.casefold().split()
    wanted = [post_id for post_id, shown in posts if not any(word in shown.casefold() for word in words)]
    found: dict[int, str] = {}
    if not words or not wanted:
        return found
    for post_id, text in rows_in(database, "SELECT id, text FROM post WHERE id IN (%s)", wanted):
        whole = " ".join(hiding.shown(text).split())
        folded = whole.casefold()
        places = [place for place in map(folded.find, words) if place >= 0]
        if places and len(folded) == len(whole):
            begin = max(min(places) - BEFORE, 0)
            found[post_id] = whole[begin : begin + LENGTH]
    return found
