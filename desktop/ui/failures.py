"""Turns any failure into one sentence for the person and a report for whoever mends the program."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler

from desktop.ui import i18n

if TYPE_CHECKING:
    import asyncio

translate = QCoreApplication.translate
log = logging.getLogger(__name__)


def sentence(error: BaseException) -> str:
    """What happened, what is safe, what to do."""
    known = _known(error)
    if known:
        return known
    return translate(
        "Failures", "예상하지 못한 문제가 생겼습니다. 저장된 글과 작성 중인 글은 그대로 있습니다."
    )


def _known(error: BaseException) -> str:
    conflict = getattr(error, "who", None)
    if conflict is not None and hasattr(error, "at_ms"):
        from desktop.ui import fmt

        text = translate("Failures", "실행을 취소할 수 없습니다. {who} 님이 {when}에 다시 바꿨습니다.")
        return text.format(who=conflict, when=fmt.moment(error.at_ms))
    try:
        from desktop.services.messages import sentence as service_sentence
    except ImportError:
        return ""
    try:
        return service_sentence(error, i18n.language())
    except (KeyError, TypeError, ValueError, AttributeError):
        return ""


def report(error: BaseException) -> str:
    """Technical text that the person can copy; it holds no post and no password of its own accord."""
    import platform

    lines = traceback.format_exception(type(error), error, error.__traceback__)
    head = f"Seoul Social Media Center, Python {platform.python_version()}, {platform.platform()}"
    return f"{head}\n{''.join(lines)}"


# What Qt says on machines without a desktop theme, a tray or a portal; nobody can do anything about it.
_QUIET = (
    "propagateSizeHints",
    "QStandardPaths: XDG_RUNTIME_DIR",
    "libpng warning",
    "Could not register app ID",
)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Catcher:
    """The one place where exceptions that nobody caught arrive: log file, then ``tell(error)`` once each.

    An exception that repeats at every paint would fill the screen with one message, so the same one (kind
    and place) is told once.
    """

    def __init__(self, tell: Callable[[BaseException], None]) -> None:
        self._tell = tell
        self._told: set[tuple[str, str, int]] = set()
        self._before: tuple[Any, ...] = ()

    def install(self) -> None:
        self._before = (sys.excepthook, sys.unraisablehook, threading.excepthook)
        sys.excepthook = self._uncaught
        sys.unraisablehook = self._unraisable
        threading.excepthook = self._in_thread
        qInstallMessageHandler(self._qt_message)

    def remove(self) -> None:
        if self._before:
            sys.excepthook, sys.unraisablehook, threading.excepthook = self._before
            self._before = ()
            qInstallMessageHandler(None)

    def in_loop(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """For ``loop.set_exception_handler``."""
        error = context.get("exception")
        if isinstance(error, BaseException):
            self.caught(error)
        else:
            log.error("event loop: %s", context.get("message", ""))

    def caught(self, error: BaseException) -> None:
        if isinstance(error, KeyboardInterrupt | SystemExit) or type(error).__name__ == "CancelledError":
            return
        log.error("uncaught", exc_info=error)
        last = error.__traceback__
        while last is not None and last.tb_next is not None:
            last = last.tb_next
        where = (last.tb_frame.f_code.co_filename, last.tb_lineno) if last is not None else ("", 0)
        key = (type(error).__name__, *where)
        if key not in self._told:
            self._told.add(key)
            self._tell(error)

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.caught(error)

    def _unraisable(self, what: Any) -> None:
        if what.exc_value is not None:
            log.error("unraisable in %r", what.object, exc_info=what.exc_value)

    def _in_thread(self, what: Any) -> None:
        # Widgets must not be touched from another thread: the log has it, the task's owner tells it.
        log.error("uncaught in thread %s", what.thread, exc_info=what.exc_value)

    def _qt_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if not any(quiet in text for quiet in _QUIET):
            log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", text)
