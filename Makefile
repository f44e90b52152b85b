# Executable documentation: what can be done here, in the order a newcomer needs it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
BESIDE := -n 3 --dist  # journeys wait more than they reckon, so three at a time suit two cores

.PHONY: run setup test check release-check docs bench bench-screen bench-reading bench-concern bench-words bench-guide bench-turns bench-web bench-player bench-vault bench-parts format clean

run: setup            ## The visit on a page in your browser; `make run ARGS=visit` for the terminal
	@$(BIN)/unforced $(ARGS)

setup: $(STAMP)       ## An environment in .venv with everything needed to run and test

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "unforced needs Python 3.11 or newer."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv is missing. On Debian or Ubuntu: sudo apt install python3-venv"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

check: setup          ## The quick half: style, types, import contracts, content, fast tests with coverage
	$(BIN)/ruff check src tests bench scripts
	$(BIN)/ruff format --check src tests bench scripts
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/unforced content check
	$(BIN)/coverage run -m pytest tests -m "not slow and not clocked" --ignore tests/web --ignore tests/cli --ignore tests/adapters --ignore tests/contracts
	$(BIN)/coverage report

test: check           ## Everything: the quick half, the slow tests, and a tenth of every bench
	$(BIN)/pytest $(BESIDE) loadfile tests/adapters tests/contracts tests/web tests/cli -m "not slow and not clocked"
	$(BIN)/pytest $(BESIDE) worksteal --durations=15 tests -m slow
	$(BIN)/pytest -n 2 tests -m clocked
	$(BIN)/unforced guide enumerate --tenth
	$(BIN)/python -m bench.words --tenth
	$(BIN)/python -m bench.reading --tenth
	$(BIN)/python -m bench.tamper --tenth

release-check: setup  ## Before a release: the form and the age of lifelines, and a hint from the numbering plan
	$(BIN)/python -m scripts.release_check

docs: setup           ## Draws docs/ and the recorded visit in the README from the tables themselves
	$(BIN)/python scripts/draw_docs.py

bench: bench-guide bench-turns bench-words bench-web bench-player bench-vault bench-parts bench-screen bench-reading bench-concern   ## Every published figure

bench-guide: setup    ## Two million combinations and every sequence, against the invariants and their controls
	$(BIN)/unforced guide enumerate

bench-turns: setup    ## First line, a turn, and taps to the first settling cue
	$(BIN)/python -m bench.turns

bench-screen: setup   ## What the screening hears and what it takes for danger, beside others; 1 where a bound is missed
	$(BIN)/python -m bench.screen

bench-concern: setup  ## What rules and small model hear together, on sentences set apart; 1 where a bound is missed
	$(BIN)/python -m bench.concern --write

bench-reading: setup  ## What a reading hears, how sure it may be, what it costs and what corrections change; 1 where a bound is missed
	$(BIN)/python -m bench.reading --write

bench-words: setup    ## 400 people's own words through whole visits (UNFORCED_DATA, by default ../shared/data)
	$(BIN)/python -m bench.words

bench-web: setup      ## The pages: how quick and small, what they connect to, what stays behind, and pictures
	$(BIN)/python -m bench.web_figures
	$(BIN)/python -m bench.web_connections
	$(BIN)/python -m bench.web_canaries
	$(BIN)/python -m bench.leaving
	$(BIN)/python -m bench.web_screens

bench-player: setup   ## Practices in a real browser: drift after seven minutes, a hidden tab, weight, flash, stillness
	$(BIN)/python -m bench.player

bench-vault: setup    ## What is sealed: every bit flipped, kills, full disks, upgrades, three windows, canaries, speed
	$(BIN)/python -m bench.tamper
	$(BIN)/python -m bench.faults

bench-parts: setup    ## The inner map: drawn with 40 parts and 80 ties; after ten years, opened with every ribbon
	$(BIN)/python -m bench.parts

format: setup
	$(BIN)/ruff format src tests bench scripts
	$(BIN)/ruff check --fix src tests bench scripts

clean:
	rm -rf $(VENV) bench/out .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
