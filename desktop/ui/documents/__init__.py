"""Papers as files: everything that ``desktop.services.documents`` writes, and PDF, which needs fonts."""

from __future__ import annotations

import os
from pathlib import Path

from desktop.services import documents
from desktop.services.documents import Document

SUFFIXES = (".hwpx", ".pdf", ".odt")


def write(document: Document, path: str | os.PathLike[str]) -> None:
    """Write a document as what the name ends with, whole or not at all. Made for a thread; needs a
    QGuiApplication. Raises DocumentError."""
    if Path(path).suffix.lower() == ".pdf":
        from desktop.ui.documents import pdf

        documents.save(path, pdf.to_bytes(document))
    else:
        documents.write(document, path)
