"""The arguments of every command. Imports nothing of the program, so that ``--help`` is instant."""

from __future__ import annotations

import argparse
import functools
import re
from collections.abc import Callable
from typing import Any, NoReturn

from desktop.cli import (
    argument_words,
    case_arguments,
    clock_arguments,
    forward_arguments,
    mail_arguments,
    meeting_arguments,
    meetup_arguments,
    proof_arguments,
    speaking_arguments,
    template_arguments,
)
from desktop.cli.argument_types import number, positive
from desktop.cli.output import Failure, width

DEEDS = ("approve", "hide", "unhide", "hold", "reject", "trash", "like", "delete")


Translate = Callable[[str, str], str]

_MISTAKES = tuple(
    (re.compile(pattern), korean)
    for pattern, korean in (
        (r"the following arguments are required: (.*)", r"\1 을(를) 적어 주세요."),
        (r"one of the arguments (.*) is required", r"\1 가운데 하나를 적어 주세요."),
        (r"argument (.*?): not allowed with argument (.*)", r"\1 은(는) \2 와(과) 함께 적을 수 없습니다."),
        (r"unrecognized arguments: (.*)", r"\1 은(는) 모르는 말입니다."),
        (
            r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)",
            r"\1 에는 \2 대신 \3 중에서 골라 주세요.",
        ),
        (r"argument (.*?): invalid name=value: (.*)", r"\1 은(는) 이름=값 으로 적어 주세요: \2"),
        (r"argument (.*?): expected (?:one|at least one) argument", r"\1 다음에 값을 적어 주세요."),
        (r"argument (.*?): invalid \w+(?: value)?: (.*)", r"\1 의 값 \2 은(는) 숫자가 아닙니다."),
        (r"argument (.*?): must be at least 1", r"\1 의 값은 1 이상이어야 합니다."),
        (r"argument (.*?): ignored explicit argument (.*)", r"\1 에는 값을 적지 않습니다: \2"),
        (r"ambiguous option: (.*?) could match (.*)", r"\1 은(는) \2 중 무엇인지 알 수 없습니다."),
    )
)
"""What argparse says of wrong usage, for its Korean users."""


class _Columns(argparse.HelpFormatter):
    """Help in columns that stand below each other in a terminal, where Hangul takes two places."""

    def add_argument(self, action: argparse.Action) -> None:
        super().add_argument(action)
        if action.help is not argparse.SUPPRESS:
            wide = width(self._format_action_invocation(action)) + self._current_indent
            self._action_max_length = max(self._action_max_length, wide)

    def _format_action(self, action: argparse.Action) -> str:
        name = self._format_action_invocation(action)
        head, _, rest = super()._format_action(action).partition(name)
        gap = len(rest) - len(rest.lstrip(" "))
        if gap:
            rest = " " * max(2, gap - width(name) + len(name)) + rest.lstrip(" ")
        return head + name + rest


class Parser(argparse.ArgumentParser):
    """Headings, ``--help`` and mistakes in the wanted language."""

    def __init__(self, *args: Any, t: Translate, **kwargs: Any) -> None:
        class Formatter(_Columns):
            def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
                super().add_usage(
                    usage, actions, groups, t("사용법: ", "usage: ") if prefix is None else prefix
                )

        self._t = t
        super().__init__(*args, add_help=False, formatter_class=Formatter, **kwargs)
        self._positionals.title = t("적을 것", "positional arguments")
        self._optionals.title = t("선택", "options")
        self.add_argument(
            "-h", "--help", action="help", help=t("이 도움말을 출력합니다", "show this help and end")
        )

    def add_argument(self, *names: Any, **given: Any) -> argparse.Action:
        argument_words.fill(self.prog, names, given, self._t)
        return super().add_argument(*names, **given)

    def error(self, message: str) -> NoReturn:
        if self._t("ko", "en") == "ko":
            for pattern, korean in _MISTAKES:
                if found := pattern.fullmatch(message):
                    message = found.expand(korean)
                    break
        raise Failure("usage", detail=message)


def build(t: Translate) -> Parser:
    """``t(korean, english)`` gives the text in the wanted language."""
    parser_class: Any = functools.partial(Parser, t=t)
    parser: Parser = parser_class(
        prog="seoul-smc", description=t("서울소셜미디어센터", "Seoul Social Media Center")
    )
    _common(parser, t, first=True)
    parser.add_argument("--version", action="store_true", help=t("버전을 출력합니다", "print the version"))
    parser.add_argument(
        "--self-test", action="store_true", help=t("설치 상태를 시험합니다", "test this installation")
    )
    commands = parser.add_subparsers(dest="command", metavar=t("명령", "COMMAND"), parser_class=parser_class)

    def command(name: str, korean: str, english: str, parent: Any = commands) -> Parser:
        made: Parser = parent.add_parser(name, help=t(korean, english), description=t(korean, english))
        _common(made, t)
        return made

    collect = command("collect", "켜진 채널을 수집합니다", "collect the enabled channels")
    collect.add_argument("--once", action="store_true", help=t("한 번만 수집합니다", "one round, then end"))

    _channels(command("channels", "채널을 관리합니다", "manage channels"), command, t)

    posts = command("posts", "글을 최신순으로 출력합니다", "print posts, newest first")
    posts.epilog = t(
        "--json에서 title은 메일의 제목이나 댓글이 달린 글의 제목이고, 피드의 글은 첫 줄입니다. "
        "없으면 비어 있습니다. text는 본문 전체입니다.",
        "In --json, title is the subject of a mail, the title of what a comment is on, or the first line "
        "of a feed's item; it is empty where there is none. text is the whole text.",
    )
    posts.add_argument("--channel", action="append", default=[], metavar=t("채널", "CHANNEL"))
    posts.add_argument("--track", action="append", default=[], choices=case_arguments.TRACKS)
    posts.add_argument("--search", default="", metavar=t("문구", "TEXT"))
    posts.add_argument("--since", default="", metavar=t("날짜", "DATE"), help="2026-11-22, 2026-11-22T09:00")
    posts.add_argument("--limit", type=positive, default=None, metavar="N")
    posts.add_argument(
        "--own", action="store_true", help=t("시의 글도 출력합니다", "the city's own posts too")
    )
    case_arguments.unmasked(posts, t)
    case_arguments.add_posts(_actions(posts, t, required=False), command, t)

    _departments(command("departments", "부서를 관리합니다", "manage departments"), command, t)
    case_arguments.add(command, functools.partial(_actions, t=t), t)

    reply = command("reply", "글에 답변합니다", "answer a post")
    reply.add_argument("post", type=number, metavar=t("글번호", "POST"))
    reply.add_argument("--stage", choices=("first", "final", "notice"), default="final")
    reply.add_argument("--channel", default="", metavar=t("채널", "CHANNEL"))
    reply.add_argument(
        "--private", action="store_true", help=t("글쓴이에게만 보냅니다", "to the author of the post alone")
    )
    act = command("act", "글을 승인하거나 숨깁니다", "approve, hide or like a post")
    act.add_argument("post", type=number, metavar=t("글번호", "POST"))
    act.add_argument("deed", choices=DEEDS, metavar=t("동작", "ACTION"), help=", ".join(DEEDS))

    outbox = command("outbox", "보낼 답변을 봅니다", "look at what goes out")
    inner = _actions(outbox, t)
    listing = command("list", "보낼 답변을 출력합니다", "print what goes out", inner)
    listing.add_argument("--all", action="store_true", help=t("보낸 것도 출력합니다", "what was sent too"))
    for name, korean, english in (
        ("cancel", "보내지 않습니다", "take back"),
        ("retry", "다시 보냅니다", "try again"),
    ):
        command(name, korean, english, inner).add_argument("id", type=number, metavar=t("번호", "ID"))
    settle = command("settle", "올라갔는지 확인한 결과를 적습니다", "say whether it arrived", inner)
    settle.add_argument("id", type=number, metavar=t("번호", "ID"))
    settle.add_argument("result", choices=("arrived", "missing"), metavar=t("결과", "RESULT"))

    _deadlines(command, t)
    clock_arguments.add(command, functools.partial(_actions, t=t), t)
    forward_arguments.add(functools.partial(_actions, t=t), command, t)
    mail_arguments.add(functools.partial(_actions, t=t), command, t)
    meeting_arguments.add(functools.partial(_actions, t=t), command, t)
    meetup_arguments.add(functools.partial(_actions, t=t), command, t)
    template_arguments.add(functools.partial(_actions, t=t), command, t)
    proof_arguments.add(functools.partial(_actions, t=t), command, t)
    speaking_arguments.add(commands, functools.partial(_actions, t=t), command, t)

    command("doctor", "상태를 점검합니다", "look for what is wrong")
    sample = command("sample", "예시 업무공간을 만듭니다", "make a sample workspace")
    sample.add_argument("path", nargs="?", default="", metavar=t("경로", "PATH"))
    return parser


def key_value(text: str) -> tuple[str, str]:
    """``name=value``; an empty value takes the option away."""
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise argparse.ArgumentTypeError(f"invalid name=value: {text[:40]!r}")
    return name.strip(), value.strip()


def _actions(parser: Parser, t: Translate, *, required: bool = True) -> Any:
    """The place for the second word of a command."""
    return parser.add_subparsers(
        dest="action",
        required=required,
        metavar=t("동작", "ACTION"),
        parser_class=functools.partial(Parser, t=t),  # type: ignore[arg-type]
    )


def _common(parser: argparse.ArgumentParser, t: Translate, *, first: bool = False) -> None:
    """Options that stand before or after the command. What was not given after it must not undo what was
    given before it, so only the first parser has defaults."""
    missing: Any = None if first else argparse.SUPPRESS
    parser.add_argument("--workspace", default=missing)
    parser.add_argument(
        "--json",
        dest="as_json",
        action="store_true",
        default=False if first else argparse.SUPPRESS,
        help=t("한 줄에 JSON 하나씩 출력합니다", "print one JSON object a line"),
    )
    parser.add_argument("--lang", choices=("ko", "en"), default=missing)
    parser.add_argument(
        "--user",
        default=missing,
        metavar=t("이름", "NAME"),
        help=t("이 이름으로 일합니다", "work under this name"),
    )


def _channels(channels: Parser, command: Callable[..., Parser], t: Translate) -> None:
    inner = _actions(channels, t)
    listing = command("list", "채널을 출력합니다", "print the channels", inner)
    listing.add_argument("--removed", action="store_true", help=t("지운 채널도", "removed ones too"))
    add = command("add", "채널을 추가합니다", "add a channel", inner)
    add.add_argument("--network", required=True)
    add.add_argument("--name", required=True)
    add.add_argument("--url", default="")
    add.add_argument("--handle", default="")
    add.add_argument("--owner", default="")
    add.add_argument("--interval", type=positive, default=None, metavar=t("초", "SECONDS"))
    _option(add, t)
    load = command("import", "OPML, CSV 파일을 가져옵니다", "import OPML or CSV", inner)
    load.add_argument("file", metavar=t("경로", "FILE"))
    export = command("export", "OPML, CSV 파일로 내보냅니다", "export to OPML or CSV", inner)
    export.add_argument("file", metavar=t("경로", "FILE"))
    check = command("check", "주소와 로그인을 확인합니다", "check address and sign-in", inner)
    check.add_argument("channel", nargs="*", metavar=t("채널", "CHANNEL"))
    one = t("채널", "CHANNEL")
    edit = command("edit", "채널을 고칩니다", "change a channel", inner)
    edit.add_argument("channel", metavar=one)
    for name in ("--name", "--url", "--owner", "--handle"):
        edit.add_argument(name, default=None)
    _option(edit, t)
    backup = command("backup", "매체의 백업 파일을 읽어 들입니다", "read a backup of the network's", inner)
    backup.add_argument("channel", metavar=one)
    backup.add_argument("file", metavar=t("경로", "PATH"))
    for name, korean, english in (
        ("enable", "수집을 켭니다", "collect it"),
        ("disable", "수집을 끕니다", "do not collect it for now"),
        ("remove", "수집을 그만둡니다", "stop collecting"),
        ("sign-out", "로그아웃합니다", "sign out"),
    ):
        command(name, korean, english, inner).add_argument("channel", metavar=one)
    sign_in = command("sign-in", "로그인합니다", "sign in", inner)
    sign_in.add_argument("channel", metavar=one)
    sign_in.add_argument(
        "--login",
        default="",
        metavar=t("이름", "NAME"),
        help=t(
            "로그인 이름. 비밀번호는 묻거나 표준 입력에서 한 줄로 읽습니다",
            "login name; the password is asked for, or read as one line of standard input",
        ),
    )
    sign_in.add_argument(
        "--form",
        action="store_true",
        help=t("브라우저 대신 토큰을 넣어 로그인합니다", "with a token instead of the browser"),
    )
    sign_in.add_argument(
        "--no-browser",
        action="store_true",
        help=t("브라우저를 열지 않고 주소만 출력합니다", "print the address, open no browser"),
    )


def _deadlines(command: Callable[..., Parser], t: Translate) -> None:
    due = command("due", "규칙에 따른 기한을 계산합니다", "work out a due time by a rule")
    due.add_argument("--rule", default="", metavar=t("규칙", "ID"), help="MSG-CHAT, LAW-Q1, PROP-DECIDE, …")
    due.add_argument(
        "--from",
        dest="from_",
        default="",
        metavar=t("때", "TIME"),
        help=t("접수한 때, 서울 시각: ", "when it was received, in Seoul: ") + "2026-11-23T17:30",
    )
    due.add_argument("--length", type=positive, default=None, metavar="N", help=t("기간", "a length"))
    due.add_argument("--extend", type=positive, default=None, metavar="N", help=t("연장", "an extension"))
    due.add_argument(
        "--pause",
        action="append",
        default=[],
        metavar=t("부터/까지", "FROM/UNTIL"),
        help=t("세지 않는 시간(보완)", "a time that does not count"),
    )
    due.add_argument("--explain", action="store_true", help=t("한 줄씩 설명합니다", "say why, line by line"))
    due.add_argument("--list", action="store_true", help=t("규칙을 모두 출력합니다", "print all rules"))
    holidays = command("holidays", "기한에서 빼는 휴일을 관리합니다", "the days off of deadlines")
    inner = _actions(holidays, t)
    listing = command("list", "한 해의 휴일을 출력합니다", "print the days off of a year", inner)
    listing.add_argument("--year", type=positive, default=None)
    add = command("add", "쉬는 날을 더합니다", "add a day off", inner)
    add.add_argument("date", metavar=t("날짜", "DATE"))
    add.add_argument("--name", required=True)
    add.add_argument("--name-en", default="")
    remove = command("remove", "쉬지 않는 날로 바꿉니다", "work on a day after all", inner)
    remove.add_argument("date", metavar=t("날짜", "DATE"))
    reset = command("reset", "우리 기관이 바꾼 날을 되돌립니다", "take the office's own day away", inner)
    reset.add_argument("date", metavar=t("날짜", "DATE"))


def _option(parser: argparse.ArgumentParser, t: Translate) -> None:
    parser.add_argument(
        "--option",
        action="append",
        default=[],
        type=key_value,
        metavar=t("이름=값", "NAME=VALUE"),
        help=t("interval_s=600; 값을 비우면 지웁니다", "interval_s=600; an empty value removes it"),
    )


def _departments(departments: Parser, command: Callable[..., Parser], t: Translate) -> None:
    inner = _actions(departments, t)
    listing = command("list", "부서를 조직도 순으로 출력합니다", "print the departments as a tree", inner)
    listing.add_argument(
        "--retired", action="store_true", help=t("없어진 부서도", "those that are no more too")
    )
    find = command("find", "이름, 업무, 초성으로 찾습니다", "find by name, duty or initial consonants", inner)
    suggest = command("suggest", "글에 알맞은 부서를 추천합니다", "the likely departments for a text", inner)
    for made, most in ((find, 20), (suggest, 5)):
        made.add_argument("text", metavar=t("문구", "TEXT"))
        made.add_argument("--limit", type=positive, default=most, metavar="N")
    load = command("import", "CSV, XLSX 파일을 가져옵니다", "import CSV or XLSX", inner)
    load.add_argument("file", metavar=t("경로", "FILE"))
    export = command("export", "CSV, XLSX 파일로 내보냅니다", "export to CSV or XLSX", inner)
    export.add_argument("file", metavar=t("경로", "FILE"))
    edit = command("edit", "부서를 고칩니다", "change a department", inner)
    edit.add_argument("department", metavar=t("부서", "DEPARTMENT"))
    for name in ("--name", "--duties", "--contact", "--mail"):
        edit.add_argument(name, default=None)
    edit.add_argument(
        "--deputy", default=None, metavar=t("부서", "DEPARTMENT"), help=t("대직 부서", "stands in")
    )
    edit.add_argument(
        "--absent", choices=("yes", "no"), default=None, help=t("부재 여부", "whether it is absent")
    )
