"""The detail pane: one post with its thread, its case, its notes, and the place to answer it.

Owns what is on show and keeps it true while the database changes. It must not know where the pane stands:
beside a list or as a page of its own.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QLayout,
    QSplitter,
    QStackedLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import fmt, keys
from desktop.ui.commands import Command
from desktop.ui.detail import data
from desktop.ui.detail.browser import SafeBrowser
from desktop.ui.detail.composer import Composer
from desktop.ui.detail.header import Header
from desktop.ui.detail.lists import AuthorList, EventList, MemberList
from desktop.ui.detail.look import look
from desktop.ui.detail.news import News
from desktop.ui.detail.notes import NotesPanel
from desktop.ui.detail.offers import Offers
from desktop.ui.detail.pane_commands import pane_commands
from desktop.ui.detail.post_acts import PostActs
from desktop.ui.detail.room import RoomyPage
from desktop.ui.detail.strips import Strips
from desktop.ui.detail.thread_html import thread_html
from desktop.ui.detail.unmasking import Unmasking
from desktop.ui.theme.style import theme
from desktop.ui.widgets.soon import Reading
from desktop.ui.widgets.states import EmptyState

translate = QCoreApplication.translate

SCOPE = "detail"
READ_AFTER_MS = 1_500
"""A post that was on show this long has been read; holding J past it has not read it."""

NARROWEST_PX = 460
"""Below this width (at 100 %) the answer's own line would be cut."""

LOW_PX = 660
"""Below this height (at 100 %) where and when is left to the thread, below FOLD_PX the last lines fold."""
FOLD_PX = 760
LEAST_THREAD_PX = 60

WIDE_PX = 900
"""From this width on (at 100 %) the tabs stand beside the thread, below it they hold the thread as well."""


class DetailPane(QWidget):
    """``closed`` when somebody is done with the post; ``next_wanted`` after "send and next"."""

    closed = Signal()
    next_wanted = Signal(object)

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._loaded: data.Loaded | None = None
        self._wanted: int | None = None
        self._stage_wanted: str | None = None
        self._note_wanted = False
        self._reading = Reading(bridge, self._load, "post")
        self._news = News(bridge, self.reload)
        self._pulled = False  # somebody gave the answer its room by hand
        self._versions_shown: set[int] = set()
        self._read_timer = QTimer(self, interval=READ_AFTER_MS, singleShot=True)
        self._read_timer.timeout.connect(self._mark_read)
        self._missed = False  # something changed while another screen was shown
        self._build()
        bridge.commands.add_all(self.commands(), self, SCOPE)
        for listening in (self, self.thread, *(part.list for part in (self.author_list, self.event_list))):
            keys.attach(listening, bridge.commands, SCOPE)
        bridge.changed.connect(self._changed)
        theme().changed.connect(self._repaint_thread)
        self.clear()

    # --- building -------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setObjectName("detailPane")
        self.setAccessibleName(translate("Detail", "글 자세히 보기"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.empty = EmptyState(
            translate("Detail", "글을 고르면 여기에서 볼 수 있습니다."),
            translate("Detail", "목록에서 글을 하나 골라 주세요."),
            icon="message-square-text",
            parent=self,
        )
        self.page = QWidget(self)
        self.stack = QStackedLayout(self)
        self.stack.setContentsMargins(0, 0, 0, 0)
        # Else the two halves side by side would forbid the width at which they stand in one.
        self.stack.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.stack.addWidget(self.empty)
        self.room = RoomyPage(self.page, self)
        self.stack.addWidget(self.room)

        self.header = Header(self.page)
        self.header.guard(self._bridge)
        picker_at = self.header.track_buttons["forward"]
        self.acts = PostActs(self._bridge, self, lambda: self._loaded, picker_at)
        self.unmasking = Unmasking(self._bridge, lambda: self._loaded, self)
        self.unmasking.changed.connect(self._show_revealed)
        self.header.original.connect(self.acts.open_address)
        self.header.track.connect(self.acts.move_to)
        self.header.act.connect(self.act)
        self.strips = Strips(self._bridge, self.page)
        self.strips.folded.connect(self.header.show_folded)
        self.header.lines_button.clicked.connect(self._show_lines)
        self.thread = SafeBrowser(translate("Detail", "대화"), self.page)
        self.thread.setProperty("kind", "plain")
        self.thread.web_link.connect(self.acts.open_address)
        self.thread.own_link.connect(self._own_link)
        self.composer = Composer(self._bridge, self.page)
        self.composer.original_requested.connect(self.acts.open_address)
        self.composer.sign_in_requested.connect(self._sign_in)
        self.composer.answered.connect(self._answered)
        self.composer.closed.connect(self._close)
        self.composer.wrote.connect(self.reload)
        self.composer.room_wanted.connect(self._share_room, Qt.ConnectionType.QueuedConnection)
        self.offers = Offers(self._bridge, self.composer)
        self.talk = QSplitter(Qt.Orientation.Vertical, self.page)
        self.talk.setChildrenCollapsible(False)
        self.talk.addWidget(self.thread)
        self.talk.addWidget(self.composer)
        self.talk.setStretchFactor(0, 1)
        self.talk.setStretchFactor(1, 0)
        self.talk.splitterMoved.connect(self._room_pulled)

        self.author_list = AuthorList()
        self.author_list.opened.connect(self._bridge.open_post)
        self.event_list = EventList()
        self.notes = NotesPanel(self._bridge)
        self.members = MemberList()
        self.members.opened.connect(self._bridge.open_post)
        self.members.take_apart.connect(self.acts.take_apart)
        self.tabs = QTabWidget(self.page)
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.tabBar().setAccessibleName(translate("Detail", "글에 딸린 것"))
        self.tabs.addTab(self.author_list, "")
        self.tabs.addTab(self.event_list, translate("Detail", "처리 기록"))
        self.tabs.addTab(self.notes, "")
        self.tabs.addTab(self.members, "")
        self.tabs.setTabToolTip(2, translate("Detail", "함께 일하는 사람만 보는 메모"))
        self.sides = QSplitter(Qt.Orientation.Horizontal, self.page)
        self.sides.setChildrenCollapsible(False)
        self.sides.setHandleWidth(16)
        layout = QVBoxLayout(self.page)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.header)
        layout.addWidget(self.strips)
        layout.addWidget(self.sides, 1)
        self._wide: bool | None = None
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._loaded is not None:
            self._read_timer.start()
        if self._missed:
            self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._read_timer.stop()
        self.unmasking.forget()
        self._show_revealed()
        self.composer.drafts.flush()
        self.composer.guard.give_back()
        self.notes.drafts.flush()

    def _arrange(self) -> None:
        """Thread and tabs side by side where there is room; else the thread is the first of the tabs."""
        self.setMinimumWidth(theme().px(NARROWEST_PX))
        # In a low window the answer keeps its room; where and when stands with the post as well.
        self.header.where.setVisible(self.height() >= theme().px(LOW_PX))
        self.strips.set_low(self.height() < theme().px(FOLD_PX))
        self.thread.setMinimumHeight(theme().px(LEAST_THREAD_PX - 4))
        wide = self.width() >= theme().px(WIDE_PX)
        if wide == self._wide:
            return
        self._wide = wide
        focused = QGuiApplication.focusObject()
        if wide:
            if self.tabs.indexOf(self.talk) >= 0:
                self.tabs.removeTab(self.tabs.indexOf(self.talk))
            self.sides.addWidget(self.talk)
            self.sides.addWidget(self.tabs)
            self.sides.setStretchFactor(0, 5)
            self.sides.setStretchFactor(1, 3)
            self.talk.show()
            # By their own wishes the tabs would be the wider half where letters are large.
            self.sides.setSizes([5_000, 3_000])
        else:
            self.tabs.insertTab(0, self.talk, translate("Detail", "대화"))
            self.tabs.setCurrentIndex(0)
            self.sides.addWidget(self.tabs)
        if isinstance(focused, QWidget) and self.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def commands(self) -> list[Command]:
        """What can be done with the post on show; the keys are those of the lists."""
        return pane_commands(self)

    # --- what is shown --------------------------------------------------------------------------------

    @property
    def post_id(self) -> int | None:
        """The post that is shown or on its way."""
        return self._wanted

    def show_post(self, post_id: int) -> None:
        """Show a post. What was being typed for the one before is kept as its draft."""
        if post_id != self._wanted:
            self._stage_wanted = None
            self._note_wanted = False
            self.unmasking.forget()
        self._wanted = post_id
        self.reload()

    def clear(self) -> None:
        """Show nothing."""
        self.unmasking.forget()
        self._wanted = None
        self._loaded = None
        self._versions_shown.clear()
        self.composer.clear()
        self.notes.clear()
        self.thread.show_html("")
        self.empty.set_state(
            translate("Detail", "글을 고르면 여기에서 볼 수 있습니다."),
            translate("Detail", "목록에서 글을 하나 골라 주세요."),
        )
        self.stack.setCurrentWidget(self.empty)

    def reload(self) -> None:
        """Read the post on show once more; several wishes at once become one reading."""
        if self._wanted is not None:
            self._reading.ask()

    async def _load(self) -> None:
        wanted = self._wanted
        if wanted is None:
            return
        self._missed = False
        await self.composer.drafts.kept()
        await self.notes.drafts.kept()
        loaded = await self._bridge.read(data.load, wanted, self._bridge.user, self.strips.readers())
        if self._wanted == wanted:
            self._show(wanted, loaded)

    def _show(self, post_id: int, loaded: data.Loaded | None) -> None:
        if loaded is None:
            self.clear()
            self.empty.set_state(
                translate("Detail", "이 글을 찾을 수 없습니다."),
                translate("Detail", "다른 글을 골라 주세요."),
            )
            return
        before = self._loaded
        same = before is not None and before.detail.row.id == post_id
        self._loaded = loaded
        detail = loaded.detail
        row = detail.row
        self._news.follow(row, [item.row.id for item in detail.thread])
        if not same:
            self._versions_shown.clear()
        self.members.show_posts(detail.case_posts)
        department = loaded.names.get(row.department, row.department)
        self.header.show_row(row, loaded.channel, self.members.count(), department)
        self.strips.show_case(loaded)
        if same:
            self.composer.update_post(loaded)
        else:
            self.composer.show_post(loaded)
        self.author_list.show_posts(detail.author_history)
        self.event_list.show_events(detail.events, loaded.names, same_case=same)
        self.notes.show_case(post_id, row.case_id, detail.notes, loaded.note_draft)
        self._name_tabs(len(detail.author_history), len(detail.notes))
        self._show_revealed()
        self.stack.setCurrentWidget(self.room)
        self._share_room()
        if not same:
            QTimer.singleShot(0, self, self._settle)
            self._read_timer.start()
        if self._stage_wanted is not None:
            stage, self._stage_wanted = self._stage_wanted, None
            self._compose_now(stage)
        self.offers.take()
        if self._note_wanted:
            self.write_note()

    def _show_lines(self) -> None:
        self.strips.show_all()
        self.header.more_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._share_room()

    def _room_pulled(self) -> None:
        self._pulled = True

    def _share_room(self) -> None:
        """Give the answer the room it asks for, more than half only where it would be cut; who pulled it
        larger keeps it so."""
        form = self.composer.form.isVisibleTo(self.composer)
        thread = theme().px(LEAST_THREAD_PX)
        self.talk.setMinimumHeight(thread + self.composer.least_height() if form else 0)
        self.room.fit()
        wanted, whole = self.composer.sizeHint().height(), self.talk.height()
        if not form and self.composer.width() > 0:
            wanted = max(self.composer.heightForWidth(self.composer.width()), 0) or wanted
        if self.composer.height() < wanted or not form or not self._pulled:
            wanted = min(wanted, whole // 2)
        elif self.composer.height() >= self.composer.least_height():
            return
        # A line of the thread stays in sight, and nothing of the answer is cut.
        least = min(self.composer.least_height(), whole - thread)
        wanted = max(wanted, least) if form else wanted
        self.talk.setSizes([whole - wanted, wanted])

    def _name_tabs(self, earlier: int, notes: int) -> None:
        grouped = self.members.count()
        for widget, text, count in (
            (self.author_list, translate("Detail", "시민 이력"), earlier),
            (self.notes, translate("Detail", "내부 메모"), notes),
            (self.members, translate("Detail", "묶인 글"), grouped if grouped > 1 else 0),
        ):
            named = f"{text} {fmt.number(count)}" if count else text
            self.tabs.setTabText(self.tabs.indexOf(widget), named)

    def _repaint_thread(self) -> None:
        if self._loaded is not None:
            seen = self.unmasking.applied(self._loaded.detail)
            self.thread.show_html(thread_html(seen, look(), self._versions_shown, self.unmasking.line))

    def _show_revealed(self) -> None:
        """What is hidden has been revealed, or is hidden again."""
        if self._loaded is None:
            return
        self.header.show_author(self.unmasking.applied(self._loaded.detail).row)
        self.notes.show_texts(self.unmasking.applied(self._loaded.detail).notes)
        self._repaint_thread()

    def _settle(self) -> None:
        # Only now the page has its real height.
        self._share_room()
        self._scroll_to_post()

    def _scroll_to_post(self) -> None:
        """The opened post is at the top of the view; what it answers is above it."""
        if self._loaded is not None:
            self.thread.verticalScrollBar().setValue(0)
            self.thread.scrollToAnchor("opened")

    def _mark_read(self) -> None:
        row = self.row()
        if row is None or row.case_id is None or not row.unread or not self.isVisible():
            return
        # What somebody has read who only looks on is still unread for those who sort.
        if self._bridge.may("case.sort") and not self._bridge.store.read_only:
            self.acts.mark_read(row.case_id, True)

    def _changed(self, changes: Any) -> None:
        if self._loaded is None:
            return
        detail = self._loaded.detail
        ours = {item.row.id for item in detail.thread} | {detail.row.id} | {r.id for r in detail.case_posts}
        if (
            changes.posts & ours
            or detail.row.case_id in changes.cases
            or detail.row.channel_id in changes.channels
            or changes.outbox
            or changes.others - {"drafts", "search", "views"}
        ):
            if self.isVisible():
                self.reload()
            else:
                self._missed = True
        elif changes.new_posts:
            if not self.isVisible():
                self._missed = True
            elif detail.row.id == self._wanted:
                self._news.told(changes.new_posts)
            else:  # another post is being read: perhaps they concern that one
                self.reload()

    def row(self) -> Any:
        """The post on show, or None."""
        return self._loaded.detail.row if self._loaded is not None else None

    # --- acts -----------------------------------------------------------------------------------------

    def compose(self, stage: str = "") -> None:
        """Put the cursor into the answer; ``stage`` is "first", "final" or "" for as it is."""
        if self._loaded is None or self._loaded.detail.row.id != self._wanted:
            self._stage_wanted = stage
        else:
            self._compose_now(stage)

    def _compose_now(self, stage: str) -> None:
        if self.tabs.indexOf(self.talk) >= 0:
            self.tabs.setCurrentWidget(self.talk)
        if not self.composer.focus_editor(stage) and self.composer.blocked.isVisible():
            button = self.composer.blocked.sign_in
            if not button.isVisible():
                button = self.composer.blocked.original
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_note(self) -> None:
        """Put the cursor into a new internal note, as soon as its post is here."""
        if self._loaded is None or self._loaded.detail.row.id != self._wanted:
            self._note_wanted = True
            return
        self._note_wanted = False
        self.tabs.setCurrentWidget(self.notes)
        self.notes.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def note_in_front(self) -> bool:
        return self.tabs.currentWidget() is self.notes

    def act(self, name: str) -> None:
        """Do with the post on show what a button of its head is for ("read", "star", "done", ...)."""
        if name == "read":
            self._read_timer.stop()
        elif name == "unmask":
            self.unmasking.toggle()
            return
        self.acts.run(name)

    def _own_link(self, path: str) -> None:
        kind, _, number = path.partition("/")
        if not number.lstrip("-").isdigit():
            return
        if kind == "unmask":
            self.unmasking.toggle_post(int(number))
        elif kind == "post":
            self._bridge.open_post.emit(int(number))
        elif kind == "versions":
            self._versions_shown ^= {int(number)}
            self._repaint_thread()

    def _sign_in(self, channel_id: int) -> None:
        from desktop.ui.channels.sign_in import SignInDialog

        SignInDialog.start(self._bridge, channel_id, self.window())

    def _answered(self, post_id: int, then_next: bool) -> None:
        self.reload()
        if then_next:
            self.next_wanted.emit(post_id)
        elif self.composer.editor.hasFocus() and not self.composer.editor.text_now().strip():
            # Nothing is left to write here: J, E or Esc go on.
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
