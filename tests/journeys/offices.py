"""The offices of a journey: who works on the workspace, and a department that has nothing but mail."""

from __future__ import annotations

import asyncio
import email
import email.policy
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from typing import Any, TypeVar

from tests.journeys.city import ask
from tests.journeys.person import Person
from tests.servers.dovecot import PASSWORD, Mailbox, running_dovecot
from tests.servers.mail import City, open_city

T = TypeVar("T")
MAILBOX = "민원 우편함"
WITH_PROGRAM, WITH_MAIL = "버스정책과", "도로관리과"
TRIAGE, OFFICER = "김주무관", "박주무관"


def hire(person: Person) -> None:
    """Triage, a department's officer, and an administrator, in a workspace that is there already."""
    ask(person, "members", "add", "관리자", "--role", "admin", "--user", "관리자")
    ask(person, "members", "add", TRIAGE, "--role", "triage", "--user", "관리자")
    ask(person, "members", "add", OFFICER, "--role", "department", "--department", WITH_PROGRAM,
        "--user", "관리자")  # fmt: skip


class PostOffice:
    """The city's mailbox and the department's, on a real Dovecot, with an SMTP server for the city."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        dovecot = running_dovecot()
        self.city: City = self._run(open_city(dovecot, files_sent=False))
        self.address = f"roads{self.city.user}@hanbit.example"
        dovecot.allow(self.address, PASSWORD)
        self.box = Mailbox(dovecot, self.address)
        self.city_box = Mailbox(dovecot, self.city.user)

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(60)

    def close(self) -> None:
        self._run(self.city.close())
        for box in (self.box, self.city_box):
            box.close()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def letter(self) -> EmailMessage | None:
        """What the department's mail program shows of the newest letter from the city."""
        if not self.city.smtp.sent:
            return None
        found = email.message_from_bytes(self.city.smtp.sent[-1].data, policy=email.policy.default)
        assert isinstance(found, EmailMessage)
        return found

    def answer(self, letter: EmailMessage, text: str) -> None:
        """As the department's mail program writes it, below the letter's own words."""
        answer = EmailMessage()
        answer["From"] = f"{WITH_MAIL} <{self.address}>"
        answer["To"] = str(letter["Reply-To"] or letter["From"])
        answer["Subject"] = f"Re: {letter['Subject']}"
        answer["Message-ID"] = email.utils.make_msgid(domain="dept.example")
        answer["In-Reply-To"] = answer["References"] = str(letter["Message-ID"])
        quoted = "\n".join(f"> {line}" for line in letter.get_content().replace("\r", "").split("\n"))
        answer.set_content(f"{text}\n\n2026년 11월 23일 (월) 오전 10:02, 한빛시님이 작성:\n{quoted}\n")
        self.city_box.put(answer.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))


@contextmanager
def post_office() -> Iterator[PostOffice]:
    made = PostOffice()
    try:
        yield made
    finally:
        made.close()


def a_mailbox(person: Person, office: PostOffice) -> None:
    """The city's mailbox is a channel, and a department has nothing but its address."""
    city = office.city
    ask(person, "channels", "add", "--network", "mail", "--name", MAILBOX,
        "--url", f"imap://127.0.0.1:{city.proxy.port}", "--handle", city.address,
        "--option", "smtp_host=127.0.0.1", "--option", f"smtp_port={city.smtp.port}",
        "--option", "from_name=한빛시")  # fmt: skip
    ask(person, "channels", "sign-in", MAILBOX, "--form", say=f"{city.user}\n{PASSWORD}\n")
    ask(person, "departments", "edit", WITH_MAIL, "--mail", office.address)
