"""What Facebook, Instagram and Threads share of Meta's Graph API: errors, budgets, places, memory."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.base import Author, ChannelConfig, Malformed, Post, Unreachable
from connectors.graph import base_of, identifier, moment_ms, next_place, read_page
from connectors.graph_budget import use_of, wish_s
from connectors.graph_inbox import chained
from connectors.graph_memory import REMEMBERED, Memory
from connectors.graph_parts import PERMISSION, read_fault
from connectors.graph_reading import _next_job
from tests.conformance.test_writing import in_both_languages

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)
HOME, HOSTS = "https://graph.example", ("facebook.com",)


def error(code: int, subcode: int = 0, **more: Any) -> dict[str, Any]:
    return {"error": {"message": "words", "code": code, "error_subcode": subcode, **more}}


@pytest.mark.parametrize(
    ("code", "subcode", "what"),
    [
        (100, 33, "missing"),
        (803, 0, "missing"),
        (10, 0, "no_permission"),
        (200, 0, "no_permission"),
        (299, 0, "no_permission"),
        (3, 0, "no_permission"),
    ],
)
def test_errors_are_told_by_their_code(code: int, subcode: int, what: str) -> None:
    for status in (200, 400, 403, 500):
        fault = read_fault(status, error(code, subcode))
        assert fault is not None and getattr(fault, what)


def test_a_wrong_field_is_no_missing_object() -> None:
    fault = read_fault(400, error(100, message="(#100) Tried accessing nonexisting field (x)"))
    assert fault is not None and not fault.missing
    fault = read_fault(400, error(100, message="Unsupported get request. Object with ID 'x' ..."))
    assert fault is not None and fault.missing


def test_words_for_people_come_first_and_tokens_never() -> None:
    token = "EAAabcdefghijklmnopqrst"
    fault = read_fault(400, error(190, message=f"Malformed access token {token}"), "other")
    assert fault is not None and token not in fault.message and "Malformed" in fault.message
    fault = read_fault(400, error(9, message="secret-1 is bad", error_user_msg="고쳐 주세요"), "secret-1")
    assert fault is not None and (fault.message, fault.said) == ("… is bad", "고쳐 주세요")
    assert str(fault.refusal()) == "고쳐 주세요"


def test_a_missing_permission_is_said_in_both_languages() -> None:
    fault = read_fault(403, error(200, message="(#200) Requires pages_messaging"))
    assert fault is not None
    assert in_both_languages(str(fault.refusal())) and "pages_messaging" in str(fault.refusal())
    korean = read_fault(403, error(200, error_user_msg="권한이 필요합니다"))
    assert korean is not None and str(korean.refusal()) == PERMISSION


@given(JSON, st.integers(100, 599))
def test_no_answer_breaks_the_reading_of_errors_and_lists(value: Any, status: int) -> None:
    fault = read_fault(status, {"error": value} if status % 2 else value)
    assert fault is None or isinstance(str(fault.refusal()), str)
    try:
        read_page(value)
        read_page({"data": [value], "paging": value})
    except Malformed:
        pass
    assert isinstance(next_place(value), dict)
    assert isinstance(identifier(value), str) and isinstance(moment_ms(value), int | None)


# --- budgets ----------------------------------------------------------------------------------------------


def usage(**more: Any) -> str:
    entry = {"type": "pages", "call_count": 1, "total_time": 1, "total_cputime": 1, **more}
    return json.dumps({"1001": [entry]})


@pytest.mark.parametrize(
    ("headers", "percent", "wait_s"),
    [
        ({}, 0, 0),
        ({"x-app-usage": '{"call_count": 28, "total_time": 25, "total_cputime": 25}'}, 28, 0),
        ({"x-app-usage": '{"call_count": 1, "total_time": 97, "total_cputime": 25}'}, 97, 300),
        ({"x-business-use-case-usage": usage(call_count=80)}, 80, 0),
        ({"x-business-use-case-usage": usage(call_count=100, estimated_time_to_regain_access=7)}, 100, 420),
        ({"x-business-use-case-usage": usage(type="ads_management", call_count=100)}, 0, 0),
        ({"x-business-use-case-usage": "[[]]"}, 0, 0),
        ({"x-business-use-case-usage": "no json"}, 0, 0),
        ({"x-business-use-case-usage": usage(call_count="100", total_time=None)}, 1, 0),
    ],
)
def test_headers_say_what_is_used_up(headers: dict[str, str], percent: float, wait_s: float) -> None:
    assert use_of(headers, frozenset({"pages"})) == (percent, wait_s)


def test_a_round_is_put_off_while_little_is_left() -> None:
    assert wish_s(74.9) is None and (wish_s(75.0) or 0) >= 600


@given(JSON)
def test_no_header_breaks_the_reading_of_budgets(value: Any) -> None:
    percent, wait_s = use_of({"x-business-use-case-usage": json.dumps(value), "x-app-usage": str(value)})
    assert 0 <= percent <= 1e6 and wait_s >= 0


# --- places -----------------------------------------------------------------------------------------------


def test_of_a_next_page_only_its_place_is_kept() -> None:
    following = (
        "https://graph.facebook.com/v26.0/1/feed?access_token=EAAsecret&until=17&__paging_token=p&limit=5"
    )
    assert next_place({"next": following}) == {"until": "17", "__paging_token": "p"}
    assert next_place({"next": following, "cursors": {"after": "QR"}}) == {"after": "QR"}
    assert next_place({"cursors": {"after": "QR"}}) == {}  # the last page has cursors too


def test_addresses_of_other_servers_are_told_from_the_networks_own() -> None:
    def base(url: str, **secret: str) -> str:
        return base_of(ChannelConfig(url, secret=secret), HOME, HOSTS, "v26.0")

    for own in ("", "hanbit.city", "@hanbit", "https://www.facebook.com/hanbit", "https://m.facebook.com"):
        assert base(own) == "https://graph.example/v26.0"
    assert base("http://127.0.0.1:99/") == "http://127.0.0.1:99/v26.0"
    assert base("https://Relay.example/meta/v25.0") == "https://relay.example/meta/v26.0"
    assert base("https://notfacebook.com") == "https://notfacebook.com/v26.0"
    # a token that was given for one server goes to no other
    assert base("https://other.example", server="https://relay.example") == "https://relay.example/v26.0"
    for wrong in ("ftp://x.example", "https://[", "https://x.example:99999"):
        with pytest.raises(Unreachable):
            base(wrong)


def test_times_are_read_with_an_offset_without_colon() -> None:
    assert moment_ms("2026-11-20T01:02:03+0000") == 1_795_136_523_000
    assert moment_ms("2026-11-20T10:02:03+0900") == moment_ms("2026-11-20T01:02:03Z") == 1_795_136_523_000
    assert moment_ms(1_763_600_000) == 1_763_600_000_000
    assert moment_ms("yesterday") is None and moment_ms(True) is None and moment_ms(10**30) is None


def test_ids_never_become_a_part_of_an_address() -> None:
    assert identifier("1001_5005") == "1001_5005" and identifier(17) == "17"
    assert identifier("m_aGVsbG8-_==") == "m_aGVsbG8-_=="
    for wrong in ("..", "../1", "1/2", "1?x", "한글", "", "x" * 500, None, True, -1, 1.5):
        assert identifier(wrong) == ""


# --- lists that do not end, and memory --------------------------------------------------------------------


def page(*ids: str, after: str = "next") -> Any:
    data = [{"id": number} for number in ids]
    return read_page({"data": data, "paging": {"cursors": {"after": after}, "next": "https://x/?a=1"}})


def test_a_list_that_repeats_itself_is_left() -> None:
    first = _next_job({"k": "feed"}, page("1", "2", after="a"), True)
    assert first["at"] == {"after": "a"}
    assert _next_job(first, page("3", "4", after="b"), True)["at"] == {"after": "b"}
    assert _next_job(first, page("3", "4", after="a"), True) == {}  # the same place again
    assert _next_job(first, page("1", "2", after="b"), True) == {}  # the same entries again
    assert _next_job(first, page("3", "4", after="b"), False) == {}  # nothing unknown


def test_empty_pages_are_passed_but_not_for_ever() -> None:
    job: dict[str, Any] = {"k": "feed"}
    for number in range(4):
        job = _next_job(job, page(after=str(number)), False)
        assert job["at"] == {"after": str(number)}
    assert _next_job(job, page(after="9"), False) == {}


def post(number: int, text: str = "글", **more: Any) -> Post:
    return Post(str(number), text, Author("", ""), created_ms=number * 1000, **more)


def test_the_memory_is_bounded_and_what_it_let_go_of_is_no_news() -> None:
    memory = Memory({}, 0, [], 10_000, first=True)
    posts = [post(number) for number in range(1, REMEMBERED + 51)]
    assert memory.take(posts, "t")[1]
    stored = json.loads(json.dumps(memory.stored()))
    assert len(stored["known"]) == REMEMBERED and stored["floor"] == 50
    memory = Memory(stored["known"], stored["floor"], stored["sure"], 10_001, first=False)
    assert memory.take(posts, "t") == ([], False)
    changed, fresh = memory.take([post(60, "고침"), post(61, state="hidden"), post(999)], "t")
    assert [one.remote_id for one in changed] == ["60", "61", "999"] and fresh


def test_what_a_list_does_not_reach_is_not_missing_in_it() -> None:
    memory = Memory({}, 0, [], 10_000, first=True)
    memory.take([post(number) for number in range(1, 9)], "t")
    assert memory.absent([post(8), post(6)], "t", whole=False) == ["7"]
    assert set(memory.absent([post(8), post(6)], "t", whole=True)) == {"1", "2", "3", "4", "5", "7"}
    assert memory.absent([], "t", whole=False) == []
    memory.saw("7")
    assert memory.absent([post(8), post(6)], "t", whole=False) == []  # asked for, and there


@given(JSON, JSON, JSON)
def test_a_damaged_cursor_is_no_crash(known: Any, floor: Any, sure: Any) -> None:
    memory = Memory(known, floor, sure, 1, first=False)
    memory.take([post(5)], "t")
    json.dumps(memory.stored())


def test_messages_answer_the_one_before_in_whatever_order_they_came() -> None:
    found = chained([post(2), post(3), post(1)])
    assert [(one.remote_id, one.parent_id) for one in found] == [("3", "2"), ("2", "1"), ("1", "")]
