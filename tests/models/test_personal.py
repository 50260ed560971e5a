from __future__ import annotations

import datetime
import random
import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models import personal

WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)


def resident(head: str, more: int = 0) -> str:
    """Twelve digits and the check digit that belongs to them, computed here by the rule of the law."""
    total = sum(int(digit) * weight for digit, weight in zip(head, WEIGHTS, strict=True))
    return head + str(((11 - total % 11) % 10 + more) % 10)


SOMEBODY = resident("800101123456")
FOREIGNER = resident("900505512345", 2)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(text[found.start : found.end], found.kind) for found in personal.find(text)]


# --- what is found


@pytest.mark.parametrize("gap", ["", "-", " ", " - ", "–", "－"])
def test_resident_numbers_in_one_piece_and_in_two(gap: str) -> None:
    text = f"제 번호는 {SOMEBODY[:6]}{gap}{SOMEBODY[6:]}입니다"
    assert kinds(text) == [(f"{SOMEBODY[:6]}{gap}{SOMEBODY[6:]}", "resident")]


def test_resident_numbers_of_foreigners_and_of_those_born_lately() -> None:
    assert personal.is_resident_number(FOREIGNER)
    assert personal.is_resident_number("2101013000000")  # since October 2020 there is no check digit
    assert not personal.is_resident_number("9901013000000")  # not born yet
    assert not personal.is_resident_number(SOMEBODY[:-1] + "６")
    assert kinds("８００１０１－" + SOMEBODY[6:])[0][1] == "resident"


@pytest.mark.parametrize("place", range(13))
def test_one_wrong_digit_is_no_resident_number(place: int) -> None:
    wrong = [SOMEBODY[:place] + str(digit) + SOMEBODY[place + 1 :] for digit in range(10)]
    right = [digits for digits in wrong if personal.is_resident_number(digits)]
    # The weights 2 to 9 leave remainders that now and then meet; never more than one other digit.
    assert SOMEBODY in right and len(right) <= 2


@pytest.mark.parametrize(
    "digits", ["8013011234567", "8002301234567", "0000001234567", "80010112345", "80010112345６7"]
)
def test_days_that_do_not_exist_are_no_resident_numbers(digits: str) -> None:
    assert not personal.is_resident_number(digits)


@pytest.mark.parametrize(
    "phone",
    [
        "010-1234-5678",
        "01012345678",
        "010 1234 5678",
        "010.1234.5678",
        "011-234-5678",
        "０１０－１２３４－５６７８",
        "010–1234–5678",
        "02-123-4567",
        "02-1234-5678",
        "0212345678",
        "02)123-4567",
        "(02)123-4567",
        "(02) 123-4567",
        "031-123-4567",
        "0631234567",
        "064-1234-5678",
        "070-1234-5678",
        "080-123-4567",
        "0505-123-4567",
        "1588-1234",
        "1577 1234",
        "1899-0000",
        "+82-10-1234-5678",
        "+82 10 1234 5678",
        "+821012345678",
        "+82-2-123-4567",
    ],
)
def test_phones(phone: str) -> None:
    for before in ("연락처는 ", "전화.", "Tel:", "...", "번호"):
        assert kinds(f"{before}{phone}입니다.") == [(phone, "phone")]


@pytest.mark.parametrize(
    "card",
    [
        "4111-1111-1111-1111",
        "4111 1111 1111 1111",
        "4111111111111111",
        "5555-5555-5555-4444",
        "3782-822463-10005",
        "378282246310005",
        "9410-1234-5678-9010",
    ],
)
def test_cards(card: str) -> None:
    assert kinds(f"카드 {card} 로 결제") == [(card, "card")]


@pytest.mark.parametrize(
    "plate",
    [
        "12가3456",
        "123가4567",
        "12가 3456",
        "서울12가3456",
        "서울 12 가 3456",
        "경기1가1234",
        "70허1234",
        "01바 1234",
        "12조3456",
    ],
)
def test_plates(plate: str) -> None:
    assert kinds(f"번호판 {plate} 신고합니다") == [(plate, "plate")]


@pytest.mark.parametrize(
    "mail", ["hong@example.com", "hong.gd+city@mail.seoul.go.kr", "kim_1@한글.한국", "a@b.co"]
)
def test_mail_addresses(mail: str) -> None:
    assert kinds(f"메일은 {mail}로 보내 주세요") == [(mail, "mail")]
    assert kinds(f"({mail})") == [(mail, "mail")]


def test_several_in_one_text_in_their_order() -> None:
    text = f"홍길동 {SOMEBODY}, 010-1234-5678, a@b.kr, 12가3456, 4111-1111-1111-1111"
    assert [kind for _, kind in kinds(text)] == ["resident", "phone", "mail", "plate", "card"]


# --- what is not


@pytest.mark.parametrize(
    "text",
    [
        "2026년 11월 22일 14시 30분에 강남역 10번 출구에서 봤습니다.",
        "예산이 15조 2000억 원이라는데 30조 5000억은 어디에 쓰나요?",
        "2012-2013년, 1592-1598년 임진왜란, 1600-1700년 사이의 지도",
        "1800 2000명이 모였고 1588 1592년의 일",
        "제12호 3456세대, 101동 1204호, 30호 1200세대",
        "10주 2000원, 20도 3000명, 11호 1500가구",
        "버스 1234번과 143번, 9호선 2345열차, 지하철 2호선",
        "민원번호 2026112200012345 처리 부탁드립니다",
        "전화 120으로 물어봤고 112와 119에도 걸었습니다",
        "가격은 12,345,678원이고 3.14159265358979",
        "위도 37.5665350, 경도 126.9779692",
        "https://www.seoul.go.kr/news/0212345678/4111111111111111",
        "http://news.example/a?id=1588-1234",
        "@seoul_city 님, @hong 에게 물어보세요 a@b",
        "우편번호 04524, 사업자 104-83-00000",
        "8월 15일 08:00-09:00, 2층 203호",
        "참가자 02 2345명",
        "123-456-789012 계좌",
        "저는 80년 1월 1일생입니다. 800101",
        "800101-1234568",  # the check digit does not fit
        "4111-1111-1111-1112",  # nor this one
        "0000-0000-0000-0000",
        "12각3456, 12가345, 1가2345",
    ],
)
def test_plain_sentences_are_left_alone(text: str) -> None:
    assert kinds(text) == []
    assert personal.mask(text) == text


# --- hiding


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        (f"{SOMEBODY[:6]}-{SOMEBODY[6:]}", "******-*******"),
        ("전화 010-1234-5678!", "전화 010-****-****!"),
        ("(02) 123-4567", "(02) ***-****"),
        ("01012345678", "***********"),
        ("1588-1234", "1588-****"),
        ("+82-10-1234-5678", "+82-**-****-****"),
        ("4111-1111-1111-1111", "****-****-****-****"),
        ("서울12가3456", "서울**가****"),
        ("hong.gd@seoul.go.kr", "*******@seoul.go.kr"),
    ],
)
def test_hiding_keeps_length_and_kind(text: str, hidden: str) -> None:
    assert personal.mask(text) == hidden


WHOLE = ["010-1234-5678", SOMEBODY, "a.b@c.kr", "12가3456", "4111111111111111", "1588-1234", "02)123-4567"]
PIECES = st.sampled_from([*WHOLE, " ", "-", "1", "가", "@", ".", "０", "원", "https://a.kr/", "서울", "\n"])
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join),
                  st.text(alphabet="0123456789-. 가조@ab", max_size=60))  # fmt: skip


@given(TEXTS)
def test_what_is_found_is_in_the_text_and_apart(text: str) -> None:
    found = personal.find(text)
    assert all(0 <= one.start < one.end <= len(text) and one.kind in personal.KINDS for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(TEXTS)
def test_after_hiding_nothing_is_found_and_nothing_else_is_changed(text: str) -> None:
    masked = personal.mask(text)
    assert len(masked) == len(text)
    assert not personal.find(masked)
    assert personal.mask(masked) == masked
    assert all(new in (old, personal.HIDDEN) for old, new in zip(text, masked, strict=True))


@given(st.dates(datetime.date(1930, 1, 1), datetime.date(2020, 9, 30)), st.integers(0, 99999), st.booleans(),
       st.sampled_from(["", "-", " "]))  # fmt: skip
def test_every_number_that_was_ever_given_is_found(
    born: datetime.date, rest: int, woman: bool, gap: str
) -> None:
    century = 1 if born.year < 2000 else 3
    digits = resident(f"{born:%y%m%d}{century + woman}{rest:05}")
    assert kinds(f"가{digits[:6]}{gap}{digits[6:]}나") == [(f"{digits[:6]}{gap}{digits[6:]}", "resident")]


@given(
    st.integers(0, 99_999_999),
    st.sampled_from(["", "-", " ", "."]),
    st.sampled_from(["", "제 번호 ", "tel:"]),
)
def test_every_mobile_phone_is_found(number: int, gap: str, before: str) -> None:
    digits = f"{number:08}"
    phone = f"010{gap}{digits[:4]}{gap}{digits[4:]}"
    assert (phone, "phone") in kinds(f"{before}{phone} 입니다")


EXACT = (
    ("resident", personal._RESIDENT),
    ("card", personal._CARD),
    ("phone", personal._PHONE),
    ("phone", personal._NATIONAL),
    ("plate", personal._PLATE),
    ("mail", personal._MAIL),
)


def test_the_quick_look_rules_out_nothing_that_would_be_found() -> None:
    pieces = [
        *"0123456789 -.()+가조@", "010", "82", "+82", "1588", "900101", "4111", "1234", "1234567", "4444",
        " 12가", "서울 1", ") (0)", "a@b.kr", "-)", ". ",
    ]  # fmt: skip
    chance = random.Random(20141111)
    found = Counter[str]()
    for _ in range(40_000):
        text = "".join(chance.choices(pieces, k=chance.randint(4, 14)))
        for kind, pattern in EXACT:
            if re.search(pattern, text):
                assert re.search(personal._LOOKS_LIKE[kind], text), (kind, text)
                found[pattern] += 1
    assert min(found[pattern] for _, pattern in EXACT) > 20
