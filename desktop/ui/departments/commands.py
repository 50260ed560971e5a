"""What can be done in the inbox, each with its key, its place in the menu and its button."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QMenu

from desktop.ui import keys
from desktop.ui.commands import Command, Commands

if TYPE_CHECKING:
    from desktop.ui.departments.screen import DepartmentsScreen

translate = QCoreApplication.translate

SCOPE = "departments"

Row = tuple[str, str, Callable[[], object], str, Callable[[], bool] | None]

IN_MENU = (
    ("inbox.receive", "inbox.begin", "reply.open", "reply.first"),
    ("inbox.give_back", "inbox.support", "clock.extend"),
    ("inbox.print", "inbox.save", "inbox.save_unmasked"),
)


def commands(screen: DepartmentsScreen) -> list[Command]:
    """The keys are in ``desktop.ui.keys``."""
    view, box, acts = screen.view, screen.panel.box, screen.acts

    def on(name: str) -> Callable[[], bool]:
        return lambda: any(acts.may(name, row) for row in screen.rows())

    def one() -> bool:
        return screen.row() is not None

    def can_begin() -> bool:
        return on("begin")() or on("receive")()

    def sees_all() -> bool:
        return one() and screen.sees_personal_data()

    def act(name: str) -> Callable[[], object]:
        return lambda: screen.act(name)

    listed: list[Row] = [
        ("list.next", translate("Inbox", "다음 건"), lambda: view.step(1), "", None),
        ("list.previous", translate("Inbox", "이전 건"), lambda: view.step(-1), "", None),
        ("list.select", translate("Inbox", "건 고르기"), lambda: view.toggle_check(), "square-check", None),
        ("list.open", translate("Inbox", "건 열기"), screen.open, "book-open", one),
        ("inbox.department", translate("Inbox", "접수함 고르기"), screen.choose_department, "users", None),
    ]
    worked: list[Row] = [
        ("inbox.receive", translate("Inbox", "접수하기"), act("receive"), "check", on("receive")),
        ("inbox.begin", translate("Inbox", "처리 시작하기"), act("begin"), "play", can_begin),
        (
            "inbox.give_back",
            translate("Inbox", "재지정 요청하기"),
            act("give_back"),
            "undo-2",
            on("give_back"),
        ),
        ("inbox.support", translate("Inbox", "협조 부서 추가"), act("support"), "users", on("support")),
        ("clock.extend", translate("Inbox", "기한 연장"), act("extend"), "clock", on("extend")),
        ("clock.why", translate("Inbox", "기한 계산 보기"), screen.panel.why_button.toggle, "clock", one),
        ("inbox.print", translate("Inbox", "전달 문서 인쇄"), act("print"), "file-text", one),
        ("inbox.save", translate("Inbox", "전달 문서 저장"), act("save"), "save", one),
        (
            "inbox.save_unmasked",
            translate("Inbox", "개인정보를 가리지 않고 전달 문서 저장"),
            act("save_unmasked"),
            "eye",
            sees_all,
        ),
    ]
    first = translate("Inbox", "1차 답변 작성하기")
    answered: list[Row] = [
        ("reply.open", translate("Inbox", "답변 작성하기"), act("answer"), "reply", on("answer")),
        ("reply.first", first, lambda: screen.beside.write("first"), "reply", on("answer")),
        ("reply.send", translate("Inbox", "답변 올리기"), box.submit, "send", box.isVisible),
        ("reply.save", translate("Inbox", "답변 임시 저장"), box.save, "save", box.isVisible),
    ]
    return [
        Command(identity, text, run, icon=icon, group=group, enabled=enabled)
        for group, rows in (("list", listed), ("inbox", worked), ("answer", answered))
        for identity, text, run, icon, enabled in rows
    ]


def show_menu(registry: Commands, screen: DepartmentsScreen, at: QPoint) -> QMenu:
    """What can be done now with what is chosen."""
    menu = QMenu(screen)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for group in IN_MENU:
        for identity in group:
            command = registry.find(identity, SCOPE)
            if command is None or not command.allowed():
                continue
            key = keys.shown(registry.key(command))
            action = menu.addAction(f"{command.text}\t{key}" if key else command.text)
            action.triggered.connect(lambda _=False, identity=identity: registry.run(identity, SCOPE))
        menu.addSeparator()
    menu.popup(at)
    return menu
