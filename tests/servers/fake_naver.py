"""A small Naver: search, feeds, login and writing articles, as the official guide describes them
(naver_blog.md, naver_cafe.md). Whatever the guide does not name is refused with the guide's own errors.

One server for all of Naver's hosts; the connectors are given its address. Faults are set by a test.
"""

from __future__ import annotations

import asyncio
import html
import re
import secrets
import time
from dataclasses import dataclass, field
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qsl, unquote_plus, urlencode

from tests.servers.fake_naver_parts import Article, excerpt, feed, in_korea, marked
from tests.servers.tiny_http import Reply, Request, TinyServer

CALLBACK = re.compile(r"http://127\.0\.0\.1:(18573|18574|18575)/callback")
"""What the application has registered."""

FLAGS = ("openyn", "searchopen", "replyyn", "scrapyn", "metoo", "autosourcing", "rclick", "ccl")
WINDOW = 50
REACHABLE = 1000


def problem(status: int, code: str, words: str) -> Reply:
    return Reply(status, {"errorMessage": words, "errorCode": code})


def no(code: str, words: str) -> Reply:
    """A cafe's refusal: HTTP 403 with another status inside, or 500 for what has no code of its own."""
    message = {
        "@type": "response",
        "@service": "naverservice.community.cafe",
        "@version": "1.0.0",
        "status": "500",
        "error": {"code": code, "msg": words},
    }
    return Reply(500 if code == "999" else 403, {"message": message})


BAD_KEYS = problem(401, "024", "Not Exist Client ID : Authentication failed. (인증에 실패하였습니다.)")
NO_HEADER = problem(401, "028", "Not Exist Client ID : Authentication header not exists.")
DAILY = problem(429, "010", "Query limit exceeded. (쿼리 한도를 초과했습니다.)")
PER_SECOND = problem(429, "012", "Rate limit exceeded. (속도 제한을 초과했습니다.)")
NOT_ENABLED = problem(403, "024", "Scope Status Invalid : Authentication failed. (인증에 실패하였습니다.)")
PAGE = b"<!DOCTYPE html><html><head><title>Naver</title></head><body>error</body></html>"


@dataclass
class Club:
    """A cafe with one number and two boards."""

    name: str = "hanbit"
    number: str = "28339939"
    menus: dict[str, str] = field(default_factory=lambda: {"1": "", "7": "AP002"})  # board → refusal
    title: str = "한빛시 카페"


class FakeNaver:
    """``url`` is its address. Everything public may be called from the thread of a test."""

    def __init__(self) -> None:
        self.client_id, self.client_secret = "hanbit-app", secrets.token_hex(8)
        self.club = Club()
        self.blogs: dict[str, list[Article]] = {"hanbit": []}  # the city's own, in its feed
        self.found: list[Article] = []  # other people's blog posts, oldest first
        self.articles: dict[str, Article] = {}
        self.requests: list[tuple[str, str]] = []
        self.queries: list[dict[str, str]] = []
        self.fault = ""
        self.feeds_on = True
        self.twice = True  # texts of articles arrive encoded twice
        self.feed_charset = "utf-8"
        self.drop = ""  # "answer" or "request": for the next write
        self.scope_profile = True
        self._codes: dict[str, str] = {}
        self._access: dict[str, float] = {}
        self._refresh: set[str] = set()
        self._number = 0
        self._server = TinyServer(self._handle)

    # --- life ---------------------------------------------------------------------------------------------

    def start(self) -> FakeNaver:
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
        return f"http://127.0.0.1:{self._server.port}"

    # --- what people do -----------------------------------------------------------------------------------

    def article(self, text: str, *, author: str = "시민", title: str = "한빛시 민원", image: str = "") -> str:
        """Somebody writes in the cafe: the number of the article."""
        return self._server.call(self._article, title, html.escape(text).replace("\n", "<br>"), author, image)

    def blog_post(
        self, text: str, *, author: str = "시민", title: str = "한빛시 이야기", **how: Any
    ) -> Article:
        """Somebody writes about the city in a blog of their own."""
        return self._server.call(self._blog_post, text, author, title, how)

    def own_post(self, text: str, *, blog: str = "hanbit", title: str = "시정 소식") -> Article:
        return self._server.call(self._own_post, text, blog, title)

    def sign_in(self) -> tuple[str, str]:
        """(access token, refresh token)"""
        return self._server.call(self._tokens)

    def end_tokens(self, *, both: bool = False) -> None:
        self._server.call(self._end, both)

    def _article(self, title: str, content: str, author: str, image: str = "") -> str:
        self._number += 1
        number = str(self._number)
        if image:
            content += f'<br><img src="{image}">'
        url = f"https://cafe.naver.com/{self.club.name}/{number}"
        self.articles[number] = Article(number, title, content, author, url, time.time())
        return number

    def _blog_post(self, text: str, author: str, title: str, how: dict[str, Any]) -> Article:
        self._number += 1
        number = str(224_000_000_000 + self._number)
        blog = how.get("blog") or "u" + author.encode().hex()[:20]
        url = how.get("link") or f"https://blog.naver.com/{blog}/{number}"
        one = Article(number, title, html.escape(text), author, url, how.get("when") or time.time(), blog)
        self.found.append(one)
        return one

    def _own_post(self, text: str, blog: str, title: str) -> Article:
        self._number += 1
        number = str(224_000_000_000 + self._number)
        url = f"https://blog.naver.com/{blog}/{number}"
        one = Article(number, title, html.escape(text), blog, url, time.time(), blog)
        self.blogs.setdefault(blog, []).append(one)
        return one

    def _tokens(self) -> tuple[str, str]:
        access, refresh = secrets.token_urlsafe(30), secrets.token_urlsafe(30)
        self._access[access] = time.time() + 3600
        self._refresh.add(refresh)
        return access, refresh

    def _end(self, both: bool) -> None:
        self._access.clear()
        if both:
            self._refresh.clear()

    # --- requests -----------------------------------------------------------------------------------------

    async def _handle(self, request: Request) -> Reply | None:
        self.requests.append((request.method, request.path))
        if self.fault == "server-error":
            return problem(500, "SE99", "System Error (시스템 에러)")
        if self.fault == "unreadable":
            return Reply(200, PAGE, {"Content-Type": "text/html; charset=utf-8"})
        if self.fault == "slow":
            request.writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{")
            await request.writer.drain()
            await asyncio.sleep(30)
            return None
        if request.path.startswith("/oauth2.0/"):
            return self._login(request)
        if request.path.startswith("/v1/"):
            return await self._api(request)
        return self._feed(request)

    async def _api(self, request: Request) -> Reply | None:
        if self.fault == "rate-limited":
            return PER_SECOND
        if self.fault == "quota-used-up":
            return DAILY
        if match := re.fullmatch(r"/v1/search/(blog|cafearticle)\.json", request.path):
            return self._search(request, match[1])
        bearer = request.headers.get("authorization", "")
        if not bearer:
            return NO_HEADER
        ends = self._access.get(bearer.removeprefix("Bearer "), 0.0)
        if not bearer.startswith("Bearer ") or ends <= time.time():
            return problem(401, "024", "Authentication failed (인증에 실패하였습니다.)")
        if request.path == "/v1/nid/me":
            return self._me(request)
        if match := re.fullmatch(r"/v1/cafe/(\d+)/menu/(\d+)/articles", request.path):
            if request.method != "POST":
                return problem(405, "", "Method Not Allowed")
            return await self._write(request, match[1], match[2])
        return problem(404, "SE05", "Invalid search api (존재하지 않는 검색 api 입니다.)")

    def _me(self, request: Request) -> Reply:
        if request.method not in ("GET", "POST"):
            return problem(405, "", "Method Not Allowed")
        if not self.scope_profile:
            return NOT_ENABLED
        profile = {"id": "32742776", "nickname": "한빛시청"}
        return Reply(200, {"resultcode": "00", "message": "success", "response": profile})

    # --- search -------------------------------------------------------------------------------------------

    def _search(self, request: Request, kind: str) -> Reply:
        given = (
            request.headers.get("x-naver-client-id", ""),
            request.headers.get("x-naver-client-secret", ""),
        )
        if not all(given):
            return NO_HEADER
        if self.fault == "revoked" or given != (self.client_id, self.client_secret):
            return BAD_KEYS
        if self.fault == "forbidden":
            return NOT_ENABLED
        if request.method != "GET":
            return problem(405, "", "Method Not Allowed")
        if set(request.query) - {"query", "display", "start", "sort"} or not request.one("query"):
            return problem(400, "SE01", "Incorrect query request (잘못된 쿼리요청입니다.)")
        display, start = request.one("display", "10"), request.one("start", "1")
        if not display.isdecimal() or not 1 <= int(display) <= 100:
            return problem(400, "SE02", "Invalid display value (부적절한 display 값입니다.)")
        if not start.isdecimal() or not 1 <= int(start) <= REACHABLE:
            return problem(400, "SE03", "Invalid start value (부적절한 start 값입니다.)")
        if request.one("sort", "sim") not in ("sim", "date"):
            return problem(400, "SE04", "Invalid sort value (부적절한 sort 값입니다.)")
        self.queries.append({name: values[0] for name, values in request.query.items()})
        return self._results(request.one("query"), kind, int(start), int(display))

    def _results(self, word: str, kind: str, start: int, display: int) -> Reply:
        everything = self.found + [one for posts in self.blogs.values() for one in posts]
        everything = everything if kind == "blog" else list(self.articles.values())
        hits = [one for one in everything if not one.gone and self._matches(one, word)]
        hits.sort(key=lambda one: (one.when, int(one.number)), reverse=True)
        first = start - 1
        if self.fault == "doubled-page" and first:
            first -= display // 2
        page = hits[first : first + display]
        if self.fault == "short-page" and start > 1:
            page = []
        if self.fault == "reordered":
            page.reverse()
        items: list[dict[str, Any]] = [self._item(one, word, kind) for one in page]
        if self.fault == "damaged" and items:
            items[0] |= {"title": 7, "link": None, "description": ["x"]}
        return Reply(
            200,
            {
                "lastBuildDate": format_datetime(in_korea(time.time())),
                "total": len(hits),
                "start": start,
                "display": len(page),
                "items": items,
            },
        )

    def _matches(self, one: Article, word: str) -> bool:
        plain = html.unescape(re.sub("<[^>]*>", " ", f"{one.title} {one.content} {self.club.title}"))
        return all(part in " ".join(plain.split()) for part in " ".join(word.split()).split(" ")[:3])

    def _item(self, one: Article, word: str, kind: str) -> dict[str, Any]:
        item = {
            "title": marked(html.escape(one.title), word),
            "link": one.url,
            "description": marked(excerpt(one.content), word),
        }
        if kind == "cafearticle":
            return item | {"cafename": self.club.title, "cafeurl": f"https://cafe.naver.com/{self.club.name}"}
        home = f"blog.naver.com/{one.blog}"
        day = in_korea(one.when).strftime("%Y%m%d")
        return item | {"bloggername": one.author, "bloggerlink": home, "postdate": day}

    # --- feeds --------------------------------------------------------------------------------------------

    def _feed(self, request: Request) -> Reply:
        if request.method != "GET":
            return Reply(405, PAGE, {"Content-Type": "text/html"})
        name = request.path.strip("/")
        if name == self.club.name and self.feeds_on:
            articles = [one for one in self.articles.values() if not one.gone]
            title, link = self.club.title, f"https://cafe.naver.com/{name}"
        elif name.endswith(".xml") and name[:-4] in self.blogs and self.feeds_on:
            name = name[:-4]
            articles = [one for one in self.blogs[name] if not one.gone]
            title, link = f"{name}님의 블로그", f"https://blog.naver.com/{name}"
        else:
            return Reply(404, PAGE, {"Content-Type": "text/html; charset=utf-8"})
        shown = list(reversed(articles))[:WINDOW]
        if self.fault == "reordered":
            shown.reverse()
        body = feed(title, link, shown, self.feed_charset)
        return Reply(200, body, {"Content-Type": f"text/xml; charset={self.feed_charset}"})

    # --- login --------------------------------------------------------------------------------------------

    def _login(self, request: Request) -> Reply:
        if self.fault == "rate-limited":
            return PER_SECOND
        if request.path == "/oauth2.0/authorize" and request.method == "GET":
            return self._authorize(request)
        if request.path == "/oauth2.0/token" and request.method in ("GET", "POST"):
            form = {name: values[0] for name, values in request.query.items()}
            return self._token(form | dict(parse_qsl(request.body.decode())))
        return Reply(404, PAGE, {"Content-Type": "text/html"})

    def _authorize(self, request: Request) -> Reply:
        names = {"response_type", "client_id", "redirect_uri", "state"}
        back = request.one("redirect_uri")
        if set(request.query) - names or not CALLBACK.fullmatch(back):
            return Reply(400, PAGE, {"Content-Type": "text/html"})
        if request.one("client_id") != self.client_id or request.one("response_type") != "code":
            return Reply(400, PAGE, {"Content-Type": "text/html"})
        state = request.one("state")
        code = secrets.token_urlsafe(12)
        self._codes[code] = state
        return Reply(302, b"", {"Location": f"{back}?{urlencode({'code': code, 'state': state})}"})

    def _token(self, form: dict[str, str]) -> Reply:
        wrong = (form.get("client_id"), form.get("client_secret")) != (self.client_id, self.client_secret)
        if wrong or self.fault == "revoked":
            # with status 200, as Naver does
            return Reply(200, {"error": "invalid_client", "error_description": "wrong client id"})
        kind = form.get("grant_type")
        if kind == "authorization_code":
            if self._codes.pop(form.get("code", ""), None) != form.get("state", "-"):
                return Reply(200, {"error": "invalid_request", "error_description": "no valid data"})
            access, refresh = self._tokens()
            return Reply(200, self._granted(access) | {"refresh_token": refresh})
        if kind == "refresh_token" and form.get("refresh_token") in self._refresh:
            access = secrets.token_urlsafe(30)
            self._access[access] = time.time() + 3600
            return Reply(200, self._granted(access))
        return Reply(200, {"error": "invalid_request", "error_description": "invalid refresh token"})

    @staticmethod
    def _granted(access: str) -> dict[str, Any]:
        return {"access_token": access, "token_type": "bearer", "expires_in": "3600"}

    # --- writing ------------------------------------------------------------------------------------------

    async def _write(self, request: Request, club: str, menu: str) -> Reply | None:
        if self.fault == "forbidden":
            return NOT_ENABLED
        if club != self.club.number:
            return no("AP006", "카페가 존재하지 않습니다.")
        if self.club.menus.get(menu, "AP001"):
            return no(self.club.menus.get(menu, "AP001"), "게시판에 글을 쓸 수 없습니다.")
        if request.headers.get("content-type") != "application/x-www-form-urlencoded":
            return no("AP001", "잘못된 파라미터입니다.")
        # The body is ASCII: percent signs, and percent signs of those.
        form = dict(parse_qsl(request.body.decode("ascii"), strict_parsing=True))
        flags_fine = all(value in ("true", "false") for name, value in form.items() if name in FLAGS)
        if not {"subject", "content"} <= set(form) <= {"subject", "content", *FLAGS} or not flags_fine:
            return no("AP001", "잘못된 파라미터입니다.")
        if self.drop == "request":
            self.drop = ""
            request.writer.transport.abort()
            return None
        subject, content = form["subject"], form["content"]
        if self.twice:
            subject, content = (unquote_plus(text, errors="strict") for text in (subject, content))
        if "<script" in content.lower():
            return no("AP001", "허용되지 않는 태그입니다.")
        number = self._article(subject, content, "한빛시청")
        self.articles[number].own = True
        self.articles[number].public = form.get("openyn") == "true"
        if self.drop == "answer":
            self.drop = ""
            request.writer.transport.abort()
            return None
        result = {
            "msg": "Success",
            "cafeUrl": self.club.name,
            "articleId": int(number),
            "articleUrl": f"https://cafe.naver.com/{self.club.name}/{number}",
        }
        message = {
            "@type": "response",
            "@service": "naverservice.community.cafe",
            "@version": "1.0.0",
            "status": "200",
            "result": result,
        }
        return Reply(200, {"message": message})
