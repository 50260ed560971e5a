"""Measures what the program costs, each time beside a floor that is measured in the same run.

``make bench`` runs all of it and writes docs/performance.md; ``make bench ARGS="search start"`` runs some and
keeps the other figures of the last run. Tests never time; benchmarks never assert.
"""
