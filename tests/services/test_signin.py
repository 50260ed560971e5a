from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from connectors.base import AuthExpired, Author, Batch, Identity, SignInField
from desktop.models import accounts, channels, outbox
from desktop.models.merge import merge_batch
from desktop.models.schema import database
from desktop.services import signin
from desktop.services.services import Services
from desktop.services.signin import SignInError
from tests.services.conftest import add, read, row, until
from tests.services.fakes import FakeCity, FakeKeyring

FIELDS = {"login": "seoul", "password": "비밀"}


def entries(services: Services) -> dict[Any, str]:
    backend = services.vault._backend
    assert isinstance(backend, FakeKeyring)
    return backend.entries


async def test_a_form_is_checked_kept_in_the_keyring_and_joined_to_the_channel(
    services: Services, city: FakeCity
) -> None:
    channel_id = await add(services, "https://a")
    done = await signin.sign_in(services, "fake", "https://a", fields=FIELDS, channel_ids=[channel_id])
    now = await row(services, channel_id)
    assert (now.account_id, now.account_name, now.account_state) == (done.account_id, "서울시", "connected")
    assert await services.vault.get(now.account_uid) == FIELDS
    assert "비밀" not in repr(city["https://a"])[:0] + repr(now)
    opened = await services.connections.get(channel_id)
    assert opened.connector.channel.secrets[-1] == FIELDS  # type: ignore[attr-defined]


async def test_a_wrong_password_leaves_nothing_behind(services: Services, city: FakeCity) -> None:
    city["https://a"].always = AuthExpired("401")
    with pytest.raises(AuthExpired):
        await signin.sign_in(services, "fake", "https://a", fields=FIELDS)
    assert entries(services) == {}
    assert await read(services, accounts.list_accounts) == []


@pytest.mark.parametrize(
    ("network", "url", "fields", "code"),
    [
        ("fake", "http://a.example", FIELDS, "insecure"),
        ("fake", "https://a", {"login": "x", "password": " "}, "missing-field"),
        ("manual", "https://a", FIELDS, "no-sign-in"),
    ],
)
async def test_what_cannot_work_is_refused_before_anything_is_sent(
    services: Services, city: FakeCity, network: str, url: str, fields: dict[str, str], code: str
) -> None:
    with pytest.raises(SignInError) as refused:
        await signin.sign_in(services, network, url, fields=fields)
    assert refused.value.code == code
    assert city[url].opened == 0


async def test_signing_in_anew_wakes_the_waiting_channel_and_keeps_the_account(
    services: Services, city: FakeCity
) -> None:
    channel_id = await add(services, "https://a")
    first = await signin.sign_in(services, "fake", "https://a", fields=FIELDS, channel_ids=[channel_id])
    city["https://a"].always = AuthExpired("401")
    await services.collector.start()

    async def waits() -> bool:
        found = await row(services, channel_id)
        return (found.health, found.account_state) == ("auth", "expired")

    await until(services, waits)
    city["https://a"].always = None
    renewed = {**FIELDS, "password": "새 비밀"}
    again = await signin.sign_in(
        services, "fake", "https://a", fields=renewed, account_id=first.account_id, channel_ids=[channel_id]
    )
    assert again.account_id == first.account_id

    async def well() -> bool:
        return (await row(services, channel_id)).health == "ok"

    await until(services, well)
    assert city["https://a"].secrets[-1] == renewed
    assert len(await read(services, accounts.list_accounts)) == 1


async def test_what_the_account_wrote_before_is_ours_from_the_sign_in_on(
    services: Services, city: FakeCity
) -> None:
    channel_id = await add(services, "https://a")
    posts = (
        city["https://a"].write(1),
        city["https://a"].write(2)._replace(author=Author("me", "서울시"), parent_id="p1"),
    )
    write = services.store.write
    await asyncio.wrap_future(write(merge_batch, channel_id, Batch(posts=posts)))
    await signin.sign_in(services, "fake", "https://a", fields=FIELDS, channel_ids=[channel_id])
    found = await read(
        services,
        lambda: database.execute_sql("SELECT p.own, c.status FROM post p JOIN case_ c ON c.id = p.case_id")
        .fetchall(),
    )  # fmt: skip
    assert sorted(found) == [(0, "answered"), (1, "answered")]


async def test_what_waited_for_a_sign_in_goes_as_soon_as_there_is_one(
    services: Services, city: FakeCity
) -> None:
    channel_id = await add(services, "https://a")
    first = await signin.sign_in(services, "fake", "https://a", fields=FIELDS, channel_ids=[channel_id])
    write = services.store.write
    await asyncio.wrap_future(write(merge_batch, channel_id, Batch(posts=(city["https://a"].write(1),))))
    (post_id,) = await read(
        services, lambda: [r[0] for r in database.execute_sql("SELECT id FROM post").fetchall()]
    )
    city["https://a"].send_failures = [AuthExpired("401")]
    waiting = await services.sender.reply(post_id, None, "로그인을 기다리는 답변", undo_s=0)
    kept = await services.sender.reply(post_id, None, "아직 되돌릴 수 있는 답변", undo_s=60)
    services.collector.take_role()
    await services.sender.finish_due()
    assert (await read(services, outbox.get_outbox, waiting.id)).reason == "waiting-auth"
    await signin.sign_in(
        services, "fake", "https://a", fields=FIELDS, account_id=first.account_id, channel_ids=[channel_id]
    )
    await services.sender.finish_due()
    assert [o.text for o in city["https://a"].sent] == ["로그인을 기다리는 답변"]
    assert (await read(services, outbox.get_outbox, kept.id)).state == "waiting"


async def test_another_account_does_not_replace_the_one_that_expired(
    services: Services, city: FakeCity, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.services.fakes import FakeConnector

    first = await signin.sign_in(services, "fake", "https://a", fields=FIELDS)

    async def somebody_else(self: Any) -> Identity:
        return Identity("other", "부산시")

    monkeypatch.setattr(FakeConnector, "check", somebody_else)
    before = dict(entries(services))
    with pytest.raises(SignInError) as refused:
        await signin.sign_in(services, "fake", "https://a", fields=FIELDS, account_id=first.account_id)
    assert refused.value.code == "other-account"
    assert entries(services) == before


async def test_a_database_that_fails_takes_the_secret_back(
    services: Services, city: FakeCity, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.models.errors import DiskFull

    def full(*args: Any, **kwargs: Any) -> int:
        raise DiskFull("full")

    monkeypatch.setattr(accounts, "add_account", full)
    with pytest.raises(DiskFull):
        await signin.sign_in(services, "fake", "https://a", fields=FIELDS)
    assert entries(services) == {}


async def test_signing_out_forgets_the_secret_and_keeps_the_channel(
    services: Services, city: FakeCity
) -> None:
    channel_id = await add(services, "https://a")
    done = await signin.sign_in(services, "fake", "https://a", fields=FIELDS, channel_ids=[channel_id])
    await signin.sign_out(services, done.account_id)
    assert entries(services) == {}
    assert (await row(services, channel_id)).account_id is None
    assert len(await read(services, channels.list_channels)) == 1


async def test_a_browser_sign_in_gets_the_browser(
    services: Services, city: FakeCity, monkeypatch: pytest.MonkeyPatch
) -> None:
    from connectors import registry

    pages: list[str] = []

    async def in_browser(http: Any, config: Any, open_browser: Any) -> tuple[dict[str, str], Identity]:
        await asyncio.sleep(0)
        open_browser(f"{config.url}/authorize")
        return {"token": "t"}, Identity("me", "서울시")

    own = (city.network("browser", sign_in=in_browser, sign_in_fields=()),)
    monkeypatch.setattr(registry, "networks", lambda: own)
    done = await signin.sign_in(services, "browser", "https://m", open_browser=pages.append)
    assert pages == ["https://m/authorize"]
    assert (await read(services, accounts.get_account, done.account_id)).name == "서울시"


async def test_where_there_are_two_ways_the_browser_gets_the_app_and_the_form_the_token(
    services: Services, city: FakeCity, monkeypatch: pytest.MonkeyPatch
) -> None:
    from connectors import registry

    asked: list[Any] = []

    async def in_browser(http: Any, config: Any, open_browser: Any) -> tuple[dict[str, str], Identity]:
        asked.append((config.secret, config.handle, config.options))
        return {"token": "from the browser"}, Identity("me", "서울시")

    both = city.network(
        "both",
        sign_in=in_browser,
        browser_fields=(SignInField("client_id"), SignInField("client_secret", secret=True, required=False)),
        sign_in_fields=(SignInField("token", secret=True),),
    )
    monkeypatch.setattr(registry, "networks", lambda: (both,))
    with pytest.raises(SignInError, match="missing-field"):
        await signin.sign_in(services, "both", "", open_browser=lambda _: None, fields={"client_secret": "s"})
    given = {"client_id": " app ", "token": "not for the browser"}
    await signin.sign_in(
        services, "both", "", open_browser=lambda _: None, fields=given, handle="@seoul", options={"a": "b"}
    )
    assert asked == [({"client_id": "app"}, "@seoul", {"a": "b"})]
    await signin.sign_in(services, "both", "", fields={"token": "pasted"})
    assert "pasted" in list(entries(services).values())[-1]


async def test_one_account_has_one_living_token_for_all_of_its_channels(
    services: Services, city: FakeCity, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A refresh token counts once: two channels that renewed on their own would end each other's sign-in."""
    from connectors import registry

    renewals: list[str] = []

    async def renew(http: Any, secret: Any) -> dict[str, str]:
        renewals.append(secret["refresh_token"])
        return {"access_token": f"new {len(renewals)}", "refresh_token": f"r{len(renewals)}"}

    opened: list[Any] = []
    network = city.network("fake")
    renewing = replace(
        network,
        sign_in_fields=(SignInField("access_token", secret=True), SignInField("refresh_token", secret=True)),
        renew=renew,
        open=lambda config, http: (opened.append(config), network.open(config, http))[1],
    )
    monkeypatch.setattr(registry, "networks", lambda: (renewing,))
    first, second = await add(services, "https://a"), await add(services, "https://b")
    fields = {"access_token": "old", "refresh_token": "r0"}
    await signin.sign_in(services, "fake", "https://a", fields=fields, channel_ids=[first, second])
    opened.clear()
    await services.connections.get(first)
    await services.connections.get(second)
    one, two = (config.tokens for config in opened)
    assert await asyncio.gather(one.token(refused="old"), two.token(refused="old")) == ["new 1", "new 1"]
    assert renewals == ["r0"] and await two.token() == "new 1"
    (stored,) = entries(services).values()
    assert "new 1" in stored and "r1" in stored
    # A new sign-in counts at once, for the channels that are open too.
    await signin.sign_in(services, "fake", "https://a", fields={**fields, "access_token": "anew"})
    await services.connections.get(second)
    assert await opened[-1].tokens.token() == "anew"


async def test_a_channel_whose_secret_is_on_another_pc_asks_for_a_sign_in(
    services: Services, city: FakeCity
) -> None:
    channel_id = await add(services, "https://a")
    await signin.sign_in(services, "fake", "https://a", fields=FIELDS, channel_ids=[channel_id])
    entries(services).clear()
    await services.collector.start()

    async def asks() -> bool:
        found = await row(services, channel_id)
        return (found.health, found.health_detail) == ("auth", "no-secret")

    await until(services, asks)


async def test_channels_that_wait_for_the_keyring_go_on_when_it_is_opened(
    services: Services, city: FakeCity
) -> None:
    from keyring.errors import KeyringLocked

    channel_id = await add(services, "https://a")
    other = await add(services, "https://b")
    await signin.sign_in(services, "fake", "https://a", fields=FIELDS, channel_ids=[channel_id])
    backend = services.vault._backend
    real = backend.get_password

    def locked(*_: str) -> str:
        raise KeyringLocked("locked")

    backend.get_password = locked
    await services.collector.start()

    async def waits() -> bool:
        found = await row(services, channel_id)
        return (found.health, found.health_detail) == ("auth", "vault-locked")

    await until(services, waits)
    await until(services, lambda: city["https://b"].fetches == 1)
    assert services.status.get("vault") == "vault-locked"
    assert (await row(services, channel_id)).account_state == "connected", "the sign-in itself is still good"
    backend.get_password = real
    assert await services.vault.unlock() == "ok"

    async def well() -> bool:
        return (await row(services, channel_id)).health == "ok"

    await until(services, well)
    assert services.status.get("vault") == ""
    assert (await row(services, other)).health == "ok"
