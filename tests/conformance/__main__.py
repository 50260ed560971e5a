"""``python -m tests.conformance``: runs every promise over every network and writes docs/networks.md."""

import sys

from tests.conformance.report import main

sys.exit(main(sys.argv[1:]))
