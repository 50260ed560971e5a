"""What every table is made from: peewee's models on the database of the thread at work."""

from __future__ import annotations

from typing import Any

from peewee import DatabaseProxy, Model

from desktop.models import current


class _ThreadDatabase(DatabaseProxy):
    """What peewee's models work on: the database of the current thread (``current.py``)."""

    __slots__ = ()

    def __setattr__(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)

    @property
    def obj(self) -> Any:
        return current.database.obj

    @obj.setter
    def obj(self, value: Any) -> None:
        if value is not None:  # peewee begins with None, also when a thread at work imports this module
            current.database.initialize(value)


database = _ThreadDatabase()


class Table(Model):
    class Meta:
        database = database
        legacy_table_names = False
