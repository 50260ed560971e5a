"""Servers that tests talk to: starters for the real ones, and our own fakes for what those get wrong."""
