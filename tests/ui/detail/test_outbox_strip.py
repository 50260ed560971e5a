"""The lines about answers on their way: what is said while there is no internet."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any

import pytest

from desktop.ui.detail.outbox_strip import OutboxStrip
from desktop.ui.settings.prefs import Prefs


def waiting(seconds: float, *, attempts: int = 0, reason: str = "") -> Any:
    return SimpleNamespace(
        id=1, post_id=1, action="reply", state="waiting", attempts=attempts, reason=reason, url="",
        send_after_ms=int((time.time() + seconds) * 1000), sent_ms=None,
    )  # fmt: skip


@pytest.mark.parametrize("row", [waiting(-1), waiting(60, attempts=1, reason="waiting-answer")])
def test_without_internet_no_time_is_promised(qtbot: Any, prefs: Prefs, row: Any) -> None:
    strip = OutboxStrip()
    qtbot.addWidget(strip)
    strip.show_rows([row], {})
    before = strip.lines[0].label.text()
    assert before != "답변: 인터넷에 연결되면 보냅니다."
    strip.set_online(False)
    assert strip.lines[0].label.text() == "답변: 인터넷에 연결되면 보냅니다."
    strip.set_online(True)
    assert strip.lines[0].label.text() == before


def test_the_time_to_take_it_back_runs_without_internet_too(qtbot: Any, prefs: Prefs) -> None:
    strip = OutboxStrip()
    qtbot.addWidget(strip)
    strip.set_online(False)
    strip.show_rows([waiting(60)], {})
    assert "초 뒤에 보냅니다" in strip.lines[0].label.text()
