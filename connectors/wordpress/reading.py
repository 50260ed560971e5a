"""Reads a site's comments piece by piece: pages of the list, titles of what they are on, and who we are
there.

Knows nothing of cursors; ``client.py`` decides what is read when.
"""

from __future__ import annotations

import dataclasses
import time
from dataclasses import dataclass
from typing import Any

from connectors.base import Activity, ConnectorError, Post, RateLimited, Refused
from connectors.json_values import moment_ms, web_address
from connectors.wordpress import parse
from connectors.wordpress.api import Api
from connectors.wordpress.parse import Comment

PAGE = 100
"""The most comments WordPress gives at once."""

TITLES_AT_ONCE = 50
IDENTITY_LASTS_S = 600.0
"""A password that was taken back shows only where it is needed, so it is asked about this often."""

TITLE_LASTS_S = 3600.0
TITLE_RETRY_S = 60.0


@dataclass(frozen=True, slots=True)
class Page:
    comments: list[Comment]
    broken: int  # comments of this page that could not be read
    full: bool  # there may be further ones
    total: int  # of the whole list; -1: not said


class Reading:
    def __init__(self, api: Api) -> None:
        self.api = api
        self._user: parse.User | None = None
        self._user_until = 0.0
        self._titles: dict[tuple[str, int], tuple[str, float]] = {}

    async def user(self, *, fresh: bool = False) -> parse.User | None:
        """Whom the site takes us for; None where the channel has no sign-in. AuthExpired: the password no
        longer counts, which public calls do not say (they answer as to a stranger)."""
        if not self.api.signed_in:
            return None
        if fresh or self._user is None or time.monotonic() > self._user_until:
            answer = await self.api.demand("GET", "/wp/v2/users/me", {"context": "edit"})
            self._user = parse.user(answer.value)
            self._user_until = time.monotonic() + IDENTITY_LASTS_S
        return self._user

    def forget_user(self) -> None:
        self._user = None

    async def view(self) -> dict[str, Any]:
        """The parameters that say how much we may see. A moderator always asks for ``context=edit``: then a
        lost sign-in becomes an error instead of a shorter list."""
        user = await self.user()
        if user is not None and user.moderates:
            return {"context": "edit", "status": "any"}
        return {"context": "view"}

    async def page(self, offset: int, **query: Any) -> Page:
        """A page of comments, the newest id first, after skipping ``offset`` of them."""
        user = await self.user()
        fields = {
            **await self.view(),
            "orderby": "id",
            "order": "desc",
            "per_page": PAGE,
            "offset": offset,
            "_fields": parse.COMMENT_FIELDS,
            **query,
        }
        try:
            answer = await self.api.demand("GET", "/wp/v2/comments", fields)
        except Refused:
            self.forget_user()  # the next round sees as much as the user may see by now
            raise
        found, broken = parse.comments(answer.value, user.id if user else 0)
        total = answer.total()
        # WordPress leaves out of a page what stands below a private post, and counts it all the same.
        full = len(found) + broken >= PAGE or offset + PAGE < total
        return Page(found, broken, full, total)

    async def one(self, comment_id: str) -> Comment | None:
        """One comment; None where it is gone or no longer shown to us."""
        user = await self.user()
        view = await self.view()
        view.pop("status", None)
        answer = await self.api.call(
            "GET", f"/wp/v2/comments/{int(comment_id)}", {**view, "_fields": parse.COMMENT_FIELDS}
        )
        if answer.status in (404, 410) or (answer.code == "rest_cannot_read" and not self._moderates()):
            return None
        if not answer.ok:
            raise self.api.refusal(answer, reading=True)
        return parse.comment(answer.value, user.id if user else 0)

    def _moderates(self) -> bool:
        return self._user is not None and self._user.moderates

    async def activity(self, handle: str, url: str, **query: Any) -> Activity:
        """The newest published post and how many there are (wordpress.md section 5)."""
        fields = {"per_page": 1, "_fields": "id,date_gmt", **query}
        answer = await self.api.demand("GET", "/wp/v2/posts", fields)
        newest = answer.value[0] if isinstance(answer.value, list) and answer.value else {}
        moment = moment_ms(newest.get("date_gmt")) if isinstance(newest, dict) else None
        total = answer.total()
        return Activity(handle, last_post_ms=moment, posts=None if total < 0 else total, name=handle, url=url)

    async def activity_of(self, handle: str) -> Activity:
        """One writer of the site by name in addresses ("slug"). WordPress names only those who have published
        something, so one without posts is missing as well."""
        fields = {"slug": handle.strip().lstrip("@"), "_fields": "id,name,link"}
        answer = await self.api.demand("GET", "/wp/v2/users", fields)
        found = answer.value[0] if isinstance(answer.value, list) and answer.value else {}
        number = parse.whole(found.get("id")) if isinstance(found, dict) else 0
        if not number:
            return Activity(handle, "missing")
        seen = await self.activity(handle, web_address(found.get("link")), author=number)
        return dataclasses.replace(seen, name=parse.one_line(found.get("name")) or handle)

    async def with_titles(self, found: list[Comment]) -> tuple[Post, ...]:
        """The posts of these comments with the title of what each is on. A title that cannot be had is left
        out: it must not keep a comment away."""
        now = time.monotonic()
        wanted: dict[str, set[int]] = {}
        for comment in found:
            known = self._titles.get(comment.on)
            if comment.on[1] and (known is None or known[1] < now):
                wanted.setdefault(comment.on[0], set()).add(comment.on[1])
        for kind, ids in wanted.items():
            await self._learn_titles(kind, sorted(ids))
        return tuple(
            comment.post._replace(context=self._titles.get(comment.on, ("", 0.0))[0]) for comment in found
        )

    async def _learn_titles(self, kind: str, ids: list[int]) -> None:
        for start in range(0, len(ids), TITLES_AT_ONCE):
            part = ids[start : start + TITLES_AT_ONCE]
            try:
                answer = await self.api.call(
                    "GET",
                    f"/wp/v2/{kind}",
                    {"include": ",".join(map(str, part)), "per_page": len(part), "_fields": "id,title"},
                )
                found = parse.titles(answer.value) if answer.ok else {}
            except RateLimited:
                raise
            except ConnectorError:
                found = {}
            for number in part:
                lasts_s = TITLE_LASTS_S if number in found else TITLE_RETRY_S
                self._titles[(kind, number)] = (found.get(number, ""), time.monotonic() + lasts_s)
