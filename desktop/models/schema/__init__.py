"""The tables. Only this package describes them; ``migrations/`` holds how they came to be.

Times are whole milliseconds UTC since 1970 (``_ms``): they sort the same on SQLite and PostgreSQL. A post's
primary key grows with the time of the post (see ``ids.py``), so "newest first" is the order of the key itself
in every list, page and search.
"""

from desktop.models.schema.base import Table, database
from desktop.models.schema.core import *  # noqa: F403
from desktop.models.schema.forwarding import *  # noqa: F403
from desktop.models.schema.meetings import *  # noqa: F403
from desktop.models.schema.meetups import *  # noqa: F403
from desktop.models.schema.people import *  # noqa: F403
from desktop.models.schema.speaking import *  # noqa: F403

__all__ = ["Table", "database"]
