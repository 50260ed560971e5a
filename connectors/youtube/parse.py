"""YouTube's JSON to posts. Pure: payload in, values out; knows neither HTTP nor what was fetched before.

Whatever a server sends, these functions either give values or raise ``Malformed``.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote

from connectors.base import Author, Malformed, Media, Post, clean_text
from connectors.json_values import mapping, moment_ms, one_line, string, web_address

STATES = {
    "published": "published",
    "heldForReview": "held",
    "likelySpam": "spam",
    "rejected": "hidden",
}
"""YouTube's moderation status and what the program calls it."""

_ID = re.compile(r"[0-9A-Za-z_.=:~-]{1,300}")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment and what the connector needs to know beyond the post that it becomes."""

    post: Post
    video: str
    mark: str  # changes when the text, its state or its time of edit does

    @property
    def id(self) -> str:
        return self.post.remote_id


@dataclass(frozen=True, slots=True)
class Thread:
    top: Comment
    replies: tuple[Comment, ...]  # some of them: YouTube does not say how many it adds
    reply_count: int
    broken: int = 0  # replies that could not be read

    @property
    def mark(self) -> str:
        return mark_of([self.top.mark, self.reply_count, [[r.id, r.mark] for r in self.replies]])

    @property
    def whole(self) -> bool:
        return self.reply_count <= len(self.replies)


@dataclass(frozen=True, slots=True)
class Page:
    items: tuple[Any, ...]
    next_token: str


@dataclass(frozen=True, slots=True)
class Channel:
    id: str
    title: str
    handle: str
    uploads: str
    subscribers: int | None
    videos: int | None


def page(value: Any) -> Page:
    """One page of any list. Google leaves ``items`` out where there are none."""
    if not isinstance(value, dict) or not ("items" in value or "List" in string(value.get("kind"))):
        raise Malformed("a list of YouTube's was expected", "not-youtube")
    items = value.get("items", [])
    if not isinstance(items, list):
        raise Malformed("a list without items", "not-youtube")
    token = value.get("nextPageToken")
    token = token if isinstance(token, str) and len(token) <= 5000 and token.isprintable() else ""
    return Page(tuple(items), token)


def comment(value: Any, own: str, status: str = "", video: str = "") -> Comment:
    """One comment. ``own``: the id of our channel; ``status``: the list it stands in, where the comment does
    not say so itself; ``video``: the video of its thread."""
    if not isinstance(value, dict) or not isinstance(value.get("snippet"), dict):
        raise Malformed("a comment was expected", "not-youtube")
    number = identifier(value.get("id"))
    said: Mapping[str, Any] = value["snippet"]
    author = said.get("authorChannelId")
    author_id = optional_identifier(author.get("value") if isinstance(author, dict) else author)
    name = one_line(said.get("authorDisplayName"))
    text = string(said.get("textOriginal")) or string(said.get("textDisplay"))
    text = clean_text(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    video = optional_identifier(said.get("videoId")) or video
    state = STATES.get(string(said.get("moderationStatus"))) or STATES.get(status, "published")
    created, updated = moment_ms(said.get("publishedAt")), moment_ms(said.get("updatedAt"))
    picture = web_address(said.get("imageUrl"))
    post = Post(
        remote_id=number,
        text=text,
        author=Author(author_id, name, name if name.startswith("@") else "", author_url(said, author_id)),
        created_ms=created,
        url=comment_url(video, number),
        parent_id=optional_identifier(said.get("parentId")) or top_of(number, itself=False),
        edited_ms=updated if updated and (created is None or updated > created) else None,
        own=bool(own) and author_id == own,
        state=state,
        media=(Media("image", picture),) if picture else (),
    )
    return marked(post, video)


def marked(post: Post, video: str) -> Comment:
    return Comment(post, video, mark_of([post.text, post.state, post.edited_ms, post.author.name]))


def thread(value: Any, own: str, status: str = "") -> Thread:
    if not isinstance(value, dict) or not isinstance(value.get("snippet"), dict):
        raise Malformed("a thread was expected", "not-youtube")
    said: Mapping[str, Any] = value["snippet"]
    video = optional_identifier(said.get("videoId"))
    top = comment(said.get("topLevelComment"), own, status, video)
    top = Comment(top.post._replace(parent_id=""), top.video, top.mark)  # whatever its id looks like
    inner = value.get("replies")
    listed = inner.get("comments") if isinstance(inner, dict) else None
    replies, broken = comments(listed if isinstance(listed, list) else [], own, status, top.video)
    return Thread(top, tuple(replies), whole(said.get("totalReplyCount")) or 0, broken)


def comments(items: Any, own: str, status: str = "", video: str = "") -> tuple[list[Comment], int]:
    """The comments of a list in its order, and how many of them could not be read."""
    found: list[Comment] = []
    broken = 0
    for item in items:
        try:
            found.append(comment(item, own, status, video))
        except Malformed:
            broken += 1
    return found, broken


def threads(items: Any, own: str, status: str = "") -> tuple[list[Thread], int]:
    found: list[Thread] = []
    broken = 0
    for item in items:
        try:
            found.append(thread(item, own, status))
        except Malformed:
            broken += 1
    return found, broken + sum(t.broken for t in found)


def channel(value: Any) -> Channel:
    if not isinstance(value, dict):
        raise Malformed("a channel was expected", "not-youtube")
    snippet, numbers = mapping(value.get("snippet")), mapping(value.get("statistics"))
    lists = mapping(mapping(value.get("contentDetails")).get("relatedPlaylists"))
    hidden = numbers.get("hiddenSubscriberCount") is True
    return Channel(
        id=identifier(value.get("id")),
        title=one_line(snippet.get("title")),
        handle=one_line(snippet.get("customUrl")),
        uploads=optional_identifier(lists.get("uploads")),
        subscribers=None if hidden else whole(numbers.get("subscriberCount")),
        videos=whole(numbers.get("videoCount")),
    )


def channels(items: Any) -> list[Channel]:
    """The channels of a list that can be read."""
    found = []
    for item in items:
        try:
            found.append(channel(item))
        except Malformed:
            continue
    return found


def uploaded_ms(items: Any) -> int | None:
    """When the first film of a list was published."""
    for item in items:
        moment = mapping(mapping(item).get("contentDetails")).get("videoPublishedAt")
        if moment_ms(moment) is not None:
            return moment_ms(moment)
    return None


def video_facts(items: Any) -> dict[str, tuple[str, int | None]]:
    """Title and number of comments of each video."""
    found = {}
    for item in items:
        number = optional_identifier(item.get("id")) if isinstance(item, dict) else ""
        if number:
            title = one_line(mapping(item.get("snippet")).get("title"))
            found[number] = (title, whole(mapping(item.get("statistics")).get("commentCount")))
    return found


# --- names -----------------------------------------------------------------------------------------------


def with_video(one: Comment, video: str) -> Comment:
    """The comment below this video, which only lists of threads say."""
    if one.video or not video:
        return one
    return Comment(one.post._replace(url=comment_url(video, one.id)), video, one.mark)


def video_in(url: Any) -> str:
    """The video that a comment's address leads to."""
    match = re.search(r"[?&]v=([0-9A-Za-z_-]{1,100})(?:&|$)", string(url))
    return match[1] if match else ""


def in_state(one: Comment, state: str) -> Comment:
    """The comment in this state, which a list by ids does not say; its mark is that of a list that does."""
    return marked(one.post._replace(state=state or "published"), one.video)


def named_channel(text: str, *, elsewhere: bool = False) -> tuple[str, str]:
    """(parameter of channels.list, value) for what a person typed: a handle, an id or an address on
    YouTube's site, as browsers write it; ("", "") where it names no channel. ``elsewhere``: at a server that
    is not YouTube's own, whose ids may have another length."""
    text = clean_text(unquote(text.strip()))
    if match := re.search(r"(?:^|/)(UC[0-9A-Za-z_-]{22})(?:$|[/?#])", text):
        return "id", match[1]
    if elsewhere and (match := re.fullmatch(r"(?:.*/channel/)?(UC[0-9A-Za-z_-]{1,100})", text)):
        return "id", match[1]
    if match := re.search(r"(?:^|/)@([^\s/?#@]{1,100})", text):
        return "forHandle", f"@{match[1]}"
    if match := re.search(r"/user/([^\s/?#]{1,100})", text):
        return "forUsername", match[1]
    if match := re.search(r"youtube\.com/c/([^\s/?#]{1,100})", text):
        return "forHandle", f"@{match[1]}"
    if re.fullmatch(r"[\w.·-]{3,100}", text) and not re.search(r"\.(com|be|kr|net|org)$", text):
        return "forHandle", f"@{text}"
    return "", ""


def top_of(number: str, *, itself: bool = True) -> str:
    """The top-level comment of a reply: ids of replies are ``top.suffix`` (youtube.md section 4)."""
    top, dot, _ = number.partition(".")
    return top if dot else (number if itself else "")


def comment_url(video: str, number: str) -> str:
    if not video:
        return ""
    return f"https://www.youtube.com/watch?v={quote(video, safe='')}&lc={quote(number, safe='')}"


def author_url(said: Mapping[str, Any], author_id: str) -> str:
    given = web_address(said.get("authorChannelUrl"))
    return given or (f"https://www.youtube.com/channel/{author_id}" if author_id else "")


# --- small things ----------------------------------------------------------------------------------------


def same_text(one: str, other: str) -> bool:
    """Whether two comments say the same, however their line ends and spaces are written."""
    return " ".join(clean_text(one).split()) == " ".join(clean_text(other).split())


def mark_of(value: Any) -> str:
    packed = json.dumps(value, ensure_ascii=True).encode()
    return hashlib.blake2b(packed, digest_size=5).hexdigest()


def identifier(value: Any) -> str:
    """An id as the opaque string it is; it goes into addresses, so nothing else is let through."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise Malformed("something without a usable id", "not-youtube")
    return value


def optional_identifier(value: Any) -> str:
    return value if isinstance(value, str) and _ID.fullmatch(value) else ""


def whole(value: Any) -> int | None:
    """A number as it is, or in a string as Google writes large ones."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,18}", value):
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**18 else None
