"""Arguments of ``forwardings``, and more of ``cases``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.cli.argument_types import number, positive

STATES = ("sent", "received", "working", "answered", "returned", "withdrawn")

Translate = Callable[[str, str], str]


def add_to_cases(inner: Any, forward: Any, command: Callable[..., Any], t: Translate) -> None:
    """``inner`` holds what can be done with cases, ``forward`` is one of it."""
    forward.add_argument(
        "--support", action="append", default=[], metavar=t("협조부서", "DEPARTMENT"),
        help=t("협조 부서", "a supporting department"),
    )  # fmt: skip
    forward.add_argument("--note", default="", metavar=t("메모", "TEXT"))
    of_case = command("forwardings", "건의 이관과 부서 답변을 봅니다", "who had a case", inner)
    of_case.add_argument("case", type=number, metavar=t("건번호", "CASE"))


def add(actions: Callable[[Any], Any], command: Callable[..., Any], t: Translate) -> None:
    """``command(name, korean, english, parent)`` makes one, ``actions`` makes room for its second word."""
    inner = actions(command("forwardings", "부서 이관을 다룹니다", "cases in the hands of departments"))
    listing = command("list", "이관을 급한 순서로 출력합니다", "print forwardings, most urgent first", inner)
    listing.add_argument(
        "--department", action="append", default=[], metavar=t("부서", "DEPARTMENT"),
        help=t("없으면 모든 부서", "without it: all"),
    )  # fmt: skip
    listing.add_argument("--state", action="append", default=[], choices=STATES)
    listing.add_argument("--limit", type=positive, default=100, metavar="N")
    show = command("show", "이관 하나와 답변을 봅니다", "look at one with its answers", inner)
    show.add_argument("id", type=number, metavar=t("번호", "ID"))
    sheet = command("sheet", "전달 문서를 저장합니다", "write the handover sheet", inner)
    sheet.add_argument("id", type=number, metavar=t("번호", "ID"))
    sheet.add_argument("to", metavar=t("경로", "FILE"), help=".hwpx, .pdf, .odt")
    sheet.add_argument(
        "--unmasked",
        action="store_true",
        help=t("개인정보를 가리지 않습니다 (기록에 남습니다)", "do not hide personal data (it is logged)"),
    )
    for name, korean, english in (
        ("receive", "접수합니다", "receive"),
        ("begin", "처리를 시작합니다", "begin to work on it"),
    ):
        made = command(name, korean, english, inner)
        made.add_argument("id", type=number, nargs="+", metavar=t("번호", "ID"))
    back = command("return", "사유를 적어 돌려보냅니다", "give back with a reason", inner)
    back.add_argument("id", type=number, metavar=t("번호", "ID"))
    back.add_argument("--reason", required=True, metavar=t("사유", "TEXT"))
    support = command("support", "협조 부서를 더합니다", "ask another department to help", inner)
    support.add_argument("id", type=number, metavar=t("번호", "ID"))
    support.add_argument("--department", required=True, metavar=t("부서", "DEPARTMENT"))
    support.add_argument("--note", default="", metavar=t("메모", "TEXT"))
    extend = command("extend", "기한을 한 번 연장합니다", "ask for more time, once", inner)
    extend.add_argument("id", type=number, metavar=t("번호", "ID"))
    extend.add_argument(
        "--days", type=positive, required=True, metavar="N",
        help=t("규칙의 단위로", "in the unit of the rule"),
    )  # fmt: skip
    extend.add_argument("--reason", required=True, metavar=t("사유", "TEXT"))
    answer = command("answer", "부서의 답변을 냅니다", "hand in the department's answer", inner)
    answer.add_argument("id", type=number, metavar=t("번호", "ID"))
    answer.add_argument("--text", required=True)
    answer.add_argument("--first", action="store_true", help=t("1차 답변입니다", "a first answer"))
    accept = command("accept", "부서의 답변을 시민에게 보냅니다", "send an answer to the citizen", inner)
    accept.add_argument("answer", type=number, metavar=t("답변번호", "ANSWER"))
    accept.add_argument("--text", default="", help=t("고친 답변", "the answer as you edited it"))
    accept.add_argument("--channel", default="", metavar=t("채널", "CHANNEL"))
    accept.add_argument(
        "--no-send", action="store_true", help=t("다른 곳에서 답변했습니다", "the citizen was told elsewhere")
    )
    accept.add_argument(
        "--no-promise", action="store_true", help=t("약속을 적지 않습니다", "put no promise into the ledger")
    )
    back = command("send-back", "답변을 돌려보냅니다", "send an answer back to its department", inner)
    back.add_argument("answer", type=number, metavar=t("답변번호", "ANSWER"))
    back.add_argument("--comment", required=True, metavar=t("까닭", "TEXT"))
    withdraw = command("withdraw", "이관을 회수합니다", "take a case back", inner)
    withdraw.add_argument("id", type=number, metavar=t("번호", "ID"))
    withdraw.add_argument("--reason", default="", metavar=t("사유", "TEXT"))
    rule = command("rule", "소관 부서를 정합니다", "name the department that owns a matter", inner)
    rule.add_argument("case", type=number, metavar=t("건번호", "CASE"))
    rule.add_argument("--department", required=True, metavar=t("부서", "DEPARTMENT"))
    rule.add_argument("--reason", required=True, metavar=t("사유", "TEXT"))
    rule.add_argument(
        "--word", action="append", default=[], metavar=t("낱말", "WORD"),
        help=t("모두 든 글에 먼저 추천합니다", "offered first for texts with all of them"),
    )  # fmt: skip
    rules = command("rulings", "소관 결정을 출력합니다", "print who was named", inner)
    rules.add_argument("--retire", type=number, default=None, metavar=t("번호", "ID"))
