"""번개팅: the month and its meet-ups at the left, the chosen one with its three pages at the right.

Owns what is on show; what is done is in ``acts.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import fmt, keys, menus
from desktop.ui.commands import Command
from desktop.ui.meetups import data, words
from desktop.ui.meetups.acts import MeetupActs
from desktop.ui.meetups.commands import SCOPE, commands_of
from desktop.ui.meetups.listing import MeetupList
from desktop.ui.meetups.month import Month
from desktop.ui.meetups.panels import AfterPage, GuestsPage, InvitationsPage, Page
from desktop.ui.meetups.table import Table
from desktop.ui.rights import Guard, right_of
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button, Segments
from desktop.ui.widgets.chips import Flow
from desktop.ui.widgets.labels import label, retone, tag
from desktop.ui.widgets.soon import Reading
from desktop.ui.widgets.states import EmptyState

translate = QCoreApplication.translate

AGAIN_MS = 120
LEFT_PX = 284


class MeetupsScreen(QWidget):
    """The screen of the rail."""

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._meetup: Any = None
        self._wanted: int | None = None
        self._search = ""
        self._reading = Reading(bridge, self._load, "meetups")
        self._drawn: list[Any] = []
        self.setObjectName(SCOPE)
        self.setProperty("kind", "page")
        self.acts = MeetupActs(bridge, self, lambda: self._meetup)
        self.acts.wanted.connect(self.show_meetup)
        self._roomy = True
        self._build()
        self._timer = QTimer(self, interval=AGAIN_MS, singleShot=True)
        self._timer.timeout.connect(self.reload)
        bridge.changed.connect(self._changed)
        bridge.who_changed.connect(self._allow)
        theme().changed.connect(self._fit)
        self._fit()

    # --- building -------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(16)
        self.split.addWidget(self._left())
        self.split.addWidget(self._right())
        self.split.setStretchFactor(0, 0)
        self.split.setStretchFactor(1, 1)
        layout.addWidget(self.split)

    def _left(self) -> QWidget:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        self.add_button = Button(
            translate("Meetups", "번개팅 만들기"), side, kind="primary", icon="plus", key="Ctrl+N"
        )
        self.add_button.clicked.connect(lambda: self.acts.add())
        Guard(self._bridge, self.add_button, "meetup.plan")
        top.addWidget(self.add_button, 1)
        column.addLayout(top)
        self.way = Segments(
            translate("Meetups", "보기"),
            [("month", translate("Meetups", "월")), ("list", translate("Meetups", "목록"))],
            side,
        )
        self.way.set_value("month")
        self.way.chosen.connect(lambda _: self._way_chosen())
        column.addWidget(self.way)
        self.month = Month(side)
        self.month.chosen.connect(lambda day: self.list.go_to_day(day))
        self.month.moved.connect(self.reload)
        column.addWidget(self.month)
        self.list = MeetupList(side)
        self.setFocusProxy(self.list)
        self.list.chosen.connect(self._list_chosen)
        self.list.itemActivated.connect(lambda _: self._focus_page())
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._list_menu)
        keys.attach(self.list, self._bridge.commands, SCOPE)
        keys.attach(self.month.grid, self._bridge.commands, SCOPE)
        column.addWidget(self.list, 1)
        self.none = label("", "muted", side, wrap=True)
        self.none.hide()
        column.addWidget(self.none)
        column.addStretch(0)
        return side

    def _right(self) -> QWidget:
        holder = QWidget(self)
        self.stack = QStackedLayout(holder)
        self.empty = EmptyState(
            translate("Meetups", "아직 번개팅이 없습니다."),
            translate("Meetups", "시민의 글에서 번개팅을 만들거나, 여기에서 바로 만들 수 있습니다."),
            icon="calendar",
            action=translate("Meetups", "번개팅 만들기"),
            parent=self,
        )
        self.empty.acted.connect(self.acts.add)
        page = QWidget(holder)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.heading = label("", "title", page, wrap=True)
        self.state_tag = tag("", "", page)
        head.addWidget(self.heading, 1)
        head.addWidget(self.state_tag, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self.facts = label("", "muted", page, wrap=True)
        column.addWidget(self.facts)
        column.addWidget(self._buttons(page))
        self.tabs = QTabWidget(page)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(translate("Meetups", "번개팅의 일"))
        self.tabs.tabBar().setAccessibleName(translate("Meetups", "번개팅의 일"))
        self.invitations = InvitationsPage(self.tabs)
        self.guests = GuestsPage(self.tabs)
        self.after = AfterPage(self._bridge, self.tabs)
        self.pages = (self.invitations, self.guests, self.after)
        for part in self.pages:
            part.act.connect(lambda command: self._bridge.commands.run(command, SCOPE))
            part.guard(self._bridge)
            area = QScrollArea(self.tabs)  # large letters need more than a low window has
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setWidget(part)
            self.tabs.addTab(area, "")
        for table in (self.invitations.table, self.guests.table, self.guests.replies):
            keys.attach(table, self._bridge.commands, SCOPE)
            table.opened.connect(lambda _key: self.open_post())
            table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            table.customContextMenuRequested.connect(lambda at, table=table: self._table_menu(table, at))
        column.addWidget(self.tabs, 1)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(page)
        return holder

    def _buttons(self, parent: QWidget) -> QWidget:
        holder = QWidget(parent)
        flow = Flow(holder, spacing=6)
        self.head_buttons: dict[str, Button] = {}
        for command, text, icon in (
            ("meetups.edit", translate("Meetups", "고치기"), "pen-line"),
            ("meetup.calendar", translate("Meetups", "일정 파일"), "calendar"),
            ("meetup.print", translate("Meetups", "당일 명단"), "file-text"),
            ("meetups.over", translate("Meetups", "끝내기"), "check"),
            ("meetups.cancel", translate("Meetups", "취소하기"), "x"),
            ("meetups.open_again", translate("Meetups", "다시 열기"), "rotate-ccw"),
        ):
            button = Button(text, holder, icon=icon)
            button.clicked.connect(lambda _=False, c=command: self._bridge.commands.run(c, SCOPE))
            self.head_buttons[command] = button
            if right := right_of(command):
                Guard(self._bridge, button, right)
            flow.addWidget(button)
        return holder

    def _fit(self) -> None:
        self.split.widget(0).setFixedWidth(theme().px(LEFT_PX))
        self.list.renew()

    # --- a screen -------------------------------------------------------------------------------------

    def title(self) -> str:
        return translate("Meetups", "번개팅")

    def activate(self) -> None:
        """The screen has come to the front."""
        self.reload()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self, text: str) -> None:
        """Only meet-ups whose theme or place holds the words; all of them, whatever month."""
        self._search = " ".join(text.split()).casefold()
        if self._search:
            self.way.set_value("list")
            self.month.hide()
        self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.height() > theme().px(430)
        if roomy == self._roomy:
            return
        self._roomy = roomy
        self.way.setVisible(roomy)  # where there is no room for a month, nothing promises one
        self._show_way()

    def _by_month(self) -> bool:
        return self._roomy and self.way.value() == "month"

    def commands(self) -> Sequence[Command]:
        return commands_of(self)

    # --- reading --------------------------------------------------------------------------------------

    def show_meetup(self, meetup_id: int) -> None:
        """Show this meet-up, in its month."""
        self._wanted = meetup_id
        self.reload()

    def reload(self) -> None:
        """Read the list and the chosen meet-up once more; several wishes at once become one reading."""
        self._reading.ask()

    async def _load(self) -> None:
        if self._wanted is not None:
            found = await self._bridge.read(data.one, self._wanted)
            if found is not None:
                self.month.show_day(fmt.local(found.at_ms).date())
        span = self.month.span_ms() if self._by_month() else None
        self._show_list(await self._bridge.read(data.listed, span))
        number = self.list.chosen_id()
        for keeper in self.after.keepers:
            await keeper.kept()
        loaded = await self._bridge.read(data.load, number, self._bridge.user) if number is not None else None
        if not self._reading.again:
            self._show(loaded)

    def _show_list(self, listed: Sequence[Any]) -> None:
        if self._search:
            listed = [r for r in listed if self._search in f"{r.theme} {r.place}".casefold()]
        self.month.show_meetups(listed)
        wanted, self._wanted = self._wanted, None
        self.list.show_rows(listed, wanted)
        self.list.setVisible(bool(listed))
        self.none.setVisible(not listed)
        self.none.setText(
            translate("Meetups", "찾는 번개팅이 없습니다. 다른 말로 찾아 주세요.")
            if self._search
            else translate("Meetups", "이 달에는 번개팅이 없습니다.")
        )

    def _show(self, loaded: data.Loaded | None) -> None:
        self._meetup = loaded.meetup if loaded is not None else None
        self._drawn = loaded.drawn if loaded is not None else []
        if loaded is None:
            nothing = not self._search and not self._by_month()
            self.empty.set_state(
                translate("Meetups", "아직 번개팅이 없습니다.")
                if nothing
                else translate("Meetups", "번개팅을 고르면 여기에서 볼 수 있습니다."),
                translate("Meetups", "시민의 글에서 번개팅을 만들거나, 여기에서 바로 만들 수 있습니다."),
                icon="calendar",
                action=translate("Meetups", "번개팅 만들기"),
            )
            self.stack.setCurrentIndex(0)
            return
        row = loaded.meetup
        self.heading.setText(f"「{row.theme}」")
        self.state_tag.setText(words.state_word(row.state))
        retone(self.state_tag, words.state_tone(row.state))
        until = ""
        if row.sign_up_until_ms is not None:
            until = translate("Meetups", "신청 {when}까지").format(
                when=words.short_when(row.sign_up_until_ms)
            )
        facts = [
            f"{words.when(row.at_ms)} ({words.length(row.minutes)})",
            row.place or translate("Meetups", "장소를 정하지 않음"), words.seats_words(row), until,
        ]  # fmt: skip
        self.facts.setText(" · ".join(fact for fact in facts if fact))
        self.invitations.show_rows(row, loaded.posts, loaded.invitations)
        self.guests.show_rows(row, loaded.guests, loaded.replies)
        self.after.show_rows(row, loaded.answers, loaded.typed)
        coming = row.signed_up + row.in_ + row.waiting
        for part, text, count in (
            (self.invitations, translate("Meetups", "초대"), row.posts),
            (self.guests, translate("Meetups", "신청"), coming),
            (self.after, translate("Meetups", "결과"), 0),
        ):
            named = f"{text} {fmt.number(count)}" if count else text
            if part is self.guests and row.replies:
                named += " · " + translate("Meetups", "답글 {n}").format(n=fmt.number(row.replies))
            self.tabs.setTabText(self.pages.index(part), named)
        self.stack.setCurrentIndex(1)
        self._allow()

    def _allow(self) -> None:
        """Show what can be done now."""
        if self._meetup is None:
            return
        for name, button in self.head_buttons.items():
            command = self._bridge.commands.find(name, SCOPE)
            allowed = command is None or command.allowed()
            if name in ("meetups.over", "meetups.cancel", "meetups.open_again"):
                button.setVisible(allowed)
            else:
                button.setEnabled(allowed)

    # --- choosing -------------------------------------------------------------------------------------

    def meetup(self) -> Any:
        """The one on show, or None."""
        return self._meetup

    def page(self) -> Page:
        """The one of the three pages that is in front."""
        return self.pages[max(self.tabs.currentIndex(), 0)]

    def drawn(self) -> list[Any]:
        return self._drawn

    def _list_chosen(self, row: Any) -> None:
        self.month.grid.blockSignals(True)
        self.month.show_day(fmt.local(row.at_ms).date())
        self.month.grid.blockSignals(False)
        self.reload()

    def other_way(self) -> None:
        """The month, or all meet-ups in one list (V)."""
        self.way.set_value("list" if self.way.value() == "month" else "month")
        self._way_chosen()

    def _way_chosen(self) -> None:
        self._search = ""
        self._show_way()

    def _show_way(self) -> None:
        self.month.setVisible(self._by_month())
        self.reload()

    def step(self, by: int) -> None:
        """J and K in whatever list has the focus."""
        focus = QApplication.focusWidget()
        if isinstance(focus, Table):
            focus.step(by)
        else:
            row = self.list.currentRow() + by
            if 0 <= row < self.list.count():
                self.list.setCurrentRow(row)

    def _focus_page(self) -> None:
        page = self.page()
        table = getattr(page, "table", None)
        (table or page).setFocus(Qt.FocusReason.OtherFocusReason)

    def open_post(self) -> None:
        """The post behind the chosen row (Enter)."""
        focus = QApplication.focusWidget()
        if focus is self.list:
            self._focus_page()
            return
        if focus is self.guests.replies:
            chosen = [reply.post_id for reply in self.guests.chosen_replies()]
        elif self.page() is self.guests:
            chosen = [guest.answer_to for guest in self.guests.chosen()]
        else:
            chosen = [row.post_id for row in self.invitations.chosen()]
        if chosen and chosen[0] is not None:
            self._bridge.open_post.emit(chosen[0])
        elif chosen:
            self._bridge.toast(translate("Meetups", "전화로 신청한 사람이라 이어진 글이 없습니다"))

    # --- acts on what is chosen -----------------------------------------------------------------------

    def invite_one(self) -> None:
        self.acts.send("invitations", [row.id for row in self.invitations.chosen()])

    def by_hand(self) -> None:
        self.acts.invited_by_hand([row.id for row in self.invitations.chosen()])

    def remove(self) -> None:
        """Take posts out, or people off the list, whichever has the focus."""
        if self.page() is self.guests:
            self.acts.remove_guests(self.guests.chosen())
        else:
            self.acts.remove_posts([row.post_id for row in self.invitations.chosen()])

    def take(self, coming: bool) -> None:
        self.acts.take(self.guests.chosen_replies(), coming)

    def leave(self) -> None:
        self.acts.leave(self.guests.chosen_replies())

    def seed(self) -> None:
        signed = [guest.ticket for guest in self.guests.all() if guest.state == "signed-up"]
        self.acts.publish_seed(signed)

    def save_report(self) -> None:
        if self.after.dirty():
            self.acts.save_report(*self.after.texts())

    # --- events ---------------------------------------------------------------------------------------

    def _changed(self, changes: Any) -> None:
        wanted = changes.outbox or changes.channels or changes.others & {
            "meetups", "templates", "approvals", "speaking",
        }  # fmt: skip
        if wanted and self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _list_menu(self, at: QPoint) -> None:
        self._menu(list(self.head_buttons), self.list, at)

    def _table_menu(self, table: Table, at: QPoint) -> None:
        of_table: dict[Table, tuple[str, ...]] = {
            self.invitations.table: ("invite_one", "by_hand", "remove_post"),
            self.guests.replies: ("take", "no", "leave"),
            self.guests.table: ("comes", "declines", "told", "came", "absent", "unknown", "note", "to_board",
            ),
        }  # fmt: skip
        identities = ["meetup.post", *(f"meetups.{name}" for name in of_table[table])]
        self._menu(identities, table.viewport(), at)

    def _menu(self, identities: Sequence[str], where: QWidget, at: QPoint) -> None:
        menus.show(self, self._bridge, identities, SCOPE, where.mapToGlobal(at))
