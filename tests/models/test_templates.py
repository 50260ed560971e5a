"""Answers to start from: places, particles, and the way back."""

from __future__ import annotations

import pytest

from desktop.models import cases, departments, templates
from desktop.models.errors import Conflict
from desktop.models.permissions import NotAllowed
from desktop.models.store import Store
from desktop.models.templates import TemplateRefused, fill
from desktop.services import templates as shipped
from tests.models.helpers import NOON, ask, channel, do, id_of, merge, one, post, rows


@pytest.mark.parametrize(
    ("text", "values", "wanted"),
    [
        ("{부서}이/가 답합니다", {"부서": "버스정책과"}, "버스정책과가 답합니다"),
        ("{부서}이/가 답합니다", {"부서": "도시교통실"}, "도시교통실이 답합니다"),
        ("{부서}으로/로", {"부서": "도시교통실"}, "도시교통실로"),
        ("{부서}(으)로", {"부서": "대변인"}, "대변인으로"),
        ("「{주제}」을/를", {"주제": "자전거 출퇴근"}, "「자전거 출퇴근」을"),
        ("「{주제}」을(를)", {"주제": "한강"}, "「한강」을"),
        ("{ 이름 } 님은", {"이름": "김민수"}, "김민수 님은"),
        ("{이름}은/는 {채널}과/와", {"이름": "hong", "채널": "X"}, "hong은 X와"),
        ("{이름}은/는 {기한}까지", {"이름": "이서연"}, "이서연은 {기한}까지"),
        ("{기한}을/를 지킵니다", {}, "{기한}을/를 지킵니다"),
        ("{없는것}이/가 {이름}", {"이름": "가", "없는것": "x"}, "{없는것}이/가 가"),
        ("{이름}", {"이름": "{기한}"}, "{기한}"),
        ("남성/여성 이/가", {}, "남성/여성 이/가"),
    ],
)
def test_places_are_filled_with_the_right_particle(text: str, values: dict[str, str], wanted: str) -> None:
    assert fill(text, values) == wanted


def test_what_is_left_open_is_found_with_its_place() -> None:
    text = "{이름} 님, {기한}까지 {아무말} {}"
    assert [(p.name, text[p.start : p.end]) for p in templates.unfilled(text)] == [
        ("이름", "{이름}"), ("기한", "{기한}"),
    ]  # fmt: skip
    assert [p.name for p in templates.unknown(text)] == ["아무말"]
    assert templates.unfilled("f(x) = {x}") == []


def test_times_are_those_of_korea() -> None:
    assert templates.moment_text(1_795_771_800_000) == "2026. 11. 27.(금) 18:30"


def test_a_post_says_what_it_is_filled_with(store: Store) -> None:
    do(store, departments.seed, [("bus", "버스정책과", "도시교통실", "버스")])
    merge(store, channel(store), post("a"))
    case_id = id_of(store, "a")
    values = ask(store, templates.values_for, case_id, NOON)
    assert values == {"이름": "김시민", "채널": "시청 게시판", "건수": "1", "날짜": templates.day_text(NOON)}
    do(store, cases.move, [case_id], "forward", department="bus")
    assert ask(store, templates.values_for, case_id, NOON)["부서"] == "버스정책과"


def test_all_changes_can_be_taken_back(store: Store) -> None:
    number = do(store, templates.add_template, "접수", "받았습니다", kind="receipt", step="add")
    do(store, templates.edit_template, number, text="잘 받았습니다", step="edit")
    do(store, templates.remove_template, number, step="remove")
    assert ask(store, templates.list_templates) == []
    do(store, cases.undo, "remove")
    assert ask(store, templates.get_template, number).text == "잘 받았습니다"
    done = do(store, cases.undo, "edit")
    assert ask(store, templates.get_template, number).text == "받았습니다"
    do(store, cases.redo, done)
    assert ask(store, templates.get_template, number).text == "잘 받았습니다"
    kinds = [row[0] for row in rows(store, "SELECT kind FROM event WHERE about = ?", f"template:{number}")]
    assert kinds == ["template"] * 6


def test_what_somebody_else_changed_since_is_not_overwritten(store: Store) -> None:
    number = do(store, templates.add_template, "접수", "하나")
    other = do(store, templates.add_template, "완료", "하나")
    do(store, templates.edit_template, number, text="둘", step="mine", actor="김")
    do(store, templates.edit_template, other, text="둘", step="elsewhere", actor="이")
    do(store, templates.edit_template, number, text="셋", step="theirs", actor="이")
    with pytest.raises(Conflict) as stopped:
        do(store, cases.undo, "mine", actor="김")
    assert stopped.value.who == "이"
    assert ask(store, templates.get_template, number).text == "셋"
    do(store, cases.undo, "elsewhere", actor="이")
    assert ask(store, templates.get_template, other).text == "하나"


@pytest.mark.parametrize(
    ("name", "text", "code", "what"),
    [
        ("하나", "{담당자} 님", "template-unknown", "담당자"),
        ("하나", "  ", "template-empty", ""),
        (" ", "글", "template-name", ""),
        ("있음", "글", "template-twice", "있음"),
        ("하나", "가" * 5001, "template-long", ""),
    ],
)
def test_what_cannot_be_stored_is_said(store: Store, name: str, text: str, code: str, what: str) -> None:
    do(store, templates.add_template, "있음", "글")
    with pytest.raises(TemplateRefused) as refused:
        do(store, templates.add_template, name, text)
    assert (refused.value.code, refused.value.name) == (code, what)
    assert one(store, "SELECT count(*) FROM template") == 1


def test_who_only_looks_on_changes_nothing(store: Store) -> None:
    do(
        store,
        lambda tx: tx.db.execute_sql(
            "INSERT INTO member (user, name, role, department, voices, active, changed_ms, changed_by)"
            " VALUES ('lee', '', 'department', '', '', 1, 0, '')"
        ),
    )
    with pytest.raises(NotAllowed):
        do(store, templates.add_template, "하나", "글", actor="lee")


def test_shipped_texts_come_once_and_are_sound(store: Store) -> None:
    do(store, shipped.seed)
    found = ask(store, templates.list_templates)
    assert len(found) >= 10
    assert {"receipt", "first", "forward", "final", "thanks", "decline", "invitation"} <= {
        t.kind for t in found
    }
    for row in found:
        assert templates.unknown(row.text) == []
        assert not row.text.startswith(("\n", " ")) and "!" not in row.text and "죄송" not in row.text
    do(store, templates.remove_template, found[0].id)
    do(store, shipped.seed)
    assert len(ask(store, templates.list_templates)) == len(found) - 1


def test_the_usual_text_of_a_kind_prefers_the_voice(store: Store) -> None:
    do(store, templates.add_template, "모두", "고맙습니다", kind="thanks")
    mine = do(store, templates.add_template, "시장", "고마워요", kind="thanks", voice="mayor")
    assert ask(store, templates.of_kind, "thanks", "mayor").id == mine
    assert ask(store, templates.of_kind, "thanks").name == "모두"
    assert ask(store, templates.of_kind, "decline") is None


def test_order_is_kept(store: Store) -> None:
    ids = [do(store, templates.add_template, name, name) for name in "가나다"]
    do(store, templates.order_templates, [ids[2], ids[0]], step="order")
    assert [t.name for t in ask(store, templates.list_templates)] == ["다", "가", "나"]
    do(store, cases.undo, "order")
    assert [t.name for t in ask(store, templates.list_templates)] == ["가", "나", "다"]
