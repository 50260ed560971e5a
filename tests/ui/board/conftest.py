"""The desk that tests of lists work at."""

from tests.ui.lists.desk import desk, look

__all__ = ["desk", "look"]
