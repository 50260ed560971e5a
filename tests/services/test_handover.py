"""What the paper that goes with a case says."""

from __future__ import annotations

import pytest

from desktop.models import cases, departments, forwarding
from desktop.models.errors import Missing
from desktop.models.store import Store
from desktop.services.documents import Table, handover
from desktop.services.documents.document import Line, laid_out
from tests.models.conftest import blank, clock, store, workspace
from tests.models.forwarding.desk import at, prepare, sent
from tests.models.helpers import Clock, ask, do

__all__ = ["blank", "clock", "store", "workspace"]

CALL = "010-1234-5678로 전화 주세요. <b>버스</b>가 늦어요\u202e\x00"


def lines(store: Store, number: int, *, hidden: bool = True) -> list[str]:
    document = handover.sheet(ask(store, handover.read, number, hidden=hidden), hidden=hidden)
    said: list[str] = []
    for part in laid_out(document):
        if isinstance(part, Line):
            said.append(part.text)
        else:
            assert isinstance(part, Table)
            said += [": ".join(row) for row in part.rows]
    return said


def test_it_says_who_sent_what_until_when_and_why(store: Store, clock: Clock) -> None:
    case_id, *_ = prepare(store, clock, (CALL,))
    number = sent(store, case_id, supporting=["road"], note="급합니다")
    do(store, forwarding.receive, number, actor="박주무관")
    do(store, forwarding.answer, number, "현장을 확인하겠습니다", "first", actor="박주무관")
    said = lines(store, number)
    assert "받는 부서: 버스정책과 (주무)" in said and "협조 부서: 도로관리과" in said
    assert "전달: 2026. 11. 23.(월) 10:00" in said and "접수: 박주무관 · 2026. 11. 23.(월) 10:00" in said
    assert "처리 기한: 2026. 11. 30.(월) 10:00" in said
    assert "010-****-****로 전화 주세요. <b>버스</b>가 늦어요" in said and "급합니다" in said
    assert any(
        line.startswith("가. 시작: 2026. 11. 23.(월) 10:00") for line in said
    )  # the due time, line by line
    assert any("박주무관 · 1차 답변" in line and "\n현장을 확인하겠습니다" in line for line in said)
    assert said[-1] == "※ 개인정보는 가렸습니다.  끝."


def test_personal_data_is_there_when_it_was_asked_for(store: Store, clock: Clock) -> None:
    case_id, *_ = prepare(store, clock, (CALL,))
    said = lines(store, sent(store, case_id), hidden=False)
    assert "010-1234-5678로 전화 주세요. <b>버스</b>가 늦어요" in "\n".join(said)
    assert "가렸습니다" not in "\n".join(said)


def test_every_post_of_a_group_is_on_it(store: Store, clock: Clock) -> None:
    first, *others = prepare(store, clock, ("하나", "둘", "셋"))
    do(store, cases.group, [first, *others])
    said = lines(store, sent(store, first))
    (one, two, three) = (line for line in said if " · 시청 게시판 · " in line)
    assert (one[:2], two[:2], three[:2]) == ("가.", "나.", "다.")
    assert sorted(line.split("\n")[1] for line in (one, two, three)) == ["둘", "셋", "하나"]


def test_a_case_without_a_clock_has_no_due_time(store: Store, clock: Clock) -> None:
    from desktop.models.deadlines import clocks

    case_id, *_ = prepare(store, clock, ("하나",))
    number = sent(store, case_id)
    do(store, clocks.remove, case_id)
    assert not any("기한" in line for line in lines(store, number))


def test_what_is_not_there_is_missing(store: Store, clock: Clock) -> None:
    with pytest.raises(Missing):
        ask(store, handover.read, 12345)


def test_the_name_of_the_file_holds_nothing_that_is_a_path(store: Store, clock: Clock) -> None:
    case_id, *_ = prepare(store, clock, ("하나",))
    number = sent(store, case_id)
    do(store, departments.save, [{"code": "bus", "name": "버스/정책과\\..:*과"}])
    assert handover.file_name(ask(store, handover.read, number)) == f"전달서 버스정책과과 {number}"
    assert handover.moment(at("2026-01-02 03:04")) == "2026. 1. 2.(금) 03:04"
