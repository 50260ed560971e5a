"""Papers that leave the house: described once in plain values, written as HWPX or ODT here and as PDF by the
window (``desktop.ui.documents``, which has the fonts)."""

from __future__ import annotations

import os
from pathlib import Path

from desktop.services.documents.document import Document as Document
from desktop.services.documents.document import Table as Table
from desktop.services.documents.document import Text as Text
from desktop.services.documents.document import citizens_words as citizens_words
from desktop.services.documents.saving import DocumentError as DocumentError
from desktop.services.documents.saving import save as save

SUFFIXES = (".hwpx", ".odt")


def write(document: Document, path: str | os.PathLike[str]) -> None:
    """Write a document as what the name ends with, whole or not at all. Takes up to a second for hundreds of
    rows: call it in a thread. Raises DocumentError."""
    suffix = Path(path).suffix.lower()
    if suffix == ".hwpx":
        from desktop.services.documents import hwpx

        save(path, hwpx.to_bytes(document))
    elif suffix == ".odt":
        from desktop.services.documents import odt

        save(path, odt.to_bytes(document))
    else:
        raise DocumentError("document-kind", suffix)
