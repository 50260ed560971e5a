"""Turns the state of the services into banners: what lasts, in one sentence, with what helps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop.ui import fmt, i18n
from desktop.ui.settings import workspaces
from desktop.ui.shell import begun
from desktop.ui.widgets.banner import Act

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow
    from desktop.ui.shell.overview import Overview

translate = QCoreApplication.translate

TONES = {
    "offline": "warning",
    "vault-locked": "warning",
    "vault-missing": "warning",
    "read-only": "warning",
    "disk-full": "danger",
    "damaged": "danger",
    "sample": "warning",
}


class Conditions(QObject):
    """Listens to the services of one window as long as it lives."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._services = window.bridge.services
        self._waiting = 0
        status = getattr(self._services, "status", None)
        if status is not None:
            stop = status.subscribe(self.show)
            self.destroyed.connect(lambda: stop())
            for subject, code in status.all().items():
                self.show(subject, code)
        if status is not None and not window.bridge.store_is_sample():
            window.bridge.spawn(self._look_at_vault(), "vault")
        window.bridge.spawn(self._offer_drafts(), "drafts")

    def show(self, subject: str, code: str) -> None:
        window = self._window
        if subject == "online":
            window.bridge.set_online(code != "offline")
            window.refresh_overview()
        if subject == "sample":
            window.top.show_sample(bool(code))
        if subject == "collecting" and code == "other-program":
            window.status.work.setText(self._sentence(code))
            return
        if subject == "collecting":
            window.status.work.setText("")
        self._put(subject, code)

    @staticmethod
    def _sentence(code: str) -> str:
        from desktop.services.messages import sentence

        return sentence(code, i18n.language()) if code else ""

    def _put(self, subject: str, code: str) -> None:
        text = self._sentence(code)
        if code == "offline" and self._waiting:
            counted = translate("Banner", "대기 {count}건").format(count=fmt.number(self._waiting))
            text = f"{text} ({counted})"
        self._window.banners.put(
            subject, text, TONES.get(code, ""), self._acts(code), closable=subject == "vault"
        )

    def show_overview(self, now: Overview) -> None:
        """How many answers wait for the line; and whether there is one, where another program collects and
        only its channels tell."""
        status = getattr(self._services, "status", None)
        if status is None:
            return
        self._waiting = now.waiting
        if status.get("collecting") == "other-program":
            status.set("online", "offline" if now.no_line else "")
        if status.get("online") == "offline":
            self._put("online", "offline")

    def _acts(self, code: str) -> Sequence[Act]:
        bridge = self._window.bridge
        if code in ("vault-locked", "vault-missing"):
            return [(translate("Banner", "보관함 다시 확인하기"), lambda: bridge.spawn(self._check_vault()))]
        if code == "sample":
            return [(translate("Banner", "내 업무공간 열기"), partial(workspaces.open_own, bridge))]
        return []

    async def _check_vault(self) -> None:
        if self._services is None:
            return
        state = await self._services.vault.unlock()
        await self._say_vault(state)

    async def _look_at_vault(self) -> None:
        """A locked keyring matters only where a channel needs a sign-in."""
        from desktop.models import channels

        rows = await self._window.bridge.read(channels.list_channels, counts=False)
        if self._services is not None and any(row.account_id is not None for row in rows):
            await self._say_vault(await self._services.vault.state())

    async def _say_vault(self, state: str) -> None:
        if self._services is None:
            return
        code = {"locked": "vault-locked", "missing": "vault-missing"}.get(state, "")
        self._services.status.set("vault", code)

    async def _offer_drafts(self) -> None:
        """After a crash or a closed window: what was begun and not sent."""
        for offered in (begun.department_answers(self._window), begun.answers(self._window)):
            await offered.begin()
