"""What a department wrote, out of the mails that mail programs make of an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.departments.addresses import addresses_of, is_of
from desktop.models.forwarding_mail.cutting import ABOVE, LONGEST_LOOK, Said, new_words, read

OURS = f"""{ABOVE}

도로관리과 담당자님, 안녕하십니까.
시민의 글을 이관합니다.

■ 요지: 가로등이 꺼졌습니다

[시민의 글]
1. 트위터 · 2026. 11. 22.(일) 14:17
강남역 10번 출구 앞 가로등이 며칠째 꺼져 있어요.
"""
WORDS = "안녕하십니까. 도로관리과입니다.\n\n현장을 확인하였고 11월 25일까지 고치겠습니다.\n감사합니다."
QUOTED = "\n".join(f"> {line}".rstrip() for line in OURS.split("\n"))

ON = "2026년 11월 23일 (월) 오전 10:02, 한빛시 민원실"
CITY = "<m@hanbit.example>"
PROGRAMS = {
    "gmail, 한국어": f"{WORDS}\n\n{ON} {CITY}님이 작성:\n\n{QUOTED}",
    "gmail, wrapped": f"{WORDS}\n\n{ON}\n{CITY}님이 작성:\n{QUOTED}",
    "gmail, English": f"{WORDS}\n\nOn Mon, Nov 23, 2026 at 10:02 AM City Hall {CITY} wrote:\n\n{QUOTED}",
    "thunderbird": f"{WORDS}\n\nOn 11/23/26 10:02, City Hall wrote:\n{QUOTED}",
    "outlook, 한국어": (
        f"{WORDS}\n\n보낸 사람: 한빛시 {CITY}\n보낸 날짜: 2026년 11월 23일 월요일 오전 10:02\n"
        f"받는 사람: 도로관리과\n제목: [서울SMC-X] 이관\n\n{OURS}"
    ),
    "outlook, English": (
        f"{WORDS}\n\n________________________________\nFrom: City Hall <m@hanbit.example>\n"
        f"Sent: Monday, November 23, 2026 10:02 AM\nTo: road\nSubject: x\n\n{OURS}"
    ),
    "outlook, old": (
        f"{WORDS}\n\n-----Original Message-----\nFrom: City\nSent: Monday\nTo: road\nSubject: x\n\n{OURS}"
    ),
    "naver": (
        f"{WORDS}\n\n-----Original Message-----\nFrom: \"한빛시\"{CITY}\nTo: <road@hanbit.example>\n"
        f"Cc:\nSent: 2026-11-23 (월) 10:02:00 (GMT+09:00)\nSubject: x\n\n{OURS}"
    ),
    "hanmail": (
        f"{WORDS}\n\n--------- 원본 메일 ---------\n보낸사람 : 한빛시 <m@hanbit.example>\n받는사람 : road\n"
        f"날짜: 2026년 11월 23일 월요일\n제목: x\n{OURS}"
    ),
    "on-premise": f"{WORDS}\n\n----- 원본 메시지 -----\n보낸이: 한빛시\n{OURS}",
    "nothing but our letter": f"{WORDS}\n\n{OURS}",
    "no letter at all": WORDS,
    "crlf": f"{WORDS}\n\n{OURS}".replace("\n", "\r\n"),
    "from a telephone": (
        f"{WORDS}\n\n나의 iPhone에서 보냄\n\n2026. 11. 23. 오전 10:02, 한빛시 {CITY} 작성:\n{QUOTED}"
    ),
    "galaxy": f"{WORDS}\n\n나의 Galaxy에서 보냄\n\n-------- 원본 메시지 --------\n발신: 한빛시\n{OURS}",
    "signature": f"{WORDS}\n-- \n도로관리과 김주무관\n02-2133-0000",
    "card": f"{WORDS}\n\n==========\n도로관리과 주무관 김한빛\n전화 02-2133-0000 팩스 02-2133-0001",
    "card above our letter": f"{WORDS}\n\n──────────\n김한빛 | kim@hanbit.example\n\n{OURS}",
    "below our letter": f"On 11/23/26 10:02, City Hall wrote:\n{QUOTED}\n\n{WORDS}",
    "below our letter, without marks": f"-----Original Message-----\nFrom: City\nTo: road\n{OURS}\n\n{WORDS}",
}  # fmt: skip


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_mail_programs_make_of_an_answer(program: str) -> None:
    assert new_words(PROGRAMS[program], OURS) == WORDS


def test_between_the_lines_of_our_letter_what_is_not_quoted_stays() -> None:
    first, second = OURS.split("\n\n", 1)
    text = f"답은 아래에 있습니다.\n> {first}\n" + "".join(f"> {line}\n" for line in second.split("\n"))
    assert new_words(f"{text}가로등은 고쳤습니다.\n", OURS) == "답은 아래에 있습니다.\n가로등은 고쳤습니다."


@pytest.mark.parametrize(
    "text",
    [
        "반려견 놀이터는 11월에 엽니다.",
        "1. 현장을 확인했습니다.\n2. 고치겠습니다.",
        "제목: 가로등\n고쳤습니다.",  # a line of a head alone is none
        "문의: 도로관리과\n전화 02-2133-0000",
        "가\n---\n나\n---\n다",  # rules between paragraphs
        "담당자가 11:20에 확인한다고 김과장이 작성:\n확인했습니다.",
    ],
)
def test_words_that_only_look_like_something_else_stay(text: str) -> None:
    assert read(text, OURS) == Said("final", text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("반려: 우리 과 소관이 아닙니다.", Said("return", "우리 과 소관이 아닙니다.")),
        ("재지정 요청: 조명과 소관입니다.", Said("return", "조명과 소관입니다.")),
        ("재지정：조명과", Said("return", "조명과")),
        ("[반려] 사유: 사유지입니다.", Said("return", "사유: 사유지입니다.")),
        ("반려\n\n사유지입니다.", Said("return", "사유지입니다.")),
        ("반려합니다. 사유지입니다.\n확인 바랍니다.", Said("return", "사유지입니다.\n확인 바랍니다.")),
        ("반려:", Said("return", "")),
        ("1차: 현장을 확인하겠습니다.", Said("first", "현장을 확인하겠습니다.")),
        ("[1차 답변]\n현장을 확인하겠습니다.", Said("first", "현장을 확인하겠습니다.")),
        ("1차 답변드립니다. 확인하겠습니다.", Said("first", "1차 답변드립니다. 확인하겠습니다.")),
        ("1차선 도로를 고쳤습니다.", Said("final", "1차선 도로를 고쳤습니다.")),
        ("고쳤습니다.\n반려: 아님", Said("final", "고쳤습니다.\n반려: 아님")),
    ],
)
def test_the_first_line_says_what_it_is(text: str, said: Said) -> None:
    assert read(f"{text}\n\n-----Original Message-----\nFrom: a\nTo: b\nSubject: c\n\n{OURS}", OURS) == said


@pytest.mark.parametrize("text", ["", "\n\n", OURS, QUOTED, f"On 11/23/26 10:02, City wrote:\n{QUOTED}"])
def test_nothing_but_our_letter_is_no_answer(text: str) -> None:
    assert new_words(text, OURS) == ""


@given(
    st.text(max_size=300),
    st.lists(st.sampled_from([*OURS.split("\n"), *QUOTED.split("\n"), "From: a", "--"])),
)
def test_any_mail_can_be_read(text: str, lines: list[str]) -> None:
    read("\n".join([text, *lines]), OURS)


@given(st.lists(st.text(alphabet="가나다 라마.\n", min_size=1, max_size=30), min_size=1, max_size=5))
def test_plain_words_stay_as_they_are(lines: list[str]) -> None:
    text = "\n".join(lines)
    kept = "\n".join(line for line in text.split("\n"))
    assert new_words(text, OURS) == kept.strip("\n").strip()


def test_a_hostile_length_is_soon_read() -> None:
    assert len(new_words("가" * (LONGEST_LOOK + 10))) == LONGEST_LOOK
    new_words("On a 10:00 b\n" * 20_000 + "From: a\n" * 20_000)
    assert new_words("답변입니다\n---\n" + "a" * (LONGEST_LOOK - 10)).startswith("답변입니다\n---\na")


def test_whose_address_it_is() -> None:
    assert addresses_of("road@hanbit.example; kim@hanbit.example, road@hanbit.example 없음 @x a@b") == (
        "road@hanbit.example",
        "kim@hanbit.example",
    )
    domain = "한빛.example".encode("idna").decode()
    known = "road@hanbit.example; chief@한빛.example"
    assert is_of("Road@Hanbit.example", known) and is_of(f"chief@{domain}", known)
    for sender in (
        "",
        "road",
        "road@hanbit.example.evil.example",
        "xroad@hanbit.example",
        "road@evil.example",
    ):
        assert not is_of(sender, known)
    assert not is_of("a@b.example", "")
