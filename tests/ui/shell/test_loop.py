"""The window's event loop keeps asyncio's promises: order, cancelling, and turns that leave room for Qt."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import asyncio, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from desktop.ui.shell.loop import EventLoop, STEPS, TURN_S

app = QApplication(sys.argv)

async def in_order():
    seen = []
    loop = asyncio.get_running_loop()
    cancelled = loop.call_soon(seen.append, "cancelled")
    for number in range(5):
        loop.call_soon(seen.append, number)
    cancelled.cancel()
    await asyncio.sleep(0)
    return seen

async def with_room_for_qt():
    ticks = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: ticks.append(None))
    timer.start()
    async def busy():
        for _ in range(20):
            time.sleep(TURN_S)
            await asyncio.sleep(0)
    await asyncio.gather(busy(), busy())
    timer.stop()
    return len(ticks)

async def a_few_steps_before_the_paint():
    seen = []
    class Page(QWidget):
        def paintEvent(self, event):
            seen.append("paint")
    page = Page()
    page.show()
    while not seen:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.05)
    seen.clear()
    loop = asyncio.get_running_loop()
    def step(left):
        seen.append(left)
        if left:
            loop.call_soon(step, left - 1)
    def pressed():
        page.update()
        loop.call_soon(step, 9)
    QTimer.singleShot(0, pressed)
    await asyncio.sleep(0.1)
    return seen.index("paint"), len(seen)

async def after_a_failure():
    told = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: told.append(type(context["exception"]).__name__))
    loop.call_soon(lambda: 1 / 0)
    loop.call_soon(told.append, "next")
    await asyncio.sleep(0.01)
    return told

with asyncio.Runner(loop_factory=lambda: EventLoop(app)) as runner:
    print(runner.run(in_order()))
    print(runner.run(with_room_for_qt()) >= 10)
    print(runner.run(a_few_steps_before_the_paint()) == (STEPS, 11))
    print(runner.run(after_a_failure()))
    print(runner.run(asyncio.to_thread(sum, [1, 2])))
"""


def test_the_loop_keeps_its_promises() -> None:
    ran = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines() == [
        "[0, 1, 2, 3, 4]",
        "True",
        "True",
        "['ZeroDivisionError', 'next']",
        "3",
    ]
