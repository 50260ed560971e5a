"""WordPress as the conformance suite sees it: a real one, with a proxy in front of it for what goes wrong."""

from __future__ import annotations

import hashlib
import html
from collections.abc import Sequence
from functools import cache
from typing import Any

from connectors.base import ChannelConfig
from tests.conformance.stand import Facts, Fault, OnServer
from tests.servers.fixtures import running_wordpress
from tests.servers.wordpress import User, WordPressServer
from tests.servers.wordpress_proxy import WordPressProxy

NONE_HERE = (Fault.TOKEN_EXPIRED, Fault.QUOTA_USED_UP, Fault.BUDGET_SPENT)
_STATES = {"approved": "published", "hold": "held", "spam": "spam", "trash": "hidden"}

FACTS = Facts(
    network="wordpress",
    server="real: WordPress 6.1 with PHP 8.2 and MariaDB 10.11 from Debian 12",
    absent={
        "pictures_arrive_with_their_description": "Comments of WordPress have no pictures of their own.",
        "private_posts_are_marked": "WordPress has no private messages.",
        "a_private_post_is_answered_in_private": "WordPress has no private messages.",
        "an_ended_token_is_renewed_once": "Application passwords do not end.",
        "a_spent_budget_is_not_overdrawn": "WordPress does not say how often it may be asked.",
        "a_used_up_quota_is_respected": "WordPress has no budget for a day.",
    },
    page=100,
    longest_text=20_000,
)


@cache
def notice() -> int:
    """The page of the city that everybody comments on."""
    return running_wordpress().new_post("상수도 공사 안내")


class WordPressStand:
    facts = FACTS

    def __init__(self, server: WordPressServer) -> None:
        self.server = server
        self.page = notice()
        server.sql("delete from wp.wp_comments")
        self.proxy = WordPressProxy(server.port)
        self._kind: Fault | None = None

    async def aclose(self) -> None:
        self.proxy.stop()

    def config(self) -> ChannelConfig:
        user = self.server.editor
        return ChannelConfig(url=self.proxy.url, secret={"login": user.login, "password": user.password})

    # --- citizens, and the city in another program --------------------------------------------------------

    async def write(self, text: str, *, parent: str = "", author: str = "시민", private: bool = False) -> str:
        if private:
            raise NotImplementedError
        mail = f"{hashlib.sha256(author.encode()).hexdigest()[:8]}@mail.example"
        return str(self.server.comment(self.page, text, author, mail, int(parent or 0)))

    async def write_many(self, texts: Sequence[str]) -> list[str]:
        return self._insert(texts, "date_add(utc_timestamp(), interval {n} microsecond)")

    async def write_together(self, texts: Sequence[str]) -> list[str]:
        return self._insert(texts, "utc_timestamp()")

    def _insert(self, texts: Sequence[str], now: str) -> list[str]:
        """Straight into the table: nobody can fill in a hundred forms within a second."""
        rows = ",".join(
            f"({self.page}, '시민 {n}', '', '', '127.0.0.1', {now.format(n=n)}, {now.format(n=n)}, '{text}',"
            " 0, '1', '', 'comment', 0, 0)"
            for n, text in enumerate(texts)
        )
        found = self.server.sql(
            "insert into wp.wp_comments (comment_post_ID, comment_author, comment_author_email,"
            " comment_author_url, comment_author_IP, comment_date, comment_date_gmt, comment_content,"
            " comment_karma, comment_approved, comment_agent, comment_type, comment_parent, user_id)"
            f" values {rows}; select last_insert_id();"
        )
        first = int(found.strip())
        return [str(first + n) for n in range(len(texts))]

    async def write_held(self, text: str) -> str:
        self.server.option("comment_moderation", "1")
        try:
            return await self.write(text)
        finally:
            self.server.option("comment_moderation", "0")

    async def edit(self, remote_id: str, text: str) -> None:
        self.server.change(int(remote_id), content=text)

    async def delete(self, remote_id: str) -> None:
        self.server.delete(int(remote_id))

    async def own(self, text: str, *, parent: str) -> str:
        fields = {"post": self.page, "parent": int(parent), "content": text}
        return str(self.server.rest("POST", "/wp/v2/comments", fields, login="editor")["id"])

    async def with_media(self, text: str, alt: str) -> str:
        raise NotImplementedError

    # --- what the server holds ----------------------------------------------------------------------------

    async def holds(self, remote_id: str) -> OnServer | None:
        found = await self._list(f"include={int(remote_id)}")
        return found[0] if found else None

    async def replies(self, parent: str) -> list[OnServer]:
        return await self._list(f"parent={int(parent)}&author={self.server.editor.id}")

    async def _list(self, query: str) -> list[OnServer]:
        found = self.server.rest("GET", f"/wp/v2/comments?context=edit&status=any&per_page=100&{query}")
        return [_shown(comment) for comment in found]

    def requests(self) -> int:
        return self.proxy.requests

    # --- faults -------------------------------------------------------------------------------------------

    def fault(self, kind: Fault) -> None:
        if kind in NONE_HERE:
            raise NotImplementedError(kind)
        self._kind = kind
        if kind is Fault.FORBIDDEN:
            self.server.option("tests_block_rest", "1")
        elif kind is Fault.REVOKED:
            self.server.rest("DELETE", f"/wp/v2/users/{self.server.editor.id}/application-passwords")
        else:
            self.proxy.begin(kind.value)

    def heal(self) -> None:
        kind, self._kind = self._kind, None
        if kind is Fault.FORBIDDEN:
            self.server.option("tests_block_rest", "")
        elif kind is Fault.REVOKED:
            user = self.server.editor
            path = f"/wp/v2/users/{user.id}/application-passwords"
            made = self.server.rest("POST", path, {"name": "tests again"})
            self.server._users["editor"] = User(user.id, user.login, made["password"])
        else:
            self.proxy.end()


def _shown(comment: dict[str, Any]) -> OnServer:
    parent = str(comment["parent"] or "")
    text = html.unescape(comment["content"]["raw"])
    return OnServer(str(comment["id"]), text, parent, _STATES[comment["status"]])


async def open_stand() -> WordPressStand:
    return WordPressStand(running_wordpress())
