# make run        prepares everything the first time, then opens the window
# make test       ruff, mypy and all tests, with the real servers they need
# make networks   tests every network's promises and writes docs/networks.md
# make pictures   takes the pictures in docs/images anew
# make bench      measures and writes docs/performance.md
# make freeze     builds dist/seoul-smc and lets it test itself
# make installer  the same, wrapped as dist/*.deb
# make lock       resolves the dependencies of pyproject.toml anew
#
# Stamp files in .venv remember what is done, so that a second `make run` starts at once.

SHELL := /bin/bash
BIN := .venv/bin
SOURCES := $(shell find connectors desktop -name '*.py')
TRANSLATIONS := $(patsubst %.ts,%.qm,$(wildcard resources/translations/*.ts))

.PHONY: help run test networks pictures bench freeze installer lock
.SILENT:

help:
	sed -n 's/^# make/make/p' Makefile

run: .venv/.compiled $(TRANSLATIONS)
	$(BIN)/seoul-smc $(ARGS)

test: .venv/.ready-dev .venv/.debian-test .venv/.debian-build .venv/.bluesky $(TRANSLATIONS)
	.ci/check $(ARGS)

networks: .venv/.ready-dev .venv/.debian-test .venv/.bluesky
	$(BIN)/python -m tests.conformance $(ARGS)

pictures: .venv/.ready-dev .venv/.debian-test $(TRANSLATIONS)
	$(BIN)/python -m tests.journeys.pictures

bench: .venv/.ready-dev .venv/.debian-test $(TRANSLATIONS)
	$(BIN)/python -m benchmarks $(ARGS)

freeze: .venv/.ready-dev .venv/.debian-build $(TRANSLATIONS)
	.ci/freeze

installer: freeze
	.ci/deb

lock:
	.ci/lock

.venv/.debian-%: .ci/debian-packages
	.ci/packages $*
	mkdir -p .venv && touch $@

# A Bluesky server for the tests; node and its packages come from npm, as the lock files there name them.
.venv/.bluesky: .ci/bluesky $(wildcard tests/servers/bluesky/*.json tests/servers/bluesky/node/*.json) .venv/.debian-test
	.ci/bluesky
	touch $@

.venv/.ready: requirements.lock pyproject.toml .venv/.debian-run
	.ci/venv requirements.lock
	touch $@

.venv/.ready-dev: requirements-dev.lock pyproject.toml .venv/.debian-run
	.ci/venv requirements-dev.lock
	touch .venv/.ready $@

# Where PYTHONDONTWRITEBYTECODE is set, Python would compile every module anew at every start.
.venv/.compiled: .venv/.ready $(SOURCES)
	$(BIN)/python -m compileall -q connectors desktop
	touch $@

%.qm: %.ts | .venv/.ready
	$(BIN)/pyside6-lrelease -silent $< -qm $@
