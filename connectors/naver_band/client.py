"""One BAND account as a channel: a band or all its bands in, comments out.

Owns what is asked when it comes to sending; how a band is read stands in ``reading.py``.
"""

from __future__ import annotations

import copy
import logging
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

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
    unread,
)
from connectors.http import Http
from connectors.naver_band import NO_COMMENTING, NO_DELETING, WHY_NOT, parse, with_rights, without_sign_in
from connectors.naver_band.api import GONE, Api, NotThere, WrongCall
from connectors.naver_band.parse import Band, Comment, Me
from connectors.naver_band.reading import COMMENT_PAGES, COMMENTS, LOCALE, POSTS, Reading

log = logging.getLogger(__name__)

MOST_BANDS = 50
REMEMBERED_POSTS = 200
"""Over all bands together; the cursor is stored with every round."""

BANDS_LAST_S = 3600.0
RIGHTS_LAST_S = 3600.0
CLOCKS_DIFFER_S = 120.0
REMEMBERED_KEYS = 500
RIGHTS = "posting,commenting,contents_deletion"

NO_SUCH_BAND = (
    "이 계정이 가입한 밴드 가운데 그런 이름이나 band_key가 없습니다. / "
    "None of the bands that the account has joined has that name or band_key."
)
NO_BANDS = "가입한 밴드가 없습니다. / The account has not joined any band."


class NaverBand:
    def __init__(self, config: ChannelConfig, http: Http) -> None:
        self._api = Api(config, http)
        self._wanted = str(config.options.get("band", "") or "").strip() or _band_in(config.url)
        self._me: Me | None = None
        self._bands: list[Band] = []
        self._bands_until = 0.0
        self._rights: dict[str, tuple[frozenset[str] | None, float]] = {}
        self._sent: dict[str, str] = {}  # key of an answer → the comment that it became

    async def capabilities(self) -> Capabilities:
        if not self._api.signed_in:
            return without_sign_in()
        bands = await self._joined()
        if len(bands) != 1:
            return with_rights(commenting=True, deleting=True)  # each band has its own; asked when it matters
        rights = await self._rights_in(bands[0].key)
        return with_rights(
            commenting=rights is None or "commenting" in rights,
            deleting=rights is None or "contents_deletion" in rights,
        )

    async def check(self) -> Identity:
        who = await self._who()
        bands = await self._joined(fresh=True)
        names = ", ".join(band.name for band in bands[:5]) + (" …" if len(bands) > 5 else "")
        note = f"밴드 {len(bands)}개를 읽습니다: {names} / It reads {len(bands)} bands: {names}"
        url = bands[0].url if len(bands) == 1 else ""
        return Identity(who.key, who.name or bands[0].name, url=url, note=note)

    async def aclose(self) -> None:
        return None

    async def stream(self) -> AsyncIterator[Batch]:
        raise Refused(WHY_NOT["stream"], "no-stream")
        yield Batch()

    # --- in -----------------------------------------------------------------------------------------------

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        """See ``Connector.fetch``. The cursor holds ``who`` (server and account), ``turn`` (the band that is
        being read) with ``begun`` (its round has begun), and ``bands``: the place in each of them."""
        who = await self._who()
        bands = await self._joined()
        name = f"{self._api.server} {who.key or who.name}"
        # A copy: what a broken round did to the cursor must not be kept by whoever gave it.
        state: dict[str, Any] = copy.deepcopy(dict(cursor)) if cursor.get("who") == name else {"who": name}
        places = state.get("bands")
        places = places if isinstance(places, dict) else {}
        state["bands"] = {band.key: places.get(band.key, {}) for band in bands}
        turn = state.get("turn", "")
        keys = [band.key for band in bands]
        if turn not in keys:
            turn, state["begun"] = keys[0], False
        band = bands[keys.index(turn)]
        room = max(30, REMEMBERED_POSTS // len(bands))
        reading = Reading(self._api, band, who, state["bands"][turn], room)
        try:
            more = await reading.step(begin=not state.get("begun"))
        except Refused as error:
            if len(bands) == 1:
                raise
            # A band that shuts the account out must not keep the others away.
            log.warning("band %s cannot be read: %s", band.key, error.code)
            reading.broken, more = reading.broken + 1, False
            state["bands"][turn] = places.get(turn, {})
        state |= {"turn": turn, "begun": True}
        if not more:
            last = turn == keys[-1]
            state |= {"turn": "" if last else keys[keys.index(turn) + 1], "begun": False}
            more = not last
        damaged = unread(reading.broken, "글이나 댓글", "posts or comments")
        posts = tuple(post for key, post in reading.posts.items() if key not in reading.gone)
        return Batch(posts, tuple(dict.fromkeys(reading.gone)), state, more, damaged)

    async def activity(self, handles: Sequence[str]) -> list[Activity]:
        """Only bands that the account has joined can be seen; the channel's own ones count together."""
        if not self._api.signed_in:
            raise Refused(without_sign_in().why_not["activity"], "not-signed-in")
        if handles:
            every = await self._joined(all_of_them=True)
            found = []
            for handle in handles:
                band = _chosen(every, handle)
                found.append(await self._activity(band, handle) if band else Activity(handle, "missing"))
            return found
        bands = await self._joined()
        counted = [await self._activity(band, band.name) for band in bands[:10]]
        if len(counted) == 1:
            return counted
        who = await self._who()
        newest = max((one.last_post_ms or 0 for one in counted), default=0)
        return [Activity(who.name or who.key, last_post_ms=newest or None, name=who.name)]

    async def _activity(self, band: Band, handle: str) -> Activity:
        page = parse.posts(
            await self._api.get(POSTS, {"band_key": band.key, "locale": LOCALE}), band, await self._who()
        )
        newest = max((entry.post.created_ms or 0 for entry in page.items), default=0)
        return Activity(handle, "ok", newest or None, None, band.members, band.name, band.url)

    # --- out ----------------------------------------------------------------------------------------------

    async def send(self, outgoing: Outgoing) -> Sent:
        if outgoing.action not in (Action.REPLY, Action.DELETE, Action.TRASH):
            raise Refused(WHY_NOT.get(outgoing.action.value, ""), "not-possible")
        self._need_token()
        band, post, comment = _target(outgoing)
        if outgoing.action is Action.REPLY:
            await self._need_right(band, "commenting", NO_COMMENTING)
            return await self._reply(outgoing, band, post)
        if outgoing.action is Action.TRASH:
            await self._need_right(band, "contents_deletion", NO_DELETING)
        fields = {"band_key": band, "post_key": post}
        try:
            if comment:
                await self._api.post("/v2/band/post/comment/remove", {**fields, "comment_key": comment})
            else:
                await self._api.post("/v2/band/post/remove", fields)
        except NotThere:
            log.info("what was to be deleted is gone already")
        return Sent(outgoing.target_id)

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        self._need_token()
        if outgoing.action not in (Action.REPLY, Action.DELETE, Action.TRASH):
            return None
        band, post, comment = _target(outgoing)
        try:
            if outgoing.action is not Action.REPLY and not comment:
                await self._api.get("/v2.1/band/post", {"band_key": band, "post_key": post})
                return None
            thread = await self._thread(band, post)
        except NotThere:
            return None if outgoing.action is Action.REPLY else Sent(outgoing.target_id)
        if outgoing.action is not Action.REPLY:
            there = any(one.key == comment for one in thread)
            return None if there else Sent(outgoing.target_id)
        body = _body(outgoing, thread)
        return None if body is None else self._own(outgoing, thread, body)

    async def _reply(self, outgoing: Outgoing, band: str, post: str) -> Sent:
        try:
            thread = await self._thread(band, post)
        except NotThere:
            raise Refused(GONE, "post-deleted") from None
        body = _body(outgoing, thread)
        if body is None:
            raise Refused(GONE, "post-deleted")
        # BAND has no key by which it would know a repeat: an earlier attempt is found by its words.
        earlier = self._own(outgoing, thread, body)
        if earlier is not None:
            return earlier
        fields = {"band_key": band, "post_key": post, "body": body}
        data = await self._api.post("/v2/band/post/comment/create", fields)
        key = parse.usable_key(data.get("comment_key"))
        before = {one.key for one in thread}
        sent = None
        try:
            sent = self._own(outgoing, await self._thread(band, post), body, before)
        except ConnectorError as error:
            # It is sent whatever happens now; the next round shows it as it stands in the band.
            log.warning("a comment was sent and could not be read back: %s", error)
        if sent is None and key:
            sent = Sent(parse.remote_id(band, post, key))
            self._remember(outgoing.key, sent.remote_id)
        return sent or Sent("")

    def _own(
        self, outgoing: Outgoing, thread: list[Comment], body: str, before: set[str] | None = None
    ) -> Sent | None:
        """Our comment with these words, unless it is another answer's or older than the first attempt."""
        others = {number for key, number in self._sent.items() if key != outgoing.key}
        since_ms = outgoing.written_ms - CLOCKS_DIFFER_S * 1000
        found = [
            one.post
            for one in thread
            if one.post.own
            and parse.normal(one.post.text) == parse.normal(body)
            and one.post.remote_id not in others
            and one.key not in (before or ())
            and (one.post.created_ms or since_ms) >= since_ms
        ]
        if not found:
            return None
        post = max(found, key=lambda one: one.created_ms or 0)._replace(parent_id=outgoing.target_id)
        self._remember(outgoing.key, post.remote_id)
        return Sent(post.remote_id, post.url, post)

    async def _thread(self, band: str, post: str) -> list[Comment]:
        """All comments below a post. NotThere: the post is gone."""
        who = await self._who()
        found: dict[str, Comment] = {}
        params: dict[str, str] | None = {}
        for _ in range(COMMENT_PAGES):
            wanted = {**(params or {}), "band_key": band, "post_key": post}
            page = parse.comments(await self._api.get(COMMENTS, wanted), Band(band, ""), post, "", who)
            found |= {one.key: one for one in page.items}
            if not page.following or page.following == params:
                break
            params = page.following
        return parse.with_parents(list(found.values()))

    def _remember(self, key: str, number: str) -> None:
        self._sent.pop(key, None)
        self._sent[key] = number
        while len(self._sent) > REMEMBERED_KEYS:
            del self._sent[next(iter(self._sent))]

    # --- parts --------------------------------------------------------------------------------------------

    def _need_token(self) -> None:
        if not self._api.signed_in:
            raise AuthExpired("the channel has no access token", "not-signed-in")

    async def _need_right(self, band: str, right: str, reason: str) -> None:
        rights = await self._rights_in(band)
        if rights is not None and right not in rights:
            self._rights.pop(band, None)  # it may be given at any time: asked again before the next attempt
            raise Refused(reason)

    async def _rights_in(self, band: str) -> frozenset[str] | None:
        """What the account may do in a band; None where BAND does not say."""
        known = self._rights.get(band)
        if known is None or known[1] < time.monotonic():
            try:
                data = await self._api.get("/v2/band/permissions", {"band_key": band, "permissions": RIGHTS})
            except WrongCall:
                data = {}  # a relay that does not have this call: the answer to the action itself will tell
            known = self._rights[band] = (parse.permissions(data), time.monotonic() + RIGHTS_LAST_S)
        return known[0]

    async def _who(self) -> Me:
        if self._me is None:
            self._me = parse.me(await self._api.get("/v2/profile"))
        return self._me

    async def _joined(self, *, fresh: bool = False, all_of_them: bool = False) -> list[Band]:
        """The bands of this channel. Refused: there are none."""
        if fresh or self._bands_until < time.monotonic():
            self._bands = await self._ask_for_bands()
            self._bands_until = time.monotonic() + BANDS_LAST_S
        if all_of_them:
            return self._bands
        if not self._bands:
            raise Refused(NO_BANDS)
        if not self._wanted:
            return self._bands[:MOST_BANDS]
        chosen = _chosen(self._bands, self._wanted)
        if chosen is None:
            self._bands_until = 0.0
            raise Refused(NO_SUCH_BAND)
        return [chosen]

    async def _ask_for_bands(self) -> list[Band]:
        try:
            return parse.bands(await self._api.get("/v2.1/bands"))
        except WrongCall:
            return parse.bands(await self._api.get("/v2/bands"))  # both are seen in the wild (section 4)


def _chosen(bands: list[Band], wanted: str) -> Band | None:
    """The band of that key, address or name."""
    wanted = wanted.strip()
    for band in bands:
        if wanted == band.key or (band.url and wanted.rstrip("/") == band.url.rstrip("/")):
            return band
    same = [band for band in bands if band.name.casefold() == wanted.lstrip("@").casefold()]
    return same[0] if len(same) == 1 else None


def _band_in(url: str) -> str:
    """The band that an address at BAND's own site names, as ``https://band.us/band/…``."""
    try:
        parts = urlsplit(url.strip() if "://" in url else f"https://{url.strip()}")
        host = (parts.hostname or "").lower()
    except ValueError:
        return ""
    folders = [part for part in parts.path.split("/") if part]
    if (host != "band.us" and not host.endswith(".band.us")) or folders[:1] != ["band"] or len(folders) < 2:
        return ""
    return f"https://{host.removeprefix('www.')}/band/{folders[1]}" if folders[1].isdigit() else folders[1]


def _target(outgoing: Outgoing) -> tuple[str, str, str]:
    keys = parse.keys_of(outgoing.target_id)
    if keys is None:
        raise Refused(GONE, "post-deleted")
    return keys


def _body(outgoing: Outgoing, thread: list[Comment]) -> str | None:
    """The text, with the name of whom it answers in front where that is a comment: BAND knows no answers to
    comments (section 5). None: that comment is gone."""
    text = clean_text(outgoing.text).strip()
    comment = _target(outgoing)[2]
    if not comment:
        return text
    answered = next((one for one in thread if one.key == comment), None)
    if answered is None:
        return None
    name = answered.post.author.name
    if answered.post.own or not name or name.casefold() in text.casefold():
        return text
    return f"@{name} {text}"
