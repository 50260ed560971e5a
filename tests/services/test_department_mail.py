"""Letters to departments over a real Dovecot and a real SMTP server: there, back, accepted, on to the
citizen; and what happens when lines are cut, programs are killed and mails are forged."""

from __future__ import annotations

import asyncio
import email
import email.policy
import smtplib
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from connectors.base import Author, Batch, Post
from connectors.mail import parse
from desktop.models import accounts, channels, departments, forwarding, outbox
from desktop.models.cases import history
from desktop.models.forwarding_mail import refused, replies, sending, settings
from desktop.models.merge import merge_batch
from desktop.models.schema import database
from desktop.services import deadlines
from desktop.services.department_mail import MOST_ATTEMPTS, DepartmentMails
from desktop.services.services import Services, open_services
from desktop.services.vault import Vault
from tests.connectors.test_mail_parse import report
from tests.servers.dovecot import PASSWORD, Mailbox, running_dovecot
from tests.servers.mail import City, SmtpServer, open_city
from tests.services.conftest import read, until
from tests.services.fakes import FakeKeyring

DEPT_PASSWORD = "department"
WORDS = "안녕하십니까. 오늘부터 버스를 늘렸습니다."


@dataclass
class PostOffice(SmtpServer):
    """Takes mails of departments and puts them into the mailboxes that they are for."""

    boxes: dict[str, Mailbox] = field(default_factory=dict)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        data = envelope.content if isinstance(envelope.content, bytes) else b""
        for recipient in envelope.rcpt_tos:
            await asyncio.to_thread(self.boxes[recipient].put, data)
        return "250 OK"


@dataclass
class Town:
    """The city's program on its mailbox, and a department that only has a mail program."""

    services: Services
    mails: DepartmentMails
    city: City
    office: PostOffice
    box: Mailbox  # the department's
    address: str  # the department's
    case_id: int
    channel_id: int
    keyring: FakeKeyring

    async def ask(self, work: Callable[..., Any], *args: Any, **more: Any) -> Any:
        return await read(self.services, work, *args, **more)

    async def do(self, work: Callable[..., Any], *args: Any, **more: Any) -> Any:
        return await asyncio.wrap_future(self.services.store.write(work, *args, actor="김주무관", **more))

    async def forward(self) -> int:
        """Hand the case over, and let the undo time pass."""
        await self.do(forwarding.send, [self.case_id], "bus", note="빨리 봐 주세요.")
        await self.do(lambda tx: tx.db.execute_sql("UPDATE department_mail SET send_after_ms = 0"))
        return (await self.ask(forwarding.of_case, self.case_id))[-1].id

    async def letter(self) -> sending.Letter:
        (forwarding_id,) = {row.id for row in await self.ask(forwarding.of_case, self.case_id)}
        return (await self.ask(sending.of_forwardings, [forwarding_id]))[forwarding_id][-1]

    async def delivered(self) -> EmailMessage:
        """The city's provider hands the last letter to the department's server, whose mail program opens
        it."""
        await asyncio.to_thread(self.box.put, self.city.smtp.sent[-1].data)
        data = await asyncio.to_thread(lambda: self.box.whole(self.box.uids()[-1]))
        found = email.message_from_bytes(data, policy=email.policy.default)
        assert isinstance(found, EmailMessage)
        return found

    async def reply(self, to: EmailMessage, text: str, *, sender: str = "", **head: str) -> None:
        """As the department's mail program writes it."""
        answer = EmailMessage()
        answer["From"] = f"버스정책과 <{sender or self.address}>"
        answer["To"] = str(to["Reply-To"] or to["From"])
        answer["Subject"] = head.pop("subject", f"Re: {to['Subject']}")
        answer["Message-ID"] = email.utils.make_msgid(domain="dept.example")
        answer["In-Reply-To"] = answer["References"] = str(to["Message-ID"])
        for name, value in head.items():
            answer[name.replace("_", "-")] = value
        quoted = "\n".join(f"> {line}" for line in to.get_content().replace("\r", "").split("\n"))
        answer.set_content(f"{text}\n\n2026년 11월 23일 (월) 오전 10:02, 한빛시님이 작성:\n{quoted}\n")
        await asyncio.to_thread(self._hand_in, answer, sender or self.address)

    def _hand_in(self, answer: EmailMessage, sender: str) -> None:
        with smtplib.SMTP("127.0.0.1", self.office.port) as line:
            line.login(self.address, DEPT_PASSWORD)
            line.send_message(answer, sender, [self.city.address])

    async def collected(self) -> None:
        results = await self.services.collector.run_once()
        assert [result.error for result in results if result.channel_id == self.channel_id] == [""]

    async def answers(self) -> list[tuple[str, str, str]]:
        return [(a.stage, a.text, a.came_by) for a in await self.ask(forwarding.answers_of, self.case_id)]


async def open_town(tmp_path: Path, *, files_sent: bool = False) -> Town:
    dovecot = running_dovecot()
    city = await open_city(dovecot, files_sent=files_sent)
    address = f"bus{city.user}@hanbit.example"
    dovecot.allow(address, PASSWORD)
    box = Mailbox(dovecot, address)
    own = Mailbox(dovecot, city.user)
    office = PostOffice({address: DEPT_PASSWORD}, boxes={city.address: own})
    await office.start()
    keyring = FakeKeyring()
    services = await open_services(str(tmp_path / "w.db"), user="김주무관", vault=Vault(backend=keyring))
    await services.vault.set("uid", {"login": city.user, "password": PASSWORD})
    write = services.store.write
    account = await asyncio.wrap_future(
        write(accounts.add_account, uid="uid", network="mail", server="hanbit.example")
    )
    options = {"smtp_host": "127.0.0.1", "smtp_port": str(city.smtp.port), "from_name": "한빛시"}
    if files_sent:
        options["sent_copy"] = "provider"
    channel_id = await asyncio.wrap_future(
        write(
            channels.add_channel,
            network="mail",
            name="민원 메일",
            handle=city.address,
            account_id=account,
            url=f"imap://127.0.0.1:{city.proxy.port}",
            options=options,
        )
    )
    board = await asyncio.wrap_future(
        write(channels.add_channel, network="manual", name="전화", enabled=False)
    )
    await asyncio.wrap_future(write(deadlines.seed))
    await asyncio.wrap_future(write(departments.seed, [("bus", "버스정책과", "", "버스")]))
    await asyncio.wrap_future(write(departments.edit, "bus", mail=address))
    post = Post("p1", "버스가 늦어요. 010-1234-5678로 전화 주세요.", Author("u1", "김시민"))
    await asyncio.wrap_future(write(merge_batch, board, Batch((post,))))
    (case_id,) = await read(services, lambda: database.execute_sql("SELECT id FROM case_").fetchone())
    mails = await services.letters()
    mails.settle_s = 0.0
    mails.random = lambda: 0.5
    return Town(services, mails, city, office, box, address, case_id, channel_id, keyring)


async def close(town: Town) -> None:
    await town.services.aclose()
    for box in (town.box, *town.office.boxes.values()):
        box.close()
    await town.office.stop()
    await town.city.close()


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    made = await open_town(tmp_path)
    yield made
    await close(made)


@pytest.fixture
async def filing_town(tmp_path: Path) -> AsyncIterator[Town]:
    """Its mail server files what it sends by itself."""
    made = await open_town(tmp_path, files_sent=True)
    yield made
    await close(made)


async def test_from_the_citizen_to_the_department_and_back(town: Town) -> None:
    forwarding_id = await town.forward()
    await town.mails.look()
    (sent,) = town.city.smtp.sent
    assert sent.recipients == [town.address] and (await town.letter()).state == "sent"
    arrived = await town.delivered()
    text = arrived.get_content()
    assert "버스가 늦어요" in text and "빨리 봐 주세요." in text and "010-1234-5678" not in text
    assert "한빛시" in str(arrived["From"]) and town.city.address in str(arrived["Reply-To"])
    await town.reply(arrived, WORDS)
    await town.collected()
    assert await town.answers() == [("final", WORDS, "mail")]
    assert await town.ask(refused.refused_mails) == []
    await town.collected()  # our own letter in the folder of sent mails is no post either
    count = "SELECT count(*) FROM case_"
    assert await town.ask(lambda: database.execute_sql(count).fetchone()) == (1,)
    (answer,) = await town.ask(forwarding.answers_of, town.case_id)
    outbox_id = await town.do(forwarding.accept, answer.id)
    row = await town.ask(outbox.get_outbox, outbox_id)
    assert (row.state, row.text, row.case_id) == ("waiting", WORDS, town.case_id)
    assert (await town.ask(forwarding.get, forwarding_id)).state == "answered"


async def test_all_addresses_of_a_department_get_the_letter_and_any_may_answer(town: Town) -> None:
    chief = "chief@hanbit.example"
    await town.do(departments.edit, "bus", mail=f"{town.address}; {chief}")
    await town.forward()
    await town.mails.look()
    (sent,) = town.city.smtp.sent
    assert sent.recipients == [town.address, chief]
    assert (await town.letter()).address == f"{town.address}, {chief}"
    arrived = await town.delivered()
    await town.reply(arrived, "남의 답변", sender="stranger@hanbit.example")
    await town.collected()
    assert await town.answers() == []
    await town.reply(arrived, WORDS, sender=chief)
    await town.collected()
    assert await town.answers() == [("final", WORDS, "mail")]


async def test_a_second_round_stays_in_the_thread(town: Town) -> None:
    await town.forward()
    await town.mails.look()
    first = await town.delivered()
    await town.reply(first, "1차: 확인하겠습니다.")
    await town.collected()
    (answer,) = await town.ask(forwarding.answers_of, town.case_id)
    await town.do(forwarding.send_back, answer.id, "날짜를 적어 주세요.")
    await town.do(lambda tx: tx.db.execute_sql("UPDATE department_mail SET send_after_ms = 0"))
    await town.mails.look()
    second = await town.delivered()
    assert "날짜를 적어 주세요." in second.get_content()
    assert second["In-Reply-To"] == first["Message-ID"]
    await town.reply(second, "반려: 우리 과가 아닙니다.")
    await town.collected()
    (row,) = await town.ask(forwarding.of_case, town.case_id)
    assert (row.state, row.reason) == ("returned", "우리 과가 아닙니다.")


async def test_forged_mails_reach_nothing(town: Town) -> None:
    await town.forward()
    await town.mails.look()
    arrived = await town.delivered()
    await town.reply(arrived, "가짜", sender="evil@x.example")
    await town.reply(arrived, "가짜", Authentication_Results="mx.hanbit.example; dmarc=fail header.from=x")
    await town.reply(arrived, "부재중", Auto_Submitted="auto-replied")
    await town.reply(arrived, "가짜", subject="Re: [서울SMC-ABCDEFGHJKLMNPQRSTUVWXYZ23] 이관")
    before = await town.ask(history, town.case_id)
    await town.collected()
    found = {row.reason for row in await town.ask(refused.refused_mails)}
    assert found == {"wrong-sender", "forged", "automatic", "unknown-token"}
    assert await town.answers() == [] and await town.ask(history, town.case_id) == before
    wrong = next(r for r in await town.ask(refused.refused_mails) if r.reason == "wrong-sender")
    await town.do(replies.accept_refused, wrong.id, "확인해 보니 맞는 답변")
    assert await town.answers() == [("final", "확인해 보니 맞는 답변", "mail")]


async def test_a_bounce_is_said_on_the_case(town: Town) -> None:
    await town.forward()
    await town.mails.look()
    letter = await town.letter()
    ours = parse.from_bytes(report()).bounce
    assert ours is not None
    bounce = report().replace(ours.original_id.encode(), letter.message_id.encode())
    await asyncio.to_thread(town.city.box.put, bounce)
    await town.collected()
    letter = await town.letter()
    assert letter.state == "failed" and "5.1.1" in letter.reason
    assert (await town.ask(history, town.case_id))[-1].after["mail"] == "failed"
    await town.do(sending.retry, letter.id)
    await town.mails.look()
    again = await town.letter()
    assert again.state == "sent" and again.message_id != letter.message_id
    assert len(town.city.smtp.sent) == 2


async def test_killed_between_sending_and_noting_it_down(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The letter lies among the sent ones: the next run finds it and sends nothing."""
    await town.forward()

    async def killed(work: Callable[..., Any], *args: Any, **more: Any) -> Any:
        if work is sending.mark_sent:
            raise RuntimeError("killed")
        return await DepartmentMails._patiently(town.mails, work, *args, **more)

    monkeypatch.setattr(town.mails, "_patiently", killed)
    with pytest.raises(RuntimeError):
        await town.mails.look()
    assert (await town.letter()).state == "sending" and len(town.city.smtp.sent) == 1
    services = town.services
    fresh = DepartmentMails(services.store, services.connections, services.tasks, role=asyncio.Event())
    await fresh.look()
    assert (await town.letter()).state == "sent" and len(town.city.smtp.sent) == 1


async def test_killed_before_anything_went_out_it_is_sent(town: Town) -> None:
    await town.forward()
    letter = await town.letter()
    await town.do(sending.claim, letter.id, town.channel_id, "0" * 32 + ".smc-dept@hanbit.example")
    await town.mails.look()
    assert (await town.letter()).state == "sent" and len(town.city.smtp.sent) == 1


async def test_nobody_knows_whether_it_went_out_so_a_person_decides(town: Town) -> None:
    """This server files nothing by itself and the line was cut at the final dot."""
    await town.forward()
    town.city.smtp.lose = "answer"
    await town.mails.look()
    letter = await town.letter()
    assert (letter.state, letter.reason) == ("failed", "mail-unknown")
    await town.mails.look()
    assert len(town.city.smtp.sent) == 1
    await town.do(sending.retry, letter.id)
    await town.mails.look()
    assert (await town.letter()).state == "sent" and len(town.city.smtp.sent) == 2


@pytest.mark.parametrize(("lost", "letters"), [("answer", 1), ("request", 2)])
async def test_a_server_that_files_by_itself_is_asked(filing_town: Town, lost: str, letters: int) -> None:
    town = filing_town
    await town.forward()
    town.city.smtp.lose = lost
    await town.mails.look()
    if lost == "request":
        assert (await town.letter()).state == "waiting" and town.city.smtp.sent == []
        await town.do(lambda tx: tx.db.execute_sql("UPDATE department_mail SET send_after_ms = 0"))
        await town.mails.look()
    assert (await town.letter()).state == "sent" and len(town.city.smtp.sent) == 1
    assert letters == (await town.letter()).attempts


async def test_refusals_and_silence(town: Town) -> None:
    await town.forward()
    town.city.smtp.replies["RCPT"] = "550 5.1.1 No such user here"
    await town.mails.look()
    letter = await town.letter()
    assert letter.state == "failed" and "No such user" in letter.reason
    town.city.smtp.replies["RCPT"] = "451 4.3.0 Try again later"
    await town.do(sending.retry, letter.id)
    for _ in range(MOST_ATTEMPTS):
        await town.do(lambda tx: tx.db.execute_sql("UPDATE department_mail SET send_after_ms = 0"))
        await town.mails.look()
    letter = await town.letter()
    assert (letter.state, letter.reason, letter.attempts) == ("failed", "mail-gave-up", MOST_ATTEMPTS)


async def test_without_a_mailbox_letters_wait(town: Town) -> None:
    await town.do(channels.update_channel, town.channel_id, account_id=None)
    await town.forward()
    await town.mails.look()
    letter = await town.letter()
    assert (letter.state, letter.reason, letter.attempts) == ("waiting", "mail-no-mailbox", 0)


async def test_while_the_program_runs_letters_go_by_themselves(town: Town) -> None:
    assert town.services.collector.take_role()
    await town.services.sender.start()
    await town.mails.start()
    await town.forward()

    async def sent() -> bool:
        return (await town.letter()).state == "sent"

    await until(town.services, sent)
    assert len(town.city.smtp.sent) == 1


async def test_a_reminder_goes_out_where_the_office_wants_it(town: Town) -> None:
    forwarding_id = await town.forward()
    await town.mails.look()
    due_ms = (await town.ask(forwarding.get, forwarding_id)).due_ms
    town.services.store._clock = lambda: due_ms / 1000 - 3600
    town.mails.clock = lambda: due_ms / 1000 - 3600
    await town.mails.look()
    assert len(town.city.smtp.sent) == 1  # off unless somebody switches it on
    await town.do(settings.save, channel_id=town.channel_id, remind_hours=24)
    for _ in range(2):
        await town.mails.look()
    assert len(town.city.smtp.sent) == 2
    assert "답변 기한 안내" in str((await town.delivered())["Subject"])


async def test_a_fault_in_the_program_is_not_a_second_letter(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever goes wrong after the letter went out: it is looked for among the sent ones."""
    await town.forward()
    connector = (await town.services.connections.get(town.channel_id)).connector
    send = connector.send_letter  # type: ignore[attr-defined]

    async def broken(letter: Any) -> None:
        await send(letter)
        raise ValueError("a mistake of ours")

    monkeypatch.setattr(connector, "send_letter", broken)
    await town.mails.look()
    assert (await town.letter()).state == "sent" and len(town.city.smtp.sent) == 1


_KILLED = """
import asyncio, os, sys
from desktop.models.forwarding_mail import sending
from desktop.services.department_mail import DepartmentMails
from desktop.services.services import open_services
from desktop.services.vault import Vault
from tests.services.fakes import FakeKeyring

async def main(path, login, password):
    services = await open_services(path, vault=Vault(backend=FakeKeyring()))
    await services.vault.set("uid", {"login": login, "password": password})
    patiently = DepartmentMails._patiently

    async def until_sent(self, work, *args, **more):
        if work is sending.mark_sent:
            os.kill(os.getpid(), 9)
        return await patiently(self, work, *args, **more)

    DepartmentMails._patiently = until_sent
    await (await services.letters()).finish()

asyncio.run(main(*sys.argv[1:]))
"""


async def test_kill_9_between_the_server_and_the_note(town: Town) -> None:
    await town.forward()
    path, login = str(town.services.store.path), town.city.user
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _KILLED, path, login, PASSWORD, cwd=Path(__file__).parents[2]
    )
    assert await process.wait() == -9
    assert (await town.letter()).state == "sending" and len(town.city.smtp.sent) == 1
    await town.mails.look()
    assert (await town.letter()).state == "sent" and len(town.city.smtp.sent) == 1
