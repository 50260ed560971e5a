"""Which Page a token speaks for. A Page's own token says so itself; with that of a person or a system user
the Page is looked up among theirs, and its token is kept in memory only (facebook.md section 2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from connectors.base import ChannelConfig, Refused
from connectors.facebook import HOME, OWN_HOSTS
from connectors.graph import VERSION, Graph, base_of, identifier, is_own
from connectors.graph_inbox import Inbox
from connectors.http import Http
from connectors.json_values import mapping, one_line, web_address

USE_CASES = frozenset({"pages", "messenger"})
NAMELESS = "Facebook 이용자"
_FACTS = "id,name,username,link,category"

WHICH_PAGE = (
    "이 토큰으로 관리하는 페이지가 여럿이거나 없습니다. 주소 칸에 페이지 주소를 적어 주세요. / "
    "This token has several Pages or none; please type the address of the Page that is meant."
)


@dataclass(frozen=True, slots=True)
class Page:
    id: str
    name: str
    handle: str
    url: str
    graph: Graph

    @property
    def inbox(self) -> Inbox:
        return Inbox(f"/{self.id}", "MESSENGER", (self.id,), NAMELESS)


class Pages:
    """The channel's Page, asked for once."""

    def __init__(self, config: ChannelConfig, http: Http) -> None:
        self._graph = Graph(http, base_of(config, HOME, OWN_HOSTS, VERSION), config, use_cases=USE_CASES)
        self._wanted = _wanted(config)
        self._page: Page | None = None
        self.claimed: dict[str, str] = {}
        """Our posts of this run → the key of the action that made them, so that the same words to two
        people are not taken for one answer."""

    async def page(self, *, fresh: bool = False) -> Page:
        if self._page is None or fresh:
            self._page = await self._ask()
        return self._page

    async def _ask(self) -> Page:
        me = mapping(await self._graph.demand("GET", "/me", {"fields": "id,name"}))
        number = identifier(me.get("id"))
        # A person has no category: asking for it is how the two are told apart.
        answer = await self._graph.call("GET", f"/{number}", {"fields": _FACTS})
        if answer.fault is None and mapping(answer.value).get("category") is not None:
            return _page(mapping(answer.value), self._graph)
        pages = await self._graph.call(
            "GET", "/me/accounts", {"fields": "id,name,username,link,access_token,tasks", "limit": 100}
        )
        if pages.fault is not None:
            if answer.fault is None:
                return _page(mapping(answer.value), self._graph)  # a Page that does not say its category
            raise pages.fault.refusal()
        listed = mapping(pages.value).get("data")
        found = [mapping(item) for item in (listed if isinstance(listed, list) else [])]
        if not found and answer.fault is None:
            return _page(mapping(answer.value), self._graph)
        chosen = [item for item in found if self._meant(item)] if self._wanted else found
        nameless = len(found) == 1 and not found[0].get("username") and not self._wanted.isdigit()
        if not chosen and nameless:
            chosen = found  # the only one, and it does not say by what name it goes
        token = chosen[0].get("access_token") if len(chosen) == 1 else None
        if not isinstance(token, str) or not token:
            raise Refused(WHICH_PAGE, "which-page")
        return _page(chosen[0], self._graph.with_token(token))

    def _meant(self, item: Any) -> bool:
        names = (identifier(item.get("id")), one_line(item.get("username")), one_line(item.get("name")))
        return self._wanted.casefold() in [name.casefold() for name in names if name]


def _page(item: Any, graph: Graph) -> Page:
    number = identifier(item.get("id"))
    if not number:
        raise Refused(WHICH_PAGE, "which-page")
    username = one_line(item.get("username"))
    url = web_address(item.get("link")) or f"https://www.facebook.com/{username or number}"
    return Page(number, one_line(item.get("name")) or number, f"@{username}" if username else "", url, graph)


def _wanted(config: ChannelConfig) -> str:
    """The Page's name or number from the channel's handle, or from its address at Facebook."""
    return _name_in(config.handle) or _name_in(config.url)


def _name_in(text: str) -> str:
    """ "hanbit" of "@hanbit", "hanbit" or an address at Facebook; "" of any other address."""
    text = text.strip().removeprefix("@")
    if "/" not in text:
        return text
    parts = urlsplit(text if "://" in text else f"https://{text}")
    if not is_own(parts.hostname or "", OWN_HOSTS):
        return ""
    last = parts.path.strip("/").split("/")[-1]
    return parse_qs(parts.query).get("id", [""])[0] if last == "profile.php" else last
