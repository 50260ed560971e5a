"""The command line: the same program without a window.

Exit codes: 0 all well; 1 some channel failed, the rest is done; 2 wrong usage or input: one clear line on
stderr, nothing half-written. Each command is imported when it is called, so that none pays for another.
"""

from __future__ import annotations

import argparse
import importlib
import logging
import os
import sys

from desktop.cli.output import OK, WRONG, Failure, Output, make_streams_safe
from desktop.services import messages

_MODULES = {
    "collect": "collecting",
    "channels": "channel_commands",
    "posts": "post_commands",
    "cases": "case_commands",
    "departments": "department_commands",
    "forwardings": "forward_commands",
    "reply": "outbox_commands",
    "preview": "speaking_commands",
    "approvals": "speaking_commands",
    "promises": "speaking_commands",
    "accounts": "speaking_commands",
    "act": "outbox_commands",
    "undo": "case_acts",
    "redo": "case_acts",
    "outbox": "outbox_commands",
    "doctor": "doctor_command",
    "sample": "sample_command",
    "templates": "template_commands",
    "due": "due_command",
    "ideas": "idea_commands",
    "meetings": "meeting_commands",
    "log": "log_commands",
    "mail": "mail_commands",
    "meetups": "meetup_commands",
    "members": "member_commands",
    "holidays": "holiday_commands",
    "rules": "rule_commands",
}


def run(argv: list[str]) -> int:
    """Run one command and return its exit code. Never raises, except SystemExit for ``--help``."""
    make_streams_safe()
    out = Output(lang=messages.language(_early_language(argv)))
    logging.basicConfig(level=logging.CRITICAL)  # failures are told as sentences
    try:
        code = _run(argv, out)
        sys.stdout.flush()
        return code
    except Failure as failure:
        out.complain(out.sentence(failure.what, **failure.values))
        return failure.exit_code
    except BrokenPipeError:
        # Whoever read has seen enough. Python would complain again when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return OK
    except KeyboardInterrupt:
        return 130
    except UnicodeError:
        out.complain(out.sentence("bad-characters"))  # half a character, from a file name or a broken pipe
        return WRONG
    except OSError as error:
        if _stdout_failed():
            out.complain(out.sentence("output-failed"))
            return WRONG
        out.complain(f"{error.strerror or error}: {error.filename or ''}".rstrip(": "))
        return WRONG
    except Exception as error:
        return _unforeseen(error, out)


def _stdout_failed() -> bool:
    """Whether what was printed cannot get out (a full disk behind a ">"); Python must not try again."""
    try:
        sys.stdout.flush()
        return False
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return True


def _run(argv: list[str], out: Output) -> int:
    from desktop.cli.arguments import build

    args = build(out.t).parse_args(argv)
    out.as_json = args.as_json
    out.lang = messages.language(args.lang or "")
    if args.version:
        out.line(f"seoul-smc {version()}")
        return OK
    if args.self_test:
        from desktop.selftest import run as self_test

        return int(self_test())
    if args.command is None:
        from desktop.window import open_window

        return open_window(args.workspace or "", args.lang or "", args.user or "")
    if getattr(args, "text", None) == "-":
        args.text = (sys.stdin.read() if sys.stdin else "").rstrip("\n")
    module = importlib.import_module(f"desktop.cli.{_MODULES[args.command]}")
    return int(module.run(args, out))


def _unforeseen(error: Exception, out: Output) -> int:
    """Failures of the workspace and of services have a sentence of their own; anything else is our mistake:
    the details go to the log file, and one sentence to the user."""
    code = messages.code_of(error)
    if code == "internal":
        _write_log(error)
    out.complain(out.sentence(error))
    return WRONG


def _write_log(error: Exception) -> None:
    import traceback

    from desktop.services.paths import log_dir

    try:
        log_dir().mkdir(parents=True, exist_ok=True)
        with open(log_dir() / "command-line.log", "a", encoding="utf-8", errors="backslashreplace") as file:
            file.write("".join(traceback.format_exception(error)))
    except OSError:
        pass  # the sentence on stderr is all that can be done


def _early_language(argv: list[str]) -> str:
    """The wish for a language, before the arguments are understood: their own failures are told in it too."""
    for number, argument in enumerate(argv):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and number + 1 < len(argv):
            return argv[number + 1]
    return ""


def version() -> str:
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("seoul-smc")
    except PackageNotFoundError:
        return "0.1.0"


Arguments = argparse.Namespace
