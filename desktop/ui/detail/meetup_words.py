"""Events about meet-ups and templates as sentences. Words only."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

MEETUP_KINDS = frozenset(
    (
        "meetup", "meetup-post", "meetup-invite", "meetup-answer", "meetup-state", "meetup-seed",
        "meetup-draw", "meetup-reply", "guest", "template", "thanks",
    )
)  # fmt: skip


def meetup_words(event: Any) -> str:
    """What happened; the theme of the meet-up stands in it."""
    # What was taken back says in its "before" what had been done.
    after = event.after if event.undoes is None else {**(event.after or {}), **(event.before or {})}
    what, name = str(after.get("what", "")), str(after.get("name", ""))
    theme = str(after.get("theme", ""))
    if event.kind == "guest":
        return _guest(what).format(name=name)
    if event.kind == "thanks":
        like = after.get("action") == "like"
        return translate("History", "공감을 보냄") if like else translate("History", "짧은 감사를 보냄")
    if event.kind == "template":
        return _template(what).format(name=name)
    if event.kind == "meetup-state":
        return {
            "over": translate("History", "「{theme}」 번개팅을 끝냄"),
            "cancelled": translate("History", "「{theme}」 번개팅을 취소함"),
        }.get(str(after.get("state")), translate("History", "「{theme}」 번개팅을 다시 엶")).format(
            theme=theme
        )
    if event.kind == "meetup-post":
        if what == "remove":
            return translate("History", "「{theme}」 번개팅에서 글을 뺌").format(theme=theme)
        return translate("History", "「{theme}」 번개팅에 글을 넣음").format(theme=theme)
    if event.kind == "meetup-invite":
        if after.get("by_hand"):
            return translate("History", "「{theme}」 번개팅에 직접 초대함").format(theme=theme)
        return translate("History", "「{theme}」 번개팅 초대를 보냄").format(theme=theme)
    if event.kind == "meetup-answer":
        return translate("History", "「{theme}」 번개팅의 결과를 답변으로 보냄").format(theme=theme)
    if event.kind == "meetup-seed":
        return translate("History", "「{theme}」 번개팅의 추첨 씨앗을 공개함: {seed}").format(
            theme=theme, seed=after.get("seed", "")
        )
    if event.kind == "meetup-draw":
        return translate("History", "「{theme}」 번개팅을 추첨함").format(theme=theme)
    if event.kind == "meetup-reply":
        if what == "taken":
            return translate("History", "{name} 님의 답글을 명단에 옮김").format(name=name)
        return translate("History", "{name} 님의 답글을 신청과 상관없는 글로 둠").format(name=name)
    return {
        "add": translate("History", "「{theme}」 번개팅을 만듦"),
        "report": translate("History", "「{theme}」 번개팅에서 나온 이야기를 적음"),
    }.get(what, translate("History", "「{theme}」 번개팅을 고침")).format(theme=theme)


def _guest(what: str) -> str:
    return {
        "sign-up": translate("History", "{name} 님이 번개팅을 신청함"),
        "decline": translate("History", "{name} 님이 번개팅에 못 온다고 함"),
        "came": translate("History", "{name} 님이 번개팅에 왔음"),
        "absent": translate("History", "{name} 님이 번개팅에 오지 않음"),
        "open": translate("History", "{name} 님의 참석 여부를 비움"),
        "told": translate("History", "{name} 님에게 추첨 결과를 알림"),
        "note": translate("History", "{name} 님이 번개팅에서 한 말을 적음"),
        "remove": translate("History", "{name} 님을 번개팅 명단에서 뺌"),
        "add": translate("History", "{name} 님을 번개팅 명단에 넣음"),
    }.get(what, translate("History", "{name} 님의 번개팅 정보를 고침"))


def _template(what: str) -> str:
    return {
        "add": translate("History", "서식을 더함: {name}"),
        "remove": translate("History", "서식을 지움: {name}"),
        "order": translate("History", "서식의 순서를 바꿈"),
    }.get(what, translate("History", "서식을 고침: {name}"))
