# What the project can do. `make` alone lists it.
# The virtual environment is made from the lock files at the first use and again when they change.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?=
export PYTHON

UV_COMPILE = $(BIN)/uv pip compile pyproject.toml --no-config --quiet --universal --python-version 3.11 \
	--generate-hashes --no-build --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.NOTPARALLEL:

.PHONY: help
help: ## list what there is
	@awk -F ':.*## ' '/^[a-z][a-z-]*:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: site
site: venv-run ## build the site and serve it on http://127.0.0.1:8000
	$(BIN)/sop serve

.PHONY: test
test: lint types contract browser test-js test-py ## everything that must pass

.PHONY: format
format: venv-dev ## put the code into its format, and mend what lint can mend
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

.PHONY: lint
lint: venv-dev ## format and lint, changing nothing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

.PHONY: types
types: venv-dev ## strict types
	$(BIN)/mypy

.PHONY: contract
contract: venv-dev ## which room may import which
	$(BIN)/lint-imports

.PHONY: browser
browser: venv-dev ## see that there are a Chromium, a Chinese font and Pango for the tests
	$(BIN)/python scripts/ensure_browser.py

.PHONY: test-js
test-js: venv-dev ## the JavaScript tests
	$(BIN)/python scripts/run_js_tests.py

.PHONY: test-py
test-py: venv-dev ## the Python tests, those in the browser included
	$(BIN)/pytest -n 2 --dist loadfile

.PHONY: golden
golden: venv-dev ## write the golden files anew, to be read in the diff
	$(BIN)/pytest -n 2 --dist loadfile --golden

.PHONY: bench
bench: venv-dev browser ## the benchmarks, with their limits
	$(BIN)/python -m benchmarks

.PHONY: fuzz
fuzz: venv-dev ## break the content in 200,000 ways and see that nothing falls over (COUNT=1000 SEED=7)
	$(BIN)/python -m scripts.fuzz $(or $(COUNT),200000) $(SEED)

.PHONY: durability
durability: venv-dev browser ## kill, fill, reload and double the browser 200 times: nothing saved is lost (COUNT=20 SEED=7 HARD=1)
	$(BIN)/python -m scripts.durability $(if $(HARD),--hard) $(or $(COUNT),200) $(SEED)

.PHONY: site-audit
site-audit: venv-dev browser ## every page of the built site: accessible, and asks no other host (FOLDERS="en/guide cafe")
	$(BIN)/python -m scripts.audit_site $(FOLDERS)

.PHONY: schema
schema: venv-run ## print the JSON Schema of an SOP's front matter
	@$(BIN)/sop schema

.PHONY: dist
dist: venv-run ## build the wheel into dist/
	$(BIN)/python -m pip --disable-pip-version-check wheel --quiet --no-deps --no-build-isolation -w dist .

.PHONY: lock
lock: venv-dev ## write the lock files anew, keeping the versions that still fit
	$(UV_COMPILE) --group build -o requirements.lock
	$(UV_COMPILE) --group build --group dev -c requirements.lock -o requirements-dev.lock

.PHONY: upgrade
upgrade: venv-dev ## write the lock files anew with the newest versions
	$(UV_COMPILE) --upgrade --group build -o requirements.lock
	$(UV_COMPILE) --upgrade --group build --group dev -c requirements.lock -o requirements-dev.lock

.PHONY: clean
clean: ## remove what was built, the virtual environment included
	rm -rf $(VENV) site dist build .sop-cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: venv-run venv-dev
venv-run:
	@scripts/make_venv.sh run
venv-dev:
	@scripts/make_venv.sh dev
