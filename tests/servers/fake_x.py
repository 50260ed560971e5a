"""A small X: requests are taken exactly as its description says (``x_rules``), everything else is refused in
X's own words. Follows x.md: indexing that is late, edits with new ids, replies only to those who asked, texts
that may not be sent twice, budgets per endpoint, refresh tokens that count once.

Faults are ordered by a test. Everything public may be called from the thread of a test.
"""

from __future__ import annotations

import asyncio
import dataclasses
import json
import time
from collections.abc import Callable
from typing import Any, TypeVar

from tests.servers import x_rules as rules
from tests.servers.tiny_http import Reply, Request, TinyServer
from tests.servers.x_deeds import change, create, data_of, forbidden, matches, users
from tests.servers.x_signin import Tokens
from tests.servers.x_things import Account, Ids, Message, Tweet, View, as_event

T = TypeVar("T", bound=Callable[..., Any])

_HTML = b"<!doctype html><html><body>Your organisation's gateway</body></html>"


def here(method: T) -> T:
    """Runs a method where the requests are handled."""

    def run(self: FakeX, *args: Any, **named: Any) -> Any:
        return self.server.call(method, self, *args, **named)

    return run  # type: ignore[return-value]


class FakeX:
    """``url`` is its address; ``city`` the account under test; ``plan`` "ppu" or "enterprise"."""

    def __init__(self, *, words: rules.Words = rules.TWEETS, plan: str = "ppu", page: int = 100) -> None:
        self.words = words
        self.plan = plan
        self.page = page
        self.server = TinyServer(self._handle)
        self.requests: list[tuple[str, str, dict[str, list[str]]]] = []
        self.accounts: dict[str, Account] = {}
        self.tweets: dict[str, Tweet] = {}  # first id → all versions
        self.messages: list[Message] = []
        self.subscriptions: list[dict[str, Any]] = []
        self.unindexed: set[str] = set()  # first ids that the list of mentions does not have yet
        self.mode = ""  # the fault that lasts
        self.spent: set[str] = set()  # paths whose budget ends with the next answer
        self.answers: dict[str, Reply] = {}  # path → what is answered there, whatever is asked
        self.lose = ""  # "answer" or "request" of the next write
        self.terse = False  # does not say which parameter is wrong
        self.remaining = 50
        self.ids = Ids()
        self._pages: dict[str, tuple[str, str]] = {}  # token → (path, last id)
        self._lines: list[asyncio.StreamWriter] = []
        self.city = self._account("hanbit", "한빛시")
        self.tokens = Tokens(self.city.id)
        self.notice = self.write(self.city.id, "한빛시 알림 계정입니다. 무엇이든 물어보세요.")

    def start(self) -> FakeX:
        self.server.start()
        self.url = f"http://127.0.0.1:{self.server.port}"
        return self

    def stop(self) -> None:
        self.server.stop()

    # --- what happens there -------------------------------------------------------------------------------

    def _account(self, username: str, name: str, **more: Any) -> Account:
        account = Account(str(900_000_001 + len(self.accounts)), username, name, **more)
        self.accounts[account.id] = account
        return account

    @here
    def citizen(self, name: str, **more: Any) -> Account:
        for account in self.accounts.values():
            if account.name == name:
                return account
        return self._account(f"citizen{len(self.accounts)}", name, **more)

    def write(self, author: str, text: str, **more: Any) -> Tweet:
        number = self.ids.next(more.pop("at_ms", None))
        tweet = Tweet([number], [text], author, **more)
        answered = self.find(tweet.answers)
        tweet.conversation = answered.conversation if answered else number
        self.tweets[number] = tweet
        return tweet

    @here
    def post(self, author: Account, text: str, **more: Any) -> str:
        tweet = self.write(author.id, text, **more)
        kind = "post.create" if author is self.city else "post.mention.create"
        self._tell(kind, View(rules.TWEETS, _ALL).post(tweet, tweet.id, self), author)
        return tweet.id

    @here
    def edit(self, number: str, text: str) -> str:
        tweet = self.tweets[number]
        tweet.ids.append(self.ids.next())
        tweet.texts.append(text)
        return tweet.id

    @here
    def delete(self, number: str) -> None:
        tweet = self.find(number)
        assert tweet is not None
        tweet.deleted = True

    @here
    def message(self, sender: Account, text: str, receiver: Account | None = None, **more: Any) -> str:
        to = receiver or self.city
        message = Message(self.ids.next(), text, sender.id, to.id, **more)
        self.messages.append(message)
        if to is self.city:
            self._tell("dm.received", as_event(message, self.accounts[message.sender]), sender)
        return message.id

    def find(self, number: str) -> Tweet | None:
        return next((t for t in self.tweets.values() if number in t.ids), None) if number else None

    def quotes_of(self, tweet: Tweet) -> int:
        return sum(t.quotes in tweet.ids for t in self.tweets.values() if t.quotes and not t.deleted)

    # --- answering ----------------------------------------------------------------------------------------

    async def _handle(self, request: Request) -> Reply | None:
        self.requests.append((request.method, request.path, request.query))
        write = request.method != "GET" and not request.path.startswith("/2/oauth2")
        if write and self.lose == "request":
            self.lose = ""
            request.writer.transport.abort()
            return None
        if self.mode == "slow":
            request.writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")
            request.writer.write(b'Content-Length: 1000\r\n\r\n{"data":')
            await request.writer.drain()
            await asyncio.sleep(600)
        reply = self._answer(request)
        if reply is None:
            await self._stream(request)
            return None
        if write and self.lose == "answer":
            self.lose = ""
            request.writer.transport.abort()
            return None
        spent = request.path in self.spent or self.mode in ("budget", "limited")
        if request.path in self.answers or request.path.startswith("/2/oauth2"):
            return reply
        reply.headers |= {
            "x-rate-limit-limit": "300",
            "x-rate-limit-remaining": "0" if spent else str(self.remaining),
            "x-rate-limit-reset": str(int(time.time()) + (60 if spent else 900)),
        }
        return reply

    def _answer(self, request: Request) -> Reply | None:
        if self.mode == "error":
            return Reply(500, rules.problem("", "Internal Server Error", "Internal Server Error", 500))
        if self.mode == "page":
            return Reply(200, _HTML, {"Content-Type": "text/html"})
        if request.path in self.answers:
            return dataclasses.replace(self.answers[request.path], headers={})
        if request.path == "/i/oauth2/authorize":
            return self.tokens.authorize(request)
        if request.path == "/2/oauth2/token" and request.method == "POST":
            return self.tokens.give(request)
        if self.mode == "limited":
            return Reply(
                429, rules.problem("rate-limit-exceeded", "Too Many Requests", "Too Many Requests", 429)
            )
        if self.mode == "capped":
            detail = "Usage cap exceeded: Monthly product cap"
            return Reply(
                429, rules.problem("usage-capped", "UsageCapExceeded", detail, 429, period="Monthly")
            )
        found = rules.endpoint_of(request.method, request.path)
        if found is None:
            return Reply(404, {"errors": [{"code": 34, "message": "Sorry, that page does not exist"}]})
        endpoint, number = found
        refused = self._refused(request, endpoint)
        if refused is not None:
            return refused
        wrong = rules.problem_of(endpoint, request.query, request.body, self.words)
        if wrong is not None:
            wrong = {name: one for name, one in wrong.items() if name != "errors"} if self.terse else wrong
            return Reply(400, wrong, {"Content-Type": "application/problem+json"})
        return self._do(request, endpoint, number)

    def _refused(self, request: Request, endpoint: rules.Endpoint) -> Reply | None:
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        if token == self.tokens.app:
            allowed, scopes = endpoint.app, set(endpoint.scopes)
        else:
            allowed, scopes = endpoint.user, self.tokens.scopes_of(token)
            if not scopes:
                return Reply(401, rules.problem("", "Unauthorized", "Unauthorized", 401))
        if not allowed:
            detail = "Authenticating with this kind of token is forbidden for this endpoint."
            title = "Unsupported Authentication"
            return Reply(403, rules.problem("unsupported-authentication", title, detail, 403))
        if self.mode == "forbidden" or not set(endpoint.scopes) - {"like.read"} <= scopes:
            detail = "This app is not allowed to do this."
            return Reply(403, rules.problem("client-forbidden", "Client Forbidden", detail, 403))
        return None

    def _do(self, request: Request, endpoint: rules.Endpoint, number: str) -> Reply | None:
        path, method = request.path, request.method
        view = View(self.words, request.query)
        if path == "/2/activity/stream":
            return None
        if path == "/2/activity/subscriptions":
            return (
                self._subscription(request) if method == "POST" else Reply(200, data_of(self.subscriptions))
            )
        if endpoint.kind == "user":
            return users(self, request, view)
        if path.startswith("/2/dm_"):
            return self._messages(request, view, number)
        if method == "POST" and path == "/2/tweets":
            return create(self, request.fields())
        if method != "GET":
            return change(self, request, number)
        return self._posts(request, view, number)

    def _posts(self, request: Request, view: View, number: str) -> Reply:
        path = request.path
        if path == "/2/tweets":
            return self._by_ids(request.one("ids").split(","), view)
        if path == f"/2/tweets/{number}":
            found = self._by_ids([number], view).value
            if "data" not in found:
                return Reply(200, found)
            return Reply(200, {**found, "data": found["data"][0]})
        alive = [t for t in self.tweets.values() if not t.deleted]
        if path.endswith("/mentions"):
            wanted = [t for t in alive if self.names_city(t) and t.ids[0] not in self.unindexed]
        elif path.endswith("/quote_tweets"):
            quoted = self.find(number)
            if quoted is None or quoted.deleted:
                return Reply(404, {"errors": [rules.not_found(number)], **rules.not_found(number)})
            wanted = [t for t in alive if t.quotes in quoted.ids]
        elif path == "/2/tweets/search/recent":
            week_ago = self.ids_at(time.time() - 7 * 86400)
            if "since_id" in request.query and int(request.one("since_id")) < week_ago:
                said = "'since_id' must be a tweet id created after [7 days ago]."
                return Reply(400, rules.invalid("since_id", request.query["since_id"], said))
            wanted = [t for t in alive if matches(self, request.one("query"), t)]
        else:
            wanted = [t for t in alive if t.author == number]
            if "replies" in request.one("exclude").split(","):
                wanted = [t for t in wanted if not t.answers]
        paged = self._paged(request, [(t.id, t) for t in wanted])
        if isinstance(paged, Reply):
            return paged
        page, meta = paged
        data = [view.post(t, t.id, self) for t in page]
        self._damage(data)
        answer = {**data_of(data), "meta": meta}
        includes = view.includes(page, self)
        return Reply(200, {**answer, "includes": includes} if includes else answer)

    def ids_at(self, stamp: float) -> int:
        return int(stamp * 1000 - 1_288_834_974_657) << 22

    def names_city(self, tweet: Tweet) -> bool:
        return tweet.author != self.city.id and f"@{self.city.username}" in tweet.texts[-1]

    def _damage(self, data: list[dict[str, Any]]) -> None:
        if self.mode == "damaged" and data:
            data[0] = {**data[0], "text": 5, "author_id": {"x": []}, "created_at": [], "attachments": "?"}

    def _by_ids(self, numbers: list[str], view: View) -> Reply:
        found = [(n, t) for n in numbers if (t := self.find(n)) is not None and not t.deleted]
        missing = [n for n in numbers if n not in {one for one, _ in found}]
        value: dict[str, Any] = data_of([view.post(t, n, self) for n, t in found])
        includes = view.includes([t for _, t in found], self)
        if includes:
            value["includes"] = includes
        if missing:
            value["errors"] = [rules.not_found(n) for n in missing]
        return Reply(200, value)

    def _paged(
        self, request: Request, items: list[tuple[str, Any]]
    ) -> tuple[list[Any], dict[str, Any]] | Reply:
        """(things of the page that is asked for, its meta), newest first; a reply for a wrong token."""
        items = sorted(items, key=lambda item: int(item[0]), reverse=True)
        if since := request.one("since_id"):
            if int(since) > self.ids_at(time.time() + 60):
                said = "'since_id' must be an id that exists."
                return Reply(400, rules.invalid("since_id", [since], said))
            items = [item for item in items if int(item[0]) > int(since)]
        token = request.one("pagination_token") or request.one("next_token")
        begin, short = 0, False
        if token:
            path, last = self._pages.get(token, ("", ""))
            if path != request.path:
                return Reply(400, rules.invalid("pagination_token", [token], "The token is not valid"))
            begin = next((i for i, item in enumerate(items) if int(item[0]) < int(last)), len(items))
        size = min(int(request.one("max_results", "10")), self.page)
        if self.mode == "short" and not token and items:
            short, size = True, 0
        end = begin + size
        page = items[max(0, begin - 2) if self.mode == "doubled" else begin : end]
        meta: dict[str, Any] = {"result_count": len(page)}
        if page:
            meta |= {"newest_id": page[0][0], "oldest_id": page[-1][0]}
        if end < len(items):
            last = str(int(items[0][0]) + 1) if short else items[end - 1][0]
            meta["next_token"] = f"7140dibdnow9c7btw{len(self._pages)}"
            self._pages[meta["next_token"]] = (request.path, last)
        things = [thing for _, thing in page]
        return (things[::-1] if self.mode == "reordered" else things), meta

    def _messages(self, request: Request, view: View, number: str) -> Reply:
        if request.method == "POST":
            if "-" in number:
                number = next((one for one in number.split("-") if one != self.city.id), "")
            if number not in self.accounts:
                return forbidden("You cannot send messages to this user.")
            message = Message(self.ids.next(), request.fields()["text"], self.city.id, number)
            self.messages.append(message)
            done = {"dm_conversation_id": message.conversation, "dm_event_id": message.id}
            return Reply(201, {"data": done})
        wanted = [m for m in self.messages if self.city.id in (m.sender, m.receiver)]
        kinds = request.one("event_types", "MessageCreate,ParticipantsJoin,ParticipantsLeave").split(",")
        wanted = [m for m in wanted if m.kind in kinds]
        if request.path.startswith("/2/dm_events/"):
            wanted = [m for m in wanted if m.id == number]
            if not wanted:
                return Reply(404, {"errors": [rules.not_found(number, "dm_event")]})
        elif "/with/" in request.path:
            wanted = [m for m in wanted if number in (m.sender, m.receiver)]
        elif number:
            wanted = [m for m in wanted if m.conversation == number]
        paged = self._paged(request, [(m.id, m) for m in wanted])
        if isinstance(paged, Reply):
            return paged
        page, meta = paged
        data = [view.message(m) for m in page]
        self._damage(data)
        senders = [view.user(self.accounts[n], self) for n in dict.fromkeys(m.sender for m in page)]
        includes = {"includes": {"users": senders}} if senders and "sender_id" in view.expansions else {}
        if request.path.startswith("/2/dm_events/"):
            return Reply(200, {"data": data[0], **includes})
        return Reply(200, {**data_of(data), "meta": meta, **includes})

    # --- live ---------------------------------------------------------------------------------------------

    def _subscription(self, request: Request) -> Reply:
        body = request.fields()
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        if token == self.tokens.app and body["event_type"] not in ("post.create", "post.delete"):
            return forbidden("This event is private: it needs a token of the account.")
        one = {"subscription_id": self.ids.next(), **body}
        self.subscriptions.append(one)
        return Reply(200, {"data": {"subscription": one}})

    async def _stream(self, request: Request) -> None:
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n\r\n"
        request.writer.write(head)
        self._lines.append(request.writer)
        await request.reader.read()
        self._lines.remove(request.writer)

    def _tell(self, kind: str, payload: Any, author: Account) -> None:
        if not any(one["event_type"] == kind for one in self.subscriptions):
            return
        users = [View(rules.TWEETS, _ALL).user(author, self)]
        data = {
            "event_uuid": "-68504721716",
            "event_type": kind,
            "filter": {"user_id": self.city.id},
            "tag": "t",
            "payload": payload,
            "includes": {"users": users},
        }
        self.say(json.dumps({"data": data}))

    @here
    def say(self, line: str) -> None:
        """One line to everybody who listens."""
        for writer in self._lines:
            writer.write(line.encode() + b"\r\n")


_ALL = {
    "tweet.fields": [",".join(sorted(rules.TWEETS.post))],
    "user.fields": ["name,username"],
}
