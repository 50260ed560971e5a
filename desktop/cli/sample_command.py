"""``sample``: a workspace full of made-up posts to look around in."""

from __future__ import annotations

import argparse

from desktop.cli.output import OK, Output, plain
from desktop.services import paths


def run(args: argparse.Namespace, out: Output) -> int:
    from desktop.services.sample import make_sample

    wanted = args.path or args.workspace
    path = paths.workspace_file(wanted) if wanted else paths.data_dir() / "sample.db"
    summary = make_sample(path)
    url = paths.workspace_url(path)
    if out.as_json:
        out.object({"workspace": url, "channels": summary.channels, "posts": summary.posts})
    else:
        out.line(
            plain(
                out.t(
                    f"예시 업무공간을 만들었습니다. 채널 {summary.channels}개, 글 {summary.posts}건입니다.",
                    f"Sample workspace made: {summary.channels} channels, {summary.posts} posts.",
                )
            )
        )
        out.line(f"seoul-smc --workspace {url}")
    return OK
