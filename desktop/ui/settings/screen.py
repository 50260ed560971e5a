"""The settings screen: sections at the left, everything on one page at the right, a search above."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.bridge import Bridge
from desktop.ui.commands import Command
from desktop.ui.deadlines.days_page import days_section
from desktop.ui.deadlines.rules_page import rules_section
from desktop.ui.settings import members_page, pages, privacy_page
from desktop.ui.settings.about import about
from desktop.ui.settings.form import Row
from desktop.ui.templates.section import section as templates_section
from desktop.ui.theme.style import theme
from desktop.ui.widgets.editors import SearchLine
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate


class SettingsScreen(QWidget):
    """All settings apply at once; there is no button to confirm them."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.sections = [
            pages.general(bridge),
            pages.screen(bridge),
            pages.answering(bridge),
            templates_section(bridge),
            pages.keys(bridge),
            rules_section(bridge),
            days_section(bridge),
            members_page.page(bridge),
            privacy_page.page(bridge),
            pages.data(bridge),
            about(bridge),
        ]
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 0)
        row.setSpacing(24)
        left = QVBoxLayout()
        left.setSpacing(12)
        self.field = SearchLine(translate("Settings", "설정 찾기"), self)
        self.field.searched.connect(self.search)
        left.addWidget(self.field)
        self.list = QListWidget(self)
        self.list.setProperty("kind", "menu")
        self.list.setAccessibleName(translate("Settings", "설정 묶음"))
        for section in self.sections:
            self.list.addItem(QListWidgetItem(section.title))
        self.list.currentRowChanged.connect(self._jump)
        left.addWidget(self.list, 1)
        row.addLayout(left)
        page = QWidget()
        page.setProperty("kind", "scroll")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 16, 16)
        column.setSpacing(8)
        for section in self.sections:
            column.addWidget(section)
        self._none = label(
            translate("Settings", "맞는 설정이 없습니다. 다른 낱말로 찾아 주세요."), "muted", page
        )
        self._none.hide()
        column.addWidget(self._none)
        column.addStretch(1)
        page.setMaximumWidth(1100)
        self._area = QScrollArea(self)
        self._area.setProperty("ring", True)
        self._area.setAccessibleName(translate("Settings", "설정"))
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(page)
        row.addWidget(self._area, 1)
        theme().changed.connect(self._resize)
        self._resize()
        self.setFocusProxy(self.list)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() - self.list.width() < theme().px(640)
        for row in self.findChildren(Row):
            row.set_narrow(narrow)

    def title(self) -> str:
        return translate("Settings", "설정")

    def activate(self) -> None:
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def search(self, text: str) -> None:
        """Show only the settings that hold ``text``."""
        found = [section.filter(text.strip()) for section in self.sections]
        for place, shown in enumerate(found):
            self.list.item(place).setHidden(not shown)
        self._none.setVisible(not any(found))

    def focus_search(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def commands(self) -> Sequence[Command]:
        return [
            Command(
                f"settings.{section.name}",
                translate("Settings", "설정: {section}").format(section=section.title),
                lambda name=section.name: self.show_section(name),
                icon="settings",
            )
            for section in self.sections
        ]

    def show_section(self, name: str) -> None:
        """Bring one section to the top."""
        self.list.setCurrentRow([section.name for section in self.sections].index(name))

    def _jump(self, row: int) -> None:
        if row >= 0:
            section = self.sections[row]
            # The layout may not have placed a section that was just made.
            QTimer.singleShot(0, section, lambda: self._area.verticalScrollBar().setValue(section.y()))

    def _resize(self) -> None:
        width = theme().px(200)
        self.field.setFixedWidth(width)
        self.list.setFixedWidth(width)
        self._fit()
