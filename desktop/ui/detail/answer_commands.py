"""The acts of answering a post, wherever a composer stands; the keys are in ``desktop.ui.keys``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.ui.commands import Command

translate = QCoreApplication.translate


def answer_commands(
    composer: Any, compose: Callable[[str], object], shown: Callable[[], bool], sending: Callable[[], bool]
) -> list[Command]:
    """``compose(stage)`` puts the cursor into the answer; ``shown``: there is a post; ``sending``: what is
    typed may be sent by a key."""

    def templates() -> None:
        compose("")
        composer.templates.open()

    rows: list[tuple[str, str, Callable[[], object], Callable[[], bool]]] = [
        ("reply.open", translate("Detail", "답변 쓰기"), lambda: compose(""), shown),
        ("reply.first", translate("Detail", "1차 답변 쓰기"), lambda: compose("first"), shown),
        ("reply.template", translate("Detail", "서식으로 답변 쓰기"), templates, shown),
        ("reply.template_here", translate("Detail", "서식 넣기"), composer.templates.open, shown),
        ("reply.send", translate("Detail", "답변 보내기"), composer.send, sending),
        (
            "reply.send_next",
            translate("Detail", "답변 보내고 다음 글"),
            lambda: composer.send(then_next=True),
            sending,
        ),
        ("reply.account", translate("Detail", "보내는 계정 고르기"), composer.choose_account, shown),
        ("reply.save", translate("Detail", "답변 임시 저장"), composer.save, shown),
    ]
    return [
        Command(identity, text, run, group="answer", enabled=enabled) for identity, text, run, enabled in rows
    ]
