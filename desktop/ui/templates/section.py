"""설정 > 서식: the templates of the office, with an editor that says at once what is wrong with a place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.models import cases, templates
from desktop.ui.channels.dialog import Dialog, field
from desktop.ui.detail.words import track_word, voice_word
from desktop.ui.settings.form import Section
from desktop.ui.theme.style import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.chips import Chip, Flow
from desktop.ui.widgets.editors import PreeditTextEdit, take_text
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate

ROW = Qt.ItemDataRole.UserRole


def kind_word(kind: str) -> str:
    return {
        "": translate("Templates", "그 밖"),
        "receipt": translate("Templates", "접수"),
        "first": translate("Templates", "1차 답변"),
        "forward": translate("Templates", "이관 알림"),
        "final": translate("Templates", "최종 답변"),
        "thanks": translate("Templates", "감사"),
        "decline": translate("Templates", "어려운 점 설명"),
        "invitation": translate("Templates", "번개팅 초대"),
        "invitation-short": translate("Templates", "번개팅 짧은 초대"),
        "seat": translate("Templates", "번개팅 참석 안내"),
        "waiting": translate("Templates", "번개팅 대기 안내"),
        "report": translate("Templates", "번개팅 결과"),
    }[kind]


def section(bridge: Any) -> Section:
    made = Section("templates", translate("Templates", "서식"))
    made.add(TemplateList(bridge))
    return made


class TemplateList(QWidget):
    """All templates, in the order in which they are offered."""

    def __init__(self, bridge: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.words = " ".join(
            (translate("Templates", "서식"), translate("Templates", "답변에 넣어 쓰는 글입니다."))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(8)
        hint = translate("Templates", "답변에 넣어 쓰는 글입니다. 답변을 쓰다가 T 또는 Ctrl+T로 부릅니다.")
        column.addWidget(label(hint, "meta", self, wrap=True))
        self.list = QListWidget(self)
        self.list.setProperty("kind", "rows")
        self.list.setAccessibleName(translate("Templates", "서식"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemDoubleClicked.connect(lambda _: self.edit())
        self.list.currentItemChanged.connect(lambda *_: self._allow())
        self.list.installEventFilter(self)
        column.addWidget(self.list)
        holder = QWidget(self)
        flow = Flow(holder, spacing=6)
        self.buttons: dict[str, Button] = {}
        for name, text, icon, run in (
            ("add", translate("Templates", "서식 더하기"), "plus", self.add),
            ("edit", translate("Templates", "서식 고치기"), "pen-line", self.edit),
            ("up", translate("Templates", "위로"), "arrow-up", lambda: self.move_by(-1)),
            ("down", translate("Templates", "아래로"), "arrow-down", lambda: self.move_by(1)),
            ("remove", translate("Templates", "서식 지우기"), "trash-2", self.remove),
        ):
            button = Button(text, holder, icon=icon)
            button.clicked.connect(lambda _=False, run=run: run())
            self.buttons[name] = button
            flow.addWidget(button)
        column.addWidget(holder)
        bridge.changed.connect(self._changed)
        bridge.who_changed.connect(self._allow)
        theme().changed.connect(self._fit)
        self._fit()
        self._allow()

    def _fit(self) -> None:
        self.list.setFixedHeight(theme().px(330))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            held = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.edit()
                return True
            if event.key() == Qt.Key.Key_Delete:
                self.remove()
                return True
            if held and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.move_by(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
        return False

    def reload(self) -> None:
        self._bridge.spawn(self._load(), "templates")

    async def _load(self) -> None:
        self.show_rows(await self._bridge.read(templates.list_templates, everything=True))

    def show_rows(self, rows: Sequence[Any]) -> None:
        chosen = self.chosen()
        self.list.clear()
        for row in rows:
            facts = [kind_word(row.kind)]
            if row.track:
                facts.append(track_word(row.track))
            if row.voice:
                facts.append(voice_word(row.voice))
            if not row.active:
                facts.append(translate("Templates", "쓰지 않음"))
            item = QListWidgetItem(f"{row.name}  ·  {' · '.join(facts)}\n{' '.join(row.text.split())}")
            item.setData(ROW, row)
            item.setToolTip(row.text)
            self.list.addItem(item)
            if chosen is not None and row.id == chosen.id:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and rows:
            self.list.setCurrentRow(0)
        self._allow()

    def chosen(self) -> Any:
        item = self.list.currentItem()
        return None if item is None else item.data(ROW)

    def _allow(self) -> None:
        allowed = self._bridge.may("template.edit")
        row, last = self.list.currentRow(), self.list.count() - 1
        self.buttons["add"].setEnabled(allowed)
        for name, fits in (
            ("edit", row >= 0),
            ("remove", row >= 0),
            ("up", row > 0),
            ("down", 0 <= row < last),
        ):
            self.buttons[name].setEnabled(allowed and fits)

    def _changed(self, changes: Any) -> None:
        if "templates" in changes.others and self.isVisible():
            self.reload()

    # --- acts -----------------------------------------------------------------------------------------

    def add(self) -> None:
        TemplateDialog(self._bridge, self.window()).open()

    def edit(self) -> None:
        if self.chosen() is not None and self._bridge.may("template.edit"):
            TemplateDialog(self._bridge, self.window(), self.chosen()).open()

    def remove(self) -> None:
        row = self.chosen()
        if row is not None and self._bridge.may("template.edit"):
            said = translate("Templates", "“{name}” 서식을 지웠습니다").format(name=row.name)
            self._bridge.spawn(_do(self._bridge, said, templates.remove_template, row.id))

    def move_by(self, by: int) -> None:
        """One place up or down (Alt+Up, Alt+Down)."""
        ids = [self.list.item(place).data(ROW).id for place in range(self.list.count())]
        row = self.list.currentRow()
        if 0 <= row + by < len(ids) and row >= 0 and self._bridge.may("template.edit"):
            ids[row], ids[row + by] = ids[row + by], ids[row]
            said = translate("Templates", "서식의 순서를 바꿨습니다")
            self._bridge.spawn(_do(self._bridge, said, templates.order_templates, ids))


class TemplateDialog(Dialog):
    """One template: name, text with places, and what it is the usual text of."""

    def __init__(self, bridge: Any, parent: QWidget | None, row: Any = None) -> None:
        title = translate("Templates", "서식 고치기") if row else translate("Templates", "서식 더하기")
        super().__init__(title, bridge, parent, width=600)
        self._row = row
        self.name = QLineEdit(row.name if row else "", self)
        self.name.setMaxLength(templates.LONGEST_NAME)
        self.body.addWidget(field(translate("Templates", "이름"), self.name))
        self.text = PreeditTextEdit(translate("Templates", "글"), self)
        self.text.setPlainText(row.text if row else "")
        self.text.setMinimumHeight(theme().px(130))
        self.text.typed.connect(lambda _: self._typed())
        self.body.addWidget(field(translate("Templates", "글"), self.text))
        self.body.addWidget(self._places())
        hint = translate("Templates", "조사는 {example} 처럼 적으면 저절로 맞춥니다.").format(
            example="{부서}이/가"
        )
        self.body.addWidget(label(hint, "meta", self, wrap=True))
        line = QHBoxLayout()
        name = translate("Templates", "쓰임")
        kinds = [(kind, kind_word(kind)) for kind in templates.KINDS]
        self.kind = _box(self, kinds, row.kind if row else "", name)
        line.addWidget(field(name, self.kind), 1)
        tracks = [
            ("", translate("Templates", "모두")),
            *((t, track_word(t)) for t in ("forward", "idea", "opinion")),
        ]
        name = translate("Templates", "처리 구분")
        self.track = _box(self, tracks, row.track if row else "", name)
        line.addWidget(field(name, self.track), 1)
        voices = [("", translate("Templates", "모두")), *((v, voice_word(v)) for v in VOICES)]
        name = translate("Templates", "명의")
        self.voice = _box(self, voices, row.voice if row else "", name)
        line.addWidget(field(name, self.voice), 1)
        self.body.addLayout(line)
        self.add_cancel()
        self.button = self.add_button(translate("Templates", "서식 저장하기"), "primary")
        self.button.clicked.connect(lambda: self.save())
        self._typed()

    def _places(self) -> QWidget:
        holder = QWidget(self)
        flow = Flow(holder, spacing=4)
        for name in templates.VARIABLES:
            chip = Chip(f"{{{name}}}", holder)
            chip.setCheckable(False)
            chip.clicked.connect(lambda _=False, name=name: self.text.insertPlainText(f"{{{name}}}"))
            flow.addWidget(chip)
        return holder

    def _typed(self) -> None:
        """Say at once which place nothing could fill."""
        strange = templates.unknown(self.text.text_now())
        self.fail(
            translate("Templates", "채울 수 없는 자리입니다: {names}").format(
                names=", ".join(dict.fromkeys(f"{{{place.name}}}" for place in strange))
            )
            if strange
            else ""
        )
        self.button.setEnabled(not strange and bool(self.text.text_now().strip()))

    def save(self) -> None:
        if self._task is not None:
            return
        values = {
            "name": take_text(self.name), "text": take_text(self.text), "kind": self.kind.currentData(),
            "track": self.track.currentData(), "voice": self.voice.currentData(),
        }  # fmt: skip
        self.work(self._save(values))

    async def _save(self, values: dict[str, Any]) -> None:
        name = values["name"].strip()
        if self._row is None:
            said = translate("Templates", "“{name}” 서식을 더했습니다").format(name=name)
            name, text = values.pop("name"), values.pop("text")
            await _do(self.bridge, said, templates.add_template, name, text, **values)
        else:
            said = translate("Templates", "“{name}” 서식을 고쳤습니다").format(name=name)
            await _do(self.bridge, said, templates.edit_template, self._row.id, **values)
        self.accept()


VOICES = ("mayor", "spokesperson", "official", "department")


def _box(parent: QWidget, choices: Sequence[tuple[str, str]], current: str, name: str) -> QComboBox:
    box = QComboBox(parent)
    box.view().setAccessibleName(name)
    for value, text in choices:
        box.addItem(text, value)
    box.setCurrentIndex(max(box.findData(current), 0))
    return box


async def _do(bridge: Any, said: str, work: Any, *args: Any, **named: Any) -> None:
    step = cases.new_step()
    await bridge.write(work, *args, step=step, **named)
    bridge.did(said, step)
