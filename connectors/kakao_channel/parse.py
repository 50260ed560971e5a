"""What the relay stores, as posts. Pure (kakao_channel.md section 4)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, unquote

from connectors.base import (
    LONGEST_REMOTE_ID,
    Author,
    ConnectorError,
    Malformed,
    Media,
    Post,
    clean_id,
    clean_text,
)

PAGE = 200
MOST_ATTACHMENTS = 20
LARGEST_SEQ = 2**62

_DELIVERED = frozenset(
    {"delivered", "sent", "success", "done", "ok", "complete", "completed", "finished", "read", "all success"}
)
_FAILED = frozenset(
    {
        *("fail", "failed", "failure", "rejected", "refused", "error", "undeliverable", "undelivered"),
        *("blocked", "expired", "cancelled", "canceled", "all fail"),
    }
)


@dataclass(frozen=True, slots=True)
class Page:
    posts: tuple[Post, ...]
    after: int  # what to ask for next
    broken: int
    entries: int
    held: int = 0  # the first message that could not be read: the relay must not forget it


def page(value: Any, after: int) -> Page:
    """One answer to "what came after". Entries that were read before are left out, in whatever order they
    come; one that cannot be read is counted. Raises Malformed."""
    items = value.get("items") if isinstance(value, dict) else None
    if not isinstance(items, list):
        raise Malformed("an answer without items", "unreadable")
    posts: dict[str, Post] = {}
    broken = held = 0
    furthest = after
    counted = False
    for item in items:
        seq = number(item.get("seq")) if isinstance(item, dict) else None
        if seq is not None and seq <= after:
            continue
        furthest = max(furthest, seq or 0)
        counted = counted or seq is not None
        try:
            post = message(item)
        except ConnectorError:
            broken += 1
            held = min(held or LARGEST_SEQ, seq or after + 1)
        else:
            posts[post.remote_id] = post
    following = number(value.get("next")) or 0
    if broken or (items and not counted):
        furthest = max(furthest, following)  # or entries without a number would be read again for ever
    if not items and 0 < following < after:
        furthest = 0  # the relay was set up anew and counts from the beginning
    return Page(tuple(posts.values()), furthest, broken, len(items), held)


def message(item: Any) -> Post:
    """One message of a citizen. Kakao tells neither name nor number, only a key for each person and channel.
    Raises Malformed."""
    if not isinstance(item, dict):
        raise Malformed("not a message")
    seq = number(item.get("seq"))
    external = _text(item, "external_id") or ("" if seq is None else f"seq-{seq}")
    thread = _text(item, "thread_id")
    text = item.get("text")
    if text is not None and not isinstance(text, str):
        raise Malformed("the text is no text")
    media = attachments(item.get("attachments"))
    words = clean_text(text or "").strip() or (media[0].url if media else "")
    if not external or not thread or not words:
        raise Malformed("a message without id, thread or text")
    key = _text(item, "author_key") or thread
    return Post(
        remote_id=message_id(thread, external),
        text=words,
        author=Author(clean_id(key), f"카카오톡 {clean_text(key)[-4:]}"),
        created_ms=moment_ms(item.get("received_at")),
        private=True,
        media=media,
    )


def message_id(thread: str, external: str) -> str:
    """The id of a message names its chat too, so that it can be answered."""
    return clean_id(f"{quote(thread, safe='')}/{quote(external, safe='')}")


def thread_of(remote_id: str) -> str:
    """The chat of a message; "" where the id does not say."""
    thread, slash, _ = remote_id.partition("/")
    return unquote(thread) if slash and len(remote_id) <= LONGEST_REMOTE_ID else ""


def attachments(value: Any) -> tuple[Media, ...]:
    found: list[Media] = []
    for one in value if isinstance(value, list) else []:
        known: Mapping[str, Any] = (
            {"url": one} if isinstance(one, str) else one if isinstance(one, dict) else {}
        )
        url = known.get("url")
        if not isinstance(url, str) or not url.lower().startswith(("http://", "https://")):
            continue
        kind, alt = known.get("type") or known.get("kind"), known.get("alt") or known.get("name")
        kind = kind.lower().partition("/")[0] if isinstance(kind, str) else _kind_by(url)
        found.append(
            Media(
                kind if kind in ("image", "video", "audio") else "file",
                clean_text(url),
                clean_text(alt)[:1000] if isinstance(alt, str) else "",
            )
        )
    return tuple(found[:MOST_ATTACHMENTS])


def _kind_by(url: str) -> str:
    ending = url.partition("?")[0].rpartition(".")[2].lower()
    return "image" if ending in ("jpg", "jpeg", "png", "gif", "webp") else "file"


def moment_ms(value: Any) -> int | None:
    """RFC 3339, where a time without a zone is UTC; or seconds or milliseconds since 1970."""
    since = number(value)
    if since is not None:
        return (since if since > 10**11 else since * 1000) or None
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value.strip())
        found = round((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)
    except (ValueError, OverflowError):
        return None
    return found if found > 0 else None


def number(value: Any) -> int | None:
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 19:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < LARGEST_SEQ:
        return None
    return value


# --- replies --------------------------------------------------------------------------------------------


def task_of(value: Any) -> str:
    """The relay's number of a reply. Raises Malformed."""
    task = value.get("task_id") if isinstance(value, dict) else None
    if isinstance(task, int) and not isinstance(task, bool):
        task = str(task)
    if not isinstance(task, str) or not task.strip():
        raise Malformed("an answer without a task", "outcome")
    return clean_text(task).strip()[:200]


def told_at_once(value: Any) -> bool:
    """Whether the answer to a reply already says what became of it. Kakao's own SUCCESS means accepted only
    (section 2)."""
    status = value.get("status") if isinstance(value, dict) else None
    delivered = isinstance(status, str) and status.strip().lower() == "delivered"
    return delivered or outcome(value)[0] is False


def error_of(body: bytes) -> tuple[int, str]:
    """(Kakao's code, its words) where a relay hands on a refusal of Kakao's own (section 6)."""
    try:
        value = json.loads(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return 0, ""
    code, words = (value.get("code"), value.get("msg")) if isinstance(value, dict) else (0, "")
    known = code if isinstance(code, int) and not isinstance(code, bool) else 0
    return known, " ".join(clean_text(words).split())[:300] if isinstance(words, str) else ""


def outcome(value: Any) -> tuple[bool | None, str]:
    """(delivered, failed or not yet known, why it failed)."""
    status = value.get("status") if isinstance(value, dict) else None
    status = status.strip().lower().replace("_", " ") if isinstance(status, str) else ""
    if status in _DELIVERED:
        return True, ""
    if status not in _FAILED:
        return None, ""
    for name in ("reason", "message", "error"):
        if isinstance(value.get(name), str) and value[name].strip():
            return False, " ".join(clean_text(value[name]).split())[:300]
    return False, ""


def _text(item: Mapping[str, Any], name: str) -> str:
    value = item.get(name)
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise Malformed(f"{name} is no text")
    return clean_text(value).strip()
