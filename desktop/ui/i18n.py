"""The language of the screen. Korean is written in the source; other languages are Qt Linguist files.

It does not translate anything itself and knows no screen: whoever shows text calls
``QCoreApplication.translate`` with a literal, and is built anew when the language changes.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop.services.paths import resource

log = logging.getLogger(__name__)

translate = QCoreApplication.translate

LANGUAGES = {"ko": "한국어", "en": "English"}

_language = "ko"
_installed: list[QTranslator] = []


def language() -> str:
    """The language in use: "ko" or "en"."""
    return _language


def own_half(text: str) -> str:
    """The part of a connector's "한국어 / English" that the window speaks; other texts as they are."""
    korean, both, english = text.partition(" / ")
    if not both:
        return text
    return korean if _language == "ko" else english


def system_language() -> str:
    """The language a newcomer sees first: English only where the desktop is English."""
    return "en" if QLocale.system().language() is QLocale.Language.English else "ko"


def install(code: str) -> None:
    """Switch to a language. A missing translation file leaves the Korean of the source on screen."""
    global _language
    app = QCoreApplication.instance()
    for translator in _installed:
        if app is not None:
            app.removeTranslator(translator)
    _installed.clear()
    _language = code if code in LANGUAGES else "ko"
    QLocale.setDefault(QLocale("ko_KR" if _language == "ko" else "en_GB"))
    if app is None:
        return
    own = resource(f"translations/{_language}.qm")
    files = [QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath) + f"/qtbase_{_language}.qm"]
    if _language != "ko":
        files.append(str(own))
    for file in files:
        translator = QTranslator(app)
        if translator.load(file):
            app.installTranslator(translator)
            _installed.append(translator)
        elif file == str(own):
            log.warning("no translation file for %s; the screen stays Korean", _language)
