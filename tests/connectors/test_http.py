"""Requests over a real loopback server: what each answer and each fault turns into."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import socket
import time
from contextlib import aclosing

import pytest

from connectors.base import (
    AuthExpired,
    Gone,
    Malformed,
    OutcomeUnknown,
    RateLimited,
    Refused,
    Unreachable,
)
from connectors.http import Http, MemoryLimits, Timeouts, basic, default_user_agent
from tests.connectors.conftest import failure
from tests.servers.fakecity import FakeCity, Reply, faults


def free_address() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}/"


async def test_a_get_brings_status_headers_and_body(city: FakeCity, http: Http, page: str) -> None:
    response = await http.get(page, headers={"Accept": "text/plain"}, params={"b": [1, 2], "c": None})
    assert response.status == 200
    assert response.body.decode().startswith("본문")
    assert response.headers["etag"] == response.headers["ETag"] == 'W/"1"'
    assert response.headers.get("X-Missing") is None
    assert response.content_type == "text/plain"
    asked = city.asked("/page")[0]
    assert asked.headers["user-agent"] == default_user_agent()
    assert asked.headers["accept"] == "text/plain"
    assert asked.query == {"b": ["1", "2"]}


async def test_validators_go_back_verbatim_and_304_has_no_body(city: FakeCity, http: Http) -> None:
    def answer(request: object) -> Reply:
        headers = {"ETag": 'W/"a b"', "Last-Modified": "Fri, 20 Nov 2026 09:00:00 KST"}
        known = request.headers.get("if-none-match") == headers["ETag"]  # type: ignore[attr-defined]
        return Reply(304 if known else 200, b"x", headers)

    url = city.route("/v", answer)
    first = await http.get(url)
    second = await http.get(url, validators=first.validators)
    assert (first.status, second.status, second.body) == (200, 304, b"")
    assert city.asked("/v")[1].headers["if-modified-since"] == "Fri, 20 Nov 2026 09:00:00 KST"


async def test_a_validator_that_cannot_be_sent_back_is_left_out(city: FakeCity, http: Http) -> None:
    url = city.route("/é", Reply(200, b"x", {"ETag": '"é"', "Last-Modified": "yesterday"}))
    city.route("/%C3%A9", Reply(200, b"x", {"ETag": '"é"', "Last-Modified": "yesterday"}))
    first = await http.get(url)
    assert (await http.get(url, validators=first.validators)).status == 200
    again = city.asked("/%C3%A9")[1].headers
    assert "if-none-match" not in again
    assert again["if-modified-since"] == "yesterday"


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "raw-deflate"])
async def test_compressed_answers_are_opened(city: FakeCity, http: Http, page: str, encoding: str) -> None:
    city.fault("/page", faults.compressed(encoding))
    assert (await http.get(page)).body == "본문 ".encode() * 1000


async def test_several_gzip_members_and_a_false_claim_are_read(city: FakeCity, http: Http) -> None:
    twice = gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0"
    url = city.route("/g", Reply(200, twice, {"Content-Encoding": "gzip"}))
    assert (await http.get(url)).body == b"one two"
    url = city.route("/plain", Reply(200, b"<rss/>", {"Content-Encoding": "gzip"}))
    assert (await http.get(url)).body == b"<rss/>"


@pytest.mark.parametrize(
    "rest",
    [
        "\n<!-- cached by a plugin -->\n",
        "<br />\n<b>Warning</b>: foo in <b>/a.php</b> on line <b>3</b><br />",
    ],
)
async def test_json_is_read_with_a_remark_behind_it(city: FakeCity, http: Http, rest: str) -> None:
    url = city.route("/remark", Reply(200, ('[{"글": "끝 -->"}]' + rest).encode()))
    assert (await http.get(url)).json() == [{"글": "끝 -->"}]


@pytest.mark.parametrize("name", ["UTF-8", "euc-kr", "none", "8bit", "identity, utf-8"])
async def test_a_charset_where_the_compression_belongs_is_no_compression(
    city: FakeCity, http: Http, name: str
) -> None:
    url = city.route("/charset", Reply(200, "본문".encode(), {"Content-Encoding": name}))
    assert (await http.get(url)).body == "본문".encode()


@pytest.mark.parametrize(
    ("fault", "kind", "code"),
    [
        (faults.status(404), Unreachable, "http-404"),
        (faults.status(500), Unreachable, "http-500"),
        (faults.status(503), Unreachable, "http-503"),
        (faults.status(403), Unreachable, "http-403"),
        (faults.status(401), AuthExpired, "http-401"),
        (faults.status(410), Gone, "http-410"),
        (faults.status(302), Unreachable, "redirects"),
        (faults.bomb(60), Malformed, "too-large"),
        (faults.oversized(21), Malformed, "too-large"),
        (faults.oversized(25, announced=False), Malformed, "too-large"),
        (faults.drip(), Unreachable, "timeout"),
        (faults.silence(), Unreachable, "timeout"),
        (faults.truncated(), Unreachable, "broken"),
        (faults.half_chunk(), Unreachable, "broken"),
        (faults.hang_up(), Unreachable, "broken"),
        (faults.nonsense(), Unreachable, "broken"),
        (faults.redirect("file:///etc/passwd"), Unreachable, "redirect-refused"),
        (faults.redirect("ftp://x.example/"), Unreachable, "redirect-refused"),
        (faults.redirect("javascript:alert(1)"), Unreachable, "redirect-refused"),
        (faults.redirect("http://[broken"), Unreachable, "redirect-refused"),
        (faults.redirect("/page"), Unreachable, "redirects"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_each_fault_of_a_get_is_one_named_error(
    city: FakeCity, http: Http, impatient: Http, page: str, fault: object, kind: type, code: str
) -> None:
    city.fault("/page", fault, times=None)  # type: ignore[arg-type]
    error = await failure((impatient if code == "timeout" else http).get(page))
    assert (type(error), error.code) == (kind, code)
    city.mend()
    assert (await http.get(page)).status == 200


async def test_a_truncated_gzip_is_not_taken_for_the_whole(city: FakeCity, http: Http) -> None:
    packed = gzip.compress(bytes(range(256)) * 50)[:-20]
    url = city.route("/cut", Reply(200, packed, {"Content-Encoding": "gzip"}))
    assert (await failure(http.get(url))).code == "broken"
    url = city.route("/bad", Reply(200, b"\x1f\x8b\x08" + b"\xff" * 50, {"Content-Encoding": "gzip"}))
    assert (await failure(http.get(url))).code == "broken-compression"
    url = city.route("/br", Reply(200, b"x", {"Content-Encoding": "br"}))
    assert (await failure(http.get(url))).code == "broken-compression"


async def test_no_server_no_name_no_certificate_and_no_address(city: FakeCity, http: Http) -> None:
    assert (await failure(http.get(free_address()))).code == "refused"
    assert (await failure(http.get("http://nobody.invalid/"))).code == "dns"
    assert (await failure(http.get(city.url.replace("http:", "https:")))).code == "tls"
    for address in (
        "file:///etc/passwd",
        "nonsense",
        "http://",
        "http://a:99999/",
        "http://[",
        "http://a:0/",
        "",
    ):
        assert (await failure(http.get(address))).code == "address"


async def test_a_broken_line_is_tried_again_for_reading_only(city: FakeCity, http: Http, page: str) -> None:
    city.fault("/page", faults.hang_up(), times=2)
    assert (await http.get(page)).status == 200
    assert len(city.asked("/page")) == 3


async def test_statuses_in_accept_are_returned(city: FakeCity, http: Http) -> None:
    url = city.route(
        "/409", Reply(409, b'{"code":"comment_duplicate"}', {"Content-Type": "application/json"})
    )
    response = await http.request("POST", url, json={"content": "가"}, accept={409})
    assert response.json() == {"code": "comment_duplicate"}


# --- writes ---------------------------------------------------------------------------------------------


async def test_bodies_are_sent_as_json_or_form(city: FakeCity, http: Http, page: str) -> None:
    await http.request("POST", page, json={"글": "답글"})
    await http.request("PUT", page, form={"a": ["1", "2"], "b": True, "c": None, "d": "가"})
    first, second = city.asked("/page")
    assert first.json() == {"글": "답글"}
    assert first.headers["content-type"] == "application/json"
    assert second.body == b"a=1&a=2&b=true&d=%EA%B0%80"


@pytest.mark.parametrize(
    "fault",
    [
        faults.hang_up(),
        faults.truncated(),
        faults.nonsense(),
        faults.status(500),
        faults.status(502),
        faults.status(504),
        faults.oversized(21),
    ],
    ids=["hang-up", "truncated", "nonsense", "500", "502", "504", "oversized"],
)
async def test_a_lost_answer_to_a_write_is_unknown_and_not_repeated(
    city: FakeCity, http: Http, page: str, fault: object
) -> None:
    city.fault("/page", fault, times=None)  # type: ignore[arg-type]
    assert isinstance(await failure(http.request("POST", page, json={"a": 1})), OutcomeUnknown)
    assert len(city.asked("/page")) == 1


@pytest.mark.parametrize("fault", [faults.silence(), faults.drip()], ids=["silence", "drip"])
async def test_an_answer_to_a_write_that_takes_too_long_is_unknown(
    city: FakeCity, impatient: Http, page: str, fault: object
) -> None:
    city.fault("/page", fault)  # type: ignore[arg-type]
    error = await failure(impatient.request("POST", page, json={"a": 1}))
    assert (type(error), error.code) == (OutcomeUnknown, "timeout")


async def test_a_write_that_was_never_sent_is_only_unreachable(http: Http) -> None:
    assert type(await failure(http.request("POST", free_address(), json={}))) is Unreachable
    assert type(await failure(http.request("POST", "http://nobody.invalid/", json={}))) is Unreachable


async def test_a_refusal_brings_the_servers_own_sentence(city: FakeCity, http: Http) -> None:
    body = json.dumps({"code": "x", "message": "댓글이 <b>닫혔</b>습니다 &amp; 끝"}).encode()
    url = city.route("/closed", Reply(422, body, {"Content-Type": "application/json"}))
    error = await failure(http.request("POST", url, json={}))
    assert isinstance(error, Refused)
    assert (error.reason, error.code) == ("댓글이 닫혔습니다 & 끝", "http-422")
    assert type(await failure(http.get(url))) is Unreachable


async def test_a_signed_in_403_asks_for_a_new_sign_in(city: FakeCity, http: Http) -> None:
    url = city.route("/403", Reply(403))
    assert type(await failure(http.get(url, auth="Bearer t"))) is AuthExpired


# --- rate budgets ---------------------------------------------------------------------------------------


class Clock:
    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("headers", "wait_s"),
    [
        ({"Retry-After": "7"}, 7),
        ({"Retry-After": "Fri, 15 Jan 2027 08:02:00 GMT"}, 120),
        ({"Retry-After": "99999999"}, 86_400),
        ({"Retry-After": "soon"}, 60),
        ({"Retry-After": "-5"}, 60),
        ({"Retry-After": "Fri, 15 Jan 2021 08:02:00 GMT"}, 1),
        ({"X-RateLimit-Reset": "2027-01-15T08:00:30.123456Z"}, 30.123),
        ({"X-RateLimit-Reset": "1800000040"}, 40),
        ({}, 60),
    ],
)
async def test_429_says_how_long_to_wait(city: FakeCity, headers: dict[str, str], wait_s: float) -> None:
    clock = Clock()
    http = Http(clock=clock)
    error = await failure(http.get(city.route("/x", Reply(429, headers=headers))))
    assert isinstance(error, RateLimited)
    assert error.until_ms == int((clock.now + wait_s) * 1000)
    await http.aclose()


async def test_a_wait_is_kept_across_a_restart_and_holds_no_secret(city: FakeCity) -> None:
    limits, clock = MemoryLimits(), Clock()
    url = city.route("/x", Reply(503, headers={"Retry-After": "30"}))
    http = Http(limits=limits, clock=clock)
    assert isinstance(await failure(http.get(url, auth="Bearer geheim")), RateLimited)
    await http.aclose()
    assert "geheim" not in str(vars(limits))

    http = Http(limits=limits, clock=clock)
    city.route("/y", Reply(200))
    assert isinstance(await failure(http.get(city.url + "/y", auth="Bearer geheim")), RateLimited)
    assert city.asked("/y") == []
    assert (await http.get(city.url + "/y", auth="Bearer other")).status == 200
    assert (await http.get(city.url + "/y")).status == 200
    clock.now += 31
    assert (await http.get(city.url + "/y", auth="Bearer geheim")).status == 200
    await http.aclose()


async def test_a_named_budget_counts_whatever_the_header_is_and_is_not_sent(city: FakeCity) -> None:
    http = Http(clock=Clock())
    url = city.route("/x", Reply(429, headers={"Retry-After": "30"}))
    assert isinstance(await failure(http.request("GET", url, auth="Basic first", budget="who")), RateLimited)
    assert "who" not in str(city.asked("/x"))
    city.route("/y", Reply(200))
    second = http.request("GET", city.url + "/y", auth="Basic second", budget="who")
    assert isinstance(await failure(second), RateLimited)
    assert (await http.request("GET", city.url + "/y", auth="Basic second", budget="other")).status == 200
    await http.aclose()


async def test_refused_feeds_do_not_silence_their_neighbours_until_the_whole_host_refuses(
    city: FakeCity,
) -> None:
    http = Http(clock=Clock())
    city.route("/good", Reply(200))
    for name in "abcdefg":
        city.route("/" + name, Reply(200))
        city.fault("/" + name, faults.status(429, retry_after="60"))
    for name in "abc":
        assert isinstance(await failure(http.get(f"{city.url}/{name}")), RateLimited)
    assert isinstance(await failure(http.get(city.url + "/a?again")), RateLimited)
    assert len(city.asked("/a")) == 1
    assert (await http.get(city.url + "/good")).status == 200
    for name in "defg":
        assert isinstance(await failure(http.get(f"{city.url}/{name}")), RateLimited)
    assert isinstance(await failure(http.get(city.url + "/good")), RateLimited)
    assert len(city.asked("/good")) == 1
    await http.aclose()


async def test_a_budget_that_is_used_up_is_not_overdrawn(city: FakeCity) -> None:
    clock = Clock()
    http = Http(clock=clock)
    headers = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "2027-01-15T08:05:00Z"}
    url = city.route("/x", Reply(200, headers=headers))
    assert (await http.get(url, auth="Bearer t")).status == 200
    error = await failure(http.get(url, auth="Bearer t"))
    assert isinstance(error, RateLimited)
    assert error.until_ms == 1_800_000_300_000
    await http.aclose()


async def test_at_most_six_requests_at_once_go_to_one_host(city: FakeCity) -> None:
    http = Http(timeouts=Timeouts(total=20))
    running, most = 0, 0
    gate = asyncio.Semaphore(0)
    loop = asyncio.get_running_loop()

    def busy(_: object) -> Reply:
        nonlocal running, most
        running += 1
        most = max(most, running)
        if running == 6:
            loop.call_soon_threadsafe(gate.release)
        asyncio.run_coroutine_threadsafe(gate.acquire(), loop).result(10)
        loop.call_soon_threadsafe(gate.release)
        running -= 1
        return Reply(200)

    url = city.route("/busy", busy)
    await asyncio.gather(*(http.get(url) for _ in range(15)))
    assert most == 6
    await http.aclose()


# --- secrets --------------------------------------------------------------------------------------------


async def test_no_secret_reaches_a_log_or_a_repr(
    city: FakeCity, http: Http, page: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    secret_url = page.replace("http://", "http://name:geheim@") + "?token=geheim#geheim"
    response = await http.get(secret_url, auth="Bearer geheim")
    city.fault("/page", faults.hang_up(), times=None)
    error = await failure(http.get(secret_url))
    dead = await failure(http.get(free_address() + "?token=geheim"))
    told = [repr(http), repr(response), repr(error), repr(dead), str(error.__cause__), caplog.text]
    assert not [text for text in told if "geheim" in text]


# --- JSON -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        b'{"a": 1}',
        b'\xef\xbb\xbf{"a": 1}',
        b'\n\n {"a": 1}',
        b'<br />\n<b>Warning</b>:  Undefined {x} in <b>/var/www/x.php</b> on line <b>3</b><br />\n{"a": 1}',
        b'Notice: Undefined index [foo] in x.php on line 9 {"a": 1}',
    ],
)
async def test_json_is_found_behind_what_php_says_first(city: FakeCity, http: Http, body: bytes) -> None:
    url = city.route("/j", Reply(200, body, {"Content-Type": "application/json; charset=UTF-8"}))
    value, response = await http.get_json(url)
    assert value == {"a": 1}
    assert response.status == 200


@pytest.mark.parametrize(
    ("kind", "body", "code"),
    [
        ("text/html", b"<!doctype html><html><script>{}</script></html>", "html"),
        ("application/json", b"<html><body>{}</body></html>", "html"),
        ("text/html", b"please log in", "html"),
        ("application/json", b"", "not-json"),
        ("application/json", b'{"a": ', "not-json"),
        ("application/json", b"[" * 100_000, "not-json"),
    ],
)
async def test_what_is_not_json_is_malformed(
    city: FakeCity, http: Http, kind: str, body: bytes, code: str
) -> None:
    url = city.route("/j", Reply(200, body, {"Content-Type": kind}))
    error = await failure(http.get_json(url))
    assert (type(error), error.code) == (Malformed, code)


async def test_lines_that_are_not_http_share_the_memory_of_limits(http: Http) -> None:
    until_ms = int(time.time() * 1000) + 60_000
    http.check_budget("https://mail.example:993", "minwon")
    http.hold("https://mail.example:993", "minwon", until_ms)
    http.check_budget("https://mail.example:993", "somebody else")
    with pytest.raises(RateLimited) as limited:
        http.check_budget("https://mail.example:993", "minwon")
    assert limited.value.until_ms == until_ms


async def test_what_is_asked_on_behalf_of_a_sign_in_waits_with_it(city: FakeCity, http: Http) -> None:
    """A site that asked the account to wait is not asked for its public pages by the account's channel."""
    url = city.route("/list", Reply(200, b"[]"))
    city.fault("/list", faults.status(429, retry_after="60"))
    http.check_budget(url, basic("hanbit", "secret"))
    with pytest.raises(RateLimited):
        await http.get(url, auth=("hanbit", "secret"))
    with pytest.raises(RateLimited):
        http.check_budget(url, basic("hanbit", "secret"))
    http.check_budget(url, basic("somebody", "else"))
    assert len(city.asked("/list")) == 1


async def test_how_far_this_clock_is_ahead_is_learned_from_the_servers_date(
    city: FakeCity, page: str
) -> None:
    now_ms = int(time.time() * 1000)
    for ahead_s, moved_s in ((360_000, 360_000), (-360_000, 0)):  # never forward: that could miss something
        async with aclosing(Http(clock=lambda ahead_s=ahead_s: time.time() + ahead_s)) as http:
            assert http.not_after(page, now_ms) == now_ms  # nothing is known yet
            await http.get(page)
            assert round((now_ms - http.not_after(page, now_ms)) / 3_600_000) == moved_s // 3600
            assert http.not_after("https://other.example/", now_ms) == now_ms
