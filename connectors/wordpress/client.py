"""One site as a channel: comments in, held ones too; replies and moderation out.

Owns what is asked when. WordPress keeps no date of change for comments, so news is found by id and
everything else by reading the newest comments again; what that costs and cannot find is said in the README.
"""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from connectors.base import (
    Action,
    Activity,
    Batch,
    Capabilities,
    ChannelConfig,
    ConnectorError,
    Identity,
    OutcomeUnknown,
    Outgoing,
    Post,
    Refused,
    Sent,
    unread,
)
from connectors.http import Http
from connectors.wordpress import NEEDS_SIGN_IN, NO_STREAM, READ_ONLY, SIGNED_IN, WRITER, parse
from connectors.wordpress.api import Api
from connectors.wordpress.parse import Comment
from connectors.wordpress.reading import PAGE, Reading

log = logging.getLogger(__name__)

DEEP_EVERY_S = 120.0
"""How often more than the newest page is read again for edits, approvals and deletions."""

DEEP_PAGES = 5
REMEMBERED = DEEP_PAGES * PAGE
IDLE_PAGES = 5
"""So many pages in a row without anything new end a walk through the list."""

CONFIRMED_AT_ONCE = 100
"""Comments that are missing from the list and asked for one by one in one round."""

PARENT_GONE = "답변할 댓글이 지워졌습니다. / The comment to be answered has been deleted."
COMMENT_GONE = "이 댓글은 이미 지워졌습니다. / This comment has already been deleted."

_STATUS = {
    Action.APPROVE: ("approved", "published"),
    Action.UNHIDE: ("approved", "published"),
    Action.HIDE: ("hold", "held"),
    Action.HOLD: ("hold", "held"),
    Action.TRASH: ("trash", "hidden"),
}
"""What the site is told, and what the comment is then in our words. A hidden comment is one that waits."""


class WordPress:
    def __init__(self, config: ChannelConfig, http: Http) -> None:
        self._api = Api(config, http)
        self._reading = Reading(self._api)

    async def capabilities(self) -> Capabilities:
        user = await self._reading.user()
        if user is None:
            return READ_ONLY
        if user.moderates:
            return SIGNED_IN
        return WRITER

    async def check(self) -> Identity:
        user = await self._reading.user(fresh=True)
        page = await self._reading.page(0, per_page=1, _fields="id,content")
        count = max(page.total, len(page.comments))
        site = await self._api.site_name()
        seen = f"댓글 {count}개를 읽을 수 있습니다. / {count} comments can be read."
        if user is None:
            return Identity(remote_id="", name=site, url=self._api.site, note=seen)
        if not user.moderates:
            seen = (
                f"댓글 {count}개를 읽을 수 있습니다. 댓글 관리 권한이 없는 계정입니다. / "
                f"{count} comments can be read. This account may not moderate comments."
            )
        url = user.url or self._api.site
        return Identity(str(user.id), user.name or site, user.login, url, seen, f"user:{user.id}")

    async def activity(self, handles: Sequence[str]) -> list[Activity]:
        """How many posts the site, or these of its writers, have published, and when the last one."""
        if not handles:
            return [await self._reading.activity(await self._api.site_name(), self._api.site)]
        return [await self._reading.activity_of(handle) for handle in handles]

    async def aclose(self) -> None:
        return None

    async def stream(self) -> AsyncIterator[Batch]:
        raise Refused(NO_STREAM, "no-stream")
        yield Batch()

    # --- in -----------------------------------------------------------------------------------------------

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        """See ``Connector.fetch``. The cursor holds ``who`` (as whom the list was read), ``max`` (all ids up
        to it have been read), ``seen`` (fingerprints of the newest comments), ``total``, ``deep_ms``, ``old``
        and ``feed``; while a long list is walked through, ``walk``."""
        user = await self._reading.user()
        who = "" if user is None else f"{user.id}{'+' if user.moderates else ''}"
        state = dict(cursor)
        if state.get("who") != who or not isinstance(state.get("seen"), dict):
            # Somebody else sees other comments: what is missing for them has not been deleted.
            state = {"who": who, "seen": {}}
        if "max" not in state or "walk" in state:
            return await self._walk(state)
        return await self._round(state)

    async def _walk(self, state: dict[str, Any]) -> Batch:
        """One page on the way from the newest comment down to ``floor``, where a walk before this ended.

        Comments deleted meanwhile move the list up, so each page must begin with the comment that the one
        before ended with; where it does not, what lies before it is read again until it does.
        """
        walk = dict(state.get("walk") or {"offset": 0, "low": 0, "top": 0, "floor": int(state.get("max", 0))})
        offset, low = int(walk["offset"]), int(walk["low"])
        page = await self._reading.page(offset)
        found = {c.id: c for c in page.comments}
        above, first = offset, page.comments[0].id if page.comments else 0
        while low and above > 0 and first < low:
            above = max(0, above - PAGE)
            before = (await self._reading.page(above)).comments
            found = {c.id: c for c in before} | found
            first = before[0].id if before else 0
        fresh = [c for c in found.values() if (not low or c.id < low) and c.id > walk["floor"]]
        self._remember(state, fresh)
        if not walk["top"] and page.comments:
            walk["top"] = page.comments[0].id
        state["total"] = page.total
        posts = await self._reading.with_titles([c for c in fresh if not c.trashed])
        reached = not page.full or (bool(found) and min(found) <= walk["floor"])
        # New comments push old ones down, so a page may hold nothing new; a cache that answers every
        # question with the same page must not keep us here for ever.
        walk["idle"] = 0 if fresh else _whole(walk.get("idle")) + 1
        if reached or walk["idle"] >= IDLE_PAGES:
            reached = True
            state.pop("walk", None)
            state["max"] = max(int(walk["top"]), int(walk["floor"]))
            state["deep_ms"] = _now_ms()
        else:
            low = min(found, default=low)
            # a comment may be hidden from us, also the last of the page: its place is counted all the same
            state["walk"] = {**walk, "offset": offset + max(len(page.comments), PAGE) - 1, "low": low}
        return Batch(posts, cursor=state, more=not reached, damaged=_damage(page.broken))

    async def _round(self, state: dict[str, Any]) -> Batch:
        now_ms = _now_ms()
        # A clock that was set back must not put this off for years.
        deep = not 0 <= now_ms - _whole(state.get("deep_ms")) < DEEP_EVERY_S * 1000
        if not self._api.signed_in:
            # Whether a comment was approved costs the site next to nothing. Held ones are not in the feed,
            # so a signed-in channel asks for the list itself.
            changed = await self._feed_changed(state)
            if not changed and not deep:
                return Batch(cursor=state)
        page = await self._reading.page(0)
        newest = _whole(state["max"])
        fresh = [c for c in page.comments if c.id > newest]
        if page.full and len(fresh) == len(page.comments):
            return await self._walk(state)
        if page.total >= 0 and page.total != _whole(state.get("total")) + len(fresh):
            deep = True  # something was deleted, or is shown again
        pages = [page]
        if deep:
            while pages[-1].full and len(pages) < DEEP_PAGES:
                pages.append(await self._reading.page(len(pages) * PAGE))
        read = {c.id: c for p in pages for c in p.comments}
        seen: dict[str, str] = state["seen"]
        changed_ones = [
            c
            for c in read.values()
            if (str(c.id) in seen and seen[str(c.id)] != c.fingerprint())
            or (str(c.id) not in seen and not c.trashed)
        ]
        gone = await self._missing(seen, read, whole=not pages[-1].full)
        # What came back among the missing was only pushed off its page; it keeps its place in ``seen``.
        seen = {key: value for key, value in seen.items() if key not in gone}
        state = {**state, "seen": seen, "max": max([newest, *read]), "total": page.total}
        self._remember(state, list(read.values()))
        if deep:
            state["deep_ms"] = now_ms
            changed_ones += await self._older_page(state, gone)
        posts = await self._reading.with_titles(changed_ones)
        return Batch(posts, tuple(gone), state, damaged=_damage(sum(p.broken for p in pages)))

    async def _missing(
        self, seen: Mapping[str, str], read: Mapping[int, Comment], *, whole: bool
    ) -> list[str]:
        """Remembered comments that the pages should have held and that the site confirms to be gone."""
        lowest = 0 if whole else min(read, default=0)
        missing = [key for key in seen if int(key) not in read and int(key) >= lowest]
        return [
            key
            for key in sorted(missing, key=int, reverse=True)[:CONFIRMED_AT_ONCE]
            if await self._reading.one(key) is None
        ]

    async def _older_page(self, state: dict[str, Any], gone: list[str]) -> list[Comment]:
        """One of the pages behind the remembered ones, another one each time: edits and approvals of old
        comments are found after a while. What lies in the trash there is reported as gone."""
        if _whole(state.get("total")) <= REMEMBERED:
            return []
        offset = max(_whole(state.get("old")), REMEMBERED)
        page = await self._reading.page(offset)
        state["old"] = offset + PAGE if page.full else REMEMBERED
        gone += [str(c.id) for c in page.comments if c.trashed and str(c.id) not in state["seen"]]
        return [c for c in page.comments if not c.trashed and str(c.id) not in state["seen"]]

    async def _feed_changed(self, state: dict[str, Any]) -> bool:
        validators = state.get("feed")
        answer = await self._api.feed(validators if isinstance(validators, dict) else {})
        if answer.status == 304:
            return False
        state["feed"] = answer.validators
        return True

    def _remember(self, state: dict[str, Any], comments: list[Comment]) -> None:
        """Fingerprints of the newest comments; a comment first met in the trash is not among our posts."""
        seen = dict(state["seen"])
        for comment in comments:
            if not comment.trashed or str(comment.id) in seen:
                seen[str(comment.id)] = comment.fingerprint()
        newest = sorted(seen, key=int, reverse=True)[:REMEMBERED]
        state["seen"] = {key: seen[key] for key in newest}

    # --- out ----------------------------------------------------------------------------------------------

    async def send(self, outgoing: Outgoing) -> Sent:
        if reason := SIGNED_IN.why_not.get(outgoing.action.value):
            raise Refused(reason, "not-possible")
        self._need_sign_in()
        if outgoing.action is Action.REPLY:
            return await self._reply(outgoing)
        target = _comment_id(outgoing)
        if outgoing.action is Action.DELETE:
            return await self._delete(target)
        current = await self._reading.one(target)
        if current is None:
            raise Refused(COMMENT_GONE, "rest_comment_invalid_id")
        if outgoing.action is Action.EDIT:
            if not parse.same_text(current.raw, outgoing.text):
                await self._change(target, {"content": parse.as_content(outgoing.text)})
        else:
            status, state = _STATUS[outgoing.action]
            if current.post.state != state:
                await self._change(target, {"status": status})
        return await self._read_back(target)

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        self._need_sign_in()
        target = _comment_id(outgoing)
        current = await self._reading.one(target)
        if outgoing.action is Action.REPLY:
            return None if current is None else await self._own_reply(current, outgoing.text)
        if outgoing.action is Action.DELETE:
            return Sent(target) if current is None or current.trashed else None
        if current is None:
            return None
        if outgoing.action is Action.EDIT:
            done = parse.same_text(current.raw, outgoing.text)
        else:
            done = current.post.state == _STATUS[outgoing.action][1]
        return await self._sent(current) if done else None

    async def _reply(self, outgoing: Outgoing) -> Sent:
        # WordPress takes any number for a parent, so a deleted one has to be found out before.
        parent = await self._reading.one(_comment_id(outgoing))
        if parent is None or parent.trashed:
            raise Refused(PARENT_GONE, "rest_comment_invalid_id")
        answer = await self._api.call(
            "POST",
            "/wp/v2/comments",
            body={"post": parent.on[1], "parent": parent.id, "content": parse.as_content(outgoing.text)},
        )
        if answer.code == "comment_duplicate":
            # The guard against double comments says that this very answer is already there.
            earlier = await self._own_reply(parent, outgoing.text)
            if earlier is not None:
                return earlier
        if not answer.ok:
            raise self._refusal(answer)
        number = parse.whole(answer.value.get("id")) if isinstance(answer.value, dict) else 0
        if number <= 0:
            raise OutcomeUnknown("the answer to a new comment has no id", "outcome")
        try:
            return await self._read_back(str(number))
        except ConnectorError as error:
            # It is sent whatever happens now; the next round shows it as it stands on the site.
            log.warning("comment %s was sent and could not be read back: %s", number, error)
            return Sent(str(number))

    async def _own_reply(self, parent: Comment, text: str) -> Sent | None:
        user = await self._reading.user()
        if user is None:
            return None
        query = {"author": user.id, "post": parent.on[1], "parent": parent.id}
        page = await self._reading.page(0, **query)
        if user.moderates:
            same = [c for c in page.comments if not c.trashed and parse.same_text(c.raw, text)]
        else:
            # Without the right to moderate the raw text is not shown; the rendered one has to do.
            same = [c for c in page.comments if parse.looks_like(c.post.text, text)]
        return await self._sent(same[0]) if same else None

    async def _delete(self, target: str) -> Sent:
        answer = await self._api.call("DELETE", f"/wp/v2/comments/{target}")
        if answer.code == "rest_trash_not_supported":  # a site whose trash is switched off
            answer = await self._api.call("DELETE", f"/wp/v2/comments/{target}", {"force": True})
        if not answer.ok and answer.code not in ("rest_comment_invalid_id", "rest_already_trashed"):
            raise self._refusal(answer)
        return Sent(target)

    async def _change(self, target: str, fields: Mapping[str, Any]) -> None:
        answer = await self._api.call("POST", f"/wp/v2/comments/{target}", body=fields)
        if not answer.ok:
            raise self._refusal(answer)

    def _refusal(self, answer: Any) -> Exception:
        """The error of a write that was refused; who we are is asked again before the next one."""
        self._reading.forget_user()
        return self._api.refusal(answer, reading=False)

    async def _read_back(self, target: str) -> Sent:
        comment = await self._reading.one(target)
        return Sent(target) if comment is None else await self._sent(comment)

    async def _sent(self, comment: Comment) -> Sent:
        post: Post = (await self._reading.with_titles([comment]))[0]
        return Sent(post.remote_id, post.url, post)

    def _need_sign_in(self) -> None:
        if not self._api.signed_in:
            raise Refused(NEEDS_SIGN_IN, "not-signed-in")


def _comment_id(outgoing: Outgoing) -> str:
    number = parse.whole(outgoing.target_id)
    if number <= 0:
        raise Refused(COMMENT_GONE, "rest_comment_invalid_id")
    return str(number)


def _damage(broken: int) -> str:
    return unread(broken, "댓글", "comments")


def _whole(value: Any) -> int:
    return parse.whole(value)


def _now_ms() -> int:
    return int(time.time() * 1000)
