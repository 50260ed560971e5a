"""Arguments of ``templates``. Imports nothing of the program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.cli.argument_types import number

KINDS = (
    "", "receipt", "first", "forward", "final", "thanks", "decline", "invitation", "invitation-short",
    "seat", "waiting", "report",
)  # fmt: skip
TRACKS = ("", "forward", "idea", "opinion")
VOICES = ("", "mayor", "spokesperson", "official", "department")


def add(commands: Callable[[Any], Any], command: Callable[..., Any], t: Callable[[str, str], str]) -> None:
    """``commands(parser)`` gives the place for second words."""
    inner = commands(command("templates", "서식을 관리합니다", "manage templates"))
    listing = command("list", "서식을 출력합니다", "print the templates", inner)
    listing.add_argument("--all", action="store_true", help=t("쓰지 않는 것도", "those put aside too"))
    one = t("서식", "TEMPLATE")
    show = command("show", "서식 하나를 출력합니다", "print one template", inner)
    show.add_argument("template", metavar=one)
    new = command("add", "서식을 더합니다", "add a template", inner)
    new.add_argument("--name", required=True)
    new.add_argument("--text", required=True)
    edit = command("edit", "서식을 고칩니다", "change a template", inner)
    edit.add_argument("template", metavar=one)
    edit.add_argument("--name", default=None)
    edit.add_argument("--text", default=None)
    edit.add_argument("--active", choices=("yes", "no"), default=None)
    for parser in (new, edit):
        parser.add_argument("--kind", choices=KINDS, default=None)
        parser.add_argument("--track", choices=TRACKS, default=None)
        parser.add_argument("--voice", choices=VOICES, default=None)
    remove = command("remove", "서식을 지웁니다", "remove a template", inner)
    remove.add_argument("template", metavar=one)
    fill = command("fill", "글에 맞춰 자리를 채웁니다", "fill its places for a post", inner)
    fill.add_argument("template", metavar=one)
    fill.add_argument("post", type=number, metavar=t("글번호", "POST"))
