"""Handing cases to departments from the board and the detail pane, and what becomes of them there."""
