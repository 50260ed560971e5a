"""The five first steps. Each writes what was chosen where the settings would write it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import i18n, keys
from desktop.ui.bridge import Bridge
from desktop.ui.settings import pages, workspaces
from desktop.ui.settings.form import Row, choice, path_label
from desktop.ui.settings.key_names import names
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Lamp, label

translate = QCoreApplication.translate


def flush(row: Row) -> Row:
    """A row that begins and ends with the words above it: here it stands on no card of its own."""
    row.setContentsMargins(-16, 0, -16, 0)
    return row


class Step(QWidget):
    """One step; ``done`` ends the whole guide because the person has begun to work."""

    done = Signal()
    title = ""
    text = ""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.bridge = bridge
        self.setProperty("kind", "scroll")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 12, 0, 0)
        self.column.setSpacing(8)

    def shown(self) -> None:
        """The step has come to the front."""

    def keep(self) -> None:
        """The person goes on: store what is not stored yet."""


class Language(Step):
    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.title = translate("FirstRun", "언어와 글자 크기를 골라 주세요")
        self.text = translate("FirstRun", "고르는 대로 바로 바뀝니다. 설정에서 언제든 바꿀 수 있습니다.")
        prefs = bridge.prefs
        name = translate("Settings", "언어")
        box = choice(pages.language_names(), i18n.language(), partial(prefs.put, "language"), name)
        both = name if name == "Language" else f"{name} / Language"
        self.column.addWidget(flush(Row(both, "", box)))
        name = translate("Settings", "글자 크기")
        box = choice(pages.scale_names(), str(prefs.scale), partial(prefs.put, "text_size"), name)
        self.column.addWidget(flush(Row(name, "", box)))
        name = translate("Settings", "화면 밝기")
        box = choice(pages.mode_names(), prefs.mode, partial(prefs.put, "theme"), name)
        self.column.addWidget(flush(Row(name, "", box)))
        sample = translate(
            "FirstRun", "시장님, 강남역 10번 출구 앞 가로등이 며칠째 꺼져 있어 밤길이 무섭습니다."
        )
        self.column.addSpacing(12)
        self.column.addWidget(label(translate("FirstRun", "글은 이렇게 보입니다"), "meta", self))
        self.column.addWidget(label(sample, "", self, wrap=True))
        self.column.addStretch(1)


class Person(Step):
    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.title = translate("FirstRun", "누가 쓰는 자리인가요")
        self.text = translate(
            "FirstRun", "이름은 처리 기록과 내부 메모에 남습니다. 시민에게는 보이지 않습니다."
        )
        self.name = pages.NameField(bridge)
        self.column.addWidget(flush(Row(translate("Settings", "이름"), "", self.name)))
        name = translate("Settings", "하는 일")
        self.column.addWidget(flush(Row(name, "", pages.RoleField(bridge))))
        self.column.addStretch(1)

    def keep(self) -> None:
        self.name.keep()


class Place(Step):
    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.title = translate("FirstRun", "자료는 이 PC에 저장합니다")
        self.text = translate(
            "FirstRun", "받은 글과 처리 기록은 아래 파일에, 비밀번호는 운영체제 보관함에만 저장합니다."
        )
        place = path_label(workspaces.shown_path(bridge))
        self.column.addWidget(flush(Row(translate("Settings", "업무공간 위치"), "", place)))
        self.lamp = Lamp(translate("FirstRun", "아직 확인하지 않았습니다"), "", self)
        self.test = Button(translate("FirstRun", "보관함 확인하기"), self)
        self.test.clicked.connect(self._check)
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.lamp)
        row.addWidget(self.test)
        help_text = translate(
            "FirstRun", "보관함이 없어도 글을 모으고 분류할 수 있습니다. 답변에는 필요합니다."
        )
        self.column.addWidget(flush(Row(translate("FirstRun", "비밀번호 보관함"), help_text, holder)))
        self.column.addStretch(1)

    def _check(self) -> None:
        if self.bridge.services is not None:
            self.test.setEnabled(False)
            self.lamp.set_state(translate("FirstRun", "확인하고 있습니다"), "")
            self.bridge.spawn(self._ask_vault(), "vault")

    async def _ask_vault(self) -> None:
        assert self.bridge.services is not None
        try:
            self.show_state(await self.bridge.services.vault.unlock())
        finally:
            self.test.setEnabled(True)

    def show_state(self, state: str) -> None:
        """``state`` as the vault says it: ok, locked or missing."""
        told = {
            "ok": (translate("FirstRun", "보관함을 쓸 수 있습니다"), "good"),
            "locked": (translate("FirstRun", "보관함이 잠겨 있습니다"), "warning"),
        }
        missing = (translate("FirstRun", "보관함을 찾을 수 없습니다"), "warning")
        self.lamp.set_state(*told.get(state, missing))


class Channel(Step):
    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.title = translate("FirstRun", "첫 채널을 연결해 주세요")
        self.text = translate("FirstRun", "채널이 없어도 예시 데이터로 먼저 둘러볼 수 있습니다.")
        for name, help_text, icon, run in (
            (
                translate("FirstRun", "채널 추가하기"),
                translate("FirstRun", "홈페이지, X, 페이스북 등 매체를 고르고 주소를 넣습니다."),
                "plus",
                partial(self._channels, "channels.add"),
            ),
            (
                translate("FirstRun", "목록에서 가져오기"),
                translate("FirstRun", "OPML이나 CSV 파일에 적힌 채널을 한 번에 등록합니다."),
                "upload",
                partial(self._channels, "channels.import"),
            ),
            (
                translate("FirstRun", "예시 데이터로 둘러보기"),
                translate("FirstRun", "지어낸 글 약 300건입니다. 계정이 필요 없고 아무것도 보내지 않습니다."),
                "eye",
                self._sample,
            ),
        ):
            button = Button(name, self, icon=icon)
            button.clicked.connect(lambda _=False, run=run: run())
            self.column.addWidget(flush(Row(name, help_text, button)))
        self.column.addStretch(1)

    def _channels(self, command: str) -> None:
        self.done.emit()
        self.bridge.go.emit("channels")
        self.bridge.commands.run(command, "channels")

    def _sample(self) -> None:
        self.done.emit()
        self.bridge.spawn(workspaces.open_sample(self.bridge), "sample")


class Keys(Step):
    PRACTICE = (
        "list.next",
        "list.previous",
        "track.forward",
        "track.idea",
        "track.opinion",
        "track.new",
        "reply.open",
        "app.undo",
        "app.palette",
        "app.keys",
    )

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.title = translate("FirstRun", "손에 익히면 빠른 단축키입니다")
        self.text = translate(
            "FirstRun", "모든 동작은 마우스로도 됩니다. F1을 누르면 그 화면의 단축키가 모두 보입니다."
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        known = names()
        at_left = Qt.AlignmentFlag.AlignLeft
        for place, identity in enumerate(self.PRACTICE):
            row, at = divmod(place, 2)
            key = keys.shown(bridge.commands.key(identity))
            grid.addWidget(label(key, "key", self), row, at * 2, at_left)
            grid.addWidget(label(known[identity], "", self), row, at * 2 + 1)
            grid.setColumnStretch(at * 2 + 1, 1)
        self.column.addLayout(grid)
        letters = QCheckBox(translate("KeysPage", "목록에서 글자 키 쓰기 (J, K, 1 …)"), self)
        letters.setChecked(bridge.prefs.letters)
        letters.toggled.connect(partial(bridge.prefs.put, "letter_keys"))
        self.column.addSpacing(12)
        self.column.addWidget(letters)
        self.column.addStretch(1)
