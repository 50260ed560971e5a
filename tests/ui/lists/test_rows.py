"""What a card says, and where a search is marked in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from desktop.ui.lists.delegate import CardDelegate, Laid, match_ranges
from desktop.ui.lists.paints import Paints
from desktop.ui.lists.rows import Chip, Context, prepare
from desktop.ui.theme.style import theme

NOW = 1_800_000_000_000


@dataclass(frozen=True)
class Row:
    """A row of the database as the lists get it."""

    id: int = 7
    case_id: int | None = 7
    rank: int = 7
    channel_name: str = "서울시 트위터"
    network: str = "mastodon"
    author_name: str = "이서연"
    handle: str = "@sylee"
    text: str = "버스가 늦어요"
    created_ms: int = NOW - 180_000
    edited_ms: int | None = None
    deleted_ms: int | None = None
    url: str = ""
    context: str = ""
    track: str = "new"
    department: str = ""
    status: str = "open"
    unread: bool = True
    starred: bool = False
    own: bool = False
    private: bool = False
    state: str = "published"
    repost_count: int = 0
    media_count: int = 0
    outbox_state: str = ""
    post_count: int = 1
    draft: bool = False


def chips(**values: Any) -> list[str]:
    context = Context(NOW, {"a": "도시교통실"})
    return [chip.text for chip in prepare(replace(Row(), **values), context, by_case=True).chips]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, []),
        ({"draft": True}, ["쓰던 글"]),
        ({"outbox_state": "waiting"}, ["보내는 중"]),
        ({"outbox_state": "sending"}, ["보내는 중"]),
        ({"outbox_state": "sent"}, ["답변함"]),
        ({"status": "answered"}, ["답변함"]),
        ({"outbox_state": "refused", "status": "answered"}, ["전송 실패"]),
        ({"outbox_state": "unknown"}, ["확인 필요"]),
        ({"post_count": 4}, ["묶음 4건"]),
        ({"edited_ms": 1}, ["수정됨"]),
        ({"deleted_ms": 1}, ["삭제됨"]),
        ({"state": "held"}, ["보류(승인 전)"]),
        ({"track": "forward"}, ["부서 미정"]),
        ({"track": "forward", "department": "a"}, ["도시교통실"]),
        ({"track": "forward", "department": "gone"}, ["gone"]),
        ({"repost_count": 1234}, ["공유 1,234"]),
        ({"media_count": 2}, ["사진 2"]),
        ({"private": True}, ["비공개"]),
        ({"status": "done"}, ["처리 완료"]),
    ],
)
def test_chips(values: dict[str, Any], expected: list[str]) -> None:
    assert chips(**values) == expected


@pytest.mark.parametrize(
    ("name", "handle", "shown"),
    [
        ("이서연", "@sylee", "이서연 @sylee"),
        ("hong_gd", "hong_gd", "@hong_gd"),
        ("hong_gd", "@hong_gd", "@hong_gd"),
        ("", "@x", "@x"),
        ("김민수", "", "김민수"),
        ("", "", "이름 없음"),
    ],
)
def test_names(name: str, handle: str, shown: str) -> None:
    card = prepare(replace(Row(), author_name=name, handle=handle), Context(NOW), by_case=True)
    assert card.name == shown


def test_a_list_over_all_tracks_names_the_track_and_the_board_does_not() -> None:
    everywhere = prepare(Row(), Context(NOW, show_track=True), by_case=False)
    assert [chip.text for chip in everywhere.chips] == ["미분류"]
    assert chips() == []


def test_times_grow_older_by_themselves() -> None:
    card = prepare(Row(), Context(NOW), by_case=True)
    assert card.age == "3분 전"
    card.layouts["kept"] = object()
    assert not card.grow_older(NOW + 10_000) and card.layouts
    assert card.grow_older(NOW + 120_000) and card.age == "5분 전" and not card.layouts


def test_a_post_of_pictures_only_is_not_an_empty_card() -> None:
    assert prepare(replace(Row(), text=" \n"), Context(NOW), by_case=True).text == "(글 없음)"


@pytest.mark.parametrize(
    ("text", "searched", "found"),
    [
        ("마을버스 버스", "버스", [(2, 2), (5, 2)]),
        ("Bus BUS", "bus", [(0, 3), (4, 3)]),
        ("👍 버스", "버스", [(3, 2)]),  # an emoji counts twice in UTF-16
        ("버스", "", []),
        ("버스와 지하철", "지하철 버스", [(0, 2), (4, 3)]),
    ],
)
def test_marks(text: str, searched: str, found: list[tuple[int, int]]) -> None:
    assert match_ranges(text, searched) == found


@given(st.text(max_size=60), st.text(max_size=8))
def test_marks_lie_inside_any_text(text: str, searched: str) -> None:
    length = len(text.encode("utf-16-le", "surrogatepass")) // 2
    for start, size in match_ranges(text, searched):
        assert 0 <= start and 0 < size and start + size <= length


@pytest.mark.parametrize("density", ["wide", "normal", "narrow"])
@pytest.mark.parametrize("scale", [90, 200])
@pytest.mark.parametrize("width", [40, 170, 260, 1400])
def test_nothing_is_laid_out_outside_of_a_card(qapp: Any, density: str, scale: int, width: int) -> None:
    theme().apply("light", scale, density)
    paints = Paints()
    delegate = CardDelegate(paints)
    row = replace(
        Row(),
        text="가나다라마바사 " * 60,
        draft=True,
        edited_ms=1,
        post_count=99,
        media_count=3,
        starred=True,
    )
    card = prepare(row, Context(NOW, show_track=True, highlight="다라"), by_case=True)
    laid = delegate.laid(card, width)
    if width >= 170:
        assert all(0 <= box.left() and box.right() <= width for box, _, _ in laid.chips)
        assert laid.name_at.x() < laid.age_at.x()
    for layout, at in laid.texts:
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            assert at.y() + line.y() + line.height() <= paints.card_height
            assert at.x() + line.naturalTextWidth() <= width + 1
    whole = QRect(0, 0, width + paints.edge, paints.row_height)
    picture = QPixmap(whole.size())
    painter = QPainter(picture)
    delegate.paint_card(painter, whole, card, selected=True, focused=True)
    painter.end()
    assert delegate.laid(card, width) is laid  # laid out once, painted many times


def test_painted_cards_are_kept_within_bounds(qapp: Any) -> None:
    from PySide6.QtCore import QSize

    from desktop.ui.lists import delegate as module

    paints = Paints()
    delegate = CardDelegate(paints)
    target = QPixmap(900, 120)
    painter = QPainter(target)
    for number in range(200):
        card = prepare(replace(Row(), id=number, case_id=number), Context(NOW), by_case=True)
        delegate._picture(card, QSize(900, paints.row_height), painter)
    painter.end()
    assert 0 < delegate._picture_bytes <= module.MOST_BYTES
    theme().apply("dark", 100, "normal")
    assert not delegate._pictures


@pytest.mark.parametrize(
    ("network", "text", "title"),
    [
        ("feed", "가로등 고장\n\n며칠째 꺼져 있습니다.", "가로등 고장"),
        ("feed", "한 줄뿐입니다", ""),
        ("feed", "가" * 200 + "\n\n본문", ""),
        ("mastodon", "시장님께\n\n안녕하세요", ""),
    ],
)
def test_the_title_of_a_feed_stands_apart(network: str, text: str, title: str) -> None:
    card = prepare(replace(Row(), network=network, text=text), Context(NOW), by_case=False)
    assert card.text[: card.title] == title


def test_emoji_before_the_last_line_lose_and_repeat_nothing(qapp: Any) -> None:
    delegate = CardDelegate(Paints())
    text = "🎉" * 30 + " " + "글" * 300
    card = prepare(replace(Row(), text=text), Context(NOW), by_case=False)
    laid = delegate.laid(card, 320)
    first, last = laid.texts[0][0], laid.texts[-1][0].text()
    units = sum(first.lineAt(n).textLength() for n in range(first.lineCount()))
    rest = text.encode("utf-16-le")[units * 2 :].decode("utf-16-le")
    assert len(last) > 5 and rest.startswith(last.rstrip("…"))


def laid(width: int, *chips: Chip) -> Laid:
    """A card with these chips as it lies in a column this wide."""
    theme().apply("light", 100, "normal")
    card = prepare(Row(), Context(NOW), by_case=False)
    card.chips = chips
    return CardDelegate(Paints()).laid(card, width)


def words_of(card: Laid) -> list[str]:
    return [words for _, words, _ in card.chips]


def test_where_there_is_no_room_for_its_words_a_chip_is_its_picture(qapp: Any) -> None:
    chips = (Chip("버스정책과", "forward"), Chip("읽지 않음", "plain", "mail"))
    assert words_of(laid(300, *chips)) == ["버스정책과", "읽지 않음"]
    narrow = laid(170, *chips)
    assert words_of(narrow) == ["버스정책과", ""]
    assert narrow.chips[-1][0].right() <= 170


DUE = Chip("11. 30.(월)까지", "plain", "clock", keeps=True, short="11. 30.까지")


@pytest.mark.parametrize(
    ("width", "words"),
    [
        (420, ["아이돌봄담당관", "읽지 않음", "11. 30.(월)까지"]),
        (268, ["아이…", "읽지 않음", "11. 30.까지"]),
        (240, ["아이…", "", "11. 30.까지"]),
        (212, ["아이…", "", "11. 30.까지"]),
        (186, ["아이…", "11. 30.까지"]),
    ],
)
def test_a_due_time_keeps_its_words_in_a_narrow_column(qapp: Any, width: int, words: list[str]) -> None:
    card = laid(width, Chip("아이돌봄담당관", "forward", cuts=True), Chip("읽지 않음", "plain", "mail"), DUE)
    shown = words_of(card)
    assert [text[:2] for text in shown] == [text[:2] for text in words]
    assert shown[-1] == words[-1] and card.chips[-1][0].right() <= width


def test_a_due_time_loses_its_weekday_before_a_department_loses_its_name(qapp: Any) -> None:
    card = laid(250, Chip("도로관리과", "forward", cuts=True), Chip("읽음", "plain", "mail"), DUE)
    assert words_of(card) == ["도로관리과", "읽음", "11. 30.까지"]


@pytest.mark.parametrize(
    ("text", "searched", "shown"),
    [
        ("버스가 늦어요", "버스", "버스가 늦어요"),
        ("가나다라 " * 30 + "정류장에 버스가 늦어요", "버스", "… 가나다라 가나다라 정류장에 버스가 늦어요"),
        ("가나다라 " * 30, "버스", ("가나다라 " * 30).strip()),
        (
            "제목입니다\n\n" + "가나다라 " * 30 + "버스",
            "버스",
            "제목입니다 … 가나다라 가나다라 가나다라 버스",
        ),
    ],
)
def test_a_search_shows_its_word_and_not_only_the_beginning(text: str, searched: str, shown: str) -> None:
    row = replace(Row(), network="feed", text=text)
    card = prepare(row, Context(NOW, highlight=searched), by_case=True)
    assert card.text == shown and match_ranges(card.text, searched) == match_ranges(shown, searched)


def test_a_word_beyond_the_preview_is_shown_after_the_title(qapp: Any) -> None:
    row = replace(Row(), network="feed", text="제목입니다\n\n" + "가나다라 " * 100)
    context = Context(NOW, highlight="버스", passages={7: "정류장에 버스가 안 옵니다"})
    card = prepare(row, context, by_case=True)
    assert card.text == "제목입니다 … 정류장에 버스가 안 옵니다" and card.text[: card.title] == "제목입니다"
