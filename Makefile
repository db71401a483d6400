# Each target does what it needs by itself, with nothing but make and a Python 3.11 or later.
VENV ?= .venv
BIN := $(VENV)/bin
CANDIDATES := python3 python3.11 python3.12 python3.13 python3.14 python
PYTHON ?= $(shell for p in $(CANDIDATES); do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
SAMPLE_STORE := results/sample-store

.PHONY: run test check eval bench format clean

run: $(VENV)/installed  ## set up, read the sample if no papers are held yet, and serve the page
	@$(BIN)/matters documents --json 2>/dev/null | grep -q sha256 || $(BIN)/matters ingest --sample
	@$(BIN)/matters serve

test: $(VENV)/installed-dev  ## set up and run all tests
	$(BIN)/python -m pytest

check: $(VENV)/installed-dev  ## style, types, layers, and the README's help against the program's own
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/test_readme.py

eval: $(VENV)/installed  ## ask the sample's questions and hold the rates to evals/floors.toml
	$(BIN)/matters ingest --sample --store $(SAMPLE_STORE)
	$(BIN)/matters eval evals/sets/sample.jsonl --store $(SAMPLE_STORE) --floors evals/floors.toml

bench: $(VENV)/installed  ## times; with TUTORIAL=PYTHON (see benchmarks/tutorial.py) also those of the tutorial pipeline
	$(BIN)/matters ingest --sample --store $(SAMPLE_STORE)
	$(BIN)/python -m benchmarks.asking evals/sets/sample.jsonl --store $(SAMPLE_STORE)
	$(if $(TUTORIAL),$(BIN)/python -m benchmarks.tutorial --tutorial-python $(TUTORIAL) corpus/sample/*.pdf)

format: $(VENV)/installed-dev  ## put the style right, and the README's help
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python tests/readme.py

clean:  ## take away everything made here but the store
	rm -rf $(VENV) results .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(VENV)/bin/python:
	@echo "Setting up in $(VENV): this takes some minutes, once."
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed: none found among $(CANDIDATES)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/installed
