"""Documents stay true: their links lead somewhere, and what they name exists. Rules of the tree that a reader
relies on are checked here too."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from desktop.ui import keys

ROOT = Path(__file__).resolve().parents[1]
LONGEST_MODULE = 500


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", *patterns], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


PAGES = tracked("*.md")
MODULES = tracked("connectors/*.py", "desktop/*.py", "benchmarks/*.py")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
    missing = [t for t in targets if "://" not in t and not (page.parent / t).exists()]
    assert missing == []


def test_every_module_says_what_it_owns() -> None:
    silent = []
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if tree.body and not ast.get_docstring(tree):
            silent.append(name_of(path))
    assert silent == []


def test_no_module_has_grown_too_large() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_the_tree_names_no_registry_and_no_machine() -> None:
    # Put together here, so that this file does not name them.
    hosts = ["py" + "pi.org", "python" + "hosted", "npm" + "js", "deb." + "debian.org"]
    paths = re.compile(r"(?<![A-Za-z0-9_.])/(?:wo" + r"rk|fa" + r"rm)/")
    found = []
    for path in tracked():
        if path.suffix in (".otf", ".png", ".qm", ".svg"):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        if any(host in text for host in hosts) or paths.search(text):
            found.append(name_of(path))
    assert found == []


def test_the_guide_names_keys_that_work() -> None:
    guide = (ROOT / "docs" / "user-guide.ko.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:Ctrl\+|Shift\+|Alt\+)*(?:[A-Z0-9.]|F\d|Enter))`", guide))
    known = {keys.shown(key) for key in keys.DEFAULTS.values()}
    assert named and named - known == set()


def test_the_changelog_knows_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(version)}\b", changes, re.MULTILINE)


def test_the_readme_shows_the_whole_tree() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    folders = {path.relative_to(ROOT).parts[0] for path in tracked() if len(path.relative_to(ROOT).parts) > 1}
    assert [name for name in sorted(folders) if not name.startswith(".") and f"{name}/" not in readme] == []


def test_every_fetched_thing_has_its_terms() -> None:
    sources = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    folders = {p.relative_to(ROOT / "resources").parts[0] for p in tracked("resources/*/*")}
    own = {"translations", "style"}
    assert [name for name in sorted(folders - own) if f"resources/{name}/" not in sources] == []
