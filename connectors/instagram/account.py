"""Whose account a token speaks for, by one of Instagram's two ways in (instagram.md section 0): its own
login, or the token of the Facebook Page that it is linked with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from connectors.base import ChannelConfig, Refused
from connectors.graph import VERSION, Answer, Graph, base_of, identifier, read_page
from connectors.graph_inbox import Inbox
from connectors.http import Http
from connectors.instagram import FACEBOOK_HOME, HOME, OWN_HOSTS
from connectors.instagram.renewing import USE_CASES, is_facebook
from connectors.json_values import mapping, one_line

NAMELESS = "Instagram 이용자"
_LINKED = "id,name,instagram_business_account{id,username}"

NO_ACCOUNT = (
    "이 토큰에 연결된 인스타그램 프로페셔널 계정을 찾을 수 없습니다. / "
    "No professional Instagram account belongs to this token."
)


@dataclass(frozen=True, slots=True)
class Account:
    id: str
    username: str
    name: str
    own: tuple[str, ...]  # our ids and our user name
    graph: Graph
    inbox: Inbox

    @property
    def url(self) -> str:
        return f"https://www.instagram.com/{self.username}/" if self.username else ""


class Accounts:
    """The channel's account, asked for once."""

    def __init__(self, config: ChannelConfig, http: Http) -> None:
        secret = config.secret or {}
        token = secret.get("access_token") or secret.get("app_password", "")
        wish = str(config.options.get("sign_in") or "")
        self._by_page = wish == "facebook" or (wish != "instagram" and is_facebook(token))
        home = FACEBOOK_HOME if self._by_page else HOME
        self._graph = Graph(http, base_of(config, home, OWN_HOSTS, VERSION), config, use_cases=USE_CASES)
        self._wanted = _wanted(config)
        self._account: Account | None = None
        self.claimed: dict[str, str] = {}
        """Our posts of this run → the key of the action that made them."""

    async def account(self, *, fresh: bool = False) -> Account:
        if self._account is None or fresh:
            self._account = await (self._of_page() if self._by_page else self._of_login())
        return self._account

    async def _of_login(self) -> Account:
        answer = await self._graph.call("GET", "/me", {"fields": "id,user_id,username,name"})
        if answer.fault is not None and answer.fault.code == 100:
            # A Page after all, or a server that calls the account's number "id".
            linked = await self._graph.call("GET", "/me", {"fields": _LINKED})
            if linked.fault is None and mapping(linked.value).get("instagram_business_account"):
                return self._linked(mapping(linked.value), self._graph)
            answer = await self._graph.call("GET", "/me", {"fields": "id,username,name"})
        if answer.fault is not None:
            raise answer.fault.refusal()
        me = mapping(answer.value)
        if not me.get("user_id") and not me.get("username"):
            # Neither is missing for an account: perhaps a Page, of a server that leaves unknown fields out.
            linked = await self._graph.call("GET", "/me", {"fields": _LINKED})
            if linked.fault is None and mapping(linked.value).get("instagram_business_account"):
                return self._linked(mapping(linked.value), self._graph)
        number = identifier(me.get("user_id")) or identifier(me.get("id"))
        if not number:
            raise Refused(NO_ACCOUNT, "no-account")
        own = (number, identifier(me.get("id")))
        return self._made(number, me, own, self._graph, "/me", "instagram")

    async def _of_page(self) -> Account:
        answer: Answer = await self._graph.call("GET", "/me", {"fields": _LINKED})
        if answer.fault is None and mapping(answer.value).get("instagram_business_account"):
            return self._linked(mapping(answer.value), self._graph)
        if answer.fault is not None and answer.fault.code != 100:
            raise answer.fault.refusal()
        # A person or a system user: the Page is looked for among theirs.
        ask = {"fields": f"{_LINKED},access_token", "limit": 100}
        listed = await self._graph.call("GET", "/me/accounts", ask)
        if listed.fault is not None and listed.fault.code == 100:
            raise Refused(NO_ACCOUNT, "no-account")  # a Page that no account is linked with
        if listed.fault is not None:
            raise listed.fault.refusal()
        pages = [mapping(item) for item in read_page(listed.value).items]
        chosen = [page for page in pages if self._meant(mapping(page.get("instagram_business_account")))]
        token = chosen[0].get("access_token") if len(chosen) == 1 else None
        if not isinstance(token, str) or not token:
            raise Refused(NO_ACCOUNT, "no-account")
        return self._linked(chosen[0], self._graph.with_token(token))

    def _meant(self, account: Mapping[str, Any]) -> bool:
        number, name = identifier(account.get("id")), one_line(account.get("username"))
        return bool(number) and (not self._wanted or self._wanted.casefold() in (number, name.casefold()))

    def _linked(self, page: Mapping[str, Any], graph: Graph) -> Account:
        account = mapping(page.get("instagram_business_account"))
        number, page_id = identifier(account.get("id")), identifier(page.get("id"))
        if not number or not page_id:
            raise Refused(NO_ACCOUNT, "no-account")
        known = {"name": page.get("name"), **account}
        return self._made(number, known, (number, page_id), graph, f"/{page_id}", "INSTAGRAM")

    def _made(
        self,
        number: str,
        facts: Mapping[str, Any],
        own: tuple[str, ...],
        graph: Graph,
        inbox_path: str,
        platform: str,
    ) -> Account:
        username = one_line(facts.get("username"))
        own = tuple(name for name in dict.fromkeys([*own, username]) if name)
        inbox = Inbox(inbox_path, platform, own, NAMELESS, typed=False)
        return Account(number, username, one_line(facts.get("name")) or username or number, own, graph, inbox)


def _wanted(config: ChannelConfig) -> str:
    text = (config.handle or config.url).strip().removeprefix("@")
    if "/" not in text:
        return text
    parts = urlsplit(text if "://" in text else f"https://{text}")
    return parts.path.strip("/").split("/")[0] if (parts.hostname or "").endswith("instagram.com") else ""
