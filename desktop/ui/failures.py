"""Turns any failure into one sentence for the person and a report for whoever mends the program."""

from __future__ import annotations

import logging
import platform
import traceback

from PySide6.QtCore import QCoreApplication

from desktop.ui import i18n

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
        return text.format(who=conflict, when=fmt.short(error.at_ms))
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
    lines = traceback.format_exception(type(error), error, error.__traceback__)
    head = f"Seoul Social Media Center, Python {platform.python_version()}, {platform.platform()}"
    return f"{head}\n{''.join(lines)}"
