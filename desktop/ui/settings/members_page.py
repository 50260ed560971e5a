"""Settings: who works here and as what (구성원)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.models import cases, members, queries
from desktop.models.members import MemberRow
from desktop.models.permissions import ROLES
from desktop.ui import fmt
from desktop.ui.bridge import Bridge
from desktop.ui.channels.dialog import Confirm
from desktop.ui.detail.words import voice_word
from desktop.ui.rights import Guard, role_sentence, role_word
from desktop.ui.settings.form import Section
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Flow
from desktop.ui.widgets.files import FileDialog
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.tables import list_rows

translate = QCoreApplication.translate

RIGHT = "member.edit"
LEAST_ROWS, MOST_ROWS = 2, 12


class MembersPage(QWidget):
    """The table of members with what can be done with them, and what each role may do."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._rows: list[MemberRow] = []
        self._names: Mapping[str, str] = {}
        self.words = " ".join([translate("Members", "구성원 역할 권한 명의 관리자"), *map(role_word, ROLES)])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(8)
        self.hint = label("", "muted", self, wrap=True)
        column.addWidget(self.hint)
        self.table = QTableWidget(0, 4, self)
        self.table.setAccessibleName(translate("Members", "구성원"))
        self.table.setHorizontalHeaderLabels(
            [
                translate("Members", "이름"),
                translate("Members", "역할"),
                translate("Members", "부서"),
                translate("Members", "더한 명의"),
            ]
        )
        list_rows(self.table)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.itemSelectionChanged.connect(self._chosen)
        self.table.itemActivated.connect(lambda _: self.edit())
        column.addWidget(self.table)
        foot = QWidget(self)
        flow = Flow(foot, 6)
        self.buttons: dict[str, Button] = {}
        for name, text, icon, act in (
            ("add", translate("Members", "구성원 추가"), "plus", self.add),
            ("edit", translate("Members", "고치기"), "pen-line", self.edit),
            ("remove", translate("Members", "빼기"), "trash-2", self.remove),
            ("import", translate("Members", "명단 가져오기"), "upload", self.import_file),
        ):
            button = Button(text, foot, icon=icon)
            button.clicked.connect(act)
            flow.addWidget(button)
            self.buttons[name] = button
            Guard(bridge, button, RIGHT)
        column.addWidget(foot)
        column.addWidget(self._roles())
        theme().changed.connect(self._fit)
        bridge.changed.connect(self._changed)
        bridge.ready.connect(self.read)
        if bridge.store is not None:
            self.read()
        self._show([], {})

    def _roles(self) -> QWidget:
        box = QWidget(self)
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(label(translate("Members", "역할마다 하는 일"), "name", box))
        for role in ROLES:
            line = QHBoxLayout()
            name = label(role_word(role), "", box)
            name.setMinimumWidth(theme().px(110))
            line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label(role_sentence(role), "muted", box, wrap=True), 1)
            rows.addLayout(line)
        return box

    # --- what is shown -----------------------------------------------------------------------------------

    def read(self) -> None:
        self._bridge.spawn(self._read(), "members")

    async def _read(self) -> None:
        rows, names = await self._bridge.read(_members)
        self._show(rows, names)

    def _changed(self, changes: Any) -> None:
        if changes.others & {"members", "departments"}:
            self.read()

    def _show(self, rows: Sequence[MemberRow], names: Mapping[str, str]) -> None:
        before = self.chosen()
        self._rows, self._names = list(rows), names
        self.table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            name = row.user if not row.name or row.name == row.user else f"{row.user} ({row.name})"
            role = role_word(row.role)
            if not row.active:
                role = translate("Members", "{role} · 쉼").format(role=role)
            department = names.get(row.department, row.department)
            voices = ", ".join(voice_word(voice) for voice in row.voices)
            for column, text in enumerate((name, role, department, voices)):
                item = QTableWidgetItem(text)
                item.setToolTip(role_sentence(row.role) if column == 1 else text)
                self.table.setItem(place, column, item)
            if before is not None and before.user == row.user:
                self.table.selectRow(place)
        if rows:
            text = translate("Members", "구성원 {count}명. 명단에 없는 사람은 보기만 합니다.")
            self.hint.setText(text.format(count=fmt.number(len(rows))))
        else:
            self.hint.setText(
                translate(
                    "Members",
                    "구성원을 정하지 않았습니다. 지금은 누구나 모든 일을 할 수 있습니다."
                    " 첫 구성원은 관리자입니다.",
                )
            )
        self.table.setVisible(bool(rows))
        self._fit()
        self._chosen()

    def _fit(self) -> None:
        height = theme().px(34)
        self.table.verticalHeader().setDefaultSectionSize(height)
        rows = min(max(len(self._rows), LEAST_ROWS), MOST_ROWS)
        self.table.setFixedHeight(height * rows + self.table.horizontalHeader().sizeHint().height() + 4)

    def chosen(self) -> MemberRow | None:
        place = self.table.currentRow()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def _chosen(self) -> None:
        for name in ("edit", "remove"):
            self.buttons[name].setEnabled(self.chosen() is not None)

    # --- acts --------------------------------------------------------------------------------------------

    def add(self) -> None:
        self._open(None)

    def edit(self) -> None:
        row = self.chosen()
        if row is not None and self._bridge.may(RIGHT):
            self._open(row)

    def _open(self, row: MemberRow | None) -> None:
        from desktop.ui.settings.member_dialog import MemberDialog

        first = not any(other.active for other in self._rows)
        dialog = MemberDialog(self._bridge, row, self._names, first=first, parent=self.window())
        dialog.open()

    def remove(self) -> None:
        row = self.chosen()
        if row is None:
            return
        title = translate("Members", "‘{name}’ 님을 구성원에서 뺄까요?").format(name=row.user)
        text = translate("Members", "하던 일의 기록은 남습니다. 되돌릴 수 있습니다.")
        ask = Confirm(self._bridge, self.window(), title, text, translate("Members", "구성원에서 빼기"))
        ask.accepted.connect(lambda: self._bridge.spawn(self._remove(row.user), "remove member"))
        ask.open()

    async def _remove(self, user: str) -> None:
        step = cases.new_step()
        await self._bridge.write(members.remove, user, step=step)
        self._bridge.did(translate("Members", "{name} 님을 구성원에서 뺐습니다").format(name=user), step)

    def import_file(self) -> None:
        dialog = FileDialog(self.window(), translate("Members", "명단 가져오기"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(translate("Members", "명단 (*.csv *.xlsx)"))
        dialog.fileSelected.connect(self.import_path)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def import_path(self, path: str) -> None:
        """Take in the members of a file."""
        self._bridge.spawn(self._import(path), "import members")

    async def _import(self, path: str) -> None:
        import asyncio

        from desktop.services import member_files, messages
        from desktop.ui import i18n

        rows = await asyncio.to_thread(member_files.read_file, path)
        report = await self._bridge.write(member_files.import_rows, rows)
        text = translate("Members", "구성원 {new}명을 추가하고 {changed}명을 고쳤습니다").format(
            new=fmt.number(len(report.new)), changed=fmt.number(len(report.changed))
        )
        if not report.bad:
            self._bridge.toast(text, tone="good")
            return
        first = report.bad[0]
        why = messages.sentence(first.reason, i18n.language(), name=first.text)
        more = translate("Members", "{text}. {bad}줄은 빠졌습니다. {line}번째 줄: {why}")
        self._bridge.toast(
            more.format(text=text, bad=fmt.number(len(report.bad)), line=first.line, why=why), tone="warning"
        )


def _members() -> tuple[list[MemberRow], dict[str, str]]:
    return members.list_members(), queries.department_names()


def page(bridge: Bridge) -> Section:
    section = Section("members", translate("Members", "구성원"))
    section.add(MembersPage(bridge))
    return section
