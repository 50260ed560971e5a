"""The desk that tests of the inbox work at."""

from tests.ui.departments.office import inbox
from tests.ui.detail.desk import desk, echo, look

__all__ = ["desk", "echo", "inbox", "look"]
