"""The desk that these tests work at."""

from tests.ui.detail.desk import desk, echo, look, sample_desk

__all__ = ["desk", "echo", "look", "sample_desk"]
