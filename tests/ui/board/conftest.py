"""The desk and the board that its tests work at."""

from tests.ui.board.table import board
from tests.ui.lists.desk import desk, look

__all__ = ["board", "desk", "look"]
