"""``channels sign-in`` and ``sign-out``: the same sign-in as in the window, from a terminal.

A password is never an argument, since every user of the PC can read those: it is asked for without echo, or
read as one line of standard input.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import webbrowser
from collections.abc import Callable
from typing import Any

from desktop.cli import workspace
from desktop.cli.output import OK, Failure, Output, plain


def sign_in(args: argparse.Namespace, out: Output) -> int:
    from desktop.services.connections import find_network

    with workspace.open_store(args) as store:
        row = workspace.find_channel(store, args.channel)
    network = find_network(row.network)
    in_browser = network.sign_in is not None and not (args.form and network.sign_in_fields)
    wanted = network.browser_fields if in_browser else network.sign_in_fields
    # Before any loop runs: somebody may take their time to type.
    fields = _fields(wanted, args.login, out)
    return asyncio.run(_sign_in(args, out, row, fields, in_browser))


async def _sign_in(
    args: argparse.Namespace, out: Output, row: Any, fields: dict[str, str], in_browser: bool
) -> int:
    from connectors.base import AuthExpired
    from desktop.services import signin

    async with workspace.open_all(args) as services:
        work = signin.sign_in(
            services,
            row.network,
            row.url,
            fields=fields,
            open_browser=_browser(out, opens=not args.no_browser) if in_browser else None,
            handle=row.handle,
            options=row.options,
            account_id=row.account_id,
            channel_ids=[row.id],
        )
        try:
            identity = (await work).identity
        except AuthExpired:
            raise Failure("sign-in-refused") from None
    if out.as_json:
        out.object(
            {
                "id": row.id,
                "name": row.name,
                "account": identity.name,
                "handle": identity.handle,
                "note": out.sentence(identity.note) if identity.note else "",
            }
        )
        return OK
    who = plain(" ".join(part for part in (identity.name, identity.handle) if part))
    name = plain(row.name)
    out.line(out.t(f"'{name}' 채널에 {who} 계정으로 로그인했습니다.", f"{name}: signed in as {who}."))
    if identity.note:
        out.line(plain(out.sentence(identity.note)))
    return OK


def sign_out(args: argparse.Namespace, out: Output) -> int:
    return asyncio.run(_sign_out(args, out))


async def _sign_out(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import channels
    from desktop.services import signin

    async with workspace.open_all(args) as services:
        row = workspace.find_channel(services.store, args.channel)
        if row.account_id is None:
            raise Failure("signed-out-already")
        everything = await workspace.read(services, channels.list_channels, counts=False)
        names = [other.name for other in everything if other.account_id == row.account_id]
        await signin.sign_out(services, row.account_id)
    if out.as_json:
        out.object({"id": row.id, "name": row.name, "signed_out": names})
    else:
        listed = plain(", ".join(names))
        out.line(out.t(f"로그아웃했습니다: {listed}", f"Signed out: {listed}"))
    return OK


def _fields(wanted: Any, login: str, out: Output) -> dict[str, str]:
    words = {"login": ("로그인 이름", "login"), "password": ("비밀번호", "password")}
    given: dict[str, str] = {}
    for field in wanted:
        if field.name == "login" and login:
            given[field.name] = login
            continue
        named = (field.label_ko, field.label_en) if field.label_ko else words.get(field.name)
        given[field.name] = _ask(out.t(*(named or (field.name, field.name))), field.secret)
    return given


def _ask(label: str, secret: bool) -> str:
    stream = sys.stdin
    if stream is None:
        raise Failure("missing-field")
    if stream.isatty():
        if secret:
            import getpass

            try:
                return getpass.getpass(f"{label}: ").strip()
            except EOFError:
                raise Failure("missing-field") from None
        sys.stderr.write(f"{label}: ")
        sys.stderr.flush()
    try:
        return stream.readline(10_000).strip()
    except UnicodeDecodeError:
        raise Failure("missing-field") from None


def _browser(out: Output, *, opens: bool) -> Callable[[str], Any]:
    """Shows the address in any case: the browser may open on another screen, or not at all."""

    def show(address: str) -> None:
        out.complain(out.t(f"브라우저에서 로그인해 주세요: {address}", f"Please sign in here: {address}"))
        if opens:
            webbrowser.open(address)

    return show
