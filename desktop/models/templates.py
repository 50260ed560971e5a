"""Answers to start from (서식), with places such as {이름} that are filled in when one is used.

A particle written as a pair right behind a place, {부서}이/가, is chosen by what the place is filled with.
Every change is an event and can be taken back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.models import meta, records
from desktop.models.current import database
from desktop.models.deadlines.calendar import KST
from desktop.models.errors import Missing, WorkspaceError
from desktop.models.josa import PAIRS, josa
from desktop.models.permissions import need
from desktop.models.store import Tx

VARIABLES: dict[str, str] = {
    "이름": "name of the citizen",
    "채널": "name of the channel",
    "부서": "department of the case",
    "기한": "until when it is due",
    "날짜": "today",
    "건수": "posts in the case",
    "주제": "theme of the meet-up",
    "장소": "place of the meet-up",
    "일시": "day and time of the meet-up",
    "시간": "length of the meet-up",
    "정원": "seats of the meet-up",
    "신청기한": "until when one may sign up",
    "신청번호": "number of the sign-up",
    "순번": "place in the draw, or on the waiting list",
    "결과": "what came of the meet-up",
}
"""Places that may stand in a text, and what fills them."""

KINDS = (
    "", "receipt", "first", "forward", "final", "thanks", "decline", "invitation", "invitation-short",
    "seat", "waiting", "report",
)  # fmt: skip
"""What a text is the usual one of; the first active one of a kind is offered by itself."""

SHIPPED_KEY = "templates_shipped"
LONGEST_NAME, LONGEST_TEXT = 60, 5000

_PLACE = re.compile(r"\{\s*([^{}\s][^{}]{0,19}?)\s*\}")
_PARTICLES = "|".join(re.escape(pair) for pair in PAIRS)
_OTHER_WAYS = {
    "가/이": "이/가", "를/을": "을/를", "는/은": "은/는", "와/과": "과/와", "로/으로": "으로/로",
    "예요/이에요": "이에요/예요", "이(가)": "이/가", "을(를)": "을/를", "은(는)": "은/는", "과(와)": "과/와",
    "(으)로": "으로/로",
}  # fmt: skip
"""Other ways in which people write a pair."""

_WITH_PARTICLE = re.compile(
    _PLACE.pattern
    + r"(?P<close>[)\]」』〉》”’\"']*)"
    + rf"(?P<pair>{'|'.join(re.escape(way) for way in _OTHER_WAYS)}|{_PARTICLES})?"
)


class TemplateRefused(WorkspaceError):
    """A template that cannot be stored so; ``name`` is the place or name that is wrong."""

    code = "template-refused"

    def __init__(self, message: str, code: str, name: str = "") -> None:
        super().__init__(message, code)
        self.name = name


@dataclass(frozen=True, slots=True)
class TemplateRow:
    id: int
    name: str
    text: str
    kind: str
    track: str
    voice: str
    network: str
    position: int
    active: bool
    changed_ms: int
    changed_by: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place {name} in a text, from ``start`` up to ``end``."""

    name: str
    start: int
    end: int


# --- texts ------------------------------------------------------------------------------------------------


def places(text: str) -> list[Place]:
    """All places of a text, known ones or not."""
    return [Place(found[1], *found.span()) for found in _PLACE.finditer(text)]


def unknown(text: str) -> list[Place]:
    """Places that nothing could ever fill."""
    return [place for place in places(text) if place.name not in VARIABLES]


def unfilled(text: str) -> list[Place]:
    """Places of a template that are still in a text that is about to be sent."""
    return [place for place in places(text) if place.name in VARIABLES] if "{" in text else []


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with every place filled that ``values`` has something for; the others stay as they are, with
    their particles, to be filled by hand."""

    def filled(found: re.Match[str]) -> str:
        value = values.get(found[1], "")
        if not value or found[1] not in VARIABLES:
            return found[0]
        pair = found["pair"] or ""
        pair = _OTHER_WAYS.get(pair, pair)
        whole = value + found["close"]
        return josa(whole, pair) if pair else whole

    return _WITH_PARTICLE.sub(filled, text)


def day_text(at_ms: int) -> str:
    """2026. 11. 27.(금), in Korea."""
    day = datetime.fromtimestamp(at_ms / 1000, KST)
    return f"{day.year}. {day.month}. {day.day}.({'월화수목금토일'[day.weekday()]})"


def moment_text(at_ms: int) -> str:
    """2026. 11. 27.(금) 18:30, in Korea."""
    return f"{day_text(at_ms)} {datetime.fromtimestamp(at_ms / 1000, KST):%H:%M}"


def values_for(post_id: int, now_ms: int) -> dict[str, str]:
    """What is known of a post for the places of a template; what is not known is left out. Raises Missing."""
    row = database.execute_sql(
        "SELECT coalesce(a.name, ''), ch.name, coalesce(c.department, ''), coalesce(c.post_count, 1),"
        " k.due_ms FROM post p JOIN channel ch ON ch.id = p.channel_id"
        " LEFT JOIN author a ON a.id = p.author_id"
        " LEFT JOIN case_ c ON c.id = p.case_id"
        " LEFT JOIN case_clock k ON k.case_id = c.id AND k.purpose = 'answer' WHERE p.id = ?",
        (post_id,),
    ).fetchone()
    if row is None:
        raise Missing(f"no post {post_id}")
    name, channel, code, count, due_ms = row
    department = database.execute_sql("SELECT name FROM department WHERE code = ?", (code,)).fetchone()
    values = {
        "이름": str(name).strip() or "시민",
        "채널": channel,
        "부서": department[0] if department else "",
        "기한": moment_text(due_ms) if due_ms is not None else "",
        "날짜": day_text(now_ms),
        "건수": f"{count:,}",
    }
    return {place: value for place, value in values.items() if value}


# --- looking ----------------------------------------------------------------------------------------------

_COLUMNS = "id, name, text, kind, track, voice, network, position, active, changed_ms, changed_by"


def list_templates(*, everything: bool = False, track: str = "", voice: str = "") -> list[TemplateRow]:
    """In the order that people gave them; with ``everything`` those that were put aside too."""
    rule = "" if everything else " WHERE active"
    rows = database.execute_sql(f"SELECT {_COLUMNS} FROM template{rule} ORDER BY position, id").fetchall()
    return [
        row
        for row in map(_row, rows)
        if (not track or row.track in ("", track)) and (not voice or row.voice in ("", voice))
    ]


def get_template(template_id: int) -> TemplateRow:
    """Raises Missing."""
    row = database.execute_sql(f"SELECT {_COLUMNS} FROM template WHERE id = ?", (template_id,)).fetchone()
    if row is None:
        raise Missing(f"no template {template_id}")
    return _row(row)


def find_template(text: str) -> TemplateRow | None:
    """By number or name."""
    text = text.strip()
    named = find_template_named(text)
    return named or next((row for row in list_templates(everything=True) if str(row.id) == text), None)


def of_kind(kind: str, voice: str = "") -> TemplateRow | None:
    """The usual text of a kind; one of that voice before one for all."""
    found = [row for row in list_templates(voice=voice) if row.kind == kind]
    return min(found, key=lambda row: (row.voice != voice, row.position, row.id), default=None)


# --- changing ---------------------------------------------------------------------------------------------


def add_template(tx: Tx, name: str, text: str, *, step: str = "", **more: Any) -> int:
    """``more``: kind, track, voice, network. Raises TemplateRefused."""
    need(tx, "template.edit")
    values = _checked(None, {"name": name, "text": text, **more})
    position = tx.db.execute_sql("SELECT coalesce(max(position), 0) + 1 FROM template").fetchone()[0]
    edit = records.Edit(tx)
    defaults = {"kind": "", "track": "", "voice": "", "network": "", "active": 1, "position": position}
    stamps = {"changed_ms": tx.now_ms, "changed_by": tx.actor}
    template_id = edit.insert("template", **{**defaults, **values, **stamps})
    edit.record("template", f"template:{template_id}", step=step, what="add", name=values["name"])
    return template_id


def edit_template(tx: Tx, template_id: int, *, step: str = "", **changes: Any) -> None:
    """Change columns by name. Raises Missing, TemplateRefused."""
    need(tx, "template.edit")
    row = get_template(template_id)
    edit = records.Edit(tx)
    edit.set("template", template_id, **_checked(row, changes))
    edit.record("template", f"template:{template_id}", step=step, what="edit", name=row.name)


def remove_template(tx: Tx, template_id: int, *, step: str = "") -> None:
    need(tx, "template.edit")
    row = get_template(template_id)
    edit = records.Edit(tx)
    edit.delete("template", template_id)
    edit.record("template", f"template:{template_id}", step=step, what="remove", name=row.name)


def order_templates(tx: Tx, template_ids: Sequence[int], *, step: str = "") -> None:
    """Put them into this order; those not named come after."""
    need(tx, "template.edit")
    known = [row.id for row in list_templates(everything=True)]
    wanted = [number for number in template_ids if number in known]
    edit = records.Edit(tx)
    for place, number in enumerate([*wanted, *(n for n in known if n not in wanted)], 1):
        edit.set("template", number, position=place)
    edit.record("template", "template:0", step=step, what="order")


def seeded() -> bool:
    """Whether the shipped texts were ever put in."""
    return meta.get(SHIPPED_KEY) is not None


def seed(tx: Tx, rows: Iterable[Mapping[str, str]]) -> None:
    """The shipped texts, once in the life of a workspace: what people delete stays deleted."""
    if seeded():
        return
    meta.put(tx, SHIPPED_KEY, "1")
    for place, row in enumerate(rows, 1):
        values = _checked(None, dict(row))
        tx.db.execute_sql(
            "INSERT INTO template (name, text, kind, track, voice, network, position, active, changed_ms,"
            " changed_by) VALUES (?, ?, ?, ?, ?, '', ?, ?, ?, '')",
            (
                values["name"], values["text"], values.get("kind", ""), values.get("track", ""),
                values.get("voice", ""), place, True, tx.now_ms,
            ),
        )  # fmt: skip
    tx.changes.other("templates")


# --- inside -----------------------------------------------------------------------------------------------


def _checked(row: TemplateRow | None, values: dict[str, Any]) -> dict[str, Any]:
    wrong = values.keys() - {"name", "text", "kind", "track", "voice", "network", "active"}
    if wrong:
        raise TypeError(f"no columns {sorted(wrong)}")
    checked = dict(values)
    if "name" in checked:
        checked["name"] = " ".join(str(checked["name"]).split())[:LONGEST_NAME]
        if not checked["name"]:
            raise TemplateRefused("no name", "template-name")
        twin = find_template_named(checked["name"])
        if twin is not None and (row is None or twin.id != row.id):
            raise TemplateRefused("a name twice", "template-twice", checked["name"])
    if "text" in checked:
        checked["text"] = str(checked["text"]).strip()
        if not checked["text"]:
            raise TemplateRefused("no text", "template-empty")
        if len(checked["text"]) > LONGEST_TEXT:
            raise TemplateRefused("too long", "template-long")
        strange = unknown(checked["text"])
        if strange:
            raise TemplateRefused("unknown place", "template-unknown", strange[0].name)
    if checked.get("kind", "") not in KINDS:
        raise TemplateRefused("unknown kind", "template-kind", str(checked["kind"]))
    if "active" in checked:
        checked["active"] = int(bool(checked["active"]))
    return checked


def find_template_named(name: str) -> TemplateRow | None:
    rows = list_templates(everything=True)
    return next((row for row in rows if row.name.casefold() == name.casefold()), None)


def _row(row: Sequence[Any]) -> TemplateRow:
    values: list[Any] = [*row[:8], bool(row[8]), *row[9:]]
    return TemplateRow(*values)
