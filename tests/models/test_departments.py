from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models import cases, departments
from desktop.models.departments import DepartmentRefused, DepartmentRow, ranking, tree
from desktop.models.departments.checking import checked
from desktop.models.departments.index import DepartmentIndex
from desktop.models.store import Store
from tests.models.helpers import ask, channel, do, id_of, merge, one, post, rows


def row(code: str, name: str = "", **more: Any) -> DepartmentRow:
    return DepartmentRow(code, name or code, **more)


CITY = [
    row("S", "서울특별시", kind="city"),
    row("B12", "도시교통본부", parent_code="S", parent="서울특별시", duties=("대중교통", "버스", "교통")),
    row("B12-01", "교통정책과", parent_code="B12", parent="도시교통본부",
        duties=("교통 정책", "혼잡통행료")),
    row("B12-02", "버스정책과", parent_code="B12", parent="도시교통본부",
        duties=("시내버스", "정류소", "배차 간격")),
    row("B12-04", "택시물류과", parent_code="B12", parent="도시교통본부",
        duties=("택시", "승차거부", "심야택시"),
        contact="02-2133-0000", mail="taxi@seoul.example"),
    row("B14-03", "도로조명과", parent="안전총괄실", duties=("가로등", "보안등")),
    row("B07", "통계담당관", duties=("공통 통계",)),
    row("G01", "종로구청", kind="district", duties=("종로구 생활민원", "쓰레기·주차 단속·보안등")),
]  # fmt: skip


@pytest.fixture(scope="module")
def city() -> DepartmentIndex:
    return DepartmentIndex(CITY)


# --- finding


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("교통", ["B12-01", "B12", "B12-02", "B12-04"]),  # begins with it, holds it, belongs to it
        ("ㄱㅌ", ["B12-01", "B12", "B07", "B12-02", "B12-04"]),
        ("교ㅌ", ["B12-01", "B12", "B12-02", "B12-04"]),
        ("ㅂㅅㅈㅊ", ["B12-02"]),
        ("버스 정책", ["B12-02"]),
        ("정책 버스", ["B12-02"]),
        ("택시 심야", ["B12-04"]),
        ("ㅌㅅ ㅅㅊㄱㅂ", ["B12-04"]),
        ("정류소", ["B12-02"]),
        ("보안등", ["B14-03", "G01"]),  # a duty of its own goes before a part of one
        ("2133", ["B12-04"]),
        ("taxi@", ["B12-04"]),
        ("B12-01", ["B12-01"]),
        ("안전총괄", ["B14-03"]),
        ("종로구ㅊ", ["G01"]),
        ("없는말", []),
        ("버스 없는말", []),
    ],
)
def test_what_is_typed_finds_departments_best_first(
    city: DepartmentIndex, typed: str, codes: list[str]
) -> None:
    assert [found.code for found in city.find(typed)] == codes


def test_a_code_finds_its_department_first(city: DepartmentIndex) -> None:
    assert city.find("B12")[0].code == "B12"
    assert len(city.find("B12")) == 4


def test_without_a_word_all_come_by_name(city: DepartmentIndex) -> None:
    assert [found.name for found in city.find("  ")] == sorted(entry.name for entry in CITY)
    assert len(city.find("", limit=3)) == 3


@pytest.mark.parametrize("typed", ["교통", "ㄱㅌ", "ㄱ", "정책 ㄱㅌ", "과"])
def test_the_order_does_not_depend_on_the_order_of_the_list(typed: str) -> None:
    expected = DepartmentIndex(CITY).find(typed)
    for seed in range(5):
        shuffled = random.Random(seed).sample(CITY, len(CITY))
        assert DepartmentIndex(shuffled).find(typed) == expected


@given(st.text(alphabet="ㄱㅌㅂ교통버스정책 B1-과\n\x01", max_size=8), st.integers(1, 8))
def test_fewer_wanted_are_the_first_of_all(typed: str, limit: int) -> None:
    index = DepartmentIndex(CITY)
    assert index.find(typed, limit) == index.find(typed, 100)[:limit]


def test_retired_ones_are_not_found(city: DepartmentIndex) -> None:
    index = DepartmentIndex([replace(entry, active=entry.code != "B12-02") for entry in CITY])
    assert index.find("버스정책") == [] and len(index.rows) == len(CITY) - 1


def test_exactly_one_is_meant(city: DepartmentIndex) -> None:
    assert city.exactly("버스 정책과").code == "B12-02"  # type: ignore[union-attr]
    assert city.exactly("B12").name == "도시교통본부"  # type: ignore[union-attr]
    assert city.exactly("교통") is None
    twins = DepartmentIndex([row("a", "총무과"), row("b", "총무과")])
    assert twins.exactly("총무과") is None and twins.exactly("b") == row("b", "총무과")


# --- likely ones


def likely(text: str, memory: ranking.Memory | None = None, of: list[DepartmentRow] = CITY) -> list[Any]:
    return ranking.rank(text, ranking.Keywords(of), memory or ranking.Memory())


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("심야 택시 승차 거부가 심합니다", "B12-04", ("승차거부", "심야택시")),
        ("시내버스 배차간격이 너무 길어요", "B12-02", ("시내버스", "배차 간격")),
        ("가로등이 꺼졌어요", "B14-03", ("가로등",)),
        ("버스정류소에 의자를", "B12-02", ("정류소", "버스")),  # the name says 버스 too
        ("종로구 골목에 쓰레기가", "G01", ("쓰레기", "종로구")),
    ],
)
def test_duties_decide_and_are_given_back(text: str, code: str, words: tuple[str, ...]) -> None:
    first = likely(text)[0]
    assert (first.code, set(first.words), first.before) == (code, set(words), ())
    assert first.word == first.words[0]


@pytest.mark.parametrize("text", ["", "안녕하세요 시장님", "좋은 하루 되세요", "!!! ???", "시장 애인"])
def test_nothing_is_proposed_without_a_reason(text: str) -> None:
    assert likely(text, of=[*CITY, row("D", "장애인복지과", duties=("장애인",))]) == []


def test_what_a_text_begins_with_and_comes_back_to_is_what_it_is_about() -> None:
    offices = [row("a", "갑과", duties=("가로등",)), row("b", "을과", duties=("신호등",))]
    asides = "그리고 " * 20
    assert [one.code for one in likely(f"가로등이 꺼졌어요. {asides} 신호등은 괜찮아요", of=offices)] == [
        "a",
        "b",
    ]
    assert [one.code for one in likely(f"신호등이 꺼졌어요. {asides} 가로등은 괜찮아요", of=offices)] == [
        "b",
        "a",
    ]
    assert likely(f"{asides} 가로등 신호등 신호등 신호등", of=offices)[0].code == "b"


def test_a_word_of_any_text_weighs_little_and_nothing_as_part_of_a_duty() -> None:
    offices = [row("a", "갑과", duties=("제안",)), row("b", "을과", duties=("다리",))]
    offices.append(row("c", "병과", duties=("교통체계 개선",)))
    assert [one.code for one in likely("제안합니다. 다리를 개선해 주세요", of=offices)] == ["b", "a"]


def test_a_word_that_only_begins_like_a_duty_is_none() -> None:
    offices = [row("a", "갑과", duties=("대부",)), row("b", "을과", duties=("수도",))]
    assert likely("대부분 그럴 수도 있어요", of=offices) == []
    assert {one.code for one in likely("대부 업체, 수도 요금", of=offices)} == {"a", "b"}


def test_a_long_word_beats_many_short_ones_and_a_rare_one_a_common_one() -> None:
    offices = [row("a", "갑과", duties=("마을버스",)), row("b", "을과", duties=("버스", "요금", "노선"))]
    offices += [row(f"c{n}", f"병{n}과", duties=("요금",)) for n in range(9)]
    offices.append(row("d", "정과", duties=("교량",)))
    assert likely("마을버스 노선 요금", of=offices)[0].code == "a"
    assert likely("교량 요금", of=offices)[0].code == "d"


def memory_of(*decided: tuple[str, str]) -> ranking.Memory:
    memory = ranking.Memory()
    for number, (code, text) in enumerate(decided):
        memory.learn(number, code, ranking.words_of(text))
    return memory


def test_what_was_decided_before_decides_again() -> None:
    memory = memory_of(
        ("B14-03", "골목이 어두워 무섭습니다"),
        ("B14-03", "골목길에 불이 없어 어두워요"),
        ("B12-02", "골목까지 버스가"),
    )
    first, *_ = likely("우리 골목은 밤에 어두워 다니기 힘들어요", memory)
    assert first.code == "B14-03" and first.words == ()
    assert dict(first.before)["어두워"] == 1 and "골목" in dict(first.before)
    assert likely("골목 버스", memory)[0].code == "B12-02"  # a duty and one decision


def test_counts_and_words_of_every_text_teach_nothing() -> None:
    memory = memory_of(("B07", "벤치 20개 놓는 것을 이렇게 많이 바랍니다"), ("B12-01", "705번이 안 와요"))
    assert set(ranking.words_of("20 것을 것이 이렇게 많이")) == set()
    assert likely("나무 20그루 심는 것을 이렇게", memory) == []
    assert likely("705번 타고 싶어요", memory)[0].code == "B12-01"


def test_one_decision_is_less_than_many_and_none_for_departments_that_are_no_more() -> None:
    memory = memory_of(("B07", "따릉이 고장"), *[("B12-01", "따릉이 반납")] * 3, ("gone", "따릉이"))
    found = likely("따릉이 대여", memory)
    assert [entry.code for entry in found] == ["B12-01", "B07"]
    assert found[0].before == (("따릉이", 3),)


def test_a_text_counts_for_its_last_department_only() -> None:
    memory = ranking.Memory()
    memory.learn(1, "B07", frozenset({"맨홀"}))
    memory.learn(1, "B14-03", frozenset({"맨홀"}))
    assert dict(memory.given("맨홀")) == {"B14-03": 1} and len(memory) == 1
    memory.learn(1, "", frozenset())
    assert not memory.given("맨홀") and len(memory) == 0


@given(
    st.lists(
        st.tuples(
            st.integers(0, 5), st.sampled_from(["", "a", "b"]), st.frozensets(st.sampled_from("가나다"))
        )
    )
)
def test_the_memory_counts_what_is_in_it(lessons: list[tuple[int, str, frozenset[str]]]) -> None:
    memory = ranking.Memory()
    last: dict[int, tuple[str, frozenset[str]]] = {}
    for case_id, code, words in lessons:
        memory.learn(case_id, code, words)
        last[case_id] = (code, words)
    for word in "가나다":
        expected: dict[str, int] = {}
        for code, words in last.values():
            if code and word in words:
                expected[code] = expected.get(code, 0) + 1
        assert dict(memory.given(word)) == expected


@given(st.text(max_size=300))
def test_any_text_can_be_ranked_always_the_same_way(text: str) -> None:
    memory = memory_of(("B07", "따릉이 고장"))
    assert likely(text, memory) == likely(text, memory)
    assert len(likely(text, memory)) <= 5


# --- the tree and deputies


def test_the_path_leads_from_the_top_and_ends_in_any_circle() -> None:
    known = {entry.code: entry for entry in CITY}
    assert tree.path("B12-02", known) == ("서울특별시", "도시교통본부")
    assert tree.path("B14-03", known) == ("안전총괄실",)  # a name without a department
    assert tree.path("S", known) == () and tree.path("none", known) == ()
    circle = {"a": row("a", parent_code="b", parent="b"), "b": row("b", parent_code="a", parent="a")}
    assert tree.path("a", circle) == ("a", "b")


def test_the_list_is_a_tree() -> None:
    order = [f"{depth} {entry.code}" for depth, entry in tree.in_order(reversed(CITY))]
    assert order == ["0 B07", "0 B14-03", "0 G01", "0 S", "1 B12", "2 B12-01", "2 B12-02", "2 B12-04"]
    loose = [row("a", parent_code="b"), row("b", parent_code="a"), row("c", parent_code="a")]
    assert sorted(entry.code for _, entry in tree.in_order(loose)) == ["a", "b", "c"]


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["", *"abcdef"])))
def test_circles_are_those_that_lead_back(links: dict[str, str]) -> None:
    def leads_back(start: str) -> bool:
        at = links.get(start, "")
        for _ in range(10):
            if at == start:
                return True
            at = links.get(at, "")
        return False

    assert tree.in_circles(links) == {code for code in links if leads_back(code)}


@pytest.mark.parametrize(
    ("absent", "expected"),
    [
        ("", ("a", (), "")),
        ("a", ("b", ("a",), "")),
        ("ab", ("c", ("a", "b"), "")),
        ("abc", ("", ("a", "b", "c"), "nobody")),
        ("b", ("a", (), "")),
    ],
)
def test_deputies_are_followed_while_they_are_absent(absent: str, expected: tuple[Any, ...]) -> None:
    deputies = {"a": "b", "b": "c", "c": ""}
    known = {code: row(code, deputy=deputy, absent=code in absent) for code, deputy in deputies.items()}
    found = tree.stand_in("a", known)
    assert (found.code, found.through, found.why) == expected


def test_deputies_that_are_no_more_or_run_in_circles_stand_in_for_nobody() -> None:
    known = {"a": row("a", deputy="b", absent=True), "b": row("b", active=False)}
    assert tree.stand_in("a", known) == tree.StandIn("", ("a",), "gone")
    known["b"] = row("b", deputy="a", absent=True)
    assert tree.stand_in("a", known) == tree.StandIn("", ("a", "b"), "circle")
    assert tree.stand_in("none", known).why == "gone"


# --- what may be stored


def refused(stored: list[DepartmentRow], *wanted: DepartmentRow) -> dict[str, str]:
    _, bad = checked({entry.code: entry for entry in stored}, wanted)
    return {wanted[place].code: reason for place, reason in bad.items()}


def test_each_refused_row_has_its_reason() -> None:
    assert refused(
        CITY,
        row(""),
        DepartmentRow("x1", ""),
        row("x2", parent_code="none"),
        row("x3", parent_code="x2"),  # leans on one that is refused
        row("x4", deputy="none"),
        row("x5", mail="no address"),
        row("x9", mail="a@b.kr; nobody"),
        row("x6", "가" * 201),
        row("x7", duties=("가" * 4001,)),
        row("ok", parent_code="B12", deputy="B12-02", mail="a@b.kr, c@d.kr;e@f.kr"),
        row("ok2", parent_code="ok"),
    ) == {
        "": "no-department-code",
        "x1": "no-department-name",
        "x2": "no-such-parent",
        "x3": "no-such-parent",
        "x4": "no-such-deputy",
        "x5": "bad-mail-address",
        "x9": "bad-mail-address",
        "x6": "too-long-field",
        "x7": "too-long-field",
    }


def test_circles_of_parents_and_deputies_are_refused() -> None:
    assert refused([], row("a", parent_code="b"), row("b", parent_code="a"), row("c", parent_code="c")) == {
        "a": "department-circle", "b": "department-circle", "c": "department-circle",
    }  # fmt: skip
    assert refused(
        [], row("a", deputy="b"), row("b", deputy="c"), row("c", deputy="a"), row("d", deputy="d")
    ) == {code: "deputy-circle" for code in "abcd"}
    stored = [row("a", deputy="b"), row("b")]
    assert refused(stored, row("b", deputy="a")) == {"b": "deputy-circle"}


def test_the_second_row_of_a_code_is_refused() -> None:
    good, bad = checked({}, [row("a", "하나"), row("a", "둘")])
    assert [entry.name for entry in good] == ["하나"] and bad == {1: "twice-in-file"}


def test_a_parent_by_name_is_found_where_one_bears_it() -> None:
    good, _ = checked({}, [row("a", "교통실"), row("b", "버스과", parent="교통실"), row("c", parent="시장")])
    assert [(entry.parent_code, entry.parent) for entry in good] == [("", ""), ("a", "교통실"), ("", "시장")]
    good, _ = checked(
        {}, [row("a", "총무"), row("b", "총무"), row("c", parent="총무"), row("d", "자기", parent="자기")]
    )
    assert [entry.parent_code for entry in good] == ["", "", "", ""]


# --- in the workspace


def as_values(*wanted: DepartmentRow) -> list[dict[str, Any]]:
    return [{name: getattr(entry, name) for name in DepartmentRow.__dataclass_fields__} for entry in wanted]


def test_departments_are_stored_and_read_back_whole(store: Store) -> None:
    full = row("x", "엑스과", parent_code="B12", parent="도시교통본부", duties=("가", "나"), kind="team")
    full = replace(full, contact="02", mail="x@y.kr; z@y.kr", deputy="B12", absent=True, active=False)
    full = replace(full, official_code="61", source="here")
    saved = do(store, departments.save, as_values(*CITY, full))
    assert (len(saved.new), saved.changed, saved.same, saved.bad) == (len(CITY) + 1, (), 0, {})
    assert ask(store, departments.get_department, "x") == full
    assert full not in ask(store, departments.list_departments)
    assert full in ask(store, departments.list_departments, include_retired=True)
    again = do(store, departments.save, as_values(*CITY, full))
    assert (again.new, again.changed, again.same) == ((), (), len(CITY) + 1)


def test_what_a_row_does_not_name_stays(store: Store) -> None:
    do(store, departments.save, as_values(*CITY))
    do(store, departments.edit, "B12-02", contact="02-1", absent=True, deputy="B12-04", actor="김주무관")
    saved = do(
        store, departments.save, [{"code": "B12-02", "name": "버스과"}, {"code": "B12", "name": "교통실"}]
    )
    assert saved.changed == ("B12-02", "B12")
    now = ask(store, departments.get_department, "B12-02")
    assert (now.name, now.contact, now.deputy, now.parent) == ("버스과", "02-1", "B12-04", "교통실")
    assert (
        ask(store, departments.get_department, "B12-04").parent == "교통실"
    )  # a renamed office is renamed below
    assert len(ask(store, departments.list_departments)) == len(CITY)


def test_changes_of_departments_are_events_of_no_case(store: Store) -> None:
    do(store, departments.save, as_values(*CITY), note="부서.xlsx", actor="김주무관")
    do(store, departments.edit, "B12-02", absent=True, actor="박주무관")
    do(store, departments.edit, "B12-02", absent=True, actor="박주무관")  # nothing changes
    found = rows(store, 'SELECT actor, kind, "case", step FROM event')
    assert found == [("김주무관", "departments", 0, ""), ("박주무관", "departments", 0, "")]
    assert '"absent": true' in one(store, "SELECT after FROM event WHERE actor = '박주무관'")
    assert ask(store, cases.recent_steps) == []


def test_a_refused_change_changes_nothing(store: Store) -> None:
    do(store, departments.save, as_values(*CITY))
    do(store, departments.edit, "B12-02", deputy="B12-04")
    with pytest.raises(DepartmentRefused) as caught:
        do(store, departments.edit, "B12-04", deputy="B12-02", contact="02-9")
    assert caught.value.code == "deputy-circle"
    assert ask(store, departments.get_department, "B12-04").contact == "02-2133-0000"
    with pytest.raises(DepartmentRefused):
        do(store, departments.edit, "none", name="x")


def test_the_index_follows_every_change(store: Store) -> None:
    do(store, departments.save, as_values(*CITY))
    before = ask(store, departments.index)
    assert ask(store, departments.index) is before  # nothing changed, nothing is read again
    do(store, departments.edit, "B12-02", name="심야버스과")
    assert [entry.code for entry in ask(store, departments.find, "심야버스과")] == ["B12-02"]
    do(store, departments.edit, "B12-02", active=False)
    assert ask(store, departments.find, "심야버스과") == []
    do(store, departments.seed, [("B12-02", "버스과", "", "")])
    assert [entry.code for entry in ask(store, departments.find, "버스과")] == ["B12-02"]


def test_it_learns_from_what_people_decide_and_forgets_what_they_take_back(store: Store) -> None:
    do(store, departments.save, as_values(*CITY))
    board = channel(store)
    texts = ["따릉이 고장", "따릉이 반납이 안 돼요", "따릉이 안장이 없어요", "따릉이 새로 왔네"]
    merge(store, board, *(post(str(n), text) for n, text in enumerate(texts)))
    ids = [id_of(store, str(n)) for n in range(4)]
    assert ask(store, departments.suggest, "따릉이") is None
    do(store, cases.move, ids[:2], "forward", department="B12-01")
    found = ask(store, departments.suggest, "따릉이가 또")
    assert (found.code, found.before, found.word) == ("B12-01", (("따릉이", 2),), "따릉이")
    do(store, cases.move, [ids[2]], "forward")
    step = do(store, cases.set_department, [ids[2]], "B07")
    both = ask(store, departments.suggestions, "따릉이")
    assert [(entry.code, entry.before) for entry in both] == [
        ("B12-01", (("따릉이", 2),)),
        ("B07", (("따릉이", 1),)),
    ]
    do(store, cases.undo, step)
    assert [entry.code for entry in ask(store, departments.suggestions, "따릉이")] == ["B12-01"]
    do(store, cases.set_department, ids[:2], "B07")
    assert [entry.code for entry in ask(store, departments.suggestions, "따릉이")] == ["B07"]
    do(store, cases.move, ids, "new")
    assert ask(store, departments.suggestions, "따릉이") == []


def test_a_workspace_that_is_opened_remembers_what_was_decided(store: Store) -> None:
    do(store, departments.save, as_values(*CITY))
    merge(store, channel(store), post("1", "따릉이 고장"), post("2", "따릉이 반납"))
    do(store, cases.move, [id_of(store, "1")], "forward", department="B12-01")
    do(store, cases.move, [id_of(store, "2")], "idea")
    with Store.open(store.path) as again:
        assert ask(again, departments.suggest, "따릉이").before == (("따릉이", 1),)
        do(store, cases.move, [id_of(store, "2")], "forward", department="B12-01")  # the other program's deed
        assert ask(again, departments.suggest, "따릉이").before == (("따릉이", 2),)
