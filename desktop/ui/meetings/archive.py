"""All ideas, whatever became of them: the list at the left, the idea large beside it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.models import cases
from desktop.models.meetings import ideas
from desktop.ui import fmt, keys
from desktop.ui.lists.paints import Paints
from desktop.ui.meetings import idea_data
from desktop.ui.meetings.acts import MeetingActs
from desktop.ui.meetings.cards import Wanted
from desktop.ui.meetings.idea_list import IdeaList
from desktop.ui.meetings.idea_page import IdeaPage
from desktop.ui.widgets.soon import Reading

translate = QCoreApplication.translate

VIEWS = ("open", "agenda", "untold", "adopted", "late", "rejected", "held", "all")
AGAIN_MS = 60
SCOPE = "meetings"


class Archive(QWidget):
    """The tab "아이디어"."""

    menu_wanted = Signal(QPoint)

    def __init__(self, bridge: Any, paints: Paints, acts: MeetingActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._paints, self._acts = bridge, paints, acts
        self._case = 0
        self._seen_beside: Wanted | None = None  # the list beside which an idea was asked for by itself
        self._reading = Reading(bridge, self._load, "idea")
        self._timer = QTimer(self, interval=AGAIN_MS, singleShot=True)
        self._timer.timeout.connect(self.reload)
        bridge.changed.connect(self._changed)

    @cached_property
    def ideas(self) -> IdeaList:
        """The list; with the page beside it made when somebody first looks here, not with the screen."""
        made = IdeaList(self._bridge, self._paints, VIEWS, translate("Meetings", "아이디어 목록"), self)
        made.chosen.connect(self._chosen)
        made.model.state_changed.connect(self._show_emptiness)
        made.view.menu_wanted.connect(self.menu_wanted)
        made.view.command.connect(lambda identity: self._bridge.commands.run(identity, SCOPE))
        keys.attach(made.view, self._bridge.commands, SCOPE)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(12)
        split.addWidget(made)
        split.addWidget(self.page)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setSizes([500, 500])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(split)
        return made

    @cached_property
    def page(self) -> IdeaPage:
        made = IdeaPage(self)
        made.acted.connect(lambda name, case_id: self._acts.run(name, case_id, made.loaded))
        keys.attach(made, self._bridge.commands, SCOPE)
        return made

    def start(self) -> None:
        self.ideas.start()

    def search(self, text: str) -> None:
        self.ideas.show_wanted(replace(self.ideas.wanted(), text=" ".join(text.split()), view="all"))

    def see(self, case_id: int) -> None:
        """Show this idea, also where the list shows others."""
        self.ideas.start()
        self._case = case_id
        self._seen_beside = self.ideas.wanted()
        self.ideas.view.select_keys([case_id])
        self.reload()

    def merge_selected(self) -> None:
        """Make one idea of those chosen; the first filer is kept."""
        if self.can_merge():
            self._bridge.spawn(self._merge(self.ideas.selected()), "merge ideas")

    def can_merge(self) -> bool:
        return "ideas" in vars(self) and self.ideas.view.hasFocus() and len(self.ideas.selected()) > 1

    async def _merge(self, chosen: list[int]) -> None:
        step = cases.new_step()
        kept = await self._bridge.write(ideas.merge, chosen, step=step)
        text = translate("Meetings", "{n}건을 하나로 합쳤습니다. 먼저 낸 제안이 남습니다")
        self._bridge.did(text.format(n=fmt.number(len(chosen))), step)
        self.see(kept)

    def _chosen(self) -> None:
        case_id = self.ideas.current()
        if case_id is not None and case_id != self._case:
            self._case = case_id
            self._seen_beside = None
            self._timer.start()  # J held down goes past many

    def _show_emptiness(self) -> None:
        """Beside a list without ideas none lies open that somebody might take for what was found."""
        model = self.ideas.model
        if not model.loaded or model.loading or self._seen_beside == self.ideas.wanted():
            return
        here = translate("Meetings", "아이디어를 고르면 여기에서 볼 수 있습니다.")
        if not model.rowCount():
            self._case = 0
            self.page.show_nothing(self.ideas.empty_words().title, here)  # what to do stands in the list
        elif not self._case and self.page.loaded is None:
            self.page.show_nothing(here, translate("Meetings", "목록에서 아이디어를 하나 골라 주세요."))

    def reload(self) -> None:
        """Read the idea on show once more."""
        if self._case:
            self._reading.ask()

    async def _load(self) -> None:
        wanted = self._case
        loaded = await self._bridge.read(idea_data.load, wanted)
        if wanted == self._case:
            self._show(loaded)
        if not self._reading.again:
            self._bridge.spawn(idea_data.find_twins(self._bridge, self.page), "similar ideas")

    def _show(self, loaded: idea_data.Loaded | None) -> None:
        if loaded is None:
            self._case = 0
            self.page.show_nothing(
                translate("Meetings", "이제 아이디어가 아닌 글입니다."),
                translate("Meetings", "목록에서 다른 아이디어를 골라 주세요."),
            )
        else:
            self.page.show_idea(loaded)

    def _changed(self, changes: Any) -> None:
        if self.isVisible() and self._case and ("meetings" in changes.others or self._case in changes.cases):
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._case:
            self._timer.start()
