"""Watches over one answer while it is written: what stands in it, who else writes, in whose name it would go.

Owns what is known of that and the claim on the case. It must not know how anything is shown, nor how it is
sent: ``changed`` says that something is otherwise, and the composer looks.
"""

from __future__ import annotations

import logging
import time
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from connectors.base import Action
from desktop.models.errors import WorkspaceError
from desktop.models.speaking import checks, commitments, leases
from desktop.models.speaking.checks import Finding
from desktop.models.speaking.commitments import Commitment
from desktop.models.speaking.leases import BeingWritten, LeaseRow

log = logging.getLogger(__name__)

PAUSE_MS = 200
"""After the last key, until the text is looked through."""
LINKS_MS = 1_200
RENEW_MS = 30_000


class Guard(QObject):
    """``changed`` when findings, standing or holder are others than before."""

    changed = Signal()

    def __init__(self, bridge: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._post: tuple[int, int | None] | None = None  # post, case
        self._channel_id: int | None = None
        self._private = False
        self._desk: Any = None
        self._text = ""
        self._claimed: int | None = None  # the case that is claimed for this window
        self._renewed_ms = 0
        self._links: Any = None
        self._dead: list[Finding] = []
        self.findings: list[Finding] = []
        self.commitments: list[Commitment] = []
        self._timer = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._link_timer = QTimer(self, interval=LINKS_MS, singleShot=True)
        self._link_timer.timeout.connect(self._try_links)
        self._end_timer = QTimer(self, singleShot=True)  # somebody else's claim runs out
        self._end_timer.timeout.connect(self.changed)

    # --- what is answered -----------------------------------------------------------------------------

    def open(self, post_id: int, case_id: int | None) -> None:
        """From now on the text answers this post. What was claimed for the one before is given back."""
        if self._post is not None and self._post != (post_id, case_id):
            self.close()
        self._post = (post_id, case_id)

    def close(self) -> None:
        self.give_back()
        self._timer.stop()
        self._link_timer.stop()
        self._post = None
        self._channel_id = None
        self._desk = None
        self._text = ""
        self._dead = []
        self.findings, self.commitments = [], []

    def choose(self, channel_id: int | None, *, private: bool) -> None:
        """The account that it would be sent from; reads what holds for it."""
        self._channel_id, self._private = channel_id, private
        if self._post is None or channel_id is None:
            self._desk = None
            return
        self._bridge.spawn(self._read(self._post, channel_id, private), "speaking")

    async def _read(self, post: tuple[int, int | None], channel_id: int, private: bool) -> None:
        from desktop.services import speaking

        action = Action.PRIVATE_REPLY if private else Action.REPLY
        now_ms = int(time.time() * 1000)
        found = await self._bridge.read(
            speaking.desk, post[0], channel_id, post[1], self._bridge.user, now_ms, action
        )
        if (post, channel_id, private) == (self._post, self._channel_id, self._private):
            self._desk = found
            other = self.holder()
            if other is not None:
                self._end_timer.start(max(other.until_ms - now_ms, 0) + 200)
            self._check()
            self.changed.emit()

    # --- what is known --------------------------------------------------------------------------------

    @property
    def standing(self) -> str:
        """ "free", "ask" or "no"; "" while it is not known."""
        return self._desk.standing if self._desk is not None else ""

    def holder(self) -> LeaseRow | None:
        """Somebody else, or this person in another window, who is writing now."""
        found: LeaseRow | None = self._desk.holder if self._desk is not None else None
        if found is None or found.until_ms <= time.time() * 1000:
            return None
        mine = found.user == self._bridge.user
        return None if mine and found.place == self._bridge.place else found

    def other_writer(self) -> LeaseRow | None:
        """Somebody else: until they are taken over from, nothing is sent."""
        found = self.holder()
        return found if found is not None and found.user != self._bridge.user else None

    def stops(self) -> list[Finding]:
        return checks.stops(self.findings)

    # --- typing ---------------------------------------------------------------------------------------

    def typed(self, text: str) -> None:
        """The text is another one."""
        if text == self._text:
            return
        self._text = text
        if text.strip():
            self.claim()
            self._timer.start()
            self._link_timer.start()
        else:
            self.look()

    def look(self) -> None:
        """Look through the text now."""
        self._timer.stop()
        before = (self.findings, self.commitments)
        self._check()
        if before != (self.findings, self.commitments):
            self.changed.emit()

    def _check(self) -> None:
        from desktop.models.deadlines.calendar import today_in_seoul

        if self._desk is None or not self._text.strip():
            self.findings, self.commitments = [], []
            return
        found = checks.check(self._text, self._desk.around)
        # The counter says how much is too long.
        own = [one for one in found if one.code != "check-too-long"]
        dead = [one for one in self._dead if self._text[one.start : one.end] == one.word]
        self.findings = own + dead
        self.commitments = commitments.find(self._text, today_in_seoul())

    def _try_links(self) -> None:
        if checks.addresses(self._text) and self._bridge.services is not None and self._bridge.online:
            self._bridge.spawn(self._find_dead(self._text), "links")

    async def _find_dead(self, text: str) -> None:
        from desktop.services.link_checks import LinkChecks

        if self._links is None:
            self._links = LinkChecks(self._bridge.services.http)
        try:
            self._dead = await self._links.dead(text)
        except Exception as error:
            log.info("the addresses of an answer could not be tried: %r", error)
            return
        self.look()

    # --- the claim ------------------------------------------------------------------------------------

    def claim(self, *, take_over: bool = False) -> None:
        """Say that somebody writes here; again every half minute while they type."""
        case_id = self._post[1] if self._post is not None else None
        if case_id is None or self._bridge.store is None or self._bridge.store.read_only:
            return
        now_ms = int(time.time() * 1000)
        fresh = self._claimed == case_id and now_ms - self._renewed_ms < RENEW_MS
        if fresh and not take_over and self.holder() is None:
            return
        if self.other_writer() is not None and not take_over:
            return
        self._claimed, self._renewed_ms = case_id, now_ms
        self._bridge.spawn(self._claim(case_id, take_over), "lease")

    async def _claim(self, case_id: int, take_over: bool) -> None:
        try:
            lease = await self._bridge.write(leases.claim, case_id, self._bridge.place, take_over=take_over)
        except BeingWritten as other:
            self._claimed = None
            lease = other.lease
        except WorkspaceError as error:
            # Writing goes on; what is wrong with the workspace is said where the draft is saved.
            log.warning("a case could not be claimed: %s", error)
            self._claimed = None
            return
        if self._desk is not None and self._post is not None and self._post[1] == case_id:
            import dataclasses

            self._desk = dataclasses.replace(self._desk, holder=lease)
            self.changed.emit()

    def give_back(self) -> None:
        """Nobody writes here any more. It is not waited for: it runs out by itself too."""
        case_id, self._claimed = self._claimed, None
        if case_id is None or self._bridge.store is None:
            return
        try:
            self._bridge.store.write(leases.release, case_id, self._bridge.place, actor=self._bridge.user)
        except RuntimeError as closed:
            log.info("a claim is left to run out: %s", closed)
