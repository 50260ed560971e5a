"""Starts a real Bluesky: PLC directory, PDS and AppView from ``@atproto/dev-env``, with a PostgreSQL and a
Redis of their own, all under one folder.

``.ci/bluesky`` has installed what comes from npm; PostgreSQL and Redis come from Debian. What a test needs of
a citizen or of the city in another program is a method here, and goes through the public API.
"""

from __future__ import annotations

import getpass
import http.client
import itertools
import json
import os
import pwd
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from tests.servers.process import Child, ServerMissing, answers, free_port, need

HERE = Path(__file__).parent
INSTALLED = Path(__file__).parents[2] / ".venv" / "bluesky"
PASSWORD = "made-up-pass"

POST = "app.bsky.feed.post"


@dataclass(frozen=True)
class Person:
    """An account of the PDS with a session of its own."""

    did: str
    handle: str
    token: str
    refresh_token: str = ""


@dataclass(frozen=True)
class Answer:
    status: int
    value: Any


class Bluesky:
    """``url`` is the PDS's address. Accounts are made with ``person``; posts with ``post``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.url = self.appview = ""
        self._control = 0
        self._children: list[Child] = []
        self._names = itertools.count(1)
        self._citizens: dict[str, Person] = {}
        self._written: dict[str, tuple[str, str]] = {}  # writer → (address, cid or "") of the last record

    # --- life ---------------------------------------------------------------------------------------------

    def start(self) -> Bluesky:
        nodes = sorted((INSTALLED / "node" / "node_modules").glob("node-linux-*/bin/node"))
        entry = INSTALLED / "server" / "node_modules" / "@atproto" / "dev-env" / "dist" / "index.js"
        if not nodes or not entry.is_file():
            raise ServerMissing("The Bluesky server is missing. Install it with: make .venv/.bluesky")
        try:
            database, redis = self._start_postgres(), self._start_redis()
            environment = {
                "DB_POSTGRES_URL": f"postgresql://postgres@127.0.0.1:{database}/postgres",
                "REDIS_HOST": f"127.0.0.1:{redis}",
                "LOG_ENABLED": "false",
                "NODE_ENV": "test",
                "TMPDIR": str(self.folder),
            }
            log = self.folder / "bluesky.log"
            script = str(HERE / "bluesky" / "server.mjs")
            node = Child([str(nodes[0]), script, str(entry)], log, environment)
            self._children.append(node)
            node.wait_until(lambda: "\nREADY {" in "\n" + log.read_text(errors="replace"), 90)
            line = next(line for line in log.read_text().splitlines() if line.startswith("READY {"))
            where = json.loads(line.removeprefix("READY "))
            self.url, self.appview, self._control = where["pds"], where["appview"], int(where["control"])
        except BaseException:
            self.stop()
            raise
        return self

    def stop(self) -> None:
        for child in reversed(self._children):
            child.stop()
        self._children.clear()

    def _start_postgres(self) -> int:
        found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda p: int(p.parts[4]))
        path = str(found[-1]) if found else need("postgres", "postgresql")
        data = self.folder / "postgres"
        data.mkdir()
        run: list[str] = []
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            user = pwd.getpwnam("postgres")
            os.chown(data, user.pw_uid, user.pw_gid)
            self.folder.chmod(0o711)
            ids = [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
            run = [need("setpriv", "util-linux"), *ids, "--pdeathsig", "KILL"]
        make = [*run, str(Path(path).with_name("initdb")), "-D", str(data), "-U", "postgres", "-A", "trust"]
        made = subprocess.run(
            [*make, "--no-sync", "--locale=C.UTF-8"], capture_output=True, text=True, cwd=self.folder
        )
        assert made.returncode == 0, f"initdb as {getpass.getuser()}: {made.stdout}{made.stderr}"
        port = free_port()
        options = [
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=off",
            "max_connections=60",
        ]
        command = [*run, path, "-D", str(data), "-p", str(port)]
        for option in options:
            command += ["-c", option]
        log = self.folder / "postgres.log"
        child = Child(command, log)
        self._children.append(child)
        child.wait_until(lambda: "ready to accept connections" in log.read_text(errors="replace"))
        return port

    def _start_redis(self) -> int:
        port = free_port()
        server = need("redis-server", "redis-server")
        options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(self.folder)]
        child = Child([server, *options], self.folder / "redis.log")
        self._children.append(child)
        child.wait_until(lambda: answers(port))
        return port

    # --- people -------------------------------------------------------------------------------------------

    def person(self, name: str = "", display_name: str = "") -> Person:
        """A new account "NAME.test"; names are made up where none is given."""
        handle = f"{name or f'citizen{next(self._names)}-{os.getpid()}'}.test"
        made = self.demand(
            "com.atproto.server.createAccount",
            {"handle": handle, "email": f"{handle}@mail.example", "password": PASSWORD},
        )
        person = Person(made["did"], made["handle"], made["accessJwt"], made["refreshJwt"])
        if display_name:
            self.put(person, "app.bsky.actor.profile", "self", {"displayName": display_name})
        return person

    def citizen(self, display_name: str) -> Person:
        """Always the same account for a name: making one takes the server longer than anything else."""
        if display_name not in self._citizens:
            self._citizens[display_name] = self.person(display_name=display_name)
        return self._citizens[display_name]

    def app_password(self, person: Person, name: str) -> str:
        made = self.demand("com.atproto.server.createAppPassword", {"name": name}, person.token)
        return str(made["password"])

    def post(
        self,
        person: Person,
        text: str,
        *,
        reply_to: str = "",
        created_at: str = "",
        **fields: Any,
    ) -> str:
        """A post by that person; gives its address (at://…)."""
        record: dict[str, Any] = {"text": text, "createdAt": created_at or now(), "langs": ["ko"], **fields}
        if reply_to:
            parent = self.record(reply_to)
            assert parent is not None, reply_to
            own = {"uri": reply_to, "cid": parent["cid"]}
            record["reply"] = {"root": parent["value"].get("reply", {}).get("root", own), "parent": own}
        body = {"repo": person.did, "collection": POST, "record": {"$type": POST, **record}}
        return self._wrote(person, self.demand("com.atproto.repo.createRecord", body, person.token))

    def edit(self, person: Person, uri: str, text: str) -> None:
        record = self.record(uri)
        assert record is not None, uri
        self.put(person, POST, uri.rpartition("/")[2], {**record["value"], "text": text})

    def put(self, person: Person, collection: str, rkey: str, record: Mapping[str, Any]) -> str:
        body = {
            "repo": person.did,
            "collection": collection,
            "rkey": rkey,
            "record": {"$type": collection, **record},
        }
        return self._wrote(person, self.demand("com.atproto.repo.putRecord", body, person.token))

    def _wrote(self, person: Person, answer: Mapping[str, Any]) -> str:
        self._written[person.did] = (str(answer["uri"]), str(answer["cid"]))
        return str(answer["uri"])

    def delete(self, person: Person, uri: str) -> None:
        did, collection, rkey = parts_of(uri)
        assert did == person.did
        body = {"repo": did, "collection": collection, "rkey": rkey}
        self.demand("com.atproto.repo.deleteRecord", body, person.token)
        self._written[did] = (uri, "")

    def picture(self, person: Person, alt: str) -> dict[str, Any]:
        """An embed with one picture that was uploaded just now."""
        png = bytes.fromhex(
            "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cf"
            "c0f01f0005000 1ff89993d1d0000000049454e44ae426082".replace(" ", "")
        )
        blob = self.demand("com.atproto.repo.uploadBlob", png, person.token)["blob"]
        return {"$type": "app.bsky.embed.images", "images": [{"image": blob, "alt": alt}]}

    # --- what the server holds ----------------------------------------------------------------------------

    def record(self, uri: str) -> dict[str, Any] | None:
        """The record as the PDS holds it; None where there is none (any more)."""
        did, collection, rkey = parts_of(uri)
        query = urlencode({"repo": did, "collection": collection, "rkey": rkey})
        answer = self.call("GET", f"/xrpc/com.atproto.repo.getRecord?{query}")
        if answer.status == 400 and answer.value["error"] == "RecordNotFound":
            return None
        assert answer.status == 200, answer
        found: dict[str, Any] = answer.value
        return found

    def records(self, person: Person, collection: str) -> list[dict[str, Any]]:
        query = urlencode({"repo": person.did, "collection": collection, "limit": 100})
        found: list[dict[str, Any]] = self.demand(f"com.atproto.repo.listRecords?{query}")["records"]
        return found

    def settle(self) -> None:
        """Returns when the AppView has seen everything that was written, and has counted it.

        It takes in what one person writes in its order, so the last record of each is enough to wait for."""
        end = time.monotonic() + 30
        for uri, cid in self._written.values():
            while self._seen(uri) != cid:
                assert time.monotonic() < end, f"the AppView does not see {uri}"
                time.sleep(0.01)
        self._written.clear()
        answer = self.call("GET", "/settled", port=self._control)
        assert answer.status == 200, answer

    def _seen(self, uri: str) -> str:
        """The version of a record that the AppView has; "" for none."""
        did, collection, rkey = parts_of(uri)
        query = urlencode({"repo": did, "collection": collection, "rkey": rkey})
        port = urlsplit(self.appview).port or 0
        answer = self.call("GET", f"/xrpc/com.atproto.repo.getRecord?{query}", port=port)
        return str(answer.value["cid"]) if answer.status == 200 else ""

    # --- calls --------------------------------------------------------------------------------------------

    def demand(self, nsid: str, body: Any = None, token: str = "") -> Any:
        """One call of the API: POST where there is a body; fails unless it is answered with success."""
        answer = self.call("GET" if body is None else "POST", f"/xrpc/{nsid}", body, token)
        assert answer.status == 200, f"{nsid}: {answer}"
        return answer.value

    def call(self, method: str, path: str, body: Any = None, token: str = "", port: int = 0) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", port or urlsplit(self.url).port or 0, timeout=60)
        raw = body if isinstance(body, bytes | None) else json.dumps(body).encode()
        headers = {"Content-Type": "image/png" if isinstance(body, bytes) else "application/json"}
        if raw is None:
            headers = {}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        try:
            connection.request(method, path, raw, headers)
            answer = connection.getresponse()
            content = answer.read()
            return Answer(answer.status, json.loads(content) if content else None)
        finally:
            connection.close()


def parts_of(uri: str) -> tuple[str, str, str]:
    did, collection, rkey = uri.removeprefix("at://").split("/")
    return did, collection, rkey


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Browser:
    """A person's browser at the sign-in page of the PDS: what its page does, without showing it."""

    def __init__(self, server: Bluesky, person: Person) -> None:
        self._server = urlsplit(server.url)
        self._origin = server.url
        self._person = person
        self._cookies: dict[str, str] = {}

    def allow(self, url: str) -> None:
        """Opens the page, signs in, agrees, and follows the way back to the program."""
        self._finish(url, "consent", {"did": self._person.did})

    def refuse(self, url: str) -> None:
        self._finish(url, "reject", {})

    def _finish(self, url: str, answer: str, body: Mapping[str, Any]) -> None:
        shown = {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
        status, page, _ = self._request("GET", url, shown)
        assert status == 200, page[:500]
        credentials = {"locale": "ko", "username": self._person.handle, "password": PASSWORD}
        signed_in = self._api(url, "sign-in", {**credentials, "remember": False})
        done = self._api(url, answer, body, signed_in["ephemeralToken"])
        back = {**shown, "Sec-Fetch-Site": "same-origin", "Referer": url}
        status, _, location = self._request("GET", done["url"], back)
        assert status in (302, 303), status
        where = urlsplit(location)
        connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=30)
        connection.request("GET", f"{where.path}?{where.query}")
        assert connection.getresponse().status == 200
        connection.close()

    def _api(self, page: str, name: str, body: Mapping[str, Any], token: str = "") -> Any:
        headers = {
            "Content-Type": "application/json",
            "Origin": self._origin,
            "Referer": page,
            "Sec-Fetch-Site": "same-origin",
            "Sec-Fetch-Mode": "same-origin",
            "Sec-Fetch-Dest": "empty",
            "X-CSRF-Token": self._cookies["csrf-token"],
        }
        if token:
            headers["Authorization"] = f"Bearer {token}"
        address = f"{self._origin}/@atproto/oauth-provider/~api/{name}"
        status, content, _ = self._request("POST", address, headers, json.dumps(body).encode())
        assert status == 200, content
        return json.loads(content)

    def _request(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None = None
    ) -> tuple[int, str, str]:
        parts = urlsplit(url)
        cookies = {"Cookie": "; ".join(f"{k}={v}" for k, v in self._cookies.items())} if self._cookies else {}
        connection = http.client.HTTPConnection(self._server.hostname or "", self._server.port, timeout=30)
        try:
            path = f"{parts.path}?{parts.query}" if parts.query else parts.path
            connection.request(method, path, body, {**headers, **cookies})
            answer = connection.getresponse()
            for name, value in answer.getheaders():
                if name.lower() == "set-cookie":
                    key, _, rest = value.partition("=")
                    self._cookies[key] = rest.partition(";")[0]
            return answer.status, answer.read().decode(errors="replace"), answer.getheader("Location", "")
        finally:
            connection.close()
