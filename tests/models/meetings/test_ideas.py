from __future__ import annotations

import pytest

from connectors.base import Sent
from desktop.models import cases, drafts, members, outbox, permissions
from desktop.models.deadlines import clocks
from desktop.models.errors import Conflict, Missing
from desktop.models.meetings import agenda, deciding, ideas, lists, planning, telling
from desktop.models.meetings.errors import IdeaRefused, MeetingRefused
from desktop.models.meetings.rows import Attendee, first_sentence, get_item, need_meeting
from tests.models.helpers import one
from tests.models.meetings.conftest import DAY, Office

PLANNED = "2027-03-01"


def decide(
    office: Office, meeting: int, name: str, decision: str, reason: str = "좋습니다", **more: object
) -> None:
    if decision == "adopted":
        more = {"planned": PLANNED, "owner": "bike", **more}
    office.do(deciding.decide, meeting, office.case(name), decision, reason, **more)


# --- the idea


def test_the_title_is_the_first_sentence() -> None:
    assert first_sentence("  \n쉼터를 만들어 주세요. 더위를 피합니다.") == "쉼터를 만들어 주세요"
    assert first_sentence("1. 가로등 2. 의자") == "1. 가로등 2. 의자"
    assert first_sentence("오전 9.30 버스") == "오전 9.30 버스"
    assert first_sentence("시장님, 안녕하세요! 육교를 고쳐 주세요.") == "육교를 고쳐 주세요"
    assert first_sentence("안녕하세요. 시민입니다. 육교") == "시민입니다"
    assert first_sentence("안녕하세요") == "안녕하세요"
    assert first_sentence("시장님 육교를 고쳐 주세요. 급합니다") == "시장님 육교를 고쳐 주세요"
    assert first_sentence("") == "" and first_sentence(" . ") == ""
    assert len(first_sentence("가" * 200)) == 80 and first_sentence("가" * 200).endswith("…")


def test_what_is_sorted_there_is_an_idea_and_stays_known_when_it_leaves(office: Office) -> None:
    case = office.case("bike")
    office.do(ideas.edit, case, title="거치대 늘리기", supporters=40)
    office.do(cases.move, [case], "opinion")
    with pytest.raises(Missing):
        office.idea("bike")
    assert case not in office.page("all")
    office.do(cases.move, [case], "idea")
    assert (office.idea("bike").title, office.idea("bike").supporters) == ("거치대 늘리기", 40)


def test_leaving_the_track_leaves_the_agenda_and_undo_brings_both_back(office: Office) -> None:
    meeting = office.meeting("shelter", "bike")
    step = office.do(cases.move, [office.case("bike")], "forward")
    assert office.agenda(meeting) == [office.case("shelter")]
    office.undo(step)
    assert office.agenda(meeting) == [office.case("shelter"), office.case("bike")]
    assert office.idea("bike").state == "agenda"


def test_editing_is_undone_field_by_field_and_a_stale_hand_is_refused(office: Office) -> None:
    case, seen = office.case("lamp"), office.idea("lamp").changed_ms
    office.clock.forward()
    office.do(ideas.edit, case, title="밝아지는 가로등", seen_ms=seen, step="title")
    office.clock.forward()
    office.do(ideas.edit, case, review="연 3억 원이 듭니다", actor="박주무관", step="review")
    with pytest.raises(Conflict):
        office.do(ideas.edit, case, title="다른 제목", seen_ms=seen)
    office.do(ideas.edit, case, supporters=3, seen_ms=seen)  # nobody else has touched this
    office.undo("title")
    idea = office.idea("lamp")
    assert (idea.title, idea.review, idea.supporters) == ("", "연 3억 원이 듭니다", 3)
    with pytest.raises(IdeaRefused):
        office.do(ideas.edit, case, supporters=-1)


def test_the_first_sentence_written_as_title_is_no_title_of_its_own(office: Office) -> None:
    shown = office.ask(lists.rows_by_id, [office.case("lamp")])[0].title
    office.do(ideas.edit, office.case("lamp"), title=shown)
    assert office.idea("lamp").title == ""


def test_support_counts_posts_shares_and_hands(office: Office) -> None:
    again = office.arrive("again", "거치대 자리가 없어요", repost_of="")
    office.do(cases.move, [again], "idea")
    office.do(cases.group, [office.case("bike"), again])
    office.do(ideas.edit, office.case("bike"), supporters=10)
    office.arrive("share", "공유", repost_of="bike")
    (row,) = office.ask(lists.rows_by_id, [office.case("bike")])
    assert (row.posts, row.shares, row.support) == (2, 1, 12)
    assert office.page("open", "support")[0] == office.case("bike")


# --- grouping


def test_merging_keeps_the_first_filer_and_its_place_on_the_agenda(office: Office) -> None:
    early = office.arrive("early", "독서 쉼터를 밤에도 열면 좋겠습니다", minutes_ago=9000)
    office.do(cases.move, [early], "idea")
    meeting = office.meeting("bike", "shelter")
    step = "merge"
    kept = office.do(ideas.merge, [office.case("shelter"), early], step=step)
    assert kept == early and office.agenda(meeting) == [office.case("bike"), early]
    assert office.idea("shelter").case_id == early  # asked for by the one that went into it
    office.undo(step)
    assert office.agenda(meeting) == [office.case("bike"), office.case("shelter")]
    assert office.idea("early").state == "pool"


def test_a_group_is_as_old_as_its_oldest_post(office: Office) -> None:
    late, early = office.case("lamp"), office.case("shelter")
    filed = office.idea("shelter").filed_ms
    office.do(cases.group, [late, early])
    assert office.idea("lamp").filed_ms == filed
    office.do(cases.take_apart, late)
    assert office.idea("lamp").filed_ms > filed


# --- the agenda


def test_an_idea_is_on_one_open_agenda_only(office: Office) -> None:
    first = office.meeting("shelter")
    second = office.meeting("bike", days=9)
    with pytest.raises(MeetingRefused) as refused:
        office.do(agenda.add, second, [office.case("shelter")])
    assert refused.value.code == "idea-on-agenda"
    assert office.do(agenda.add, first, [office.case("shelter")]) == []
    with pytest.raises(Missing):
        office.do(agenda.add, first, [12345])


def test_several_are_added_at_a_place_ordered_and_removed(office: Office) -> None:
    meeting = office.meeting("lamp")
    s, b, lamp = (office.case(name) for name in ("shelter", "bike", "lamp"))
    office.do(agenda.add, meeting, [s, b], at=0, step="add")
    assert office.agenda(meeting) == [s, b, lamp]
    office.do(agenda.move, meeting, lamp, -1, step="up")
    assert office.agenda(meeting) == [s, lamp, b]
    with pytest.raises(Conflict):
        office.do(agenda.order, meeting, [s, b])
    office.do(agenda.remove, meeting, [s], step="remove")
    assert office.idea("shelter").state == "pool" and s in office.page("open")
    for step in ("remove", "up", "add"):
        office.undo(step)
    assert office.agenda(meeting) == [lamp]


def test_a_place_cannot_be_taken_back_after_the_decision(office: Office) -> None:
    meeting = office.do(planning.add, office.clock.at_ms + DAY).id
    office.do(agenda.add, meeting, [office.case("bike")], step="add")
    decide(office, meeting, "bike", "held")
    with pytest.raises(Conflict):
        office.undo("add")
    with pytest.raises(MeetingRefused):
        office.do(agenda.remove, meeting, [office.case("bike")])


# --- meetings


def test_numbers_count_within_the_year(office: Office) -> None:
    first = office.do(need_meeting_of, office.meeting())
    second = office.do(need_meeting_of, office.meeting(days=3))
    next_year = office.do(need_meeting_of, office.meeting(days=200))
    assert (first.number, second.number, next_year.number) == (1, 2, 1)
    with pytest.raises(MeetingRefused) as refused:
        office.do(planning.edit, second.id, number=1)
    assert refused.value.code == "meeting-number"
    moved = office.do(planning.edit, second.id, at_ms=next_year.at_ms + DAY, place="  서소문\n청사 ")
    assert (moved.number, moved.place) == (2, "서소문 청사")


def need_meeting_of(_tx: object, meeting_id: int) -> object:
    return need_meeting(meeting_id)


def test_planning_is_undone_with_people_and_place(office: Office) -> None:
    people = [Attendee("김위원", "위원장"), Attendee("이위원", "", False), Attendee(" ")]
    meeting = office.do(planning.add, office.clock.at_ms, place="시청", people=people, step="add")
    office.do(planning.edit, meeting.id, place="시민청", people=[Attendee("박위원")], step="edit")
    office.undo("edit")
    whole = office.ask(lists.whole, meeting.id)
    assert (whole.meeting.place, [p.name for p in whole.people]) == ("시청", ["김위원", "이위원"])
    assert [p.present for p in whole.people] == [True, False]
    redo = office.undo("add")
    assert office.ask(lists.meetings) == []
    office.do(cases.redo, redo)
    assert [p.title for p in office.ask(lists.whole, meeting.id).people] == ["위원장", ""]


def test_a_meeting_that_is_used_is_not_taken_back(office: Office) -> None:
    meeting = office.do(planning.add, office.clock.at_ms + DAY, step="add")
    office.do(agenda.add, meeting.id, [office.case("bike")])
    with pytest.raises(Conflict):
        office.undo("add")


def test_removing_a_planned_meeting_frees_its_ideas_and_undo_brings_all_back(office: Office) -> None:
    meeting = office.meeting("shelter", "bike")
    office.do(planning.remove, meeting, step="remove")
    assert office.idea("bike").state == "pool"
    office.undo("remove")
    assert office.agenda(meeting) == [office.case("shelter"), office.case("bike")]
    decide(office, meeting, "bike", "rejected")
    with pytest.raises(MeetingRefused):
        office.do(planning.remove, meeting)


def test_closing_puts_what_was_left_back_and_says_so(office: Office) -> None:
    meeting = office.meeting("shelter", "bike", "lamp")
    decide(office, meeting, "bike", "held", "예산을 더 봅니다")
    left = office.do(planning.close, meeting, step="close")
    assert [item.case_id for item in left] == [office.case("shelter"), office.case("lamp")]
    assert {office.idea(name).state for name in ("shelter", "lamp")} == {"pool"}
    whole = office.ask(lists.whole, meeting)
    assert [row.left for row in whole.agenda] == [True, False, True]
    with pytest.raises(permissions.WrongState):
        decide(office, meeting, "lamp", "adopted")
    office.undo("close")
    assert office.ask(need_meeting, meeting).state == "running"
    assert office.idea("lamp").state == "agenda"


def test_a_held_idea_comes_to_the_next_meeting_and_is_held_again_when_it_is_left(office: Office) -> None:
    first = office.meeting("bike")
    decide(office, first, "bike", "held")
    office.do(planning.close, first)
    second = office.meeting("bike", days=9)
    assert office.idea("bike").state == "agenda"
    office.do(planning.close, second)
    assert office.idea("bike").state == "held" and office.idea("bike").reason == "좋습니다"


# --- deciding


def test_a_decision_wants_a_reason_and_adopting_a_day_to_come(office: Office) -> None:
    meeting, case = office.meeting("bike"), office.case("bike")
    for decision, reason, planned, code in (
        ("held", "  ", "", "idea-reason"),
        ("adopted", "좋음", "", "idea-planned"),
        ("adopted", "좋음", "2027-02-30", "idea-planned"),
        ("adopted", "좋음", "2020-01-01", "idea-planned-past"),
        ("rejected", "가" * 5000, "", "idea-reason-long"),
    ):
        with pytest.raises(IdeaRefused) as refused:
            office.do(deciding.decide, meeting, case, decision, reason, planned=planned)
        assert refused.value.code == code
    with pytest.raises(IdeaRefused) as refused:
        office.do(deciding.decide, meeting, case, "adopted", "좋음", planned=PLANNED, owner="없음")
    assert refused.value.code == "idea-owner"
    assert office.ask(need_meeting, meeting).state == "planned" and office.idea("bike").state == "agenda"


def test_deciding_starts_the_meeting_stops_the_clock_and_undo_takes_all_back(office: Office) -> None:
    meeting, case = office.meeting("bike"), office.case("bike")
    office.do(
        deciding.decide,
        meeting,
        case,
        "adopted",
        "모두에게 좋습니다",
        owner="bike",
        planned=PLANNED,
        step="d",
    )
    idea, item = office.idea("bike"), office.ask(get_item, meeting, case)
    assert (idea.state, idea.owner, idea.planned, idea.reason) == (
        "adopted",
        "bike",
        PLANNED,
        "모두에게 좋습니다",
    )
    assert (item.decision, item.decided_by) == ("adopted", "김주무관")
    assert office.ask(need_meeting, meeting).state == "running"
    assert office.ask(clocks.get, case).state == "stopped"
    office.undo("d")
    assert office.idea("bike").state == "agenda" and office.idea("bike").decided_ms is None
    assert office.ask(get_item, meeting, case).decision == ""
    assert office.ask(need_meeting, meeting).state == "planned"
    assert office.ask(clocks.get, case).state == "running"


def test_what_is_held_still_runs_and_a_decision_can_be_replaced(office: Office) -> None:
    meeting, case = office.meeting("bike"), office.case("bike")
    decide(office, meeting, "bike", "rejected", "법에 어긋납니다")
    assert office.ask(clocks.get, case).state == "stopped"
    decide(office, meeting, "bike", "held", "법령을 확인합니다")
    assert office.ask(clocks.get, case).state == "running"
    assert office.idea("bike").reconsider_until_ms is None


def test_two_who_decide_at_once_do_not_overwrite_each_other(office: Office) -> None:
    meeting, seen = office.meeting("bike"), office.idea("bike").changed_ms
    office.clock.forward()
    decide(office, meeting, "bike", "held", actor="박주무관", seen_ms=seen)
    with pytest.raises(Conflict) as conflict:
        decide(office, meeting, "bike", "rejected", seen_ms=seen)
    assert conflict.value.who == "박주무관"


def test_rights(office: Office) -> None:
    meeting = office.meeting("bike", "lamp")
    for user, role in (("김주무관", "admin"), ("시장", "mayor"), ("과장", "department"), ("손님", "viewer")):
        office.do(members.add, user, role, **({"department": "bike"} if role == "department" else {}))
    decide(office, meeting, "bike", "rejected", actor="시장", step="d")
    office.do(cases.undo, "d", actor="시장")
    for user in ("과장", "손님"):
        with pytest.raises(permissions.NotAllowed):
            decide(office, meeting, "bike", "rejected", actor=user)
    decide(office, meeting, "bike", "adopted", actor="시장")
    office.do(ideas.set_progress, office.case("bike"), 30, "설계", actor="과장", step="p")
    office.do(cases.undo, "p", actor="과장")
    office.do(ideas.edit, office.case("lamp"), review="검토했습니다", actor="과장")
    with pytest.raises(permissions.NotAllowed):
        office.do(ideas.edit, office.case("lamp"), title="제목", actor="과장")


# --- telling the proposer


def test_an_answer_is_prepared_for_every_post_of_the_case(office: Office) -> None:
    again = office.arrive("again", "거치대 자리가 없어요", minutes_ago=2)
    office.do(cases.group, [office.case("bike"), again])
    meeting = office.meeting("bike")
    decide(office, meeting, "bike", "adopted", "불편이 큽니다")
    text = office.ask(drafts.load_draft, office.case("bike"), "reply", "김주무관").text
    assert text == (
        "안녕하십니까, 시민bike 님. 제안하신 ‘공유 자전거 거치대를 지하철역 출구마다 늘려 주세요’가"
        " 2026. 9. 23. 제안 회의에서 채택되었습니다. 사유: 불편이 큽니다."
        " 자전거정책과가 2027. 3. 1.까지 추진하겠습니다. 좋은 제안 고맙습니다."
    )
    assert office.ask(drafts.load_draft, again, "reply", "김주무관").text.startswith(
        "안녕하십니까, 시민again 님."
    )
    told = office.ask(telling.telling, office.case("bike"))
    assert (told.state, told.posts, told.sent, told.post_id) == ("written", 2, 0, office.case("bike"))


def test_a_rejection_names_the_way_to_ask_again_and_a_second_one_does_not(office: Office) -> None:
    meeting = office.meeting("lamp")
    decide(office, meeting, "lamp", "rejected", "이미 하고 있습니다")
    text = office.ask(telling.texts, office.case("lamp"))[office.case("lamp")]
    assert "채택하지 못했습니다. 사유: 이미 하고 있습니다." in text and "15일 안에 한 번 재심사를" in text
    office.do(planning.close, meeting)
    office.do(ideas.reconsider, office.case("lamp"), "자료를 더 드립니다")
    second = office.meeting("lamp", days=9)
    decide(office, second, "lamp", "rejected", "달라진 것이 없습니다")
    assert "재심사" not in office.ask(telling.texts, office.case("lamp"))[office.case("lamp")]


def test_drafts_follow_the_decision_and_what_somebody_wrote_stays(office: Office) -> None:
    meeting, case = office.meeting("bike", "lamp"), office.case("bike")
    decide(office, meeting, "bike", "held", "더 봅니다", step="held")
    assert "더 살펴보기로" in office.ask(drafts.load_draft, case, "reply", "김주무관").text
    decide(office, meeting, "bike", "rejected", "어렵습니다", step="rejected")
    assert "채택하지 못했습니다" in office.ask(drafts.load_draft, case, "reply", "김주무관").text
    office.undo("rejected")
    assert "더 살펴보기로" in office.ask(drafts.load_draft, case, "reply", "김주무관").text
    office.do(drafts.save_draft, case, "reply", "김주무관", "손으로 고친 글")
    office.undo("held")
    assert office.ask(drafts.load_draft, case, "reply", "김주무관").text == "손으로 고친 글"
    decide(office, meeting, "bike", "held", "다시 봅니다")
    assert office.ask(drafts.load_draft, case, "reply", "김주무관").text == "손으로 고친 글"


def test_undoing_a_decision_takes_its_draft_away(office: Office) -> None:
    meeting = office.meeting("bike")
    decide(office, meeting, "bike", "held", step="d")
    office.undo("d")
    assert office.ask(drafts.load_draft, office.case("bike"), "reply", "김주무관") is None


def test_the_proposer_is_told_when_the_answer_was_sent(office: Office) -> None:
    meeting, case = office.meeting("lamp"), office.case("lamp")
    decide(office, meeting, "lamp", "rejected")
    before = office.idea("lamp").reconsider_until_ms
    office.clock.forward(3 * DAY)
    row = office.do(outbox.enqueue, case, office.channel, "reply", "알립니다", undo_s=0)
    assert office.ask(telling.telling, case).state == "waiting"
    office.do(outbox.claim, row.id)
    office.do(outbox.mark_sent, row.id, Sent("r1"))
    idea, told = office.idea("lamp"), office.ask(telling.telling, case)
    assert idea.told_ms == office.clock.at_ms and (told.state, told.sent) == ("told", 1)
    assert idea.reconsider_until_ms > before and office.page("untold") == []
    with pytest.raises(IdeaRefused):  # what was told is not decided otherwise behind the proposer's back
        decide(office, meeting, "lamp", "held")


def test_the_answer_to_one_proposer_leaves_those_to_the_others(office: Office) -> None:
    case, again = office.case("bike"), office.arrive("again", "거치대 자리가 없어요", minutes_ago=2)
    office.do(cases.group, [case, again])
    meeting = office.meeting("bike")
    decide(office, meeting, "bike", "rejected", "어렵습니다")
    letter = office.ask(drafts.load_draft, again, "reply", "김주무관").text
    for post, state, left in ((case, "written", [again]), (again, "told", [])):
        row = office.do(outbox.enqueue, post, office.channel, "reply", "알립니다", undo_s=0)
        office.do(outbox.claim, row.id)
        office.do(outbox.mark_sent, row.id, Sent(f"r{post}"))
        assert office.ask(telling.telling, case).state == state
        assert [post for post, _, _ in office.ask(telling.letters, case, "김주무관")] == left
        if left:
            assert office.ask(drafts.load_draft, again, "reply", "김주무관").text == letter
    assert office.idea("bike").told_ms is not None


def test_who_is_told_in_another_way_gets_no_letter(office: Office) -> None:
    case, again = office.case("bike"), office.arrive("again", "거치대 자리가 없어요", minutes_ago=2)
    office.do(cases.group, [case, again])
    meeting = office.meeting("bike")
    decide(office, meeting, "bike", "rejected", "어렵습니다")
    assert len(office.ask(telling.letters, case, "김주무관")) == 2
    office.do(ideas.mark_told, case)
    assert office.ask(telling.letters, case, "김주무관") == []
    assert office.ask(drafts.load_draft, again, "reply", "김주무관") is None


def test_who_is_told_of_holding_still_waits_for_the_decision(office: Office) -> None:
    meeting, case = office.meeting("lamp"), office.case("lamp")
    decide(office, meeting, "lamp", "held")
    row = office.do(outbox.enqueue, case, office.channel, "reply", "더 봅니다", undo_s=0)
    office.do(outbox.claim, row.id)
    office.do(outbox.mark_sent, row.id, Sent("r1"))
    assert office.idea("lamp").told_ms is not None and office.page("untold") == []
    assert office.ask(clocks.get, case).state == "running"
    decide(office, meeting, "lamp", "rejected")
    assert office.idea("lamp").told_ms is None and office.page("untold") == [case]


def test_a_first_answer_tells_nothing(office: Office) -> None:
    meeting, case = office.meeting("lamp"), office.case("lamp")
    decide(office, meeting, "lamp", "rejected")
    row = office.do(outbox.enqueue, case, office.channel, "reply", "확인 중", undo_s=0, stage="first")
    office.do(outbox.claim, row.id)
    office.do(outbox.mark_sent, row.id, Sent("r1"))
    assert office.idea("lamp").told_ms is None


def test_told_by_hand_is_undone(office: Office) -> None:
    meeting = office.meeting("lamp")
    with pytest.raises(IdeaRefused):
        office.do(ideas.mark_told, office.case("lamp"))
    decide(office, meeting, "lamp", "adopted")
    office.do(ideas.mark_told, office.case("lamp"), step="told")
    assert office.idea("lamp").told_ms == office.clock.at_ms
    assert office.ask(drafts.load_draft, office.case("lamp"), "reply", "김주무관") is None
    office.undo("told")
    assert office.idea("lamp").told_ms is None


# --- carrying it out


def test_progress_and_what_is_late(office: Office) -> None:
    meeting, case = office.meeting("bike", "lamp"), office.case("bike")
    decide(office, meeting, "bike", "adopted", planned="2026-10-01")
    with pytest.raises(permissions.WrongState):
        office.do(ideas.set_progress, office.case("lamp"), 10)
    with pytest.raises(IdeaRefused):
        office.do(ideas.set_progress, case, 101)
    october = office.clock.at_ms + 20 * DAY
    assert (
        office.page("late", now_ms=october) == [case] and office.page("late", now_ms=office.clock.at_ms) == []
    )
    office.do(ideas.set_progress, case, 40, "설계를 마침", planned="2026-12-31", step="p")
    assert office.page("late", now_ms=october) == []
    event = one(office.store, "SELECT after FROM event WHERE step = 'p'")
    assert '"note": "설계를 마침"' in event
    office.undo("p")
    assert (office.idea("bike").progress, office.idea("bike").planned) == (0, "2026-10-01")
    office.do(ideas.set_progress, case, 100)
    assert office.page("late", now_ms=october) == []
