from __future__ import annotations

import pytest

from connectors.base import Author
from desktop.models import cases
from desktop.models.meetings import ideas, lists, marks, twins
from tests.models.helpers import index_all
from tests.models.meetings.conftest import Office


def many(office: Office, number: int) -> list[int]:
    """Ideas of which two each were filed at the same moment."""
    made = [office.arrive(f"n{n}", f"제안 {n}번입니다", minutes_ago=1000 + n // 2) for n in range(number)]
    office.do(cases.move, made, "idea")
    for case in made[::3]:
        office.do(ideas.edit, case, supporters=case % 7)
    return made


@pytest.mark.parametrize("order", lists.ORDERS)
def test_pages_by_key_hold_every_idea_once_in_both_directions(office: Office, order: str) -> None:
    many(office, 23)
    whole = office.ask(lists.ideas_page, "open", order, limit=100)
    assert len(whole) == 26 and [row.key for row in whole] == sorted((row.key for row in whole), reverse=True)
    down, after = [], None
    while page := office.ask(lists.ideas_page, "open", order, after=after, limit=5):
        down += [row.case_id for row in page]
        after = page[-1].key
    assert down == [row.case_id for row in whole]
    up, before = [], whole[-1].key
    while page := office.ask(lists.ideas_page, "open", order, before=before, limit=4):
        up = [row.case_id for row in page] + up
        before = page[0].key
    assert up == down[:-1]


def test_orders_say_what_they_name(office: Office) -> None:
    s, b, lamp = (office.case(name) for name in ("shelter", "bike", "lamp"))
    office.do(ideas.edit, b, supporters=5)
    assert office.page("open", "filed") == [s, b, lamp]
    assert office.page("open", "newest") == [lamp, b, s]
    assert office.page("open", "support") == [b, s, lamp]


def test_search_finds_posts_and_written_titles_and_pages(office: Office) -> None:
    made = many(office, 9)
    index_all(office.store)
    office.do(ideas.edit, office.case("bike"), title="제안 이름 100%")
    found = office.page("open", text="제안")
    assert set(found) == {*made, office.case("bike")}
    assert office.page("open", text="100%") == [office.case("bike")]
    assert office.page("open", text="1_0") == []
    first = office.ask(lists.ideas_page, "open", text="제안", limit=4)
    rest = office.page("open", text="제안", after=first[-1].key)
    assert [row.case_id for row in first] + rest == found


def test_counts_agree_with_the_lists(office: Office) -> None:
    office.meeting("bike")
    counted = office.ask(lists.counts)
    assert counted["open"] == 2 and counted["agenda"] == 1 and counted["all"] == 3
    for view in lists.VIEWS:
        assert counted[view] == len(office.page(view)), view


def test_lists_hide_personal_data(office: Office) -> None:
    case = office.arrive("phone", "전화 010-1234-5678로 알려 주세요. 쉼터를 원합니다")
    office.do(cases.move, [case], "idea")
    (row,) = office.ask(lists.rows_by_id, [case])
    assert "5678" not in row.title and "5678" not in row.text


def test_cards_wear_the_meeting_only_while_it_is_to_come(office: Office) -> None:
    meeting = office.meeting("bike")
    case = office.case("bike")
    at_ms = office.clock.at_ms + 2 * 86_400_000
    assert office.ask(marks.for_cards, [case, 1])[case] == marks.IdeaMark("agenda", at_ms)
    from desktop.models.meetings import planning

    office.do(planning.close, meeting)
    assert office.ask(marks.for_cards, [case]) == {case: marks.IdeaMark("pool", None)}
    assert office.ask(lists.rows_by_id, [case])[0].meeting.id == meeting


# --- twins


def test_twins_are_found_whether_indexed_or_not(office: Office) -> None:
    again = office.arrive(
        "again", "자전거 거치대를 지하철역 출구에 더 늘려 주세요. 자리가 모자랍니다", minutes_ago=1
    )
    office.do(cases.move, [again], "idea")
    for _ in range(2):
        found = office.ask(twins.twins, again)
        assert [(twin.row.case_id, twin.first) for twin in found] == [(office.case("bike"), True)]
        assert [twin.first for twin in office.ask(twins.twins, office.case("bike"))] == [False]
        index_all(office.store)
    office.do(cases.move, [office.case("bike")], "opinion")
    assert office.ask(twins.twins, again) == []


def test_what_everybody_says_makes_no_twins(office: Office) -> None:
    made = [
        office.arrive(
            "a", "안녕하세요. 서울시에 제안합니다. 버스 노선을 하나 더 만들어 주시면 좋겠습니다. 감사합니다."
        ),
        office.arrive(
            "b", "안녕하세요. 서울시에 제안합니다. 도서관 문을 늦게까지 열어 주시면 좋겠습니다. 감사합니다."
        ),
        office.arrive("c", "동의합니다", author=Author("z", "", "")),
        office.arrive("d", "동의합니다", author=Author("y", "", "")),
    ]
    office.do(cases.move, made, "idea")
    index_all(office.store)
    assert [office.ask(twins.twins, case) for case in made] == [[], [], [], []]


def test_alike_is_symmetric_and_one_for_the_same() -> None:
    one, other = (
        twins.pairs("공유 자전거 거치대를 늘려 주세요"),
        twins.pairs("자전거 거치대를 더 늘려 주세요"),
    )
    weights = twins.weigh([one, other])
    assert twins.alike(one, one, weights) == pytest.approx(1.0)
    assert twins.alike(one, other, weights) == twins.alike(other, one, weights) > twins.ENOUGH
    assert twins.alike(one, twins.pairs("가로등을 바꿔 주시기를 바랍니다"), weights) < twins.ENOUGH
