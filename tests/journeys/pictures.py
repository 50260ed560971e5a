"""``make pictures``: the pictures of README and guide, taken anew from the real window on the sample.

Starts a desk as the journeys do and walks through the screens as a person does, so a picture shows nothing
that is not there. Writes ``docs/images``; made smaller with fewer colours, none is larger than LARGEST.
"""

from __future__ import annotations

import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from desktop.services.roles import RoleLock
from desktop.services.sample import make_sample
from tests.journeys.desk import Desk
from tests.journeys.person import Person
from tests.servers.process import need

IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"
WINDOW = (1280, 800)
SCREEN = (1400, 900)
LARGEST = 200_000
ANSWER = "알려 주셔서 고맙습니다. 12월 4일까지 취소표 알림을 켜겠습니다."
CHANNEL, CASE = "보육과 아이", "서울형 키즈카페 예약"
OFFICE = "교통실"
NAME = "서울|Seoul"


class Photographer:
    def __init__(self, person: Person) -> None:
        self.person = person
        desk = person.desk
        self.window = desk.hand("search", "--onlyvisible", "--pid", person.pid, "--name", NAME).split()[0]
        desk.hand("windowsize", "--sync", self.window, *WINDOW)
        desk.hand("windowmove", self.window, 0, 0)

    def take(self, name: str) -> None:
        """Once nothing moves any more."""
        person = self.person
        person.desk.hand("mousemove", SCREEN[0] - 1, SCREEN[1] - 1)
        person.still(lambda: person.get("frame"))
        path = IMAGES / f"{name}.png"
        before = b""
        while True:
            picture = person.desk.folder / "picture.png"
            person.desk.output(
                [need("import", "imagemagick"), "-window", self.window, "-strip", str(picture)]
            )
            if picture.read_bytes() == before:
                break
            before = picture.read_bytes()
        smaller = ["-strip", "-dither", "None", "-colors", "200", "-define", "png:compression-level=9"]
        subprocess.run([need("convert", "imagemagick"), str(picture), *smaller, f"PNG8:{path}"], check=True)
        assert path.stat().st_size < LARGEST, (name, path.stat().st_size)


@contextmanager
def signed_in(workspace: Path) -> Iterator[None]:
    """The sample can answer nowhere. In this copy one channel could: it is no sample and has an account. As
    long as somebody else holds its lock, the program shows and writes and neither collects nor sends."""
    with sqlite3.connect(workspace) as db:
        db.execute("UPDATE meta SET value = '0' WHERE key = 'sample'")
        account = {
            "id": 1, "uid": "picture", "network": "mastodon", "server": "https://nuri.example",
            "remote_id": "1", "name": CHANNEL, "handle": "@boyuk@nuri.example",
            "state": "connected", "voice": "official", "created_ms": 0,
        }  # fmt: skip
        places = ", ".join("?" * len(account))
        db.execute(f"INSERT INTO account ({', '.join(account)}) VALUES ({places})", [*account.values()])
        db.execute("UPDATE channel SET enabled = 1, account_id = 1 WHERE name = ?", (CHANNEL,))
    db.close()
    lock = RoleLock(workspace)
    assert lock.take()
    try:
        yield
    finally:
        lock.release()


@contextmanager
def sitting(sample: Path, *, can_answer: bool = False, **settings: str) -> Iterator[Photographer]:
    """Somebody at a desk with the sample open."""
    with tempfile.TemporaryDirectory(prefix="smc") as folder:
        desk = Desk(Path(folder), SCREEN)
        try:
            workspace = Path(folder) / "sample.db"
            workspace.write_bytes(sample.read_bytes())
            with signed_in(workspace) if can_answer else nullcontext():
                person = Person(desk, workspace, first_run_done="1", **settings)
                person.open()
                yield Photographer(person)
        finally:
            desk.close()


def walk(photographer: Photographer) -> None:
    """All screens in Korean and light, in the order of the guide."""
    person, take = photographer.person, photographer.take
    person.get("list item", inside="list:부서 이관")
    take("board")
    person.key("g", "q")
    person.get("panel", "시민의 글")
    take("quick")
    person.key("Escape")
    person.get("list item", inside="list:부서 이관")
    person.key("g", "t")
    person.get("list", "모든 글")
    take("timeline")
    person.key("g", "d")
    person.click("list item", inside="접수함")
    person.key("i")
    person.get("text", "부서 찾기")
    person.write("부서 찾기", OFFICE)
    person.click("list item", OFFICE, inside="담당 부서 고르기")
    person.click("list item", inside="접수함")
    take("departments")
    person.key("g", "i")
    person.click("button", "심의하기", inside="할 일")
    person.click("list item", "02번 마을버스", inside="list:안건")
    take("meeting")
    person.key("g", "m")
    person.get("list item", "달빛육교")
    take("meetups")
    person.key("g", "c")
    take("channels")
    person.key("g", "l")
    take("log")


def write(photographer: Photographer) -> None:
    """A case, and an answer to it that is being written. The composer says by itself what is in the way."""
    person = photographer.person
    person.click("list item", CASE, inside="list:부서 이관", times=2)
    person.get("button", "왜?")
    person.key("r")
    person.get("text", "답변")
    person.write("답변", ANSWER)
    photographer.take("detail")


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="smc") as folder:
        sample = Path(folder) / "sample.db"
        make_sample(sample)
        with sitting(sample) as photographer:
            walk(photographer)
        with sitting(sample, can_answer=True) as photographer:
            write(photographer)
        with sitting(sample, theme="dark") as photographer:
            photographer.person.get("list item", inside="list:부서 이관")
            photographer.take("board-dark")
        with sitting(sample, language="en") as photographer:
            photographer.person.get("list item", inside="list:Forward")
            photographer.take("board-english")


if __name__ == "__main__":
    main()
