"""A small Mastodon server for what ``mastodon_mock`` gets wrong or cannot do (mastodon.md section 11).

Written to the fact sheet: edits and deletions reach the streams of those who are mentioned, heartbeats
are unfinished blocks, addresses count as 23 characters, a 429 says its end in ISO 8601, tokens can be
revoked, sign-in checks PKCE, and notifications are paged as the guidelines say. Faults are ordered by a
test with ``fail_next`` and the like.
"""

from __future__ import annotations

import json
import re
import secrets
import sys
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from tests.servers.fake_mastodon_parts import LIMIT, Account, SignIn, as_html, now, paged, problem, public
from tests.servers.fake_mastodon_streams import Stream, Streams
from tests.servers.tiny_http import Reply, Request, TinyServer

VISIBILITIES = ("public", "unlisted", "private", "direct")


class FakeMastodon(Streams):
    """``url`` is its address; ``city`` the account under test, ``token`` that account's token.

    Everything public may be called from the thread of a test.
    """

    def __init__(self, *, websocket: bool = True, sse: bool = True, many_at_once: bool = True) -> None:
        self.websocket = websocket
        self.sse = sse
        self.many_at_once = many_at_once  # False: a server before 4.3 without GET /statuses?id[]=
        self.requests: list[tuple[str, str]] = []  # (method, path)
        self.page_size = 80  # the most notifications that are given at once
        self.accounts: dict[str, Account] = {}
        self.statuses: dict[str, dict[str, Any]] = {}
        self.tokens: dict[str, str] = {}
        self.likes: dict[str, set[str]] = {}  # status → accounts
        self.scopes: set[str] | None = None  # of every token; None: all of them
        self._muted = False
        self.drop_answers = 0  # so many writes are carried out and then not answered
        self._faults: list[tuple[str, Reply]] = []
        self._sign_in = SignIn(lambda: self._token_for(self.city.id))
        self._keys: dict[tuple[str, str], str] = {}
        self._streams: list[Stream] = []
        self._number = 115_580_000_000_000_000
        self._notification = 7_710_000
        self._server = TinyServer(self._handle)
        self.city = self._add_account("hanbit", "한빛시", "hanbit")
        self.citizen = self._add_account("gildong", "길동", "gildong@forum.example")
        self.token = self._token_for(self.city.id)

    # --- life ---------------------------------------------------------------------------------------------

    def start(self) -> FakeMastodon:
        self._server.start()
        return self

    def stop(self) -> None:
        self._server.stop()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.port}"

    # --- what people do -----------------------------------------------------------------------------------

    def add_account(self, username: str, display_name: str = "", acct: str = "") -> Account:
        return self._server.call(self._add_account, username, display_name or username, acct or username)

    def post(
        self, by: Account, text: str, *, reply_to: str = "", visibility: str = "public", **more: Any
    ) -> str:
        """A status by that account, in their own words ("@hanbit …"); gives its id."""
        return str(self._server.call(self._create, by, text, reply_to, visibility, **more)["id"])

    def mention(self, text: str, **more: Any) -> str:
        """What the citizen says to the city."""
        return self.post(self.citizen, f"@hanbit {text}", **more)

    def edit(self, status_id: str, text: str) -> None:
        self._server.call(self._edit, status_id, text)

    def delete(self, status_id: str) -> None:
        self._server.call(self._delete, status_id)

    def boost(self, by: Account, status_id: str) -> str:
        return str(self._server.call(self._boost, by, status_id)["id"])

    # --- faults -------------------------------------------------------------------------------------------

    def fail_next(
        self, path: str, status: int, value: Any = None, headers: dict[str, str] | None = None
    ) -> None:
        """The next request whose path holds ``path`` is answered like this."""
        error = {"error": f"fault {status}"} if value is None else value
        self._faults.append((path, Reply(status, error, headers or {})))

    def limit_next(self, path: str, seconds: int = 120) -> datetime:
        """The next such request is refused with 429 until the moment given back."""
        until = datetime.now(UTC) + timedelta(seconds=seconds)
        reset = until.isoformat(timespec="microseconds").replace("+00:00", "Z")
        self.fail_next(
            path,
            429,
            {"error": "Too many requests"},
            {"X-RateLimit-Limit": "300", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset},
        )
        return until

    def revoke(self, token: str) -> None:
        """The token no longer counts, and its streams are closed."""
        self._server.call(self._revoke, token)

    def cut(self) -> None:
        """All lines break without a goodbye."""
        self._server.call(self._server.cut)

    def mute(self) -> None:
        """Open lines stay open, and nothing comes through them any more, not even an answer to a ping."""
        self._muted = True

    def heartbeat(self) -> None:
        self._server.call(self._publish, [s.account for s in self._streams], "", "")

    def raw_event(self, name: str, payload: str) -> None:
        """An event of any kind to every stream, whatever its payload is."""
        self._server.call(self._publish, [s.account for s in self._streams], name, payload)

    def open_streams(self) -> int:
        return len(self._streams)

    def forget_notifications_below(self, account: Account, keep: int) -> None:
        """Only the newest ``keep`` notifications stay."""
        self._server.call(
            account.notifications.__delitem__, slice(0, max(0, len(account.notifications) - keep))
        )

    # --- the state ----------------------------------------------------------------------------------------

    def _add_account(self, username: str, display_name: str, acct: str) -> Account:
        account = Account(str(1000 + len(self.accounts)), username, display_name, acct)
        self.accounts[account.id] = account
        return account

    def _token_for(self, account_id: str) -> str:
        token = secrets.token_urlsafe(24)
        self.tokens[token] = account_id
        return token

    def _revoke(self, token: str) -> None:
        account = self.tokens.pop(token, "")
        for stream in [s for s in self._streams if s.account == account]:
            stream.close()

    def _create(
        self, by: Account, text: str, reply_to: str = "", visibility: str = "public", **more: Any
    ) -> dict[str, Any]:
        self._number += 1000
        parent = self.statuses.get(reply_to)
        mentioned = [
            a for a in self.accounts.values() if re.search(rf"@{re.escape(a.acct)}(?![\w.@-])", text)
        ]
        status = {
            "id": str(self._number),
            "created_at": now(),
            "edited_at": None,
            "in_reply_to_id": reply_to or None,
            "in_reply_to_account_id": parent["account"]["id"] if parent else None,
            "visibility": visibility,
            "language": "ko",
            "spoiler_text": "",
            "sensitive": False,
            "uri": f"{self.url}/users/{by.username}/statuses/{self._number}",
            "url": f"{self.url}/@{by.username}/{self._number}",
            "account": self._account_json(by),
            "mentions": [
                {"id": a.id, "username": a.username, "acct": a.acct, "url": f"{self.url}/@{a.username}"}
                for a in mentioned
            ],
            "media_attachments": [],
            "tags": [],
            "reblog": None,
            "_source": text,
            **more,
        }
        status["content"] = as_html(text, self.accounts.values(), self.url)
        self.statuses[status["id"]] = status
        self._publish([by.id], "update", public(status))
        for account in mentioned:
            if account.id != by.id:
                self._notify(account, "mention", by, status)
        return status

    def _notify(self, account: Account, kind: str, by: Account, status: dict[str, Any]) -> None:
        self._notification += 12
        item = {
            "id": str(self._notification),
            "type": kind,
            "created_at": now(),
            "account": self._account_json(by),
            "_status": status["id"],
        }
        account.notifications.append(item)
        self._publish([account.id], "notification", self._notification_json(item))

    def _edit(self, status_id: str, text: str) -> dict[str, Any]:
        status = self.statuses[status_id]
        status |= {
            "_source": text,
            "content": as_html(text, self.accounts.values(), self.url),
            "edited_at": now(),
        }
        self._publish(self._audience(status), "status.update", public(status))
        return status

    def _delete(self, status_id: str) -> dict[str, Any]:
        status = self.statuses.pop(status_id)
        for account in self.accounts.values():
            account.notifications = [n for n in account.notifications if n["_status"] != status_id]
        self._publish(self._audience(status), "delete", status_id)
        return status

    def _boost(self, by: Account, status_id: str) -> dict[str, Any]:
        original = self.statuses[status_id]
        wrapper = self._create(by, "", visibility="public", reblog=public(original), content="")
        return wrapper

    def _audience(self, status: dict[str, Any]) -> list[str]:
        return [status["account"]["id"], *(m["id"] for m in status["mentions"])]

    def _publish(self, accounts: list[str], name: str, payload: Any) -> None:
        text = payload if isinstance(payload, str) else json.dumps(payload, ensure_ascii=False)
        for stream in list(self._streams):
            if stream.account in accounts:
                stream.send(name, text)

    def _account_json(self, account: Account) -> dict[str, Any]:
        return {
            "id": account.id,
            "username": account.username,
            "acct": account.acct,
            "display_name": account.display_name,
            "url": f"{self.url}/@{account.username}",
        }

    def _profile(self, account: Account) -> dict[str, Any]:
        written = [s["created_at"] for s in self.statuses.values() if s["account"]["id"] == account.id]
        return {
            **self._account_json(account),
            "statuses_count": len(written),
            "followers_count": 12,
            "last_status_at": max(written)[:10] if written else None,
        }

    def _notification_json(self, item: dict[str, Any]) -> dict[str, Any]:
        shown = {k: v for k, v in item.items() if not k.startswith("_")}
        return {**shown, "status": public(self.statuses[item["_status"]])}

    # --- requests -----------------------------------------------------------------------------------------

    async def _handle(self, request: Request) -> Reply | None:
        self.requests.append((request.method, request.path))
        for fault in self._faults:
            if fault[0] in request.path:
                self._faults.remove(fault)
                return fault[1]
        if request.method == "POST" and request.path.startswith("/_fake/"):
            # for a test in another process: POST /_fake/mention {"text": "..."}
            return Reply(200, getattr(self, request.path.removeprefix("/_fake/"))(**request.fields()))
        reply = await self._route(request)
        if self.drop_answers and request.method != "GET" and request.path.startswith("/api/v1/statuses"):
            self.drop_answers -= 1
            request.writer.transport.abort()
            return None
        return reply

    async def _route(self, request: Request) -> Reply | None:
        method, path = request.method, request.path
        if path == "/api/v1/apps" and method == "POST":
            return self._sign_in.register(request)
        if path == "/oauth/authorize":
            return self._sign_in.authorize(request)
        if path == "/oauth/token":
            return self._sign_in.give_token(request)
        if path == "/api/v2/instance":
            return Reply(200, self._instance())
        me = self.accounts.get(
            self.tokens.get(request.headers.get("authorization", "").removeprefix("Bearer "), "")
        )
        if me is None:
            return Reply(401, {"error": "The access token was revoked"})
        if path == "/api/v1/streaming" and self.websocket and "sec-websocket-key" in request.headers:
            return await self._serve_websocket(request, me)
        if path == "/api/v1/streaming/user" and self.sse:
            return await self._serve_lines(request, me)
        if path == "/api/v1/accounts/verify_credentials":
            return Reply(200, self._profile(me))
        if path == "/api/v2/notifications/policy":
            return Reply(200, {"for_not_following": "accept", "for_new_accounts": "drop"})
        if path == "/api/v1/notifications":
            return self._list_notifications(request, me)
        if path == "/api/v1/accounts/lookup":
            return self._look_up(request.one("acct"))
        if match := re.fullmatch(r"/api/v1/accounts/(\w+)/statuses", path):
            own = [s for s in self.statuses.values() if s["account"]["id"] == match[1]]
            return Reply(200, [self._shown(s, me) for s in paged(own, request, 40)])
        if path == "/api/v1/statuses":
            return self._statuses(request, me)
        if match := re.fullmatch(r"/api/v1/statuses/(\w+)/(un)?favourite", path):
            return self._favourite(request, me, match[1], liked=not match[2])
        if match := re.fullmatch(r"/api/v1/statuses/(\w+)(/source)?", path):
            return self._one_status(request, me, match[1], source=bool(match[2]))
        return Reply(404, {"error": "Record not found"})

    def _instance(self) -> dict[str, Any]:
        return {
            "title": "한빛 마스토돈",
            "version": "4.4.0",
            "configuration": {
                "urls": {"streaming": f"ws://127.0.0.1:{self._server.port}"},
                "statuses": {"max_characters": LIMIT, "characters_reserved_per_url": 23},
            },
        }

    def _look_up(self, acct: str) -> Reply:
        """By name here or "name@server" elsewhere; the server's own name may be left out."""
        acct = acct.removesuffix("@" + self.url.partition("://")[2])
        for account in self.accounts.values():
            if account.acct.lower() == acct.lower():
                return Reply(200, self._profile(account))
        return Reply(404, {"error": "Record not found"})

    def _favourite(self, request: Request, me: Account, number: str, *, liked: bool) -> Reply:
        status = self.statuses.get(number)
        if request.method != "POST" or status is None:
            return Reply(404, {"error": "Record not found"})
        if self.scopes is not None and "write:favourites" not in self.scopes:
            return Reply(403, {"error": "This action is outside the authorized scopes"})
        likes = self.likes.setdefault(number, set())
        (likes.add if liked else likes.discard)(me.id)
        return Reply(200, self._shown(status, me))

    def _shown(self, status: dict[str, Any], me: Account) -> dict[str, Any]:
        return {**public(status), "favourited": me.id in self.likes.get(status["id"], ())}

    def _list_notifications(self, request: Request, me: Account) -> Reply:
        wanted = request.query.get("types[]", [])
        if request.one("include_filtered") != "true":
            return Reply(200, [])  # the policy keeps strangers out, and this one did not ask for them
        found = [n for n in me.notifications if not wanted or n["type"] in wanted]
        page = paged(found, request, self.page_size)
        headers = {}
        if page:
            address = f"{self.url}/api/v1/notifications?"
            older, newer = urlencode({"max_id": page[-1]["id"]}), urlencode({"min_id": page[0]["id"]})
            headers["Link"] = f'<{address}{older}>; rel="next", <{address}{newer}>; rel="prev"'
        return Reply(200, [self._notification_json(n) for n in page], headers)

    def _statuses(self, request: Request, me: Account) -> Reply:
        if request.method == "GET":
            if not self.many_at_once:
                return Reply(404, {"error": "Not Found"})
            ids = request.query.get("id[]", [])
            if len(ids) > 20:
                return Reply(422, {"error": "Too many"})
            return Reply(200, [self._shown(self.statuses[i], me) for i in ids if i in self.statuses])
        fields = request.fields()
        key = (me.id, request.headers.get("idempotency-key", ""))
        if key[1] and key in self._keys and self._keys[key] in self.statuses:
            return Reply(200, public(self.statuses[self._keys[key]]))
        text = str(fields.get("status", ""))
        reply_to = str(fields.get("in_reply_to_id") or "")
        if refusal := problem(text, str(fields.get("spoiler_text", ""))):
            return Reply(422, {"error": f"Validation failed: {refusal}"})
        if reply_to and reply_to not in self.statuses:
            return Reply(404, {"error": "The post you are trying to reply to does not appear to exist."})
        status = self._create(
            me,
            text,
            reply_to,
            str(fields.get("visibility", "public")),
            language=fields.get("language"),
            spoiler_text=fields.get("spoiler_text", ""),
        )
        if key[1]:
            self._keys[key] = status["id"]
        return Reply(200, public(status))

    def _one_status(self, request: Request, me: Account, number: str, *, source: bool) -> Reply:
        status = self.statuses.get(number)
        if status is None:
            return Reply(404, {"error": "Record not found"})
        own = status["account"]["id"] == me.id
        if source:
            return Reply(200, {"id": number, "text": status["_source"], "spoiler_text": ""})
        if request.method == "GET":
            return Reply(200, self._shown(status, me))
        if not own:
            return Reply(404, {"error": "Record not found"})
        if request.method == "DELETE":
            return Reply(200, {**public(self._delete(number)), "text": status["_source"]})
        text = str(request.fields().get("status", ""))
        if refusal := problem(text, ""):
            return Reply(422, {"error": f"Validation failed: {refusal}"})
        return Reply(200, public(self._edit(number, text)))


def main() -> None:
    """For a benchmark: serves in a process of its own until its standard input is closed. Prints one line
    of JSON with "url", "token" and "account_id"; the citizen writes by ``POST /_fake/mention {"text":
    "..."}``."""
    server = FakeMastodon().start()
    facts = {"url": server.url, "token": server.token, "account_id": server.city.id}
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()
    sys.stdin.read()
    server.stop()


if __name__ == "__main__":
    main()
