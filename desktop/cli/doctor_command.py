"""``doctor``: what is wrong here, and the mend."""

from __future__ import annotations

import argparse
import asyncio

from desktop.cli import workspace
from desktop.cli.output import OK, SOME_FAILED, Output, plain


def run(args: argparse.Namespace, out: Output) -> int:
    from desktop.services import doctor

    findings = asyncio.run(doctor.examine(workspace.url_of(args), out.lang))
    for finding in findings:
        if out.as_json:
            out.object(
                {"name": finding.name, "ok": finding.ok, "sentence": finding.sentence, "mend": finding.mend}
            )
        else:
            out.line(plain(f"{'✓' if finding.ok else '✗'} {finding.name}: {finding.sentence}"))
            if finding.mend:
                out.line(plain(f"    → {finding.mend}").replace("→", "   →", 1))
    return OK if all(finding.ok for finding in findings) else SOME_FAILED
