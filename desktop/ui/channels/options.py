"""The settings that a network asks for beside address and sign-in (a plan, a search word, a mail server).

Owns their fields; it must not know what a setting is for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.channels.dialog import field
from desktop.ui.channels.names import in_own_language
from desktop.ui.widgets.editors import take_text

translate = QCoreApplication.translate


class OptionsForm(QWidget):
    """One field for each of a network's options. ``submitted`` on Enter in a line."""

    submitted = Signal()

    def __init__(self, network: Any, values: Mapping[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = network.option_fields if network is not None else ()
        self.widgets: dict[str, QLineEdit | QComboBox] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for wanted in self._wanted:
            value = str(values.get(wanted.name, wanted.default))
            widget = self._box(wanted, value) if wanted.choices else self._line(value)
            words = in_own_language(wanted.label_ko, wanted.label_en)
            if not wanted.required and not wanted.choices:
                words = translate("Options", "{name} (없어도 됨)").format(name=words)
            layout.addWidget(field(words, widget, in_own_language(wanted.hint_ko, wanted.hint_en)))
            self.widgets[wanted.name] = widget
        self.setVisible(bool(self.widgets))

    def _line(self, value: str) -> QLineEdit:
        line = QLineEdit(value, self)
        line.returnPressed.connect(self.submitted)
        return line

    def _box(self, wanted: Any, value: str) -> QComboBox:
        box = QComboBox(self)
        for choice, korean, english in wanted.choices:
            box.addItem(in_own_language(korean, english), choice)
        box.setCurrentIndex(max(box.findData(value), 0))
        return box

    def values(self) -> dict[str, str]:
        """What was chosen; what is left at its default or empty is left out."""
        found = {}
        for wanted in self._wanted:
            widget = self.widgets[wanted.name]
            given = str(widget.currentData()) if isinstance(widget, QComboBox) else take_text(widget).strip()
            if given and given != wanted.default:
                found[wanted.name] = given
        return found

    def missing(self) -> QWidget | None:
        """The first field that has to be filled in and is not."""
        for wanted in self._wanted:
            widget = self.widgets[wanted.name]
            if wanted.required and isinstance(widget, QLineEdit) and not take_text(widget).strip():
                return widget
        return None

    def apply_to(self, options: Mapping[str, Any]) -> dict[str, Any]:
        """``options`` of a channel with the values of this form in them."""
        kept = {name: value for name, value in options.items() if name not in self.widgets}
        return {**kept, **self.values()}
