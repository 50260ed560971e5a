"""Which mails that were collected claim to answer a letter to a department. Light: every round asks."""

from __future__ import annotations

from collections.abc import Iterable

from connectors import letters
from connectors.base import Post


def claiming(network: str, posts: Iterable[Post]) -> frozenset[str]:
    """The remote ids of those mails that claim to answer a letter, or are one of our letters: they open no
    case. Costs nothing on networks that carry no letters."""
    if network not in letters.NETWORKS:
        return frozenset()
    return frozenset(
        post.remote_id
        for post in posts
        if not post.own
        and (
            letters.has_token(post.context)
            or letters.MARK in post.parent_id
            or letters.MARK in post.remote_id
        )
    )
