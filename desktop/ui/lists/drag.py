"""What travels when cards are dragged: the ids of their cases, under our own type.

Ids and never rows: the model may change under the pointer while a drag is under way (stack-facts 37).
"""

from __future__ import annotations

import json
import os
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QMimeData

MIME = "application/x-ssmc-posts"

MOST_CASES = 5_000
"""More ids than anybody can select; a longer list did not come from this program."""

_LARGEST_ID = 2**63


class Payload(NamedTuple):
    case_ids: tuple[int, ...]


def to_mime(case_ids: list[int]) -> QMimeData:
    # The process id keeps a card of one workspace from being dropped into a window on another.
    body = json.dumps({"cases": list(dict.fromkeys(case_ids)), "process": os.getpid()})
    mime = QMimeData()
    mime.setData(MIME, QByteArray(body.encode()))
    return mime


def from_mime(mime: QMimeData) -> Payload | None:
    """The cases in the drag; None where it is not ours, from another process or damaged."""
    if not mime.hasFormat(MIME):
        return None
    try:
        body = json.loads(bytes(mime.data(MIME).data()).decode())
        ids = body["cases"]
        if body["process"] != os.getpid():
            return None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(ids, list) or not 0 < len(ids) <= MOST_CASES:
        return None
    if any(type(case_id) is not int or abs(case_id) >= _LARGEST_ID for case_id in ids):
        return None
    return Payload(tuple(ids))
