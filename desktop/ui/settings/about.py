"""Version, health check and licences of what the program is made of."""

from __future__ import annotations

import platform

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.services.paths import resource
from desktop.ui.bridge import Bridge
from desktop.ui.settings.form import Row, Section, value_label
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import label

translate = QCoreApplication.translate

PARTS = (
    ("Qt, PySide6, shiboken6", "LGPL-3.0-only", "https://www.qt.io"),
    ("Pretendard GOV", "OFL-1.1", "https://github.com/orioncactus/pretendard"),
    ("Lucide", "ISC", "https://lucide.dev"),
    ("qasync", "BSD-2-Clause", "https://github.com/CabbageDevelopment/qasync"),
    ("peewee", "MIT", "https://github.com/coleifer/peewee"),
    ("httpx", "BSD-3-Clause", "https://www.python-httpx.org"),
    ("websockets", "BSD-3-Clause", "https://websockets.readthedocs.io"),
    ("truststore", "MIT", "https://github.com/sethmlarson/truststore"),
    ("aiosmtplib", "MIT", "https://github.com/cole/aiosmtplib"),
    ("keyring", "MIT", "https://github.com/jaraco/keyring"),
    ("lxml", "BSD-3-Clause", "https://lxml.de"),
    ("selectolax", "MIT", "https://github.com/rushter/selectolax"),
    ("platformdirs", "MIT", "https://github.com/tox-dev/platformdirs"),
    ("filelock", "Unlicense", "https://github.com/tox-dev/filelock"),
    ("XlsxWriter", "BSD-2-Clause", "https://github.com/jmcnamara/XlsxWriter"),
    ("holidays", "MIT", "https://github.com/vacanza/holidays"),
    ("python-dateutil", "Apache-2.0 / BSD-3-Clause", "https://github.com/dateutil/dateutil"),
    ("Python", "PSF-2.0", "https://www.python.org"),
)
"""What the program is made of: name, licence, address."""


def version() -> str:
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("seoul-smc")
    except PackageNotFoundError:
        return "0.1.0"


def facts() -> str:
    """Versions for a report; nothing in it belongs to a person."""
    import sqlite3

    return (
        f"Seoul Social Media Center {version()}\nPython {platform.python_version()}, Qt {qVersion()}, "
        f"SQLite {sqlite3.sqlite_version}\n{platform.platform()}\n"
    )


def licences() -> str:
    """The licence texts that come with the program, after the list of its parts."""
    parts = "\n".join(f"{name}: {licence} ({address})" for name, licence, address in PARTS)
    texts = [parts]
    for name, file in (("Pretendard GOV", "fonts/LICENSE.txt"), ("Lucide", "icons/LICENSE")):
        texts.append(f"{name}\n{resource(file).read_text(encoding='utf-8')}")
    return f"\n\n{'=' * 60}\n\n".join(texts)


class TextDialog(QDialog):
    """A text to read and copy."""

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(720, 560)
        column = QVBoxLayout(self)
        column.addWidget(label(title, "section", self))
        self.text = QPlainTextEdit(text, self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(title)
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        copy = Button(translate("About", "모두 복사하기"), self, icon="copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        row.addWidget(copy)
        close = Button(translate("About", "창 닫기"), self, kind="primary")
        close.clicked.connect(self.close)
        row.addWidget(close)
        column.addLayout(row)


def about(bridge: Bridge) -> Section:
    section = Section("about", translate("Settings", "정보"))
    name = translate("Window", "서울소셜미디어센터")
    section.add(Row(translate("About", "프로그램"), "Apache-2.0", value_label(f"{name} {version()}")))
    check = Button(translate("About", "상태 점검하기"), icon="shield-check")
    check.clicked.connect(lambda: bridge.spawn(_show_findings(bridge, check), "doctor"))
    help_text = translate("About", "업무공간, 보관함, 채널, 글꼴을 점검하고 고칠 방법을 알려 줍니다.")
    section.add(Row(translate("About", "점검"), help_text, check))
    show = Button(translate("About", "라이선스 보기"), icon="file-text")
    show.clicked.connect(lambda: TextDialog(translate("About", "라이선스"), licences(), show.window()).open())
    help_text = translate("About", "함께 쓰는 글꼴, 아이콘, 라이브러리의 이용 조건입니다.")
    section.add(Row(translate("About", "라이선스"), help_text, show))
    return section


async def _show_findings(bridge: Bridge, owner: Button) -> None:
    from desktop.ui.settings.checks import findings_text

    owner.setEnabled(False)
    try:
        text = await findings_text(bridge)
    finally:
        owner.setEnabled(True)
    TextDialog(translate("About", "상태 점검"), f"{facts()}\n{text}", owner.window()).open()
