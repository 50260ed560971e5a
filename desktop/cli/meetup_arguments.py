"""Arguments of ``meetups``. Imports nothing of the program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.cli.argument_types import number

STATES = ("planned", "inviting", "drawn", "over", "cancelled")
WHEN = "2026-11-27 18:30"


def add(commands: Callable[[Any], Any], command: Callable[..., Any], t: Callable[[str, str], str]) -> None:
    """``commands(parser)`` gives the place for second words."""
    inner = commands(command("meetups", "번개팅을 준비합니다", "plan meet-ups"))
    listing = command("list", "번개팅을 출력합니다", "print the meet-ups", inner)
    listing.add_argument("--state", choices=STATES, default="")

    def one(name: str, korean: str, english: str) -> Any:
        made = command(name, korean, english, inner)
        made.add_argument("meetup", type=number, metavar=t("번개팅", "MEETUP"))
        return made

    one("show", "번개팅 하나를 출력합니다", "print one meet-up")
    new = command("add", "번개팅을 만듭니다", "make a meet-up", inner)
    new.add_argument("--theme", required=True)
    new.add_argument("--at", required=True, metavar=t("일시", "WHEN"), help=WHEN)
    new.add_argument("--post", type=number, action="append", default=[], metavar=t("글번호", "POST"))
    edit = one("edit", "번개팅을 고칩니다", "change a meet-up")
    edit.add_argument("--theme", default=None)
    edit.add_argument("--at", default=None, metavar=t("일시", "WHEN"), help=WHEN)
    edit.add_argument("--answer", default=None)
    for parser in (new, edit):
        parser.add_argument("--place", default=None)
        parser.add_argument("--minutes", type=number, default=None)
        parser.add_argument("--seats", type=number, default=None)
        parser.add_argument("--until", default=None, metavar=t("신청기한", "WHEN"), help=WHEN)
        parser.add_argument("--invitation", default=None)
        parser.add_argument("--short-invitation", default=None)
    posts = one("posts", "번개팅의 글을 보고 더하거나 뺍니다", "its posts: look, add, remove")
    posts.add_argument("--add", type=number, nargs="+", default=[], metavar=t("글번호", "POST"))
    posts.add_argument("--remove", type=number, nargs="+", default=[], metavar=t("글번호", "POST"))
    invite = one("invite", "글쓴이를 초대합니다", "invite the authors")
    invite.add_argument("--post", type=number, action="append", default=[], metavar=t("글번호", "POST"))
    invite.add_argument(
        "--by-hand", type=number, action="append", default=[], metavar=t("글번호", "POST"),
        help=t("다른 방법으로 초대했음", "was invited another way"),
    )  # fmt: skip
    notify = one("notify", "추첨 결과를 알립니다", "tell how the draw came out")
    notify.add_argument("--guest", type=number, action="append", default=[], metavar=t("손님", "GUEST"))
    tell = one("tell", "번개팅의 결과를 글쓴이에게 알립니다", "tell the authors what came of it")
    notify.add_argument(
        "--by-hand", type=number, action="append", default=[], metavar=t("손님", "GUEST"),
        help=t("이 손님에게는 직접 알렸음", "this guest was told another way"),
    )  # fmt: skip
    tell.add_argument(
        "--text", default=None, metavar=t("글", "TEXT"),
        help=t("알릴 결과를 이렇게 고쳐서 보냄", "what is told, put down before it is sent"),
    )  # fmt: skip
    for parser in (invite, notify, tell):
        parser.add_argument(
            "--preview",
            action="store_true",
            help=t("보내지 않고 글만 봅니다", "print the texts, send nothing"),
        )
    one("guests", "신청한 사람을 출력합니다", "print who signed up")
    sign_up = one("sign-up", "신청이나 불참을 적습니다", "write down who comes or does not")
    sign_up.add_argument("--name", default="")
    sign_up.add_argument("--contact", default="")
    for name, korean, english in (
        ("--guest", "초대한 사람이 신청함", "somebody invited signs up"),
        ("--decline", "이 손님은 못 옴", "this guest cannot come"),
        ("--reply", "이 답글이 뜻하는 대로", "as this reply says"),
        ("--leave", "신청과 상관없는 답글", "this reply says nothing about it"),
        ("--remove", "명단에서 뺄 손님", "this guest was put in by mistake"),
    ):
        sign_up.add_argument(
            name, type=number, default=None, metavar=t("번호", "ID"), help=t(korean, english)
        )
    draw = one("draw", "씨앗을 공개하고 추첨합니다", "publish the seed, then draw")
    draw.add_argument(
        "--seed", default="", metavar=t("씨앗", "TEXT"), help=t("씨앗만 공개합니다", "publish the seed only")
    )
    draw.add_argument(
        "--random", action="store_true", help=t("무작위 씨앗을 공개합니다", "publish a random one")
    )
    draw.add_argument(
        "--result",
        default="",
        metavar=t("경로", "PATH"),
        help=t("결과를 .html .txt 로 저장", "save as .html .txt"),
    )
    attend = one("attend", "누가 왔는지 적습니다", "write down who came")
    attend.add_argument("--came", type=number, nargs="+", default=[], metavar=t("손님", "GUEST"))
    attend.add_argument("--absent", type=number, nargs="+", default=[], metavar=t("손님", "GUEST"))
    attend.add_argument(
        "--clear", type=number, nargs="+", default=[], metavar=t("손님", "GUEST"),
        help=t("참석 여부를 비울 손님", "not known after all"),
    )  # fmt: skip
    note = one(
        "note", "나온 말을 그 사람의 건에 메모로 남깁니다", "what a guest said, as a note on their case"
    )
    note.add_argument("guest", type=number, metavar=t("손님", "GUEST"))
    note.add_argument("--text", required=True)
    for name, korean, english in (
        ("ics", "일정 파일을 저장합니다", "save the calendar file"),
        ("list-print", "당일 명단을 문서로 저장합니다", "save the list of guests as a document"),
    ):
        one(name, korean, english).add_argument("file", metavar=t("경로", "PATH"))
    close = one("close", "번개팅을 끝냅니다", "end a meet-up")
    close.add_argument("--cancelled", action="store_true", help=t("취소", "it does not take place"))
    close.add_argument("--open", action="store_true", help=t("다시 엽니다", "open it again"))
    close.add_argument("--report", default=None)
    close.add_argument("--answer", default=None)
