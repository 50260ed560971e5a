"""Addresses in an answer are tried with a limit, remembered, and only what surely does not open is said."""

from __future__ import annotations

import asyncio
from typing import Any

from connectors.base import Gone, RateLimited, Unreachable
from desktop.services.link_checks import LinkChecks


class Web:
    """Answers by the path; counts what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    async def request(self, method: str, url: str, **_: Any) -> None:
        self.asked.append((method, url))
        path = url.rpartition("/")[2]
        if path == "slow":
            await asyncio.sleep(60)
        failures = {
            "404": Unreachable("", "http-404"), "410": Gone("", "http-410"), "dns": Unreachable("", "dns"),
            "403": Unreachable("", "http-403"), "405": Unreachable("", "http-405"),
            "429": RateLimited("", 0), "down": Unreachable("", "http-503"), "tls": Unreachable("", "tls"),
        }  # fmt: skip
        if path in failures:
            raise failures[path]


async def dead(web: Web, text: str, **more: Any) -> list[str]:
    async def http() -> Web:
        return web

    links = LinkChecks(http, **more)
    found = await links.dead(text)
    assert await links.dead(text) == found
    return [one.word for one in found]


async def test_only_what_is_surely_gone() -> None:
    web = Web()
    for path in ("404", "410", "dns"):
        assert await dead(web, f"https://a.example/{path} 를 보세요") == [f"https://a.example/{path}"]
    for path in ("403", "405", "429", "down", "tls", "fine"):
        assert await dead(web, f"https://a.example/{path} 를 보세요") == []
    assert {method for method, _ in web.asked} == {"HEAD"}


async def test_a_slow_server_is_not_waited_for() -> None:
    assert await dead(Web(), "https://a.example/slow", limit_s=0.02) == []


async def test_each_address_is_asked_once_and_nothing_inside_the_office() -> None:
    web = Web()
    inside = "http://localhost/404 http://127.0.0.1/404 http://192.168.0.1/404 http://printer.local/404"
    assert await dead(web, f"{inside} https://a.example/404 https://a.example/404") == [
        "https://a.example/404", "https://a.example/404",
    ]  # fmt: skip
    assert web.asked == [("HEAD", "https://a.example/404")]
