# make run, make test: everything else is set up by them. See README.md.
VENV := .venv
PY := $(VENV)/bin/python
BIN := $(VENV)/bin
ARGS ?=
export QT_LOGGING_RULES ?= qt.qpa.*=false

.PHONY: setup run test suite test-sizes monkey check screenshots bench poison soak-selfservice empty-counter package package-windows test-windows test-lowest lock torture test-pretix verifier clean

setup: $(VENV)/.ready

# The stamp is renewed when what has to be installed changes; a second `make setup` takes no time.
$(VENV)/.ready: requirements.lock pyproject.toml packages.debian $(wildcard resources/i18n/*.ts)
	sh packages.sh
	python3 -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(PY) -c "from kiosk import paths; from kiosk.ui.i18n import ensure_compiled; ensure_compiled(paths.resources() / 'i18n')"
	touch $@

# make run -- --campaign holiday: what follows is for the demo, not for make
ifeq (run,$(firstword $(MAKECMDGOALS)))
RUN_ARGS := $(wordlist 2,$(words $(MAKECMDGOALS)),$(MAKECMDGOALS))
$(if $(RUN_ARGS),$(eval $(RUN_ARGS):;@:))
endif

run: setup
	$(BIN)/kiosk demo $(RUN_ARGS) $(ARGS)

# What the types say takes one core a minute; the tests begin beside it.
test: setup
	$(MAKE) --no-print-directory --jobs 2 check suite

suite: setup
	$(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(ARGS)

# Every state of the screen in every size, language and font.
test-sizes: setup
	$(PY) -m pytest -n 2 tests/ui/test_screens.py tests/ui/test_layout.py tests/ui/test_languages_round.py tests/ui/selfservice tests/ui/stage tests/ui/desk -m sizes $(ARGS)

# Random customers at the self-service station; SESSIONS=200 for fewer.
monkey: setup
	KIOSK_MONKEYS=$(or $(SESSIONS),5000) $(PY) -m pytest tests/ui/selfservice/test_monkey.py $(ARGS)

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

screenshots: setup
	$(BIN)/kiosk screenshots --out build/screenshots
	QT_QPA_PLATFORM=offscreen $(PY) -m tests.ui.documents.printed build/screenshots
	for screen in 1024x768 1366x768@125 1920x1080 1920x1080@150 1920x1080@200 3840x2160@200; do \
		$(BIN)/kiosk screenshots --out build/screenshots --theme light --screen $$screen || exit 1; done

bench: setup
	$(PY) -m benchmarks

# A million broken facts at HQ; ARGS="--facts 200000" for fewer.
poison: setup
	$(PY) -m tests.poison.runner $(ARGS)

# Three weeks of an empty counter before the camera, hours of work; ARGS="--frames 200000" for less.
empty-counter: setup
	$(PY) -m benchmarks.empty_counter --frames 1000000 $(ARGS)

# Five thousand sessions at a station for customers; ARGS="--sessions 500" for fewer.
soak-selfservice: setup
	$(PY) -m tests.soak.selfservice $(ARGS)

# The page that checks draws of the KD1 scheme: one file, which needs no network.
verifier: setup
	$(PY) -m packing.verifier build

torture: setup
	$(PY) -m pytest tests/e2e tests/integration tests/simulation tests/unit --torture $(ARGS)

# Against a real pretix server on loopback, with 2,000 tickets, and what both take side by side; the first time it is fetched, migrated and seeded, which
# takes minutes. PRETIX=… where the tool that starts one lies.
PRETIX := ../shared/tools/pretix
PRETIX_VENV := $(CURDIR)/build/pretix/venv
PRETIX_VAR := $(CURDIR)/build/pretix/var
PRETIX_PORT := 8345
$(PRETIX_VENV)/.ready:
	mkdir -p $(CURDIR)/build/pretix
	$(PY) -m venv $(PRETIX_VENV)
	$(PRETIX_VENV)/bin/pip install -q pretix gunicorn
	touch $@

test-pretix: export PRETIX_SEED := $(PRETIX_VAR)/seed-sqlite.json
test-pretix: export PRETIX_URL := http://127.0.0.1:$(PRETIX_PORT)
test-pretix: setup $(PRETIX_VENV)/.ready
	env -u PYTHONPATH PRETIX_VENV=$(PRETIX_VENV) PRETIX_VAR=$(PRETIX_VAR) PORT=$(PRETIX_PORT) SEED_N=2000 RESET=1 bash $(PRETIX)/start_pretix.sh
	$(PY) -m pytest tests/pretix $(ARGS) && $(PY) -m benchmarks.pretix --count 100; code=$$?; \
	  env PRETIX_VENV=$(PRETIX_VENV) PRETIX_VAR=$(PRETIX_VAR) bash $(PRETIX)/start_pretix.sh stop; exit $$code

# Windows programs under Wine: Python, the locked wheels, a C drive; 1 GB, three minutes, then no time.
WINDOWS := build/windows
$(WINDOWS)/.ready: requirements.lock packing/wine.sh packing/windows_lock.py
	PYTHON=$(CURDIR)/$(PY) packing/wine.sh setup $(WINDOWS)
	touch $@

# OpenCV without what the product has no use for, 130 MB of it; some minutes, once for each version.
OPENCV := build/opencv
OPENCV_READY := $(OPENCV)/.ready-$(shell sed -n 's/^opencv-python-headless==\([0-9.]*\).*/\1/p' requirements.lock)
$(OPENCV_READY): packing/opencv.sh
	PYTHON=$(CURDIR)/$(PY) packing/opencv.sh $(OPENCV)
	touch $@

PYINSTALLER := --noconfirm --clean build.spec

package: setup $(OPENCV_READY)
	PYTHONPATH=$(CURDIR)/$(OPENCV)/site:$(CURDIR) $(BIN)/pyinstaller --distpath dist --workpath build/pyinstaller $(PYINSTALLER)
	dist/kiosk/kiosk self-test
	$(PY) -m packing.size dist/kiosk

package-windows: setup $(WINDOWS)/.ready
	packing/wine.sh python $(WINDOWS) -m PyInstaller --distpath dist/windows --workpath $(WINDOWS)/work $(PYINSTALLER)
	packing/wine.sh run $(WINDOWS) dist/windows/kiosk/kiosk.exe self-test
	timeout 120 packing/wine.sh run $(WINDOWS) dist/windows/kiosk/kioskw.exe --version
	$(PY) -m packing.size dist/windows/kiosk

# Tests and the program itself, on Windows programs under Wine. ARGS="unit self-test" for some parts. Apart from `make test`.
test-windows: setup $(WINDOWS)/.ready
	packing/test_windows.sh $(WINDOWS) $(ARGS)

# Versions and hashes of everything for every platform, no index URLs.
lock:
	$(BIN)/uv pip compile --universal --python-version 3.11 --all-extras --generate-hashes --no-emit-index-url \
		--no-emit-find-links --no-header --no-annotate --quiet -o requirements.lock pyproject.toml

# The unit tests over the oldest releases that pyproject.toml allows, in an environment of its own.
LOWEST := build/lowest
test-lowest: setup
	rm -rf $(LOWEST)
	$(BIN)/uv venv --quiet --python $(PY) $(LOWEST)
	$(BIN)/uv pip install --quiet --python $(LOWEST)/bin/python --resolution lowest-direct --editable ".[hq,dev]"
	$(LOWEST)/bin/python -m pytest -q -p no:cacheprovider tests/unit $(ARGS)

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
