"""The append-only log of what happened to cases. Rows are written in the transaction of the change itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from desktop.models.store import Tx


def record(
    tx: Tx,
    kind: str,
    case_id: int,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    *,
    post: int | None = None,
    step: str = "",
    undoes: int | None = None,
) -> int:
    """Write one event; its id."""
    cursor = tx.db.execute_sql(
        'INSERT INTO event (at_ms, actor, kind, "case", post, before, after, step, undoes)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            tx.now_ms, tx.actor, kind, case_id, post,
            json.dumps(before, ensure_ascii=False, sort_keys=True),
            json.dumps(after, ensure_ascii=False, sort_keys=True),
            step, undoes,
        ),
    )  # fmt: skip
    return int(cursor.fetchone()[0])
