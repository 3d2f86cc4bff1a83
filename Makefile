# `make` prints what there is. Works with GNU make 3.81 (macOS) and newer, and with -j.

PYTHON ?= python3
PORT ?= 8000
# More arguments for pytest: make test PYTEST="-k deadline"
PYTEST ?=
# More arguments for the benchmarks: make bench BENCH="--documents 1000 --only detail,list"
BENCH ?=
# Folder of the documents and gold files that the importer is measured by.
GOLD ?= ../shared/corpus
VERBOSE ?=
# make lock UPGRADE=1 takes the newest versions; without it the locked ones stay where they still fit.
UPGRADE ?=

MANAGE = .venv/bin/python manage.py
TEMPLATES = $(wildcard urgent_actions/templates templates)
COMPILE = .venv-lock/bin/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.PHONY: help run reset-demo test test-next bench bench-import golden check lint format-check types format messages audit lock \
	python environment environment-test environment-next environment-lock

help: ## Print this
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

run: environment ## Run the demo site on 127.0.0.1; PORT=8001 for another port
	@$(MANAGE) demo --port $(PORT)

reset-demo: environment ## Throw the demo's database and media away and load them anew
	@$(MANAGE) demo --reset

test: environment-test ## Run the test suite; PYTEST="-k word" adds arguments, DATABASE_URL chooses the database
	.venv/bin/python -m pytest --numprocesses 2 $(PYTEST)

test-next: environment-next ## Run it on the newest pre-release of Wagtail
	.venv-next/bin/python -m pytest --numprocesses 2 $(PYTEST)

bench: environment-test ## Measure the speed, as ratios to a baseline in the same run; BENCH="--documents 1000"
	.venv/bin/python -m dev.bench $(BENCH)

bench-import: environment-test ## Measure the importer against gold files; GOLD=folder VERBOSE=1 tells each wrong field
	.venv/bin/python -m dev.bench.import_gold $(GOLD) $(if $(VERBOSE),--verbose)

golden: environment-test ## Write the golden files anew; look at the difference before you commit it
	.venv/bin/python -m pytest --refresh-golden $(PYTEST)

check: lint format-check types ## Lint, format check and types: all that needs no test run

lint: environment-test ## Lint code and templates, guard the import contracts, find missing migrations
	.venv/bin/python -m ruff check .
	.venv/bin/lint-imports
	.venv/bin/python -m djlint --quiet --lint $(TEMPLATES)
	.venv/bin/python manage.py makemigrations --check --dry-run --settings cms.settings.test

format-check: environment-test
	.venv/bin/python -m ruff format --check .

types: environment-test ## Check types
	.venv/bin/python -m mypy

format: environment-test ## Format the code
	.venv/bin/python -m ruff check --select I --fix .
	.venv/bin/python -m ruff format .

messages: environment-test ## Collect and compile the messages of the interface (needs gettext)
	@$(MANAGE) makemessages --all --no-location --no-obsolete --ignore ".venv*" --ignore tests --ignore docs --ignore var
	@$(MANAGE) compilemessages --ignore ".venv*"

audit: environment-test ## Ask the package index for known vulnerabilities in what is pinned
	.venv/bin/python -m pip_audit --require-hashes --disable-pip --requirement requirements/run.txt

lock: environment-lock ## Pin all dependencies, with hashes, in requirements/
	$(COMPILE) --group lock --output-file requirements/lock.txt
	$(COMPILE) pyproject.toml --group current --group site --all-extras --output-file requirements/run.txt
	$(COMPILE) pyproject.toml --group current --group site --all-extras --group test --group lint --constraint requirements/run.txt --output-file requirements/test.txt
	$(COMPILE) pyproject.toml --group next --group site --all-extras --group test --group lint --output-file requirements/next.txt

python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed and there is no $(PYTHON). Name another one: make PYTHON=/path/to/python3 ..."; exit 1; }

environment: python
	@$(PYTHON) dev/environment.py .venv requirements/run.txt

environment-test: python
	@$(PYTHON) dev/environment.py .venv requirements/test.txt

environment-next: python
	@$(PYTHON) dev/environment.py .venv-next requirements/next.txt

environment-lock: python
	@$(PYTHON) dev/environment.py .venv-lock requirements/lock.txt
