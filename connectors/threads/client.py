"""One Threads profile: replies and mentions in; replies, hiding and deleting out.

Owns who is signed in, what is sent, and how a lost answer is looked up. What is read and when is in
``reading``, the two steps of a reply in ``publishing``.
"""

from __future__ import annotations

import dataclasses
import logging
import time
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
    Malformed,
    OutcomeUnknown,
    Outgoing,
    Refused,
    Sent,
    clean_text,
)
from connectors.graph import Graph, identifier, read_page
from connectors.graph_parts import Fault, moment_ms
from connectors.http import Http
from connectors.json_values import mapping, whole
from connectors.threads import CAPABILITIES, MOST_LINKS, TOO_MANY_LINKS, links, parse
from connectors.threads.api import (
    MENTION_FIELDS,
    NO_MENTIONS,
    ONLY_TOP_LEVEL,
    POST_GONE,
    PROFILE_FIELDS,
    REPLY_FIELDS,
    base_of,
    is_gone,
    refusal,
)
from connectors.threads.parse import Entry, Profile
from connectors.threads.publishing import Publisher
from connectors.threads.reading import Reading
from connectors.threads.signin import token_of

log = logging.getLogger(__name__)

OWN_PAGE = 50
OWN_PAGES = 4
CLOCKS_DIFFER_MS = 120_000

NOT_POSSIBLE = "스레드에서는 할 수 없는 작업입니다. / Threads has no way to do this."
NOT_OURS = "시 계정의 글만 지울 수 있습니다. / Only posts of the city's own account can be deleted."
TOO_LONG = (
    "글이 너무 깁니다. 스레드는 500자까지이며 이모지는 여러 자로 셉니다. / "
    "The text is too long: Threads takes 500 characters, and an emoji counts as several."
)


class Threads:
    def __init__(self, config: ChannelConfig, http: Http) -> None:
        secret = {**(config.secret or {})}
        if token_of(secret):
            secret["access_token"] = token_of(secret)
        graph_config = ChannelConfig(config.url, config.handle, config.options, secret, config.tokens)
        self._graph = Graph(http, base_of(config), graph_config)
        self._publisher = Publisher(self._graph)
        self._profile: Profile | None = None
        self._signed_in = bool(secret.get("access_token")) or config.tokens is not None

    async def capabilities(self) -> Capabilities:
        return CAPABILITIES

    async def check(self) -> Identity:
        self._need_sign_in()
        own = await self._own(fresh=True)
        note = await self._quota()
        if not await self._graph.may_read("/me/mentions", {}):
            note = NO_MENTIONS  # what is not collected matters more than what is left of the day
        return Identity(own.id, own.name, f"@{own.username}", _profile_url(own.username), note, own.username)

    async def aclose(self) -> None:
        return None

    async def stream(self) -> AsyncIterator[Batch]:
        raise Refused(CAPABILITIES.why_not["stream"], "no-stream")
        yield Batch()

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        """See ``Connector.fetch``; what the cursor holds is in ``reading``."""
        self._need_sign_in()
        return await Reading(self._graph, cursor, await self._own(), int(time.time())).run()

    # --- out ----------------------------------------------------------------------------------------------

    async def send(self, outgoing: Outgoing) -> Sent:
        if not CAPABILITIES.allows(outgoing.action):
            raise Refused(CAPABILITIES.why_not.get(outgoing.action.value, NOT_POSSIBLE), "not-possible")
        self._need_sign_in()
        target = _target(outgoing)
        if outgoing.action is Action.REPLY:
            return await self._reply(outgoing, target)
        if outgoing.action is Action.DELETE:
            return await self._delete(target)
        return await self._hide(target, hide=outgoing.action is Action.HIDE)

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        self._need_sign_in()
        target = _target(outgoing)
        if outgoing.action is Action.REPLY:
            # Whatever the clock of this PC says: one answer too many is worse than one too few.
            return await self._own_reply(dataclasses.replace(outgoing, written_ms=0), target)
        found = await self._one(target)
        if outgoing.action is Action.DELETE:
            return Sent(target) if found is None else None
        if found is None or outgoing.action not in (Action.HIDE, Action.UNHIDE):
            return None
        wanted = "hidden" if outgoing.action is Action.HIDE else "published"
        return _sent(found) if found.post.state == wanted else None

    async def _reply(self, outgoing: Outgoing, target: str) -> Sent:
        text = clean_text(outgoing.text).strip()
        if CAPABILITIES.length.over(text):
            raise Refused(TOO_LONG, "too-long")  # said here, before anything is made of it
        if len(links(text)) > MOST_LINKS:
            raise Refused(TOO_MANY_LINKS, "link-limit")
        if await self._one(target) is None:
            raise Refused(POST_GONE, "graph-100")
        # Nothing keeps Threads from taking the same reply twice, so it is looked for first.
        earlier = await self._own_reply(outgoing, target)
        if earlier is not None:
            return earlier
        number = await self._publisher.publish(outgoing.key, text, target)
        if not number:
            earlier = await self._own_reply(outgoing, target)
            if earlier is None:
                raise OutcomeUnknown("published before, and not listed yet", "outcome")
            return earlier
        try:
            found = await self._one(number)
        except ConnectorError as error:
            # It is sent whatever happens now; the next round shows it as it stands.
            log.warning("reply %s was sent and could not be read back: %s", number, error)
            return Sent(number)
        return Sent(number) if found is None else _sent(found)

    async def _own_reply(self, outgoing: Outgoing, target: str) -> Sent | None:
        """Our reply to that post with this text, written since the outbox first tried it."""
        own = await self._own()
        since_ms = outgoing.written_ms - CLOCKS_DIFFER_MS if outgoing.written_ms else 0
        since_ms = self._graph.not_after(since_ms) if since_ms else 0
        place: Mapping[str, str] = {}
        for _ in range(OWN_PAGES):
            params = {"fields": REPLY_FIELDS, "limit": OWN_PAGE, **place}
            answer = await self._graph.call("GET", "/me/replies", params)
            if answer.fault is not None:
                raise refusal(answer.fault)
            page = read_page(answer.value)
            entries, _broken = parse.entries(page.items, own.username)
            for entry in entries:
                fresh = not since_ms or (entry.post.created_ms or since_ms) >= since_ms
                answers = entry.post.parent_id == target
                if answers and fresh and parse.same_text(entry.post.text, outgoing.text):
                    return _sent(entry)
            oldest = min((e.post.created_ms or 2**60 for e in entries), default=2**60)
            following = page.place or ({"after": page.after} if page.after and page.items else {})
            if not following or following == place or (since_ms and oldest < since_ms):
                break
            place = following
        return None

    async def _delete(self, target: str) -> Sent:
        found = await self._one(target)
        if found is None:
            return Sent(target)
        if not found.post.own:
            raise Refused(NOT_OURS, "not-ours")
        answer = await self._graph.call("DELETE", f"/{target}")
        if answer.fault is not None and not answer.fault.missing:
            raise refusal(answer.fault)
        return Sent(target)

    async def _hide(self, target: str, *, hide: bool) -> Sent:
        found = await self._one(target)
        if found is None:
            raise Refused(POST_GONE, "graph-100")
        if found.post.parent_id and found.post.parent_id != found.root:
            raise Refused(ONLY_TOP_LEVEL, "not-top-level")
        answer = await self._graph.call(
            "POST", f"/{target}/manage_reply", form={"hide": "true" if hide else "false"}
        )
        if answer.fault is not None:
            raise refusal(answer.fault)
        try:
            found = await self._one(target) or found
        except ConnectorError as error:
            log.warning("reply %s was hidden or shown and could not be read back: %s", target, error)
        return _sent(found)

    async def _one(self, number: str) -> Entry | None:
        """One post; None where it is gone or no longer shown to us."""
        own = await self._own()
        fault: Fault | None = None
        for fields in (REPLY_FIELDS, MENTION_FIELDS):  # posts of others may lack the fields of our replies
            answer = await self._graph.call("GET", f"/{number}", {"fields": fields})
            if answer.fault is None:
                return parse.entry(answer.value, own.username)
            if answer.fault.missing:
                return None
            fault = answer.fault
        plain = await self._graph.call("GET", f"/{number}", {"fields": "id"})
        if plain.fault is not None and is_gone(plain.fault):
            return None
        raise refusal(plain.fault or fault or Fault(400, 100))

    # --- accounts -----------------------------------------------------------------------------------------

    async def activity(self, handles: Sequence[str]) -> list[Activity]:
        self._need_sign_in()
        if not handles:
            own = await self._own()
            return [await self._activity_of(f"@{own.username}", "/me/threads", {"limit": 1}, own)]
        found = []
        for handle in handles:
            name = parse.typed_name(handle)
            if not name:
                found.append(Activity(handle, state="missing"))
                continue
            answer = await self._graph.call("GET", "/profile_lookup", {"username": name})
            if answer.fault is not None:
                if answer.fault.no_permission:
                    raise refusal(answer.fault)
                found.append(Activity(handle, state="missing"))
                continue
            said = mapping(answer.value)
            profile = Profile("", name, str(said.get("name") or name)[:200])
            one = await self._activity_of(handle, "/profile_posts", {"username": name}, profile)
            followers = said.get("follower_count")
            found.append(_with_followers(one, followers))
        return found

    async def _activity_of(
        self, handle: str, path: str, params: Mapping[str, Any], profile: Profile
    ) -> Activity:
        answer = await self._graph.call("GET", path, {"fields": "id,timestamp", **params})
        if answer.fault is not None:
            if answer.fault.no_permission:
                raise refusal(answer.fault)
            return Activity(handle, state="private", url=_profile_url(profile.username))
        times = [moment_ms(mapping(item).get("timestamp")) for item in read_page(answer.value).items]
        last = max((moment for moment in times if moment is not None), default=None)
        posts = None if times else 0
        name, url = clean_text(profile.name), _profile_url(profile.username)
        return Activity(handle, last_post_ms=last, posts=posts, name=name, url=url)

    async def _own(self, *, fresh: bool = False) -> Profile:
        if self._profile is None or fresh:
            answer = await self._graph.call("GET", "/me", {"fields": PROFILE_FIELDS})
            if answer.fault is not None:
                raise refusal(answer.fault)
            self._profile = parse.profile(answer.value)
        return self._profile

    async def _quota(self) -> str:
        """How many replies of a day are used up, as a note for the staff."""
        params = {"fields": "reply_quota_usage,reply_config"}
        try:
            answer = await self._graph.call("GET", "/me/threads_publishing_limit", params)
            if answer.fault is not None:
                return ""
            items = read_page(answer.value).items
        except Malformed:
            return ""
        said = mapping(items[0]) if items else {}
        used, total = (
            whole(said.get("reply_quota_usage")),
            whole(mapping(said.get("reply_config")).get("quota_total")),
        )
        if not total:
            return ""
        return f"하루 답글 {total}개 가운데 {used}개를 썼습니다. / {used} of {total} replies a day are used."

    def _need_sign_in(self) -> None:
        if not self._signed_in:
            raise AuthExpired("the channel has no sign-in", "not-signed-in")


def _sent(entry: Entry) -> Sent:
    return Sent(entry.post.remote_id, entry.post.url, entry.post)


def _target(outgoing: Outgoing) -> str:
    number = identifier(outgoing.target_id)
    if not number:
        raise Refused(POST_GONE, "graph-100")
    return number


def _with_followers(one: Activity, followers: Any) -> Activity:
    number = whole(followers)
    return dataclasses.replace(one, followers=number) if number else one


def _profile_url(name: str) -> str:
    return f"https://www.threads.com/@{name}"
