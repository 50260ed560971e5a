"""Backups of mailboxes: folders of mails, mbox files, and what is none of them."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from connectors.base import Malformed, Post
from connectors.mail import parse
from connectors.mail.backup import read_backup
from tests.servers.mail import mail


def posts_of(path: Path) -> list[Post]:
    return [post for batch in read_backup(path) for post in batch.posts]


def test_backups(tmp_path: Path) -> None:
    mails = [mail(f"민원 {number}\n\n>From 앞에 표시") for number in range(3)]
    mbox = b"".join(b"From - Fri Nov 20\n" + one.replace(b"\r\n", b"\n") + b"\n" for one in mails)
    (tmp_path / "all.mbox").write_bytes(mbox)
    assert [post.text.partition("\n")[0] for post in posts_of(tmp_path / "all.mbox")] == [
        "민원 0",
        "민원 1",
        "민원 2",
    ]
    (tmp_path / "one.eml").write_bytes(mails[0])
    (tmp_path / "list.eml").write_bytes(mail("광고", headers={"List-Id": "<a.b>"}))
    assert len(posts_of(tmp_path)) == 4 and len(posts_of(tmp_path / "one.eml")) == 1
    with ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.write(tmp_path / "one.eml", "a/민원.eml")
        packed.write(tmp_path / "all.mbox", "Takeout/all.mbox")
    assert len(posts_of(tmp_path / "a.zip")) == 4


@pytest.mark.parametrize("data", [b"", b"no mail at all", b"PK\x03\x04broken"])
def test_what_is_no_backup_of_mail(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(Malformed):
        posts_of(tmp_path / "x.zip")
    with pytest.raises(Malformed):
        posts_of(tmp_path / "nothing.mbox")


@pytest.mark.parametrize(
    "data",
    [
        b"From: " + b"(" * 20_000 + b"\r\n\r\nx",
        b"From: " + b'"' * 20_000 + b"\r\n\r\nx",
        b"From: a@b\r\nReferences: " + b"<a " * 50_000 + b"\r\n\r\nx",
        b"From: a@b\r\nSubject: " + b"=?utf-8?Q?" * 20_000 + b"\r\n\r\nx",
        b'From: a@b\r\nContent-Type: text/plain; a="b' + b'; a="b' * 10_000 + b"\r\n\r\nx",
        b"From: a@b\r\nContent-Type: text/plain; format=flowed\r\n\r\n" + b"a \n" * 200_000 + b"x",
        b"From: a@b\r\n\r\n" + b"On x a@b wrote:\n" * 20_000 + b"x",
    ],
)
@pytest.mark.timeout(20)
def test_a_mail_that_wants_to_keep_the_program_busy_does_not(data: bytes) -> None:
    found = parse.from_bytes(data)
    assert parse.post_of(found, original="y").text.endswith("x")
