from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.desk import Desk
from tests.journeys.person import Person
from tests.servers.fixtures import wordpress

__all__ = ["wordpress"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def sit_down(desk: Desk) -> Callable[..., Person]:
    """Somebody at the desk who has been through the first steps, with a workspace of their own."""

    def person(**settings: Any) -> Person:
        return Person(desk, desk.folder / "workspace.db", **{"first_run_done": "1", **settings})

    return person
