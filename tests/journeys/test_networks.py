"""A day at the desk with X, Facebook, me2day and Bluesky beside the homepage: read, sorted, answered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pytest

from connectors.registry import network
from tests.conformance.stand import Stand
from tests.conformance.stands.bluesky import open_stand as open_bluesky
from tests.conformance.stands.facebook import open_stand as open_facebook
from tests.conformance.stands.me2day import open_stand as open_me2day
from tests.conformance.stands.x import open_stand as open_x
from tests.journeys.city import HOMEPAGE, a_homepage, ask
from tests.journeys.person import Person
from tests.servers.wordpress import WordPressServer

pytestmark = [pytest.mark.journey, pytest.mark.real, pytest.mark.timeout(400)]

OPENED = {"x": open_x, "facebook": open_facebook, "me2day": open_me2day, "bluesky": open_bluesky}
ANSWER = "안녕하십니까. 현장을 확인하고 오늘 안에 고치겠습니다."


@dataclass
class Place:
    """One network's server, and the channel that staff keep of it."""

    name: str
    stand: Stand
    words: str
    run: Callable[..., object]
    post: str = ""

    def secret(self) -> Mapping[str, str]:
        """What somebody pastes into the form, in the order of its fields."""
        given = dict(self.stand.config().secret or {})
        if self.name == "bluesky":
            city = self.stand.city  # type: ignore[attr-defined]
            given = {"login": city.handle, "app_password": self.stand.server.app_password(city, "desk")}  # type: ignore[attr-defined]
        return {field.name: given.get(field.name, "") for field in network(self.name).sign_in_fields}

    def replies(self) -> list[tuple[str, str]]:
        found = self.run(self.stand.replies(self.post))
        return [(one.parent_id, one.text) for one in found]  # type: ignore[attr-defined]


@pytest.fixture
def places() -> Iterator[list[Place]]:
    with asyncio.Runner() as runner:
        stands = {name: runner.run(opened()) for name, opened in OPENED.items()}
        yield [
            Place(name, stand, f"샛강다리 가로등이 꺼졌습니다 ({name})", runner.run)
            for name, stand in stands.items()
        ]
        for stand in stands.values():
            runner.run(stand.aclose())


def add_channel(person: Person, place: Place) -> None:
    config = place.stand.config()
    options = [word for name, value in config.options.items() for word in ("--option", f"{name}={value}")]
    ask(person, "channels", "add", "--network", place.name, "--name", place.name, "--url", config.url,
        "--handle", config.handle, *options)  # fmt: skip
    ask(person, "channels", "sign-in", place.name, "--form", say="\n".join(place.secret().values()) + "\n")


def answer(person: Person, words: str, column: str) -> None:
    person.click("list item", words, inside=f"list:{column}", times=2)
    person.click("text", "답변")
    person.write("답변", ANSWER)
    person.click("button", "답변 보내기")
    person.get("label", "초 뒤에 보냅니다")
    person.get("label", "답변했습니다", seconds=40)
    person.shot(f"answered-{words[-8:-1]}")
    person.key("Escape", "Escape")


def test_sorted_and_answered_on_every_network(
    sit_down: Callable[..., Person], wordpress: WordPressServer, places: list[Place]
) -> None:
    person = sit_down()
    a_homepage(person, wordpress, ["누리집에도 적습니다"])
    for place in places:
        add_channel(person, place)
    person.open()
    person.get("label", "5/5 채널 정상", seconds=90)
    for place in places:
        place.post = str(place.run(place.stand.write(place.words)))
    person.key("F5")
    for place in places:
        person.get("list item", place.words, inside="list:미분류", seconds=60)
    person.shot("arrived")
    sorted_into = {
        "x": "부서 이관",
        "facebook": "정책 아이디어",
        "me2day": "단순 의견",
        "bluesky": "단순 의견",
    }
    for place in places:
        column = sorted_into[place.name]
        card = person.still(lambda words=place.words: person.get("list item", words, inside="list:미분류"))  # type: ignore[misc]
        target = person.get("list", column)
        person.drag(card.middle, (target.middle[0], target.box[1] + 60))
        if place.name == "x":
            person.key("Escape")  # the department is decided later
        person.get("list item", place.words, inside=f"list:{column}")
    person.shot("sorted")
    for place in places:
        answer(person, place.words, sorted_into[place.name])
        assert [parent for parent, text in place.replies()] == [place.post], place.name
        assert ANSWER in place.replies()[0][1], place.name
    before = person.value("select count(*) from post")
    seen = person.rows("select name, last_success_ms from channel")
    person.key("F5")
    for name, last in seen:
        person.wait(
            f"another round of {name}",
            lambda name=name, last=last: (
                person.value("select last_success_ms from channel where name = ?", name) > last
            ),
            60,
        )
    assert person.value("select count(*) from post") == before, "an answer came back as a new post"
    assert {name for name, _ in seen} == {HOMEPAGE, *sorted_into}
