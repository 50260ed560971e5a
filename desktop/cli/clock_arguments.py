"""The arguments of ``cases clock`` and of ``rules``. Imports nothing of the program."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

KINDS = ("chat", "general", "field", "formal", "proposal")
DUE = ("late", "soon", "today", "paused")
UNITS = ("working_hour", "day", "working_day", "calendar_day", "month", "quarter", "none")

Translate = Callable[[str, str], str]


def positive(text: str) -> int:
    """A number that people can mean."""
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 2**31:
        raise argparse.ArgumentTypeError("must be at least 1")
    return int(text)


def add_due(parser: argparse.ArgumentParser, t: Translate) -> None:
    """``cases list --due``."""
    parser.add_argument("--due", choices=DUE, default="", help=t("기한으로 고릅니다", "by due time"))


def add_clock(inner: Any, command: Callable[..., Any], number: Callable[[str], int], t: Translate) -> None:
    """``cases clock``: the due time of a case, and changing it."""
    clock = command("clock", "건의 기한을 보고 바꿉니다", "look at and change the due time of a case", inner)
    clock.add_argument("case", type=number, metavar=t("건번호", "CASE"))
    act = clock.add_mutually_exclusive_group()
    act.add_argument("--kind", choices=KINDS, default="", help=t("처리 종류를 바꿉니다", "take it as"))
    act.add_argument(
        "--pause",
        default=None,
        metavar=t("요청", "REASON"),
        help=t("보완을 요청합니다", "ask for a supplement"),
    )
    act.add_argument("--resume", action="store_true", help=t("다시 시작합니다", "the supplement has come"))
    act.add_argument("--extend", type=positive, default=None, metavar="N", help=t("연장합니다", "extend it"))
    clock.add_argument("--rule", default="", metavar=t("규칙", "ID"), help=t("--kind 와 함께", "with --kind"))
    clock.add_argument(
        "--length", type=positive, default=None, metavar="N", help=t("--kind 와 함께", "with --kind")
    )
    clock.add_argument(
        "--reason", default="", metavar=t("사유", "REASON"), help=t("연장 사유", "for --extend")
    )
    clock.add_argument(
        "--explain", action="store_true", help=t("한 줄씩 설명합니다", "say why, line by line")
    )


def add(command: Callable[..., Any], actions: Callable[..., Any], t: Translate) -> None:
    """``rules``: the table that due times are counted by."""
    parser = command("rules", "기한 규칙과 근무 시간을 관리합니다", "the rules and hours of deadlines")
    inner = actions(parser)
    command("list", "규칙을 출력합니다", "print the rules", inner)
    edit = command("edit", "규칙을 고칩니다", "change a rule", inner)
    edit.add_argument("rule", metavar=t("규칙", "ID"))
    edit.add_argument("--length", default=None, metavar="N", help=t("'-' 이면 미정", "'-' for none"))
    edit.add_argument("--unit", choices=UNITS, default=None)
    edit.add_argument("--first-day", choices=("yes", "no"), default=None)
    for name in ("--name", "--name-en", "--basis", "--source"):
        edit.add_argument(name, default=None)
    reset = command(
        "reset", "규칙을 처음 값으로 되돌립니다", "put a rule back to what it was shipped as", inner
    )
    reset.add_argument("rule", metavar=t("규칙", "ID"))
    hours = command("hours", "근무 시간을 보고 바꿉니다", "look at and change the working hours", inner)
    clock = t("시각", "HH:MM")
    for name in ("--open", "--close"):
        hours.add_argument(name, default=None, metavar=clock)
    hours.add_argument(
        "--lunch", default=None, metavar="12:00-13:00", help=t("'-' 이면 없음", "'-' for none")
    )
    for made in (edit, reset, hours):
        made.add_argument(
            "--dry-run",
            action="store_true",
            help=t("무엇이 바뀌는지만 출력합니다", "only say what would move"),
        )
