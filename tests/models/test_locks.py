"""Nothing may open the workspace's file beside SQLite: closing it would drop SQLite's locks."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.models import channels
from desktop.models.store import Store
from tests import locks

pytestmark = pytest.mark.skipif(not locks.LOCKS.exists(), reason="the kernel does not tell its locks")


def test_opening_a_workspace_again_leaves_its_locks(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    with Store.open(path) as store:
        store.read(channels.list_channels).result()
        assert locks.held(path) == {"", "-shm"}
        with Store.open(path, read_only=True) as other:
            other.read(channels.list_channels).result()
        assert locks.held(path) == {"", "-shm"}
