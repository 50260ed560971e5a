from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import peewee
import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import Author
from desktop.models import channels, opening, queries
from desktop.models.errors import (
    Busy,
    Damaged,
    DiskFull,
    Missing,
    NotAWorkspace,
    ReadOnlyWorkspace,
    TooNew,
    WorkspaceError,
)
from desktop.models.schema import database
from desktop.models.store import Changes, Store
from tests.models.helpers import ask, channel, do, merge, one, post, rows


def test_a_new_workspace_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "부서 자료" / "새 폴더" / "업무.db"
    with Store.open(path) as store:
        assert (store.path, store.sample, store.read_only) == (str(path), False, False)
        assert len(store.workspace_id) == 32
        channel(store)
        address = store.url
    with Store.open(address) as store:
        assert store.path == str(path) and len(ask(store, channels.list_channels)) == 1


@pytest.mark.parametrize(
    "address", ["sqlite:///a/b.db", "sqlite:////a/b.db", "/a/b.db", "sqlite:///a/%62.db", "SQLITE:///a/b.db"]
)
def test_an_address_and_a_path_are_the_same_file(address: str) -> None:
    assert opening.workspace_path(address) == os.path.abspath("/a/b.db")


def test_three_slashes_and_a_name_are_a_file_in_this_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "업무").mkdir()
    assert opening.workspace_path("sqlite:///w.db") == str(tmp_path / "w.db")
    assert opening.workspace_path("sqlite:///업무/w.db") == str(tmp_path / "업무" / "w.db")
    assert opening.workspace_path(f"sqlite://{tmp_path}/w.db") == str(tmp_path / "w.db")
    assert opening.workspace_path(f"sqlite:///{tmp_path}/w.db") == str(tmp_path / "w.db")
    assert opening.workspace_path("sqlite:////w.db") == os.path.abspath("/w.db")


@given(
    st.text(
        alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/\\"),
        min_size=1,
        max_size=20,
    )
)
def test_an_address_leads_back_to_its_path(name: str) -> None:
    path = os.path.abspath(f"/folder/{name}x.db")
    assert opening.workspace_path(opening.workspace_url(path)) == path


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("postgresql://host/db", "postgres-later"),
        ("mysql://host/db", "unknown-workspace-kind"),
        ("sqlite://relative.db", "unknown-workspace-kind"),
    ],
)
def test_other_addresses_are_refused_by_name(address: str, code: str) -> None:
    with pytest.raises(WorkspaceError) as caught:
        Store.open(address)
    assert caught.value.code == code


def other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE photos (id INTEGER)")
    connection.commit()
    connection.close()


def other_application(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 1234")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_bytes(b"hello, this is a letter and no database" * 40),
        lambda path: path.write_bytes(b"x"),
        lambda path: path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 500),
        lambda path: path.mkdir(),
        other_database,
        other_application,
    ],
    ids=["text", "tiny", "broken-header", "folder", "other-database", "other-application"],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_not_ours_is_refused_and_left_alone(tmp_path: Path, make: object, read_only: bool) -> None:
    path = tmp_path / "thing.db"
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises((NotAWorkspace, Damaged)):
        Store.open(path, read_only=read_only)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert [item.name for item in tmp_path.iterdir()] == ["thing.db"]


def test_an_empty_file_becomes_a_workspace(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with Store.open(path) as store:
        channel(store)


def test_a_newer_workspace_is_refused_and_left_alone(workspace: Path) -> None:
    connection = sqlite3.connect(workspace)
    connection.execute(f"PRAGMA user_version = {opening.SCHEMA_VERSION + 1}")
    connection.close()
    before = workspace.read_bytes()
    with pytest.raises(TooNew):
        Store.open(workspace)
    assert workspace.read_bytes() == before


def test_a_workspace_that_is_not_there_cannot_be_looked_at(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        Store.open(tmp_path / "none.db", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_workspace_says_so(workspace: Path) -> None:
    with Store.open(workspace) as store:
        source = channel(store)
        merge(store, source, *(post(str(i), "글" * 500) for i in range(50)))
    data = bytearray(workspace.read_bytes())
    for page in range(20, len(data) // 4096):
        data[page * 4096 : (page + 1) * 4096] = b"\x5a" * 4096
    workspace.write_bytes(data)
    with pytest.raises((Damaged, NotAWorkspace)), Store.open(workspace) as store:
        ask(store, queries.timeline_page)
        rows(store, "SELECT text FROM post")


def test_a_workspace_that_vanishes_between_opening_and_reading_says_so(
    workspace: Path, tmp_path: Path
) -> None:
    with Store.open(workspace, read_only=True) as store:
        for file in tmp_path.iterdir():
            file.unlink()
        with pytest.raises(Missing):
            ask(store, channels.list_channels)


def test_opened_for_reading_nothing_can_be_written(workspace: Path) -> None:
    with Store.open(workspace) as store:
        channel(store)
    with Store.open(workspace, read_only=True) as store:
        assert store.read_only and len(ask(store, channels.list_channels)) == 1
        with pytest.raises(ReadOnlyWorkspace):
            channel(store, "둘째")


def test_a_reader_thread_cannot_write_by_mistake(store: Store) -> None:
    number = channel(store)
    with pytest.raises(ReadOnlyWorkspace):
        ask(store, lambda: database.execute_sql("UPDATE channel SET name = 'x'"))
    assert ask(store, channels.get_channel, number).name != "x"


def in_a_process(script: str, *arguments: str) -> dict[str, object]:
    """Run a script that prints one JSON object."""
    finished = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True, text=True, timeout=60, cwd=Path(__file__).parents[2], check=False,
    )  # fmt: skip
    assert finished.returncode == 0, finished.stderr
    return json.loads(finished.stdout)


@pytest.fixture
def open_to_all(blank: Path) -> Iterator[Path]:
    """A workspace in a folder that other users may enter, too."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o777)
        path = Path(folder) / "workspace.db"
        path.write_bytes(blank.read_bytes())
        with Store.open(path) as store:
            merge(store, channel(store), post("a"))
        yield path


LOOK_AND_WRITE = """
import json, os, sys
import playhouse.migrations
from desktop.models import channels, queries
from desktop.models.errors import WorkspaceError
from desktop.models.store import Store
if len(sys.argv) > 2 and os.geteuid() == 0:
    os.setuid(65534)  # root may do everything; nobody may not
found = {}
try:
    with Store.open(sys.argv[1]) as store:
        found["read_only"] = store.read_only
        found["posts"] = len(store.read(queries.timeline_page).result())
        found["written"] = store.write(channels.add_channel, network="feed", name="x", url="https://x").result()
except WorkspaceError as error:
    found["error"] = type(error).__name__
sys.stdout.write(json.dumps(found))
"""


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)])
def test_a_workspace_on_a_read_only_place_can_be_looked_at(
    open_to_all: Path, file_mode: int, folder_mode: int
) -> None:
    os.chmod(open_to_all, file_mode)
    os.chmod(open_to_all.parent, folder_mode)
    try:
        found = in_a_process(LOOK_AND_WRITE, str(open_to_all), "unprivileged")
    finally:
        os.chmod(open_to_all.parent, 0o777)
    assert found == {"read_only": True, "posts": 1, "error": "ReadOnlyWorkspace"}


def test_a_place_where_nothing_can_be_made_says_so(open_to_all: Path) -> None:
    os.chmod(open_to_all.parent, 0o555)
    target = open_to_all.parent / "new" / "workspace.db"
    found = in_a_process(LOOK_AND_WRITE, str(target), "unprivileged")
    os.chmod(open_to_all.parent, 0o777)
    assert found == {"error": "ReadOnlyWorkspace"}


FILL_THE_DISK = """
import json, os, resource, sys
from connectors.base import Author, Batch, Post
from desktop.models.errors import DiskFull
from desktop.models.merge import merge_batch
from desktop.models.store import Store
store = Store.open(sys.argv[1])
limit = os.path.getsize(sys.argv[1]) + 3_000_000
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
stored = 0
try:
    for number in range(10_000):
        posts = tuple(Post(f"{number}-{i}", "가나다라" * 500, Author("", "")) for i in range(20))
        store.write(merge_batch, 1, Batch(posts, cursor={"n": number})).result()
        stored += 20
except DiskFull:
    sys.stdout.write(json.dumps({"stored": stored}))
os._exit(0)
"""


def test_a_full_disk_is_named_and_what_was_stored_is_whole(workspace: Path) -> None:
    with Store.open(workspace) as store:
        channel(store)
    stored = in_a_process(FILL_THE_DISK, str(workspace))["stored"]
    with Store.open(workspace) as store:
        assert one(store, "SELECT count(*) FROM post") == stored
        assert one(store, "PRAGMA quick_check") == "ok"
        assert merge(store, 1, post("after")).new == 1


def test_a_full_database_leaves_the_program_working(store: Store) -> None:
    source = channel(store)
    pages = do(store, lambda tx: tx.db.execute_sql("PRAGMA page_count").fetchone()[0])
    do(store, lambda tx: tx.db.execute_sql(f"PRAGMA max_page_count = {pages + 5}"))
    with pytest.raises(DiskFull):
        merge(store, source, *(post(str(i), "글" * 900) for i in range(200)), cursor={"n": 1})
    assert rows(store, "SELECT * FROM post") == [] and ask(store, channels.get_channel, source).cursor == {}
    do(store, lambda tx: tx.db.execute_sql("PRAGMA max_page_count = 1000000"))
    assert merge(store, source, post("a")).new == 1


WRITE_TOGETHER = """
import json, sys
from connectors.base import Author, Batch, Post
from desktop.models.merge import merge_batch
from desktop.models.store import Store
store = Store.open(sys.argv[1])
for number in range(40):
    name = f"{sys.argv[2]}-{number}"
    posts = tuple(Post(f"{name}-{i}", "버스", Author(str(i), "가"), 1_700_000_000_000) for i in range(20))
    store.write(merge_batch, 1, Batch(posts)).result()
store.close()
sys.stdout.write(json.dumps({}))
"""


def test_two_programs_write_into_one_workspace(workspace: Path) -> None:
    with Store.open(workspace) as store:
        channel(store)
        version = store.data_version()
        assert store.data_version() == version
        with ThreadPoolExecutor(2) as pool:
            for done in [pool.submit(in_a_process, WRITE_TOGETHER, str(workspace), name) for name in "ab"]:
                done.result()
        assert store.data_version() != version
        assert one(store, "SELECT count(*), count(DISTINCT id) FROM post") == (1600, 1600)
        assert merge(store, 1, post("mine", author=Author("5", "가"))).new == 1
        assert one(store, "SELECT count(*) FROM author") == 20


def test_two_programs_make_one_workspace_at_the_same_moment(tmp_path: Path) -> None:
    path = tmp_path / "new" / "workspace.db"
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(lambda _: in_a_process(LOOK_AND_WRITE, str(path)), range(3)))
    assert sorted(str(row.get("written", row.get("error"))) for row in found) == [
        "1", "DuplicateChannel", "DuplicateChannel",
    ]  # fmt: skip


def test_a_lock_that_is_never_released_is_reported(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pragmas = tuple((k, 50 if k == "busy_timeout" else v) for k, v in opening._PRAGMAS)
    monkeypatch.setattr(opening, "_PRAGMAS", pragmas)
    holder = sqlite3.connect(workspace, isolation_level=None)
    with Store.open(workspace) as store:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy):
            channel(store)
        assert ask(store, channels.list_channels) == []  # reading goes on
        holder.execute("ROLLBACK")
        assert channel(store)
    holder.close()


def test_a_backup_of_a_workspace_in_use_is_whole(store: Store, tmp_path: Path) -> None:
    merge(store, channel(store), *(post(str(i)) for i in range(100)))
    copy = tmp_path / "copy.db"
    store.backup(copy)
    with Store.open(copy) as other:
        assert rows(other, "SELECT * FROM post") == rows(store, "SELECT * FROM post")
        assert other.workspace_id == store.workspace_id
    with pytest.raises(WorkspaceError):
        store.backup(tmp_path / "no such folder" / "copy.db")


def test_two_workspaces_in_one_process_do_not_mix(blank: Path, tmp_path: Path) -> None:
    paths = [tmp_path / "a.db", tmp_path / "b.db"]
    for path in paths:
        path.write_bytes(blank.read_bytes())
    with Store.open(paths[0]) as first, Store.open(paths[1]) as second:
        channel(first, "가")
        channel(second, "나")
        channel(second, "다")
        assert [row.name for row in ask(first, channels.list_channels)] == ["가"]
        assert [row.name for row in ask(second, channels.list_channels)] == ["나", "다"]


def test_reading_sees_one_state_while_others_write(store: Store) -> None:
    source = channel(store)
    started, written = threading.Event(), threading.Event()

    def twice() -> tuple[int, int]:
        def count() -> int:
            return int(database.execute_sql("SELECT count(*) FROM post").fetchone()[0])

        before = count()
        started.set()
        assert written.wait(30)
        return before, count()

    reading = store.read(twice)
    assert started.wait(30)
    merge(store, source, post("a"))
    written.set()
    assert reading.result() == (0, 0)
    assert one(store, "SELECT count(*) FROM post") == 1


def test_closing_finishes_what_was_asked_for(workspace: Path) -> None:
    store = Store.open(workspace)
    source = channel(store)
    from connectors.base import Batch
    from desktop.models.merge import merge_batch

    asked = [store.write(merge_batch, source, Batch((post(str(i)),))) for i in range(30)]
    store.close()
    store.close()
    assert all(done.result().new == 1 for done in asked)
    # Nothing stays behind but the workspace itself.
    assert [item.name for item in workspace.parent.iterdir()] == [workspace.name]


def test_a_mistake_in_the_program_is_not_dressed_up_as_a_failure(store: Store) -> None:
    with pytest.raises(peewee.OperationalError, match="no_such_table"):
        do(store, lambda tx: tx.db.execute_sql("SELECT * FROM no_such_table"))
    with pytest.raises(ZeroDivisionError):
        ask(store, lambda: 1 // 0)


def test_changes_of_another_process_can_be_announced(store: Store) -> None:
    heard: list[Changes] = []
    arrived = threading.Event()
    store.subscribe(lambda changes: (heard.append(changes), arrived.set()) and None)
    store.announce(Changes(posts={1}, initiator="elsewhere"))
    assert arrived.wait(30) and heard[0].posts == {1}
    more = Changes(new_posts={2})
    more.update(heard[0])
    assert more and more.posts == {1} and more.new_posts == {2} and not Changes()


def test_a_thread_at_work_may_be_the_first_to_import_the_tables(tmp_path: Path) -> None:
    script = """
import json, sys
from desktop.models.store import Store
def work():
    from desktop.models import current
    before = "peewee" in sys.modules
    from desktop.models import schema
    return before, schema.database.execute_sql("SELECT count(*) FROM channel").fetchone()[0]
Store.open(sys.argv[1]).close()
for name in [name for name in sys.modules if name.startswith(("peewee", "desktop.models.schema"))]:
    del sys.modules[name]
with Store.open(sys.argv[1]) as store:
    print(json.dumps(dict(zip(("peewee", "channels"), store.read(work).result()))))
"""
    assert in_a_process(script, str(tmp_path / "w.db")) == {"peewee": False, "channels": 0}
