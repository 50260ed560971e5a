"""The words of a letter to a department: what is asked, until when and why, and the citizen's posts.

Personal data is hidden in everything that citizens wrote. A letter is plain text in Korean: it goes to
offices of the city.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from connectors.letters import mark_of
from desktop.models import personal
from desktop.models.current import database
from desktop.models.deadlines import clocks, rules
from desktop.models.deadlines.calendar import moment_of
from desktop.models.deadlines.explain import WEEKDAYS_KO, amount_words
from desktop.models.departments import get_department
from desktop.models.forwarding_mail.cutting import ABOVE
from desktop.models.forwarding_mail.sending import REMINDER, SENT_BACK, WITHDRAWN, Letter

GIST_CHARACTERS = 40
LONGEST_POST = 4_000
MOST_POSTS = 20

_HOW = """■ 회신 방법
1. 이 메일에 그대로 회신해 주세요. 제목의 {mark} 부분은 지우지 말아 주세요.
2. 답변은 맨 위의 줄보다 위에 적어 주세요. 담당자가 확인한 뒤 시민에게 답변합니다.
3. 먼저 안내할 내용만 있으면 첫 줄을 '1차:'로 시작해 주세요.
4. 소관이 아니면 첫 줄에 '반려: 사유'를 적어 주세요.
5. 개인정보는 가려서 보냅니다. 답변에도 개인정보를 적지 말아 주세요.
6. 이 부서의 메일 주소에서 회신해 주세요: {address}"""
_PURPOSE = {
    SENT_BACK: ("답변 보완 요청", "보내 주신 답변의 보완을 요청합니다."),
    WITHDRAWN: ("이관 취소", "아래 글의 이관을 취소했습니다. 답변하지 않으셔도 됩니다."),
    REMINDER: ("답변 기한 안내", "아래 글의 답변 기한이 다가옵니다."),
}


def write(letter: Letter, now_ms: int) -> tuple[str, str]:
    """(subject, text)."""
    from desktop.models.forwarding.keeping import get

    row = get(letter.forwarding_id)
    case_id = _shown_case(row.case_id)
    department = get_department(row.department)
    name = department.name if department is not None else row.department
    posts = _posts(case_id)
    gist = _gist(posts)
    title, purpose = _PURPOSE.get(letter.kind, ("이관", ""))
    subject = f"{mark_of(letter.token)} {title}: {gist}"
    count = f"시민의 글 {len(posts)}건"
    blocks = [
        ABOVE,
        f"{name} 담당자님, 안녕하십니까.\n" + (purpose or f"서울소셜미디어센터에서 {count}을 이관합니다."),
        "\n".join(_facts(letter, row, gist, case_id)),
    ]
    if letter.kind == SENT_BACK and letter.note:
        blocks.append(f"■ 보완할 내용\n{personal.mask(letter.note)}")
    written = "\n\n".join(_post(place, post) for place, post in enumerate(posts, 1))
    blocks.append(f"■ 시민의 글\n{written or '시민이 글을 지웠습니다.'}")
    if letter.kind != WITHDRAWN:
        blocks.append(_HOW.format(mark=mark_of(letter.token), address=letter.address))
    return subject, "\n\n".join(blocks) + "\n"


def _facts(letter: Letter, row: Any, gist: str, case_id: int) -> list[str]:
    found = [f"■ 요지: {gist}"]
    if letter.kind == WITHDRAWN:
        return [*found, f"■ 취소한 때: {moment(letter.created_ms)}", *_by("취소한 사람", letter.created_by)]
    part = "주무 부서" if row.lead else "협조 부서"
    found += [f"■ 역할: {part}", f"■ 답변 기한: {_due(row, case_id)}"]
    found += [f"■ 이관한 때: {moment(row.sent_ms)}", *_by("이관한 사람", row.sent_by)]
    if row.meant_for:
        absent = get_department(row.meant_for)
        found.append(f"■ 대직: {absent.name if absent is not None else row.meant_for} 부재")
    if row.note:
        found.append(f"■ 전달 사항: {personal.mask(row.note)}")
    return found


def _by(word: str, user: str) -> list[str]:
    if not user:
        return []
    member = database.execute_sql('SELECT name FROM member WHERE "user" = ?', (user,)).fetchone()
    return [f"■ {word}: {(member[0] if member else '') or user}"]


def _due(row: Any, case_id: int) -> str:
    """Until when, and by which rule."""
    if row.due_ms is None:
        return "정해지지 않았습니다"
    clock = clocks.get(row.case_id) or clocks.get(case_id)
    rule = rules.get_rule(clock.rule) if clock is not None else None
    if clock is None or rule is None:
        return moment(row.due_ms)
    length, _ = amount_words(rule.amount if clock.amount is None else clock.amount, rule.unit)
    why = ", ".join(part for part in (f"{rule.name_ko} {length}", rule.basis) if part)
    return f"{moment(row.due_ms)} ({why})"


def moment(at_ms: int) -> str:
    """2026. 11. 24.(화) 18:00, in Seoul."""
    at = moment_of(at_ms)
    weekday = WEEKDAYS_KO[at.weekday()]
    return f"{at.year}. {at.month}. {at.day}.({weekday}) {at.hour:02}:{at.minute:02}"


def _shown_case(case_id: int) -> int:
    row = database.execute_sql("SELECT merged_into FROM case_ WHERE id = ?", (case_id,)).fetchone()
    return case_id if row is None or row[0] is None else int(row[0])


def _posts(case_id: int) -> list[tuple[Any, ...]]:
    """(channel, time, context, text, media) of what citizens wrote and did not delete, the oldest first."""
    return list(
        database.execute_sql(
            "SELECT ch.name, p.created_ms, p.context, p.text, p.media FROM post p"
            " JOIN channel ch ON ch.id = p.channel_id WHERE p.case_id = ? AND NOT p.own"
            " AND p.deleted_ms IS NULL ORDER BY p.id LIMIT ?",
            (case_id, MOST_POSTS),
        ).fetchall()
    )


def _gist(posts: Sequence[tuple[Any, ...]]) -> str:
    # Hidden before it is cut: half a telephone number would not be seen as one.
    text = " ".join(personal.mask((posts[0][2] or posts[0][3])[:400]).split()) if posts else "지워진 글"
    return text if len(text) <= GIST_CHARACTERS else text[:GIST_CHARACTERS].rstrip() + "…"


def _post(place: int, post: tuple[Any, ...]) -> str:
    channel, created_ms, context, text, media = post
    words = personal.mask(text[: 2 * LONGEST_POST])
    if len(words) > LONGEST_POST:
        words = words[:LONGEST_POST].rstrip() + "…\n(뒷부분은 줄였습니다. 전체 글이 필요하면 회신해 주세요.)"
    lines = [f"{place}. {channel} · {moment(created_ms)}"]
    if context:
        lines.append(f"   제목: {personal.mask(context)}")
    lines.append(words)
    if media:
        lines.append(f"(첨부 {len(json.loads(media))}개는 이 메일에 넣지 않았습니다.)")
    return "\n".join(lines)
