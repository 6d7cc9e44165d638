# Every command a developer or CI needs. `make` alone lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help site serve test test-fast lint format check bench screenshots lock wheel clean

help: ## List these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

site: $(VENV)/.ready ## Set up, import the inbox of the sample newsroom, and build it into output/
	$(BIN)/nashra import
	$(BIN)/nashra build

serve: $(VENV)/.ready ## Preview the sample newsroom, rebuilding on every save
	$(BIN)/nashra serve

test: $(VENV)/.ready-dev ## Run every test, browser included, with the coverage floor
	tools/ensure-chromium
	tools/ensure-checkers || echo "The tests that need them will be skipped." >&2
	$(BIN)/pytest --numprocesses=auto --dist=worksteal --cov --cov-report=term:skip-covered

test-fast: $(VENV)/.ready-dev ## Run the tests that need no browser
	$(BIN)/pytest --numprocesses=auto --dist=worksteal -m "not browser"

lint: $(VENV)/.ready-dev ## Style, types and the import map
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.ready-dev ## Put the code into the house format
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

check: site $(VENV)/.ready-dev ## Check the sample newsroom, and hold its pages to what the theme promises
	$(BIN)/nashra check
	tools/ensure-chromium
	tools/ensure-checkers --all
	$(BIN)/python -m tools.gates --every-kind

bench: $(VENV)/.ready-dev ## Time builds of an invented newsroom beside Hugo and Pelican
	$(BIN)/python bench/run.py

screenshots: $(VENV)/.ready-dev site ## Draw the sample site at phone and desktop width
	tools/ensure-chromium
	$(BIN)/python -m tools.screenshots

lock: $(VENV)/.ready-dev ## Pin every dependency again, with hashes
	tools/pin-checkers
	$(BIN)/pip-compile $(LOCK) --output-file=requirements/site.txt --extra=build pyproject.toml
	$(BIN)/pip-compile $(LOCK) --output-file=requirements/development.txt --extra=build --extra=dev pyproject.toml

wheel: $(VENV)/.ready-dev ## Build the wheel into dist/
	$(BIN)/python -m hatchling build -t wheel

clean: ## Remove everything that can be made again
	rm -rf $(VENV) tools/checkers/node_modules output .nashra dist .coverage .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

LOCK := --quiet --generate-hashes --strip-extras --allow-unsafe --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

$(VENV)/bin/python:
	tools/make-venv $(PYTHON) $(VENV)

# The lock names every package, so pip has nothing to resolve: left to resolve, it asks for
# the newest release that an extra allows, and refuses it for want of a hash.
$(VENV)/.ready: requirements/site.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements/site.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.ready-dev: requirements/development.txt $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements/development.txt
	$(BIN)/python -m pip check
	touch $@
