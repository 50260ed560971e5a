"""The desk that tests of due times work at: that of the detail pane, on a Monday with the shipped rules."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from desktop.services import deadlines
from desktop.ui.detail.pane import DetailPane
from tests.ui.detail.desk import Desk, desk, echo, look

__all__ = ["desk", "echo", "look"]


@pytest.fixture
async def pane(desk: Desk) -> AsyncIterator[DetailPane]:
    """A pane that shows nothing yet, in a workspace with rules."""
    desk.store.write(deadlines.seed).result()
    made = desk.show(DetailPane(desk.bridge))
    yield made
