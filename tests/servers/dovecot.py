"""Starts a real Dovecot from its Debian package, all under one folder, for IMAP over loopback.

Nothing under /etc is touched. Users are let in with ``allow`` while it runs. TLS,
push, moving and quick synchronising can be left out of what it offers. ``prefix`` ("INBOX.") gives folders
names as Courier and cPanel have them.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import imaplib
import os
import pwd
import shutil
import ssl
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.servers.process import Child, ServerMissing, answers, free_port, need

PASSWORD = "한빛 secret-password"
PACKAGE = "dovecot-imapd"

_CONFIG = """
base_dir = {folder}/run
state_dir = {folder}/state
instance_name = smc-{port}
log_path = {folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
default_internal_user = {internal}
default_login_user = {login}
first_valid_uid = 1
auth_failure_delay = 0
auth_cache_size = 0
disable_plaintext_auth = no
auth_mechanisms = plain {mechanisms}
mail_location = maildir:{folder}/mail/%u
mail_max_userip_connections = 40
mailbox_list_index = yes
{tls}
{capability}
service imap-login {{
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
  }}
  process_min_avail = 1
}}
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
passdb {{
  driver = passwd-file
  args = username_format=%u {folder}/users/%u
  mechanisms = plain
}}
{oauth}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/mail/%u
}}
namespace inbox {{
  inbox = yes
  separator = {separator}
  prefix = {prefix}
  mailbox Sent {{
    special_use = \\Sent
    auto = create
  }}
  mailbox Trash {{
    special_use = \\Trash
    auto = create
  }}
  mailbox Junk {{
    special_use = \\Junk
    auto = create
  }}
  mailbox Drafts {{
    special_use = \\Drafts
    auto = create
  }}
}}
"""

_OAUTH = """
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {folder}/oauth.conf
}}
"""


class Dovecot:
    """``without`` names capabilities that it must not offer ("IDLE", "MOVE", "QRESYNC", ...)."""

    def __init__(
        self,
        folder: Path,
        *,
        without: Sequence[str] = (),
        certificate: tuple[Path, Path] | None = None,
        introspection: str = "",
        prefix: str = "",
    ) -> None:
        self.folder = folder
        self.port = free_port()
        self.tls_port = free_port() if certificate else 0
        self._without = without
        self._certificate = certificate
        self._introspection = introspection
        self._prefix = prefix
        self._child: Child | None = None
        self._users: set[str] = set()

    def start(self) -> Dovecot:
        program = need("dovecot", PACKAGE)
        if not Path("/usr/lib/dovecot/imap").exists():
            raise ServerMissing(f"IMAP is missing. Install it with: apt-get install {PACKAGE}")
        root = os.geteuid() == 0
        me = pwd.getpwuid(os.geteuid()).pw_name
        owner = pwd.getpwnam("mail") if root else pwd.getpwuid(os.geteuid())
        for name in ("mail", "run", "state", "users"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        for above in [self.folder, *self.folder.parents]:
            if root and str(above) != "/" and not above.stat().st_mode & 0o001:
                above.chmod(above.stat().st_mode | 0o011)
        if root:
            shutil.chown(self.folder / "mail", owner.pw_uid, owner.pw_gid)
        tls = "ssl = no"
        if self._certificate:
            cert, key = self._certificate
            tls = f"ssl = yes\nssl_cert = <{cert}\nssl_key = <{key}"
        if self._introspection:
            text = f"introspection_mode = post\nintrospection_url = {self._introspection}\n"
            text += "username_attribute = username\nactive_attribute = active\nactive_value = true\n"
            (self.folder / "oauth.conf").write_text(text)
        config = self.folder / "dovecot.conf"
        config.write_text(
            _CONFIG.format(
                folder=self.folder,
                port=self.port,
                tls_port=self.tls_port,
                tls=tls,
                prefix=self._prefix,
                separator="." if self._prefix.endswith(".") else "/",
                capability=self._capability(),
                internal="dovecot" if root else me,
                login="dovenull" if root else me,
                user=owner.pw_uid,
                group=owner.pw_gid,
                mechanisms="xoauth2 oauthbearer" if self._introspection else "",
                oauth=_OAUTH.format(folder=self.folder) if self._introspection else "",
            )
        )
        self._child = Child([program, "-F", "-c", str(config)], self.folder / "start.log")
        self._child.wait_until(lambda: answers(self.port))
        return self

    def _capability(self) -> str:
        """What is not offered is taken out of the list that Dovecot shows."""
        if not self._without:
            return ""
        offered = (
            "IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE SORT THREAD=REFERENCES MULTIAPPEND UNSELECT "
            "CHILDREN NAMESPACE UIDPLUS LIST-EXTENDED CONDSTORE QRESYNC ESEARCH MOVE SPECIAL-USE LITERAL+"
        ).split()
        return "imap_capability = " + " ".join(one for one in offered if one not in self._without)

    def allow(self, user: str, password: str | None) -> None:
        """Let a user in with that password, or nobody of that name. Dovecot looks at a file that it has seen
        before once a second."""
        path = self.folder / "users" / user
        known = user in self._users
        self._users.add(user)
        if password is None:
            path.unlink()
        else:
            fresh = path.with_suffix(".new")
            fresh.write_text(f"{user}:{{PLAIN}}{password}::::::\n")
            fresh.chmod(0o644)
            fresh.replace(path)
        if known:
            time.sleep(1.1)

    def admin(self, user: str, *command: str) -> str:
        """doveadm for one user."""
        base = [need("doveadm", PACKAGE), "-c", str(self.folder / "dovecot.conf")]
        done = subprocess.run([*base, *command[:1], "-u", user, *command[1:]], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def new_validity(self, user: str) -> None:
        """All UIDs of the inbox are void, as after a restored backup."""
        for path in (self.folder / "mail" / user).glob("dovecot*"):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
        time.sleep(1.1)  # it is the second in which the index is made anew

    def stop(self) -> None:
        if self._child is not None:
            self._child.stop()


class Mailbox:
    """One user's mailbox as a mail program of the city or the administrator sees it."""

    def __init__(self, server: Dovecot, user: str, password: str = PASSWORD) -> None:
        self.line = imaplib.IMAP4("127.0.0.1", server.port, timeout=20)
        self.line._encoding = "utf-8"
        self.line.authenticate("PLAIN", lambda _: f"\0{user}\0{password}".encode())

    def put(self, data: bytes, folder: str = "INBOX", flags: str = "", date: str = "") -> int:
        """Put a mail into a folder; its UID."""
        when = f'"{date}"' if date else imaplib.Time2Internaldate(time.time())
        answer = self._ok(self.line.append(_quoted(folder), flags, when, data))
        return int(answer[0].split(b"]")[0].split()[-1])

    def put_many(self, mails: Sequence[bytes], folder: str = "INBOX") -> None:
        for data in mails:
            self.put(data, folder)

    def uids(self, folder: str = "INBOX", *criteria: str) -> list[int]:
        self._ok(self.line.select(_quoted(folder)))
        return [int(one) for one in self._ok(self.line.uid("SEARCH", *(criteria or ("ALL",))))[0].split()]

    def find(self, message_id: str, folder: str = "INBOX") -> int:
        return next(iter(self.uids(folder, "HEADER", "Message-ID", f'"{message_id}"')), 0)

    def whole(self, uid: int) -> bytes:
        """Of the selected folder."""
        return bytes(self._ok(self.line.uid("FETCH", str(uid), "(BODY.PEEK[])"))[0][1])

    def flags(self, uid: int) -> str:
        return self._ok(self.line.uid("FETCH", str(uid), "(FLAGS)"))[0].decode()

    def store(self, uid: int, how: str, flags: str) -> None:
        self._ok(self.line.uid("STORE", str(uid), how, flags))

    def delete(self, uid: int) -> None:
        self.store(uid, "+FLAGS", "(\\Deleted)")
        self._ok(self.line.uid("EXPUNGE", str(uid)))

    def move(self, uid: int, folder: str) -> None:
        self._ok(self.line.uid("MOVE", str(uid), _quoted(folder)))

    def make(self, folder: str) -> None:
        self._ok(self.line.create(_quoted(folder)))

    def folders(self) -> list[bytes]:
        return list(self._ok(self.line.list()))

    def close(self) -> None:
        with contextlib.suppress(imaplib.IMAP4.error, OSError):
            self.line.logout()

    @staticmethod
    def _ok(answer: tuple[str, list]) -> list:  # type: ignore[type-arg]
        assert answer[0] == "OK", answer
        return answer[1]


def _quoted(folder: str) -> str:
    return f'"{folder}"'


def trusting(certificate: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate))


@functools.cache
def running_dovecot(without: tuple[str, ...] = ()) -> Dovecot:
    """The one of this test run that offers all but those capabilities; stopped when the run ends."""
    folder = Path(tempfile.mkdtemp(prefix="smc-dovecot-"))
    server = Dovecot(folder, without=without)

    def stop() -> None:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)

    atexit.register(stop)
    return server.start()
