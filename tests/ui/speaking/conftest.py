"""The desk of the detail pane, with its made-up network."""

from tests.ui.detail.desk import desk, echo, look

__all__ = ["desk", "echo", "look"]
