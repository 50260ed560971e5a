"""What each command is called on the page of keys, for screens too that have not been visited yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def names() -> dict[str, str]:
    """Command id → what it does, in the order of the page."""
    return {
        "app.palette": translate("Keys", "검색과 명령 열기"),
        "app.search": translate("Keys", "이 화면에서 찾기"),
        "app.undo": translate("Keys", "실행 취소"),
        "app.redo": translate("Keys", "다시 실행"),
        "app.collect": translate("Keys", "모든 채널 지금 수집"),
        "app.settings": translate("Keys", "설정 열기"),
        "app.keys": translate("Keys", "단축키 보기"),
        "app.keys_here": translate("Keys", "단축키 보기 (목록에서)"),
        "app.bigger": translate("Keys", "글자 크게"),
        "app.smaller": translate("Keys", "글자 작게"),
        "app.normal_size": translate("Keys", "글자 크기 100 %"),
        "pane.next": translate("Keys", "다음 영역으로"),
        "pane.previous": translate("Keys", "이전 영역으로"),
        "go.board": translate("Keys", "보드로 가기"),
        "go.timeline": translate("Keys", "모아보기로 가기"),
        "go.channels": translate("Keys", "채널로 가기"),
        "go.settings": translate("Keys", "설정으로 가기"),
        "app.quit": translate("Keys", "프로그램 끝내기"),
        "list.next": translate("Keys", "다음 글"),
        "list.previous": translate("Keys", "이전 글"),
        "list.select": translate("Keys", "글 고르기"),
        "list.open": translate("Keys", "글 열기"),
        "list.peek": translate("Keys", "글 미리 보기"),
        "list.show_new": translate("Keys", "새 글 보기"),
        "post.read": translate("Keys", "읽음·안 읽음"),
        "post.star": translate("Keys", "별표"),
        "post.original": translate("Keys", "원문 보기"),
        "post.copy_link": translate("Keys", "링크 복사"),
        "post.note": translate("Keys", "내부 메모"),
        "track.forward": translate("Keys", "부서 이관으로 옮기기"),
        "track.idea": translate("Keys", "정책 아이디어로 옮기기"),
        "track.opinion": translate("Keys", "단순 의견으로 옮기기"),
        "track.new": translate("Keys", "미분류로 옮기기"),
        "post.department": translate("Keys", "담당 부서 고르기"),
        "case.done": translate("Keys", "처리 끝내기·다시 열기"),
        "case.group": translate("Keys", "하나의 건으로 묶기"),
        "case.take_apart": translate("Keys", "건 나누기"),
        "card.left": translate("Keys", "왼쪽 열로 옮기기"),
        "card.right": translate("Keys", "오른쪽 열로 옮기기"),
        "card.up": translate("Keys", "위로 옮기기"),
        "card.down": translate("Keys", "아래로 옮기기"),
        "card.pick_up": translate("Keys", "글을 들어 화살표로 옮기기"),
        "clock.why": translate("Keys", "기한의 까닭 보기"),
        "clock.kind": translate("Keys", "처리 종류 바꾸기"),
        "clock.pause": translate("Keys", "보완 요청·다시 시작"),
        "clock.extend": translate("Keys", "기한 연장"),
        "clock.notice": translate("Keys", "처리 상황 안내 쓰기"),
        "column.by_due": translate("Keys", "열을 기한 순으로 보기"),
        "reply.open": translate("Keys", "답변 쓰기"),
        "reply.first": translate("Keys", "1차 답변 쓰기"),
        "reply.send": translate("Keys", "답변 보내기"),
        "reply.send_next": translate("Keys", "답변 보내고 다음 글로"),
        "reply.account": translate("Keys", "보내는 계정 바꾸기"),
        "reply.save": translate("Keys", "임시 저장"),
    }
