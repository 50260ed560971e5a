"""Chats through the city's relay: what citizens wrote in, replies out. Without a relay nothing is asked.

The relay keeps a message until it is acknowledged. That happens with the next round, when the message is
certain to be stored here.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlsplit

from connectors.addresses import may_carry_secrets
from connectors.base import (
    Action,
    Activity,
    AuthExpired,
    Author,
    Batch,
    Capabilities,
    ChannelConfig,
    ConnectorError,
    Identity,
    Malformed,
    OutcomeUnknown,
    Outgoing,
    Post,
    RateLimited,
    Refused,
    Sent,
    Unreachable,
    clean_text,
)
from connectors.http import Http
from connectors.http_limits import wait_until_ms
from connectors.http_parts import Response, error_sentence, host_of, split_address
from connectors.kakao_channel import (
    ALL_PRIVATE,
    BY_HAND,
    CAPABILITIES,
    NO_ACTIVITY,
    NO_API,
    NO_CHANGE,
    NO_MODERATION,
    NO_STREAM,
    parse,
)

log = logging.getLogger(__name__)

ASK_AGAIN_S = (0.2, 0.5, 1.0, 2.0, 4.0, 8.0)
"""Pauses between questions whether a reply was delivered."""

_HOMES = ("kakao.com", "kakaocorp.com")
_ANSWERED = (400, 401, 403, 404, 405, 409, 410, 413, 422)
_KEY_ENDED, _QUOTA = -401, -10  # kakao_channel.md section 6

INSECURE = (
    "암호화되지 않은 주소(http)로는 토큰을 보내지 않습니다. https 주소를 적어 주세요. / "
    "The token is not sent to an address without encryption; please use https."
)
WAITING = "중계 서버에 새 메시지가 있습니다. / New messages are waiting at the relay."
NONE_WAITING = "중계 서버에 새 메시지가 없습니다. / No messages are waiting at the relay."
NO_CHAT = (
    "어느 채팅에 답변할지 알 수 없습니다. 카카오톡 채널 관리자센터에서 답변해 주세요. / "
    "It is not known which chat to answer; please answer in Kakao's channel manager."
)
NOT_DELIVERED = (
    "카카오톡으로 배달되지 않았습니다. 시민이 채널을 친구로 추가하지 않았거나 차단했을 수 "
    "있습니다. / "
    "KakaoTalk did not deliver it; the citizen may not be a friend of the channel or may have "
    "blocked it."
)
BROKEN = "메시지 {count}개를 읽지 못했습니다. / {count} messages could not be read."
NO_RIGHT = "중계 서버가 이 토큰에 권한을 주지 않습니다. / The relay does not allow this with this token."


class KakaoChannel:
    def __init__(self, config: ChannelConfig, http: Http) -> None:
        secret = config.secret or {}
        relay = relay_of(config.url)
        token = secret.get("access_token", "").strip()
        # A token is shown to the relay that gave it and to no other, whatever the channel's address says.
        given_for = relay_of(secret.get("server", ""))
        elsewhere = token and relay and given_for and host_of(given_for) != host_of(relay)
        self._relay = given_for if elsewhere else relay
        self._token = token
        self._handle = config.handle
        self._http = http
        self._tasks: dict[str, str] = {}  # key of a reply → the relay's number of it

    async def capabilities(self) -> Capabilities:
        return CAPABILITIES if self._relay else BY_HAND

    async def check(self) -> Identity:
        if not self._relay:
            return Identity("", self._handle or "카카오톡 채널", note=NO_API)
        answer = parse.page(await self._get("/v1/messages", {"after": 0, "limit": 1}), 0)
        host = urlsplit(self._relay).hostname or ""
        return Identity(
            self._relay, self._handle or host, self._handle, note=WAITING if answer.entries else NONE_WAITING
        )

    async def aclose(self) -> None:
        return None

    # --- in -----------------------------------------------------------------------------------------------

    async def fetch(self, cursor: Mapping[str, Any]) -> Batch:
        """See ``Connector.fetch``. The cursor holds ``relay``, ``after`` (the last message that was read),
        ``acked`` (the last one that the relay was told to forget) and ``held`` (one that could not be read:
        it and what follows stay at the relay, where somebody can still look at them)."""
        if not self._relay:
            return Batch(cursor=cursor)
        state = dict(cursor) if cursor.get("relay") == self._relay else {}
        after, acked = parse.number(state.get("after")) or 0, parse.number(state.get("acked")) or 0
        held = parse.number(state.get("held")) or 0
        stored = min(after, held - 1) if held else after
        if stored > acked:
            acked = await self._acknowledge(stored, acked)
        value = await self._get("/v1/messages", {"after": after, "limit": parse.PAGE})
        page = parse.page(value, after)
        if page.after < after:
            held = 0
        kept = {"relay": self._relay, "after": page.after, "acked": min(acked, page.after)}
        return Batch(
            posts=page.posts,
            cursor=kept | ({"held": held or page.held} if held or page.held else {}),
            more=page.after > after,
            damaged=BROKEN.format(count=page.broken) if page.broken else "",
        )

    async def _acknowledge(self, seq: int, before: int) -> int:
        """What the relay now knows to be stored. That it cannot be told keeps nobody from reading on."""
        try:
            await self._call("POST", "/v1/ack", {"seq": seq})
        except (AuthExpired, RateLimited):
            raise
        except ConnectorError as error:
            log.info("the relay was not told to forget up to %d: %s", seq, error)
            return before
        return seq

    async def stream(self) -> AsyncIterator[Batch]:
        raise Refused(NO_STREAM, "no-stream")
        yield Batch()

    async def activity(self, handles: Sequence[str]) -> list[Activity]:
        raise Refused(NO_ACTIVITY, "no-activity")

    # --- out ----------------------------------------------------------------------------------------------

    async def send(self, outgoing: Outgoing) -> Sent:
        """The relay knows a key that it has seen, so the same reply never goes out twice."""
        thread = self._may(outgoing)
        body = {"thread_id": thread, "text": clean_text(outgoing.text), "idempotency_key": outgoing.key}
        response = await self._call("POST", "/v1/replies", body)
        try:
            value = response.json()
            task = parse.task_of(value)
        except Malformed as error:
            raise OutcomeUnknown(str(error), error.code) from None
        self._tasks[outgoing.key] = task
        told = value if parse.told_at_once(value) else None
        return await self._delivered(outgoing, thread, task, told)

    async def look_up(self, outgoing: Outgoing) -> Sent | None:
        """Asks for the task of this reply. Without one it is sent again under the same key, which the relay
        carries out once."""
        thread = self._may(outgoing)
        task = self._tasks.get(outgoing.key)
        return await self._delivered(outgoing, thread, task, None) if task else None

    async def _delivered(self, outgoing: Outgoing, thread: str, task: str, value: Any) -> Sent:
        """Wait until Kakao has delivered it: "accepted" only means that the relay will try."""
        for pause in (*ASK_AGAIN_S, None):
            delivered, why = parse.outcome(value)
            if delivered:
                post = Post(
                    parse.message_id(thread, f"reply-{task}"),
                    clean_text(outgoing.text),
                    Author("", "카카오톡 채널"),
                    parent_id=outgoing.target_id,
                    own=True,
                    private=True,
                )
                return Sent(post.remote_id, post=post)
            if delivered is False:
                raise Refused(f"{NOT_DELIVERED} {why}".strip(), "not-delivered")
            if pause is None:
                break
            if value is not None:
                await asyncio.sleep(pause)
            try:
                value = await self._get(f"/v1/replies/{quote(task, safe='')}")
            except (Unreachable, Malformed, Refused) as error:
                raise OutcomeUnknown(f"accepted; its task cannot be read: {error}", error.code) from None
        raise OutcomeUnknown("accepted by the relay and not delivered yet", "outcome")

    def _may(self, outgoing: Outgoing) -> str:
        """The chat to answer. Refused: it cannot be done."""
        if not self._relay:
            raise Refused(NO_API, "not-possible")
        if outgoing.action in (Action.EDIT, Action.DELETE):
            raise Refused(NO_CHANGE, "not-possible")
        if outgoing.action is Action.PRIVATE_REPLY:
            raise Refused(ALL_PRIVATE, "not-possible")
        if outgoing.action is not Action.REPLY:
            raise Refused(NO_MODERATION, "not-possible")
        thread = parse.thread_of(outgoing.target_id)
        if not thread:
            raise Refused(NO_CHAT, "no-thread")
        return thread

    # --- the relay ----------------------------------------------------------------------------------------

    async def _get(self, path: str, params: Mapping[str, Any] | None = None) -> Any:
        return (await self._call("GET", path, params=params)).json()

    async def _call(
        self, method: str, path: str, body: Any = None, params: Mapping[str, Any] | None = None
    ) -> Response:
        if not self._token:
            raise AuthExpired("no token of the relay", "not-signed-in")
        if not may_carry_secrets(self._relay):
            raise Refused(INSECURE, "insecure")
        response = await self._http.request(
            method,
            self._relay + path,
            params=params,
            json=body,
            auth=f"Bearer {self._token}",
            headers={"Accept": "application/json"},
            accept=_ANSWERED,
        )
        if response.status < 300:
            return response
        code, (number, words) = f"http-{response.status}", parse.error_of(response.body)
        reason = error_sentence(response.body) or words
        if response.status == 409 and method == "POST" and b"task_id" in response.body:
            return response  # the relay knows the key already and says what came of it
        if number == _QUOTA:
            until_ms = wait_until_ms(response.headers, int(time.time() * 1000), self._http.timeouts.pause)
            self._http.hold(response.url, f"Bearer {self._token}", until_ms)
            raise RateLimited(f"relay: {response.status} {number}", until_ms, code)
        if response.status == 401 or number == _KEY_ENDED:
            raise AuthExpired("relay: 401", code)
        if response.status == 403:
            raise Refused(f"{NO_RIGHT} {reason}".strip(), code)
        if method == "GET":
            raise Unreachable(f"relay: {response.status} {reason}", code)
        raise Refused(reason or f"HTTP {response.status}", code)


def relay_of(url: str) -> str:
    """The relay's address without a slash at the end; "" for none, and for Kakao's own pages: nothing can be
    asked there."""
    url = url.strip()
    if not url:
        return ""
    parts = split_address(url if "://" in url else "https://" + url)
    host = (parts.hostname or "").lower()
    if any(host == home or host.endswith("." + home) for home in _HOMES):
        return ""
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}{parts.path.rstrip('/')}"
