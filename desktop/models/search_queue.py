"""Which posts the search index has to hear about. Filling the queue belongs to the transaction that changes a
post, so a crash can delay the index and never lose a word."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.models.sql import update_in
from desktop.models.store import Tx

SEARCHED_TEXT = "p.text || ? || p.context || ? || coalesce(a.name, '') || ? || coalesce(a.handle, '')"
"""What is searched of a post, as SQL over ``post p LEFT JOIN author a``; the parameters are
``SEPARATORS``."""

SEPARATORS = ("\n", "\n", "\n")


def queue_for_search(tx: Tx, post_ids: Sequence[int]) -> None:
    """To be called before a post or its author changes: the index can only forget words that it is told. A
    post that is waiting already stays as it is, since the index knows nothing newer of it."""
    update_in(
        tx.db,
        f"INSERT INTO search_queue (post_id, old_text) SELECT p.id, {SEARCHED_TEXT}"
        " FROM post p LEFT JOIN author a ON a.id = p.author_id"
        " WHERE p.repost_of = '' AND p.id IN (%s) ON CONFLICT (post_id) DO NOTHING",
        post_ids,
        *SEPARATORS,
    )
