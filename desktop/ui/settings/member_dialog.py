"""Takes somebody in, or changes what they work here as."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QVBoxLayout, QWidget

from desktop.models import cases, members
from desktop.models.members import LONGEST_NAME, MemberRow
from desktop.models.permissions import ROLES, VOICES, VOICES_OF_ROLE
from desktop.ui.channels.dialog import Dialog, Scrolled, field
from desktop.ui.detail.words import voice_word
from desktop.ui.rights import role_sentence, role_word
from desktop.ui.widgets.editors import take_text
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate


class MemberDialog(Dialog):
    """``row`` None: somebody new. ``first``: nobody is a member yet, so this one becomes admin."""

    def __init__(
        self,
        bridge: Any,
        row: MemberRow | None,
        departments: Mapping[str, str],
        *,
        first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        text = translate("Members", "구성원 추가") if row is None else translate("Members", "구성원 고치기")
        super().__init__(text, bridge, parent, width=480)
        self._row = row
        content = QWidget(self)
        self._form = QVBoxLayout(content)
        self._form.setContentsMargins(0, 0, 8, 0)
        self._form.setSpacing(10)
        self.body.addWidget(Scrolled(content, self))
        self.user = QLineEdit(row.user if row is not None else bridge.user if first else "", content)
        self.user.setMaxLength(LONGEST_NAME)
        hint = translate("Members", "설정 > 일반의 이름과 같게 적습니다. 처리 기록에 남는 이름입니다.")
        self._form.addWidget(field(translate("Members", "이름"), self.user, hint))
        self.name = QLineEdit(row.name if row is not None else "", content)
        self.name.setMaxLength(LONGEST_NAME)
        self._form.addWidget(field(translate("Members", "보이는 이름 (없어도 됩니다)"), self.name))
        self.role = QComboBox(content)
        self.role.view().setAccessibleName(translate("Members", "역할"))
        for role in ROLES:
            self.role.addItem(role_word(role), role)
        wanted = row.role if row is not None else "admin" if first else "triage"
        self.role.setCurrentIndex(self.role.findData(wanted))
        self.role.setEnabled(not first or row is not None)
        self.role.currentIndexChanged.connect(lambda _: self._show_role())
        self._form.addWidget(field(translate("Members", "역할"), self.role))
        self.says = label("", "meta", content, wrap=True)
        self._form.addWidget(self.says)
        self.department = QComboBox(content)
        self.department.setEditable(True)
        self.department.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.department.view().setAccessibleName(translate("Members", "부서"))
        self.department.addItem(translate("Members", "(부서 없음)"), "")
        for code, name in sorted(departments.items(), key=lambda item: item[1]):
            self.department.addItem(name, code)
        completer = QCompleter(self.department.model(), self.department)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.department.setCompleter(completer)
        place = self.department.findData(row.department if row is not None else "")
        self.department.setCurrentIndex(max(place, 0))
        self._form.addWidget(field(translate("Members", "부서"), self.department))
        self.voices: dict[str, QCheckBox] = {}
        self._form.addWidget(label(translate("Members", "말할 수 있는 명의"), "name", content))
        for voice in VOICES:
            box = QCheckBox(voice_word(voice), content)
            box.setChecked(row is not None and voice in row.voices)
            self.voices[voice] = box
            self._form.addWidget(box)
        self.active = QCheckBox(translate("Members", "일하고 있음"), content)
        self.active.setChecked(row is None or row.active)
        self.active.setVisible(row is not None)
        self._form.addWidget(self.active)
        self.add_cancel()
        act = translate("Members", "추가하기") if row is None else translate("Members", "저장하기")
        self.act = self.add_button(act, "primary")
        self.act.clicked.connect(self.save)
        self._show_role()
        self.user.setFocus()

    def _show_role(self) -> None:
        role = str(self.role.currentData())
        self.says.setText(role_sentence(role))
        for voice, box in self.voices.items():
            own = voice in VOICES_OF_ROLE.get(role, ())
            box.setEnabled(not own)
            text = voice_word(voice)
            box.setText(
                translate("Members", "{voice} (역할에 들어 있음)").format(voice=text) if own else text
            )

    def _department(self) -> str | None:
        """The code that was chosen or typed; None where the words name no department."""
        line = self.department.lineEdit()
        typed = take_text(line).strip() if line is not None else ""
        place = self.department.findText(typed, Qt.MatchFlag.MatchFixedString)
        if place < 0:
            return None if typed else ""
        return str(self.department.itemData(place))

    def save(self) -> None:
        """Store it; what cannot be is said here and what was typed stays."""
        department = self._department()
        if department is None:
            self.fail(translate("Members", "없는 부서입니다. 목록에서 골라 주세요."))
            self.department.setFocus()
            return
        role = str(self.role.currentData())
        more = tuple(
            voice
            for voice, box in self.voices.items()
            if box.isChecked() and voice not in VOICES_OF_ROLE.get(role, ())
        )
        values: dict[str, Any] = {
            "role": role,
            "name": take_text(self.name).strip(),
            "department": department,
            "voices": more,
        }
        self.fail("")
        self.work(self._save(take_text(self.user).strip(), values))

    async def _save(self, user: str, values: dict[str, Any]) -> None:
        step = cases.new_step()
        if self._row is None:
            role = values.pop("role")
            await self.bridge.write(members.add, user, role, step=step, **values)
            text = translate("Members", "{name} 님을 구성원으로 추가했습니다")
        else:
            values |= {"user": user, "active": self.active.isChecked()}
            await self.bridge.write(members.edit, self._row.user, step=step, **values)
            text = translate("Members", "{name} 님의 역할을 고쳤습니다")
        self.bridge.did(text.format(name=user), step)
        self.accept()

    def busy(self, busy: bool) -> None:
        self.act.setEnabled(not busy)
