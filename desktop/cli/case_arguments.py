"""Arguments of ``cases``, ``undo``, ``redo`` and ``posts add``. Imports nothing of the program."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from desktop.cli import clock_arguments, forward_arguments
from desktop.cli.argument_types import number, positive

TRACKS = ("new", "forward", "idea", "opinion")
STATUS = ("open", "answered", "done")

Translate = Callable[[str, str], str]


def add(command: Callable[..., Any], actions: Callable[[Any], Any], t: Translate) -> None:
    """``command(name, korean, english, parent)`` makes one, ``actions`` makes room for its second word."""
    inner = actions(command("cases", "건을 보고 분류합니다", "look at and sort cases"))

    def several(name: str, korean: str, english: str) -> Any:
        made = command(name, korean, english, inner)
        made.add_argument("case", type=number, nargs="+")
        return made

    listing = command("list", "건을 출력합니다", "print cases", inner)
    listing.add_argument("--track", action="append", default=[], choices=TRACKS)
    listing.add_argument("--limit", type=positive, default=50)
    clock_arguments.add_due(listing, t)
    clock_arguments.add_clock(inner, command, number, t)
    show = command("show", "건 하나를 봅니다", "look at one case", inner)
    show.add_argument("case", type=number)
    unmasked(show, t)
    sort = several("sort", "건을 분류합니다", "sort cases")
    sort.add_argument("--track", required=True, choices=TRACKS)
    sort.add_argument("--department", default="")
    forward = several("forward", "부서로 이관합니다", "forward to a department")
    forward.add_argument("--department", required=True)
    forward_arguments.add_to_cases(inner, forward, command, t)
    several("group", "여러 건을 하나로 묶습니다. 처음 적은 건이 남습니다", "make one case of several")
    apart = command("apart", "묶인 글을 각각의 건으로 나눕니다", "give posts of a case their own back", inner)
    apart.add_argument("case", type=number)
    apart.add_argument("--post", type=number, action="append", default=[])
    status = several("status", "처리 상태를 바꿉니다", "say how far cases are")
    status.add_argument(
        "--to", required=True, choices=STATUS,
        help=t("open 처리 전, answered 답변함, done 처리 완료", "open, answered, or done with"),
    )  # fmt: skip
    star = several("star", "별표를 붙입니다", "put a star on cases")
    star.add_argument("--off", action="store_true", help=t("별표를 뗍니다", "take the star off"))
    note = command("note", "내부 메모를 남깁니다", "write an internal note", inner)
    note.add_argument("case", type=number)
    note.add_argument("--text", required=True)
    for name, korean, english in (
        ("undo", "방금 한 일이나 적은 동작을 되돌립니다", "take your last gesture back, or the one named"),
        ("redo", "되돌린 일을 다시 합니다", "do again what was taken back"),
    ):
        made = command(name, korean, english)
        made.add_argument("step", nargs="?", default="")
        if name == "undo":
            made.add_argument(
                "--list", action="store_true", help=t("내가 한 일을 최신순으로", "what you did, newest first")
            )


def add_posts(inner: Any, command: Callable[..., Any], t: Translate) -> None:
    """``posts add``: what came by telephone or at the counter."""
    made = command("add", "전화나 방문으로 받은 글을 적습니다", "write down what came by telephone", inner)
    made.add_argument("--text", required=True)
    made.add_argument("--source", required=True)
    made.add_argument("--author", default="")
    made.add_argument("--at", default="")
    made.add_argument("--url", default="")


def unmasked(parser: argparse.ArgumentParser, t: Translate) -> None:
    parser.add_argument(
        "--unmasked",
        action="store_true",
        help=t("개인정보를 가리지 않습니다 (기록에 남습니다)", "do not hide personal data (it is logged)"),
    )
