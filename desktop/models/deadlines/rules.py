"""The rules for how long something may take: rows that the office may change (기한 규칙)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from desktop.models.current import database
from desktop.models.deadlines.counting import Term
from desktop.models.errors import WorkspaceError
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
    tx.changes.other("deadline_rules")
    return len(values)


def edit(tx: Tx, code: str, **values: Any) -> Rule:
    """Change a rule; it counts as the office's own from then on. Open clocks keep their due time until
    ``clocks.recompute_some`` has been over them."""
    need(tx, "rule.edit")
    rule = need_rule(code)
    if unknown := set(values) - set(_COLUMNS[1:]):
        raise ValueError(f"no columns {unknown}")
    values.setdefault("certainty", "office")
    changed = replace(rule, **values)
    names = [*_COLUMNS[1:]]
    tx.db.execute_sql(
        f"UPDATE deadline_rule SET {', '.join(f'{name} = ?' for name in names)}, edited_ms = ?, edited_by = ?"
        " WHERE code = ?",
        (*(getattr(changed, name) for name in names), tx.now_ms, tx.actor, rule.code),
    )
    tx.changes.other("deadline_rules")
    return changed


def add(tx: Tx, rule: Rule) -> None:
    """A rule of the office's own. Raises RuleRefused where the code is taken."""
    need(tx, "rule.edit")
    if get_rule(rule.code) is not None:
        raise RuleRefused(rule.code, code="rule-exists")
    names = [*_COLUMNS, "position", "active", "edited_ms", "edited_by"]
    tx.db.execute_sql(
        f"INSERT INTO deadline_rule ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
        (*(getattr(rule, name) for name in _COLUMNS), 1000, True, tx.now_ms, tx.actor),
    )
    tx.changes.other("deadline_rules")


def _rule(row: tuple[Any, ...]) -> Rule:
    values = dict(zip(_COLUMNS, row, strict=True))
    for name in ("first_day", "moves_on"):
        values[name] = bool(values[name])
    return Rule(**values)
