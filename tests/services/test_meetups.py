"""Invitations through the outbox, the answers to them, and the files."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from connectors.base import Author, Batch, Post, Sent
from desktop.models import accounts, cases, channels, outbox
from desktop.models.meetups import drawing, guests, planning, rows
from desktop.models.merge import merge_batch
from desktop.models.schema import database
from desktop.models.speaking import ledger
from desktop.services import meetup_files, meetups, templates
from desktop.services.documents import Table
from desktop.services.services import Services
from tests.services.conftest import add, read, until
from tests.services.fakes import FakeCity

AT_MS = 1_795_771_800_000  # 27 Nov 2026, 18:30 in Seoul
DAY = 86_400_000


async def write(services: Services, work: Any, *args: Any, **named: Any) -> Any:
    return await asyncio.wrap_future(services.store.write(work, *args, actor=services.user, **named))


async def signed_in(services: Services, url: str) -> int:
    account = await write(
        services, accounts.add_account, network="fake", server=url, remote_id="me", name="서울시",
        handle="@seoul", voice="official", uid=f"uid-{url}",
    )  # fmt: skip
    await services.vault.set(f"uid-{url}", {"token": "x"})
    return await add(services, url, account_id=account)


@pytest.fixture
async def planned(services: Services, city: FakeCity) -> tuple[int, int, list[int]]:
    """(meet-up, channel, posts of three citizens), everything that is needed to send."""
    services.sender.settle_s = 0.0
    await write(services, templates.seed)
    channel_id = await signed_in(services, "https://a")
    posts = [
        city["https://a"].write(n, f"자전거 길 {n}")._replace(author=Author(f"u{n}", f"시민{n}"))
        for n in range(3)
    ]
    await write(services, merge_batch, channel_id, Batch(posts=tuple(posts)))
    ids = await read(
        services, lambda: [r[0] for r in database.execute_sql("SELECT id FROM post ORDER BY remote_id")]
    )
    number = await write(
        services, planning.add_meetup, theme="자전거 출퇴근", at_ms=AT_MS, place="시민청", seats=1,
        sign_up_until_ms=AT_MS - DAY, post_ids=ids,
    )  # fmt: skip
    return number, channel_id, ids


async def test_all_are_invited_in_one_gesture_and_it_can_be_taken_back(
    services: Services, planned: tuple[int, int, list[int]]
) -> None:
    number, _, ids = planned
    assert all(m.sendable for m in await read(services, meetups.invitations, number))
    count = await write(services, meetups.send_invitations, number, undo_s=60, step="invite")
    assert count == 3
    found = await read(services, rows.posts_of, number)
    assert [row.sent for row in found] == ["waiting"] * 3
    sent = [await read(services, outbox.get_outbox, row.outbox_id) for row in found]
    assert {row.post_id for row in sent} == set(ids)
    assert all("「자전거 출퇴근」을" in row.text and row.stage == "first" for row in sent)
    assert await write(services, meetups.send_invitations, number, undo_s=60) == 0
    await write(services, cases.undo, "invite")
    assert [r.sent for r in await read(services, rows.posts_of, number)] == [""] * 3
    assert (await read(services, rows.get_meetup, number)).state == "planned"
    assert await read(services, outbox.counts) == {"waiting": 0, "sending": 0, "refused": 0, "unknown": 0}


async def test_what_stands_against_sending_is_told(
    services: Services, city: FakeCity, planned: tuple[int, int, list[int]]
) -> None:
    number, channel_id, _ = planned
    await write(services, channels.update_channel, channel_id, account_id=None)
    assert {m.why for m in await read(services, meetups.invitations, number)} == {"not-signed-in"}
    assert await write(services, meetups.send_invitations, number) == 0
    # The same citizen twice is invited once.
    again = Post("twin", "또 저예요", Author("u0", "시민0"), created_ms=AT_MS - 9 * DAY)
    await write(services, merge_batch, channel_id, Batch(posts=(again,)))
    (twin,) = await read(
        services, lambda: database.execute_sql("SELECT id FROM post WHERE remote_id = 'twin'").fetchone()
    )
    await write(services, planning.add_posts, number, [twin])
    found = await read(services, meetups.invitations, number)
    assert [m.why for m in found if m.post_id == twin] == ["meetup-same-author"]


async def test_an_answer_below_an_invitation_is_found_when_it_arrives(
    services: Services, city: FakeCity, planned: tuple[int, int, list[int]], monkeypatch: Any
) -> None:
    monkeypatch.setattr(meetups, "PAUSE_S", 0.01)
    number, channel_id, _ = planned
    services.collector.take_role()
    await services.sender.start()
    finding = services.tasks.spawn("finding", meetups.find_replies(services.store))
    await write(services, meetups.send_invitations, number, undo_s=0)

    async def all_out() -> bool:
        return all(row.sent == "sent" for row in await read(services, rows.posts_of, number))

    await until(services, all_out)
    (ours,) = await read(
        services,
        lambda: database.execute_sql(
            "SELECT p.remote_id FROM post p JOIN post q ON q.id = p.parent_id"
            " WHERE p.own AND q.remote_id = 'p0'"
        ).fetchone(),
    )
    now = int(services.sender.clock() * 1000) + 1000
    answer = Post("answer", "저 갈게요", Author("u0", "시민0"), parent_id=ours, created_ms=now)
    await write(services, merge_batch, channel_id, Batch(posts=(answer,)))

    async def found() -> Any:
        return await read(services, rows.replies_of, number)

    (reply,) = await until(services, found)
    assert (reply.author_name, reply.meaning, reply.guest_state) == ("시민0", "yes", "invited")
    finding.cancel()


async def test_everybody_learns_how_the_draw_came_out(
    services: Services, planned: tuple[int, int, list[int]]
) -> None:
    number, _, _ = planned
    await write(services, meetups.send_invitations, number, undo_s=60)
    for guest in await read(services, rows.guests_of, number):
        await write(services, guests.sign_up, number, guest_id=guest.id)
    await write(services, guests.sign_up, number, name="전화 시민", contact="010-1234-5678")
    await write(services, drawing.fix_seed, number, "하나")
    await write(services, drawing.draw, number)
    found = await read(services, meetups.notices, number)
    assert len(found) == 4
    by_phone = [m for m in found if m.why == "by-telephone"]
    assert [m.name for m in by_phone] == ["전화 시민"] and by_phone[0].text
    assert await write(services, meetups.send_notices, number, undo_s=60, step="tell") == 3
    texts = [r.text for r in await read(services, outbox.unfinished) if "신청 번호" in r.text]
    told = [*texts, by_phone[0].text]
    assert sum("자리가 마련되었습니다" in text for text in told) == 1
    assert sorted(text.split("대기 ")[1][:2] for text in told if "대기 " in text) == ["1번", "2번", "3번"]
    assert [m.why for m in await read(services, meetups.notices, number)] == ["by-telephone"]
    # Who moves up is told once more, the new state this time.
    inside = next(g for g in await read(services, rows.guests_of, number) if g.state == "in")
    moved = await write(services, guests.decline, inside.id)
    assert moved and {m.target for m in await read(services, meetups.notices, number)} >= set(moved)


async def test_what_came_of_it_is_an_answer_to_each_post(
    services: Services, planned: tuple[int, int, list[int]]
) -> None:
    number, _, _ = planned
    assert {m.why for m in await read(services, meetups.answers, number)} == {"empty-text"}
    await write(services, planning.edit_meetup, number, answer="보관대를 늘리겠습니다.")
    await write(services, planning.set_state, number, "over")
    found = await read(services, meetups.answers, number)
    assert all("보관대를 늘리겠습니다." in m.text and m.sendable for m in found)
    assert await write(services, meetups.send_answers, number, {found[0].target}, undo_s=60) == 1
    assert [m.done for m in await read(services, meetups.answers, number)] == ["waiting", "", ""]
    assert await write(services, meetups.send_answers, number, undo_s=60) == 2


async def test_a_meetup_promises_once_with_whichever_answer_goes_out_first(
    services: Services, planned: tuple[int, int, list[int]]
) -> None:
    number, _, _ = planned
    await write(services, planning.edit_meetup, number, answer="보관대를 늘리겠습니다.")
    await write(services, planning.set_state, number, "over")
    targets = [message.target for message in await read(services, meetups.answers, number)]
    for target in targets:  # in several gestures, as a person may
        await write(services, meetups.send_answers, number, {target}, undo_s=60)
    first, second, third = await read(services, outbox.unfinished)
    await write(services, outbox.mark_refused, first.id, "refused")
    assert await read(services, ledger.list_promises) == []
    answer = await write(services, outbox.mark_sent, second.id, Sent("r2"))
    (promise,) = await read(services, ledger.list_promises)
    assert (promise.text, promise.post_id) == ("보관대를 늘리겠습니다.", answer)
    assert promise.case_id == second.case_id
    await write(services, outbox.mark_sent, third.id, Sent("r3"))
    # The refused one is said anew, after somebody has settled the promise.
    await write(services, ledger.close, promise.id, "kept")
    assert await write(services, meetups.send_answers, number, undo_s=60) == 1
    (again,) = [row for row in await read(services, outbox.unfinished) if row.state == "waiting"]
    await write(services, outbox.mark_sent, again.id, Sent("r1"))
    assert [row.id for row in await read(services, ledger.list_promises)] == [promise.id]


async def test_another_promise_of_a_meetup_stands_beside_the_first(
    services: Services, planned: tuple[int, int, list[int]]
) -> None:
    number, _, _ = planned
    await write(services, planning.edit_meetup, number, answer="보관대를 늘리겠습니다.")
    await write(services, planning.set_state, number, "over")
    target = (await read(services, meetups.answers, number))[0].target
    await write(services, meetups.send_answers, number, {target}, undo_s=60)
    await write(services, planning.edit_meetup, number, answer="정비소를 마련하겠습니다.")
    await write(services, meetups.send_answers, number, undo_s=60)
    for row in await read(services, outbox.unfinished):
        await write(services, outbox.mark_sent, row.id, Sent(f"r{row.id}"))
    texts = [row.text for row in await read(services, ledger.list_promises)]
    assert texts == ["보관대를 늘리겠습니다.", "정비소를 마련하겠습니다."]


def meetup_row(**changes: Any) -> rows.MeetupRow:
    values: dict[str, Any] = dict.fromkeys(rows.MeetupRow.__dataclass_fields__, 0)
    values |= {
        "theme": "걷기, 달리기; “한강”", "at_ms": AT_MS, "minutes": 90, "seats": 20, "state": "drawn",
        "place": "여의도\n물빛광장", "uid": "abc", "version": 3, "seed": "씨앗 <1>",
        "changed_ms": AT_MS - DAY,
        "seed_ms": AT_MS - 2 * DAY, "drawn_ms": AT_MS - DAY, "sign_up_until_ms": AT_MS - 3 * DAY, "id": 7,
    }  # fmt: skip
    return rows.MeetupRow(**{**values, **changes})


def test_the_calendar_file_is_read_back_as_it_was_meant() -> None:
    data = meetup_files.calendar_file(meetup_row())
    assert b"TZID=Asia/Seoul" in data and b"BEGIN:VTIMEZONE" in data and b"\r\n" in data
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\\, " in data and b"\\;" in data
    calendar = Calendar.from_ical(data)
    (entry,) = calendar.walk("VEVENT")
    assert str(entry["SUMMARY"]) == "번개팅 「걷기, 달리기; “한강”」"
    assert str(entry["LOCATION"]) == "여의도 물빛광장"
    assert entry.start == datetime(2026, 11, 27, 18, 30, tzinfo=ZoneInfo("Asia/Seoul"))
    assert (entry.end - entry.start).total_seconds() == 90 * 60
    assert (str(entry["UID"]), entry["SEQUENCE"]) == ("abc@seoul-smc", 3)
    cancelled = Calendar.from_ical(meetup_files.calendar_file(meetup_row(state="cancelled")))
    assert cancelled["METHOD"] == "CANCEL" and cancelled.walk("VEVENT")[0]["STATUS"] == "CANCELLED"


def guest(number: int, state: str, **more: Any) -> rows.GuestRow:
    values: dict[str, Any] = dict.fromkeys(rows.GuestRow.__dataclass_fields__, None)
    values |= {
        "id": number,
        "name": f"시민{number}",
        "contact": "010-1234-5678",
        "state": state,
        "late": False,
    }
    return rows.GuestRow(**{**values, "ticket": f"7-{number}", "channel_name": "", **more})


def test_the_list_for_the_door_hides_contacts() -> None:
    paper = meetup_files.guest_list(
        meetup_row(), [guest(1, "in"), guest(2, "waiting"), guest(3, "declined"), guest(4, "came")]
    )
    inside, waiting = [part for part in paper.parts if isinstance(part, Table)]
    assert [row[2] for row in inside.rows] == ["이름", "시민1", "시민4"]
    assert [row[2] for row in waiting.rows] == ["이름", "시민2"]
    assert inside.rows[1][3] == "010-****-5678" and inside.rows[2][5] == "왔음"
    assert meetup_files.hidden_contact("02-123-4567") == "02-1**-4567"
    assert meetup_files.hidden_contact("카톡 seoul") == "카톡 seoul"


def test_the_published_result_holds_seed_method_and_no_name() -> None:
    drawn = [
        drawing.Drawn(place, ticket, drawing.digest_of("씨앗 <1>", ticket), place <= 1)
        for place, ticket in enumerate(drawing.order("씨앗 <1>", ["7-1", "7-2"]), 1)
    ]
    text = meetup_files.result_text(meetup_row(seats=1), drawn)
    page = meetup_files.result_page(meetup_row(seats=1), drawn)
    assert "씨앗: 씨앗 <1>" in text and "씨앗 &lt;1&gt;" in page and "<1>" not in page
    for line in drawn:
        assert line.digest in text and line.digest in page
    assert "대기 1" in text and "SHA-256" in page and "시민" not in page
