"""A desk whose bus department works by mail, with letters and mails that came back."""

from __future__ import annotations

from connectors.base import Author, Batch, Post
from connectors.letters import mark_of
from desktop.models import accounts, channels, departments, forwarding, merge
from desktop.models.forwarding_mail import sending
from desktop.models.forwarding_mail.sending import Letter
from tests.ui.detail.desk import Desk

BUS = "bus@hanbit.example"


class Office:
    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        account = desk.write(accounts.add_account, uid="mail", network="mail", server="hanbit.example")
        self.box = int(
            desk.write(
                channels.add_channel, network="mail", name="민원 메일", url="imaps://m.example",
                handle="minwon@hanbit.example", account_id=account,
            )
        )  # fmt: skip
        desk.write(departments.edit, "bus", mail=BUS)
        self.case = desk.arrive("p1", "버스가 늦어요. 제 전화는 010-1234-5678입니다.")
        desk.write(forwarding.send, [self.case], "bus", actor="김주무관")
        self.forwarding = int(desk.one("SELECT max(id) FROM forwarding"))

    @property
    def letter(self) -> Letter:
        return self.desk.store.read(sending.of_forwardings, [self.forwarding]).result()[self.forwarding][-1]

    def send(self) -> None:
        letter = self.letter
        self.desk.write(lambda tx: tx.db.execute_sql("UPDATE department_mail SET send_after_ms = 0"))
        self.desk.write(sending.claim, letter.id, self.box, "0" * 32 + ".smc-dept@hanbit.example")
        self.desk.write(sending.mark_sent, letter.id)

    def comes_back(self, text: str, sender: str = BUS, remote_id: str = "r1", **more: object) -> None:
        post = Post(
            remote_id, text, Author(sender, "버스정책과", sender), self.desk.now_ms - 60_000, private=True,
            context=f"Re: {mark_of(self.letter.token)} 이관: 버스가 늦어요", **more,
        )  # type: ignore[arg-type]  # fmt: skip
        self.desk.write(merge.merge_batch, self.box, Batch((post,)))
