"""The paper that goes with a forwarded case (전달서): who sent what to whom, what the citizen wrote, until
when it is due and why line by line, what was answered so far. In Korean, as the office's papers are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop.models import departments, detail, forwarding, hiding
from desktop.models.deadlines import clocks
from desktop.models.errors import Missing
from desktop.services.documents.document import Document, Table, Text, citizens_words, clean

TITLE = "시민 의견 전달서"
_SEOUL = dt.timezone(dt.timedelta(hours=9))
_WEEKDAYS = "월화수목금토일"
_STAGES = {"first": "1차 답변", "final": "최종 답변"}
_STATES = {"submitted": "검토를 기다림", "accepted": "받아들임", "sent-back": "보완 요청"}
MOST_POSTS = 50
"""Posts of a group that are printed; the others are counted."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the paper says. ``posts`` are all of the case: (when, channel, author, text, address)."""

    row: Any
    posts: Sequence[tuple[int, str, str, str, str]]
    lines: Sequence[str]
    answers: Sequence[Any]
    departments_of: dict[int, str]
    names: dict[str, str]
    note: str = ""


def read(forwarding_id: int, *, hidden: bool = True) -> Facts:
    """For ``Store.read``. ``hidden`` False: personal data as it is; whoever asks for it has had that noted
    down (``unmasking``). Raises Missing."""
    row = forwarding.row(forwarding_id)
    if row is None:
        raise Missing(f"no forwarding {forwarding_id}")
    posts = []
    for post in detail.case_posts(row.case_id)[:MOST_POSTS]:
        if post.own:
            continue
        text = _whole(post.id)
        name = post.author_name or post.handle or ""
        if hidden:
            name, text = hiding.name(name, post.network), citizens_words(text)
        posts.append((post.created_ms, post.channel_name, name, citizens_words(text, hidden=False), post.url))
    return Facts(
        row=row,
        posts=posts,
        lines=[line.ko for line in clocks.explained(row.case_id)],
        answers=[one for one in forwarding.answers_of(row.case_id) if one.state != "withdrawn"],
        departments_of={one.id: one.department for one in forwarding.of_case(row.case_id)},
        names=dict(departments.index().names),
        note=hiding.shown(row.forwarding.note) if hidden else row.forwarding.note,
    )


def _whole(post_id: int) -> str:
    from desktop.models.current import database

    return str(database.execute_sql("SELECT text FROM post WHERE id = ?", (post_id,)).fetchone()[0])


def sheet(facts: Facts, *, hidden: bool = True) -> Document:
    """The paper. Pure."""
    row = facts.row
    parts: list[Text | Table] = [_overview(facts)]
    parts.append(Text("시민의 글", 1, strong=True))
    several = len(facts.posts) > 1
    for when, channel, author, text, address in facts.posts:
        words = text or "(글 없이 올린 것입니다)"
        if several:
            head = " · ".join(part for part in (author, channel, moment(when)) if part)
            parts.append(Text("\n".join(part for part in (head, words, address) if part), 2))
        else:
            parts.append(Text(words))
    left_out = row.post_count - len(facts.posts)
    if left_out > 0:
        parts.append(Text(f"이 밖에 묶인 글이 {left_out:,}건 있습니다."))
    if facts.note:
        parts += [Text("전달하며 남긴 말", 1, strong=True), Text(facts.note)]
    if facts.lines:
        parts.append(Text("처리 기한", 1, strong=True))
        parts += [Text(line, 2) for line in facts.lines]
    if facts.answers:
        parts.append(Text("부서 답변", 1, strong=True))
        for answer in facts.answers:
            parts.append(_answer(answer, facts))
    if hidden:
        parts.append(Text("※ 개인정보는 가렸습니다."))
    name = facts.names.get(row.forwarding.department, row.forwarding.department)
    return Document(TITLE, tuple(parts), header=name, footer="서울소셜미디어센터")


def _overview(facts: Facts) -> Table:
    row, names = facts.row, facts.names
    own = row.forwarding
    helpers = ", ".join(names.get(code, code) for code in row.supporting)
    first = facts.posts[0] if facts.posts else (row.created_ms, row.channel, "", "", "")
    rows = [
        ("받는 부서", f"{names.get(own.department, own.department)} ({'주무' if own.lead else '협조'})"),
        ("주무 부서", names.get(row.lead, row.lead) if not own.lead else ""),
        ("협조 부서", helpers),
        ("대직", f"{names.get(own.meant_for, own.meant_for)} 대신" if own.meant_for else ""),
        ("전달", " · ".join(part for part in (own.sent_by, moment(own.sent_ms)) if part)),
        ("접수", _received(own)),
        ("글쓴이", first[2] or "이름 없음"),
        ("채널", first[1]),
        ("쓴 때", moment(first[0])),
        ("원문 주소", first[4]),
        ("처리 기한", moment(own.due_ms) if own.due_ms else ""),
    ]
    return Table(
        tuple((name, clean(value)) for name, value in rows if value), head=False, side=True, widths=(1, 4)
    )


def _received(own: Any) -> str:
    if own.received_ms is None:
        return ""
    return " · ".join(part for part in (own.received_by, moment(own.received_ms)) if part)


def _answer(answer: Any, facts: Facts) -> Text:
    code = facts.departments_of.get(answer.forwarding_id, "")
    said = [
        facts.names.get(code, code), answer.written_by, _STAGES.get(answer.stage, answer.stage),
        moment(answer.written_ms), _STATES.get(answer.state, answer.state),
    ]  # fmt: skip
    lines = [" · ".join(part for part in said if part), answer.text]
    if answer.comment:
        lines.append(f"보완할 점: {answer.comment}")
    return Text("\n".join(lines), 2)


def moment(at_ms: int) -> str:
    """2026. 11. 23.(월) 11:40, in Seoul."""
    at = dt.datetime.fromtimestamp(at_ms / 1000, _SEOUL)
    day = f"{at.year}. {at.month}. {at.day}.({_WEEKDAYS[at.weekday()]})"
    return f"{day} {at:%H:%M}"


def file_name(facts: Facts) -> str:
    """What the file is called without its ending: 전달서 버스정책과 123."""
    name = facts.names.get(facts.row.forwarding.department, facts.row.forwarding.department)
    plain = "".join(char for char in clean(name) if char.isalnum() or char in " -_")[:40].strip()
    return f"전달서 {plain} {facts.row.forwarding.id}".replace("  ", " ")
