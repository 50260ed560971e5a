"""What networks, healths and reasons are called on screen. Words only; it must not know widgets.

A network is named by its own entry in the registry, so that one from a plug-in has its name here too.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.ui import i18n

translate = QCoreApplication.translate


def network_name(name: str) -> str:
    """How a network is called; its own short name where the plug-in that knew it is gone."""
    from connectors import registry

    try:
        network = registry.network(name)
    except KeyError:
        return name
    return network.label_ko if i18n.language() == "ko" else network.label_en


def reason_sentence(reason: str, **values: Any) -> str:
    """The sentence of a stored reason: a code of the services, or a network's own words, passed through."""
    from desktop.services.messages import sentence

    return sentence(reason, i18n.language(), **values) if reason else ""


def health_word(health: str, *, enabled: bool, limited_until: str = "") -> str:
    """The one word beside a lamp."""
    if not enabled:
        return translate("Channels", "꺼짐")
    if health == "limited" and limited_until:
        return translate("Channels", "제한됨({time}까지)").format(time=limited_until)
    return {
        "new": translate("Channels", "수집 전"),
        "ok": translate("Channels", "정상"),
        "slow": translate("Channels", "느림"),
        "limited": translate("Channels", "제한됨"),
        "auth": translate("Channels", "인증 필요"),
        "down": translate("Channels", "연결 안 됨"),
        "damaged": translate("Channels", "일부 깨짐"),
        "gone": translate("Channels", "없어짐"),
    }.get(health, health)


def health_tone(health: str, *, enabled: bool) -> str:
    """The shape and colour of a lamp: good, warning, danger, or "" for one that is off."""
    if not enabled or health == "new":
        return ""
    if health == "ok":
        return "good"
    return "danger" if health in ("auth", "down", "gone") else "warning"
