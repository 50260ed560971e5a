"""The command line among other programs: signals, pipes, a second one on the same workspace, a full disk."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop.models import channels
from desktop.models.merge import merge_batch
from desktop.models.store import Store
from tests.cli.conftest import Pages, Smc, feed, objects, one_line

# --- two programs, signals, pipes


def add_feed(smc: Smc, name: str, url: str) -> None:
    smc("channels", "add", "--network", "feed", "--name", name, "--url", url, "--workspace", "w.db")


def collecting(
    tmp_path: Path, environment: dict[str, str], *more: str, **options: Any
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "desktop", "collect", "--workspace", "w.db", *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env=environment,
        **options,
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_collecting_goes_on_until_it_is_stopped_and_nobody_else_collects(
    smc: Smc, tmp_path: Path, environment: dict[str, str], pages: Pages, number: signal.Signals
) -> None:
    pages.pages = {"bus": feed(("버스", "간선 버스가 늦습니다"))}
    add_feed(smc, "버스", pages.url("bus"))
    running = collecting(tmp_path, environment)
    try:
        assert running.stdout is not None
        assert running.stdout.readline().startswith("버스: 새 글 1")
        second = smc("collect", "--once", "--workspace", "w.db")
        assert second.returncode == 2 and one_line(second.stderr)
        assert "다른 프로그램이" in second.stderr
        assert "간선 버스가" in smc("posts", "--workspace", "w.db").stdout, "reading goes on meanwhile"
        running.send_signal(number)
        out, err = running.communicate(timeout=30)
        assert (running.returncode, out, err) == (0, "", "")
    finally:
        running.kill()
        running.communicate()
    assert smc("collect", "--once", "--workspace", "w.db").returncode == 0


def test_a_round_that_is_interrupted_ends_cleanly(
    smc: Smc, tmp_path: Path, environment: dict[str, str], pages: Pages
) -> None:
    pages.pages = {"bus": feed(("버스", "늦습니다"))}
    pages.waiting.clear()
    add_feed(smc, "버스", pages.url("bus"))
    running = collecting(tmp_path, environment, "--once")
    try:
        while not pages.asked:
            assert running.poll() is None
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=30)
        assert (running.returncode, err) == (1, "")
    finally:
        pages.waiting.set()
        running.kill()
        running.communicate()
    assert smc("collect", "--once", "--workspace", "w.db").returncode == 0


def test_a_reader_that_has_seen_enough_is_no_failure(
    sample: str, smc: Smc, tmp_path: Path, environment: dict[str, str]
) -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m desktop posts --json --workspace s.db | head -n 1',
        shell=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment,
        check=False,
        timeout=60,
    )
    assert len(objects(done.stdout)) == 1
    assert done.stderr == ""


def test_an_output_that_is_full_is_one_sentence(
    sample: str, tmp_path: Path, environment: dict[str, str], smc: Smc
) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "desktop", "posts", "--json", "--workspace", "s.db"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=tmp_path,
            env=environment,
            check=False,
            timeout=60,
        )
    assert done.returncode == 2
    assert one_line(done.stderr) and "Traceback" not in done.stderr


def test_texts_of_citizens_cannot_steer_the_terminal_nor_break_json(smc: Smc, tmp_path: Path) -> None:
    from connectors.base import Author, Batch, Post

    evil = "빨강\x1b[31m 뒤집기\u202e 줄\n바꿈 \u009b2J \U0001f468\u200d\U0001f469\u200d\U0001f467 끝"
    with Store.open(str(tmp_path / "w.db")) as store:
        channel_id = store.write(channels.add_channel, network="manual", name="전화\u202e").result()
        post = Post("1", evil, Author("", "나\x1b]0;x\x07쁨"), created_ms=1_790_000_000_000)
        store.write(merge_batch, channel_id, Batch(posts=(post,))).result()
    text = smc("posts", "--workspace", "w.db").stdout
    assert text.count("\n") == 1
    assert not set(text) & set("\x1b\u202e\u009b\x07")
    assert "\U0001f468\u200d\U0001f469\u200d\U0001f467" in text
    (post_read,) = objects(smc("posts", "--json", "--workspace", "w.db").stdout)
    assert "바꿈" in post_read["text"]
    narrow = smc("posts", "--workspace", "w.db", env={"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"})
    assert narrow.returncode == 0 and "\\u" in narrow.stdout


# --- faults of the disk


def like_a_user() -> list[str]:
    """Root may write everywhere; without this right it is like everybody."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return []
    found = shutil.which("setpriv")
    if found is None:
        pytest.skip("needs setpriv")
    return [found, "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]


def test_a_full_disk_is_one_sentence_and_what_was_stored_is_whole(
    smc: Smc, tmp_path: Path, environment: dict[str, str], pages: Pages
) -> None:
    pages.pages = {
        "small": feed(("버스", "늦습니다")),
        "big": feed(*(("글", "가나다 " * 2000) for _ in range(300))),
    }
    for name in ("small", "big"):
        add_feed(smc, name, pages.url(name))

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))

    done = smc("collect", "--once", "--workspace", "w.db", preexec_fn=limit)
    assert done.returncode == 2
    assert one_line(done.stderr)
    assert "디스크" in done.stderr
    done = smc("collect", "--once", "--workspace", "w.db", "--json")
    assert done.returncode == 0
    assert len(objects(smc("posts", "--json", "--workspace", "w.db").stdout)) == 301


def test_a_full_disk_stops_collecting_until_there_is_space(
    smc: Smc, tmp_path: Path, environment: dict[str, str], pages: Pages
) -> None:
    pages.pages = {"big": feed(*(("글", "가나다 " * 2000) for _ in range(300)))}
    add_feed(smc, "big", pages.url("big"))

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, resource.RLIM_INFINITY))

    running = collecting(tmp_path, environment, preexec_fn=limit)
    try:
        assert running.stdout is not None and running.stderr is not None
        assert "디스크가 가득 차 수집을 멈췄습니다" in running.stderr.readline()
        resource.prlimit(running.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        assert running.stdout.readline().startswith("big: 새 글 300")
        running.send_signal(signal.SIGTERM)
        assert running.communicate(timeout=30) == ("", "")
    finally:
        running.kill()
        running.communicate()
    assert len(objects(smc("posts", "--json", "--workspace", "w.db").stdout)) == 300


def test_a_workspace_that_cannot_be_written_can_be_read(smc: Smc, tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    smc("sample", "shared/s.db")
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)
    try:
        before = like_a_user()
        read = smc("posts", "--json", "--workspace", "shared/s.db", before=before)
        assert len(objects(read.stdout)) > 100
        done = smc("collect", "--once", "--workspace", "shared/s.db", before=before)
        assert done.returncode == 2 and one_line(done.stderr)
    finally:
        folder.chmod(0o755)
