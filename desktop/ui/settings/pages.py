"""The sections of the settings. Each writes into the preferences; everybody concerned listens to them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QStackedWidget, QWidget

from desktop.ui import i18n, rights
from desktop.ui.bridge import Bridge
from desktop.ui.settings import workspaces
from desktop.ui.settings.form import Row, Section, buttons, choice, path_label, value_label
from desktop.ui.settings.keys_page import KeysPage
from desktop.ui.settings.prefs import UNDO_SECONDS
from desktop.ui.theme.tokens import SCALES
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.editors import take_text
from desktop.ui.widgets.files import FileDialog

translate = QCoreApplication.translate


def language_names() -> list[tuple[str, str]]:
    """Languages in their own words, so that everybody finds theirs."""
    return list(i18n.LANGUAGES.items())


def mode_names() -> list[tuple[str, str]]:
    return [
        ("system", translate("Settings", "운영체제 설정대로")),
        ("light", translate("Settings", "밝게")),
        ("dark", translate("Settings", "어둡게")),
        ("contrast", translate("Settings", "선명하게 (고대비)")),
    ]


def scale_names() -> list[tuple[str, str]]:
    return [(str(scale), f"{scale} %") for scale in SCALES]


def density_names() -> list[tuple[str, str]]:
    return [
        ("wide", translate("Settings", "넓게 (5줄)")),
        ("normal", translate("Settings", "보통 (3줄)")),
        ("narrow", translate("Settings", "좁게 (1줄)")),
    ]


def role_names() -> list[tuple[str, str]]:
    return [
        ("", translate("Settings", "정하지 않음")),
        ("triage", translate("Settings", "분류 담당")),
        ("spokesperson", translate("Settings", "대변인실")),
        ("mayor", translate("Settings", "시장실")),
        ("department", translate("Settings", "부서")),
        ("channels", translate("Settings", "채널 운영")),
    ]


class NameField(QLineEdit):
    """The person's name; kept when the field is left."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge.prefs.text("user"), parent)
        self._bridge = bridge
        self.setPlaceholderText(bridge.user)
        self.setMinimumWidth(220)
        self.setMaxLength(60)
        self.setAccessibleName(translate("Settings", "이름"))
        self.editingFinished.connect(self.keep)

    def keep(self) -> None:
        self._bridge.prefs.put("user", take_text(self).strip())


class RoleField(QStackedWidget):
    """What the person does here. Where there are members it is said, and not chosen."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        name, prefs = translate("Settings", "하는 일"), bridge.prefs
        self.setAccessibleName(name)
        self.box = choice(role_names(), prefs.role, partial(prefs.put, "role"), name)
        self.role = value_label("")
        self.role.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.addWidget(self.box)
        self.addWidget(self.role)
        bridge.who_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        who = self._bridge.who
        role = who.role if who is not None else ""
        words = translate("Settings", "{role} (구성원에서 정합니다)").format(role=rights.role_word(role))
        self.role.setText(words)
        self.setCurrentWidget(self.role if role else self.box)


def general(bridge: Bridge) -> Section:
    section = Section("general", translate("Settings", "일반"))
    prefs = bridge.prefs
    name = translate("Settings", "언어")
    help_text = translate("Settings", "바로 바뀝니다. 시민이 쓴 글은 번역하지 않습니다.")
    section.add(
        Row(name, help_text, choice(language_names(), i18n.language(), partial(prefs.put, "language"), name))
    )
    help_text = translate("Settings", "처리 기록과 메모에 남는 이름입니다.")
    section.add(Row(translate("Settings", "이름"), help_text, NameField(bridge)))
    section.add(Row(translate("Settings", "하는 일"), "", RoleField(bridge)))
    again = Button(translate("Settings", "처음 안내 다시 보기"))
    again.clicked.connect(lambda: bridge.first_run_wanted.emit())
    section.add(Row(translate("Settings", "처음 안내"), "", again))
    return section


def screen(bridge: Bridge) -> Section:
    section = Section("screen", translate("Settings", "화면"))
    prefs = bridge.prefs
    name = translate("Settings", "화면 밝기")
    section.add(Row(name, "", choice(mode_names(), prefs.mode, partial(prefs.put, "theme"), name)))
    name = translate("Settings", "글자 크기")
    help_text = translate("Settings", "Ctrl+= 와 Ctrl+- 로도 바꿀 수 있습니다.")
    section.add(
        Row(name, help_text, choice(scale_names(), str(prefs.scale), partial(prefs.put, "text_size"), name))
    )
    name = translate("Settings", "카드 크기")
    help_text = translate("Settings", "카드 하나에 보이는 글의 줄 수입니다.")
    section.add(
        Row(name, help_text, choice(density_names(), prefs.density, partial(prefs.put, "density"), name))
    )
    return section


def answering(bridge: Bridge) -> Section:
    section = Section("answering", translate("Settings", "답변"))
    prefs = bridge.prefs
    name = translate("Settings", "보내기 취소 시간")
    help_text = translate("Settings", "보내기를 누른 뒤 이 시간 안에는 되돌릴 수 있습니다.")
    choices = [
        (
            str(s),
            translate("Settings", "{seconds}초").format(seconds=s)
            if s
            else translate("Settings", "바로 보내기"),
        )
        for s in UNDO_SECONDS
    ]
    control = choice(choices, str(prefs.undo_seconds), partial(prefs.put, "undo_seconds"), name)
    section.add(Row(name, help_text, control))
    return section


def keys(bridge: Bridge) -> Section:
    section = Section("keys", translate("Settings", "단축키"))
    section.add(KeysPage(bridge))
    return section


def data(bridge: Bridge) -> Section:
    section = Section("data", translate("Settings", "데이터"))
    place = path_label(workspaces.shown_path(bridge))
    help_text = translate("Settings", "글과 처리 기록이 들어 있는 파일입니다. 비밀번호는 들어 있지 않습니다.")
    section.add(Row(translate("Settings", "업무공간 위치"), help_text, place))
    open_other = Button(translate("Settings", "다른 업무공간 열기"), icon="folder")
    open_other.clicked.connect(partial(_open_other, bridge, open_other))
    make_new = Button(translate("Settings", "새 업무공간 만들기"), icon="plus")
    make_new.clicked.connect(partial(_make_new, bridge, make_new))
    section.add(Row(translate("Settings", "업무공간 바꾸기"), "", buttons(open_other, make_new)))
    save = Button(translate("Settings", "백업 저장하기"), icon="save")
    save.clicked.connect(partial(_back_up, bridge, save))
    help_text = translate("Settings", "쓰는 중에도 안전하게 복사합니다.")
    section.add(Row(translate("Settings", "백업"), help_text, save))
    if bridge.store_is_sample():
        home = Button(translate("Settings", "내 업무공간 열기"), kind="primary")
        home.clicked.connect(lambda: workspaces.open_own(bridge))
        help_text = translate("Settings", "지금은 예시 업무공간입니다. 여기에서는 아무것도 보내지 않습니다.")
        section.add(Row(translate("Settings", "예시 업무공간"), help_text, home))
    else:
        look = Button(translate("Settings", "예시 데이터로 둘러보기"))
        look.clicked.connect(lambda: bridge.spawn(workspaces.open_sample(bridge), "sample"))
        help_text = translate(
            "Settings", "지어낸 글 약 300건으로 써 볼 수 있습니다. 아무것도 보내지 않습니다."
        )
        section.add(Row(translate("Settings", "예시 업무공간"), help_text, look))
    return section


def _ask_file(owner: QWidget, title: str, chosen: Callable[[str], object], *, save: bool) -> None:
    dialog = FileDialog(owner.window(), title)
    if save:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(translate("Settings", "업무공간 (*.db)"))
    dialog.setDefaultSuffix("db")
    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _open_other(bridge: Bridge, owner: QWidget) -> None:
    chosen = partial(workspaces.open_file, bridge)
    _ask_file(owner, translate("Settings", "다른 업무공간 열기"), chosen, save=False)


def _make_new(bridge: Bridge, owner: QWidget) -> None:
    chosen = partial(workspaces.open_file, bridge)
    _ask_file(owner, translate("Settings", "새 업무공간 만들기"), chosen, save=True)


def _back_up(bridge: Bridge, owner: QWidget) -> None:
    def chosen(path: str) -> None:
        bridge.spawn(workspaces.back_up(bridge, path), "backup")

    _ask_file(owner, translate("Settings", "백업 저장하기"), chosen, save=True)
