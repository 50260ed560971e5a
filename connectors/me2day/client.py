"""One me2day account as a channel: its posts and the comments below them in, answers out.

Owns what is asked when it comes to sending; reading is in ``reading.py``.
"""

from __future__ import annotations

import copy
import logging
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from connectors.base import (
    Action,
    Activity,
    AuthExpired,
    Batch,
    Capabilities,
    ChannelConfig,
    ConnectorError,
    Identity,
    Outgoing,
    Refused,
    Sent,
    clean_text,
)
from connectors.http import Http
from connectors.me2day import CAPABILITIES, LENGTH, WHY_NOT, importer_only, parse, without_sign_in
from connectors.me2day.api import NO_PERMISSION_CODE, Api, refusal
from connectors.me2day.parse import Comment, Comments, Reader
from connectors.me2day.reading import Reading

log = logging.getLogger(__name__)

MANY = 1000
"""Comments asked for at once where a whole thread is looked through (me2day.md section 2)."""

MOST_PAGES = 20
CLOCKS_DIFFER_S = 120.0
REMEMBERED_KEYS = 500

HOME = "http://me2day.net/{}"
"""Only the target of the link that summons somebody, as the service always wrote it; never called."""

NOT_SIGNED_IN = "the channel has no me2day key"
POST_GONE = "답변할 글이나 댓글이 지워졌습니다. / The post or comment to be answered has been deleted."
TOO_LONG = (
    "시민의 닉네임까지 세면 150자를 {}자 넘습니다. / "
    "With the citizen's nickname this is {} characters over the limit of 150."
)
IMPORTS = (
    "서버 주소가 없는 채널입니다. 백업을 읽어 들일 수 있습니다. / "
    "A channel without a server; backups can be read into it."
)
COUNTED = "글 {}개를 읽을 수 있습니다. / {} posts can be read."

_COMMENT_ID = re.compile(r"c[^-]+-(.+)")


class Me2day:
    def __init__(self, config: ChannelConfig, http: Http) -> None:
        self._api = Api(config, http)
        self._sent: dict[str, str] = {}  # key of an answer → the comment that it became

    async def capabilities(self) -> Capabilities:
        if not self._api.server or parse.is_closed(self._api.server):
            return importer_only()
        return CAPABILITIES if self._api.signed_in else without_sign_in()

    async def check(self) -> Identity:
        if not self._api.server:
            return Identity(self._api.user, self._api.user or "미투데이", self._api.user, note=IMPORTS)
        self._api.may_be_called()
        if not self._api.user:
            raise AuthExpired(NOT_SIGNED_IN, "not-signed-in")
        if self._api.signed_in:
            await self._prove_key()
        person = parse.person(await self._api.demand("GET", "get_person", self._api.user), self._api.user)
        note = "" if person.posts is None else COUNTED.format(person.posts, person.posts)
        return Identity(self._api.user, person.name or self._api.user, self._api.user, person.url, note)

    async def _prove_key(self) -> None:
        """AuthExpired: the key does not count. What is read otherwise may be public."""
        answer = await self._api.call("GET", "noop")
        if answer.missing:  # not every server knows the call that is made for this
            await self._api.demand("GET", "track_comments", self._api.user, {"scope": "to_me", "count": 1})
        elif not answer.ok:
            raise refusal(answer, "noop", reading=True)

    async def aclose(self) -> None:
        return None

    async def stream(self) -> AsyncIterator[Batch]:
        raise Refused(WHY_NOT["stream"], "no-stream")
        yield Batch()

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        """See ``Connector.fetch``; the cursor is described in ``reading.py``."""
        if not self._api.server:
            return Batch(cursor=cursor)
        self._api.may_be_called()
        if not self._api.user:
            raise AuthExpired(NOT_SIGNED_IN, "not-signed-in")
        who = f"{self._api.server} {self._api.user}"
        # A copy: what a broken round did to the cursor must not be kept by whoever gave it.
        state = copy.deepcopy(dict(cursor)) if cursor.get("who") == who else {"who": who}
        return await Reading(self._api, state).step()

    async def activity(self, handles: Sequence[str]) -> list[Activity]:
        self._api.may_be_called()
        return [await self._person(handle) for handle in handles or [self._api.user]]

    async def _person(self, handle: str) -> Activity:
        user = parse.user_id(handle.strip().lstrip("@"))
        if not user:
            return Activity(handle, "missing")
        answer = await self._api.call("GET", "get_person", user)
        if answer.ok:
            return parse.person(answer.value, handle)
        if answer.code == NO_PERMISSION_CODE:
            return Activity(handle, "private")
        error = refusal(answer, "get_person", reading=True)
        if answer.missing or isinstance(error, Refused):
            return Activity(handle, "missing")
        raise error

    # --- out ----------------------------------------------------------------------------------------------

    async def send(self, outgoing: Outgoing) -> Sent:
        self._need_sign_in()
        if outgoing.action is Action.REPLY:
            return await self._reply(outgoing)
        if outgoing.action in (Action.DELETE, Action.TRASH):
            answer = await self._api.call("POST", "delete_comment", params={"comment_id": outgoing.target_id})
            if not answer.ok and await self._comment(outgoing) is not None:
                raise refusal(answer, "delete_comment", reading=False)
            return Sent(outgoing.target_id)
        raise Refused(WHY_NOT.get(outgoing.action.value, ""), "not-possible")

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        self._need_sign_in()
        if outgoing.action is Action.REPLY:
            thread = await self._thread(_post_of(outgoing))
            if thread is None:
                return None
            body = await self._body(outgoing, thread)
            return None if body is None else self._own(outgoing, thread, body)
        if outgoing.action in (Action.DELETE, Action.TRASH):
            return Sent(outgoing.target_id) if await self._comment(outgoing) is None else None
        return None

    async def _reply(self, outgoing: Outgoing) -> Sent:
        if not outgoing.target_id.strip():
            raise Refused(POST_GONE, "post-deleted")
        post_id = _post_of(outgoing)
        thread = await self._thread(post_id)
        body = None if thread is None else await self._body(outgoing, thread)
        if thread is None or body is None:
            raise Refused(POST_GONE, "post-deleted")
        over = len(parse.plain(body)) - (LENGTH.limit or 0)
        over = max(
            over, LENGTH.over(parse.plain(clean_text(outgoing.text)), str(outgoing.target.get("handle", "")))
        )
        if over > 0:
            raise Refused(TOO_LONG.format(over, over))
        # The API has no key by which it would know a repeat: an earlier attempt is found by its words.
        earlier = self._own(outgoing, thread, body)
        if earlier is not None:
            return earlier
        answer = await self._api.call("POST", "create_comment", params={"post_id": post_id, "body": body})
        if not answer.ok:
            raise refusal(answer, "create_comment", reading=False)
        before = {comment.post.remote_id for comment in thread.found}
        try:
            after = await self._thread(post_id)
            sent = None if after is None else self._own(outgoing, after, body, before)
        except ConnectorError as error:
            # It is sent whatever happens now; the next round shows it as it stands on the server.
            log.warning("a comment on %s was sent and could not be read back: %s", post_id, error)
            sent = None
        return sent or Sent("")

    def _own(
        self, outgoing: Outgoing, thread: Comments, body: str, before: set[str] | None = None
    ) -> Sent | None:
        """Our comment with these words, unless it is another answer's or older than the first attempt."""
        wanted = parse.normal(parse.plain(body))
        others = {number for key, number in self._sent.items() if key != outgoing.key}
        since_ms = outgoing.written_ms - CLOCKS_DIFFER_S * 1000
        found = [
            comment
            for comment in thread.found
            if comment.post.own
            and comment.plain == wanted
            and comment.post.remote_id not in others
            and comment.post.remote_id not in (before or ())
            and (comment.post.created_ms or since_ms) >= since_ms
        ]
        if not found:
            return None
        newest = max(found, key=lambda comment: comment.post.created_ms or 0)
        self._remember(outgoing.key, newest.post.remote_id)
        post = newest.post._replace(parent_id=outgoing.target_id)
        return Sent(post.remote_id, post.url, post)

    async def _body(self, outgoing: Outgoing, thread: Comments) -> str | None:
        """The text with the summons of whom it answers in front; None where the target is gone."""
        text = clean_text(outgoing.text).strip()
        target = next((c for c in thread.found if c.post.remote_id == outgoing.target_id), None)
        if target is not None:
            author, home = target.post.author, target.home
        elif outgoing.target_id == _post_of(outgoing):
            entries = Reader(self._api.user, self._api.server).posts(
                await self._api.demand(
                    "GET", "get_posts", self._api.user, {"post_id": outgoing.target_id, "count": 1}
                )
            )[0]
            if not entries:
                return None
            author, home = entries[0].post.author, ""
        else:
            return None
        if not author.remote_id or author.remote_id == self._api.user:
            return text
        link = parse.summons(author.name, home or HOME.format(author.remote_id))
        already = text.startswith(link.strip())
        return text if already else link + text

    async def _comment(self, outgoing: Outgoing) -> Comment | None:
        thread = await self._thread(_post_of(outgoing))
        found = thread.found if thread is not None else ()
        return next((c for c in found if c.post.remote_id == outgoing.target_id), None)

    async def _thread(self, post_id: str) -> Comments | None:
        """All comments below a post; None where the post is gone."""
        reader = Reader(self._api.user, self._api.server)
        found: list[Comment] = []
        broken = 0
        for number in range(1, MOST_PAGES + 1):
            params = {"post_id": post_id, "items_per_page": MANY, "page": number}
            answer = await self._api.call("GET", "get_comments", self._api.user, params)
            if answer.missing:
                return None
            if not answer.ok:
                raise refusal(answer, "get_comments", reading=True)
            page = reader.comments(answer.value, post_id)
            found += page.found
            broken += page.broken
            if number >= page.pages:
                break
        return Comments(tuple(found), broken, 1, len(found))

    def _remember(self, key: str, number: str) -> None:
        self._sent.pop(key, None)
        self._sent[key] = number
        while len(self._sent) > REMEMBERED_KEYS:
            del self._sent[next(iter(self._sent))]

    def _need_sign_in(self) -> None:
        self._api.may_be_called()
        if not self._api.signed_in:
            raise AuthExpired(NOT_SIGNED_IN, "not-signed-in")


def _post_of(outgoing: Outgoing) -> str:
    """The id of the post that the target is, or is a comment on. A comment's id names its post in all that
    was ever recorded (section 5); where it does not, the post is what the comment answers."""
    inside = _COMMENT_ID.fullmatch(outgoing.target_id)
    parent = outgoing.target.get("parent_id")
    if isinstance(parent, str) and parent and not _COMMENT_ID.fullmatch(parent):
        return parent
    if inside:
        return "p" + inside[1]
    return parent if isinstance(parent, str) and parent else outgoing.target_id
