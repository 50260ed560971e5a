"""Posts of blogs as the feed and the search give them. Pure (naver_blog.md sections 2 and 3)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from connectors.base import Author, Malformed, Post, clean_id, clean_text
from connectors.naver.links import blog_name, blog_post, link_id, web_address
from connectors.naver.search import words_in

_KST = timedelta(hours=9)
_DAY = re.compile(r"[0-9]{8}")


def names_of(text: str) -> list[str]:
    """The blogs that a person means, from names and addresses between commas or blanks."""
    found = (blog_name(one) for one in re.split(r"[,;\s]+", text))
    return list(dict.fromkeys(one for one in found if one))


def feed_post(blog: str, post: Post) -> Post:
    """An entry of the city's own blog. Its address carries where it was found; without that it is the same
    for everybody."""
    named = blog_post(post.url) or blog_post(post.remote_id)
    author = Author(blog, post.author.name or blog, blog, f"https://blog.naver.com/{blog}")
    if named is None:
        return post._replace(author=author, own=True)
    name, number = named
    return post._replace(
        remote_id=f"{name}/{number}",
        url=f"https://blog.naver.com/{name}/{number}",
        author=author,
        own=True,
    )


def search_post(item: Mapping[str, Any], own_blogs: Collection[str], now_ms: int) -> Post | None:
    """An entry of a search; None for the city's own posts, which its feed tells more of. Raises Malformed."""
    title, text = words_in(item, "title"), words_in(item, "description")
    link = item.get("link")
    if not isinstance(link, str) or not (address := web_address(clean_text(link))):
        raise Malformed("an entry without an address")
    whole = "\n\n".join(filter(None, [title, text]))
    if not whole:
        raise Malformed("an entry without text")
    named = blog_post(address)
    if named is not None:
        if named[0] in own_blogs:
            return None
        number = f"{named[0]}/{named[1]}"
        address = f"https://blog.naver.com/{number}"
    else:
        number = link_id(address, f"{item.get('bloggerlink')}\n{whole}")
    return Post(
        remote_id=number,
        text=whole,
        author=_author(item, named[0] if named else ""),
        created_ms=day_ms(item.get("postdate"), now_ms),
        url=address,
    )


def _author(item: Mapping[str, Any], blog: str) -> Author:
    home = item.get("bloggerlink")
    home = web_address(clean_text(home)) if isinstance(home, str) else ""
    handle = blog or blog_name(home)
    # Everybody else is known by the address of the blog.
    remote_id = handle or clean_id(home.partition("://")[2].rstrip("/").lower())
    if handle:
        home = f"https://blog.naver.com/{handle}"
    return Author(remote_id, words_in(item, "bloggername") or handle, handle, home)


def day_ms(value: Any, now_ms: int) -> int | None:
    """The beginning of a day in Korea, which is all that the search says of when something was written.

    None for today: the moment at which it was found is nearer to the truth than midnight.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not _DAY.fullmatch(value.strip()):
        return None
    try:
        day = datetime.strptime(value.strip(), "%Y%m%d").replace(tzinfo=UTC) - _KST
    except (ValueError, OverflowError):
        return None
    found = int(day.timestamp() * 1000)
    return found if 0 < found <= now_ms - 24 * 3_600_000 else None
