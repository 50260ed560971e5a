"""What a list says while it has no cards: loading, empty, nothing found, not readable; with a next step."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from desktop.ui.lists.view import CardView
from desktop.ui.widgets.states import EmptyState

translate = QCoreApplication.translate

LOADING_AFTER_MS = 300
"""A shorter wait is not spoken of: the words would only flash."""


class Words(NamedTuple):
    """One state of an empty list."""

    title: str
    text: str = ""
    icon: str = "inbox"
    action: str = ""
    run: Callable[[], object] | None = None


class Emptiness(QObject):
    """Lies over the viewport of one list. A drop on it still reaches the list."""

    def __init__(self, view: CardView, empty_words: Callable[[], Words]) -> None:
        super().__init__(view)
        self._view = view
        self._empty_words = empty_words
        self._run: Callable[[], object] | None = None
        self._panel = EmptyState("", parent=view.viewport())
        self._panel.acted.connect(self._act)
        self._panel.hide()
        self._patience = QTimer(self, interval=LOADING_AFTER_MS, singleShot=True)
        self._patience.timeout.connect(self._show_loading)
        view.viewport().installEventFilter(self)
        view.cards().state_changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        model = self._view.cards()
        if model.rowCount():
            self._patience.stop()
            self._panel.hide()
        elif model.error is not None:
            self._show(
                Words(
                    translate("Lists", "글을 읽지 못했습니다"),
                    translate("Lists", "저장된 글은 그대로 있습니다. 잠시 뒤 다시 읽어 주세요."),
                    "triangle-alert",
                    translate("Lists", "다시 읽기"),
                    model.reload,
                )
            )
        elif model.loading or not model.loaded:
            if not self._patience.isActive() and not self._panel.isVisible():
                self._patience.start()
        else:
            self._patience.stop()
            self._show(self._empty_words())

    def shown(self) -> EmptyState | None:
        return self._panel if self._panel.isVisibleTo(self._view) else None

    def _show_loading(self) -> None:
        if not self._view.cards().rowCount() and self._view.cards().loading:
            self._show(Words(translate("Lists", "글을 불러오고 있습니다"), icon="loader"))

    def _show(self, words: Words) -> None:
        self._patience.stop()
        self._run = words.run
        self._panel.set_state(words.title, words.text, icon=words.icon, action=words.action)
        self._panel.setGeometry(self._view.viewport().rect())
        self._panel.show()

    def _act(self) -> None:
        if self._run is not None:
            self._run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._panel.setGeometry(self._view.viewport().rect())
        return False
