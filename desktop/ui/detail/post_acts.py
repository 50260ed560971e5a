"""What can be done with the post on show and its case, apart from answering it.

Joins the pane with ``Sorter``, the browser and the outbox. It must not know how any of it is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from connectors.base import Action
from desktop.models import cases
from desktop.ui import fmt
from desktop.ui.detail.data import Loaded
from desktop.ui.detail.links import open_in_browser
from desktop.ui.forwarding.handing import HandOver, likely
from desktop.ui.lists.sorter import Sorter

translate = QCoreApplication.translate

CHANNEL_ACTS = frozenset(action.value for action in Action if not action.has_text)


class PostActs(QObject):
    """``current`` gives what is on show, or None; ``picker_at`` the widget under which departments open.
    ``decided``: the list of departments was closed, with a choice or without."""

    decided = Signal()

    def __init__(
        self, bridge: Any, pane: QWidget, current: Callable[[], Loaded | None], picker_at: QWidget
    ) -> None:
        super().__init__(pane)
        self._bridge = bridge
        self._pane = pane
        self._current = current
        self._picker_at = picker_at
        self._picker: Any = None  # made when it is first wanted
        self._picking: tuple[int, str] = (0, "")
        self._sorter = Sorter(bridge, self)
        self._sorter.moved.connect(self._moved)
        self.hand_over = HandOver(bridge, pane)

    def _row(self) -> Any:
        loaded = self._current()
        return loaded.detail.row if loaded is not None else None

    def mark_read(self, case_id: int, read: bool) -> None:
        self._sorter.mark_read([case_id], read)

    def open_address(self, address: str) -> None:
        """Open a web address in the system's browser; anything else is refused in words."""
        if address and not open_in_browser(address):
            self._bridge.toast(
                translate("Detail", "이 주소는 브라우저에서 열 수 없습니다: {address}").format(
                    address=address[:200]
                ),
                tone="warning",
            )

    def open_original(self) -> None:
        row = self._row()
        if row is None:
            return
        if row.url:
            self.open_address(row.url)
        else:
            self._bridge.toast(translate("Detail", "이 글에는 열 수 있는 주소가 없습니다"))

    def copy_link(self) -> None:
        row = self._row()
        if row is not None and row.url:
            QGuiApplication.clipboard().setText(row.url)
            self._bridge.toast(translate("Detail", "글 주소를 복사했습니다"))

    def move_to(self, track: str) -> None:
        row = self._row()
        if row is None or row.case_id is None:
            return
        if row.track != track:
            self._sorter.move([row.case_id], track)
        elif track == "forward":
            self.pick_department()

    def pick_department(self) -> None:
        """Hand the case on show to a department, or to another one."""
        row = self._row()
        if row is not None and row.case_id is not None:
            self._pick_department(row.case_id, "")

    def _moved(self, case_ids: Any, track: str, step: str) -> None:
        row = self._row()
        if track == "forward" and row is not None and row.case_id in case_ids:
            self._pick_department(row.case_id, step)

    def _pick_department(self, case_id: int, step: str) -> None:
        self._bridge.spawn(self._open_picker(case_id, step))

    async def _open_picker(self, case_id: int, step: str) -> None:
        from desktop.ui.lists.picker import DepartmentPicker

        loaded = self._current()
        if loaded is None or loaded.detail.row.case_id != case_id:
            return
        if self._picker is None:
            self._picker = DepartmentPicker(self._pane)
            self._picker.picked.connect(self._department_picked)
            self._picker.more_wanted.connect(self._more_wanted)
            self._picker.offer_more()
            self._picker.left.connect(self._picker_left)
        button = self._picker_at
        self._picking = (case_id, step)
        self._picker.show_for(loaded.departments, None, button.mapTo(self._pane, button.rect().bottomLeft()))
        suggested, by_mail = await self._bridge.read(likely, loaded.detail.text)
        if self._picking == (case_id, step):
            self._picker.set_by_mail(by_mail)
            self._picker.set_suggested(suggested)

    def _department_picked(self, code: str, name: str) -> None:
        case_id, step = self._picking
        self.hand_over.send([case_id], code, name, step)
        self._picker_left()

    def _picker_left(self) -> None:
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.decided.emit()

    def _more_wanted(self, code: str) -> None:
        case_id, step = self._picking
        loaded = self._current()
        text = loaded.detail.text if loaded is not None else ""
        self.hand_over.more([case_id], code, step, text)
        self.decided.emit()

    def take_apart(self, post_ids: Any) -> None:
        """Give these posts cases of their own again."""
        row = self._row()
        if row is not None and row.case_id is not None and post_ids:
            self._bridge.spawn(self._take_apart(row.case_id, list(post_ids)))

    async def _take_apart(self, case_id: int, post_ids: list[int]) -> None:
        step = await self._bridge.write(cases.take_apart, case_id, post_ids)
        text = translate("Detail", "글 {n}개를 묶음에서 떼어 냈습니다")
        self._bridge.did(text.format(n=fmt.number(len(post_ids))), str(step))

    def run(self, name: str) -> None:
        """Do what an entry of the menu names."""
        row = self._row()
        if row is None:
            return
        if name == "copy":
            self.copy_link()
        elif name in CHANNEL_ACTS:
            self._bridge.spawn(self._act_on_channel(row.id, Action(name)))
        elif row.case_id is None:
            return
        elif name == "star":
            self._sorter.star([row.case_id], not row.starred)
        elif name == "done":
            self._sorter.set_done([row.case_id], row.status != "done")
        elif name == "read":
            self._sorter.mark_read([row.case_id], row.unread)
        elif name == "new":
            self.move_to("new")
        elif name == "take_apart":
            self.take_apart([row.id])

    async def _act_on_channel(self, post_id: int, action: Action) -> None:
        await self._bridge.services.sender.act(post_id, action)
