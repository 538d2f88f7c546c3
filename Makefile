# `make site` sets everything up and builds the sample site, `make test` runs the tests. Both are quick the next time.
# This works with GNU make 3.81, which macOS has.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
LOWEST := .venv-lowest

# A Python's version, such as 3.12.4, or nothing if it does not run. $(2) is more that it has to be able to do.
version = $(shell $(1) -c "import platform; $(2); print(platform.python_version())" 2>/dev/null)
TOO_OLD := 2.% $(foreach minor,0 1 2 3 4 5 6 7 8 9 10,3.$(minor).%)
supported = $(filter-out $(TOO_OLD),$(1))
minor = $(word 1,$(subst ., ,$(1))).$(word 2,$(subst ., ,$(1)))
any_supported = $(firstword $(foreach name,python3.14 python3.13 python3.12 python3.11,\
	$(if $(call supported,$(call version,$(name),pass)),$(name))))

# The version in .venv. Empty if .venv has to be made again: its Python is too old or gone, it has no pip, or it was
# made for another folder or with another Python than you name. Without PYTHON=..., .venv keeps the Python that it has.
IN_VENV := $(call supported,$(call version,$(BIN)/python,import pip))
ifneq ($(filter-out $(CURDIR),$(shell cat $(READY) 2>/dev/null)),)
IN_VENV :=
endif
ifneq ($(origin PYTHON),file)
ifneq ($(call minor,$(IN_VENV)),$(call minor,$(call version,$(PYTHON),pass)))
IN_VENV :=
endif
endif

.PHONY: site serve test test-slow test-lowest check format clean

site: $(READY)
	@echo "Building the sample site ..."
	@$(BIN)/firsthand build --quiet
	@echo "The sample site is in _site. To look at it, run 'make serve' and open http://127.0.0.1:8000/ in your browser."

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

ifeq ($(IN_VENV),)
.PHONY: $(READY)
endif
$(READY): pyproject.toml
ifeq ($(IN_VENV),)
ifeq ($(call supported,$(call version,$(PYTHON),pass)),)
	@echo "Firsthand needs Python 3.11 or newer; $(PYTHON) $(or $(addprefix is ,$(call version,$(PYTHON),pass)),does not run)." >&2
	@echo "$(if $(any_supported),You have a newer one,Install a newer one from https://www.python.org/downloads/ first). Run: make PYTHON=$(or $(any_supported),python3.13) $(or $(MAKECMDGOALS),site)" >&2
	@exit 1
endif
	$(PYTHON) -m venv --clear $(VENV)
endif
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --group dev --editable .
	@echo "$(CURDIR)" > $(READY)

clean:
	rm -rf $(VENV) $(LOWEST) _site .firsthand .node dist
