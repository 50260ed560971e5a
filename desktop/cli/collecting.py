"""``collect``: all enabled channels once, or until it is stopped."""

from __future__ import annotations

import argparse
import asyncio
import signal
from typing import TYPE_CHECKING

from desktop.cli import workspace
from desktop.cli.output import OK, SOME_FAILED, Failure, Output, plain

if TYPE_CHECKING:
    from desktop.services.collector import RoundResult
    from desktop.services.services import Services


def run(args: argparse.Namespace, out: Output) -> int:
    return asyncio.run(_collect(args, out))


async def _collect(args: argparse.Namespace, out: Output) -> int:
    async with workspace.open_all(args, make=True) as services:
        if services.store.read_only:
            raise Failure("workspace:read-only")
        if not services.collector.take_role():
            code = services.status.get("collecting")
            raise Failure("other-collector" if code == "other-program" else "workspace:read-only")
        stopped = _until_stopped()
        if args.once:
            return await _once(services, out, stopped)
        return await _for_ever(services, out, stopped)


async def _once(services: Services, out: Output, stopped: asyncio.Event) -> int:
    from desktop.services import meetups

    stop = services.tasks.spawn("stop", _wait(stopped))
    round_ = services.tasks.spawn("round", services.collector.run_once(on_result=lambda r: show(r, out)))
    await asyncio.wait({stop, round_}, return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    if not round_.done():
        round_.cancel()
        await asyncio.wait({round_})
        return SOME_FAILED
    results = round_.result()
    await services.indexer.finish()
    await meetups.look(services.store)
    await services.sender.finish_due()
    await (await services.letters()).finish()
    if not results and not out.as_json:
        out.complain(out.t("켜진 채널이 없습니다.", "No channel is enabled."))
    return SOME_FAILED if any(result.failed for result in results) else OK


async def _wait(stopped: asyncio.Event) -> None:
    await stopped.wait()


async def _for_ever(services: Services, out: Output, stopped: asyncio.Event) -> int:
    def say(subject: str, code: str) -> None:
        if code:
            out.complain(out.sentence(code))

    services.status.subscribe(say)
    errors: dict[int, str] = {}

    def reported(result: RoundResult) -> None:
        """What happens is printed, and what a channel fails with when that changes; a quiet round is not."""
        before = errors.get(result.channel_id)
        errors[result.channel_id] = result.error
        if result.new or result.edited or result.deleted or result.error != before:
            show(result, out)

    services.collector.on_report.append(reported)
    await services.start()
    await stopped.wait()
    return OK


def show(result: RoundResult, out: Output) -> None:
    """One line a channel."""
    message = out.sentence(result.error, until_ms=result.until_ms) if result.error else ""
    if out.as_json:
        out.object(
            {
                "channel": result.name,
                "channel_id": result.channel_id,
                "network": result.network,
                "new": result.new,
                "edited": result.edited,
                "deleted": result.deleted,
                "failed": result.failed,
                "seconds": round(result.seconds, 3),
                "error": result.error,
                "message": message,
            }
        )
    else:
        text = out.t(
            f"{result.name}: 새 글 {result.new}, 수정 {result.edited}, 삭제 {result.deleted}, "
            f"실패 {result.failed}, {result.seconds:.1f}초",
            f"{result.name}: new {result.new}, edited {result.edited}, deleted {result.deleted}, "
            f"failed {result.failed}, {result.seconds:.1f} s",
        )
        out.line(plain(f"{text} — {message}" if message else text))
    out.flush()


def _until_stopped() -> asyncio.Event:
    """Set by Ctrl+C or a polite kill: everything is then closed in order."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, stopped.set)
        except (NotImplementedError, RuntimeError):  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stopped.set))
    return stopped
