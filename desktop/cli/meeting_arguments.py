"""Arguments of ``ideas`` and ``meetings``. Imports nothing of the program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.cli.argument_types import number, positive

VIEWS = ("open", "agenda", "held", "adopted", "late", "rejected", "untold", "all")
ORDERS = ("filed", "newest", "support")
DECISIONS = ("adopted", "held", "rejected")
WHEN = "2026-11-25 14:00"


def add(commands: Callable[[Any], Any], command: Callable[..., Any], t: Callable[[str, str], str]) -> None:
    """``commands(parser)`` gives the place for second words."""
    _ideas(commands(command("ideas", "정책 아이디어를 봅니다", "look at ideas")), command, t)
    _meetings(
        commands(command("meetings", "제안 회의를 준비하고 엽니다", "plan and hold meetings")), command, t
    )


def _ideas(inner: Any, command: Callable[..., Any], t: Callable[[str, str], str]) -> None:
    def one(name: str, korean: str, english: str) -> Any:
        made = command(name, korean, english, inner)
        made.add_argument("idea", type=number, metavar=t("건번호", "CASE"))
        return made

    listing = command("list", "아이디어를 출력합니다", "print ideas", inner)
    listing.add_argument("--view", choices=VIEWS, default="all")
    listing.add_argument("--order", choices=ORDERS, default="filed")
    listing.add_argument("--search", default="", metavar=t("문구", "TEXT"))
    listing.add_argument("--limit", type=positive, default=50, metavar="N")
    one("show", "아이디어 하나를 봅니다", "look at one idea")
    edit = one("edit", "제목, 공감, 검토 의견을 고칩니다", "change title, supporters or review")
    edit.add_argument("--title", default=None)
    edit.add_argument("--supporters", type=number, default=None, metavar="N")
    edit.add_argument("--review", default=None)
    one("twins", "비슷한 제안을 찾습니다", "find similar ideas").add_argument(
        "--limit", type=positive, default=10, metavar="N"
    )
    merge = one("merge", "같은 제안을 하나로 합칩니다", "make one idea of several")
    merge.add_argument("others", type=number, nargs="+", metavar=t("건번호", "CASE"))
    progress = one("progress", "추진 상황을 적습니다", "say how far it is")
    progress.add_argument("percent", type=number, metavar="0-100")
    progress.add_argument("--note", default="")
    progress.add_argument("--planned", default=None, metavar="2027-03-01")
    progress.add_argument("--owner", default=None, metavar=t("부서", "DEPARTMENT"))
    one("tell", "제안자에게 보낼 알림 글을 준비합니다", "prepare what the proposer is told")
    one("told", "제안자에게 다른 방법으로 알렸음", "the proposer was told in another way")
    again = one("reconsider", "재심사 요청을 받습니다", "take a request to reconsider")
    again.add_argument("--note", default="")
    again.add_argument(
        "--asked", default="", metavar=t("때", "TIME"),
        help=t("제안자가 요청한 때. 없으면 지금", "when the proposer asked; without it: now"),
    )  # fmt: skip


def _meetings(inner: Any, command: Callable[..., Any], t: Callable[[str, str], str]) -> None:
    def one(name: str, korean: str, english: str) -> Any:
        made = command(name, korean, english, inner)
        made.add_argument("meeting", type=number, metavar=t("회의", "MEETING"))
        return made

    listing = command("list", "회의를 출력합니다", "print meetings", inner)
    listing.add_argument(
        "--open", action="store_true", help=t("마치지 않은 회의만", "those that have not ended")
    )
    one("show", "회의와 안건을 봅니다", "look at a meeting and its agenda")
    new = command("add", "회의를 잡습니다", "plan a meeting", inner)
    new.add_argument("--at", required=True, metavar=t("일시", "WHEN"), help=WHEN)
    edit = one("edit", "회의를 고칩니다", "change a meeting")
    edit.add_argument("--at", default=None, metavar=t("일시", "WHEN"), help=WHEN)
    for parser in (new, edit):
        parser.add_argument("--place", default=None)
        parser.add_argument("--title", default=None)
        parser.add_argument("--number", type=positive, default=None, metavar="N")
        parser.add_argument("--note", default=None)
        for name, korean, english in (
            ("--person", "참석자", "an attendee"),
            ("--away", "불참자", "somebody who was invited and is away"),
        ):
            parser.add_argument(
                name,
                action="append",
                default=None,
                metavar=t("이름/직위", "NAME/TITLE"),
                help=t(korean, english),
            )
    agenda = one("agenda", "안건을 올리거나 뺍니다", "put ideas on the agenda or take them off")
    agenda.add_argument("deed", choices=("add", "remove"), metavar=t("동작", "ACTION"), help="add, remove")
    agenda.add_argument("idea", type=number, nargs="+", metavar=t("건번호", "CASE"))
    agenda.add_argument(
        "--place", type=positive, default=None, metavar="N", help=t("몇째 안건으로", "as which item")
    )
    order = one("order", "안건 순서를 정합니다", "put the agenda in order")
    order.add_argument("idea", type=number, nargs="+", metavar=t("건번호", "CASE"))
    decide = one("decide", "안건을 결정합니다", "decide on an idea")
    decide.add_argument("idea", type=number, metavar=t("건번호", "CASE"))
    decide.add_argument(
        "decision", choices=DECISIONS, metavar=t("결정", "DECISION"), help=", ".join(DECISIONS)
    )
    decide.add_argument("--reason", required=True)
    decide.add_argument("--owner", default="", metavar=t("부서", "DEPARTMENT"))
    decide.add_argument("--planned", default="", metavar="2027-03-01")
    one("start", "회의를 시작합니다", "begin a meeting")
    one("close", "회의를 마칩니다", "end a meeting")
    one("remove", "예정된 회의를 지웁니다", "remove a planned meeting")
    minutes = one("minutes", "회의록을 파일로 씁니다", "write the minutes to a file")
    minutes.add_argument("--to", required=True, metavar=t("경로", "FILE"), help=".hwpx, .pdf, .odt")
