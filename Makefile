# make report   the example's report (or yours: INPUTS=… OUTPUTS=… JAHR=…)
# make service  the nightly service (docs/betrieb.md), until Ctrl-C
# make test     the whole suite        make check   lint, format and types
# make lock     new pinned versions    make clean   forget the virtual environment
INPUTS  ?= inputs
OUTPUTS ?= outputs
JAHR    ?=
# xdist would begin with the files of most tests; ours come as tests/conftest.py sorts them, the slowest first.
PYTEST_ARGS ?= -n auto --dist loadfile --no-loadscope-reorder
BIN := .venv/bin

.PHONY: report service test check lock clean

report: .venv/compiled
	@$(BIN)/bericht erstellen --inputs "$(INPUTS)" --outputs "$(OUTPUTS)" $(if $(JAHR),--jahr $(JAHR))

service: .venv/compiled
	@$(BIN)/bericht dienst --inputs "$(INPUTS)" --outputs "$(OUTPUTS)"

test: .venv/dev
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

check: .venv/dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

.venv/run: requirements.lock pyproject.toml .ci/setup
	@bash .ci/setup run

.venv/dev: requirements-dev.lock requirements.lock pyproject.toml .ci/setup
	@bash .ci/setup dev

# Some machines forbid writing bytecode while running; every start would pay for that.
.venv/compiled: .venv/run $(shell find pipeline -name '*.py')
	@$(BIN)/python -m compileall -q pipeline && touch $@

# The lock files name versions and hashes, never the address of an index.
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --extra build
lock:
	$(LOCK) pyproject.toml -o requirements.lock --upgrade
	$(LOCK) --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock --upgrade

clean:
	rm -rf .venv
