"""What networks, healths and reasons are called on screen. Words only; it must not know widgets.

A network is named by its own entry in the registry, so that one from a plug-in has its name here too.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.ui import fmt, i18n

translate = QCoreApplication.translate


def known_network(name: str) -> Any:
    """The registry's entry of a network, None where the plug-in that knew it is gone."""
    from connectors import registry

    try:
        return registry.network(name)
    except KeyError:
        return None


def network_name(name: str) -> str:
    """How a network is called; its own short name where the plug-in that knew it is gone."""
    network = known_network(name)
    return name if network is None else in_own_language(network.label_ko, network.label_en)


def in_own_language(korean: str, english: str) -> str:
    return korean if i18n.language() == "ko" else english or korean


def reason_sentence(reason: str, **values: Any) -> str:
    """The sentence of a stored reason: a code of the services, or a network's own words, passed through."""
    from desktop.services.messages import sentence

    return sentence(reason, i18n.language(), **values) if reason else ""


def polls(name: str) -> bool:
    """Whether the program collects this network by itself; False for posts that are taken down by hand."""
    network = known_network(name)
    return network is None or bool(network.capabilities.poll)


def health_word(row: Any) -> str:
    """The one word beside a channel's lamp."""
    if not row.enabled:
        return translate("Channels", "꺼짐")
    if not polls(row.network):
        return translate("Channels", "손으로 적음")
    if row.health == "limited" and row.limited_until_ms:
        return translate("Channels", "제한됨({time}까지)").format(time=fmt.clock(row.limited_until_ms))
    return {
        "new": translate("Channels", "수집 전"),
        "ok": translate("Channels", "정상"),
        "slow": translate("Channels", "느림"),
        "limited": translate("Channels", "제한됨"),
        "auth": translate("Channels", "인증 필요"),
        "down": translate("Channels", "연결 안 됨"),
        "partial": translate("Channels", "일부 권한 없음"),
        "damaged": translate("Channels", "일부 깨짐"),
        "gone": translate("Channels", "없어짐"),
    }.get(row.health, row.health)


def health_tone(row: Any) -> str:
    """The shape and colour of a lamp: good, warning, danger, or "" for one that is off."""
    if not row.enabled:
        return ""
    if not polls(row.network) or row.health == "ok":
        return "good"
    if row.health == "new":
        return ""
    return "danger" if row.health in ("auth", "down", "gone") else "warning"


def health_sentence(row: Any) -> str:
    """Since when and why a channel is not well, and what happens now; "" where all is well."""
    if not row.enabled:
        return translate("Channels", "꺼 두었습니다. 받은 글은 그대로 있습니다.")
    if not polls(row.network) or row.health == "ok":
        return ""
    reason = reason_sentence(row.health_detail or row.health, until_ms=row.limited_until_ms)
    if row.health == "new" or row.health_since_ms is None:
        return reason
    began = row.health_since_ms
    today = fmt.date(began) == fmt.date(fmt.now_ms())
    since = translate("Channels", "{time}부터").format(time=fmt.clock(began) if today else fmt.short(began))
    return f"{since} · {reason}"


def next_run(row: Any, *, live: bool) -> str:
    """When a channel is asked again."""
    if not row.enabled or not polls(row.network):
        return "–"
    if live:
        return translate("Channels", "실시간")
    if row.health == "auth" or (row.health == "gone" and row.next_due_ms is None):
        return translate("Channels", "멈춤")
    if row.next_due_ms is None:
        return translate("Channels", "곧")
    return fmt.clock(row.next_due_ms)


def account_state_word(state: str) -> str:
    return {
        "connected": translate("Channels", "로그인됨"),
        "expired": translate("Channels", "다시 로그인 필요"),
    }.get(state, translate("Channels", "로그인 안 함"))


def vault_sentence(state: str) -> str:
    """How the keyring stands (``Vault.state``), and what to do."""
    return {
        "ok": translate("Channels", "비밀번호 보관함을 쓸 수 있습니다. 로그인은 이 보관함에만 저장합니다."),
        "locked": translate(
            "Channels", "비밀번호 보관함을 열어 주세요. 열기 전에도 저장된 글은 볼 수 있습니다."
        ),
        "missing": translate(
            "Channels", "이 PC에 비밀번호 보관함이 없습니다. 로그인이 필요 없는 채널만 수집합니다."
        ),
    }.get(state, "")
