"""Drafts reach the disk while somebody types, and outlive the program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from desktop.models import drafts
from desktop.models.store import Store
from desktop.ui.detail.drafts import PAUSE_MS, DraftKeeper
from tests.ui.detail.desk import Desk

TYPIST = """
import asyncio, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from tests.ui.detail.desk import Desk, compose
from desktop.ui.detail.pane import DetailPane

async def main():
    desk = Desk(Path(sys.argv[1]))
    await desk.start()
    pane = desk.show(DetailPane(desk.bridge))
    pane.show_post(desk.arrive("a", "글"))
    await desk.quiet()
    typed = 0
    while True:
        compose(pane.composer.editor, "가", commit="나" if typed else "")
        typed += 1
        sys.stdout.write(f"{typed}\\n")
        sys.stdout.flush()
        app.processEvents()
        await asyncio.sleep(0.01)

asyncio.run(main())
"""


def test_a_killed_program_has_lost_less_than_a_second_of_typing(tmp_path: Path) -> None:
    root = Path(__file__).parents[3]
    env = {**os.environ, "PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen"}
    program = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(tmp_path)], stdout=subprocess.PIPE, text=True, env=env, cwd=root
    )
    assert program.stdout is not None
    typed = 0
    for line in program.stdout:  # somebody who never pauses
        typed = int(line)
        if typed == 300:
            break
    program.send_signal(signal.SIGKILL)
    program.wait()
    program.stdout.close()
    with Store.open(str(tmp_path / "workspace.db")) as store:
        (draft,) = store.read(drafts.list_drafts, "김주무관").result()
    # One syllable takes at least 10 ms here, so a second is at most 100 of them.
    assert len(draft.text) >= 300 - 100
    assert set(draft.text) <= {"나", "가"} and draft.text.endswith("가")


async def test_the_first_unsaved_change_starts_the_clock_not_the_last(desk: Desk) -> None:
    post = desk.arrive("a", "글")
    text = [""]
    keeper = DraftKeeper(desk.bridge, "reply", lambda: text[0])
    keeper.open(post, "", None)
    text[0] = "가"
    keeper.touched()
    left = keeper._timer.remainingTime()
    text[0] = "가나"
    keeper.touched()
    assert keeper._timer.isActive() and keeper._timer.remainingTime() <= left
    assert keeper._timer.interval() == PAUSE_MS
    keeper.flush()
    await desk.quiet()
    assert stored(desk) == ["가나"]


async def test_leaving_a_post_saves_at_once(desk: Desk) -> None:
    first, second = desk.arrive("a", "글"), desk.arrive("b", "둘", age_s=30)
    text = [""]
    keeper = DraftKeeper(desk.bridge, "reply", lambda: text[0])
    keeper.open(first, "", None)
    text[0] = "하나"
    keeper.open(second, "", None)
    text[0] = ""
    keeper.close()
    assert stored(desk) == ["하나"]


async def test_an_emptied_draft_is_gone(desk: Desk) -> None:
    post = desk.arrive("a", "글")
    text = ["하나"]
    keeper = DraftKeeper(desk.bridge, "reply", lambda: text[0])
    keeper.open(post, "", None)
    keeper.flush()
    text[0] = " "
    keeper.flush()
    assert stored(desk) == []


def stored(desk: Desk) -> list[str]:
    desk.write(lambda tx: None)  # the writer takes turns: after this everything before is on the disk
    return [draft.text for draft in desk.store.read(drafts.list_drafts, "김주무관").result()]
