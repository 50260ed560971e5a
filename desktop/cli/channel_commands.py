"""``channels``: channels as data."""

from __future__ import annotations

import argparse
import asyncio
from typing import Any

from desktop.cli import workspace
from desktop.cli.output import OK, SOME_FAILED, Failure, Output, local_time, plain, table


def run(args: argparse.Namespace, out: Output) -> int:
    return {
        "list": _list,
        "add": _add,
        "import": _import,
        "export": _export,
        "check": _check,
        "remove": _remove,
        "edit": _edit,
        "enable": _switch,
        "disable": _switch,
        "sign-in": _sign_in,
        "sign-out": _sign_out,
        "backup": _backup,
    }[args.action](args, out)


def _list(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import channels

    with workspace.open_store(args) as store:
        rows = store.read(channels.list_channels, include_removed=args.removed).result()
        counts = store.read(_post_counts).result()
    if out.as_json:
        for row in rows:
            out.object(_as_dict(row, counts.get(row.id, 0), out))
        return OK
    lines = [
        [
            out.t("번호", "id"),
            out.t("상태", "health"),
            out.t("매체", "network"),
            out.t("이름", "name"),
            out.t("마지막 성공", "last success"),
            out.t("글", "posts"),
            out.t("설명", "note"),
        ]
    ]
    for row in rows:
        state = _state(row)
        note = "" if state in ("ok", "new") else out.sentence(_reason(row), until_ms=row.limited_until_ms)
        cells = [str(row.id), state, row.network, row.name, local_time(row.last_success_ms)]
        lines.append([*cells, str(counts.get(row.id, 0)), note])
    table(lines)
    return OK


def _state(row: Any) -> str:
    if row.removed_ms is not None:
        return "removed"
    return row.health if row.enabled else "off"


def _reason(row: Any) -> str:
    """The more exact of the two codes."""
    if row.health in ("limited", "auth", "gone") and not row.health_detail.startswith(
        ("vault", "no", "quota", "resting")
    ):
        return str(row.health)
    return str(row.health_detail or row.health)


def _as_dict(row: Any, posts: int, out: Output) -> dict[str, Any]:
    from desktop.models.channels import shown_address
    from desktop.models.detail import iso

    return {
        "id": row.id,
        "name": row.name,
        "network": row.network,
        "url": shown_address(row.url),
        "handle": row.handle,
        "owner": row.owner,
        "enabled": row.enabled,
        "removed": iso(row.removed_ms),
        "account": row.account_name,
        "health": row.health,
        "health_since": iso(row.health_since_ms),
        "health_detail": row.health_detail,
        "message": out.sentence(_reason(row), until_ms=row.limited_until_ms),
        "failures": row.failures,
        "last_success": iso(row.last_success_ms),
        "last_attempt": iso(row.last_attempt_ms),
        "next_due": iso(row.next_due_ms),
        "posts": posts,
        "unread": row.unread,
        "today": row.today,
    }


def _post_counts() -> dict[int, int]:
    from desktop.models.current import database

    rows = database.execute_sql("SELECT channel_id, count(*) FROM post GROUP BY channel_id").fetchall()
    return dict(rows)


def _add(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import channels
    from desktop.services import channel_files

    row = channel_files.from_person(args.network, args.name, args.url, args.handle, args.owner)
    reason = channel_files.why_bad(row)
    if reason:
        raise Failure(reason)
    options = _options({} if args.interval is None else {"interval_s": args.interval}, args.option)
    with workspace.open_store(args, make=True) as store:
        channel_id = store.write(
            channels.add_channel,
            network=row.network,
            name=row.name,
            url=row.url,
            handle=row.handle,
            owner=row.owner,
            options=options,
            actor=workspace.actor_of(args),
        ).result()
    if out.as_json:
        url = channels.shown_address(row.url)
        out.object({"id": channel_id, "name": row.name, "network": row.network, "url": url})
    else:
        name = plain(row.name)
        out.line(
            out.t(f"{channel_id}번 채널 '{name}'을(를) 추가했습니다.", f"Added channel {channel_id}, {name}.")
        )
    return OK


def _import(args: argparse.Namespace, out: Output) -> int:
    from desktop.services import channel_files

    # The file first: a wrong one must not leave an empty workspace behind.
    good, bad = channel_files.read_file(args.file)
    with workspace.open_store(args, make=True) as store:
        report = store.write(
            channel_files.import_candidates, good, bad, actor=workspace.actor_of(args)
        ).result()
    if out.as_json:
        for channel_id in report.good:
            out.object({"ok": True, "id": channel_id})
    for row in report.bad:
        why = out.sentence(row.reason)
        if out.as_json:
            out.object(
                {"ok": False, "line": row.line, "reason": row.reason, "message": why, "text": row.text}
            )
        else:
            out.complain(out.t(f"{row.line}행: {why} ({row.text})", f"line {row.line}: {why} ({row.text})"))
    if not out.as_json:
        out.line(
            out.t(
                f"채널 {len(report.good)}개를 가져왔습니다. 가져오지 못한 행은 {len(report.bad)}개입니다.",
                f"{len(report.good)} channels imported, {len(report.bad)} rows left out.",
            )
        )
    return SOME_FAILED if report.bad else OK


def _export(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import channels
    from desktop.services import channel_files

    with workspace.open_store(args) as store:
        rows = store.read(channels.list_channels, counts=False).result()
    number = channel_files.export_channels(rows, args.file)
    if out.as_json:
        out.object({"file": args.file, "channels": number})
    else:
        out.line(out.t(f"채널 {number}개를 내보냈습니다.", f"{number} channels exported."))
    return OK


def _remove(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import channels

    with workspace.open_store(args) as store:
        row = workspace.find_channel(store, args.channel)
        store.write(channels.remove_channel, row.id, actor=workspace.actor_of(args)).result()
    if out.as_json:
        out.object({"id": row.id, "name": row.name, "removed": True})
    else:
        name = plain(row.name)
        out.line(
            out.t(
                f"'{name}' 수집을 그만둡니다. 받은 글은 그대로 있습니다.",
                f"{name} is no longer collected. Its posts stay.",
            )
        )
    return OK


def _switch(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import channels

    enabled = args.action == "enable"
    with workspace.open_store(args) as store:
        row = workspace.find_channel(store, args.channel)
        # Switching on is also how somebody says "try again" of a channel that waits for them.
        again = {"health": "new", "health_detail": "", "failures": 0} if enabled else {}
        store.write(
            channels.update_channel, row.id, enabled=enabled, **again, actor=workspace.actor_of(args)
        ).result()
    if out.as_json:
        out.object({"id": row.id, "name": row.name, "enabled": enabled})
    else:
        name = plain(row.name)
        korean, english = ("켰습니다", "is collected again") if enabled else ("껐습니다", "is switched off")
        out.line(out.t(f"'{name}' 수집을 {korean}.", f"{name} {english}."))
    return OK


def _edit(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import channels
    from desktop.services import channel_files

    with workspace.open_store(args) as store:
        row = workspace.find_channel(store, args.channel)
        given = {name: getattr(args, name) for name in ("name", "url", "owner", "handle")}
        texts = {name: getattr(row, name) if text is None else text for name, text in given.items()}
        wanted = channel_files.from_person(row.network, **texts)
        reason = channel_files.why_bad(wanted)
        if reason:
            raise Failure(reason)
        changes: dict[str, Any] = {
            name: getattr(wanted, name) for name, text in given.items() if text is not None
        }
        if args.option:
            changes["options"] = _options(row.options, args.option)
        if not changes:
            raise Failure("nothing-to-change")
        store.write(channels.update_channel, row.id, **changes, actor=workspace.actor_of(args)).result()
        now = store.read(channels.get_channel, row.id, counts=False).result()
    if out.as_json:
        url = channels.shown_address(now.url)
        out.object({"id": now.id, "name": now.name, "url": url, "handle": now.handle, "owner": now.owner,
                    "options": dict(now.options), "account": now.account_name})  # fmt: skip
        return OK
    out.line(out.t(f"'{plain(now.name)}' 채널을 고쳤습니다.", f"Changed {plain(now.name)}."))
    if row.account_id is not None and now.account_id is None:
        out.line(out.sentence("signed-out-elsewhere"))
    return OK


def _options(before: Any, given: list[tuple[str, str]]) -> dict[str, Any]:
    """What is known is checked; what a network from elsewhere may understand is kept as text."""
    options = dict(before)
    for name, value in given:
        if not value:
            options.pop(name, None)
        elif name == "interval_s":
            if not (value.isascii() and value.isdigit() and 1 <= len(value) <= 7 and int(value) > 0):
                raise Failure("bad-interval")
            options[name] = int(value)
        else:
            options[name] = value
    return options


def _backup(args: argparse.Namespace, out: Output) -> int:
    return asyncio.run(_read_backup(args, out))


async def _read_backup(args: argparse.Namespace, out: Output) -> int:
    from pathlib import Path

    from connectors.base import Malformed
    from desktop.services.backups import NoBackups, import_backup

    async with workspace.open_all(args) as services:
        row = workspace.find_channel(services.store, args.channel)
        try:
            totals = await import_backup(
                services.store, row.id, Path(args.file), on_stored=services.indexer.kick
            )
        except (NoBackups, Malformed) as error:
            raise Failure(error) from error
    if out.as_json:
        out.object({"id": row.id, "name": row.name, "new": totals.new, "edited": totals.edited,
                    "damaged": totals.damaged})  # fmt: skip
    else:
        name = plain(row.name)
        out.line(
            out.t(
                f"'{name}' 채널에 백업에서 글 {totals.new}건을 읽어 들였습니다.",
                f"{name}: {totals.new} posts read from the backup.",
            )
        )
        if totals.damaged:
            out.complain(plain(out.sentence(totals.damaged)))
    return SOME_FAILED if totals.damaged else OK


def _sign_in(args: argparse.Namespace, out: Output) -> int:
    from desktop.cli import signing

    return signing.sign_in(args, out)


def _sign_out(args: argparse.Namespace, out: Output) -> int:
    from desktop.cli import signing

    return signing.sign_out(args, out)


def _check(args: argparse.Namespace, out: Output) -> int:
    return asyncio.run(_check_all(args, out))


async def _check_all(args: argparse.Namespace, out: Output) -> int:
    from desktop.models import channels
    from desktop.services.collector import collectable

    failed = False
    async with workspace.open_all(args) as services:
        if args.channel:
            rows = []
            for text in args.channel:
                rows.append(workspace.find_channel(services.store, text))
        else:
            everything = await workspace.read(services, channels.list_channels, counts=False)
            rows = [row for row in everything if collectable(row)]

        async def one(row: Any) -> None:
            nonlocal failed
            from desktop.services import signin

            note, error = "", ""
            try:
                identity = await signin.check(services, row.id)
                note = out.sentence(identity.note) if identity.note else identity.name
            except Exception as problem:
                failed = True
                error = out.sentence(problem)
            if out.as_json:
                out.object({"id": row.id, "name": row.name, "ok": not error, "note": note, "message": error})
            else:
                out.line(
                    plain(f"{row.name}: {error or out.t('정상', 'ok') + (' — ' + note if note else '')}")
                )
            out.flush()

        await asyncio.gather(*(one(row) for row in rows))
    return SOME_FAILED if failed else OK
