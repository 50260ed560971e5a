"""What can be done with the cards of a list, each with its key, its place in the menu and its mouse way.

It joins a screen's lists with the decisions (``Sorter``) and with the rest of the window. Both the board and
the list of all posts use it; what only the board can do (columns, order) is added there.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui import fmt, i18n, keys
from desktop.ui.commands import Command
from desktop.ui.deadlines.acts import MENU as CLOCK_MENU
from desktop.ui.deadlines.acts import ClockActs
from desktop.ui.lists.facts import Facts
from desktop.ui.lists.live import LiveList
from desktop.ui.lists.rows import Card, track_words
from desktop.ui.lists.sorter import Sorter
from desktop.ui.lists.view import CardView
from desktop.ui.theme import icons
from desktop.ui.theme.style import theme
from desktop.ui.widgets.announce import announce

if TYPE_CHECKING:
    from desktop.ui.forwarding.handing import HandOver
    from desktop.ui.lists.peek import Peek
    from desktop.ui.lists.picker import DepartmentPicker

translate = QCoreApplication.translate

DECISIONS = ("forward", "idea", "opinion", "new")
"""The tracks in the order of their keys 1, 2, 3, 0."""


def moving_to(track: str) -> str:
    """부서 이관으로 옮기기"""
    where = track_words()[track]
    if i18n.language() == "ko":
        where = fmt.josa(where, "으로/로")
    return translate("Lists", "{where} 옮기기").format(where=where)


class ListActions(QObject):
    """The acts of one screen on whatever is chosen in its current list."""

    # Ids of posts are wider than the int of a Qt signal.
    opened = Signal(object)  # post id
    selected = Signal(object)  # post id of the current card
    note_wanted = Signal(object)  # post id

    def __init__(self, bridge: Any, facts: Facts, screen: QWidget, current: Callable[[], LiveList]) -> None:
        super().__init__(screen)
        self._bridge = bridge
        self._facts = facts
        self._screen = screen
        self._current = current
        self.sorter = Sorter(bridge, self)
        self._picking: tuple[list[int], str, str] = ([], "", "")  # case ids, step of their move, text
        self._last_selected = 0
        self.clocks = ClockActs(bridge, screen, self._due_cases)
        self.more_menu: list[str] = []  # ids of the screen's own commands for the menu

    @cached_property
    def picker(self) -> DepartmentPicker:
        from desktop.ui.lists.picker import DepartmentPicker

        made = DepartmentPicker(self._screen)
        made.picked.connect(self._picked)
        made.more_wanted.connect(self._more_wanted)
        made.left.connect(self._picker_left)
        made.offer_more()
        return made

    @cached_property
    def hand_over(self) -> HandOver:
        from desktop.ui.forwarding.handing import HandOver

        return HandOver(self._bridge, self._screen)

    @cached_property
    def peek(self) -> Peek:
        from desktop.ui.lists.peek import Peek

        return Peek(self._bridge, self._screen)

    def peeking(self) -> bool:
        """Whether a post is being looked at with Space."""
        return "peek" in vars(self) and self.peek.isVisible()

    # --- wiring ------------------------------------------------------------------------------------------

    def attach(self, live: LiveList, scope: str) -> None:
        """Give a list its keys, its menu and its double click."""
        view = live.view
        keys.attach(view, self._bridge.commands, scope)
        view.command.connect(lambda identity: self._bridge.commands.run(identity, scope))
        view.menu_wanted.connect(lambda at: self._show_menu(at, scope))
        view.chosen.connect(lambda: self._chosen(view))
        self.sorter.pending.connect(lambda ids, on: live.model.set_pending(live.model.keys_of_cases(ids), on))

    def view(self) -> CardView:
        return self._current().view

    def cards(self) -> list[Card]:
        return self.view().selected_cards()

    def case_ids(self) -> list[int]:
        return list(dict.fromkeys(c.case_id for c in self.cards() if c.case_id is not None))

    def _due_cases(self) -> list[tuple[int, int]]:
        """(case, post) of what is chosen and sorted."""
        return [(c.case_id, c.post_id) for c in self.cards() if c.case_id is not None and c.track != "new"]

    def one(self) -> Card | None:
        return self.view().current_card() or next(iter(self.cards()), None)

    def commands(self) -> list[Command]:
        """The acts common to all lists of posts; the keys are in ``desktop.ui.keys``."""
        view = self.view
        # (id, text, act, icon), by heading of the key sheet
        of_list: list[tuple[str, str, Callable[[], object], str]] = [
            ("list.next", translate("Lists", "다음 글"), lambda: self.view().step(1), ""),
            ("list.previous", translate("Lists", "이전 글"), lambda: self.view().step(-1), ""),
            ("list.select", translate("Lists", "글 고르기"), lambda: view().toggle_check(), "square-check"),
            ("list.open", translate("Lists", "글 열기"), self.open, "book-open"),
            ("list.peek", translate("Lists", "글 미리 보기"), self._peek, "eye"),
            ("list.show_new", translate("Lists", "새 글 보기"), self._show_new, "arrow-up"),
            ("post.read", translate("Lists", "읽음·안 읽음"), self._toggle_read, "mail-open"),
            ("post.star", translate("Lists", "별표"), self._toggle_star, "star"),
            ("post.original", translate("Lists", "원문 열기"), self._original, "external-link"),
            ("post.copy_link", translate("Lists", "링크 복사"), self._copy_link, "copy"),
            ("post.note", translate("Lists", "내부 메모"), self._note, "sticky-note"),
        ]
        of_answer: list[tuple[str, str, Callable[[], object], str]] = [
            ("reply.open", translate("Lists", "답변 쓰기"), lambda: self._reply("final"), "reply"),
            ("reply.first", translate("Lists", "1차 답변 쓰기"), lambda: self._reply("first"), "reply"),
            ("post.meetup", translate("Lists", "번개팅에 넣기"), self._meetup, "calendar"),
        ]
        of_sort: list[tuple[str, str, Callable[[], object], str]] = [
            (
                f"track.{track}",
                moving_to(track),
                lambda track=track: self.decide(track),  # type: ignore[misc]
                icons.OF_TRACK[track],
            )
            for track in DECISIONS
        ]
        of_sort += [
            ("post.department", translate("Lists", "담당 부서 고르기"), self._pick_department, "users"),
            ("case.done", translate("Lists", "처리 끝내기·다시 열기"), self._toggle_done, "check-check"),
            ("case.group", translate("Lists", "하나의 건으로 묶기"), self._group, "group"),
            ("case.take_apart", translate("Lists", "건 나누기"), self._take_apart, "ungroup"),
        ]
        return [
            Command(identity, text, run, icon=icon, group=group)
            for group, rows in (("list", of_list), ("answer", of_answer), ("sort", of_sort))
            for identity, text, run, icon in rows
        ] + self.clocks.commands()

    # --- deciding ----------------------------------------------------------------------------------------

    def decide(self, track: str) -> None:
        """Move what is chosen to a track and go on with the next card."""
        cards = [card for card in self.cards() if card.case_id is not None]
        ids = list(dict.fromkeys(c.case_id for c in cards if c.case_id is not None and c.track != track))
        if not ids:
            if track == "forward" and cards:
                self._pick_department()
            return
        view = self.view()
        first = cards[0]
        at = self._beside(view, first)
        step = self.sorter.move(ids, track)
        self.advance(view, cards)
        if track == "forward":
            self.pick_department(ids, step, first.text, at)

    def advance(self, view: CardView, decided: list[Card]) -> None:
        """Choose the card after those that were just decided (before the store has even moved them)."""
        model = view.cards()
        keys_gone = {card.key for card in decided}
        rows = [row for row in (model.row_of(card.key) for card in decided) if row >= 0]
        view.clear_choice()
        if not rows:
            return
        last = max(rows)
        below = range(last + 1, model.rowCount())
        above = range(min(rows) - 1, -1, -1)
        for row in (*below[:1], *above[:1]):
            card = model.card(row)
            if card is not None and card.key not in keys_gone:
                view.go_to_row(row)
                return

    def pick_department(self, ids: list[int], step: str, text: str, at: QPoint) -> None:
        """Open the picker beside a card; the suggestion follows as soon as it is known."""
        self._picking = (ids, step, text)
        self.picker.show_for(self._facts.departments, None, at)
        self._bridge.spawn(self._suggest(text))

    async def _suggest(self, text: str) -> None:
        from desktop.ui.forwarding.handing import likely

        picking = self._picking
        found, by_mail = await self._bridge.read(likely, text)
        if picking is self._picking:
            self.picker.set_by_mail(by_mail)
            self.picker.set_suggested(found)

    def _picked(self, code: str, name: str) -> None:
        ids, step, _ = self._picking
        self._picking = ([], "", "")
        self.view().setFocus()
        self.hand_over.send(ids, code, name, step)

    def _more_wanted(self, code: str) -> None:
        ids, step, text = self._picking
        self._picking = ([], "", "")
        self.view().setFocus()
        self.hand_over.more(ids, code, step, text)

    def _picker_left(self) -> None:
        self._picking = ([], "", "")
        self.view().setFocus()

    def _pick_department(self) -> None:
        cards = [card for card in self.cards() if card.case_id is not None and card.track == "forward"]
        if not cards:
            self._bridge.toast(translate("Lists", "부서 이관으로 옮긴 건에만 담당 부서를 정합니다 (1)"))
            return
        ids = list(dict.fromkeys(c.case_id for c in cards if c.case_id is not None))
        self.pick_department(ids, "", cards[0].text, self._beside(self.view(), cards[0]))

    def _beside(self, view: CardView, card: Card) -> QPoint:
        row = view.cards().row_of(card.key)
        rect = view.visualRect(view.cards().index(max(row, 0)))
        return view.viewport().mapTo(self._screen, rect.topRight() + QPoint(theme().px(8), 0))

    # --- one post ----------------------------------------------------------------------------------------

    def open(self) -> None:
        card = self.one()
        if card is None:
            return
        if self.peeking():
            self.peek.hide()
        self.opened.emit(card.post_id)
        if card.unread and card.case_id is not None:
            self.sorter.mark_read([card.case_id], True)

    def _reply(self, stage: str) -> None:
        card = self.one()
        if card is not None:
            self._bridge.compose.emit(card.post_id, stage)

    def _note(self) -> None:
        card = self.one()
        if card is not None:
            self.opened.emit(card.post_id)
            self.note_wanted.emit(card.post_id)

    def _meetup(self) -> None:
        posts = [card.post_id for card in self.cards() if not card.row.own]
        if posts:
            from desktop.ui.meetups import dialogs

            self._bridge.spawn(dialogs.choose(self._bridge, self._screen, posts))

    def _peek(self) -> None:
        card = self.one()
        if card is not None:
            self.peek.toggle(card, self._beside(self.view(), card))

    def close_overlays(self) -> bool:
        """Esc: close what lies over the lists. False where nothing did."""
        if self.peeking():
            self.peek.hide()
            return True
        if "picker" in vars(self) and self.picker.isVisible():
            self.picker.leave()
            return True
        return False

    def _original(self) -> None:
        url = self._address()
        if url:
            QDesktopServices.openUrl(QUrl(url))

    def _copy_link(self) -> None:
        url = self._address()
        if url:
            QGuiApplication.clipboard().setText(url)
            self._bridge.toast(translate("Lists", "글의 링크를 복사했습니다"))

    def _address(self) -> str:
        """The original's address. Only web addresses: a post must not start a program (file:, smb:, ...)."""
        card = self.one()
        if card is None:
            return ""
        if QUrl(card.url).scheme().lower() not in ("http", "https"):
            self._bridge.toast(translate("Lists", "이 글에는 열 수 있는 원문 주소가 없습니다"))
            return ""
        return card.url

    # --- marks -------------------------------------------------------------------------------------------

    def _toggle_read(self) -> None:
        cards = [card for card in self.cards() if card.case_id is not None]
        if cards:
            unread = any(card.unread for card in cards)
            self.sorter.mark_read([c.case_id for c in cards if c.case_id is not None], unread)

    def _toggle_star(self) -> None:
        ids = self.case_ids()
        if ids:
            self.sorter.star(ids, not all(card.starred for card in self.cards()))

    def _toggle_done(self) -> None:
        cards = [card for card in self.cards() if card.case_id is not None]
        ids = self.case_ids()
        if ids:
            self.sorter.set_done(ids, not all(card.row.status == "done" for card in cards))
            self.advance(self.view(), cards)

    def _group(self) -> None:
        if self.sorter.group(self.case_ids()):
            self.view().clear_choice()

    def _take_apart(self) -> None:
        self.sorter.take_apart(self.cards())

    # --- moving about ------------------------------------------------------------------------------------

    def _show_new(self) -> None:
        self._current().show_held()

    def _chosen(self, view: CardView) -> None:
        if view is not self.view():
            return
        card = view.current_card()
        if card is None:
            return
        if card.post_id != self._last_selected:
            self._last_selected = card.post_id
            self.selected.emit(card.post_id)
            if self.peeking():
                self.peek.show_card(card, self._beside(view, card))

    def say(self, text: str) -> None:
        """Have a result read aloud (the moves by keyboard)."""
        announce(self._screen, text)

    # --- menu --------------------------------------------------------------------------------------------

    def menu(self, scope: str) -> QMenu:
        """Everything that can be done with the chosen cards, with its keys."""
        from desktop.ui import menus

        menu = menus.menu_of(self._screen)
        fill = partial(menus.fill, bridge=self._bridge, scope=scope)
        answering = ["reply.open", "reply.first", "post.note", "post.meetup"]
        fill(menu, identities=["list.open", "list.peek", *answering])
        menu.addSeparator()
        sort = menu.addMenu(translate("Lists", "옮기기"))
        moves = fill(sort, identities=[f"track.{track}" for track in DECISIONS])
        tracks = {card.track for card in self.cards()}
        if len(tracks) == 1 and tracks != {"forward"}:  # there it chooses the department
            moves[f"track.{tracks.pop()}"].setEnabled(False)
        fill(menu, identities=[*self.more_menu, "post.department", "case.done"])
        due = menu.addMenu(translate("Lists", "기한"))
        due.setEnabled(bool(self._due_cases()))
        fill(due, identities=list(CLOCK_MENU))
        menu.addSeparator()
        fill(menu, identities=["case.group", "case.take_apart"])
        menu.addSeparator()
        fill(menu, identities=["post.read", "post.star", "list.select", "post.original", "post.copy_link"])
        return menu

    def _show_menu(self, at: QPoint, scope: str) -> None:
        # popup, not exec: exec inside a coroutine's turn loses other tasks (stack-facts 7)
        self.menu(scope).popup(at)
