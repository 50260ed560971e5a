"""What the own mail server found out about a sender: SPF, DKIM, DMARC in Authentication-Results (RFC 8601).

Pure. Only a "no" is made use of: a server that checks nothing says nothing, and nobody is believed for a
"yes" that they may have written themselves. The uppermost header is the own server's; further ones count
where they are of the same server, for some write one header a check.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from connectors.mail.charset import decode

MOST_HEADERS = 20
_COMMENT = re.compile(r"\([^()]*\)")
_RESULT = re.compile(r"\s*(spf|dkim|dmarc)\s*(?:/\s*\d+)?\s*=\s*([a-z]+)(.*)", re.I | re.S)
_OF = {
    "dkim": re.compile(r"header\.(?:d|i)\s*=\s*\"?([^\s;\"]+)", re.I),
    "spf": re.compile(r"smtp\.(?:mailfrom|helo)\s*=\s*\"?([^\s;\"]+)", re.I),
}


def is_forged(headers: Sequence[bytes], sender: str) -> bool:
    """Whether the server says that a mail does not come from whom it names (``sender``, an address): DMARC
    failed; or, where DMARC was not asked, SPF or DKIM failed and neither passed for the sender's domain."""
    results = _results(headers)
    dmarc = [found for method, found, _ in results if method == "dmarc" and found in ("pass", "fail")]
    if dmarc:
        return dmarc[0] == "fail"
    domain = sender.rpartition("@")[2].lower()
    passed = any(
        found == "pass" and _aligned(_of(method, rest), domain)
        for method, found, rest in results
        if method in ("spf", "dkim")
    )
    return not passed and any(method in ("spf", "dkim") and found == "fail" for method, found, _ in results)


def _results(headers: Sequence[bytes]) -> list[tuple[str, str, str]]:
    """(method, result, the rest) of the own server's headers, from the top."""
    found: list[tuple[str, str, str]] = []
    ours = None
    for header in headers[:MOST_HEADERS]:
        text = decode(header)[:20_000]
        while (plain := _COMMENT.sub(" ", text)) != text:
            text = plain
        server, *parts = text.split(";")
        name = (server.split() or [""])[0].lower()
        ours = name if ours is None else ours
        if name != ours:
            break  # below it stands what was there before the mail came to us
        for part in parts:
            if match := _RESULT.fullmatch(part):
                found.append((match[1].lower(), match[2].lower(), match[3]))
    return found


def _of(method: str, rest: str) -> str:
    match = _OF[method].search(rest)
    return match[1].rpartition("@")[2].lower().rstrip(".") if match else ""


def _aligned(one: str, other: str) -> bool:
    """Relaxed alignment: the same domain, or one within the other. A server that names none is believed."""
    return not one or one == other or one.endswith("." + other) or other.endswith("." + one)
