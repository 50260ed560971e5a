"""The whole program in a process of its own: it opens, ends in order, and says what is wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.models import channels
from desktop.models.store import Store

RUN = """
import sys
from desktop.app import run
from PySide6.QtCore import QTimer

def usable(window):
    print("usable", window.current, flush=True)
    {act}

sys.exit(run(sys.argv[1], usable))
"""
LEFTOVERS = (
    "Traceback",
    "Task was destroyed",
    "never awaited",
    "QThread: Destroyed",
    "RuntimeError",
    "Segmentation",
)


def start(tmp_path: Path, act: str = "pass", url: str = "") -> subprocess.Popen[str]:
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "SEOUL_SMC_CONFIG": str(tmp_path / "config")}
    env["XDG_RUNTIME_DIR"] = str(tmp_path)
    return subprocess.Popen(
        [sys.executable, "-X", "faulthandler", "-c", RUN.format(act=act), url or str(tmp_path / "w.db")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=env,
    )


def ended(program: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, errors = program.communicate(timeout=90)
    for sign in LEFTOVERS:
        assert sign not in errors, errors
    return program.returncode, out, errors


def test_it_opens_an_empty_workspace_and_closes(tmp_path: Path) -> None:
    code, out, _ = ended(start(tmp_path, "QTimer.singleShot(1500, window.closing.emit)"))
    assert (code, out.strip()) == (0, "usable board")
    Store.open(str(tmp_path / "w.db")).close()


def test_the_first_start_shows_no_board_before_the_first_steps(tmp_path: Path) -> None:
    act = """
    def tell(what):
        shown = window.pages.currentWidget()
        board = window.screen_named("board").isVisible()
        print(what, shown.objectName() or window.current, board, flush=True)
    def end():
        tell("later")
        window.closing.emit()
    tell("then")
    QTimer.singleShot(1500, end)
"""
    code, out, _ = ended(start(tmp_path, act))
    assert code == 0
    assert out.split("\n")[1] in ("then firstSteps False", "then beforeFirstSteps False")
    assert out.split("\n")[2] == "later firstSteps False"


def test_a_workspace_with_channels_begins_with_its_board(tmp_path: Path) -> None:
    with Store.open(str(tmp_path / "w.db")) as store:
        store.write(channels.add_channel, network="feed", name="게시판", url="https://a.example/rss").result()
    act = """
    QTimer.singleShot(1500, lambda: (print(window.screen_named("board").isVisible()), window.closing.emit()))
"""
    code, out, _ = ended(start(tmp_path, act))
    assert (code, out.split("\n")[1]) == (0, "True")


def test_closing_at_once_is_fine(tmp_path: Path) -> None:
    assert ended(start(tmp_path, "window.closing.emit()"))[0] == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_signals_end_it_in_order(tmp_path: Path, number: signal.Signals) -> None:
    program = start(tmp_path)
    assert program.stdout is not None and program.stdout.readline().startswith("usable")
    program.send_signal(number)
    assert ended(program)[0] == 0


def test_a_stray_quit_ends_it_in_order(tmp_path: Path) -> None:
    act = "from PySide6.QtWidgets import QApplication; QTimer.singleShot(100, QApplication.quit)"
    assert ended(start(tmp_path, act))[0] == 0


def test_the_language_changes_while_it_runs(tmp_path: Path) -> None:
    act = """
    def switch():
        window.bridge.prefs.put("language", "en")
        QTimer.singleShot(800, look)
    def look():
        from PySide6.QtWidgets import QApplication
        from desktop.ui.main_window import MainWindow
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]
        print(len(shown), shown[0] is not window, shown[0].current, flush=True)
        shown[0].closing.emit()
    QTimer.singleShot(1200, switch)
"""
    code, out, _ = ended(start(tmp_path, act))
    assert code == 0 and out.split("\n")[1] == "1 True board"


def test_going_over_to_another_workspace(tmp_path: Path) -> None:
    other = str(tmp_path / "other.db")
    act = f"""
    def look():
        from PySide6.QtWidgets import QApplication
        from desktop.ui.main_window import MainWindow
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]
        print(shown[0].bridge.store.path, flush=True)
        shown[0].closing.emit()
    if not hasattr(sys, "went"):
        sys.went = True
        window.bridge.workspace_wanted.emit({other!r})
    else:
        QTimer.singleShot(300, look)
"""
    code, out, _ = ended(start(tmp_path, act))
    assert code == 0 and out.strip().split("\n")[-1] == other


def test_a_file_that_is_no_workspace_is_said_in_a_page(tmp_path: Path) -> None:
    bad = tmp_path / "letter.db"
    bad.write_text("이것은 편지입니다. " * 100, encoding="utf-8")
    program = start(tmp_path, url=str(bad))
    with pytest.raises(subprocess.TimeoutExpired):
        program.communicate(timeout=4)
    program.send_signal(signal.SIGTERM)
    assert ended(program)[0] == 0
    assert bad.read_text(encoding="utf-8").startswith("이것은 편지입니다.")
