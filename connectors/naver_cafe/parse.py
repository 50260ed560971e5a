"""Articles of cafes as the feed and the search give them, and the bytes of a new one. Pure."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote_plus

from connectors.base import Author, Malformed, Post, clean_text
from connectors.naver.links import cafe_article, link_id, web_address
from connectors.naver.search import words_in

LONGEST_TITLE = 60
"""Characters of the question that go into the title of its answer."""

ANSWER = "[답변]"
ORIGINAL = "질문:"
"""Begins the line with the link in an answer of ours; so it is known again when it is found."""

FORM = "application/x-www-form-urlencoded"

_LINK = re.compile(rf"{re.escape(ORIGINAL)} (https?://[^\s<>]{{1,500}})")

REASONS: Mapping[str, str] = {
    "0005": "카페 회원만 글을 쓸 수 있습니다. / Only members of the cafe can write.",
    "AP001": "카페 번호나 게시판 번호가 맞지 않습니다. / The number of the cafe or of the board is wrong.",
    "AP002": "글쓰기가 제한된 게시판입니다. / Writing on this board is restricted.",
    "AP003": "이 아이디의 회원 등급으로는 쓸 수 없는 게시판입니다. / "
    "The id's grade in the cafe is too low for this board.",
    "AP004": "글을 쓸 수 없는 게시판입니다. / Nobody can write on this board.",
    "AP005": "글이 스팸함으로 옮겨졌습니다. 카페에서 확인해 주세요. / "
    "The article was moved to the spam box; please look there.",
    "AP006": "카페가 없습니다. 카페 번호를 확인해 주세요. / There is no such cafe.",
    "AP007": "이 아이디는 카페 활동이 정지되었습니다. / The id is suspended in this cafe.",
    "AP008": "네이버 아이디 이용이 제한되었습니다. / The Naver id is restricted.",
    "999": "카페가 글을 받지 않았습니다. / The cafe did not take the article.",
}
"""naver_cafe.md section 4."""


# --- in -------------------------------------------------------------------------------------------------


def feed_post(cafe: str, post: Post, clubs: dict[str, str]) -> Post:
    """An entry of the cafe's feed (naver_cafe.md section 6)."""
    named = cafe_article(post.url, clubs) or cafe_article(post.remote_id, clubs)
    name = post.author.name
    author = post.author._replace(remote_id=f"{cafe}/{name}" if name else "")
    question = answered(post.text, clubs)
    post = post._replace(author=author, context=post.context or cafe, own=bool(question), parent_id=question)
    return post if named is None else post._replace(remote_id="/".join(named))


def search_post(item: Mapping[str, Any], clubs: dict[str, str]) -> Post:
    """An entry of a search: it has neither author nor date (section 2). Raises Malformed."""
    title, text = words_in(item, "title"), words_in(item, "description")
    link = item.get("link")
    if not isinstance(link, str) or not (address := web_address(clean_text(link))):
        raise Malformed("an entry without an address")
    whole = "\n\n".join(filter(None, [title, text]))
    if not whole:
        raise Malformed("an entry without text")
    named = cafe_article(address, clubs)
    remote_id = "/".join(named) if named else link_id(address, f"{item.get('cafeurl')}\n{title}")
    question = answered(whole, clubs)
    return Post(
        remote_id=remote_id,
        text=whole,
        author=Author("", ""),
        url=address,
        parent_id=question,
        context=words_in(item, "cafename"),
        own=bool(question),
    )


def answered(text: str, clubs: dict[str, str]) -> str:
    """The id of the article that this one answers, where it is an answer that was posted from here: its title
    and the line with the link say so."""
    found = _LINK.search(text) if text.startswith(ANSWER) else None
    if found is None:
        return ""
    named = cafe_article(found[1], clubs)
    return "/".join(named) if named else link_id(found[1], "")


# --- out ------------------------------------------------------------------------------------------------


def title_for(question: str) -> str:
    """The title of an answer, made from the first line of the question."""
    lines = clean_text(question).strip().splitlines()
    words = " ".join((lines[0] if lines else "").split())
    while words.startswith(ANSWER):
        words = words.removeprefix(ANSWER).lstrip()
    if len(words) > LONGEST_TITLE:
        words = words[: LONGEST_TITLE - 1].rstrip() + "…"
    return f"{ANSWER} {words or '문의하신 내용'}"


def content_for(text: str, link: str) -> str:
    """The article: the link to the question first, so that excerpts show it, then the answer."""
    return f"{ORIGINAL} {link}\n\n{clean_text(text).strip()}"


def as_html(text: str) -> str:
    """What was typed is escaped; lines become ``<br>``."""
    return "<br>".join(html.escape(line, quote=True) for line in text.splitlines())


def form_of(fields: Mapping[str, str], texts: Mapping[str, str], *, twice: bool) -> bytes:
    """The body of the request by hand. Naver's own sample encodes texts as UTF-8 and their percent signs
    once more (section 4, "encoding trap")."""
    pairs = [f"{name}={value}" for name, value in fields.items()]
    for name, value in texts.items():
        once = quote_plus(value, errors="replace")
        pairs.append(f"{name}={quote_plus(once) if twice else once}")
    return "&".join(pairs).encode("ascii")


def written(value: Any) -> tuple[str, str]:
    """(cafe/number, address) of an article that was accepted; ("", "") where the answer does not name it."""
    result = _message(value).get("result")
    result = result if isinstance(result, dict) else {}
    number, cafe, address = result.get("articleId"), result.get("cafeUrl"), result.get("articleUrl")
    address = web_address(clean_text(address)) if isinstance(address, str) else ""
    named = cafe_article(address) if address else None
    if named is None and isinstance(cafe, str) and isinstance(number, int | str):
        named = cafe_article(f"https://cafe.naver.com/{cafe}/{number}")
    if named is None:
        return "", ""
    return "/".join(named), address or f"https://cafe.naver.com/{named[0]}/{named[1]}"


def refused(value: Any) -> tuple[str, str]:
    """(code, sentence) where a cafe says no; ("", "") where it does not."""
    error = _message(value).get("error")
    if not isinstance(error, dict):
        return "", ""
    code = clean_text(str(error.get("code") or "")).strip()[:20] or "999"
    words = error.get("msg")
    words = " ".join(clean_text(words).split())[:300] if isinstance(words, str) else ""
    return code, (words if code == "999" else REASONS.get(code) or words) or REASONS["999"]


def _message(value: Any) -> dict[str, Any]:
    found = value.get("message") if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}
