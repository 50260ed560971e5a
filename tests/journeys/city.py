"""What a journey needs of the world outside: channels to read, and a workspace that has read them."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.journeys.person import Person
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


def ask(person: Person, *words: str, say: str = "") -> str:
    """The same program from the command line, at the person's desk; fails unless it says that all is well."""
    command = [sys.executable, "-m", "desktop", "--workspace", str(person.workspace), "--lang", "ko", *words]
    done = subprocess.run(
        command,
        input=say,
        capture_output=True,
        text=True,
        env={**os.environ, **person.desk.env, "QT_QPA_PLATFORM": ""},
        timeout=60,
    )
    assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
    return done.stdout


def a_homepage(person: Person, wordpress: Any, words: list[str], *, sign_in: bool = True) -> None:
    """A workspace with the city's homepage, signed in, and one comment for each of ``words``."""
    article = wordpress.new_post("한빛시 소식")
    for text in words:
        wordpress.comment(article, text)
    ask(person, "channels", "add", "--network", "wordpress", "--name", HOMEPAGE, "--url", wordpress.url)
    if sign_in:
        secret = wordpress.new_password("editor")[1]
        ask(person, "channels", "sign-in", HOMEPAGE, "--login", wordpress.editor.login, say=secret + "\n")
    ask(person, "collect", "--once")


def a_board(person: Person, board: Board) -> None:
    """A workspace with one board of the city, read once."""
    ask(person, "channels", "add", "--network", "feed", "--name", board.name, "--url", board.url)
    ask(person, "collect", "--once")
