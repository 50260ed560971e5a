"""The services with a real WordPress: what the city wrote there before the program signed in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop.models.schema import database
from desktop.services import signin
from desktop.services.services import open_services
from desktop.services.vault import Vault
from tests.servers.fixtures import wordpress
from tests.servers.wordpress import WordPressServer
from tests.services.conftest import add, read
from tests.services.fakes import FakeKeyring

__all__ = ["wordpress"]


def _posts() -> list[Any]:
    return database.execute_sql(
        "SELECT p.remote_id, p.own, c.status FROM post p LEFT JOIN case_ c ON c.id = p.case_id ORDER BY p.id"
    ).fetchall()


async def test_the_citys_own_comments_leave_the_unsorted_with_the_sign_in(
    tmp_path: Path, wordpress: WordPressServer
) -> None:
    site = wordpress
    page = site.new_post("가로등 정비 안내")
    question = site.comment(page, "언제 고치나요?", "김시민", "kim@mail.example")
    answer = site.rest(
        "POST",
        "/wp/v2/comments",
        {"post": page, "parent": question, "content": "다음 주에 고칩니다"},
        login=site.editor.login,
    )["id"]
    services = await open_services(str(tmp_path / "w.db"), vault=Vault(backend=FakeKeyring()))
    try:
        channel_id = await add(services, site.url, network="wordpress", name="누리집")
        services.collector.take_role()
        await services.collector.run_once()
        before = {row[0]: row[1:] for row in await read(services, _posts)}
        assert before[str(question)] == (0, "open") and before[str(answer)] == (0, "open")
        await signin.sign_in(
            services,
            "wordpress",
            site.url,
            fields={"login": site.editor.login, "password": site.editor.password},
            channel_ids=[channel_id],
        )
        after = {row[0]: row[1:] for row in await read(services, _posts)}
        assert after[str(question)] == (0, "answered") and after[str(answer)] == (1, "answered")
    finally:
        await services.aclose()
