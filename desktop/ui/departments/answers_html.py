"""What departments have answered so far and how a deadline was counted, as rich text written here: all words
go in escaped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.models.rows import PREVIEW_CHARACTERS
from desktop.ui import fmt, i18n
from desktop.ui.departments.words import answer_words, came_by_words, stage_words
from desktop.ui.detail.links import escape, linked
from desktop.ui.detail.thread_html import Look, chip, post_html

translate = QCoreApplication.translate


def lines_html(lines: Sequence[Any], look: Look) -> str:
    """Why something is due when it is, line by line."""
    korean = i18n.language() == "ko"
    said = "<br>".join(escape(line.ko if korean else line.en) for line in lines)
    return (
        '<table width="100%" cellspacing="0" cellpadding="10" style="margin:0 0 8px 0"><tr>'
        f'<td style="background-color:{look.plain};color:{look.plain_text};font-size:{look.meta_px}px">'
        f"{said}</td></tr></table>"
    )


def grouped_html(detail: Any, look: Look) -> str:
    """The other posts of the same matter, each with its beginning; "" where there are none."""
    seen = {detail.row.id, *(item.row.id for item in detail.thread)}
    rows = [row for row in detail.case_posts if row.id not in seen]
    if not rows:
        return ""
    title = translate("Inbox", "한 건으로 묶인 글 {n}").format(n=fmt.number(len(rows)))
    blocks = []
    for row in rows:
        text = f"{row.text}…" if len(row.text) >= PREVIEW_CHARACTERS else row.text
        blocks.append(post_html(row, text, 0, look, opened=False))
    return f'<p style="margin:8px 0 6px 0"><b>{escape(title)}</b></p>{"".join(blocks)}'


def answers_html(
    answers: Sequence[Any], departments_of: Mapping[int, str], names: Mapping[str, str], look: Look
) -> str:
    """ "" where there are none."""
    if not answers:
        return ""
    title = translate("Inbox", "부서 답변 {n}건").format(n=fmt.number(len(answers)))
    blocks = [_answer(answer, departments_of, names, look) for answer in answers]
    return f'<p style="margin:8px 0 6px 0"><b>{escape(title)}</b></p>{"".join(blocks)}'


def _answer(answer: Any, departments_of: Mapping[int, str], names: Mapping[str, str], look: Look) -> str:
    code = departments_of.get(answer.forwarding_id, "")
    who = " · ".join(part for part in (names.get(code, code), answer.written_by) if part)
    facts = [stage_words(answer.stage), fmt.full(answer.written_ms), came_by_words(answer.came_by)]
    meta = " · ".join(fact for fact in facts if fact)
    colours = {
        "sent-back": (look.warn_text, look.warn),
        "accepted": (look.link, look.focus),
    }.get(answer.state, (look.plain_text, look.plain))
    why = ""
    if answer.comment:
        words = translate("Inbox", "보완할 점: {text}").format(text=answer.comment)
        why = f'<p style="margin:4px 0 0 0;color:{look.warn_text}">{escape(words)}</p>'
    return (
        '<table width="100%" cellspacing="0" cellpadding="10" style="margin:0 0 8px 0">'
        f'<tr><td style="background-color:{look.own};border-left:4px solid {look.border}">'
        f'<p style="margin:0"><b>{escape(who)}</b>'
        f'<span style="color:{look.muted};font-size:{look.meta_px}px"> {escape(meta)}</span> '
        f"{chip(answer_words(answer.state), *colours, look)}</p>"
        f'<p style="margin:4px 0 0 0;white-space:pre-wrap;line-height:130%">'
        f"{linked(answer.text, look.link)}</p>"
        f"{why}</td></tr></table>"
    )
