"""부서 접수: the inbox of a department, the most urgent first, with the case beside it.

Owns what is on show; what is done is in ``acts.py``. It lists what one department and those below it were
sent and nothing else; somebody of a department cannot choose another one.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from desktop.ui import keys
from desktop.ui.commands import Command
from desktop.ui.departments import commands, sources
from desktop.ui.departments.acts import InboxActs
from desktop.ui.departments.beside import Beside
from desktop.ui.departments.head import InboxHead
from desktop.ui.departments.panel import CasePanel
from desktop.ui.departments.picker import InboxPicker
from desktop.ui.departments.sources import InboxSource, Wanted
from desktop.ui.detail.links import open_in_browser
from desktop.ui.lists.emptiness import Emptiness, Words
from desktop.ui.lists.model import FIRST_PAGE, CardModel
from desktop.ui.lists.paints import Paints
from desktop.ui.lists.view import CardView
from desktop.ui.theme.style import theme
from desktop.ui.widgets.soon import Soon

translate = QCoreApplication.translate
log = logging.getLogger(__name__)

SCOPE = commands.SCOPE
LAST = "inbox/department"
"""The setting that keeps whose inbox was looked into last."""

AGAIN_MS = 120
PASSING_MS = 60_000
"""Numbers and lists of what is due are asked for again this often, though nobody has changed anything."""

MOST_CHANGED = 200
"""Cases changed at once that are looked up one by one; with more the list is read again."""


class DepartmentsScreen(QWidget):
    """The screen of the rail."""

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.wanted = Wanted("")
        self._started = False
        self._open_wanted: int | None = None
        self._changed_cases: set[int] = set()
        self._stale = False
        self._picked: Callable[[str, str], None] = self._department_picked
        self.setObjectName(SCOPE)
        self.setProperty("kind", "page")
        self.paints = Paints(self)
        self.model = CardModel(bridge, parent=self)
        self.view = CardView(self.model, self.paints, translate("Inbox", "접수함"), self)
        self.view.setAccessibleIdentifier("cards-inbox")
        self.view.setDragEnabled(False)  # there is nowhere to carry a case to
        self.view.setAcceptDrops(False)
        self.acts = InboxActs(bridge, self, self._pick)
        self.head = InboxHead(self)
        self.panel = CasePanel(bridge, self.acts.may, self)
        self.beside = Beside(bridge, self.panel, self.acts, self.row)
        self.picker = InboxPicker(self)
        self.empty = Emptiness(self.view, self._empty_words)
        self._lay_out()
        self._soon = Soon(self._take_changes, AGAIN_MS, self)
        self._passing = QTimer(self, interval=PASSING_MS)
        self._passing.timeout.connect(self._time_passed)
        self._connect()

    # --- building -------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 16)
        whole.setSpacing(10)
        whole.addWidget(self.head)
        frame = QFrame(self)
        frame.setProperty("kind", "column")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(9, 9, 3, 3)
        inner.addWidget(self.view)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(12)
        self.split.addWidget(frame)
        self.split.addWidget(self.panel)
        self.split.setStretchFactor(0, 4)
        self.split.setStretchFactor(1, 5)
        whole.addWidget(self.split, 1)
        self._pulled = False
        self.split.splitterMoved.connect(self._was_pulled)
        self.setFocusProxy(self.view)

    def _was_pulled(self) -> None:
        self._pulled = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._pulled:
            width = self.split.width()
            left = max(width * 2 // 5, min(theme().px(300), width // 2))
            self.split.setSizes([left, width - left])

    def _connect(self) -> None:
        bridge = self._bridge
        keys.attach(self.view, bridge.commands, SCOPE)
        keys.attach(self.panel.thread, bridge.commands, SCOPE)
        self.view.command.connect(lambda identity: bridge.commands.run(identity, SCOPE))
        self.view.menu_wanted.connect(lambda at: commands.show_menu(bridge.commands, self, at))
        self.view.chosen.connect(self.beside.follow)
        self.view.installEventFilter(self)
        self.panel.installEventFilter(self)
        self.panel.box.editor.installEventFilter(self)
        self.panel.act.connect(self.act)
        self.panel.web_link.connect(open_in_browser)
        self.beside.done.connect(self.view.setFocus)
        self.head.which.connect(self._choose_which)
        self.head.searched.connect(self.search)
        self.head.department_wanted.connect(self.choose_department)
        self.picker.picked.connect(lambda code, name: self._picked(code, name))
        self.picker.left.connect(self.view.setFocus)
        self.model.modelReset.connect(self._choose_first)
        bridge.changed.connect(self._changed)
        bridge.who_changed.connect(self._who_changed)

    # --- a screen -------------------------------------------------------------------------------------

    def title(self) -> str:
        return translate("Inbox", "부서 접수")

    def activate(self) -> None:
        """The screen has come to the front."""
        if not self._started:
            self._started = True
            self._bridge.spawn(self._begin(), "inbox")
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self, text: str) -> None:
        """Show only what holds all these words."""
        text = " ".join(text.split())
        if " ".join(self.head.line.text_now().split()) != text:
            self.head.line.setText(text)
        if text != self.wanted.text:
            self.show_inbox(replace(self.wanted, text=text))

    def focus_search(self) -> None:
        self.head.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.line.selectAll()

    async def flush(self) -> None:
        """Have what is being typed stored."""
        await self.beside.flush()

    def commands(self) -> Sequence[Command]:
        return commands.commands(self)

    # --- whose inbox ----------------------------------------------------------------------------------

    def own_department(self) -> str:
        """The only department (with those below it) that the person here may look into; "" for any."""
        who = self._bridge.who
        return who.department if who is not None and who.role == "department" else ""

    async def _begin(self) -> None:
        last = self._bridge.prefs.text(LAST)
        code = await self._bridge.read(sources.first_department, self.own_department(), last)
        if not self.wanted.department:
            self.show_inbox(replace(self.wanted, department=code))

    def _who_changed(self) -> None:
        own = self.own_department()
        if self._started and own:
            # Whatever was on show before it was known who sits here.
            self.beside.clear()
            self.show_inbox(Wanted(own))

    def choose_department(self) -> None:
        self._bridge.spawn(self._offer_departments(), "departments")

    async def _offer_departments(self) -> None:
        choice = await self._bridge.read(sources.read_choice, self.own_department())
        self._picked = self._department_picked
        at = self.head.department.mapTo(self, QPoint(0, self.head.department.height() + 4))
        self.picker.choose(choice, at)

    def _department_picked(self, code: str, _name: str) -> None:
        self._bridge.prefs.put(LAST, code)
        self.head.line.clear()
        self.show_inbox(Wanted(code))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick(self, index: Any, title: str, picked: Callable[[str, str], None]) -> None:
        """Let a department be picked for something else than a look into its inbox."""

        def then(code: str, name: str) -> None:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            picked(code, name)

        self._picked = then
        at = self.panel.mapTo(self, QPoint(24, 80))
        self.picker.show_for(index, (), at, title=title)

    # --- the list -------------------------------------------------------------------------------------

    def show_inbox(self, wanted: Wanted) -> None:
        """Show other rows from the top."""
        self.wanted = wanted
        self.head.show_which(wanted.which)
        self._changed_cases.clear()
        if wanted.department:
            self._bridge.spawn(self._read_inbox(wanted), "inbox")
        else:
            self.model.show(InboxSource(wanted), [])
            self.head.show_department("")

    async def _read_inbox(self, wanted: Wanted) -> None:
        """What fills the tallest screen, with its numbers, in one reading; more comes while it is walked."""
        source = InboxSource(wanted)
        try:
            head, cards = await self._bridge.read(sources.read_inbox, source, FIRST_PAGE)
        except Exception:
            log.exception("an inbox could not be read")
            if wanted == self.wanted:
                self.model.set_source(source)  # it says so in the list, with a way to try again
            return
        if wanted == self.wanted:
            self._show_head(head)
            self.model.show(source, cards)
            self.view.scrollToTop()

    def _choose_which(self, which: str) -> None:
        self.show_inbox(replace(self.wanted, which=which))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read_head(self) -> None:
        if self.wanted.department:
            self._bridge.spawn(self._renew_head(self.wanted.department), "inbox numbers")

    async def _renew_head(self, department: str) -> None:
        self._show_head(await self._bridge.read(sources.read_head, department))

    def _show_head(self, head: sources.Head) -> None:
        if head.department == self.wanted.department:
            self.head.show_department(head.name)
            self.head.show_counts(head.counts)

    def _choose_first(self) -> None:
        """After another list was read: the case that was asked for, the one on show, or the first."""
        asked, self._open_wanted = self._open_wanted, None
        row = self.model.row_of(asked if asked is not None else self.beside.shown_id() or 0)
        if row >= 0:
            self.view.go_to_row(row)
        elif asked is not None or self.panel.box.isVisible():
            return  # somebody reads or writes there; the list is further up
        elif self.model.rowCount():
            self.view.go_to_row(0)
        elif self.panel.loaded is not None:
            self.beside.clear()

    def open_forwarding(self, forwarding_id: int, *, write: bool = False) -> None:
        """Show this case, wherever it stands in the list; ``write``: with the cursor in its answer."""
        self._bridge.spawn(self._open(forwarding_id, write), "inbox")

    async def _open(self, forwarding_id: int, write: bool) -> None:
        wanted = await self._bridge.read(sources.where, forwarding_id, self.own_department())
        if wanted is None:
            return
        self._started = True
        if self.wanted != wanted:
            self._open_wanted = forwarding_id
            self.show_inbox(wanted)
        await self.beside.show(forwarding_id)
        at = self.model.row_of(forwarding_id)
        if at >= 0:
            self.view.go_to_row(at)
        if write:
            self.panel.write_answer()

    def writes_to(self, forwarding_id: int) -> bool:
        """Whether the answer to this case lies open."""
        return self.beside.shown_id() == forwarding_id and self.panel.box.isVisible()

    def row(self) -> Any:
        """The row in use, as the list has it; None where there is none."""
        card = self.view.current_card()
        return None if card is None else card.row

    def rows(self) -> list[Any]:
        """The rows that were chosen; the one in use where none was."""
        return [card.row for card in self.view.selected_cards()]

    # --- acts -----------------------------------------------------------------------------------------

    def open(self) -> None:
        """Enter: into the case, which has been looked at by that."""
        self.beside.load()
        self.beside.mark_seen()
        self.panel.thread.setFocus(Qt.FocusReason.OtherFocusReason)

    def act(self, name: str) -> None:
        """Do what a button, a key or the menu names with what is chosen."""
        shown = self.panel.loaded
        row = self.row() or (shown.row if shown is not None else None)
        if row is None:
            return
        if name == "answer":
            self.beside.write()
        elif name in ("receive", "begin"):
            getattr(self.acts, name)(self.rows() or [row])
        else:
            getattr(self.acts, name)(row)

    def sees_personal_data(self) -> bool:
        return bool(self._bridge.may("case.unmask"))

    # --- what changes ---------------------------------------------------------------------------------

    def _changed(self, changes: Any) -> None:
        if not self._started or not self.wanted.department:
            return
        if "departments" in changes.others:
            self._read_head()
        if not (changes.cases or changes.others & {"forwardings", "clocks"}):
            return
        self._changed_cases |= set(changes.cases)
        self._stale = self._stale or "clocks" in changes.others or len(self._changed_cases) > MOST_CHANGED
        if self.isVisible():
            self._soon.ask()

    def _take_changes(self) -> None:
        changed, self._changed_cases = self._changed_cases, set()
        stale, self._stale = self._stale, False
        self._read_head()
        if stale:
            self.model.reload()
        elif changed:
            self._bridge.spawn(self._renew(sorted(changed)), "inbox changes")
        loaded = self.panel.loaded
        if loaded is not None and (stale or loaded.row.case_id in changed):
            self.beside.load()

    async def _renew(self, case_ids: list[int]) -> None:
        source = InboxSource(self.wanted)
        touched, cards = await self._bridge.read(sources.read_changed, case_ids, source)
        if source.wanted != self.wanted or not self.model.loaded:
            return
        fitting = {card.key for card in cards}
        gone = [key for key in touched if key not in fitting and self.model.card_of(key) is not None]
        current = self.view.currentIndex().row()
        if gone:
            self.model.remove(gone)
        if cards:
            self.model.upsert(cards)
        if gone and self.row() is None and self.model.rowCount():
            self.view.go_to_row(current)

    def _time_passed(self) -> None:
        self._read_head()
        if self.wanted.which in ("today", "late") and self.view.at_top() and not self.view.busy():
            self.model.reload()

    def _empty_words(self) -> Words:
        if not self.wanted.department:
            return Words(
                translate("Inbox", "아직 부서에 전달된 건이 없습니다"),
                translate("Inbox", "보드에서 글을 부서로 이관하면 그 부서의 접수함에 나타납니다."),
                "inbox",
                translate("Inbox", "부서 고르기"),
                self.choose_department,
            )
        if self.wanted.text:
            return Words(
                translate("Inbox", "찾는 건이 없습니다"),
                translate("Inbox", "다른 말로 찾거나 찾는 말을 지워 주세요."),
                "search",
                translate("Inbox", "찾는 말 지우기"),
                lambda: self.search(""),
            )
        if self.wanted.which:
            return Words(
                translate("Inbox", "이 조건에 맞는 건이 없습니다"),
                translate("Inbox", "조건을 빼면 처리할 건이 모두 보입니다."),
                "list-filter",
                translate("Inbox", "처리할 건 모두 보기"),
                lambda: self._choose_which(""),
            )
        return Words(
            translate("Inbox", "처리할 건이 없습니다"),
            translate("Inbox", "전달된 건은 모두 처리했습니다. 새로 오면 바로 나타납니다."),
            "check-check",
            translate("Inbox", "끝난 건 보기"),
            lambda: self._choose_which("closed"),
        )

    # --- events ---------------------------------------------------------------------------------------

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            return self._escape(watched, event)
        return False

    def _escape(self, watched: Any, event: QKeyEvent) -> bool:
        """Esc: out of the answer (it stays as a draft), out of a choice of several."""
        if watched is self.panel.box.editor:
            busy = True
        else:
            busy = watched is self.view and len(self.view.selectionModel().selectedRows()) > 1
        if event.type() == QEvent.Type.ShortcutOverride and busy:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress or not busy:
            return False
        if watched is self.view:
            return self.view.clear_choice()
        self.panel.box.leave()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._passing.start()
        if self._changed_cases or self._stale:
            self._soon.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._passing.stop()
        self._soon.stop()
        self.beside.rest()
