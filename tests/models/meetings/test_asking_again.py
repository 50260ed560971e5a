"""A rejected proposer asks once more, in time."""

from __future__ import annotations

import pytest

from desktop.models import cases, permissions
from desktop.models.deadlines import clocks
from desktop.models.deadlines.calendar import HOUR_MS, day_of, start_of
from desktop.models.meetings import ideas
from desktop.models.meetings.errors import IdeaRefused
from tests.models.helpers import one
from tests.models.meetings.conftest import DAY, Office
from tests.models.meetings.test_ideas import decide


def test_a_proposer_asks_again_once_and_in_time(office: Office) -> None:
    meeting, case = office.meeting("lamp", "bike"), office.case("lamp")
    decide(office, meeting, "lamp", "rejected")
    decide(office, meeting, "bike", "rejected")
    with pytest.raises(permissions.WrongState):
        office.do(ideas.reconsider, office.case("shelter"))
    office.clock.forward(14 * DAY)
    office.do(cases.set_status, [case], "answered")
    office.do(ideas.reconsider, case, "새 자료", step="again")
    assert one(office.store, "SELECT status FROM case_ WHERE id = ?", case) == "open"
    assert (
        office.idea("lamp").state == "pool" and office.ask(clocks.get, case).started_ms == office.clock.at_ms
    )
    office.undo("again")
    assert office.idea("lamp").state == "rejected" and office.ask(clocks.get, case).state == "stopped"
    office.do(ideas.reconsider, case)
    office.clock.forward(10 * DAY)
    with pytest.raises(IdeaRefused) as late:
        office.do(ideas.reconsider, office.case("bike"))
    assert (
        late.value.code == "reconsider-late" and "국민 제안 규정" in late.value.name and late.value.until_ms
    )
    second = office.meeting("lamp")
    decide(office, second, "lamp", "rejected")
    with pytest.raises(IdeaRefused) as once:
        office.do(ideas.reconsider, case)
    assert once.value.code == "reconsider-once"


def test_the_last_day_to_ask_again_ends_at_midnight_and_what_counts_is_when_they_asked(
    office: Office,
) -> None:
    meeting, case = office.meeting("lamp", "bike"), office.case("lamp")
    for name in ("lamp", "bike"):
        decide(office, meeting, name, "rejected")
        office.do(ideas.mark_told, office.case(name))
    told, last = office.clock.at_ms, office.idea("lamp").reconsider_until_ms
    midnight = start_of(day_of(last) + 1)
    assert day_of(last) >= day_of(told) + 15 and midnight > last
    office.clock.at_ms = midnight + 9 * HOUR_MS
    for name in ("lamp", "bike"):
        with pytest.raises(IdeaRefused) as late:
            office.do(ideas.reconsider, office.case(name))
        assert late.value.code == "reconsider-late"
    for wrong in (told - DAY, office.clock.at_ms + 1):
        with pytest.raises(IdeaRefused) as error:
            office.do(ideas.reconsider, case, asked_ms=wrong)
        assert error.value.code == "reconsider-asked"
    office.do(ideas.reconsider, case, asked_ms=midnight - 1)
    assert office.idea("lamp").state == "pool" and office.ask(clocks.get, case).started_ms == midnight - 1
    office.clock.at_ms = midnight - 1
    office.do(ideas.reconsider, office.case("bike"))
