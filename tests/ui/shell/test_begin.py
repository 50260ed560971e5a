"""Whether the first steps come is found out with the first posts, on the reader's thread."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.models import channels
from desktop.models.store import Store
from desktop.ui.main_window import MainWindow
from desktop.ui.shell import begin


def look(window: MainWindow, store: Store, pages: list[list[Any]]) -> bool:
    found, unused = store.read(begin.looking(window, lambda: pages)).result()
    assert found == pages
    return unused


def test_a_workspace_is_unused_without_a_post_and_a_channel(window: MainWindow, tmp_path: Path) -> None:
    with Store.open(str(tmp_path / "w.db")) as store:
        assert look(window, store, [[], []])
        assert not look(window, store, [[], ["a post"]])
        store.write(channels.add_channel, network="feed", name="게시판", url="https://a.example/rss").result()
        assert not look(window, store, [[], []])


def test_who_has_been_through_the_first_steps_pays_nothing(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.bridge.prefs.put("first_run_done", "1")
    monkeypatch.setattr(begin, "_has_channels", lambda: pytest.fail("looked"))
    assert begin.looking(window, lambda: [[]])() == ([[]], False)


def test_only_an_unused_workspace_hides_the_board_before_its_first_paint(window: MainWindow) -> None:
    board = window.pages.currentWidget()
    begin.opened(window, False)
    assert window.pages.currentWidget() is board
    begin.opened(window, True)
    assert window.pages.currentWidget().objectName() == begin.BLANK
