"""Backups of me2day: the official pages of 2014, what crawlers kept, and what was made of the pages later.

Owns which of them a folder or zip holds and the order of reading; one piece is in memory at a time. Reading a
backup again gives the same ids, so nothing is there twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from connectors.base import Batch, Malformed, Post
from connectors.me2day import backup_html, backup_repo, parse, shapes
from connectors.me2day.parse import Reader, one_line
from connectors.me2day.tree import Hostile, Tree, open_tree, read

POSTS_AT_ONCE = 100
LARGEST_PAGE = 5_000_000
LARGEST_DUMP = 30_000_000

NOTHING = (
    "미투데이 백업이 아닙니다. me2day 폴더나 me2userdata 폴더를 골라 주세요. / "
    "This is not a me2day backup; please choose the folder me2day or me2userdata."
)
EMPTY = "비어 있습니다 / it is empty"
NO_POSTS = "글이 아니라 오류가 들어 있습니다 / it holds an error instead of posts"

_PAGE = re.compile(r"(?:.*/)?([A-Za-z0-9_-]{1,50})/post/([^/]+\.html?)", re.I)
_DUMP = re.compile(r"(?:.*/)?([A-Za-z0-9_-]{1,50})/\1_(\d{8})(?:_([^/]+))?\.(?:json|xml)", re.I)
_LOOSE_DUMP = re.compile(r"([A-Za-z0-9_-]{1,50})_(\d{8})(?:_([^/]+))?\.(?:json|xml)", re.I)
"""The same where somebody zipped the files without their folder."""

_REPO = re.compile(r"((?:.*/)?\.repo/)Post\.json")

_Known = dict[str, tuple[str, bool]]
"""Posts of one day of a dump → (their first words, whether their Z means Korean time)."""


class Damage:
    """What could not be read: counted, and the first one named."""

    def __init__(self) -> None:
        self.count = 0
        self._first: tuple[str, str, str] | None = None

    def note(self, name: str, why: object) -> None:
        self.count += 1
        korean, both, english = str(why).partition(" / ")
        if self._first is None:
            self._first = (name, korean, english if both else korean)

    def __str__(self) -> str:
        """In both languages, as it is shown."""
        if self._first is None:
            return ""
        name, korean, english = self._first
        name = name.rpartition("/")[2][:100]
        return (
            f"{self.count}개를 읽지 못했습니다. 처음 것은 {name}: {korean} / "
            f"{self.count} could not be read. The first one is {name}: {english}"
        )[:500]


def read_backup(path: Path) -> Iterator[Batch]:
    """Batches with an empty cursor: the place in a live list is not touched. Raises Malformed."""
    tree = open_tree(path)
    for _ in tree.names():
        pass  # what makes a backup hostile is met before anything of it is stored
    damage = Damage()
    waiting: list[Post] = []
    met = told = 0
    for posts in _pieces(tree, damage):
        met += 1
        waiting += posts
        if len(waiting) >= POSTS_AT_ONCE:
            told = damage.count
            yield Batch(tuple(waiting), damaged=str(damage))
            waiting = []
    if not met:
        raise Malformed(NOTHING)
    if waiting or damage.count > told:
        yield Batch(tuple(waiting), damaged=str(damage))


def _pieces(tree: Tree, damage: Damage) -> Iterator[list[Post]]:
    """The posts of each file that belongs to a backup; none where it could not be read."""
    day: _Known = {}
    for name in tree.names():
        if name.startswith("__MACOSX/") or name.rpartition("/")[2].startswith("._"):
            continue  # what a Mac puts beside every file
        whole = f"{tree.root}/{name}"
        if page := _PAGE.fullmatch(whole):
            yield _kept(damage, name, _page(tree, name, page[1], damage))
        elif dump := _DUMP.fullmatch(whole) or _LOOSE_DUMP.fullmatch(name):
            if not dump[3]:
                day = {}
            yield _kept(damage, name, _dump(tree, name, (dump[1], dump[3] or ""), day, damage))
        elif repo := _REPO.fullmatch(name):
            yield from backup_repo.pieces(tree, repo[1], damage.note)


def _kept(damage: Damage, name: str, posts: Iterator[Post]) -> list[Post]:
    """One file that is broken never keeps the others away; one that is hostile ends the reading."""
    try:
        return list(posts)
    except Hostile:
        raise
    except Malformed as error:
        damage.note(name, error)
        return []


def _page(tree: Tree, name: str, user: str, damage: Damage) -> Iterator[Post]:
    data = read(tree, name, LARGEST_PAGE)
    yield from backup_html.page(data, user, name.rpartition("/")[2], damage.note)


def _dump(tree: Tree, name: str, whose: tuple[str, str], day: _Known, damage: Damage) -> Iterator[Post]:
    """A day's posts, or the comments on one of them, as the API answered the crawler (section 6b)."""
    data = read(tree, name, LARGEST_DUMP)
    if not data.strip():
        raise Malformed(EMPTY, "empty")
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Malformed(backup_html.ENCODING, "encoding") from None
    value = shapes.read(data)
    if parse.problem(value) is not None:
        raise Malformed(NO_POSTS)
    user, post_id = whose
    reader = Reader(user)
    if not post_id:
        entries, broken = reader.posts(value)
        for entry in entries:
            day[entry.post.remote_id] = (one_line(entry.post.text), entry.kst)
            yield entry.post
    else:
        context, kst = day.get(post_id, ("", False))
        comments = reader.comments(value, post_id, context, kst=kst)
        broken = comments.broken
        yield from (comment.post for comment in comments.found)
    for _ in range(broken):
        damage.note(name, "읽을 수 없는 항목이 있습니다 / one of its entries cannot be read")
