"""One meeting at work: its agenda at the left, beside it the pool to fill it from or the idea to decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.models.meetings import lists
from desktop.ui import keys, menus
from desktop.ui.lists.emptiness import Emptiness, Words
from desktop.ui.lists.model import CardModel
from desktop.ui.lists.paints import Paints
from desktop.ui.meetings import idea_data, meeting_data
from desktop.ui.meetings.acts import MeetingActs
from desktop.ui.meetings.agenda_list import AgendaPaints, AgendaView
from desktop.ui.meetings.cards import AgendaSource, agenda_cards
from desktop.ui.meetings.decision import DecisionPanel
from desktop.ui.meetings.filling import Filling
from desktop.ui.meetings.idea_list import IdeaList
from desktop.ui.meetings.idea_page import IdeaPage
from desktop.ui.meetings.meeting_data import choice_text, count_words
from desktop.ui.meetings.words import meeting_line, meeting_state_word
from desktop.ui.rights import Guard
from desktop.ui.widgets.buttons import Button, Segments
from desktop.ui.widgets.chips import Flow
from desktop.ui.widgets.labels import ElidedLabel, retone, tag
from desktop.ui.widgets.soon import Reading, Soon

translate = QCoreApplication.translate

AGAIN_MS = 60
SCOPE = "meetings"


class MeetingDesk(QWidget):
    """``shown``: the meeting and the idea that lie open have changed (for the presenter's view)."""

    shown = Signal()

    def __init__(self, bridge: Any, paints: Paints, acts: MeetingActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self.acts = bridge, acts
        self.whole: lists.Whole | None = None
        self.loaded: idea_data.Loaded | None = None
        self._meeting: int | None = None
        self._case = 0  # the idea of the agenda that lies open
        self._reading = Reading(bridge, self._load, "meeting")
        self._putting = False
        self._deciding = self._missed = self._advancing = False
        self._choice = (0, "")  # made before its idea lay open: (case, decision)
        self.filling = Filling(self)
        self._build(paints)
        self._timer = Soon(self.reload, AGAIN_MS, self)
        bridge.changed.connect(self._changed)
        acts.planned.connect(self.open_meeting)
        acts.decided.connect(self._decided)
        self._arrange()

    # --- building ---

    def _build(self, paints: Paints) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._make_bar())
        self.where = ElidedLabel("", "section", self)
        self.state = tag("", "", self)
        self.counts = ElidedLabel("", "meta", self)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.where.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        head.addWidget(self.where)
        head.addWidget(self.state)
        head.addWidget(self.counts, 1)
        head.addStretch(0)  # the mode stays at the right where there is no meeting yet
        head.addWidget(self._make_mode())
        column.addLayout(head)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(12)
        self.split.addWidget(self._make_agenda())
        self.split.addWidget(self._make_side(paints))
        self.split.setStretchFactor(0, 2)
        self.split.setStretchFactor(1, 3)
        self.split.setSizes([400, 600])
        column.addWidget(self.split, 1)

    def _make_bar(self) -> QWidget:
        holder = QWidget(self)
        flow = Flow(holder, spacing=6)
        self.choice = QComboBox(holder)
        self.choice.setAccessibleName(translate("Meetings", "회의 고르기"))
        self.choice.setMinimumContentsLength(24)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.activated.connect(lambda _: self.open_meeting(self.choice.currentData()))
        flow.addWidget(self.choice)
        rows = (
            ("new", translate("Meetings", "새 회의"), "plus", self.acts.plan),
            ("edit", translate("Meetings", "회의 고치기"), "pen-line", lambda: self._on(self.acts.edit)),
            ("start", translate("Meetings", "회의 시작하기"), "play", lambda: self._on(self.acts.start)),
            ("close", translate("Meetings", "회의 마치기"), "check-check", lambda: self._on(self.acts.close)),
            ("present", translate("Meetings", "발표 화면"), "monitor", lambda: self.present()),
            ("minutes", translate("Meetings", "회의록"), "file-text", lambda: self._on(self.acts.minutes)),
            (
                "remove",
                translate("Meetings", "회의 지우기"),
                "trash-2",
                lambda: self._on(self.acts.remove_meeting),
            ),
        )
        self.buttons: dict[str, Button] = {}
        for name, text, icon, run in rows:
            button = Button(text, holder, kind="primary" if name == "start" else "", icon=icon)
            button.clicked.connect(lambda _=False, run=run: run())
            self.buttons[name] = button
            flow.addWidget(button)
        return holder

    def _make_mode(self) -> QWidget:
        self.mode = Segments(
            translate("Meetings", "할 일"),
            [("pick", translate("Meetings", "안건 고르기")), ("decide", translate("Meetings", "심의하기"))],
            self,
        )
        self.mode.set_value("pick")
        self.mode.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.mode.chosen.connect(self.set_mode)
        return self.mode

    def _make_agenda(self) -> QWidget:
        frame = QFrame(self)
        frame.setProperty("kind", "column")
        column = QVBoxLayout(frame)
        column.setContentsMargins(8, 8, 4, 4)
        self.model = CardModel(self._bridge, parent=self)
        self.agenda = AgendaView(self.model, AgendaPaints(self), translate("Meetings", "안건"), frame)
        self.agenda.chosen.connect(self._agenda_chosen)
        self.agenda.dropped.connect(self.filling.dropped)
        self.agenda.menu_wanted.connect(self._agenda_menu)
        self.agenda.command.connect(lambda identity: self._bridge.commands.run(identity, SCOPE))
        keys.attach(self.agenda, self._bridge.commands, SCOPE)
        Emptiness(self.agenda, self._no_agenda)
        column.addWidget(self.agenda)
        frame.setMinimumWidth(240)
        return frame

    def _make_side(self, paints: Paints) -> QWidget:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.pool = IdeaList(self._bridge, paints, ("open",), translate("Meetings", "안건 후보"), side)
        self.pool.view.menu_wanted.connect(self._pool_menu)
        self.pool.view.command.connect(lambda identity: self._bridge.commands.run(identity, SCOPE))
        self.pool.view.dropped.connect(self.filling.dropped_back)
        keys.attach(self.pool.view, self._bridge.commands, SCOPE)
        self.add_button = Button(translate("Meetings", "안건에 올리기"), side, icon="plus", key="A")
        self.add_button.clicked.connect(lambda: self.filling.add_selected())
        self.pool.bar.addWidget(self.add_button)
        Guard(self._bridge, self.add_button, "meeting.plan")
        deciding = QWidget(side)
        inner = QVBoxLayout(deciding)
        inner.setContentsMargins(0, 0, 0, 0)
        self.page = IdeaPage(deciding)
        self.page.acted.connect(lambda name, case_id: self.acts.run(name, case_id, self.loaded))
        self.panel = DecisionPanel(self._bridge, deciding)
        self.panel.saved.connect(self._decide)
        inner.addWidget(self.page, 1)
        inner.addWidget(self.panel)
        keys.attach(self.page, self._bridge.commands, SCOPE)
        self.sides = QStackedWidget(side)
        self.sides.addWidget(self.pool)
        self.sides.addWidget(deciding)
        column.addWidget(self.sides, 1)
        return side

    # --- what is shown ---

    @property
    def meeting_id(self) -> int | None:
        """The meeting that is shown or on its way."""
        return self._meeting

    def start(self) -> None:
        """The screen came to the front."""
        self.pool.start()
        self.reload()

    def open_meeting(self, meeting_id: int | None) -> None:
        """Show this meeting."""
        if meeting_id is not None and meeting_id != self._meeting:
            self._meeting = meeting_id
            self._case = 0
            self.whole = None
        self.reload()

    def set_mode(self, mode: str) -> None:
        """Fill the agenda ("pick") or go through it ("decide")."""
        self.mode.set_value(mode)
        self._arrange()
        if mode == "decide":
            self._open_first()
            self.agenda.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.pool.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Read meetings, agenda and idea once more; several wishes at once become one reading."""
        self._reading.ask()

    async def _load(self) -> None:
        self._show(*await self._bridge.read(meeting_data.read, self._meeting, self._case, self._bridge.user))
        if not self._reading.again:
            self._bridge.spawn(idea_data.find_twins(self._bridge, self.page), "similar ideas")

    def _show(
        self, known: Sequence[lists.MeetingRow], whole: lists.Whole | None, loaded: Any, draft: str
    ) -> None:
        fresh = whole is not None and (self.whole is None or self.whole.meeting.id != whole.meeting.id)
        began = (
            whole is not None and self.whole is not None and not fresh
            and (self.whole.meeting.state, whole.meeting.state) == ("planned", "running")
        )  # fmt: skip
        self.whole = whole
        self._meeting = whole.meeting.id if whole is not None else None
        self._name_meetings(known)
        here = {} if fresh else {card.key: card for card in self.model.cards()}
        cards = agenda_cards(whole, here) if whole is not None else []
        if fresh or whole is None:
            source = AgendaSource(self._meeting or 0)
            self._putting = True
            self.model.show(source, cards)
            self._putting = False
        else:
            self._putting = True
            self.model.remove(here.keys() - {card.key for card in cards})
            self.model.upsert(card for card in cards if card is not here.get(card.key))
            self._putting = False
        if fresh and whole is not None:
            self.mode.set_value("pick" if whole.meeting.state == "planned" else "decide")
        elif began:
            self.mode.set_value("decide")
        if loaded is not None and loaded.item is None and loaded.row.case_id not in self.model.keys():
            loaded, self._case = None, 0  # it was taken off the agenda
        self.loaded = loaded
        self._arrange()
        self._show_idea(draft)
        if self.mode.value() == "decide" and not self._case:
            self._open_first()
        self.shown.emit()

    def _show_idea(self, draft: str) -> None:
        loaded, whole = self.loaded, self.whole
        self.agenda.show_case(self._case)
        if self._advancing:
            self._advancing = False
            self._mark(self._case)
            self.agenda.setFocus(Qt.FocusReason.OtherFocusReason)
        if loaded is None or whole is None:
            if not self._case:
                self.page.show_nothing(
                    translate("Meetings", "안건을 고르면 여기에서 심의합니다."),
                    translate("Meetings", "왼쪽 목록에서 고르거나 J, K 키로 옮겨 가세요."),
                )
                self.panel.hide()
                self.panel.forget()
            return
        place = next((n for n, row in enumerate(whole.agenda, 1) if row.item.case_id == self._case), 0)
        head = translate("Meetings", "안건 {n}/{all}").format(n=place, all=len(whole.agenda))
        self.page.show_idea(loaded, head=head)
        told = loaded.row.idea.told_ms is not None and loaded.row.idea.state in ("adopted", "rejected")
        may = self._bridge.may("meeting.decide", whole.meeting.state)
        deciding = loaded.item is not None and whole.meeting.state != "closed" and may and not told
        self.panel.setVisible(deciding)
        if deciding:
            self.panel.show_idea(self._case, loaded.item, loaded.departments, loaded.suggested, draft)
            (case, decision), self._choice = self._choice, (0, "")
            if case == self._case:
                self.panel.choose(decision)
        else:
            self.panel.forget()

    def _name_meetings(self, known: Sequence[lists.MeetingRow]) -> None:
        wanted = [(row.meeting.id, choice_text(row)) for row in known]
        now = [(self.choice.itemData(n), self.choice.itemText(n)) for n in range(self.choice.count())]
        if wanted != now:
            self.choice.clear()
            for meeting_id, text in wanted:
                self.choice.addItem(text, meeting_id)
        self.choice.setCurrentIndex(self.choice.findData(self._meeting))
        self.choice.setVisible(bool(wanted))

    def _arrange(self) -> None:
        """Offer what makes sense now, and name the meeting."""
        whole = self.whole
        state = whole.meeting.state if whole is not None else ""
        deciding = self.mode.value() == "decide"
        self.sides.setCurrentIndex(int(deciding))
        self.add_button.setEnabled(whole is not None and state != "closed")
        self.buttons["new"].setVisible(self._bridge.may("meeting.plan"))
        for name, states, right in (
            ("edit", ("planned", "running"), "meeting.plan"),
            ("start", ("planned",), "meeting.decide"),
            ("close", ("running",), "meeting.close"),
            ("remove", ("planned",), "meeting.plan"),
        ):
            self.buttons[name].setVisible(state in states and self._bridge.may(right, state))
        for name in ("present", "minutes"):
            self.buttons[name].setVisible(whole is not None)
        self.where.setVisible(whole is not None)
        self.state.setVisible(whole is not None)
        self.counts.setVisible(whole is not None)
        if whole is not None:
            self.where.setText(meeting_line(whole.meeting))
            self.state.setText(meeting_state_word(state))
            retone(self.state, "good" if state == "running" else "")
            self.counts.setText(count_words(whole))

    def _no_agenda(self) -> Words:
        if self.whole is None:
            return Words(
                translate("Meetings", "아직 회의가 없습니다"),
                translate("Meetings", "회의를 잡으면 아이디어를 안건으로 올릴 수 있습니다."),
                "calendar",
                translate("Meetings", "새 회의"),
                self.acts.plan,
            )
        return Words(
            translate("Meetings", "안건이 없습니다"),
            translate("Meetings", "오른쪽 후보를 끌어오거나 A 키로 올리세요."),
            "lightbulb",
        )

    # --- going through it ---

    def open_case(self, case_id: int) -> None:
        """Lay this idea of the agenda open."""
        if case_id != self._case:
            self.panel.keeper.flush()
            self._case = case_id
            self.agenda.show_case(case_id)
            self.reload()
        self._mark(case_id)

    def _mark(self, case_id: int) -> None:
        """Make it the current one of the list; on the way there Qt names the one before once more."""
        self._putting = True
        self.agenda.select_keys([case_id])
        self._putting = False

    def step(self, by: int) -> None:
        """J and K: the next or the previous idea, in the list that has the focus."""
        if self.pool.view.hasFocus():
            self.pool.view.step(by)
        elif self.mode.value() == "decide":
            order = [row.item.case_id for row in self.whole.agenda] if self.whole else []
            if order:
                at = order.index(self._case) + by if self._case in order else 0
                self.open_case(order[max(0, min(at, len(order) - 1))])
        else:
            self.agenda.step(by)

    def _agenda_chosen(self) -> None:
        card = self.agenda.current_card()
        if self._putting or card is None or self.mode.value() != "decide":
            return  # while rows change places Qt makes others current in passing
        if card.key != self._case:
            self.open_case(card.key)

    def _open_first(self) -> None:
        """The first idea without a decision; where all are decided the first."""
        if self._case or self.whole is None or not self.whole.agenda:
            return
        rows = self.whole.agenda
        self.open_case(next((r.item.case_id for r in rows if not r.item.decision), rows[0].item.case_id))

    def choose(self, decision: str) -> None:
        """Alt+1 to Alt+3."""
        if self.mode.value() != "decide":
            self.set_mode("decide")
        if self.panel.isVisible():
            self.panel.choose(decision)
        else:
            self._choice = (self._case, decision)

    def save(self) -> None:
        """Ctrl+Enter."""
        if self.panel.isVisible():
            self.panel.save()

    def _decide(self, decision: str, reason: str, owner: str, planned: str) -> None:
        if self._meeting is not None and self.loaded is not None and self.loaded.row.case_id == self._case:
            # What it changes is read together with the next idea, not once before and once with it.
            task = self.acts.decide(self._meeting, self.loaded, decision, reason, owner, planned)
            self._deciding = task is not None
            if task is not None:
                task.add_done_callback(lambda _: self._decision_over())

    def _decision_over(self) -> None:
        self._deciding = False
        if self._missed:
            self._missed = False
            self._timer.ask()

    def _decided(self, meeting_id: int, case_id: int) -> None:
        """The decision is stored: on to the next idea that has none."""
        if meeting_id != self._meeting or case_id != self._case or self.whole is None:
            return
        self._missed = False
        self.panel.stored()
        order = [row.item.case_id for row in self.whole.agenda]
        open_ = [
            row.item.case_id
            for row in self.whole.agenda
            if not row.item.decision and row.item.case_id != case_id
        ]
        at = order.index(case_id) if case_id in order else 0
        later = [case for case in order[at + 1 :] if case in open_] or open_
        if later:
            self._case = later[0]
        # List, focus and idea change in one paint, when all of it has been read.
        self._advancing = True
        self.reload()

    def present(self) -> None:
        """Open the view for a projector."""
        from desktop.ui.meetings.presenter import Presenter

        if self.whole is not None:
            self.set_mode("decide")
            Presenter.open_for(self)

    # --- menus and changes ---

    def _agenda_menu(self, at: QPoint) -> None:
        self._menu(at, ("list.open", "card.up", "card.down", "agenda.remove", "idea.edit", "idea.post"))

    def _pool_menu(self, at: QPoint) -> None:
        self._menu(at, ("agenda.add", "list.open", "idea.edit", "idea.post"))

    def _menu(self, at: QPoint, identities: Sequence[str]) -> None:
        menus.show(self, self._bridge, identities, SCOPE, at)

    def _on(self, work: Any) -> None:
        if self.whole is not None:
            work(self.whole)

    def _changed(self, changes: Any) -> None:
        ours = {self._case} | self.model.keys()
        if self.isVisible() and ("meetings" in changes.others or ours & changes.cases):
            if self._deciding:
                self._missed = True
            else:
                self._timer.ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.ask()
