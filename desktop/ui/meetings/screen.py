"""Meetings and ideas (제안 회의, 정책 아이디어): one tab to plan and hold meetings, one for all ideas."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from desktop.ui import menus
from desktop.ui.commands import Command
from desktop.ui.lists.paints import Paints
from desktop.ui.lists.view import CardView
from desktop.ui.meetings.acts import MeetingActs
from desktop.ui.meetings.archive import Archive
from desktop.ui.meetings.desk import MeetingDesk

translate = QCoreApplication.translate

SCOPE = "meetings"


class MeetingsScreen(QWidget):
    """The screen of the rail."""

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setObjectName(SCOPE)
        self.setProperty("kind", "page")
        paints = Paints(self)
        self.acts = MeetingActs(bridge, self)
        self.acts.see.connect(self.see)
        self.desk = MeetingDesk(bridge, paints, self.acts, self)
        self.archive = Archive(bridge, paints, self.acts, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(translate("Meetings", "회의와 아이디어"))
        self.tabs.tabBar().setAccessibleName(translate("Meetings", "회의와 아이디어"))
        self.tabs.addTab(self.desk, translate("Meetings", "회의"))
        self.tabs.addTab(self.archive, translate("Meetings", "아이디어"))
        self.tabs.currentChanged.connect(lambda _: self._tab_changed())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.addWidget(self.tabs)
        self.archive.menu_wanted.connect(self._archive_menu)

    # --- a screen ---

    def title(self) -> str:
        return translate("Meetings", "제안 회의와 아이디어")

    def activate(self) -> None:
        """The screen has just been brought to the front."""
        self._tab_changed()

    def search(self, text: str) -> None:
        """Show the ideas that hold these words."""
        self.tabs.setCurrentWidget(self.archive)
        self.archive.search(text)

    def focus_search(self) -> None:
        deciding = self.tabs.currentWidget() is self.desk and self.desk.mode.value() == "decide"
        if deciding:
            self.tabs.setCurrentWidget(self.archive)
        found = self.archive.ideas if self.tabs.currentWidget() is self.archive else self.desk.pool
        found.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        found.line.selectAll()

    def see(self, case_id: int) -> None:
        """Show this idea: where it is on the agenda in front, there; else among all ideas."""
        if self.tabs.currentWidget() is self.desk and case_id in self.desk.model.keys():
            self.desk.open_case(case_id)
            return
        self.tabs.setCurrentWidget(self.archive)
        self.archive.see(case_id)

    def show_idea(self, case_id: int) -> None:
        """From elsewhere in the window: show this idea among all."""
        self.tabs.setCurrentWidget(self.archive)
        self.archive.see(case_id)

    async def flush(self) -> None:
        """Keep the reason that is being typed."""
        await self.desk.panel.keeper.kept()

    def commands(self) -> Sequence[Command]:
        desk, archive = self.desk, self.archive

        def planning() -> bool:
            return self.tabs.currentWidget() is desk

        def has_idea() -> bool:
            return self._case() is not None

        def deciding() -> bool:
            whole = desk.whole
            return planning() and whole is not None and whole.meeting.state != "closed"

        def may_move() -> bool:
            return planning() and desk.agenda.hasFocus() and deciding()

        def made(
            identity: str,
            text: str,
            run: Callable[[], object],
            icon: str = "",
            enabled: Callable[[], bool] | None = None,
            group: str = "list",
        ) -> Command:
            return Command(identity, text, run, icon=icon, group=group, enabled=enabled)

        def decides(identity: str, text: str, run: Callable[[], object], icon: str) -> Command:
            return made(identity, text, run, icon, deciding, "meeting")

        def choose(decision: str) -> Callable[[], object]:
            return lambda: desk.choose(decision)

        return [
            made("list.next", translate("Meetings", "다음 아이디어"), lambda: self._step(1)),
            made("list.previous", translate("Meetings", "이전 아이디어"), lambda: self._step(-1)),
            made("list.select", translate("Meetings", "아이디어 고르기"), self._check, "square-check"),
            made("list.open", translate("Meetings", "아이디어 열기"), self._open, "book-open"),
            made(
                "agenda.add",
                translate("Meetings", "안건에 올리기"),
                desk.filling.add_selected,
                "plus",
                desk.filling.can_add,
            ),
            made(
                "agenda.remove",
                translate("Meetings", "안건에서 빼기"),
                desk.filling.remove_selected,
                "minus",
                desk.filling.can_remove,
            ),
            made(
                "card.up",
                translate("Meetings", "안건을 위로"),
                lambda: desk.filling.move(-1),
                "arrow-up",
                may_move,
            ),
            made(
                "card.down",
                translate("Meetings", "안건을 아래로"),
                lambda: desk.filling.move(1),
                "arrow-down",
                may_move,
            ),
            made(
                "idea.edit",
                translate("Meetings", "아이디어 고치기"),
                lambda: self._on_idea("edit"),
                "pen-line",
                has_idea,
            ),
            made(
                "idea.post",
                translate("Meetings", "원문과 이력 보기"),
                lambda: self._on_idea("open"),
                "book-open",
                has_idea,
            ),
            made(
                "idea.merge",
                translate("Meetings", "고른 아이디어 하나로 합치기"),
                archive.merge_selected,
                "group",
                archive.can_merge,
            ),
            decides("decision.adopt", translate("Meetings", "채택하기"), choose("adopted"), "check"),
            decides("decision.hold", translate("Meetings", "보류하기"), choose("held"), "pause"),
            decides("decision.reject", translate("Meetings", "불채택하기"), choose("rejected"), "x"),
            decides("decision.save", translate("Meetings", "결정을 저장하고 다음"), desk.save, "save"),
            made("meeting.new", translate("Meetings", "새 회의"), self.acts.plan, "plus", group="meeting"),
            made(
                "meeting.present",
                translate("Meetings", "발표 화면 열기"),
                desk.present,
                "monitor",
                lambda: planning() and desk.whole is not None,
                "meeting",
            ),
            made(
                "meeting.mode",
                translate("Meetings", "안건 고르기와 심의하기 바꾸기"),
                self._other_mode,
                "repeat-2",
                planning,
                "meeting",
            ),
        ]

    # --- inside ---

    def _tab_changed(self) -> None:
        if self.tabs.currentWidget() is self.desk:
            self.desk.start()
            deciding = self.desk.mode.value() == "decide"
            view: QWidget = self.desk.agenda if deciding else self.desk.pool.view
        else:
            self.archive.start()
            view = self.archive.ideas.view
        self.setFocusProxy(view)
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list(self) -> CardView:
        if self.tabs.currentWidget() is self.archive:
            return self.archive.ideas.view
        return self.desk.pool.view if self.desk.pool.view.hasFocus() else self.desk.agenda

    def _step(self, by: int) -> None:
        if self.tabs.currentWidget() is self.archive:
            self.archive.ideas.view.step(by)
        else:
            self.desk.step(by)

    def _check(self) -> None:
        self._list().toggle_check()

    def _open(self) -> None:
        """Enter: on the pool it puts on the agenda, on the agenda it opens the idea, among all the post."""
        if self.tabs.currentWidget() is self.archive:
            self._on_idea("open")
        elif self.desk.filling.can_add():
            self.desk.filling.add_selected()
        else:
            card = self.desk.agenda.current_card()
            if card is not None:
                self.desk.set_mode("decide")
                self.desk.open_case(card.key)

    def _other_mode(self) -> None:
        self.desk.set_mode("pick" if self.desk.mode.value() == "decide" else "decide")

    def _case(self) -> int | None:
        """The idea that a command would be about."""
        if self.tabs.currentWidget() is self.archive:
            return self.archive.ideas.current()
        card = self._list().current_card()
        return None if card is None else card.key

    def _on_idea(self, name: str) -> None:
        case_id = self._case()
        if case_id is not None:
            self._bridge.spawn(self._run_on(name, case_id), f"idea {name}")

    async def _run_on(self, name: str, case_id: int) -> None:
        from desktop.ui.meetings import idea_data

        self.acts.run(name, case_id, await self._bridge.read(idea_data.load, case_id))

    def _archive_menu(self, at: QPoint) -> None:
        menus.show(self, self._bridge, ("list.open", "idea.edit", "idea.merge"), SCOPE, at)
