"""Reading one band, piece by piece: pages of its list of posts, and the comments below those that changed.

Owns a band's part of the cursor: ``seen`` (the newest posts, each with: comments counted, fingerprints of its
words and of the last comments, second of writing, second of the last look at it, comments of a reading that
came short), ``ids`` (fingerprints of the known comments below them), ``top`` (keys of the last first page),
``walk`` (the place in the list while it is walked through), ``rest`` (a place to go on from later), ``todo``
(posts whose comments are to be read) and ``whole`` (the first walk has come to its end).

The list is sorted by the last change and there is no "since" (naver_band.md section 4): what is new stands
above what is known, as far as the order can be trusted; once an hour more is read than that.
"""

from __future__ import annotations

import logging
import time
from typing import Any

from connectors.base import Malformed, Post, Refused, Unreachable
from connectors.naver_band import parse
from connectors.naver_band.api import Api, NotThere, WrongCall
from connectors.naver_band.parse import Band, Comment, Entry, Me, Page

log = logging.getLogger(__name__)

LOCALE = "ko_KR"
WALK_PAGES = 5
"""Pages of a later round (section 4); where there is more, the next round goes on from there."""

FIRST_PAGES = 200
EMPTY_PAGES = 5
DEEP_EVERY_S = 3500.0
LOOK_AGAIN_S = 3500.0
LOOK_AGAIN_DAYS = 14
LOOKS_AT_ONCE = 5
READS_AT_ONCE = 3
CONFIRMED_AT_ONCE = 5
COMMENT_PAGES = 60
LONG_THREAD = 40
"""Known comments from which on only the newest are read where more came."""
MET = 150
_DAY_S = 86_400

POSTS = "/v2/band/posts"
POST = "/v2.1/band/post"
COMMENTS = "/v2/band/post/comments"

_COUNT, _WORDS, _LATEST, _WRITTEN, _LOOKED, _SHORT = range(6)


class Reading:
    def __init__(self, api: Api, band: Band, who: Me, state: dict[str, Any], room: int) -> None:
        self.api, self.band, self.who, self.state = api, band, who, state
        self.room = room  # posts that are remembered of this band
        self.seen: dict[str, list[Any]] = state.setdefault("seen", {})
        self.ids: dict[str, dict[str, str]] = state.setdefault("ids", {})
        self.todo: list[list[Any]] = state.setdefault("todo", [])
        self.posts: dict[str, Post] = {}
        self.gone: list[str] = []
        self.broken = 0

    async def step(self, *, begin: bool) -> bool:
        """One piece of a round, which ``begin`` starts; whether there is more to read now."""
        if self.todo:
            await self._read_comments()
        elif "walk" in self.state:
            await self._walk()
        elif begin:
            await self._round()
        self._forget_old()
        return bool(self.todo or "walk" in self.state)

    # --- the list of posts --------------------------------------------------------------------------------

    async def _round(self) -> None:
        page = await self._page({})
        deep = _due(self.state.get("deep_ms"), DEEP_EVERY_S)
        known, fresh = self._known(page), self._fresh(page)
        await self._look_for_deleted(page)
        self._take(page.items)
        first = not self.state.get("whole")
        if deep:
            self.state["deep_ms"] = int(time.time() * 1000)
        if page.following and (first or deep or fresh or not known):
            met = [entry.key for entry in page.items]
            self.state["walk"] = {"params": page.following, "pages": 1, "met": met, "deep": deep, "empty": 0}
        else:
            self.state["whole"] = True
            self._go_on()
        if not first:
            await self._look_again()

    async def _walk(self) -> None:
        walk = dict(self.state["walk"])
        first = not self.state.get("whole")
        try:
            page = await self._page(walk["params"])
        except WrongCall as error:
            # The place does not count any more: the next round begins anew, as the first one did.
            log.info("the place in the list of band %s was lost: %s", self.band.key, error)
            del self.state["walk"]
            self.state["whole"] = False
            return
        met = set(walk["met"])
        known = [entry for entry in self._known(page) if entry.key not in met]
        new = [entry for entry in page.items if entry.key not in met]
        fresh = self._fresh(page)
        self._take(new)
        pages = int(walk["pages"]) + 1
        empty = 0 if new else int(walk["empty"]) + 1
        following = page.following if page.following != walk["params"] else None
        done = not following or empty >= EMPTY_PAGES or pages >= FIRST_PAGES
        if not first and not walk["deep"]:
            done = done or bool(known and not fresh)
        if not first and pages >= WALK_PAGES and not done:
            if fresh and not known:
                self.state["rest"] = following
            done = True
        if done:
            del self.state["walk"]
            self.state["whole"] = True
            if not first and known and not fresh:
                self._go_on()
            return
        kept = [*walk["met"], *(entry.key for entry in new)][-MET:]
        self.state["walk"] = {**walk, "params": following, "pages": pages, "met": kept, "empty": empty}

    def _go_on(self) -> None:
        """What an earlier round had to leave unread after its last page is read now."""
        rest = self.state.pop("rest", None)
        if isinstance(rest, dict):
            self.state["walk"] = {"params": rest, "pages": 1, "met": [], "deep": False, "empty": 0}

    async def _page(self, params: dict[str, str]) -> Page:
        wanted = {**params, "band_key": self.band.key, "locale": LOCALE}
        page = parse.posts(await self.api.get(POSTS, wanted), self.band, self.who)
        self.broken += page.broken
        return page

    def _known(self, page: Page) -> list[Entry]:
        return [entry for entry in page.items if entry.key in self.seen and not self._changed(entry)]

    def _fresh(self, page: Page) -> list[Entry]:
        return [entry for entry in page.items if self._changed(entry)]

    def _changed(self, entry: Entry) -> bool:
        row = self.seen.get(entry.key)
        return row is None or [row[_COUNT], row[_WORDS], row[_LATEST]] != [
            entry.comments,
            entry.words,
            entry.latest,
        ]

    def _take(self, entries: Any) -> None:
        """New and changed posts, and a reading of the comments of those where they changed."""
        now_s = int(time.time())
        for entry in entries:
            row = self.seen.get(entry.key)
            if row is None:
                row = [0, "", "", (entry.post.created_ms or 0) // 1000, now_s, -1]
                if entry.comments == 0:
                    row[_LATEST] = entry.latest
                self.seen[entry.key] = row
            if row[_WORDS] != entry.words:
                self._keep(entry.post)
                row[_WORDS] = entry.words
            if row[_COUNT] != entry.comments or row[_LATEST] != entry.latest:
                row[_LATEST] = entry.latest
                self._ask_for(entry)

    async def _look_for_deleted(self, page: Page) -> None:
        """Posts that stood on the first page and no longer do, where fewer came than went: BAND is asked."""
        there = [entry.key for entry in page.items]
        before = [key for key in self.state.get("top", []) if key in self.seen]
        candidates = before if page.following or not there else [*before, *self.seen]
        missing = [key for key in dict.fromkeys(candidates) if key not in there]
        came = [key for key in there if key not in before]
        left: list[str] = []
        if page.broken == 0 and (not page.following or len(missing) > len(came)):
            for key in missing[:CONFIRMED_AT_ONCE]:
                await self._look(key)
            left = [key for key in missing[CONFIRMED_AT_ONCE:] if key in self.seen]
        self.state["top"] = [*there, *left][:MET]

    async def _look_again(self) -> None:
        """Young posts are asked for one by one once an hour: a change need not move them up (section 4)."""
        now_s = int(time.time())
        due = [
            key
            for key, row in self.seen.items()
            if row[_WRITTEN] > now_s - LOOK_AGAIN_DAYS * _DAY_S
            and not 0 <= now_s - row[_LOOKED] < LOOK_AGAIN_S
        ]
        for key in sorted(due, key=lambda key: int(self.seen[key][_LOOKED]))[:LOOKS_AT_ONCE]:
            await self._look(key, comments=True)

    async def _look(self, key: str, *, comments: bool = False) -> None:
        try:
            data = await self.api.get(POST, {"band_key": self.band.key, "post_key": key})
            entry = parse.entry(_with_key(data.get("post"), key), self.band, self.who)
        except NotThere:
            self.gone.append(parse.remote_id(self.band.key, key))
            self.gone += [parse.remote_id(self.band.key, key, one) for one in self.ids.pop(key, {})]
            del self.seen[key]
            self.todo[:] = [item for item in self.todo if item[0] != key]
            return
        except (Malformed, Refused) as error:
            # One post must not keep the band away; what shuts the whole band is met with its list.
            log.warning("post %s cannot be looked at: %s", key, error)
            self.broken += 1
            self.seen[key][_LOOKED] = int(time.time())
            return
        row = self.seen[key]
        row[_LOOKED] = int(time.time())
        if row[_WORDS] != entry.words:
            self._keep(entry.post)
            row[_WORDS] = entry.words
        if row[_COUNT] != entry.comments or (comments and (entry.comments or self.ids.get(key))):
            self._ask_for(entry)

    # --- comments -----------------------------------------------------------------------------------------

    def _ask_for(self, entry: Entry) -> None:
        """Put the comments below a post on the list of those to be read."""
        context = parse.one_line(entry.post.text)[:80] or self.band.name
        for item in self.todo:
            if item[0] == entry.key:
                item[2] = entry.comments
                item[5] = item[5] if item[4] else self._begin_of(entry)
                return
        self.todo.append([entry.key, context, entry.comments, None, 0, self._begin_of(entry)])

    def _begin_of(self, entry: Entry) -> list[str] | None:
        """None: only the newest comments are read, where a long thread merely grew."""
        known = len(self.ids.get(entry.key, {}))
        return None if known >= LONG_THREAD and entry.comments > known else []

    async def _read_comments(self) -> None:
        for _ in range(READS_AT_ONCE):
            if not self.todo:
                return
            item = self.todo[0]
            try:
                await self._read_page(item)
            except NotThere:
                self.todo.pop(0)
                self.seen.get(item[0], [0] * 6)[_LOOKED] = 0  # looked at next time, whether it is gone itself
            except (Refused, Malformed) as error:
                self._give_up(item, error)
            except Unreachable as error:
                if not error.code.startswith("band-"):
                    raise
                self._give_up(item, error)

    def _give_up(self, item: list[Any], error: Exception) -> None:
        """One post's comments must not keep the others away; its count stays different, so the next round
        asks again."""
        log.warning("comments of post %s cannot be read: %s", item[0], error)
        self.broken += 1
        self.todo.pop(0)

    async def _read_page(self, item: list[Any]) -> None:
        key, context, counted, params, pages, got = item
        wanted = {**(params or {}), "band_key": self.band.key, "post_key": key}
        if got is None:
            wanted["sort"] = "-created_at"
        page = parse.comments(await self.api.get(COMMENTS, wanted), self.band, key, context, self.who)
        self.broken += page.broken
        known = self.ids.setdefault(key, {})
        found: list[Comment] = parse.with_parents(list(page.items))
        before = len(known)
        for comment in found:
            if known.get(comment.key) != comment.words:
                known[comment.key] = comment.words
                self._keep(comment.post)
        if got is None and (len(known) >= counted or len(known) == before or not page.following):
            # Up to what was known; where the numbers do not agree, something was deleted: all is read.
            self.todo.pop(0)
            if len(known) == counted and key in self.seen:
                self.seen[key][_COUNT] = counted
            else:
                self.todo.append([key, context, counted, None, 0, []])
            return
        if got is None:
            self.todo[0] = [key, context, counted, page.following, pages + 1, None]
            return
        got = list(dict.fromkeys([*got, *(comment.key for comment in found)]))
        if page.broken:
            got.append("")  # what cannot be read cannot be called deleted either
        following = page.following if page.following != params else None
        if following and pages < COMMENT_PAGES:
            self.todo[0] = [key, context, counted, following, pages + 1, got]
            return
        self.todo.pop(0)
        self._settle(key, int(counted), got, complete=not following)

    def _settle(self, key: str, counted: int, got: list[str], *, complete: bool) -> None:
        """All pages were read. Comments that are missing are gone, unless the reading came short; one that
        comes equally short twice is all there is."""
        row = self.seen.get(key)
        number = len([one for one in got if one])
        short = number < counted and (row is None or row[_SHORT] != number)
        known = self.ids.get(key, {})
        if complete and not short and "" not in got:
            there = set(got)
            lost = [one for one in known if one not in there]
            self.gone += [parse.remote_id(self.band.key, key, one) for one in lost]
            self.ids[key] = {one: words for one, words in known.items() if one in there}
        if row is not None:
            row[_SHORT] = number if number < counted else -1
            if not short or "" in got:
                row[_COUNT] = counted

    def _keep(self, post: Post) -> None:
        self.posts[post.remote_id] = post

    def _forget_old(self) -> None:
        newest = sorted(self.seen, key=lambda key: int(self.seen[key][_WRITTEN]), reverse=True)[: self.room]
        self.state["seen"] = self.seen = {key: self.seen[key] for key in newest}
        room = self.room * 4
        kept: dict[str, dict[str, str]] = {}
        waiting = [item[0] for item in self.todo]
        for key in dict.fromkeys([*waiting, *newest]):
            names = self.ids.get(key, {})
            if names and (room >= len(names) or key in waiting[:1]):
                kept[key] = names
                room -= len(names)
        self.state["ids"] = self.ids = kept


def _with_key(value: Any, key: str) -> Any:
    """A single post as the list gives it: that it names its own key again is not to be relied on."""
    return {"post_key": key, **value} if isinstance(value, dict) else value


def _due(last_ms: Any, every_s: float) -> bool:
    """Also after a clock that was set back."""
    last = last_ms if isinstance(last_ms, int) else 0
    return not 0 <= time.time() * 1000 - last < every_s * 1000
