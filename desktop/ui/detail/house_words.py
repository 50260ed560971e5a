"""Sentences for what was done to the house and not to a case: members, channels, departments, the log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.ui import fmt
from desktop.ui.detail.unmasking import kind_word
from desktop.ui.rights import role_word

translate = QCoreApplication.translate

HOUSE = frozenset({"member", "channel", "account", "own-posts", "departments", "unmask", "log-export"})
"""The kinds of events that have a sentence here."""


def house_words(event: Any, departments: Mapping[str, str]) -> str:
    """What happened, without who did it."""
    before, after = event.before or {}, event.after or {}
    if event.kind == "member":
        return _member(before, after, departments)
    if event.kind == "channel":
        return _channel(before, after)
    if event.kind == "account":
        return _account(before, after)
    if event.kind == "own-posts":
        return translate("History", "연결한 계정이 쓴 글 {count}건을 우리 글로 표시함: {name}").format(
            count=fmt.number(int(after.get("count", 0))), name=after.get("name", "")
        )
    if event.kind == "departments":
        return _departments(after)
    if event.kind == "unmask":
        return _unmask(after)
    count = fmt.number(int(after.get("lines", 0)))
    if after.get("unmasked"):
        text = translate("History", "기록 {count}줄을 가리지 않고 내보냄: {file}")
    else:
        text = translate("History", "기록 {count}줄을 내보냄: {file}")
    return text.format(count=count, file=after.get("file", ""))


def _member(before: Mapping[str, Any], after: Mapping[str, Any], departments: Mapping[str, str]) -> str:
    now = (after.get("member") or {}).get("was")
    was = (before.get("member") or {}).get("was")
    known = now or was or {}
    name = str(known.get("user", ""))
    role = role_word(str(known.get("role", "")))
    if was is None:
        return translate("History", "구성원 {name} 추가 ({role})").format(name=name, role=role)
    if now is None:
        return translate("History", "구성원 {name} 뺌 ({role})").format(name=name, role=role)
    changed = []
    if was["role"] != now["role"]:
        changed.append(f"{role_word(was['role'])} → {role}")
    if was["department"] != now["department"]:
        code = now["department"]
        changed.append(departments.get(code, code) or translate("History", "부서 없음"))
    if was["active"] != now["active"]:
        on = translate("History", "다시 일함") if now["active"] else translate("History", "쉼")
        changed.append(on)
    if was["voices"] != now["voices"]:
        changed.append(translate("History", "명의를 바꿈"))
    if was["name"] != now["name"]:
        changed.append(translate("History", "이름을 바꿈"))
    text = translate("History", "구성원 {name} 고침: {changed}")
    return text.format(name=name, changed=", ".join(changed))


def _channel(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    name = str(after.get("name") or before.get("name") or "")
    if after.get("removed"):
        return translate("History", "채널을 뺌: {name}").format(name=name)
    if not before or before.get("removed"):
        return translate("History", "채널을 추가함: {name}").format(name=name)
    if set(after) - {"name"} == {"enabled"}:
        on = translate("History", "채널을 켬: {name}")
        off = translate("History", "채널을 끔: {name}")
        return (on if after["enabled"] else off).format(name=name)
    return translate("History", "채널 설정을 고침: {name}").format(name=name)


def _account(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    if "voice" in before:
        from desktop.ui.detail.words import voice_word

        text = translate("History", "계정 명의: {old} → {new}")
        return text.format(old=voice_word(before["voice"]), new=voice_word(after.get("voice", "")))
    if not after:
        return translate("History", "계정에서 로그아웃함: {name}").format(name=before.get("name", ""))
    if "name" in after:
        return translate("History", "계정에 로그인함: {name}").format(name=after["name"])
    return translate("History", "계정에 다시 로그인함")


def _departments(after: Mapping[str, Any]) -> str:
    count = fmt.number(len(after.get("rows", ())))
    if after.get("file"):
        text = translate("History", "파일에서 부서 {count}개를 고침: {file}")
        return text.format(count=count, file=after["file"])
    return translate("History", "부서 {count}개를 고침").format(count=count)


def _unmask(after: Mapping[str, Any]) -> str:
    if "kinds" in after:
        kinds = ", ".join(f"{kind_word(kind)} {fmt.number(n)}" for kind, n in after["kinds"].items())
        return translate("History", "가린 정보를 봄: {kinds}").format(kinds=kinds)
    what = {
        "posts": translate("History", "글 목록"),
        "log": translate("History", "처리 기록"),
        "sheet": translate("History", "전달 문서"),
    }.get(str(after.get("what", "")), str(after.get("what", "")))
    return translate("History", "가리지 않고 꺼냄: {what}").format(what=what)
