"""The smallest relay that keeps to the contract in ``connectors/kakao_channel/README.md``, for tests.

It takes nothing that the contract does not name: other paths, parameters, fields and types are refused.
"""

from __future__ import annotations

import asyncio
import json
import re
import secrets
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.servers.tiny_http import Reply, Request, TinyServer

LONGEST = 1000


@dataclass
class Message:
    seq: int
    external_id: str
    thread: str
    text: str
    author_key: str
    received_at: str
    attachments: list[dict[str, str]] = field(default_factory=list)


@dataclass
class Answer:
    task_id: str
    thread: str
    text: str
    key: str
    status: str = "delivered"
    reason: str = ""
    asked: int = 0


class KakaoRelay:
    """``url`` is its address, ``token`` the one of this desktop."""

    def __init__(self) -> None:
        self.token = secrets.token_urlsafe(24)
        self.messages: list[Message] = []
        self.threads: set[str] = set()
        self.answers: dict[str, Answer] = {}  # by key
        self.acked = 0
        self.requests: list[tuple[str, str]] = []
        self.fault = ""
        self.drop = ""
        self.next_status = "delivered"
        self.reason = ""
        self.refusal: Reply | None = None  # answered to every reply, where it is set
        self.pending = 0  # so many questions are answered with "accepted" first
        self._seq = 0
        self._server = TinyServer(self._handle)

    def start(self) -> KakaoRelay:
        self._server.start()
        return self

    def stop(self) -> None:
        self._server.stop()

    def leave(self) -> None:
        self._server.leave()

    def come_back(self) -> None:
        self._server.come_back()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.port}/kakao"

    def write(self, text: str, *, thread: str = "", picture: str = "", alt: str = "") -> Message:
        """A citizen writes in a chat."""
        return self._server.call(self._write, text, thread or secrets.token_hex(12), picture, alt)

    def start_anew(self) -> None:
        """The relay was set up again and counts from the beginning."""
        self.messages.clear()
        self._seq = self.acked = 0

    def _write(self, text: str, thread: str, picture: str, alt: str) -> Message:
        self._seq += 1
        now = datetime.fromtimestamp(time.time(), UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        attachments = [{"url": picture, "type": "image", "alt": alt}] if picture else []
        message = Message(self._seq, secrets.token_hex(16), thread, text, thread, now, attachments)
        self.messages.append(message)
        self.threads.add(thread)
        return message

    # --- requests -----------------------------------------------------------------------------------------

    async def _handle(self, request: Request) -> Reply | None:
        self.requests.append((request.method, request.path))
        if self.fault == "server-error":
            return Reply(500, {"error": "internal"})
        if self.fault == "unreadable":
            return Reply(
                200, b"<!DOCTYPE html><html><body>proxy</body></html>", {"Content-Type": "text/html"}
            )
        if self.fault == "slow":
            request.writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{")
            await request.writer.drain()
            await asyncio.sleep(30)
            return None
        if self.fault in ("token-expired", "revoked") or (
            request.headers.get("authorization") != f"Bearer {self.token}"
        ):
            return Reply(401, {"error": "unknown token"})
        if self.fault == "rate-limited":
            return Reply(429, {"error": "too many requests"}, {"Retry-After": "60"})
        if self.fault == "forbidden" and request.method == "POST" and request.path.endswith("/replies"):
            return Reply(403, {"error": "this token may not answer"})
        return self._route(request)

    def _route(self, request: Request) -> Reply | None:
        path = request.path.removeprefix("/kakao")
        if path == "/v1/messages":
            return self._list(request) if request.method == "GET" else Reply(405, {"error": "method"})
        if path == "/v1/ack":
            return self._ack(request) if request.method == "POST" else Reply(405, {"error": "method"})
        if path == "/v1/replies":
            return self._reply(request) if request.method == "POST" else Reply(405, {"error": "method"})
        if (match := re.fullmatch(r"/v1/replies/([\w-]+)", path)) and request.method == "GET":
            return self._task(match[1])
        return Reply(404, {"error": "no such path"})

    def _list(self, request: Request) -> Reply:
        after, limit = request.one("after"), request.one("limit", "200")
        if set(request.query) - {"after", "limit"} or not after.isdecimal() or not limit.isdecimal():
            return Reply(400, {"error": "after and limit are numbers"})
        if not 1 <= int(limit) <= 200:
            return Reply(400, {"error": "limit is 1 to 200"})
        start = int(after)
        if self.fault == "doubled-page" and start:
            start -= min(start, 20)
        found = [m for m in self.messages if m.seq > start][: int(limit)]
        if self.fault == "short-page" and int(after) >= int(limit):
            found = []
        items = [self._item(message) for message in found]
        following = max([int(after), *(m.seq for m in found)])
        if not found and self._seq < int(after):
            following = self._seq  # after a new beginning
        if self.fault == "damaged" and items:
            items[0] |= {"text": 7, "thread_id": None}
        if self.fault == "reordered":
            items.reverse()
        return Reply(200, {"items": items, "next": following})

    @staticmethod
    def _item(message: Message) -> dict[str, Any]:
        return {
            "seq": message.seq,
            "channel": "kakao",
            "external_id": message.external_id,
            "thread_id": message.thread,
            "author_key": message.author_key,
            "text": message.text,
            "received_at": message.received_at,
            "attachments": message.attachments,
        }

    def _ack(self, request: Request) -> Reply:
        body = _json(request)
        if set(body) != {"seq"} or not isinstance(body["seq"], int) or not 0 < body["seq"] <= self._seq:
            return Reply(400, {"error": "seq is the number of a message"})
        self.acked = max(self.acked, body["seq"])
        self.messages = [m for m in self.messages if m.seq > self.acked]
        return Reply(200, {"acked": self.acked})

    def _reply(self, request: Request) -> Reply | None:
        if self.refusal is not None:
            return self.refusal
        body = _json(request)
        if set(body) != {"thread_id", "text", "idempotency_key"} or not all(
            isinstance(value, str) and value for value in body.values()
        ):
            return Reply(400, {"error": "thread_id, text and idempotency_key are texts"})
        if body["thread_id"] not in self.threads:
            return Reply(404, {"error": "no such chat"})
        if len(body["text"]) > LONGEST:
            return Reply(422, {"error": f"more than {LONGEST} characters"})
        if self.drop == "request":
            self.drop = ""
            request.writer.transport.abort()
            return None
        answer = self.answers.get(body["idempotency_key"])
        if answer is None:
            answer = Answer(secrets.token_hex(8), body["thread_id"], body["text"], body["idempotency_key"])
            answer.status, answer.reason = self.next_status, self.reason
            self.answers[answer.key] = answer
        if self.drop == "answer":
            self.drop = ""
            request.writer.transport.abort()
            return None
        return Reply(200, {"status": "accepted", "task_id": answer.task_id})

    def _task(self, task_id: str) -> Reply:
        answer = next((one for one in self.answers.values() if one.task_id == task_id), None)
        if answer is None:
            return Reply(404, {"error": "no such task"})
        answer.asked += 1
        if answer.asked <= self.pending:
            return Reply(200, {"status": "accepted"})
        return Reply(200, {"status": answer.status} | ({"reason": answer.reason} if answer.reason else {}))


def _json(request: Request) -> dict[str, Any]:
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        return {}
    try:
        value = json.loads(request.body)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
