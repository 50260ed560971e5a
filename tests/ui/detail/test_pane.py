"""The detail pane over a real database: thread, versions, tombstones, history, notes, moves."""

from __future__ import annotations

from connectors.base import Author
from desktop.ui.detail.pane import DetailPane
from tests.ui.detail.desk import Desk


async def test_a_post_is_shown_with_its_thread(desk: Desk) -> None:
    first = desk.arrive("a", "가로등이 꺼져 있습니다 https://seoul.go.kr/light 봐 주세요")
    desk.arrive("b", "저희 동네도 그렇습니다", parent_id="a", author=Author("kim", "김이웃"))
    pane = desk.show(DetailPane(desk.bridge))
    pane.show_post(first)
    await desk.quiet()
    text = pane.thread.toPlainText()
    assert "가로등이 꺼져" in text and "저희 동네도" in text
    assert "https://seoul.go.kr/light" in pane.thread.toHtml()
