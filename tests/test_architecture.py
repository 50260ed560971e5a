"""The arrows of the architecture: imports run downward only, and a few things have exactly one place."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("connectors", "desktop")

RANKS = (
    ("connectors", 0),
    ("desktop.models", 1),
    ("desktop.services", 2),
    ("desktop.cli", 3),
    ("desktop.ui", 3),
    ("desktop.app", 4),
    ("desktop.window", 5),
    ("desktop.selftest", 5),
    ("desktop.__main__", 6),
)
SIDEWAYS = {("desktop.cli", "desktop.window"), ("desktop.cli", "desktop.selftest")}
"""The command line opens the window when no command is given, and runs the self-test."""


@dataclass(frozen=True)
class Import:
    path: Path
    line: int
    importer: str
    target: str
    late: bool  # inside a function: costs nothing at start
    typing_only: bool

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line} imports {self.target}"


def files() -> list[Path]:
    found = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    assert len(found) > 50
    return found


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> Iterator[Import]:
    importer = module_of(path)
    package = importer if path.name == "__init__.py" else importer.rpartition(".")[0]

    def walk(node: ast.AST, late: bool, typing_only: bool) -> Iterator[Import]:
        for child in ast.iter_child_nodes(node):
            inside = late or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            checking = typing_only or (
                isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test) and child in node.body
            )
            if isinstance(child, ast.Import):
                for name in child.names:
                    yield Import(path, child.lineno, importer, name.name, inside, checking)
            elif isinstance(child, ast.ImportFrom):
                base = child.module or ""
                if child.level:
                    up = package.split(".")[: len(package.split(".")) - child.level + 1]
                    base = ".".join([*up, base] if base else up)
                for name in child.names:
                    yield Import(path, child.lineno, importer, f"{base}.{name.name}", inside, checking)
            else:
                yield from walk(child, inside, checking)

    yield from walk(ast.parse(path.read_text(encoding="utf-8")), False, False)


@cache
def all_imports() -> tuple[Import, ...]:
    return tuple(found for path in files() for found in imports_of(path))


def layer(module: str) -> tuple[str, int] | None:
    for name, rank in RANKS:
        if module == name or module.startswith(name + "."):
            return name, rank
    return None


def is_of(target: str, *packages: str) -> bool:
    return any(target == package or target.startswith(package + ".") for package in packages)


def wrong_way(found: Import) -> bool:
    here, there = layer(found.importer), layer(found.target)
    if here is None or there is None or here[0] == there[0]:
        return False
    return there[1] >= here[1] and (here[0], there[0]) not in SIDEWAYS


def test_every_module_has_its_place() -> None:
    homeless = [
        str(path) for path in files() if layer(module_of(path)) is None and module_of(path) != "desktop"
    ]
    assert homeless == []


def test_imports_run_downward_only() -> None:
    assert [str(found) for found in all_imports() if wrong_way(found)] == []


def test_the_test_sees_an_arrow_that_points_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = tmp_path / "desktop" / "services" / "wrong.py"
    wrong.parent.mkdir(parents=True)
    wrong.write_text("def late():\n    from desktop.ui import bridge\n", encoding="utf-8")
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path)
    (found,) = imports_of(wrong)
    assert wrong_way(found) and found.late


def test_only_http_knows_httpx_and_websockets() -> None:
    allowed = (
        "connectors.http",
        "connectors.http_clients",
        "connectors.http_websocket",
        "connectors.http_parts",
        "connectors.http_limits",
    )
    users = {
        found.importer
        for found in all_imports()
        if is_of(found.target, "httpx", "websockets") and not found.typing_only
    }
    assert users <= set(allowed)
    assert "connectors.http" in users


def test_only_mail_speaks_to_mail_servers() -> None:
    """IMAP and SMTP do not go through ``connectors.http``; one module each opens such a line."""
    users = {
        found.importer
        for found in all_imports()
        if is_of(found.target, "aiosmtplib", "imaplib", "smtplib", "poplib")
    }
    assert users == {"connectors.mail.smtp"}
    openers = {
        module_of(path)
        for path in files()
        for _, call in calls(path)
        if path.is_relative_to(ROOT / "connectors")
        and call in ("asyncio.open_connection", "socket.create_connection")
    }
    assert openers == {"connectors.mail.imap"}


def test_only_one_module_knows_the_library_for_hwpx() -> None:
    users = {found.importer for found in all_imports() if is_of(found.target, "hwpx")}
    assert users == {"desktop.services.documents.hwpx"}


@pytest.mark.parametrize("package", ["connectors", "desktop.models", "desktop.services", "desktop.cli"])
def test_below_the_window_nothing_knows_qt(package: str) -> None:
    users = [
        str(found)
        for found in all_imports()
        if is_of(found.importer, package) and is_of(found.target, "PySide6", "qasync", "shiboken6")
    ]
    assert users == []


def test_connectors_know_no_database_and_models_no_loop() -> None:
    for package, forbidden in (
        ("connectors", ("sqlite3", "peewee", "playhouse", "keyring")),
        ("desktop.models", ("asyncio", "keyring", "httpx", "filelock")),
        ("desktop.ui", ("peewee", "playhouse", "keyring", "httpx")),
    ):
        users = [str(f) for f in all_imports() if is_of(f.importer, package) and is_of(f.target, *forbidden)]
        assert users == []


def test_models_know_connectors_only_by_their_values() -> None:
    users = [
        str(found)
        for found in all_imports()
        if is_of(found.importer, "desktop.models")
        and is_of(found.target, "connectors")
        and not is_of(found.target, "connectors.base", "connectors.text", "connectors.letters")
    ]
    assert users == []


def test_the_window_knows_no_network() -> None:
    """It asks for capabilities; the registry, the values and the form for posts by hand are all it knows."""
    allowed = ("connectors.base", "connectors.text", "connectors.registry", "connectors.manual")
    users = [
        str(found)
        for found in all_imports()
        if is_of(found.importer, "desktop.ui")
        and is_of(found.target, "connectors")
        and not is_of(found.target, *allowed)
    ]
    assert users == []


def test_what_the_window_imports_at_start_is_light() -> None:
    """Modules that are imported before the window is usable must not bring these with them."""
    code = (
        "import sys\n"
        "import desktop.services.services, desktop.services.messages, desktop.services.paths\n"
        "import connectors.registry\n"
        "heavy = ['httpx', 'keyring', 'lxml', 'selectolax', 'websockets', 'truststore', 'PySide6']\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_the_command_line_brings_no_window_and_no_network() -> None:
    code = (
        "import sys\n"
        "from desktop.cli import run\n"
        "run(['--version'])\n"
        "heavy = ['httpx', 'keyring', 'lxml', 'peewee', 'PySide6', 'asyncio']\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "[]"


def calls(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func)


def test_tasks_are_started_in_one_place() -> None:
    """A bare task may be collected while it waits and swallows its exception. The window's bridge keeps its
    own for the same reasons; connectors keep theirs within the one request or sign-in they belong to."""
    allowed = {"desktop/services/tasks.py", "desktop/ui/bridge.py"}
    found = [
        f"{name}:{line} {call}"
        for path in files()
        if (name := path.relative_to(ROOT).as_posix()) not in allowed and name.startswith("desktop/")
        for line, call in calls(path)
        if call.endswith(("create_task", "ensure_future")) and not call.startswith(("group.", "tasks."))
    ]
    assert found == []


def test_no_dialog_runs_a_loop_of_its_own() -> None:
    """``exec()`` inside a coroutine loses other tasks (stack-facts.md 7). A drag has no other way and begins
    with the mouse, outside of any coroutine; at the start there are no coroutines yet."""
    outside = {("desktop/ui/lists/view.py", "carrier.exec"), ("desktop/ui/shell/opening.py", "waiting.exec")}
    found = [
        f"{path.relative_to(ROOT)}:{line} {call}"
        for path in files()
        if module_of(path).startswith("desktop.ui") or module_of(path) in ("desktop.app", "desktop.selftest")
        for line, call in calls(path)
        if call.endswith((".exec", ".exec_"))
        or call in ("QMessageBox.question", "QMessageBox.warning", "QMessageBox.critical")
        if (path.relative_to(ROOT).as_posix(), call) not in outside
    ]
    assert found == []


def test_no_file_grows_past_500_lines() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in files()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 500
    }
    assert long == {}


def test_nothing_is_loaded_from_strings() -> None:
    allowed = {
        # What the program and its own helper process say to each other over a pipe that nobody else has.
        ("helper_process.py", "pickle.loads"),
        # PySide's own source, which PySide would have run itself, only earlier.
        ("signatures.py", "exec"),
    }
    found = [
        f"{path.relative_to(ROOT)}:{line} {call}"
        for path in files()
        for line, call in calls(path)
        if call in ("eval", "exec", "pickle.loads", "pickle.load", "marshal.loads", "os.system")
        and (path.name, call) not in allowed
    ]
    assert found == []
