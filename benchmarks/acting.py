"""What people do all day, at 100,000 cases: from the key to the paint that shows it stored."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from benchmarks import children, workspaces
from benchmarks.report import Row, percentile, under
from desktop.models import cases, forwarding
from desktop.models.filters import Filter
from desktop.models.meetings import agenda, planning
from desktop.models.queries import board_page
from desktop.models.store import Store, Tx

POSTS = 100_000
ROUNDS = 20
DEPARTMENT = "N11-03"
HANDED_OVER = 2_000
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier

ACTS = {
    "idea": "moved to 정책 아이디어 (2)",
    "opinion": "moved to 단순 의견 (3)",
    "back": "that taken back (Ctrl+Z)",
    "forward": "moved to 부서 이관 (1)",
    "send": "its department chosen (Enter)",
    "order": "one place up (Alt+Up)",
    "star": "a star (S)",
    "done": "done with (E)",
    "note": "an internal note (Ctrl+Enter)",
    "receive": "received by a department (A)",
    "begin": "begun (W)",
    "answer": "its answer handed in (Ctrl+Enter)",
    "decide": "decided in a meeting (Ctrl+Enter)",
}
MANY = 1_000
REST_S = 0.3


def acts() -> list[Row]:
    with children.private_home() as (folder, environment):
        path = workspaces.copy_of(workspaces.filled(POSTS), folder)
        with Store.open(path) as store:
            store.write(_prepare).result()
        found = children.run("benchmarks.window", "acts", path, environment=environment)
    note = f"{ROUNDS} times each in the real window, painted off the screen"
    return [
        under(
            f"{called} at {POSTS:,} cases, p95 from the key to the paint",
            percentile(found[name], 0.95),
            50,
            "ms",
            note=f"{note}; p50 {percentile(found[name], 0.5):.1f} ms",
        )
        for name, called in ACTS.items()
    ]


def many() -> list[Row]:
    """A thousand chosen cases at once: how long the writer thread is theirs."""
    times: dict[str, float] = {}
    with children.private_home() as (folder, _):
        path = workspaces.copy_of(workspaces.filled(POSTS), folder)
        with Store.open(path) as store:
            ids = store.read(_newest, "new", 2 * MANY).result()

            def timed(name: str, work: Callable[..., Any], *args: Any) -> Any:
                began = time.perf_counter()
                result = store.write(work, *args).result()
                times[name] = (time.perf_counter() - began) * 1000
                return result

            store.write(cases.move, ids[-1:], "opinion").result()  # what is imported once is there
            timed("moved to a track", cases.move, ids[:MANY], "opinion")
            step = timed("sent to a department", forwarding.send, ids[MANY:-1], DEPARTMENT)
            timed("taken back from it", cases.undo, step)
    return [under(f"{MANY:,} cases {name}, one gesture", took, 1_000, "ms") for name, took in times.items()]


def _prepare(tx: Tx) -> None:
    """Departments and a meeting have something to do."""
    forwarding.send(tx, _newest("forward", HANDED_OVER), DEPARTMENT)
    meeting = planning.add(tx, at_ms=tx.now_ms + 86_400_000)
    agenda.add(tx, meeting.id, _newest("idea", ROUNDS + 2))
    planning.start(tx, meeting.id)


def _newest(track: str, count: int) -> list[int]:
    return [row.case_id for row in board_page(track, Filter(), limit=count)]


# --- in the window ------------------------------------------------------------------------------------------

Shown = Callable[[], Any]


class Hands:
    """Presses keys and keeps how long each act took."""

    def __init__(self, window: Any) -> None:
        self.window = window
        self.took: dict[str, list[float]] = {name: [] for name in ACTS}

    async def act(self, name: str, press: Callable[[], object], shown: Shown) -> None:
        began = time.perf_counter()
        press()
        await until_soon(shown, name)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)  # the paint, now
        self.took[name].append((time.perf_counter() - began) * 1000)
        await self.rest()

    async def rest(self) -> None:
        """What was done or typed is painted and all that follows is done; a person's hand takes longer."""
        await asyncio.sleep(REST_S)


async def until_soon(shown: Shown, what: str) -> None:
    deadline = time.monotonic() + 20
    while not shown():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        await asyncio.sleep(0.001)  # a busy loop would keep the other threads waiting


async def drive(window: Any) -> dict[str, list[float]]:
    """All acts in turn; the first round of each is not counted: it imports what is needed once."""
    hands = Hands(window)
    rounds: list[Callable[[Hands], Coroutine[Any, Any, None]]] = [
        sort_away, forward, arrange, write_note, work_in_inbox, decide
    ]  # fmt: skip
    for one in rounds:
        await one(hands)
    return {name: took[1:] for name, took in hands.took.items()}


async def shown_screen(hands: Hands, name: str) -> Any:
    hands.window.show_screen(name)
    await asyncio.sleep(1)
    await hands.rest()
    return hands.window.screen_named(name)


def column_of(board: Any, track: str) -> Any:
    return next(column for column in board.columns if column.track == track)


def at(column: Any, row: int) -> int:
    """Choose a card; its case."""
    column.view.setFocus()
    column.view.go_to_row(row)
    return int(column.model.card(row).case_id)


async def sort_away(hands: Hands) -> None:
    board = await shown_screen(hands, "board")
    new = column_of(board, "new")
    for track, key in (("idea", Qt.Key.Key_2), ("opinion", Qt.Key.Key_3)):
        target = column_of(board, track)
        for _ in range(ROUNDS + 1):
            case = at(new, 0)
            await hands.act(
                track,
                lambda: QTest.keyClick(new.view, key),  # noqa: B023 (pressed at once)
                lambda: case in target.model.keys() and case not in new.model.keys(),  # noqa: B023
            )
            if track == "opinion":
                undo = hands.window.bridge.undo.undo
                await hands.act("back", undo, lambda: case in new.model.keys())  # noqa: B023


async def forward(hands: Hands) -> None:
    board = hands.window.screen_named("board")
    new, target = column_of(board, "new"), column_of(board, "forward")
    for _ in range(ROUNDS + 1):
        case = at(new, 0)
        await hands.act(
            "forward",
            lambda: QTest.keyClick(new.view, Qt.Key.Key_1),
            lambda: case in target.model.keys() and board.actions_.picker.isVisible(),  # noqa: B023
        )
        picker = board.actions_.picker
        picker.line.setText("교통")
        await hands.rest()
        await hands.act(
            "send",
            lambda: QTest.keyClick(picker.line, Qt.Key.Key_Return),  # noqa: B023
            lambda: target.model.card_of(case).row.department,  # noqa: B023
        )


async def arrange(hands: Hands) -> None:
    board = hands.window.screen_named("board")
    column = column_of(board, "forward")
    for _ in range(ROUNDS + 1):
        case = at(column, 3)
        await hands.act(
            "order",
            lambda: QTest.keyClick(column.view, Qt.Key.Key_Up, ALT),
            lambda: column.model.row_of(case) == 2,  # noqa: B023
        )
        case = at(column, 1)
        starred = column.model.card_of(case).starred
        await hands.act(
            "star",
            lambda: QTest.keyClick(column.view, Qt.Key.Key_S),
            lambda: column.model.card_of(case).starred != starred,  # noqa: B023
        )
        status = column.model.card_of(case).row.status
        await hands.act(
            "done",
            lambda: QTest.keyClick(column.view, Qt.Key.Key_E),
            lambda: (card := column.model.card_of(case)) is None or card.row.status != status,  # noqa: B023
        )


async def write_note(hands: Hands) -> None:
    board = hands.window.screen_named("board")
    at(column_of(board, "forward"), 0)
    QTest.keyClick(column_of(board, "forward").view, Qt.Key.Key_N)
    await asyncio.sleep(1)
    await hands.rest()
    notes = hands.window.detail.pane.notes
    for number in range(ROUNDS + 1):
        text = f"{number}번째 메모입니다"
        notes.editor.setPlainText(text)
        await hands.rest()
        await hands.act(
            "note",
            lambda: QTest.keyClick(notes.editor, Qt.Key.Key_Return, CTRL),
            lambda: text in notes.list.toPlainText(),  # noqa: B023
        )


async def work_in_inbox(hands: Hands) -> None:
    from desktop.ui.departments.screen import LAST

    hands.window.bridge.prefs.put(LAST, DEPARTMENT)
    inbox = await shown_screen(hands, "departments")
    await until_soon(lambda: inbox.model.rowCount() > ROUNDS, "the inbox")

    def state(key: int) -> str:
        card = inbox.model.card_of(key)
        return "" if card is None else str(card.row.forwarding.state)

    for _ in range(ROUNDS + 1):
        place = next(
            row for row in range(inbox.model.rowCount()) if state(inbox.model.card(row).key) == "sent"
        )
        inbox.view.setFocus()
        inbox.view.go_to_row(place)
        key = inbox.model.card(place).key
        await hands.rest()
        for name, letter, after in (
            ("receive", Qt.Key.Key_A, "received"),
            ("begin", Qt.Key.Key_W, "working"),
        ):
            await hands.act(
                name,
                lambda: QTest.keyClick(inbox.view, letter),  # noqa: B023
                lambda: state(key) == after,  # noqa: B023
            )
        QTest.keyClick(inbox.view, Qt.Key.Key_R)
        await hands.rest()
        box = inbox.panel.box
        box.stage.set_value("final")
        box.editor.setPlainText("안녕하십니까. 확인해서 고치겠습니다.")
        await hands.rest()
        await hands.act(
            "answer",
            box.submit,
            lambda: (card := inbox.model.card_of(key)) is None or card.row.final == "submitted",  # noqa: B023
        )


async def decide(hands: Hands) -> None:
    screen = await shown_screen(hands, "meetings")
    desk = screen.desk
    await until_soon(lambda: desk.whole is not None, "the meeting")
    desk.set_mode("decide")
    await until_soon(lambda: desk.loaded is not None, "the first idea")

    def decided(case: int) -> bool:
        return any(row.item.case_id == case and row.item.decision for row in desk.whole.agenda)

    for _ in range(ROUNDS + 1):
        case = desk.loaded.row.case_id
        desk.choose("rejected")
        desk.panel.reason.setPlainText("이미 하고 있는 일입니다.")
        await hands.rest()
        await hands.act(
            "decide",
            desk.panel.save,
            lambda: decided(case) and desk.loaded.row.case_id != case,  # noqa: B023
        )
