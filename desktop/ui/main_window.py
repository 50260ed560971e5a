"""The main window: rail, bars, banners and toasts around one screen, with the detail pane beside or over it.

It knows screens by name only (``screens.py``) and never what they show. One window belongs to one bridge; a
change of language builds both anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.models.filters import Filter
from desktop.ui import shell_commands
from desktop.ui.bridge import Bridge, Toast
from desktop.ui.commands import Command
from desktop.ui.screens import SCREENS, ScreenEntry
from desktop.ui.shell import begin, overview, role
from desktop.ui.shell.bars import StatusBar, TopBar
from desktop.ui.shell.detail import DetailPlace, make_pane
from desktop.ui.shell.panes import Panes
from desktop.ui.shell.rail import Rail
from desktop.ui.theme.style import theme
from desktop.ui.theme.tokens import WIDE_WINDOW
from desktop.ui.widgets import reading_order
from desktop.ui.widgets.banner import Banners
from desktop.ui.widgets.toast import Toasts

translate = QCoreApplication.translate

SMALLEST = (1024, 700)
FIRST_LEAST, FRAME = QSize(1280, 800), QSize(8, 40)
FIRST_SHARE = 0.9
"""Of the screen, for a window that was never placed by hand."""
OVERVIEW_MS = 250
"""Changes of channels within this time are counted once for the status line."""
REFRESH_MS = 30_000
"""How often "3분 전" is said anew."""


class MainWindow(QMainWindow):
    """``closing`` comes when the person wants to close the window; whoever listens ends the program."""

    closing = Signal()
    shown_screen = Signal(str)

    def __init__(self, bridge: Bridge, screens: Sequence[ScreenEntry] = SCREENS) -> None:
        super().__init__()
        self.bridge = bridge
        self._entries = {entry.name: entry for entry in screens}
        self._made: dict[str, QWidget] = {}
        self._current = ""
        self._followed: int | None = None  # the post of the card that is chosen
        self._palette: Any = None
        self.may_close = False
        self.setWindowTitle(translate("Window", "서울소셜미디어센터"))
        self.setMinimumSize(*SMALLEST)
        self.toasts = Toasts(self)
        self._build(screens)
        self._panes = Panes(self._parts)
        shell_commands.register(self, screens)
        self._apply_keys()
        self._connect()
        self._restore_geometry()

    # --- building ---

    def _build(self, screens: Sequence[ScreenEntry]) -> None:
        self.rail = Rail(screens, self)
        self.top = TopBar(self.bridge, self)
        self.banners = Banners(self)
        self.status = StatusBar(self)
        self.pages = QStackedWidget(self)
        self.detail = DetailPlace(self.bridge, make_pane, self)
        self.detail.hide()
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.pages)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, stretch in ((self.top, 0), (self.banners, 0), (self.splitter, 1), (self.status, 0)):
            column.addWidget(part, stretch)
        whole = QWidget(self)
        whole.setProperty("kind", "page")
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(right, 1)
        self.setCentralWidget(whole)
        self.toasts.place_in = self._room_of_toasts
        self.toasts.stays_above = lambda: self._palette

    def _room_of_toasts(self) -> tuple[QRect, ...]:
        at = self.top.mapTo(self, QPoint(0, 0))
        return tuple(room.translated(at) for room in self.top.room_of_messages())

    def _connect(self) -> None:
        bridge = self.bridge
        for identity, text in (
            ("list.next", translate("Lists", "다음 글")),
            ("list.previous", translate("Lists", "이전 글")),
        ):
            step = partial(self._step_post, identity)
            bridge.commands.add(Command(identity, text, step, group="list"), self.detail, "detail")
        self.rail.chosen.connect(self.show_screen)
        self.top.palette_wanted.connect(self.open_palette)
        self.detail.back.connect(self.go_back)
        self.detail.next_wanted.connect(self._open_next)
        self.status.channels_wanted.connect(partial(self.show_screen, "channels"))
        self.status.outbox_wanted.connect(self._show_outbox)
        self.status.due_wanted.connect(lambda due: self._show_filtered(Filter(due=due)))
        bridge.toasted.connect(self._toast)
        bridge.open_post.connect(self.open_post)
        bridge.go.connect(self.show_screen)
        role.follow(self)
        bridge.first_run_wanted.connect(self.show_first_steps)
        bridge.filtered.connect(self._show_filtered)
        bridge.undone.connect(self._say_undone)
        bridge.redone.connect(self._say_redone)
        bridge.changed.connect(self._changes_came)
        bridge.ready.connect(self._services_ready)
        bridge.prefs.changed.connect(self._pref_changed)
        self._conditions: Any = None
        self._overview_timer = QTimer(self, interval=OVERVIEW_MS, singleShot=True)
        self._overview_timer.timeout.connect(self.refresh_overview)
        self._clock = QTimer(self, interval=REFRESH_MS)
        self._clock.timeout.connect(self.refresh_overview)
        self._clock.start()

    # --- screens ---

    @property
    def current(self) -> str:
        """The name of the screen in front."""
        return self._current

    def screen_named(self, name: str) -> Any:
        """The screen, built at the first call."""
        made = self._made.get(name)
        if made is None:
            made = self._entries[name].make(self.bridge)
            self._made[name] = made
            self.pages.addWidget(made)
            self.bridge.commands.add_all(made.commands(), made, name)
            if hasattr(made, "opened"):
                made.opened.connect(self.open_post)
            if hasattr(made, "selected"):
                made.selected.connect(self._follow)
            if hasattr(made, "note_wanted"):
                made.note_wanted.connect(lambda _post_id: self.detail.ensure().write_note())
        return made

    def show_screen(self, name: str) -> None:
        """Bring a screen to the front."""
        if name not in self._entries:
            return
        screen = self.screen_named(name)
        focused = QApplication.focusWidget()  # what is hidden by this would hand it on to anything
        self._current = name
        self.pages.setCurrentWidget(screen)
        self.rail.set_current(name)
        self.top.title.setText(screen.title())
        self.setWindowTitle(f"{screen.title()} · {translate('Window', '서울소셜미디어센터')}")
        self._place_detail()
        screen.activate()
        if focused is None or not screen.isAncestorOf(focused):
            screen.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown_screen.emit(name)

    def show_page(self, page: QWidget, title: str = "") -> None:
        """Show something that is no screen, such as the first steps, until ``drop_page``."""
        if title:
            self.top.title.setText(title)
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self.detail.hide()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop_page(self, page: QWidget) -> None:
        """Back to the screen that was in front."""
        if self._current:
            self.show_screen(self._current)
        # Not removeWidget(): PySide would delete it at once, in the middle of its own button's click.
        page.deleteLater()

    def state(self) -> tuple[str, int | None, bool]:
        """Screen, post and whether the post lies over the screen: enough to build this window again."""
        return self._current, self.detail.post_id, self.detail_is_page()

    def restore(self, state: tuple[str, int | None, bool]) -> None:
        name, post_id, as_page = state
        self.show_screen(name or next(iter(self._entries)))
        if post_id is not None and (as_page or self._beside()):
            self.open_post(post_id)

    async def flush(self) -> None:
        """Have everybody store what is being typed."""
        parts = [*self._made.values(), *([self.detail.pane] if self.detail.pane is not None else [])]
        for part in parts:
            flush = getattr(part, "flush", None)
            if flush is not None:
                await flush()

    def built_screens(self) -> dict[str, QWidget]:
        return dict(self._made)

    def screen_names(self) -> list[str]:
        return list(self._entries)

    # --- detail ---

    def is_wide(self) -> bool:
        return self.width() >= WIDE_WINDOW

    def detail_is_page(self) -> bool:
        return self.pages.currentWidget() is self.detail

    def open_post(self, post_id: int) -> None:
        """Show a post: beside the list in a wide window, else over it."""
        if self._beside():
            self.detail.set_page("")
            self.detail.show()
        else:
            self._as_page()
        self.detail.show_post(post_id)
        pane = self.detail.pane
        if pane is not None:
            pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Esc: close what lies on top."""
        if self._palette is not None and self._palette.isVisible():
            self._palette.leave()
        elif self.detail_is_page():
            self.detail.set_page("")
            screen = self._made[self._current]
            self.pages.setCurrentWidget(screen)
            self.top.title.setText(self.screen_named(self._current).title())
            self.detail.give_back(screen)
        elif self.detail.isVisible():
            focused = QApplication.focusWidget()
            if focused is not None and self.detail.isAncestorOf(focused):
                self._made[self._current].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lists_posts(self) -> bool:
        return hasattr(self._made.get(self._current), "selected")

    def _beside(self) -> bool:
        return self.is_wide() and self._lists_posts()

    def _as_page(self) -> None:
        if self.pages.indexOf(self.detail) < 0:
            self.pages.addWidget(self.detail)
        self.detail.set_page(self._entries[self._current].label() if self._current else "")
        self.detail.remember()
        self.pages.setCurrentWidget(self.detail)
        self.detail.show()

    def _place_detail(self) -> None:
        """Put the pane where the width of the window wants it."""
        if not self._current:
            return
        as_page = self.detail_is_page()
        if self._beside():
            if self.splitter.indexOf(self.detail) < 0:
                self.splitter.addWidget(self.detail)
                self.splitter.setStretchFactor(0, 3)
                self.splitter.setStretchFactor(1, 2)
                wide = self.splitter.width()
                self.splitter.setSizes([wide * 66 // 100, wide * 34 // 100])
            self.pages.setCurrentWidget(self._made[self._current])
            self.detail.set_page("")
            if self.bridge.store is not None:
                self.detail.ensure()
            self.detail.show()
        elif as_page and not self._lists_posts():
            self.pages.setCurrentWidget(self._made[self._current])
        elif self.splitter.indexOf(self.detail) >= 0:
            # Somebody who reads or writes there goes on reading when the window gets narrower.
            focused = QApplication.focusWidget()
            in_use = focused is not None and self.detail.isAncestorOf(focused)
            self.detail.hide()
            self.pages.addWidget(self.detail)
            self.pages.setCurrentWidget(self._made[self._current])
            if in_use and self._lists_posts():
                self._as_page()

    def _open_next(self) -> None:
        """After "send and next": the post below in the list, ready to be answered."""
        commands = self.bridge.commands
        if self._lists_posts() and commands.run("list.next", self._current):
            commands.run("reply.open", self._current)

    def _step_post(self, identity: str) -> None:
        """J and K in the detail pane: the post below or above in the list it came from."""
        if not self._lists_posts() or not self.bridge.commands.run(identity, self._current):
            return
        post_id = self._followed
        if post_id is not None and post_id != self.detail.post_id:
            self.detail.show_post(post_id)

    def _follow(self, post_id: int) -> None:
        self._followed = post_id
        if self._beside() and self.detail.isVisible():
            self.detail.follow(post_id)

    def _show_filtered(self, wanted: object) -> None:
        screen = self.screen_named("timeline")
        self.show_screen("timeline")
        screen.show_filter(wanted)

    def _show_outbox(self) -> None:
        self.bridge.spawn(shell_commands.open_oldest_outgoing(self.bridge))

    # --- palette, keys, panes ---

    def open_palette(self, text: str = "") -> None:
        """Ctrl+K."""
        if self._palette is None:
            from desktop.ui.shell.palette import Palette

            self._palette = Palette(self, self.bridge.commands, self._find, self.bridge.spawn)
        self._palette.open(self._current, text)

    @property
    def palette_frame(self) -> Any:
        return self._palette

    async def _find(self, text: str) -> Any:
        from desktop.ui.shell.find import find

        screen = self._made.get(self._current)
        here = None
        if screen is not None and self._lists_posts():
            title = self._entries[self._current].label()
            here = (title, partial(self.screen_named(self._current).search, text))
        return await find(self.bridge, text, here)

    def search_here(self) -> None:
        """Ctrl+F: the search field of the screen, or the palette where it has none."""
        screen = self._made.get(self._current)
        if screen is not None and hasattr(screen, "focus_search"):
            screen.focus_search()
        else:
            self.open_palette()

    def show_keys(self) -> None:
        from desktop.ui.shell import keysheet

        keysheet.show(self)

    def step_pane(self, by: int) -> None:
        self._panes.step(by)

    def _parts(self) -> list[tuple[str, QWidget]]:
        return [
            (translate("Window", "화면 목록"), self.rail),
            (translate("Window", "위쪽 막대"), self.top),
            (translate("Window", "알림 줄"), self.banners),
            (self.top.title.text(), self.pages),
            (translate("Window", "글 자세히 보기"), self.detail),
            (translate("Window", "상태 줄"), self.status),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return reading_order.step(self, forward)

    # --- what the program says ---

    def _toast(self, toast: Toast) -> None:
        if toast.run is not None and not toast.tone:
            self.toasts.show_soon(toast.text, toast.action, toast.run)
        else:
            self.toasts.show(toast.text, toast.action, toast.run, tone=toast.tone, report=toast.report)

    def _say_undone(self, text: str) -> None:
        said = translate("Undo", "되돌렸습니다: {what}").format(what=text)
        self.toasts.show(said, translate("Undo", "다시 실행 (Ctrl+Y)"), self.bridge.undo.redo)

    def _say_redone(self, text: str) -> None:
        said = translate("Undo", "다시 실행했습니다: {what}").format(what=text)
        self.toasts.show(said, translate("Undo", "실행 취소 (Ctrl+Z)"), self.bridge.undo.undo)

    def _changes_came(self, changes: Any) -> None:
        counted = changes.channels or changes.outbox or changes.others or changes.cases
        if counted and not self._overview_timer.isActive():
            self._overview_timer.start()

    def _services_ready(self) -> None:
        from desktop.ui.deadlines.keeper import Keeper
        from desktop.ui.shell.conditions import Conditions

        self.due_keeper = Keeper(self.bridge, self, self.status.work)
        from desktop.ui.speaking.status import SpeakingStatus

        self._conditions = Conditions(self)
        self.status.add(SpeakingStatus(self.bridge, self))
        self.refresh_overview()
        if self._beside():
            self.detail.ensure()
        self.bridge.spawn(begin.begin(self), "first steps")

    def show_first_steps(self) -> None:
        begin.show(self)

    def refresh_overview(self) -> None:
        """Read the numbers of the status line anew."""
        if self.bridge.store is not None:
            self.bridge.spawn(self._read_overview(), "overview")

    async def _read_overview(self) -> None:
        now = await self.bridge.read(overview.read_overview)
        self.show_overview(now)

    def show_overview(self, now: overview.Overview) -> None:
        self.status.show_overview(now)
        self.top.show_overview(now, self.bridge.online)
        if self._conditions is not None:
            self._conditions.show_overview(now)

    # --- settings that apply at once ---

    def _pref_changed(self, name: str) -> None:
        prefs = self.bridge.prefs
        if name in ("theme", "text_size", "density"):
            theme().apply(prefs.mode, prefs.scale, prefs.density)
        elif name in ("keys", "letter_keys"):
            self._apply_keys()

    def _apply_keys(self) -> None:
        self.bridge.commands.remap(self.bridge.prefs.own_keys, letters=self.bridge.prefs.letters)

    # --- place on the desk ---

    def _geometry_key(self) -> str:
        screen = self.screen() or QApplication.primaryScreen()
        size = screen.size()
        return f"window/{screen.name() or 'screen'}-{size.width()}x{size.height()}".replace(" ", "_")

    def _restore_geometry(self) -> None:
        room = (self.screen() or QApplication.primaryScreen()).availableGeometry()
        # A small screen has nothing to spare; what is taken off is for the frame of the window.
        small = room.size().boundedTo(FIRST_LEAST) - FRAME
        self.resize((room.size() * FIRST_SHARE).expandedTo(small))
        self.move(room.center() - QRect(QPoint(), self.size()).center())
        stored = self.bridge.prefs.bytes(self._geometry_key())
        if stored:
            self.restoreGeometry(stored)

    def save_place(self) -> None:
        """Remember size and place for this monitor."""
        self.bridge.prefs.put_bytes(self._geometry_key(), self.saveGeometry().data())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_detail()
        self.toasts.place()
        if self._palette is not None:
            self._palette.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close:
            event.accept()
            return
        # Closing the services needs the event loop: whoever runs the program does it, then closes.
        event.ignore()
        self.closing.emit()
