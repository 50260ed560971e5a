"""Arguments of ``mail``: letters to departments without the program, and what came back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.cli.argument_types import number, positive

Translate = Callable[[str, str], str]


def add(actions: Callable[[Any], Any], command: Callable[..., Any], t: Translate) -> None:
    """``command(name, korean, english, parent)`` makes one, ``actions`` makes room for its second word."""
    inner = actions(command("mail", "부서 메일을 다룹니다", "letters to departments"))
    listing = command("list", "부서로 보내는 메일을 출력합니다", "print letters to departments", inner)
    refused = command("refused", "믿지 않은 회신을 출력합니다", "print mails that were not believed", inner)
    listing.add_argument("--all", action="store_true", help=t("보낸 것도", "those that were sent too"))
    refused.add_argument("--all", action="store_true", help=t("처리한 것도", "those dealt with too"))
    for made in (listing, refused):
        made.add_argument("--limit", type=positive, default=200, metavar="N")
    send = command("send", "기다리는 메일을 지금 보냅니다", "send what waits, now", inner)
    send.add_argument(
        "--forwarding", type=number, default=None, metavar=t("이관", "FORWARDING"),
        help=t("이 이관의 메일을 새로 보냅니다", "send the letter of this forwarding anew"),
    )  # fmt: skip
    for name, korean, english in (
        ("retry", "실패한 메일을 다시 보냅니다", "send a failed letter again"),
        ("cancel", "메일을 보내지 않습니다", "give a letter up"),
    ):
        command(name, korean, english, inner).add_argument("id", type=number, metavar=t("번호", "ID"))
    accept = command(
        "accept", "믿지 않은 회신을 답변으로 받습니다", "take a refused mail as the answer", inner
    )
    accept.add_argument("id", type=number, metavar=t("번호", "ID"))
    accept.add_argument("--text", default="", help=t("고친 답변", "its words, changed"))
    for name, korean, english in (
        ("as-post", "믿지 않은 회신을 새 글로 꺼냅니다", "make a refused mail a post"),
        ("dismiss", "믿지 않은 회신을 처리한 것으로 둡니다", "put a refused mail aside"),
    ):
        command(name, korean, english, inner).add_argument("id", type=number, metavar=t("번호", "ID"))
    settings = command(
        "settings", "부서 메일 설정을 보거나 바꿉니다", "look at or change the settings", inner
    )
    settings.add_argument(
        "--channel", default=None, metavar=t("채널", "CHANNEL"),
        help=t("보내는 메일함. auto: 저절로", "the mailbox that they leave from; auto: by itself"),
    )  # fmt: skip
    settings.add_argument(
        "--remind", type=number, default=None, metavar=t("시간", "HOURS"),
        help=t("기한 몇 시간 전에 알릴지. 0: 알리지 않음", "remind so many hours before; 0: never"),
    )  # fmt: skip
