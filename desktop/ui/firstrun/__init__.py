"""The five steps a newcomer sees once. Every step can be skipped; nothing in it is needed to work."""
