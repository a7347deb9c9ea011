# On a fresh machine: `make site` needs Python 3.11 or newer, `make test` also npm, Java, poppler, Chromium, Firefox and WebKit,
# which it installs itself when it runs as root on Debian or Ubuntu.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := uv==0.13.9
PARALLEL := --numprocesses auto --dist worksteal

# Both quieten a notice in every build, one for each package that prints it.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site release test test-fast serve check bench crawl mutate lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(VENV)/site.stamp ## check the data, build the site into site/, and pack its offline copy
	$(BIN)/python build.py build
	$(BIN)/python build.py offline

release: site ## what goes with a release, in dist/: sources, site, list of packages (CycloneDX), checksums
	rm -rf dist
	PYTHONPATH=tests/support $(BIN)/python tests/support/release.py site dist

test: $(VENV)/test.stamp ## run every test, on all processors
	@command -v soffice >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
		{ apt-get -qq update || true; \
		DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install \
			libreoffice-writer libreoffice-impress fonts-liberation >/dev/null; }; } || \
		echo "LibreOffice (soffice) is missing: install it first (Debian: libreoffice-writer libreoffice-impress)" >&2
	$(BIN)/python -m pytest $(PARALLEL)

test-fast: $(VENV)/test.stamp ## run the tests that need neither a browser nor a heavy reader, while one edits
	$(BIN)/python -m pytest $(PARALLEL) -m "not browser and not slow"

serve: $(VENV)/site.stamp ## preview the site and rebuild it as files change
	$(BIN)/python build.py serve

check: $(VENV)/test.stamp ## lint, check the types, check the data
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tests/support/browsercode.py
	$(BIN)/python build.py check

bench: $(VENV)/test.stamp ## measure our build beside plain MkDocs
	$(BIN)/python tests/bench/run.py

crawl: site $(VENV)/test.stamp ## open every page in Chromium under its policy: no complaint, no request elsewhere
	$(BIN)/python tests/support/crawl.py site $(EVERY)

mutate: $(VENV)/test.stamp ## change the engine a spot at a time, and name what no test finds (EVERY=3 GROUPS="dates swap")
	$(BIN)/python tests/support/mutants.py $(EVERY) $(GROUPS)

lock: ## renew the lock files from the .in files (LOCK=--upgrade for newer versions)
	$(PYTHON) -m venv .cache/lock
	.cache/lock/bin/python -m pip install -q $(UV)
	for name in requirements requirements-test tests/support/cffconvert; do \
		.cache/lock/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-header --no-annotate $(LOCK) $$name.in -o $$name.lock || exit; \
	done

clean: ## remove everything that was built or fetched
	rm -rf $(VENV) .cache dist site .site-* .site.old .now-* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find build.py timeline tests -name __pycache__ -prune -exec rm -rf {} +

# A changed lock makes the environment anew. Debian keeps venv in a package of its own.
$(VENV)/site.stamp: requirements.lock
	@$(PYTHON) -c 'import sys; v = sys.version_info; v >= (3, 11) or sys.exit("Python 3.11 or newer is \
	needed, and $(PYTHON) is %d.%d: try make PYTHON=python3.13" % v[:2])'
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		package=$$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			export DEBIAN_FRONTEND=noninteractive; \
			apt-get -qq update || true; \
			apt-get -qq -y --no-install-recommends install "$$package" >/dev/null; \
		else \
			echo "$(PYTHON) lacks venv: install it first (Debian, Ubuntu: sudo apt-get install $$package)" >&2; \
			exit 1; \
		fi; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install -q --require-hashes -r requirements.lock
	@touch $@

$(VENV)/test.stamp: requirements-test.lock $(VENV)/site.stamp
	$(BIN)/python -m pip install -q --require-hashes -r requirements-test.lock
	@touch $@
