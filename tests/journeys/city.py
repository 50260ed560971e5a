"""The channels of a journey: 36 boards of the fake city and the real WordPress, as a CSV list."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from tests.servers.fakecity.feeds import Board, open_boards
from tests.servers.fakecity.server import FakeCity

HOMEPAGE = "시 누리집"


def write_list(path: Path, boards: list[Board], homepage: str) -> Path:
    """The channels as staff keep them in a spreadsheet."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["name", "network", "url", "owner"])
        for number, board in enumerate(boards, 1):
            rows.writerow([f"{board.name} {number}", "feed", board.url, "대변인실"])
        rows.writerow([HOMEPAGE, "wordpress", homepage, "대변인실"])
    return path


def boards_of(city: FakeCity, count: int = 36, items: int = 8) -> list[Board]:
    return open_boards(city, count, items=items)


def replies(wordpress: Any, parent: int) -> list[dict[str, Any]]:
    """The comments below a citizen's comment, as the site itself tells them."""
    found: list[dict[str, Any]] = wordpress.rest(
        "GET", f"/wp/v2/comments?parent={parent}&context=edit&status=any"
    )
    return found
