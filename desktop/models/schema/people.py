"""Who works here and what each may do; see ``permissions.py``."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, CharField, TextField

from desktop.models.schema.base import Table


class Member(Table):
    """Somebody who works here (구성원). Where nobody is listed, one person does all and all is allowed."""

    user = CharField(unique=True)  # as it stands in the log
    name = TextField(default="")
    role = CharField()  # of permissions.ROLES
    department = CharField(default="")  # code of the department that they work for
    voices = TextField(default="")  # ";"-separated voices beyond those of the role
    active = BooleanField(default=True)
    changed_ms = BigIntegerField()
    changed_by = TextField(default="")
