"""What ``fake_naver`` is made of: an article, how the search cuts it, and the feeds."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

KST = timezone(timedelta(hours=9))
LONGEST_EXCERPT = 300


@dataclass
class Article:
    number: str
    title: str
    content: str  # HTML
    author: str
    url: str
    when: float
    blog: str = ""
    own: bool = False
    public: bool = False
    gone: bool = False

    @property
    def text(self) -> str:
        """As a person reads it."""
        return html.unescape(re.sub(r"<br\s*/?>", "\n", self.content))


def in_korea(when: float) -> datetime:
    return datetime.fromtimestamp(int(when), KST)


def excerpt(content: str) -> str:
    """The beginning of a text without its tags, escaped, as the search gives it."""
    plain = html.unescape(re.sub("<[^>]*>", " ", content))
    plain = plain if len(plain) <= LONGEST_EXCERPT else plain[:LONGEST_EXCERPT] + "..."
    return html.escape(plain, quote=True)


def marked(escaped: str, word: str) -> str:
    """What was searched for stands in <b>."""
    return escaped.replace(html.escape(word), f"<b>{html.escape(word)}</b>") if word else escaped


def feed(title: str, link: str, articles: Sequence[Article], charset: str) -> bytes:
    """RSS 2.0 with everything in CDATA; titles are escaped once more within it."""
    items = []
    for one in articles:
        url = f"{one.url}?fromRss=true&trackingCode=rss" if one.blog else one.url
        items.append(
            f"<item><author>{html.escape(one.blog or one.author)}</author>"
            f"<category><![CDATA[시정\xa0소식]]></category><title><![CDATA[{html.escape(one.title)}]]></title>"
            f"<link><![CDATA[{url}]]></link><guid>{one.url}</guid>"
            f"<description><![CDATA[{_cut(one.content)}]]></description>"
            f"<pubDate>{format_datetime(in_korea(one.when))}</pubDate><tag><![CDATA[제설,겨울]]></tag></item>"
        )
    text = (
        f'<?xml version="1.0" encoding="{charset}"?><rss version="2.0"><channel>'
        f"<title><![CDATA[{title}]]></title><link>{link}</link>{''.join(items)}</channel></rss>"
    )
    return text.encode(charset, "xmlcharrefreplace")


def _cut(content: str) -> str:
    return content if len(content) <= 2000 else content[:2000] + "..."
