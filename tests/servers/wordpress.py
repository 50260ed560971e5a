"""Starts a real WordPress from its Debian packages, with a MariaDB of its own, all under one folder.

How it is put together is measured in the project's notes on WordPress: no root service is touched, the
ports are free ones, and stopping it leaves nothing behind. What a test needs of a citizen or an
administrator is a method here.
"""

from __future__ import annotations

import base64
import getpass
import http.client
import json
import secrets
import shutil
import subprocess
import urllib.parse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.servers.process import Child, ServerMissing, answers, free_port, need

PACKAGES = "wordpress php-cli php-mysql php-xml php-mbstring php-gd php-curl mariadb-server"
SOURCE = Path("/usr/share/wordpress")
HERE = Path(__file__).parent


@dataclass(frozen=True)
class User:
    id: int
    login: str
    password: str  # an application password


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


class WordPressServer:
    """``url`` is the site's address; ``admin``, ``editor`` and ``author`` are its users."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._database: Child | None = None
        self._php: Child | None = None
        self._users: dict[str, User] = {}

    # --- life ---------------------------------------------------------------------------------------------

    def start(self) -> None:
        self._check_packages()
        try:
            self._start_database()
            self._make_site()
            self._install()
            self._start_php()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        if self._php is not None:
            self._php.stop()
        if self._database is not None:
            self._database.stop()

    def _check_packages(self) -> None:
        self._php_path = need("php", PACKAGES)
        self._mariadbd = need("mariadbd", PACKAGES)
        self._install_db = need("mariadb-install-db", PACKAGES)
        self._admin = need("mariadb-admin", PACKAGES)
        self._client = need("mariadb", PACKAGES)
        if not (SOURCE / "wp-load.php").is_file():
            raise ServerMissing(f"WordPress is missing. Install it with: apt-get install {PACKAGES}")
        modules = subprocess.run([self._php_path, "-m"], capture_output=True, text=True, check=True).stdout
        if "mysqli" not in modules.split():
            raise ServerMissing(f"PHP cannot talk to MariaDB. Install: apt-get install {PACKAGES}")

    def _start_database(self) -> None:
        data, log = self.folder / "db", self.folder / "mariadb.log"
        self._socket = self.folder / "my.sock"
        made = subprocess.run(
            [
                self._install_db,
                "--no-defaults",
                f"--datadir={data}",
                # Not /tmp: a server that starts there takes away the temporary tables of another one.
                f"--tmpdir={self.folder}",
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                f"--user={getpass.getuser()}",
            ],
            capture_output=True,
            text=True,
        )
        assert made.returncode == 0, f"mariadb-install-db: {made.stdout}{made.stderr}"
        self._database = Child(
            [
                self._mariadbd,
                "--no-defaults",
                f"--datadir={data}",
                f"--tmpdir={self.folder}",
                f"--socket={self._socket}",
                f"--pid-file={self.folder / 'my.pid'}",
                "--skip-networking",
                f"--user={getpass.getuser()}",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-buffer-pool-size=32M",
            ],
            log,
        )
        ping = [self._admin, "--no-defaults", "-uroot", "-S", str(self._socket), "ping"]
        self._database.wait_until(lambda: subprocess.run(ping, capture_output=True).returncode == 0)
        self.sql("create database wp character set utf8mb4")

    def _make_site(self) -> None:
        site = self.folder / "site"
        site.mkdir()
        # --reflink where the disk can; the Debian package links some of its files elsewhere, hence -L.
        for name in ("wp-admin", "wp-includes"):
            subprocess.run(["cp", "-rL", "--reflink=auto", str(SOURCE / name), str(site)], check=True)
        for file in SOURCE.glob("*.php"):
            if file.name != "wp-config.php":
                shutil.copy(file, site)
        for name in ("plugins", "themes", "uploads", "mu-plugins"):
            (site / "wp-content" / name).mkdir(parents=True)
        shutil.copy(HERE / "wordpress_mu_plugin.php", site / "wp-content" / "mu-plugins" / "tests.php")
        keys = "\n".join(
            f"define('{name}', '{secrets.token_hex(16)}');"
            for kind in ("KEY", "SALT")
            for name in (f"AUTH_{kind}", f"SECURE_AUTH_{kind}", f"LOGGED_IN_{kind}", f"NONCE_{kind}")
        )
        (site / "wp-config.php").write_text(
            f"""<?php
define('DB_NAME', 'wp'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{self._socket}'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HOME', '{self.url}'); define('WP_SITEURL', '{self.url}');
define('DISABLE_WP_CRON', true); define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true); define('WP_DEBUG', false);
{keys}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) {{ define('ABSPATH', __DIR__ . '/'); }}
require_once ABSPATH . 'wp-settings.php';
"""
        )

    def _install(self) -> None:
        made = subprocess.run(
            [self._php_path, str(HERE / "wordpress_install.php"), str(self.folder / "site"), self.url],
            capture_output=True,
            text=True,
        )
        try:
            users = json.loads(made.stdout.strip().splitlines()[-1])["users"]
        except (ValueError, IndexError, KeyError):
            raise AssertionError(f"WordPress was not installed: {made.stdout[-2000:]}{made.stderr}") from None
        self._users = {login: User(user["id"], login, user["password"]) for login, user in users.items()}

    def _start_php(self) -> None:
        # One worker: PHP_CLI_SERVER_WORKERS forks children that survive their parent and keep the port.
        self._php = Child(
            [
                self._php_path,
                "-S",
                f"127.0.0.1:{self.port}",
                "-t",
                str(self.folder / "site"),
                str(HERE / "wordpress_router.php"),
            ],
            self.folder / "php.log",
            env={"WP_ENVIRONMENT_TYPE": "local", "PHP_CLI_SERVER_WORKERS": ""},
        )
        self._php.wait_until(lambda: answers(self.port))

    # --- users --------------------------------------------------------------------------------------------

    @property
    def admin(self) -> User:
        return self._users["admin"]

    @property
    def editor(self) -> User:
        return self._users["editor"]

    @property
    def author(self) -> User:
        return self._users["author"]

    def new_password(self, login: str) -> tuple[str, str]:
        """A further application password of that user: (uuid, password)."""
        made = self.rest(
            "POST", "/wp/v2/users/me/application-passwords", {"name": secrets.token_hex(4)}, login
        )
        return made["uuid"], made["password"]

    def revoke_password(self, login: str, uuid: str) -> None:
        self.rest("DELETE", f"/wp/v2/users/me/application-passwords/{uuid}", None, login)

    # --- what people do -----------------------------------------------------------------------------------

    def http(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def rest(self, method: str, path: str, body: dict[str, Any] | None = None, login: str = "admin") -> Any:
        """One call of the REST API as that user; fails unless it is answered with success."""
        user = self._users[login]
        token = base64.b64encode(f"{user.login}:{user.password}".encode()).decode()
        answer = self.http(
            method,
            "/wp-json" + path,
            None if body is None else json.dumps(body).encode(),
            {"Authorization": f"Basic {token}", "Content-Type": "application/json"},
        )
        assert answer.status < 300, f"{method} {path}: {answer.status} {answer.body[:500]!r}"
        return answer.json()

    def new_post(self, title: str, content: str = "내용", **fields: Any) -> int:
        return int(
            self.rest(
                "POST", "/wp/v2/posts", {"title": title, "content": content, "status": "publish", **fields}
            )["id"]
        )

    def comment(self, post: int, text: str, author: str = "홍길동", email: str = "", parent: int = 0) -> int:
        """What a citizen writes into the form below a post. Gives the comment's id."""
        answer = self.form(post, text, author, email or f"{secrets.token_hex(4)}@mail.example", parent)
        assert answer.status == 302, f"{answer.status} {answer.body[:500]!r}"
        location = answer.headers["location"]
        return int(location.rsplit("#comment-", 1)[1])

    def form(self, post: int, text: str, author: str, email: str, parent: int = 0) -> Answer:
        fields = {
            "comment_post_ID": str(post),
            "author": author,
            "email": email,
            "url": "",
            "comment": text,
            "comment_parent": str(parent),
        }
        return self.http(
            "POST",
            "/wp-comments-post.php",
            urllib.parse.urlencode(fields).encode(),
            {"Content-Type": "application/x-www-form-urlencoded"},
        )

    def change(self, comment: int, **fields: Any) -> Any:
        """As an administrator at the site itself: new ``content`` or ``status``."""
        return self.rest("POST", f"/wp/v2/comments/{comment}", fields)

    def delete(self, comment: int) -> None:
        """For good, not into the trash."""
        self.rest("DELETE", f"/wp/v2/comments/{comment}?force=true")

    def get_comment(self, comment: int) -> Any:
        return self.rest("GET", f"/wp/v2/comments/{comment}?context=edit")

    def option(self, name: str, value: str) -> None:
        """An option of the site, e.g. ``comment_moderation`` "1": comments wait for approval."""
        self.sql(
            "insert into wp.wp_options (option_name, option_value) values "
            f"('{name}', '{value}') on duplicate key update option_value = values(option_value)"
        )

    def many_comments(self, post: int, count: int) -> None:
        """Comments straight into the table, for what needs more of them than a form can take."""
        rows = ",".join(
            f"({post}, '시민 {n}', '', '', '127.0.0.1', '2026-01-01 09:00:00', '2026-01-01 00:00:00',"
            f" '민원 {n}', 0, '1', '', 'comment', 0, 0)"
            for n in range(count)
        )
        self.sql(
            "insert into wp.wp_comments (comment_post_ID, comment_author, comment_author_email,"
            " comment_author_url, comment_author_IP, comment_date, comment_date_gmt, comment_content,"
            " comment_karma, comment_approved, comment_agent, comment_type, comment_parent, user_id)"
            f" values {rows}"
        )

    def sql(self, statement: str) -> str:
        done = subprocess.run(
            [
                self._client,
                "--no-defaults",
                "-uroot",
                "-S",
                str(self._socket),
                "--default-character-set=utf8mb4",
                "-N",
            ],
            input=statement,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout
