# Every door of the project. `make demo` and `make test` need Python 3.12+, make and git, nothing else.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin

.PHONY: demo test check lint bench accuracy fuzz pictures clean system

.venv/.installed: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Python 3.12 or newer is needed and was not found: install it, then run make again"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

system:
	@sh tests/system.sh

demo: .venv/.installed
	$(BIN)/companion demo

test: .venv/.installed system
	$(BIN)/python -m pytest -n 2 --dist loadgroup

check: .venv/.installed system lint
	$(BIN)/python -m pytest -n 2 --dist loadgroup --cov --cov-report=term --cov-fail-under=95

lint: .venv/.installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.installed
	$(BIN)/python -m tests.bench

# The small model that tells topics of titles; where it can't be had, figures are of words alone.
.venv/.topics: .venv/.installed
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[topics]'
	@touch $@

accuracy: .venv/.topics
	$(BIN)/python -m tests.accuracy

# Any bytes through every reader: MINUTES for each of them, ten in all unless you say more.
.venv/.fuzz: .venv/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[fuzz]'
	@touch $@

fuzz: .venv/.fuzz
	$(BIN)/python -m tests.fuzz --minutes $(or $(MINUTES),1.25)

# The pictures of README, drawn anew from the small web.
pictures: .venv/.installed
	$(BIN)/python -m tests.pictures

clean:
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .coverage .coverage.*
