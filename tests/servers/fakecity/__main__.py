"""A city to try the program with: ``python -m tests.servers.fakecity --channels 37``."""

from __future__ import annotations

import argparse
import random
import sys
import threading

from tests.servers.fakecity.feeds import open_boards
from tests.servers.fakecity.server import FakeCity


def main() -> int:
    options = argparse.ArgumentParser(prog="fakecity", description=__doc__)
    options.add_argument("--port", type=int, default=0, help="0: any free one")
    options.add_argument("--channels", type=int, default=37)
    options.add_argument("--items", type=int, default=20, help="posts on each board at the start")
    options.add_argument("--every", type=float, default=3.0, help="seconds between two new posts; 0: none")
    chosen = options.parse_args()
    with FakeCity(port=chosen.port) as city:
        boards = open_boards(city, chosen.channels, items=chosen.items)
        sys.stdout.write(f"{city.url}/channels.opml\n")
        sys.stdout.flush()
        pause = threading.Event()
        try:
            while not pause.wait(chosen.every or 3600):
                if chosen.every:
                    random.choice(boards).write()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
