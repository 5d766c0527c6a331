# make demo and make test need Python 3.11 or later, git and make; everything else is set up here, once.

SHELL   := /bin/sh
VENV    := .venv
BIN     := $(VENV)/bin
STAMPS  := $(VENV)/.stamps
INPUT   ?= samples/cuba-1962
JOBS    ?= 1
REPEAT  ?= 3
BROWSER ?= yes
PYTEST  ?=
SOURCES := pyproject.toml constraints.txt tools/setup.sh

# A test that is not wanted is named here, so that a run without a browser says so.
ifeq ($(BROWSER),no)
MARKED := -m "not browser"
BROWSER_READY :=
else
MARKED :=
BROWSER_READY := browser
endif

.PHONY: help setup demo test check lint eval bench browser clean

help:
	@echo "make demo     set up, build the dossier of the samples, write its report, show its five most telling lines"
	@echo "make test     set up and run every test          make test BROWSER=no   ... without those that open a browser"
	@echo "make check    what continuous integration runs: the same as make test"
	@echo "make lint     ruff and mypy alone"
	@echo "make eval     score the samples against their gold"
	@echo "make bench    time and memory against spaCy alone [INPUT=folder or .jsonl] [JOBS=n] [REPEAT=n]"
	@echo "make clean    remove all that make made"

setup: $(STAMPS)/selon

demo: $(STAMPS)/selon
	@rm -rf out/cuba-1962 out/cuba-1962.selon*
	@mkdir -p out
	$(BIN)/selon build samples/cuba-1962 -o out/cuba-1962.selon || [ $$? -eq 3 ]
	$(BIN)/selon report out/cuba-1962.selon -o out/cuba-1962
	@echo
	@echo "Five telling lines (who → by whose word, act, words, article and characters):"
	@echo
	@$(BIN)/selon show out/cuba-1962.selon quotes --json | $(BIN)/python tools/telling.py 5
	@echo
	@echo "The report: $(CURDIR)/out/cuba-1962/index.html"
	@echo "The dossier: out/cuba-1962.selon    e.g. $(BIN)/selon show out/cuba-1962.selon quotes --act deny"

test: lint $(BROWSER_READY)
	$(BIN)/python -m pytest $(MARKED) $(PYTEST)

check: test

lint: $(STAMPS)/dev
	$(BIN)/ruff check .
	$(BIN)/mypy

eval: $(STAMPS)/dev
	$(BIN)/python eval/gate.py

bench: $(STAMPS)/bench
	$(BIN)/python bench/compare.py "$(INPUT)" --jobs $(JOBS) --repeat $(REPEAT)

browser:
	@sh tools/browser.sh

clean:
	rm -rf $(VENV) out build dist .hypothesis .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -not -path './.git/*' -prune -exec rm -rf {} +

# Set-up runs again when the project's needs change. A stamp in the virtual environment says what is in it.

$(STAMPS)/selon: $(STAMPS)/venv
	@sh tools/setup.sh install $(VENV) .
	@touch $@

$(STAMPS)/dev: $(STAMPS)/selon
	@sh tools/setup.sh install $(VENV) '.[dev]'
	@touch $@

$(STAMPS)/bench: $(STAMPS)/selon
	@sh tools/setup.sh install $(VENV) '.[bench]'
	@touch $@

$(STAMPS)/venv: $(SOURCES)
	@sh tools/setup.sh venv $(VENV)
	@mkdir -p $(STAMPS)
	@touch $@
