"""The acts of answering a post, wherever a composer stands; the keys are in ``desktop.ui.keys``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.ui import keys
from desktop.ui.commands import Command

translate = QCoreApplication.translate

IN_MENU = ("reply.template_here", "reply.split", "reply.save")
"""What the menu of the editor offers beside cutting and pasting."""


def answer_commands(
    composer: Any, compose: Callable[[str], object], shown: Callable[[], bool], sending: Callable[[], bool]
) -> list[Command]:
    """``compose(stage)`` puts the cursor into the answer; ``shown``: there is a post; ``sending``: what is
    typed may be sent by a key."""

    def templates() -> None:
        compose("")
        composer.templates.open()

    def splits() -> bool:
        return shown() and composer.form.isVisible() and composer.form.parts.can_press()

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
        ("reply.split", translate("Detail", "긴 답변 나누기·합치기"), composer.form.parts.press, splits),
    ]
    made = [
        Command(identity, text, run, group="answer", enabled=enabled) for identity, text, run, enabled in rows
    ]
    composer.editor.acts = lambda: [
        (command.text, keys.shown(composer.key_of(command.id)), command.allowed(), command.run)
        for command in made
        if command.id in IN_MENU
    ]
    return made
