"""Departments become a tree with contact, mail, deputy and absence. The model is a frozen copy, as in 0001.

The table is made anew: what was in it stays, and parents that are departments are found by their names.
"""

from __future__ import annotations

from typing import Any

from peewee import BooleanField, CharField, Model, TextField

KEPT = "id, code, name, parent, duties, active"
NEW = "parent_code, kind, contact, mail, deputy, absent, official_code, source"
SAME_NAME = "FROM department p WHERE p.name = department.parent"


def up(migrator: Any, db: Any) -> None:
    db.execute_sql("DROP INDEX department_code")
    db.execute_sql("ALTER TABLE department RENAME TO department_before")
    db.create_tables(tables(db), safe=False)
    db.execute_sql(
        f"INSERT INTO department ({KEPT}, {NEW})"
        f" SELECT {KEPT}, '', '', '', '', '', ?, '', '' FROM department_before",
        (False,),
    )
    db.execute_sql("DROP TABLE department_before")
    # Only where exactly one department bears the name, and is not the child itself.
    db.execute_sql(
        f"UPDATE department SET parent_code = (SELECT min(p.code) {SAME_NAME})"
        f" WHERE parent <> name AND 1 = (SELECT count(*) {SAME_NAME})"
    )
    db.execute_sql("UPDATE department SET kind = 'division' WHERE parent_code <> ''")
    db.execute_sql("UPDATE department SET kind = 'bureau' WHERE code IN (SELECT parent_code FROM department)")


def tables(db: Any) -> list[Any]:
    class Table(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Department(Table):
        code = CharField(unique=True)
        name = TextField()
        parent = TextField(default="")
        duties = TextField(default="")
        active = BooleanField(default=True)
        parent_code = CharField(default="")
        kind = CharField(default="")
        contact = TextField(default="")
        mail = TextField(default="")
        deputy = CharField(default="")
        absent = BooleanField(default=False)
        official_code = TextField(default="")
        source = TextField(default="")

    return [Department]
