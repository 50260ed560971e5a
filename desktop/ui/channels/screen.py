"""Channels and accounts (채널): the lamp and last success of each, and everything staff do with them.

Owns what is on show; what is done is in ``acts.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedLayout,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import fmt, keys, menus
from desktop.ui.channels.accounts_panel import AccountsPanel
from desktop.ui.channels.acts import ChannelActs
from desktop.ui.channels.card import ChannelCard
from desktop.ui.channels.model import COLUMNS, ROW_ROLE, ChannelsModel, ChannelsOrder, LampDelegate
from desktop.ui.commands import Command
from desktop.ui.department_mail.panel import DepartmentMailPanel
from desktop.ui.rights import Guard, right_of
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Flow
from desktop.ui.widgets.editors import SearchLine
from desktop.ui.widgets.soon import Reading
from desktop.ui.widgets.states import EmptyState

translate = QCoreApplication.translate

AGAIN_MS = 300
"""Rounds of collecting change channels all the time; the table is read again at most this often."""

WIDTHS = {"name": 172, "address": 170, "owner": 100}
"""Columns that people pull wider in px at 100 %; the others are as wide as what they hold."""


class ChannelsScreen(QWidget):
    """The screen of the rail."""

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setProperty("kind", "page")
        self.acts = ChannelActs(bridge, self)
        self.acts.changed.connect(self.reload)
        self.acts.wanted.connect(self._choose_later)
        self._wanted: int | None = None
        self._own_width = self._sharing = False
        self._longest: list[int] = []
        self._reading = Reading(bridge, self._load, "channels")
        self._build()
        self._timer = QTimer(self, interval=AGAIN_MS, singleShot=True)
        self._timer.timeout.connect(self.reload)
        self._clock = QTimer(self, interval=30_000)
        self._clock.timeout.connect(self._repaint)
        self._clock.start()
        bridge.changed.connect(self._changed)
        theme().changed.connect(self._fit)

    # --- building -------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(self._toolbar())
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(translate("Channels", "채널과 계정"))
        self.tabs.addTab(self._channels_page(), translate("Channels", "채널"))
        self.accounts = AccountsPanel(self)
        for widget in (self.accounts.voice_box, self.accounts.sign_in_button, self.accounts.sign_out_button):
            Guard(self._bridge, widget, "channel.edit")
        self.accounts.voice.connect(self.acts.set_voice)
        self.accounts.sign_in.connect(self.acts.sign_in_account)
        self.accounts.sign_out.connect(self.acts.sign_out)
        self.accounts.unlock.connect(lambda: self._bridge.spawn(self._unlock()))
        self.tabs.addTab(self.accounts, translate("Channels", "계정"))
        self.department_mail = DepartmentMailPanel(self._bridge, self)
        self.department_mail.counted.connect(
            lambda n: self.tabs.setTabText(2, _named(translate("Channels", "부서 메일"), n))
        )
        self.tabs.addTab(self.department_mail, translate("Channels", "부서 메일"))
        self.tabs.currentChanged.connect(self._tab_changed)
        layout.addWidget(self.tabs, 1)

    def _toolbar(self) -> QHBoxLayout:
        holder = QWidget(self)
        flow = Flow(holder, spacing=6)

        def add(text: str, icon: str, run: Any, kind: str = "", key: str = "") -> Button:
            button = Button(text, holder, kind=kind, icon=icon, key=key)
            button.clicked.connect(lambda: run())
            flow.addWidget(button)
            return button

        self.add_button = add(translate("Channels", "채널 추가"), "plus", self.acts.add, "primary")
        self.hand_button = add(translate("Channels", "손으로 적기"), "pen-line", self.acts.by_hand)
        self.import_button = add(translate("Channels", "가져오기"), "upload", self.acts.import_file)
        self.export_button = add(translate("Channels", "내보내기"), "download", self.acts.export_file)
        self.collect_button = add(
            translate("Channels", "지금 수집"), "refresh-cw", self.acts.collect_all, key="F5"
        )
        for button, right in (
            (self.add_button, "channel.edit"), (self.import_button, "channel.edit"),
            (self.hand_button, "post.keep"),
        ):  # fmt: skip
            Guard(self._bridge, button, right)
        self.line = SearchLine(translate("Channels", "채널 찾기"), self)
        self.line.setMaximumWidth(theme().px(260))
        self.line.searched.connect(self.search)
        row = QHBoxLayout()
        row.addWidget(holder, 1)
        row.addWidget(self.line)
        return row

    def _channels_page(self) -> QWidget:
        self.model = ChannelsModel(self._live, self)
        self.order = ChannelsOrder(self)
        self.order.setSourceModel(self.model)
        self.table = QTableView(self)
        self.setFocusProxy(self.table)
        self.table.setModel(self.order)
        self.table.setAccessibleName(translate("Channels", "채널 목록"))
        self.table.setItemDelegateForColumn(0, LampDelegate(self.table))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setCornerButtonEnabled(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu)
        self.table.doubleClicked.connect(lambda _: self._act("edit"))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_card())
        self.order.modelReset.connect(self._show_card)
        keys.attach(self.table, self._bridge.commands, "channels")
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.sectionResized.connect(self._pulled)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.card = ChannelCard(self)
        self.card.act.connect(self._act)
        for name, button in self.card.buttons.items():
            if right_of(f"channel.{name}"):
                Guard(self._bridge, button, right_of(f"channel.{name}"))
        self.empty = EmptyState(
            translate("Channels", "아직 채널이 없습니다."),
            translate("Channels", "주소 하나를 추가하거나, OPML·CSV 목록을 가져오세요."),
            icon="radio",
            action=translate("Channels", "채널 추가"),
            parent=self,
        )
        self.empty.acted.connect(self._empty_act)
        page = QWidget(self)
        self.stack = QStackedLayout(page)
        full = QWidget(page)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self.card)
        self.stack.addWidget(full)
        self.stack.addWidget(self.empty)
        self._fit()
        return page

    def _pulled(self, place: int) -> None:
        """Somebody chose the width of the address: it stays."""
        if COLUMNS[place] == "address" and not self._sharing:
            self._own_width = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.card.set_low(self.height() < theme().px(500))
        self._share_width()

    def _share_width(self) -> None:
        """The address takes what the explanations do not need."""
        if self._own_width or not self.table.model().rowCount():
            return
        why, address = COLUMNS.index("why"), COLUMNS.index("address")
        taken = sum(self.table.columnWidth(n) for n in range(len(COLUMNS)) if n not in (why, address))
        rest = self.table.viewport().width() - taken
        explained = any(self.model.data(self.model.index(n, why)) for n in range(self.model.rowCount()))
        share = rest * 2 // 5 if explained else rest - theme().px(100)
        self._sharing = True
        self.table.setColumnWidth(address, max(share, theme().px(110)))
        self._sharing = False

    def _fit(self) -> None:
        self._sharing = True
        for place, column in enumerate(COLUMNS):
            if column in WIDTHS:
                self.table.setColumnWidth(place, theme().px(WIDTHS[column]))
        self._sharing = False
        self.table.verticalHeader().setDefaultSectionSize(theme().px(36))
        self._longest = []
        self._fit_words()

    def _fit_words(self) -> None:
        """Make columns as wide as what they hold, when that has changed."""
        # Qt's own ResizeToContents measures all rows dozens of times at each change of theme or text size.
        places = [n for n, column in enumerate(COLUMNS[:-1]) if column not in WIDTHS]
        rows = range(self.model.rowCount())
        longest = [
            max((len(str(self.model.data(self.model.index(row, n)) or "")) for row in rows), default=0)
            for n in places
        ]
        if longest != self._longest:
            self._longest = longest
            for n in places:
                self.table.resizeColumnToContents(n)

    # --- a screen -------------------------------------------------------------------------------------

    def title(self) -> str:
        return translate("Channels", "채널과 계정")

    def activate(self) -> None:
        """The screen has come to the front."""
        self.reload()
        self.department_mail.reload()
        if self._bridge.services is not None:
            self._bridge.spawn(self._ask_vault())
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self, text: str) -> None:
        """Show only the channels in which all words of the text occur."""
        if self.line.text_now() != text:
            self.line.setText(text)
        self.order.search(text)
        self._show_emptiness()
        if not self.table.currentIndex().isValid() and self.order.rowCount():
            self._choose(None)
        self._show_card()

    def focus_search(self) -> None:
        self.tabs.setCurrentIndex(0)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def commands(self) -> Sequence[Command]:
        acts = self.acts

        def chosen() -> bool:
            return self.chosen() is not None

        def signs_in() -> bool:
            return self.chosen() is not None and self.card.buttons["sign_in"].isVisibleTo(self.card)

        def on_channel(
            name: str, text: str, icon: str, key: str = "", enabled: Callable[[], bool] = chosen
        ) -> Command:
            return Command(
                f"channel.{name}",
                text,
                lambda: self._act(name),
                key=key,
                icon=icon,
                group="list",
                enabled=enabled,
            )

        return [
            Command("channels.add", translate("Channels", "채널 추가"), acts.add, key="Ctrl+N", icon="plus"),
            Command("channels.by_hand", translate("Channels", "손으로 적기"), acts.by_hand, icon="pen-line"),
            Command(
                "channels.import",
                translate("Channels", "채널 목록 가져오기"),
                acts.import_file,
                icon="upload",
            ),
            Command(
                "channels.export",
                translate("Channels", "채널 목록 내보내기"),
                acts.export_file,
                icon="download",
            ),
            on_channel("edit", translate("Channels", "고른 채널 설정"), "settings", "Return"),
            on_channel("sign_in", translate("Channels", "고른 채널에 로그인"), "log-in", enabled=signs_in),
            on_channel("collect", translate("Channels", "고른 채널 지금 수집"), "refresh-cw"),
            on_channel("check", translate("Channels", "고른 채널 연결 확인"), "plug"),
            on_channel("posts", translate("Channels", "고른 채널 글 보기"), "list"),
            on_channel("enable", translate("Channels", "고른 채널 켜기·끄기"), "power"),
            on_channel("open", translate("Channels", "고른 채널을 브라우저에서 열기"), "external-link", "O"),
            on_channel("remove", translate("Channels", "고른 채널 빼기"), "trash-2", "Del"),
        ]

    # --- what is shown --------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read channels and accounts once more."""
        self._reading.ask()

    async def _load(self) -> None:
        self._show(*await self._bridge.read(_read))

    def _show(self, found: Sequence[Any], known: Sequence[Any]) -> None:
        before = self.chosen()
        self.model.set_rows(found)
        wanted, self._wanted = self._wanted, None
        self._choose(wanted if wanted is not None else (before.id if before is not None else None))
        self.accounts.show_accounts(known)
        self.tabs.setTabText(0, _named(translate("Channels", "채널"), len(found)))
        self.tabs.setTabText(1, _named(translate("Channels", "계정"), len(known)))
        self._show_emptiness()
        self._fit_words()
        self._share_width()
        self._show_card()

    def _show_emptiness(self) -> None:
        if self.order.rowCount():
            self.stack.setCurrentIndex(0)
            return
        if self.model.rows:
            self.empty.set_state(
                translate("Channels", "찾는 채널이 없습니다."),
                translate("Channels", "다른 말로 찾거나 찾는 말을 지워 주세요."),
                icon="search",
                action=translate("Channels", "찾는 말 지우기"),
            )
        else:
            self.empty.set_state(
                translate("Channels", "아직 채널이 없습니다."),
                translate("Channels", "주소 하나를 추가하거나, OPML·CSV 목록을 가져오세요."),
                icon="radio",
                action=translate("Channels", "채널 추가"),
            )
        self.stack.setCurrentIndex(1)

    def _empty_act(self) -> None:
        if self.model.rows:
            self.line.clear()
            self.search("")
        else:
            self.acts.add()

    def chosen(self) -> Any:
        """The row in use, or None."""
        index = self.table.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def _choose(self, channel_id: int | None) -> None:
        place = next(
            (
                p
                for p in range(self.order.rowCount())
                if self.order.index(p, 0).data(ROW_ROLE).id == channel_id
            ),
            0,
        )
        if self.order.rowCount():
            flags = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(
                self.order.index(place, max(self.table.currentIndex().column(), 0)),
                flags.ClearAndSelect | flags.Rows,
            )

    def _choose_later(self, channel_id: int) -> None:
        self._wanted = channel_id
        self.tabs.setCurrentIndex(0)
        self.reload()

    def _show_card(self) -> None:
        services = self._bridge.services
        self.card.show_row(self.chosen(), collecting=services is not None and services.collector.holding)

    def _repaint(self) -> None:
        if self.isVisible():
            self.model.set_rows(self.model.rows)

    def _live(self, channel_id: int) -> bool:
        services = self._bridge.services
        return services is not None and services.collector.is_live(channel_id)

    def _changed(self, changes: Any) -> None:
        wanted = changes.channels or changes.new_posts or changes.others & {"channels", "accounts"}
        if wanted and self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _tab_changed(self, place: int) -> None:
        if place == 1 and self._bridge.services is not None:
            self._bridge.spawn(self._ask_vault())
        if place == 2:
            self.department_mail.activate()

    def show_department_mail(self, page: str = "letters") -> None:
        """ "letters": what goes to departments; "refused": mails that were not believed."""
        self.department_mail.show_page(page)
        self.tabs.setCurrentIndex(2)

    # --- acts -----------------------------------------------------------------------------------------

    def _act(self, name: str) -> None:
        row = self.chosen()
        if row is not None:
            self.acts.run(name, row)

    def _menu(self, at: QPoint) -> None:
        if self.chosen() is None:
            return
        menu = menus.menu_of(self)
        for name, button in self.card.buttons.items():
            if button.isVisibleTo(self.card):
                action = menu.addAction(button.icon(), button.text())
                action.setEnabled(button.isEnabled())
                action.setToolTip(button.toolTip())
                action.triggered.connect(lambda _=False, name=name: self._act(name))
        menu.popup(self.table.viewport().mapToGlobal(at))

    async def _ask_vault(self) -> None:
        self.accounts.show_vault(await self._bridge.services.vault.state())

    async def _unlock(self) -> None:
        state = await self._bridge.services.vault.unlock()
        self.accounts.show_vault(state)
        if state == "ok":
            self._bridge.services.status.set("vault", "")
            self.acts.collect_all(quiet=True)


def _named(text: str, count: int) -> str:
    return f"{text} {fmt.number(count)}" if count else text


def _read() -> tuple[Sequence[Any], Sequence[Any]]:
    """For a reader thread."""
    from desktop.models import accounts, channels

    return channels.list_channels(), accounts.list_accounts()
