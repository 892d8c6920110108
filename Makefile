# Every chore is one command. `make simulate` runs the platform, `make test` proves it.
STACK ?= dev
CHARTS ?= .simulation/charts
VENV := .venv
PYTHON := $(VENV)/bin/python
INSTALLED := $(VENV)/.installed
CHECKERS := .venv-checkers
CHECKED := $(CHECKERS)/.installed
UV := 0.13.9
ROOMS := catalogue components planning policy simulation stacks
FLAKE := $(wildcard $(ROOMS)) __main__.py tests

.DEFAULT_GOAL := help
.PHONY: help simulate simulate-down gameday plan preview destroy test test-fast check inspect charts format golden bench versions lock clean

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## (.*)/\1\t\2/' | expand -t 16

simulate: $(INSTALLED) ## run STACK (default dev) on a simulated cluster until its models are Ready
	@$(PYTHON) -m simulation up --stack $(STACK)

plan: $(INSTALLED) ## what STACK will hold and cost; AGAINST=main compares, FORMAT=html OUTPUT=plan.html draws
	@$(PYTHON) -m planning --stack $(STACK) $(if $(AGAINST),--against $(AGAINST)) $(if $(FORMAT),--format $(FORMAT)) $(if $(OUTPUT),--output $(OUTPUT))

preview: $(INSTALLED) ## what `make simulate` would change
	@$(PYTHON) -m simulation preview --stack $(STACK)

destroy: $(INSTALLED) ## remove what STACK made, keep the empty cluster
	@$(PYTHON) -m simulation destroy --stack $(STACK)

simulate-down: $(INSTALLED) ## end the simulated cluster of STACK and remove its files
	@$(PYTHON) -m simulation down --stack $(STACK)

gameday: $(INSTALLED) ## what STACK promises when things break: SCENARIO=node-loss, all, or a file; WITHOUT=1 shows what it rests on
	@$(PYTHON) -m simulation.gameday --stack $(STACK) --scenario $(or $(SCENARIO),all) $(if $(WITHOUT),--without)

test: $(INSTALLED) ## everything, the simulated cluster included
	$(PYTHON) -m pytest -m "not cluster" -n 2 --cov --cov-report=
	$(PYTHON) -m pytest -m cluster --tb=native --durations=15 --cov --cov-append --cov-report=term-missing:skip-covered --cov-fail-under=95

test-fast: $(INSTALLED) ## the pure part, in seconds
	$(PYTHON) -m pytest -m "not cluster" -n 2

check: $(INSTALLED) $(CHECKED) ## format, lint, types; then what both stacks make, past kubeconform and Checkov
	$(VENV)/bin/ruff format --check $(FLAKE)
	$(VENV)/bin/ruff check $(FLAKE)
	$(VENV)/bin/mypy $(FLAKE)
	$(PYTHON) -m simulation inspect --stack dev
	$(PYTHON) -m simulation inspect --stack prod

inspect: $(INSTALLED) $(CHECKED) ## what STACK makes on a simulated cluster, past kubeconform and Checkov
	@$(PYTHON) -m simulation inspect --stack $(STACK)

charts: $(INSTALLED) $(CHECKED) ## the real charts with our values, past the same checkers; CHARTS=<folder of unpacked charts>
	@$(PYTHON) -m simulation.charts --charts $(CHARTS)

format: $(INSTALLED) ## format, and mend what can be mended
	$(VENV)/bin/ruff format $(FLAKE)
	$(VENV)/bin/ruff check --fix $(FLAKE)

golden: $(INSTALLED) ## rewrite the goldens; read the diff before you commit it
	UPDATE_GOLDEN=1 $(PYTHON) -m pytest -q tests/stacks/test_golden.py tests/planning/report/test_markdown.py

versions: $(INSTALLED) ## what runs with what, and what an upgrade of each would cross
	@$(PYTHON) -m stacks.matrix Pulumi.$(STACK).yaml

lock: $(INSTALLED) ## pin every package again, with hashes
	$(COMPILE) pyproject.toml -o requirements.txt
	$(COMPILE) pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt
	$(COMPILE) --group checkers -o requirements-checkers.txt

COMPILE := $(VENV)/bin/uv pip compile -q --generate-hashes --no-emit-index-url --no-header --python-version 3.11

# uv installs what pip would, in a quarter of the time.
$(INSTALLED): requirements-dev.txt
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: https://www.python.org/downloads/"; exit 1; }
	@echo "installing the Python packages into $(VENV) …"
	@python3 -m venv $(VENV)
	@$(PYTHON) -m pip install -q uv==$(UV)
	@$(VENV)/bin/uv pip install -q --python $(VENV) --require-hashes -r requirements-dev.txt
	@touch $@

# It brings its own tree of a hundred packages, so it gets an environment of its own.
$(CHECKED): requirements-checkers.txt $(INSTALLED)
	@echo "installing Checkov into $(CHECKERS) …"
	@python3 -m venv $(CHECKERS)
	@$(VENV)/bin/uv pip install -q --python $(CHECKERS) --require-hashes -r requirements-checkers.txt
	@touch $@

clean: ## forget the environment; simulated clusters first: make simulate-down
	rm -rf $(VENV) $(CHECKERS) .mypy_cache .ruff_cache .pytest_cache .coverage*

bench: $(INSTALLED) ## this machine's figures, as ratios; PART=scale NODES="10 100 1000" compares schedulers
	@$(PYTHON) -m simulation.bench$(if $(PART),.$(PART)) $(NODES)
