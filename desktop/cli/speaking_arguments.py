"""Arguments of ``preview``, ``approvals``, ``promises`` and ``accounts``, and more of ``reply``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.cli.argument_types import number

VOICES = ("mayor", "spokesperson", "official", "department")
RULES = (*VOICES, "official-by-department")

Translate = Callable[[str, str], str]


def add(commands: Any, actions: Callable[[Any], Any], command: Callable[..., Any], t: Translate) -> None:
    """``command(name, korean, english, parent)`` makes one; ``commands`` holds the first words, ``actions``
    makes room for the second word of one."""
    reply = commands.choices["reply"]
    _words(reply, t, required=True)
    reply.add_argument(
        "--seen",
        default="",
        metavar=t("상태", "STATE"),
        help=t("본 대화의 상태(preview가 알려 줌)", "the thread as you saw it, as preview prints it"),
    )
    reply.add_argument(
        "--force",
        action="store_true",
        help=t("대화가 바뀌었어도 보냅니다", "send although the thread changed or somebody else writes"),
    )
    reply.add_argument(
        "--again",
        action="store_true",
        help=t("같은 답변을 한 번 더 보냅니다", "say the same a second time"),
    )
    reply.add_argument(
        "--voice",
        choices=VOICES,
        default="",
        help=t("명의를 확인합니다", "confirm in whose name it goes out"),
    )
    reply.add_argument(
        "--ask",
        action="store_true",
        help=t("승인을 요청합니다", "ask for approval even where none is needed"),
    )
    reply.add_argument(
        "--no-promise", action="store_true", help=t("약속을 적지 않습니다", "put no promise into the ledger")
    )

    look = command("preview", "보낼 답변을 미리 봅니다", "look at an answer before it is sent")
    look.add_argument("post", type=number, metavar=t("글번호", "POST"))
    _words(look, t, required=False)
    look.add_argument("--stage", choices=("first", "final", "notice"), default="final")
    look.add_argument("--channel", default="", metavar=t("채널", "CHANNEL"))
    look.add_argument("--private", action="store_true")
    look.add_argument("--links", action="store_true", help=t("주소가 열리는지 봅니다", "try its addresses"))

    _approvals(
        actions(command("approvals", "승인할 답변을 다룹니다", "answers that wait for approval")), command, t
    )
    _promises(actions(command("promises", "약속을 다룹니다", "what answers promised")), command, t)
    accounts = command("accounts", "계정의 명의를 다룹니다", "in whose names accounts speak")
    inner = actions(accounts)
    command("list", "계정을 출력합니다", "print the accounts", inner)
    voice = command("voice", "계정의 명의를 바꿉니다", "say in whose name an account speaks", inner)
    voice.add_argument("account", metavar=t("계정", "ACCOUNT"))
    voice.add_argument("voice", choices=VOICES, metavar=t("명의", "VOICE"))


def _words(parser: Any, t: Translate, *, required: bool) -> None:
    """Where the words of an answer come from."""
    one = parser.add_mutually_exclusive_group(required=required)
    one.add_argument(
        "--text", default="", metavar=t("글", "TEXT"),
        help=t("보낼 글. '-'이면 표준 입력에서 읽음", "the text; '-' reads standard input"),
    )  # fmt: skip
    one.add_argument(
        "--template", default="", metavar=t("서식", "TEMPLATE"),
        help=t("이 서식을 글에 맞춰 채워서 씀", "this template, filled for the post"),
    )  # fmt: skip
    one.add_argument(
        "--draft", action="store_true", help=t("작성해 둔 초안을 씀", "the draft that you have of it")
    )


def _approvals(inner: Any, command: Callable[..., Any], t: Translate) -> None:
    listing = command("list", "승인할 답변을 출력합니다", "print what waits", inner)
    listing.add_argument("--all", action="store_true", help=t("끝난 것도", "what was decided too"))
    for name, korean, english in (
        ("show", "승인할 답변 하나를 봅니다", "look at one, with what changed in its thread"),
        ("approve", "승인해 보냅니다", "agree and send it"),
        ("withdraw", "요청을 거둡니다", "do not want it any more"),
        ("again", "같은 글로 다시 요청합니다", "ask for the same text again"),
    ):
        command(name, korean, english, inner).add_argument("id", type=number, metavar=t("번호", "ID"))
    back = command("send-back", "고치도록 돌려보냅니다", "send it back with a comment", inner)
    back.add_argument("id", type=number, metavar=t("번호", "ID"))
    back.add_argument("--comment", required=True)
    rules = command("rules", "승인이 필요한 명의를 정합니다", "which voices need approval", inner)
    rules.add_argument(
        "--need", action="append", default=None, choices=RULES,
        help=t("승인이 필요한 명의", "a voice that needs it"),
    )  # fmt: skip
    rules.add_argument("--none", action="store_true", help=t("아무것도 필요 없음", "none of them"))


def _promises(inner: Any, command: Callable[..., Any], t: Translate) -> None:
    listing = command("list", "약속을 급한 순으로 출력합니다", "print promises, most urgent first", inner)
    listing.add_argument("--state", choices=("open", "late", "kept", "dropped", "all"), default="open")
    listing.add_argument("--owner", default="")
    listing.add_argument("--case", type=number, default=None, metavar=t("건번호", "CASE"))
    listing.add_argument("--search", default="", metavar=t("문구", "TEXT"))
    listing.add_argument("--limit", type=number, default=200, metavar="N")
    add = command("add", "약속을 적습니다", "write a promise down", inner)
    add.add_argument("--case", type=number, default=None, metavar=t("건번호", "CASE"))
    add.add_argument("--text", required=True)
    edit = command("edit", "약속을 고칩니다", "change a promise", inner)
    edit.add_argument("id", type=number, metavar=t("번호", "ID"))
    edit.add_argument("--text", default=None)
    for made in (add, edit):
        made.add_argument("--due", default=None, metavar="2026-12-31")
        made.add_argument("--owner", default=None, metavar=t("담당", "OWNER"))
    for name, korean, english in (
        ("keep", "지켰다고 적습니다", "it was kept"),
        ("drop", "지키지 못했다고 적습니다", "it is dropped; --note says why"),
    ):
        made = command(name, korean, english, inner)
        made.add_argument("id", type=number, metavar=t("번호", "ID"))
        made.add_argument("--note", default="")
    again = command("reopen", "다시 엽니다", "it is open after all", inner)
    again.add_argument("id", type=number, metavar=t("번호", "ID"))
