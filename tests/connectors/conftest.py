"""Servers for the tests of the connectors."""

from __future__ import annotations

from tests.servers.fixtures import wordpress

__all__ = ["wordpress"]
