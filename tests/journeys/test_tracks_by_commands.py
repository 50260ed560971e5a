"""One post down each track to the citizen's answer on the homepage with nothing but the command line: each
number that a command needs comes from what an earlier one printed."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.city import HOMEPAGE, a_homepage, ask, replies
from tests.journeys.desk import Desk
from tests.journeys.offices import OFFICER, TRIAGE, WITH_PROGRAM, hire
from tests.journeys.person import Person
from tests.journeys.tracks import ANSWERS, BUS, IDEA, OPINION
from tests.servers.wordpress import WordPressServer

pytestmark = [pytest.mark.journey, pytest.mark.real, pytest.mark.timeout(180)]

ADMIN = "관리자"
TWIN = "한강공원 야간 독서 쉼터가 있으면 합니다"
WALK, TEA = "은행나무길에서 함께 걷고 싶습니다", "은행나무길에서 차를 마시고 싶습니다"
PHONE = "010-1234-5678"
LOOKING = "안녕하십니까. 12월 31일까지 배차 간격을 조정하겠습니다."


class Clerk:
    """Somebody at a terminal."""

    def __init__(self, desk: Desk, wordpress: WordPressServer) -> None:
        self.person = Person(desk, desk.folder / "workspace.db")
        self.wordpress = wordpress
        for comment in wordpress.rest("GET", "/wp/v2/comments?per_page=100&status=any&context=edit"):
            wordpress.rest("DELETE", f"/wp/v2/comments/{comment['id']}?force=true")  # of an earlier journey

    def __call__(self, line: str, *texts: str, user: str = TRIAGE) -> Any:
        """What a command says: an object, or a list of several. Each "?" of the line is one of ``texts``."""
        rest = iter(texts)
        words = [next(rest) if word == "?" else word for word in line.split()]
        found = [json.loads(row) for row in self.say(*words, "--json", "--user", user).splitlines()]
        return found[0] if len(found) == 1 else found

    def say(self, *words: str) -> str:
        return ask(self.person, *words)

    def posts(self) -> dict[str, dict[str, Any]]:
        """Citizens' posts by what they say."""
        return {post["text"]: post for post in self("posts")}

    def heard(self, post: dict[str, Any]) -> list[str]:
        """What the homepage shows below a citizen's words, the oldest first."""
        found = replies(self.wordpress, int(post["remote_id"]))
        return [one["content"]["raw"] for one in sorted(found, key=lambda one: one["id"])]


@pytest.fixture
def clerk(tmp_path: Path, wordpress: WordPressServer) -> Iterator[Clerk]:
    desk = Desk(tmp_path, screen=False)
    try:
        yield Clerk(desk, wordpress)
    finally:
        desk.close()


def test_to_a_department(clerk: Clerk, tmp_path: Path) -> None:
    a_homepage(clerk.person, clerk.wordpress, [f"{BUS} 연락처 {PHONE}"])
    hire(clerk.person)
    post = clerk("posts")
    assert BUS in post["text"] and PHONE not in post["text"]
    case = str(post["case"])
    assert WITH_PROGRAM in [found["name"] for found in clerk("departments suggest ?", BUS)]
    # Sorted by mistake, and taken back.
    clerk("cases sort ? --track opinion", case)
    assert clerk("undo")["cases"] == [post["case"]]
    assert clerk("cases show ?", case)["track"] == "new"
    (sent,) = clerk("cases forward ? --department ? --note ?", case, WITH_PROGRAM, "급합니다")["forwardings"]
    waiting = clerk("forwardings list --department ?", WITH_PROGRAM, user=OFFICER)
    assert (waiting["id"], waiting["state"], waiting["seen_at"]) == (sent, "sent", None)
    clerk("forwardings receive ?", str(sent), user=OFFICER)
    clerk("forwardings begin ?", str(sent), user=OFFICER)
    sheet = tmp_path / "sheet.hwpx"
    clerk("forwardings sheet ? ?", str(sent), str(sheet), user=OFFICER)
    with zipfile.ZipFile(sheet) as paper:
        words = b"".join(paper.read(name) for name in paper.namelist())
    assert BUS.encode() in words and PHONE.encode() not in words
    # The first answer goes out as it is; the final one is sent back once.
    first = clerk("forwardings answer ? --first --text ?", str(sent), LOOKING, user=OFFICER)
    assert clerk("forwardings accept ?", str(first["answer"]))["state"] == "sent"
    short = clerk("forwardings answer ? --text ?", str(sent), "늘립니다.", user=OFFICER)["answer"]
    clerk("forwardings send-back ? --comment ?", str(short), "언제부터인지 적어 주세요")
    final = clerk("forwardings answer ? --text ?", str(sent), ANSWERS[BUS], user=OFFICER)["answer"]
    assert clerk("forwardings accept ?", str(final))["state"] == "sent"
    assert clerk.heard(post) == [LOOKING, ANSWERS[BUS]]
    promise = clerk("promises list")
    assert (promise["owner"], promise["due"][5:]) == (waiting["department"], "12-31")
    shown = clerk("cases show ?", case)
    assert (shown["status"], shown["clock"], shown["forwarding"]["state"]) == (
        "answered",
        "stopped",
        "answered",
    )
    assert clerk("log verify", user=ADMIN)["ok"] is True


def test_to_a_meeting(clerk: Clerk, tmp_path: Path) -> None:
    a_homepage(clerk.person, clerk.wordpress, [IDEA, TWIN])
    hire(clerk.person)
    posts = clerk.posts()
    idea, twin = str(posts[IDEA]["case"]), str(posts[TWIN]["case"])
    clerk("cases sort ? ? --track idea", idea, twin)
    clerk("ideas merge ? ?", idea, twin)
    meeting = str(clerk("meetings add --at ? --person ?", "2099-11-25 14:00", "김위원/위원장")["meeting"])
    clerk("meetings agenda ? add ?", meeting, idea)
    clerk("meetings start ?", meeting)
    decided = clerk("meetings decide ? ? rejected --reason ?", meeting, idea, "예산이 없습니다.")
    assert clerk("undo ?", decided["step"])["kind"] == "decision"
    clerk("meetings decide ? ? rejected --reason ?", meeting, idea, ANSWERS[IDEA])
    clerk("meetings close ?", meeting)
    for kind in ("pdf", "hwpx", "odt"):
        clerk("meetings minutes ? --to ?", meeting, str(tmp_path / f"minutes.{kind}"))
        assert (tmp_path / f"minutes.{kind}").stat().st_size > 1000
    # Both proposers are told: the first after a second person has agreed.
    clerk("approvals rules --need official", user=ADMIN)
    first, second = clerk("ideas tell ?", idea)
    asked = clerk("reply ? --draft", str(first["post"]))
    assert (asked["state"], clerk.heard(posts[IDEA])) == ("asked", [])
    assert clerk("approvals approve ?", str(asked["id"]), user=ADMIN)["state"] == "sent"
    clerk("approvals rules --none", user=ADMIN)
    assert clerk("reply ? --draft", str(second["post"]))["state"] == "sent"
    for text in (IDEA, TWIN):
        (said,) = clerk.heard(posts[text])
        assert ANSWERS[IDEA] in said and "재심사를 요청하실 수 있습니다" in said
    assert clerk("ideas show ?", idea)["telling"] == "told"
    # Asked for again, adopted, and on its way.
    clerk("ideas reconsider ? --note ?", idea, "다시 살펴 주세요")
    again = str(clerk("meetings add --at ?", "2099-12-02 14:00")["meeting"])
    clerk("meetings agenda ? add ?", again, idea)
    clerk("meetings start ?", again)
    clerk("meetings decide ? ? adopted --reason ? --planned 2099-12-31", again, idea, "여건이 나아졌습니다.")
    assert clerk("ideas progress ? 40 --note ?", idea, "설계 중")["progress"] == 40
    clerk("reply ? --draft --again", str(clerk("ideas tell ?", idea)[0]["post"]))
    assert "채택되었습니다" in clerk.heard(posts[IDEA])[-1]


def test_to_the_mayor(clerk: Clerk, tmp_path: Path) -> None:
    a_homepage(clerk.person, clerk.wordpress, [OPINION, WALK, TEA])
    hire(clerk.person)
    posts = clerk.posts()
    clerk("cases sort ? ? ? --track opinion", *(str(posts[text]["case"]) for text in (OPINION, WALK, TEA)))
    # An answer from a template, with what was promised in it.
    clerk("templates add --name ? --text ?", "음악회", f"{{이름}} 님, {ANSWERS[OPINION]}")
    post = str(posts[OPINION]["id"])
    assert clerk("preview ? --template ?", post, "음악회")["standing"] == "free"
    assert clerk("reply ? --template ?", post, "음악회")["state"] == "sent"
    assert clerk.heard(posts[OPINION]) == [f"홍길동 님, {ANSWERS[OPINION]}"]
    # A meet-up with one seat for two.
    meetup = str(clerk("meetups add --theme ? --at ? --seats 1 --place ? --until ?", "은행나무길 산책",
                       "2099-12-04 18:30", "은행나무길 입구", "2099-12-02 18:00")["id"])  # fmt: skip
    clerk("meetups posts ? --add ? ?", meetup, str(posts[WALK]["id"]), str(posts[TEA]["id"]))
    assert clerk("meetups invite ?", meetup) == {"sent": 2, "left": []}
    for text in (WALK, TEA):
        invited = clerk.wordpress.get_comment(int(posts[text]["remote_id"]))
        (invitation,) = replies(clerk.wordpress, invited["id"])
        clerk.wordpress.comment(
            invited["post"], "신청합니다", invited["author_name"], invited["author_email"], invitation["id"]
        )
    clerk.say("collect", "--once")
    for reply in [row for row in clerk("meetups guests ?", meetup) if "reply" in row]:
        assert reply["meaning"] == "yes"
        clerk("meetups sign-up ? --reply ?", meetup, str(reply["reply"]))
    clerk("meetups draw ? --seed ?", meetup, "2099-12-03 코스피 4321.50")
    places = clerk("meetups draw ?", meetup)
    assert [place["seat"] for place in places] == [True, False]
    assert clerk("meetups notify ?", meetup) == {"sent": 2, "left": []}
    clerk("meetups ics ? ?", meetup, str(tmp_path / "walk.ics"))
    assert "은행나무길 산책" in (tmp_path / "walk.ics").read_text(encoding="utf-8")
    clerk("meetups list-print ? ?", meetup, str(tmp_path / "guests.pdf"))
    assert (tmp_path / "guests.pdf").read_bytes().startswith(b"%PDF")
    guests = clerk("meetups guests ?", meetup)
    clerk("meetups attend ? --came ? ?", meetup, *(str(guest["guest"]) for guest in guests))
    clerk("meetups note ? ? --text ?", meetup, str(guests[0]["guest"]), "의자가 더 필요합니다")
    clerk("meetups close ? --report ? --answer ?", meetup, "의자 이야기", "의자를 더 놓겠습니다.")
    assert clerk("meetups tell ?", meetup) == {"sent": 2, "left": []}
    for text in (WALK, TEA):
        assert "의자를 더 놓겠습니다." in clerk.heard(posts[text])[-1]
        assert clerk("cases show ?", str(posts[text]["case"]))["status"] == "answered"
    assert clerk("log verify", user=ADMIN)["ok"] is True
    assert HOMEPAGE in clerk.say("channels", "list")
