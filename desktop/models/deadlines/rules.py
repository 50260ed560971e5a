"""The rules for how long something may take: rows that the office may change (기한 규칙)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from desktop.models.current import database
from desktop.models.deadlines import stale
from desktop.models.deadlines.counting import Term
from desktop.models.errors import WorkspaceError
from desktop.models.events import record
from desktop.models.permissions import need
from desktop.models.store import Tx

KINDS = ("chat", "general", "field", "formal", "proposal")
"""소통민원, 일반민원, 현장민원, 정식민원, 국민제안: what a case can be taken as."""

CERTAINTY = ("sourced", "secondary", "counting", "memory", "missing", "office")


class RuleRefused(WorkspaceError):
    """A rule that cannot be: unknown, or with values that make no sense."""

    code = "no-rule"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row. ``certainty`` says how well it is known and is shown beside every due time."""

    code: str
    name_ko: str
    name_en: str
    kind: str
    amount: int | None
    unit: str
    first_day: bool
    moves_on: bool
    basis: str
    source: str
    certainty: str
    note_ko: str
    note_en: str

    def __post_init__(self) -> None:
        try:
            Term(self.amount, self.unit)
        except ValueError as error:
            raise RuleRefused(f"{self.code}: {error}", code="bad-rule") from error
        if self.kind not in ("", *KINDS) or self.certainty not in CERTAINTY or not self.code:
            raise RuleRefused(f"{self.code!r}: {self.kind!r}, {self.certainty!r}", code="bad-rule")

    @property
    def term(self) -> Term:
        return Term(self.amount, self.unit, self.first_day, self.moves_on)

    def with_amount(self, amount: int | None) -> Rule:
        """The same rule with a length of its own (현장민원: the office's table says which)."""
        if amount is None:
            return self
        if self.unit in ("none", "quarter"):
            raise RuleRefused(f"{self.code} has no length", code="rule-without-length")
        return replace(self, amount=amount)


_COLUMNS = tuple(field.name for field in fields(Rule))
_OWN_POSITION = 1000
"""Below the shipped rules."""
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM deadline_rule"


def from_row(row: Mapping[str, str]) -> Rule:
    """A rule as a CSV file says it; booleans are "1" and ""."""
    amount = row["amount"].strip()
    return Rule(
        **{name: row[name].strip() for name in _COLUMNS if name not in ("amount", "first_day", "moves_on")},
        amount=int(amount) if amount else None,
        first_day=row["first_day"].strip() == "1",
        moves_on=row["moves_on"].strip() == "1",
    )


def list_rules() -> list[Rule]:
    """All that are in use, in their order."""
    rows = database.execute_sql(f"{_SELECT} WHERE active ORDER BY position, code").fetchall()
    return [_rule(row) for row in rows]


def by_code() -> dict[str, Rule]:
    """All there are, also those that are in use no more: what open clocks are counted by."""
    return {row[0]: _rule(row) for row in database.execute_sql(_SELECT).fetchall()}


def edited_codes() -> set[str]:
    """Which rules the office has changed or added."""
    return {
        row[0] for row in database.execute_sql("SELECT code FROM deadline_rule WHERE edited_ms IS NOT NULL")
    }


def get_rule(code: str) -> Rule | None:
    """Also one that is in use no more: old clocks still name it."""
    row = database.execute_sql(f"{_SELECT} WHERE upper(code) = upper(?)", (code,)).fetchone()
    return None if row is None else _rule(row)


def need_rule(code: str) -> Rule:
    """Raises RuleRefused for one that is not there."""
    rule = get_rule(code)
    if rule is None:
        raise RuleRefused(code)
    return rule


def rule_for(kind: str) -> Rule:
    """The usual rule of a kind of case: the first of its rows."""
    rule = usual_rule(kind)
    if rule is None:
        raise RuleRefused(kind)
    return rule


def usual_rule(kind: str) -> Rule | None:
    """The same; None where the workspace has no rule for this kind."""
    row = database.execute_sql(
        f"{_SELECT} WHERE kind = ? AND active ORDER BY position, code LIMIT 1", (kind,)
    ).fetchone()
    return None if row is None else _rule(row)


def seed(tx: Tx, rules: Iterable[Rule]) -> int:
    """Bring the shipped rules up to date; those that the office has changed stay as they are. How many."""
    names = [*_COLUMNS, "position", "active", "edited_by"]
    changed = ", ".join(f"{name} = excluded.{name}" for name in (*_COLUMNS[1:], "position"))
    values = [
        (*(getattr(rule, name) for name in _COLUMNS), position, True, "")
        for position, rule in enumerate(rules)
    ]
    tx.db.connection().executemany(
        f"INSERT INTO deadline_rule ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
        f" ON CONFLICT (code) DO UPDATE SET {changed} WHERE deadline_rule.edited_ms IS NULL",
        values,
    )
    _changed(tx)
    return len(values)


def edit(tx: Tx, code: str, *, step: str = "", **values: Any) -> Rule:
    """Change a rule; it counts as the office's own from then on. Open clocks keep their due time until
    ``recomputing`` has been over them. Raises RuleRefused."""
    need(tx, "rule.edit")
    rule = need_rule(code)
    if unknown := set(values) - set(_COLUMNS[1:]):
        raise ValueError(f"no columns {unknown}")
    values.setdefault("certainty", "office")
    changed = replace(rule, **values)
    if changed != rule:
        _save(tx, rule.code, _state(rule.code), {"rule": _values(changed), "edited": True}, step)
    return changed


def put_back(tx: Tx, shipped: Rule, *, step: str = "") -> None:
    """Make a rule what it is in the program; it follows newer programs again."""
    need(tx, "rule.edit")
    need_rule(shipped.code)
    _save(tx, shipped.code, _state(shipped.code), {"rule": _values(shipped), "edited": False}, step)


def add(tx: Tx, rule: Rule, *, step: str = "") -> None:
    """A rule of the office's own. Raises RuleRefused where the code is taken."""
    need(tx, "rule.edit")
    if get_rule(rule.code) is not None:
        raise RuleRefused(rule.code, code="rule-exists")
    _save(tx, rule.code, None, {"rule": _values(rule), "edited": True}, step)


def remove(tx: Tx, code: str, *, step: str = "") -> None:
    """Take a rule that the office added away, unless a clock still counts by it. Raises RuleRefused."""
    need(tx, "rule.edit")
    rule = need_rule(code)
    if tx.db.execute_sql("SELECT 1 FROM case_clock WHERE rule = ? LIMIT 1", (rule.code,)).fetchone():
        raise RuleRefused(rule.code, code="rule-in-use")
    _save(tx, rule.code, _state(rule.code), None, step)


def restore(tx: Tx, _case_id: int, state: Mapping[str, Any]) -> None:
    """Put a rule back as an event describes it; for undo."""
    _write(tx, state["code"], state["was"])


# --- inside -----------------------------------------------------------------------------------------------


def _save(
    tx: Tx, code: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None, step: str
) -> None:
    _write(tx, code, after)
    record(
        tx, "rule", 0, {"rule": {"code": code, "was": before}}, {"rule": {"code": code, "was": after}},
        step=step, about=f"rule:{code}",
    )  # fmt: skip


def _write(tx: Tx, code: str, state: Mapping[str, Any] | None) -> None:
    """``state``: the values and whether they are the office's own; None: there is no such rule."""
    if state is None:
        tx.db.execute_sql("DELETE FROM deadline_rule WHERE code = ?", (code,))
    else:
        rule = Rule(**state["rule"])
        edited = bool(state["edited"])
        names = [*_COLUMNS, "position", "active", "edited_ms", "edited_by"]
        changed = ", ".join(
            f"{name} = excluded.{name}" for name in (*_COLUMNS[1:], "active", "edited_ms", "edited_by")
        )
        tx.db.execute_sql(
            f"INSERT INTO deadline_rule ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
            f" ON CONFLICT (code) DO UPDATE SET {changed}",
            (
                *_values(rule).values(), _OWN_POSITION, True,
                tx.now_ms if edited else None, tx.actor if edited else "",
            ),
        )  # fmt: skip
    _changed(tx)


def _changed(tx: Tx) -> None:
    stale.mark(tx)
    tx.changes.other("deadline_rules")


def _state(code: str) -> dict[str, Any]:
    return {"rule": _values(need_rule(code)), "edited": code in edited_codes()}


def _values(rule: Rule) -> dict[str, Any]:
    return {name: getattr(rule, name) for name in _COLUMNS}


def _rule(row: tuple[Any, ...]) -> Rule:
    values = dict(zip(_COLUMNS, row, strict=True))
    for name in ("first_day", "moves_on"):
        values[name] = bool(values[name])
    return Rule(**values)
