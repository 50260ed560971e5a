"""The arguments of ``log`` and ``members``. Imports nothing of the program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.cli.argument_types import number, positive

ROLES = ("admin", "triage", "spokesperson", "mayor", "department", "media", "viewer")
VOICES = ("mayor", "spokesperson", "official", "department")


def add(commands: Any, command: Callable[..., Any], t: Callable[[str, str], str]) -> None:
    """``commands(parser)`` makes the place for the second word of a command."""
    log = commands(command("log", "처리 기록을 보고 확인합니다", "read and prove the log"))
    listing = command("list", "기록을 최신순으로 출력합니다", "print the log, newest first", log)
    _filters(listing, number, t)
    listing.add_argument("--limit", type=positive, default=50, metavar="N")
    export = command("export", "CSV, XLSX, JSONL로 내보냅니다", "export to CSV, XLSX or JSON lines", log)
    export.add_argument("file", metavar=t("경로", "FILE"))
    _filters(export, number, t)
    export.add_argument(
        "--unmasked",
        action="store_true",
        help=t("개인정보를 가리지 않습니다 (기록에 남습니다)", "do not hide personal data (it is logged)"),
    )
    verify = command("verify", "기록이 그대로인지 확인합니다", "check that the log is as it was written", log)
    verify.add_argument(
        "--head",
        default="",
        metavar=t("끝값", "HASH"),
        help=t("적어 둔 끝값이 있는지도 봅니다", "a hash noted down before has to be in it"),
    )
    command("head", "지금 기록의 끝값을 출력합니다", "print the hash of the newest event", log)

    members = commands(command("members", "구성원과 역할을 관리합니다", "who works here and as what"))
    command("list", "구성원을 출력합니다", "print the members", members)
    for name, korean, english in (
        ("add", "구성원을 추가합니다", "add a member"),
        ("edit", "구성원을 고칩니다", "change a member"),
    ):
        made = command(name, korean, english, members)
        made.add_argument("member", metavar=t("이름", "USER"))
        made.add_argument("--role", choices=ROLES, required=name == "add", default=None)
        made.add_argument("--name", default=None, metavar=t("이름", "NAME"))
        made.add_argument("--department", default=None, metavar=t("부서", "DEPARTMENT"))
        made.add_argument("--voice", action="append", default=None, choices=(*VOICES, "none"))
        if name == "edit":
            made.add_argument("--active", choices=("yes", "no"), default=None)
    command("remove", "구성원을 뺍니다", "take a member off the list", members).add_argument(
        "member", metavar=t("이름", "USER")
    )
    load = command("import", "CSV, XLSX 파일을 가져옵니다", "import CSV or XLSX", members)
    load.add_argument("file", metavar=t("경로", "FILE"))


def _filters(parser: Any, number: Callable[[str], int], t: Callable[[str, str], str]) -> None:
    parser.add_argument("--case", type=number, default=None, metavar=t("건", "CASE"))
    parser.add_argument("--who", action="append", default=[], metavar=t("이름", "NAME"))
    parser.add_argument("--kind", action="append", default=[], metavar=t("종류", "KIND"))
    parser.add_argument("--about", default="", metavar=t("대상", "ABOUT"), help="member, member:김주무관, …")
    for name in ("--since", "--until"):
        parser.add_argument(name, default="", metavar=t("날짜", "DATE"), help="2026-11-22, 2026-11-22T09:00")
