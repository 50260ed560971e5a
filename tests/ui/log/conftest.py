"""The desk that tests of the log work at."""

from tests.ui.detail.desk import desk, echo, look

__all__ = ["desk", "echo", "look"]
