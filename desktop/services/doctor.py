"""Looks at everything the program stands on and says what is wrong and how it is mended.

Changes nothing and asks no server but those of the channels. Knows no widget.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from desktop.models import log_chain
from desktop.services import messages, paths

ENOUGH_BYTES = 500_000_000
CONNECT_LIMIT_S = 5.0
MOST_HOSTS = 8

Say = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Finding:
    """``mend``: what to do; "" where nothing has to be done."""

    name: str
    ok: bool
    sentence: str
    mend: str = ""


async def examine(url: str, lang: str = "ko", *, vault: Any = None) -> list[Finding]:
    """All findings, the most basic first. Never raises."""

    def say(korean: str, english: str) -> str:
        return english if lang == "en" else korean

    findings = [_python(say), _sqlite(say)]
    workspace, rows = await asyncio.to_thread(_workspace, url, say, lang)
    findings += workspace
    findings.append(await _keyring(say, lang, vault))
    findings.append(await _network(say, rows))
    findings += [_fonts(say), _display(say, lang)]
    return findings


def _python(say: Say) -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding(say("파이썬", "Python"), True, f"Python {version}, {sys.platform}")


def _sqlite(say: Say) -> Finding:
    name = say("데이터베이스", "Database")
    try:
        with sqlite3.connect(":memory:") as db:
            db.execute("CREATE VIRTUAL TABLE t USING fts5(a, tokenize='unicode61')")
    except sqlite3.Error as error:
        return Finding(
            name,
            False,
            say(
                f"검색에 필요한 FTS5가 없습니다({error}).", f"FTS5, which search needs, is missing ({error})."
            ),
            say("FTS5가 든 SQLite로 다시 설치해 주세요.", "Please install with an SQLite that has FTS5."),
        )
    return Finding(name, True, f"SQLite {sqlite3.sqlite_version}, FTS5")


def _workspace(url: str, say: Say, lang: str) -> tuple[list[Finding], list[Any]]:
    from desktop.models import channels
    from desktop.models.errors import WorkspaceError
    from desktop.models.store import Store

    name = say("업무공간", "Workspace")
    try:
        path = paths.workspace_file(url)
        if not path.exists():
            text = say(f"아직 없습니다: {path}", f"There is none yet: {path}")
            mend = say("처음 실행할 때 만듭니다.", "It is made when the program first runs.")
            return [Finding(name, True, text, mend), _space(path.parent, say)], []
        store = Store.open(url, read_only=True)
    except WorkspaceError as error:
        return [Finding(name, False, messages.sentence(error, lang), url)], []
    except OSError as error:
        return [Finding(name, False, str(error), url)], []
    try:
        verdict = store.read(_quick_check).result()
        rows = store.read(channels.list_channels, counts=False).result()
        posts, waiting = store.read(_counts).result()
        proved = store.read(log_chain.verify_newest).result()
    except WorkspaceError as error:
        return [Finding(name, False, messages.sentence(error, lang), url)], []
    finally:
        store.close()
    findings = []
    if verdict != "ok":
        findings.append(Finding(name, False, messages.sentence("workspace:damaged", lang), verdict[:200]))
    elif not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        findings.append(Finding(name, False, messages.sentence("workspace:read-only", lang), str(path)))
    else:
        text = say(
            f"{path}: 채널 {len(rows)}개, 글 {posts}건, 색인 대기 {waiting}건",
            f"{path}: {len(rows)} channels, {posts} posts, {waiting} not indexed yet",
        )
        findings.append(Finding(name, True, text))
    findings += [_log(proved, say), _space(path.parent, say), _collecting(path, say), _lamps(rows, say)]
    return findings, rows


def _log(proved: log_chain.Verified, say: Say) -> Finding:
    name = say("처리 기록", "Log")
    if proved.broken_at is None:
        return Finding(
            name,
            True,
            say(
                f"최근 {proved.count}줄이 쓴 그대로입니다.",
                f"The newest {proved.count} lines are as they were written.",
            ),
        )
    return Finding(
        name,
        False,
        say(
            f"{proved.broken_at}번 기록이 쓴 그대로가 아닙니다.",
            f"Line {proved.broken_at} of the log is not as it was written.",
        ),
        say(
            "파일을 따로 보관하고 seoul-smc log verify로 모두 확인해 주세요.",
            "Please keep a copy of the file and run seoul-smc log verify.",
        ),
    )


def _quick_check() -> str:
    from desktop.models.current import database

    return str(database.execute_sql("PRAGMA quick_check(1)").fetchone()[0])


def _counts() -> tuple[int, int]:
    from desktop.models.current import database

    row = database.execute_sql(
        "SELECT (SELECT count(*) FROM post), (SELECT count(*) FROM search_queue)"
    ).fetchone()
    return int(row[0]), int(row[1])


def _space(folder: Path, say: Say) -> Finding:
    name = say("디스크 공간", "Disk space")
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return Finding(name, False, str(error))
    text = say(f"{free / 1e9:.1f} GB 남았습니다.", f"{free / 1e9:.1f} GB free.")
    mend = say("공간을 비워 주세요.", "Please make some space.") if free < ENOUGH_BYTES else ""
    return Finding(name, not mend, text, mend)


def _collecting(path: Path, say: Say) -> Finding:
    from desktop.services.roles import RoleLock

    name = say("수집", "Collecting")
    lock = RoleLock(path)
    try:
        free = lock.take()
    except OSError:
        free = True
    finally:
        lock.release()
    if free:
        return Finding(
            name, True, say("지금 수집하는 프로그램이 없습니다.", "No program is collecting right now.")
        )
    return Finding(name, True, say("다른 프로그램이 수집하고 있습니다.", "Another program is collecting."))


def _lamps(rows: list[Any], say: Say) -> Finding:
    name = say("채널", "Channels")
    bad = [row for row in rows if row.enabled and row.health not in ("new", "ok", "slow")]
    if not bad:
        return Finding(name, True, say("멈춘 채널이 없습니다.", "No channel is down."))
    names = ", ".join(row.name for row in bad[:5])
    return Finding(
        name,
        False,
        say(f"{len(bad)}개 채널에 문제가 있습니다: {names}", f"{len(bad)} channels have a problem: {names}"),
        say("seoul-smc channels list 로 이유를 확인해 주세요.", "See why with seoul-smc channels list."),
    )


async def _keyring(say: Say, lang: str, vault: Any) -> Finding:
    from desktop.services.vault import Vault

    name = say("비밀번호 보관함", "Keyring")
    vault = vault or Vault()
    state = await vault.state()
    if state == "ok":
        return Finding(name, True, await vault.name())
    mend = {
        "locked": say("보관함을 열어 주세요.", "Please open the keyring."),
        "missing": say(
            "GNOME 키링이나 KDE 지갑을 설치해 주세요.", "Please install GNOME Keyring or KDE Wallet."
        ),
    }[state]
    return Finding(name, False, messages.sentence(f"vault-{state}", lang), mend)


async def _network(say: Say, rows: list[Any]) -> Finding:
    name = say("네트워크", "Network")
    hosts = sorted({found for row in rows if row.enabled and (found := _host(row.url))})[:MOST_HOSTS]
    if not hosts:
        return Finding(name, True, say("확인할 채널이 없습니다.", "There is no channel to check."))

    async def reach(host: str, port: int) -> bool:
        try:
            async with asyncio.timeout(CONNECT_LIMIT_S):
                _, writer = await asyncio.open_connection(host, port)
        except (OSError, TimeoutError, ValueError):
            return False
        writer.close()
        return True

    reached = await asyncio.gather(*(reach(*host) for host in hosts))
    lost = [host for (host, _), well in zip(hosts, reached, strict=True) if not well]
    if not lost:
        return Finding(name, True, say(f"서버 {len(hosts)}곳에 연결됩니다.", f"{len(hosts)} servers answer."))
    proxy = os.environ.get("HTTPS_PROXY") or os.environ.get("https_proxy")
    if proxy and len(lost) == len(hosts):
        return Finding(
            name, True, say("프록시를 거쳐 연결합니다.", "Connections go through a proxy."), "channels check"
        )
    return Finding(
        name,
        False,
        say(f"연결되지 않는 서버: {', '.join(lost)}", f"Servers that cannot be reached: {', '.join(lost)}"),
        say("인터넷 연결과 프록시를 확인해 주세요.", "Please check the connection and the proxy."),
    )


def _host(url: str) -> tuple[str, int] | None:
    try:
        parts = urlsplit(url)
        if not parts.hostname:
            return None
        return parts.hostname, parts.port or (80 if parts.scheme == "http" else 443)
    except ValueError:
        return None


def _fonts(say: Say) -> Finding:
    name = say("글꼴", "Fonts")
    folder = paths.resource("fonts")
    found = sorted(p.name for p in folder.glob("*.[ot]tf")) if folder.is_dir() else []
    if found:
        return Finding(name, True, ", ".join(found))
    return Finding(
        name,
        False,
        say("프로그램의 글꼴이 없습니다.", "The program's fonts are missing."),
        say("프로그램을 다시 설치해 주세요.", "Please install the program again."),
    )


def _display(say: Say, lang: str) -> Finding:
    name = say("화면", "Display")
    if paths.has_display():
        return Finding(name, True, say("창을 띄울 수 있습니다.", "A window can be shown."))
    return Finding(name, True, messages.sentence("no-display", lang))
