"""Has due times computed anew in the background whenever what they are counted with has changed, however it
was changed: in the settings, by taking back, on the command line of this program."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QLabel, QWidget

from desktop.services import deadlines
from desktop.ui import fmt

translate = QCoreApplication.translate

CHANGED_WITH = {"deadline_rules", "holidays"}
"""What ``Changes.others`` says then."""


class Keeper(QObject):
    """One for a window. ``moved`` tells which due times came out otherwise (``recomputing.Moved``)."""

    moved = Signal(object)

    def __init__(self, bridge: Any, window: QWidget, line: QLabel) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window
        self._line = line  # where the progress is said
        self._running = self._again = False
        self.dialog: Any = None  # the last list that was opened
        bridge.changed.connect(self._changed)

    def _changed(self, changes: Any) -> None:
        if not changes.others & CHANGED_WITH or self._bridge.store.read_only:
            return
        self._again = True
        if not self._running:
            self._running = True
            self._bridge.spawn(self._run(), "due times")

    async def _run(self) -> None:
        moved: dict[tuple[int, str], Any] = {}
        try:
            while self._again:
                self._again = False
                for one in await deadlines.recompute(self._bridge.store, self._progress):
                    moved[one.case_id, one.purpose] = one
        finally:
            self._running = False
            self._line.setText("")
        if moved:
            self._tell(list(moved.values()))

    def _progress(self, done: int, total: int) -> None:
        text = translate("DueKeeper", "기한을 다시 셉니다 {done}/{total}")
        self._line.setText(text.format(done=fmt.number(done), total=fmt.number(total)))

    def _tell(self, moved: list[Any]) -> None:
        self.moved.emit(moved)
        text = translate("DueKeeper", "{count}건의 기한을 다시 셌습니다").format(count=fmt.number(len(moved)))
        self._bridge.toast(text, translate("DueKeeper", "바뀐 기한 보기"), lambda: self.show_list(moved))

    def show_list(self, moved: list[Any]) -> None:
        """The list of what moved."""
        from desktop.ui.deadlines.moves import MovedDialog

        self.dialog = MovedDialog(self._bridge, self._window, moved)
        self.dialog.open()
