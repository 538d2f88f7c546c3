# Two commands set everything up and run: `make site`, `make test`. Both are quick when set up already.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
LOWEST := .venv-lowest

.PHONY: site serve test test-slow test-lowest check format clean

site: $(READY)
	$(BIN)/firsthand build

serve: $(READY)
	$(BIN)/firsthand serve

test: $(READY)
	$(BIN)/pytest -n auto

test-slow: $(READY)
	$(BIN)/pytest -m slow -n auto --dist loadfile

# The lowest versions that pyproject.toml allows, in an environment for themselves.
test-lowest: $(LOWEST)/.ready
	$(LOWEST)/bin/pytest -n auto

$(LOWEST)/.ready: pyproject.toml $(READY)
	$(BIN)/uv venv --quiet --clear --python 3.11 $(LOWEST)
	$(BIN)/uv pip install --quiet --python $(LOWEST) --resolution lowest-direct --group dev --editable .
	touch $@

check: $(READY)
	$(BIN)/ruff format --check generator tests
	$(BIN)/ruff check generator tests
	$(BIN)/mypy
	$(MAKE) test

format: $(READY)
	$(BIN)/ruff format generator tests
	$(BIN)/ruff check --fix generator tests

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --group dev --editable .
	touch $(READY)

clean:
	rm -rf $(VENV) $(LOWEST) _site .firsthand .node dist
