"""The banner about texts of an earlier sitting names only what nobody has before their eyes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton

from desktop.models import drafts
from desktop.models.store import Store
from desktop.ui.main_window import MainWindow
from desktop.ui.shell import begun
from tests.models.helpers import channel, id_of, merge, post
from tests.ui.conftest import PaneStub, until

USER = "김주무관"


@pytest.fixture
def store(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(PaneStub, "compose", lambda pane, stage: pane.shown.append("compose"), raising=False)
    with Store.open(str(tmp_path / "w.db")) as made:
        merge(made, channel(made), *(post(name) for name in ("a", "b", "c")))
        window.bridge.set_store(made)
        window.bridge.open_post.connect(window.open_post)
        yield made


def begin_draft(store: Store, name: str, kind: str = "reply", text: str = "쓰던 글") -> int:
    number = id_of(store, name)
    store.write(drafts.save_draft, number, kind, USER, text).result()
    return number


def said(window: MainWindow) -> str:
    return window.banners.texts().get("drafts", "")


def go_on(window: MainWindow) -> None:
    button: Any = next(b for b in window.banners.findChildren(QPushButton) if b.text() == "이어 쓰기")
    button.click()


async def test_the_one_that_lies_open_is_not_named(window: MainWindow, store: Store) -> None:
    first = begin_draft(store, "a")
    window.open_post(first)
    await begun.answers(window).begin()
    assert said(window) == ""


async def test_what_was_seen_is_named_no_more(window: MainWindow, store: Store) -> None:
    first, second = begin_draft(store, "a"), begin_draft(store, "b")
    await begun.answers(window).begin()
    assert said(window) == "작성하던 답변이 2건 있습니다."
    window.open_post(first)
    assert said(window) == "작성하던 답변이 1건 있습니다."
    go_on(window)
    assert window.detail.post_id == second and said(window) == ""
    assert window.detail.pane.shown[-1] == "compose"
    window.open_post(first)
    assert said(window) == ""


async def test_what_was_written_on_sent_or_dropped_is_named_no_more(window: MainWindow, store: Store) -> None:
    first, _ = begin_draft(store, "a"), begin_draft(store, "b")
    begin_draft(store, "c")
    await begun.answers(window).begin()
    store.write(drafts.drop_draft, first, "reply", USER).result()
    await until(lambda: said(window) == "작성하던 답변이 2건 있습니다.")
    begin_draft(store, "b", text="쓰던 글을 더 썼다")
    await until(lambda: said(window) == "작성하던 답변이 1건 있습니다.")


async def test_a_banner_that_was_closed_stays_closed(window: MainWindow, store: Store) -> None:
    first, _ = begin_draft(store, "a"), begin_draft(store, "b")
    await begun.answers(window).begin()
    window.banners.take_away("drafts")
    window.open_post(first)
    assert said(window) == ""


async def test_notes_are_called_notes_and_are_opened_as_such(
    window: MainWindow, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = begin_draft(store, "a", "note")
    begin_draft(store, "b")
    pane = window.detail.ensure()
    asked: list[str] = []
    monkeypatch.setattr(pane, "note_in_front", lambda: False, raising=False)
    monkeypatch.setattr(pane, "write_note", lambda: asked.append("note"), raising=False)
    await begun.answers(window).begin()
    assert said(window) == "작성하던 답변 1건과 메모 1건이 있습니다."
    go_on(window)
    assert said(window) == "작성하던 메모가 1건 있습니다."
    window.open_post(number)
    assert said(window) == "작성하던 메모가 1건 있습니다."  # the answer is in front, not the note
    go_on(window)
    assert asked == ["note"] and said(window) == ""
