"""Telling the proposer: the answer is prepared as a draft for each post of the case; a person sends it.

The text follows from what is stored of the idea. So when a decision is taken back or replaced, drafts that
nobody has touched go or change with it, and what somebody has begun to write stays as it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models import drafts, hiding
from desktop.models.current import database
from desktop.models.deadlines import rules
from desktop.models.deadlines.calendar import moment_of
from desktop.models.josa import josa
from desktop.models.meetings.rows import Idea, get_idea, last_decided, need_meeting, titles
from desktop.models.sql import rows_in
from desktop.models.store import Tx

MOST_POSTS = 1000
"""Posts of one case that a draft is prepared for; a choir of more is answered as one."""

LONGEST_TITLE = 40
_OF_RULE = "PROP-REVIEW"


@dataclass(frozen=True, slots=True)
class Telling:
    """How far it is. ``state``: "" (nothing decided), unwritten, written, waiting, refused or told. ``posts``
    are to be answered, ``sent`` of them are; ``post_id`` is the next one, whose draft ``text`` is."""

    state: str = ""
    posts: int = 0
    sent: int = 0
    post_id: int | None = None
    text: str = ""


def texts(case_id: int) -> dict[int, str]:
    """What should be said to whom, by post; nothing for an idea that is not decided, or whose proposer was
    told in another way. Of several who wrote, those who have their answer are left out."""
    idea = get_idea(case_id)
    if idea is None or idea.state not in _SAYING:
        return {}
    posts, answered = _posts(case_id), set[int]()
    if idea.told_ms is not None:
        out = _outgoing(idea, [post for post, _ in posts])
        answered = {post for post, state in out if state != "refused"}
        if not answered:
            return {}
    rest = _SAYING[idea.state](idea, _title(idea), _meeting(idea))
    return {post: f"{_greeting(name)} {rest}" for post, name in posts if post not in answered}


def follow(tx: Tx, case_id: int, before: dict[int, str]) -> None:
    """The idea has changed: bring the drafts along that say what was to be said ``before``."""
    now = texts(case_id)
    if now == before:
        return
    stored = rows_in(
        tx.db,
        "SELECT post_id, \"user\", text, channel_id FROM draft WHERE kind = 'reply' AND post_id IN (%s)",
        sorted({*before, *now}),
    )
    ours = {(post, user) for post, user, _, _ in stored}
    for post, user, text, channel in stored:
        if text == before.get(post):
            drafts.save_draft(tx, post, "reply", user, now.get(post, ""), channel)
    if tx.actor:
        _prepare(tx, {post: text for post, text in now.items() if (post, tx.actor) not in ours})


def prepare(tx: Tx, case_id: int) -> int | None:
    """Write the drafts anew for whoever does this, where they have none; the post to answer next, if any."""
    wanted = texts(case_id)
    if tx.actor:
        own = rows_in(
            tx.db,
            "SELECT post_id FROM draft WHERE kind = 'reply' AND \"user\" = ? AND post_id IN (%s)",
            list(wanted),
            tx.actor,
        )
        has = {row[0] for row in own}
        _prepare(tx, {post: text for post, text in wanted.items() if post not in has})
    return telling(case_id).post_id


def telling(case_id: int) -> Telling:
    """How far telling is; runs on a reader thread as well."""
    idea = get_idea(case_id)
    if idea is None or idea.state not in _SAYING:
        return Telling()
    posts = [post for post, _ in _posts(case_id)]
    states = dict(_outgoing(idea, posts))
    sent = [post for post in posts if states.get(post) == "sent"]
    unsent = [post for post in posts if post not in states]
    wanted = texts(case_id)
    written = rows_in(
        database,
        "SELECT post_id, text FROM draft WHERE kind = 'reply' AND text <> '' AND post_id IN (%s)",
        unsent,
    )
    if idea.told_ms is not None and not set(wanted).intersection(unsent):
        state = "told"
    elif any(found in ("refused", "unknown") for found in states.values()):
        state = "refused"
    elif any(found in ("waiting", "sending") for found in states.values()):
        state = "waiting"
    else:
        state = "written" if written else "unwritten"
    following = next(iter(unsent), None)
    text = dict(written).get(following, wanted.get(following, "")) if following is not None else ""
    return Telling(state, len(posts), len(sent), following, text)


def letters(case_id: int, user: str) -> list[tuple[int, str, str]]:
    """What ``user`` still has to send: post, whom it is to, and their draft, or the text that was made for
    it; the next one first."""
    idea, wanted = get_idea(case_id), texts(case_id)
    if idea is None or not wanted:
        return []
    out = {post for post, _ in _outgoing(idea, list(wanted))}
    found = []
    for post, name in _posts(case_id):
        if post in wanted and post not in out:
            draft = drafts.load_draft(post, "reply", user)
            found.append((post, hiding.shown(name), draft.text if draft is not None else wanted[post]))
    return found


def _outgoing(idea: Idea, posts: list[int]) -> list[tuple[int, str]]:
    """Posts that are answered since the decision, or about to be, with the state of the answer."""
    return rows_in(
        database,
        "SELECT post_id, state FROM outbox WHERE action IN ('reply', 'private_reply')"
        " AND state <> 'cancelled' AND created_ms >= ? AND post_id IN (%s)",
        posts,
        idea.decided_ms or 0,
    )


# --- the words, which go to a citizen: always Korean ------------------------------------------------------


def _greeting(name: str) -> str:
    return f"안녕하십니까, {name} 님." if name else "안녕하십니까, 시민님."


def _adopted(idea: Idea, title: str, meeting: str) -> str:
    parts = [f"제안하신 {josa(title, '이/가')} {meeting}에서 채택되었습니다."]
    parts.append(f"사유: {_sentence(idea.reason)}")
    owner = _department(idea.owner)
    until = f"{day_words(idea.planned)}까지 " if idea.planned else ""
    if owner:
        parts.append(f"{josa(owner, '이/가')} {until}추진하겠습니다.")
    elif until:
        parts.append(f"{until}추진하겠습니다.")
    return " ".join([*parts, "좋은 제안 고맙습니다."])


def _held(idea: Idea, title: str, meeting: str) -> str:
    return (
        f"제안하신 {josa(title, '은/는')} {meeting}에서 더 살펴보기로 했습니다."
        f" 사유: {_sentence(idea.reason)} 결정되면 다시 알려 드리겠습니다."
    )


def _rejected(idea: Idea, title: str, meeting: str) -> str:
    words = (
        f"제안하신 {josa(title, '을/를')} {meeting}에서 살펴보았으나 채택하지 못했습니다."
        f" 사유: {_sentence(idea.reason)}"
    )
    rule = rules.get_rule(_OF_RULE)
    if idea.reconsidered or rule is None or rule.amount is None:
        return f"{words} 제안해 주셔서 고맙습니다."
    return f"{words} 이 알림을 받은 날부터 {rule.amount}일 안에 한 번 재심사를 요청하실 수 있습니다."


_SAYING = {"adopted": _adopted, "held": _held, "rejected": _rejected}


def day_words(day: str) -> str:
    """2027-03-01 as 2027. 3. 1."""
    year, month, date = day.split("-")
    return f"{int(year)}. {int(month)}. {int(date)}."


def _sentence(text: str) -> str:
    words = " ".join(text.split())
    return words if words.endswith((".", "?", "!", "…")) else words + "."


def _title(idea: Idea) -> str:
    title = hiding.shown(titles([idea.case_id]).get(idea.case_id, ""))
    return f"‘{title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1].rstrip() + '…'}’"


def _meeting(idea: Idea) -> str:
    item = last_decided(idea.case_id)
    if item is None:
        return "제안 회의"
    at = moment_of(need_meeting(item.meeting_id).at_ms)
    return f"{at.year}. {at.month}. {at.day}. 제안 회의"


def _department(code: str) -> str:
    row = database.execute_sql("SELECT name FROM department WHERE code = ?", (code,)).fetchone()
    return str(row[0]) if row is not None else ""


def _posts(case_id: int) -> list[tuple[int, str]]:
    """The citizens' posts of a case, the first filer's first, with what to call the citizen."""
    rows = database.execute_sql(
        "SELECT p.id, coalesce(nullif(a.name, ''), a.handle, '') FROM post p"
        " LEFT JOIN author a ON a.id = p.author_id"
        " WHERE p.case_id = ? AND NOT p.own AND p.repost_of = '' AND p.deleted_ms IS NULL"
        " ORDER BY p.created_ms, p.id LIMIT ?",
        (case_id, MOST_POSTS),
    ).fetchall()
    return [(row[0], row[1]) for row in rows]


def _prepare(tx: Tx, wanted: dict[int, str]) -> None:
    for post, text in wanted.items():
        drafts.save_draft(tx, post, "reply", tx.actor, text)
    for case_id in {
        row[0] for row in rows_in(tx.db, "SELECT case_id FROM post WHERE id IN (%s)", list(wanted))
    }:
        tx.changes.case(case_id)  # its card wears that an answer is begun
