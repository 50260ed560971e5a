"""The sentences of the detail pane: voices, reasons, changes. Words only; it must not know widgets."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.ui import fmt
from desktop.ui.detail.rules import Block

translate = QCoreApplication.translate


def track_word(track: str) -> str:
    """The name of a sorting track (처리 구분)."""
    return {
        "new": translate("Detail", "미분류"),
        "forward": translate("Detail", "부서 이관"),
        "idea": translate("Detail", "정책 아이디어"),
        "opinion": translate("Detail", "단순 의견"),
    }.get(track, track)


def status_word(status: str) -> str:
    return {
        "open": translate("Detail", "처리 전"),
        "answered": translate("Detail", "답변함"),
        "done": translate("Detail", "처리 완료"),
    }.get(status, status)


VOICES = ("mayor", "spokesperson", "official", "department")


def voice_word(voice: str) -> str:
    """In whose name an account speaks (명의)."""
    return {
        "mayor": translate("Composer", "시장"),
        "spokesperson": translate("Composer", "대변인"),
        "official": translate("Composer", "서울시 공식"),
        "department": translate("Composer", "부서"),
    }.get(voice, voice)


def voice_sentence(voice: str) -> str:
    return {
        "mayor": translate("Composer", "시장 명의로 보냅니다."),
        "spokesperson": translate("Composer", "대변인 명의로 보냅니다."),
        "department": translate("Composer", "부서 명의로 보냅니다."),
    }.get(voice, translate("Composer", "서울시 공식 명의로 보냅니다."))


def voice_tone(voice: str) -> str:
    """The colour beside the words; the mayor's name stands out."""
    return {"mayor": "warning", "spokesperson": "good"}.get(voice, "")


def block_sentence(block: Block, network: str, *, account_expired: bool = False) -> str:
    """Why no answer can be written, and what to do instead. ``network`` is its name on screen."""
    if block is Block.SIGN_IN:
        if account_expired:
            return translate("Composer", "로그인이 끝나 답변을 보낼 수 없습니다. 다시 로그인해 주세요.")
        return translate("Composer", "이 채널에 로그인하지 않아 답변을 보낼 수 없습니다. 로그인해 주세요.")
    if block is Block.NO_REPLY:
        return translate(
            "Composer", "이 채널은 {network} 채널이라 여기에서 답변을 쓸 수 없습니다. 원문에서 답변해 주세요."
        ).format(network=network)
    return {
        Block.SAMPLE: translate("Composer", "예시 업무공간에서는 보내지 않습니다."),
        Block.OWN: translate("Composer", "서울시가 쓴 글입니다."),
        Block.ROLE: translate("Composer", "맡은 역할로는 답변을 쓸 수 없습니다. 읽을 수는 있습니다."),
        Block.DELETED: translate("Composer", "시민이 글을 지워 답변을 보낼 수 없습니다."),
        Block.REMOVED: translate(
            "Composer", "목록에서 뺀 채널이라 답변을 보낼 수 없습니다. 채널을 다시 추가해 주세요."
        ),
        Block.OFF: translate("Composer", "꺼 둔 채널입니다. 채널 화면에서 켜면 답변할 수 있습니다."),
        Block.BY_HAND: translate(
            "Composer", "손으로 적은 글입니다. 글을 받은 곳에서 답변하고, 내용을 내부 메모에 적어 주세요."
        ),
    }[block]


def count_words(used: int, limit: int | None, unit: str) -> str:
    if unit == "bytes":
        known = translate("Composer", "{used}/{limit}바이트")
        open_end = translate("Composer", "{used}바이트")
    else:
        known = translate("Composer", "{used}/{limit}자")
        open_end = translate("Composer", "{used}자")
    if limit is None:
        return open_end.format(used=fmt.number(used))
    return known.format(used=fmt.number(used), limit=fmt.number(limit))


def over_short(over: int, unit: str) -> str:
    """By how much a text is too long, where what to do about it stands beside it."""
    if unit == "bytes":
        return translate("Composer", "{n}바이트 넘음").format(n=over)
    return translate("Composer", "{n}자 넘음").format(n=over)


def over_words(over: int, unit: str) -> str:
    if unit == "bytes":
        return translate("Composer", "{n}바이트 넘음: 줄이면 보낼 수 있습니다").format(n=over)
    return translate("Composer", "{n}자 넘음: 줄이면 보낼 수 있습니다").format(n=over)


def account_words(channel: Any) -> str:
    """How an account is named where one is chosen: its voice, and who it is."""
    name = channel.account_handle or channel.account_name or channel.name
    return f"{voice_word(channel.account_voice)} · {name}"
