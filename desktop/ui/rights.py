"""What the window offers to whom: the right that each command needs, and the screens of each role.

The workspace asks again in every writing function (``models.permissions``); this only spares people buttons
that would be refused, and says why.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate

OF_COMMAND: dict[str, str] = {
    "track": "case.sort",
    "card": "case.sort",
    "case": "case.sort",
    "post.department": "case.sort",
    "post.read": "case.sort",
    "post.star": "case.sort",
    "post.note": "case.note",
    "post.unmask": "case.unmask",
    "clock.kind": "case.clock",
    "clock.pause": "case.clock",
    "clock.extend": "case.clock",
    "clock.notice": "reply.write",
    "reply": "reply.write",
    "channels.add": "channel.edit",
    "channels.import": "channel.edit",
    "channels.by_hand": "post.keep",
    "channel.edit": "channel.edit",
    "channel.sign_in": "channel.edit",
    "channel.enable": "channel.edit",
    "channel.remove": "channel.edit",
    "agenda": "meeting.plan",
    "meeting.new": "meeting.plan",
    "decision": "meeting.decide",
    "idea.edit": "idea.review",
    "idea.merge": "idea.edit",
    "meetups": "meetup.plan",
    "quick": "reply.write",
    "post.meetup": "meetup.invite",
    "go.log": "log.read",
    "log": "log.read",
    "log.export": "log.export",
}
"""Id of a command, or what stands before its dot, → the right that it needs. The whole id counts first."""

FIRST_SCREENS: dict[str, tuple[str, ...]] = {
    "department": ("departments", "meetings", "settings"),
    "media": ("channels", "timeline", "board", "log", "settings"),
}
"""Screens of a role, its first one first; the roles that are not here see all in the usual order."""


def right_of(command: str) -> str:
    """The right that a command needs; "" for one that everybody may run."""
    return OF_COMMAND.get(command) or OF_COMMAND.get(command.partition(".")[0], "")


def screens_of(role: str, names: list[str], may: Any) -> list[str]:
    """Which of these screens the rail shows to a role, in which order; the settings stand at its foot."""
    chosen = [name for name in FIRST_SCREENS.get(role, names) if name in names]
    return [name for name in chosen if not right_of(f"go.{name}") or may(right_of(f"go.{name}"))]


def role_word(role: str) -> str:
    """What somebody works here as."""
    return {
        "admin": translate("Roles", "관리자"),
        "triage": translate("Roles", "분류 담당"),
        "spokesperson": translate("Roles", "대변인"),
        "mayor": translate("Roles", "시장"),
        "department": translate("Roles", "부서 담당"),
        "media": translate("Roles", "채널 운영"),
        "viewer": translate("Roles", "보기만"),
    }.get(role, role)


def role_sentence(role: str) -> str:
    """What somebody of a role may do."""
    return {
        "admin": translate("Roles", "모든 일을 하고, 구성원을 정합니다."),
        "triage": translate("Roles", "분류하고 이관하고 답변합니다. 부서와 기한을 정합니다."),
        "spokesperson": translate("Roles", "분류하고 답변하고 답변을 승인합니다."),
        "mayor": translate("Roles", "분류하고 답변하고 답변을 승인합니다. 시장 명의로 말합니다."),
        "department": translate("Roles", "이관받은 건을 접수하고 답변합니다."),
        "media": translate("Roles", "채널과 계정을 관리합니다."),
        "viewer": translate("Roles", "보기만 합니다."),
    }.get(role, "")


def why_not(right: str, role: str) -> str:
    """Why somebody cannot do something, and who can."""
    from desktop.models.permissions import ROLES, allowed

    able = [role_word(other) for other in ROLES if allowed(other, right)]
    text = translate("Roles", "‘{role}’ 역할로는 할 수 없습니다. 할 수 있는 역할: {able}")
    return text.format(role=role_word(role), able=", ".join(able))


def mark(action: QAction, bridge: Any, right: str) -> None:
    """Switch an entry of a menu off where the person here has not the right; its tooltip says why."""
    if right and bridge is not None and not bridge.may(right):
        reason = why_not(right, bridge.who.role)
        action.setEnabled(False)
        action.setToolTip(reason)
        action.setStatusTip(reason)


class Guard(QObject):
    """Keeps a widget disabled while the person here has not the right, whatever else enables it; the tooltip
    says why. Lives as long as the widget."""

    def __init__(self, bridge: Any, widget: QWidget, right: str) -> None:
        super().__init__(widget)
        self._bridge, self._widget, self._right = bridge, widget, right
        self._mine = False
        self._tip = ""
        widget.installEventFilter(self)
        bridge.who_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """The person here has another role."""
        allowed = self._bridge.may(self._right)
        if not allowed and not self._mine:
            self._mine, self._tip = True, self._widget.toolTip()
            self._widget.setEnabled(False)
        elif allowed and self._mine:
            self._mine = False
            self._widget.setToolTip(self._tip)
            self._widget.setEnabled(True)
        if self._mine:
            reason = why_not(self._right, self._bridge.who.role)
            self._widget.setToolTip(reason)
            self._widget.setAccessibleDescription(reason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.EnabledChange and self._mine and self._widget.isEnabled():
            self._widget.setEnabled(False)
        return False
