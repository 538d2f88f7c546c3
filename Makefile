# Two commands set everything up and run: `make site`, `make test`. Both are quick when set up already.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: site serve test test-slow check format clean

site: $(READY)
	$(BIN)/firsthand build

serve: $(READY)
	$(BIN)/firsthand serve

test: $(READY)
	$(BIN)/pytest -n auto

test-slow: $(READY)
	$(BIN)/pytest -m slow -n auto --dist loadfile

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
	rm -rf $(VENV) _site .firsthand .node dist
