"""Fields for a day and a time of day: always Seoul's, wherever the PC believes to be."""

from __future__ import annotations

from PySide6.QtCore import QDate, QDateTime, QTimeZone
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from desktop.models.deadlines.calendar import KST, today_in_seoul


def _zone() -> QTimeZone:
    offset = KST.utcoffset(None)
    return QTimeZone.fromSecondsAheadOfUtc(int(offset.total_seconds()))


def moment_field(at_ms: int, parent: QWidget | None = None) -> QDateTimeEdit:
    """A field for day and time; ``moment_of`` reads it."""
    made = QDateTimeEdit(parent)
    made.setTimeZone(_zone())
    made.setDisplayFormat("yyyy. M. d. HH:mm")
    made.setCalendarPopup(True)
    made.setDateTime(seoul(at_ms))
    return made


def moment_of(edit: QDateTimeEdit) -> int:
    """What stands in the field, to the minute, in milliseconds UTC."""
    return int(edit.dateTime().toMSecsSinceEpoch()) // 60_000 * 60_000


def seoul(at_ms: int) -> QDateTime:
    """A stored time as Qt's fields in ``moment_field`` want it."""
    return QDateTime.fromMSecsSinceEpoch(at_ms, _zone())


def qt_today() -> QDate:
    day = today_in_seoul()
    return QDate(day.year, day.month, day.day)
