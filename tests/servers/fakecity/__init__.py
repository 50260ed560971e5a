"""A city on loopback that speaks the networks' dialects, keeps a state, and fails on demand.

``FakeCity`` is the server, ``faults`` what can go wrong, ``Board`` a feed that people write to. Each dialect
is one module that adds routes to the city; ``python -m tests.servers.fakecity`` runs one to try the program.
"""

from tests.servers.fakecity import faults
from tests.servers.fakecity.feeds import Board
from tests.servers.fakecity.server import FakeCity, Reply, Request

__all__ = ["Board", "FakeCity", "Reply", "Request", "faults"]
