"""A thread as rich text that was written here and nowhere else: citizens' words go in escaped.

Owns the look of the posts in the detail pane. Nothing in it refers to anything that would have to be loaded:
no pictures, no style sheets. It must not know widgets; colours come in as a ``Look``.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.ui import fmt
from desktop.ui.detail.diff import compare
from desktop.ui.detail.links import escape, linked, web_url

translate = QCoreApplication.translate

DEEPEST = 4
"""Steps of indentation; a longer argument goes on at the same depth."""


@dataclass(frozen=True, slots=True)
class Look:
    """Colours and sizes the theme gives, as CSS colours and pixels."""

    text: str
    subtle: str
    muted: str
    link: str
    surface: str
    focus: str  # background of the post that was opened
    own: str  # background of what the city wrote
    border: str
    mark: str  # left edge of the opened post
    added_text: str
    added: str
    removed_text: str
    removed: str
    plain_text: str
    plain: str
    warn_text: str
    warn: str
    body_px: int = 15
    meta_px: int = 13


def chip(text: str, colour: str, background: str, look: Look) -> str:
    return (
        f'<span style="color:{colour};background-color:{background};font-size:{look.meta_px}px">'
        f"&nbsp;{escape(text)}&nbsp;</span>"
    )


def state_words(row: Any) -> list[tuple[str, str]]:
    """What a reader must know of a post besides its text: (word, kind) with kind "own", "warn" or "plain"."""
    words: list[tuple[str, str]] = []
    if row.own:
        words.append((translate("Detail", "서울시 답변"), "own"))
    if row.deleted_ms is not None:
        words.append((translate("Detail", "삭제된 글"), "warn"))
    if row.edited_ms is not None:
        words.append((translate("Detail", "고친 글"), "plain"))
    if row.private:
        words.append((translate("Detail", "비공개"), "warn"))
    state = {
        "held": translate("Detail", "승인 대기"),
        "spam": translate("Detail", "스팸"),
        "hidden": translate("Detail", "숨긴 글"),
    }.get(row.state)
    if state:
        words.append((state, "warn"))
    return words


def _chips(row: Any, look: Look) -> str:
    colours = {
        "own": (look.link, look.focus),
        "warn": (look.warn_text, look.warn),
        "plain": (look.plain_text, look.plain),
    }
    return " ".join(chip(word, *colours[kind], look) for word, kind in state_words(row))


def _when(row: Any) -> str:
    return (
        fmt.full(row.created_ms)
        if row.dated
        else translate("Detail", "{time}에 처음 봄").format(time=fmt.full(row.created_ms))
    )


def _head(row: Any, look: Look, *, link: bool) -> str:
    name = escape(row.author_name or translate("Detail", "이름 없음"))
    if link:
        name = f'<a href="smc:post/{row.id}" style="color:{look.text};text-decoration:none">{name}</a>'
    handle = escape(f" {at(row.handle)}") if row.handle else ""
    meta = (
        f'<span style="color:{look.muted};font-size:{look.meta_px}px">{handle} · {escape(_when(row))}</span>'
    )
    return f'<p style="margin:0"><b>{name}</b>{meta} {_chips(row, look)}</p>'


def at(handle: str) -> str:
    """A handle as people write it, with one @ in front."""
    return handle if handle.startswith("@") else f"@{handle}"


def media_words(kind: str) -> str:
    return {
        "image": translate("Detail", "사진"),
        "video": translate("Detail", "동영상"),
        "audio": translate("Detail", "소리"),
    }.get(kind, translate("Detail", "첨부 파일"))


def _line(words: str, colour: str, look: Look) -> str:
    return f'<p style="margin:2px 0 0 0;color:{colour};font-size:{look.meta_px}px">{escape(words)}</p>'


def _media(media: Sequence[Any], look: Look) -> str:
    lines = []
    for item in media:
        words = media_words(item.kind) + ": " + (item.alt.strip() or translate("Detail", "설명 없음"))
        if web_url(item.url) is not None:
            address = html.escape(item.url, quote=True)
            lines.append(f'<a href="{address}" style="color:{look.link}">[{escape(words)}]</a>')
        else:
            lines.append(f"[{escape(words)}]")
    return f'<p style="margin:4px 0 0 0">{"<br>".join(lines)}</p>' if lines else ""


def diff_html(old: str, new: str, look: Look) -> str:
    """An edit with what went struck through and what came underlined, so not by colour alone."""
    parts = []
    for kind, text in compare(old, new):
        if kind == "same":
            parts.append(escape(text))
        elif kind == "removed":
            parts.append(
                f'<s style="color:{look.removed_text};background-color:{look.removed}">{escape(text)}</s>'
            )
        else:
            parts.append(
                f'<u style="color:{look.added_text};background-color:{look.added}">{escape(text)}</u>'
            )
    return "".join(parts)


def _versions(row: Any, text: str, versions: Sequence[Any], shown: bool, look: Look) -> str:
    if not versions:
        return ""
    label = (
        translate("Detail", "이전 글 접기")
        if shown
        else translate("Detail", "고친 기록 {n}개 보기").format(n=fmt.number(len(versions)))
    )
    parts = [
        f'<p style="margin:6px 0 0 0"><a href="smc:versions/{row.id}" style="color:{look.link}">'
        f"{escape(label)}</a></p>"
    ]
    if shown:
        # seen_ms of a version is the moment at which the next wording was noticed
        ordered = sorted(versions, key=lambda v: v.seen_ms)
        later = [v.text for v in ordered[1:]] + [text]
        same = translate("Detail", "글자는 그대로입니다.")
        for version, after in zip(ordered, later, strict=True):
            when = translate("Detail", "{time}에 고침").format(time=fmt.full(version.seen_ms))
            parts.append(_line(when, look.muted, look))
            marked = diff_html(version.text, after, look) if version.text != after else escape(same)
            parts.append(f'<p style="margin:2px 0 0 0;white-space:pre-wrap">{marked}</p>')
    return "".join(parts)


def post_html(
    row: Any,
    text: str,
    depth: int,
    look: Look,
    *,
    opened: bool,
    media: Sequence[Any] = (),
    versions: Sequence[Any] = (),
    versions_shown: bool = False,
    below: str = "",
) -> str:
    """One post as a block of its own; ``below`` is rich text of ours at its end."""
    background = look.focus if opened else look.own if row.own else look.surface
    edge = look.mark if opened else look.border
    indent = 20 * min(depth, DEEPEST)
    gone = ""
    if row.deleted_ms is not None:
        when = translate("Detail", "{time}에 지워진 것을 확인했습니다. 지우기 전의 글입니다.").format(
            time=fmt.full(row.deleted_ms)
        )
        gone = f'<p style="margin:2px 0 0 0;color:{look.warn_text}">{escape(when)}</p>'
    context = ""
    if opened and row.context:
        words = translate("Detail", "달린 곳: {title}").format(title=row.context)
        context = _line(words, look.subtle, look)
    body = linked(text, look.link) if text.strip() else escape(translate("Detail", "(글 없이 올린 것입니다)"))
    extra = ""
    if not media and row.media_count:
        words = translate("Detail", "첨부 {n}개").format(n=fmt.number(row.media_count))
        extra = f'<p style="margin:2px 0 0 0;color:{look.muted}">{escape(words)}</p>'
    anchor = '<a name="opened"></a>' if opened else ""
    return (
        f'{anchor}<table width="100%" cellspacing="0" cellpadding="10" style="margin:0 0 8px {indent}px">'
        f'<tr><td style="background-color:{background};border-left:4px solid {edge}">'
        f"{_head(row, look, link=not opened)}{context}{gone}"
        f'<p style="margin:4px 0 0 0;white-space:pre-wrap;line-height:130%">{body}</p>'
        f"{_media(media, look)}{extra}{_versions(row, text, versions, versions_shown, look)}{below}"
        "</td></tr></table>"
    )


def thread_html(
    detail: Any,
    look: Look,
    versions_shown: Collection[int] = (),
    below: Callable[[Any, str, str, int], str] = lambda *_: "",
) -> str:
    """The whole thread of an opened post: what it answers above, what answers it below. ``below(item, colour,
    colour of links, px)`` gives a line of ours for the end of a post."""
    items = list(detail.thread)
    blocks = []
    for item in items:
        opened = item.row.id == detail.row.id
        blocks.append(
            post_html(
                item.row,
                item.text,
                item.depth,
                look,
                opened=opened,
                media=detail.media if opened else (),
                versions=detail.versions if opened else (),
                versions_shown=item.row.id in versions_shown,
                below=below(item, look.subtle, look.link, look.meta_px),
            )
        )
    if not any(item.row.id == detail.row.id for item in items):
        blocks.insert(
            0,
            post_html(
                detail.row,
                detail.text,
                0,
                look,
                opened=True,
                media=detail.media,
                versions=detail.versions,
                versions_shown=detail.row.id in versions_shown,
            ),
        )
    return f'<html><body style="color:{look.text};font-size:{look.body_px}px">{"".join(blocks)}</body></html>'
