"""The helper process: results and failures come back, and nothing it does can end the program."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys

import pytest

from connectors import helper as helper_module
from connectors.base import Malformed
from connectors.helper import Helper


@pytest.fixture
def helper():
    helper = Helper()
    yield helper
    helper.close()


def own_pid() -> int:
    return os.getpid()


def fail(code: str) -> None:
    raise Malformed("not readable", code)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def hang() -> None:
    signal.pause()


def talk() -> str:
    sys.stdout.write("이 줄은 답이 아니다\n")
    sys.stdout.flush()
    return "답"


async def until(question) -> None:
    async with asyncio.timeout(20):
        while not question():  # noqa: ASYNC110 (a process tells nobody)
            await asyncio.sleep(0.01)


async def test_work_is_done_in_another_process_which_stays(helper: Helper) -> None:
    first = await helper.run(own_pid)
    assert first != os.getpid()
    assert await helper.run(own_pid) == first


def test_a_program_that_ends_without_a_word_leaves_none_behind() -> None:
    script = (
        "import asyncio, os\nfrom connectors.helper import helper\n"
        "print(asyncio.run(helper().run(os.getpid)), flush=True)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    with pytest.raises(ProcessLookupError):
        os.kill(int(done.stdout), 0)


def test_a_process_for_one_work_ends_with_it() -> None:
    pid = Helper().run_once(own_pid)
    assert pid != os.getpid() and not is_running(pid)


def test_a_process_for_one_work_that_fails_ends_too(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[subprocess.Popen[bytes]] = []
    monkeypatch.setattr(helper_module, "_widen", made.append)
    with pytest.raises(Malformed, match="not readable"):
        Helper().run_once(fail, "html")
    with pytest.raises(Malformed, match="ended while it worked"):
        Helper().run_once(die)
    assert [one.returncode for one in made] == [0, -signal.SIGKILL]


async def test_it_can_be_started_before_its_first_work(helper: Helper) -> None:
    helper.prepare(own_pid)
    helper.prepare(fail)  # it is being started already: not called
    await until(lambda: helper._process)
    prepared = helper._process.pipes.pid
    assert await helper.run(own_pid) == prepared


async def test_a_helper_that_was_started_in_vain_rests_too(
    helper: Helper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(helper_module, "IDLE_S", 0.05)
    helper.prepare(own_pid)
    await until(lambda: helper._process)
    process = helper._process.pipes
    await until(lambda: process.poll() is not None)


async def test_failures_come_back_with_their_code(helper: Helper) -> None:
    with pytest.raises(Malformed) as caught:
        await helper.run(fail, "html")
    assert (str(caught.value), caught.value.code) == ("not readable", "html")
    assert await helper.run(own_pid) != os.getpid()


async def test_work_that_kills_the_helper_is_one_failure_and_the_next_work_is_done(helper: Helper) -> None:
    with pytest.raises(Malformed) as caught:
        await helper.run(die)
    assert caught.value.code == "crashed"
    assert await helper.run(own_pid) != os.getpid()


async def test_work_that_waited_behind_a_deadly_one_is_done_all_the_same(helper: Helper) -> None:
    work = [
        helper.run(own_pid),
        helper.run(die),
        helper.run(own_pid),
        helper.run(fail, "html"),
        helper.run(own_pid),
    ]
    first, died, second, failed, third = await asyncio.gather(*work, return_exceptions=True)
    assert isinstance(died, Malformed) and died.code == "crashed"
    assert isinstance(failed, Malformed) and failed.code == "html"
    assert first != second == third


async def test_large_work_goes_through_while_answers_are_large_too(helper: Helper) -> None:
    texts = [chr(0xAC00 + number) * 900_000 for number in range(12)]
    assert await asyncio.gather(*(helper.run(str.upper, text) for text in texts)) == texts


async def test_work_without_end_is_given_up(helper: Helper, monkeypatch: pytest.MonkeyPatch) -> None:
    assert await helper.run(own_pid)  # its start does not count
    monkeypatch.setattr(helper_module, "LONGEST_S", 0.2)
    with pytest.raises(Malformed) as caught:
        await helper.run(hang)
    assert caught.value.code == "crashed"


async def test_what_the_work_prints_does_not_come_between_the_answers(helper: Helper) -> None:
    assert await helper.run(talk) == "답"


async def test_without_a_second_process_the_work_is_done_here(
    helper: Helper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(helper_module, "_command", lambda: ["/nowhere/python"])
    assert await helper.run(own_pid) == os.getpid()


def test_the_helper_ends_when_the_program_is_killed() -> None:
    program = """
import asyncio, os, signal, sys
from connectors.helper import helper
from tests.connectors.test_helper import own_pid
async def main():
    print(await helper().run(own_pid), flush=True)
    signal.pause()
asyncio.run(main())
"""
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process:
        pid = int(process.stdout.readline())
        process.kill()
    while is_running(pid):  # the time limit of the suite ends this
        pass


def is_running(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
