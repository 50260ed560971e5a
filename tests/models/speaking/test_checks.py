"""What is found in a text before it goes out, and what is left alone."""

from __future__ import annotations

from datetime import date

import pytest

from connectors.base import LengthRule
from desktop.models.speaking import checks, commitments, dates
from desktop.models.speaking.checks import Around, check

TODAY = date(2026, 11, 23)  # a Monday
AROUND = Around(
    name="김시민",
    handle="@kim",
    others=("이서연", "@lee"),
    numbers=frozenset({"0221332260", "bus@hanbit.example"}),
    names=frozenset({"버스정책과", "도로관리과"}),
    former=frozenset({"뉴미디어과", "도로조명과"}),
    today=TODAY,
)


def found(text: str, around: Around = AROUND) -> list[tuple[str, str]]:
    """(code, what stands at the place) of each finding."""
    return [(one.code, text[one.start : one.end]) for one in check(text, around)]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("전화는 010-1234-5678입니다.", "check-phone", "010-1234-5678"),
        ("전화는 +82 10 1234 5678입니다.", "check-phone", "+82 10 1234 5678"),
        ("주민번호 900101-1234568", "check-resident", "900101-1234568"),
        ("차량 12가 3456을 옮겨 주세요.", "check-plate", "12가 3456"),
        ("hong@naver.com으로 보내 주세요.", "check-mail", "hong@naver.com"),
        ("{이름} 님 안녕하십니까.", "check-variable", "{이름}"),
        ("담당자 ○○○에게 물어 주세요.", "check-variable", "○○○"),
        ("{{date}}까지", "check-variable", "{{date}}"),
    ],
)
def test_what_stops(text: str, code: str, place: str) -> None:
    assert (code, place) in found(text)
    assert checks.stops(check(text, AROUND))


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("02-2133-9999로 문의해 주세요.", "check-desk-phone", "02-2133-9999"),
        ("https://seoul..kr을 보세요.", "check-link", "https://seoul..kr"),
        ("http:/seoul.kr 를 보세요.", "check-link", "http:/seoul.kr"),
        ("https://seoul 을 보세요.", "check-link", "https://seoul"),
        ("이서연 님께 답변드립니다.", "check-name", "이서연 님"),
        ("박민수 님, 고맙습니다.", "check-name", "박민수 님"),
        ("@lee 고맙습니다.", "check-handle", "@lee"),
        ("시민분님, 고맙습니다.", "check-honorific", "시민분님"),
        ("귀하께서 말씀하신", "check-honorific", "귀하께"),
        ("뉴미디어과에서 답변드립니다.", "check-former-office", "뉴미디어과"),
        ("버스관리과에서 답변드립니다.", "check-office", "버스관리과"),
        ("곧 조치하겠습니다.", "check-promise", "조치하겠습니다"),
    ],
)
def test_what_is_only_said(text: str, code: str, place: str) -> None:
    assert (code, place) in found(text)
    assert not checks.stops(check(text, AROUND))


@pytest.mark.parametrize(
    "text",
    [
        "김시민 님, 고맙습니다.",
        "시민님, 시장님, 구청장님께 전하겠습니다만 곧 알 수 있습니다.".replace("전하겠습니다만", "전했고"),
        "버스정책과(02-2133-2260)로 문의해 주세요.",
        "다산콜 120, 1588-1234로 전화해 주세요.",
        "minwon@seoul.go.kr, bus@hanbit.example로 보내 주세요.",
        "https://www.seoul.go.kr/main(본문)을 보세요. (www.seoul.go.kr)에서도 됩니다.",
        "2026. 12. 31.까지 3,500만 원을 들여 1.5km를 고칩니다.",
        "12월 31일까지 정비하겠습니다.",
        "말씀 감사하겠습니다. 최선을 다하겠습니다. 아래와 같이 답변드리겠습니다.",
        "또 뵙겠습니다. 다음에는 더 좋은 소식으로 찾아뵙겠습니다!",
        "중요하다고 하겠습니다. 도움이 되시면 좋겠습니다. 잘 알겠습니다.",
        "@kim 고맙습니다. 서울과 한국은 결과가 국과 팀이 다릅니다.",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_name_is_compared_only_where_one_is_known() -> None:
    assert found("박민수 님, 고맙습니다.", Around(today=TODAY)) == []
    assert found("박민수 님, 고맙습니다.", Around(handle="@bus_lover", today=TODAY)) == []


def test_where_a_text_becomes_too_long() -> None:
    around = Around(handle="@kim", rule=LengthRule(limit=20, url_length=5, names_author=True), today=TODAY)
    text = "https://seoul.go.kr/a/very/long 가나다라마바사아자차"
    (one,) = check(text, around)
    assert (one.code, one.severity, one.n) == ("check-too-long", "stop", 1)
    assert text[one.start :] == "차"
    assert check(text[:-1], around) == []


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("(https://a.kr/b(c))에서", ["https://a.kr/b(c)"]),
        ("https://a.kr/b, https://b.kr.", ["https://a.kr/b", "https://b.kr"]),
        ("https://서울.한국/길 보세요", ["https://서울.한국/길"]),
        ("https://a.kr에서", ["https://a.kr"]),
        ("주소 없음", []),
    ],
)
def test_addresses_without_what_stands_around_them(text: str, addresses: list[str]) -> None:
    assert [address for _, _, address in checks.addresses(text)] == addresses
    assert all(map(checks.is_address, addresses))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("이달 말까지", "2026-11-30"),
        ("11월 30일까지", "2026-11-30"),
        ("1월 5일까지", "2027-01-05"),
        ("내년 3월", "2027-03-31"),
        ("2026년 12월 3일", "2026-12-03"),
        ("2026. 12. 31.(목)까지", "2026-12-31"),
        ("12. 31.까지", "2026-12-31"),
        ("12월 초", "2026-12-10"),
        ("다음 달 중순", "2026-12-20"),
        ("올해 말", "2026-12-31"),
        ("내년 상반기", "2027-06-30"),
        ("1분기", "2027-03-31"),
        ("2주 안에", "2026-12-07"),
        ("사흘 안에", "2026-11-26"),
        ("한 달 이내에", "2026-12-23"),
        ("내일", "2026-11-24"),
        ("다음 주 금요일", "2026-12-04"),
        ("금요일까지", "2026-11-27"),
    ],
)
def test_days_that_a_sentence_names(text: str, day: str) -> None:
    assert [named.day.isoformat() for named in dates.find(text, TODAY)] == [day]


@pytest.mark.parametrize(
    "text", ["지난 3월에", "작년 5월", "9호선", "1.5km", "02-2133-1234", "13월 40일", "2월 30일", "11월호"]
)
def test_what_names_no_day_to_come(text: str) -> None:
    assert dates.find(text, TODAY) == []


def test_a_goodbye_with_a_day_is_a_promise() -> None:
    (one,) = commitments.find("12월 3일에 시민청에서 뵙겠습니다.", TODAY)
    assert one.due.endswith("-12-03")


def test_commitments_with_the_day_of_their_own_sentence() -> None:
    text = (
        "김시민 님, 고맙습니다. 현장을 확인하고 12월에 시작해 내년 3월까지 보도를 정비하겠습니다. "
        "조명도 개선할 예정입니다.\n- 결과를 알려 드리겠습니다. 부탁드리겠습니다."
    )
    found_ = commitments.find(text, TODAY)
    assert [(one.due, text[one.start : one.end]) for one in found_] == [
        ("2027-03-31", "현장을 확인하고 12월에 시작해 내년 3월까지 보도를 정비하겠습니다."),
        ("", "조명도 개선할 예정입니다."),
        ("", "- 결과를 알려 드리겠습니다."),
    ]


@pytest.mark.parametrize(
    "text", ["가" * 100_000, "하겠습니다" * 5000, "https://" * 5000, "{" * 5000, "1월 " * 3000, "@a" * 5000]
)
def test_no_text_makes_it_slow_or_fail(text: str) -> None:
    for one in check(text, AROUND):
        assert 0 <= one.start < one.end <= len(text)
