# What one does with Sholu: `make demo` shows what it is for, `make test` proves that it works. Both install what they need.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
BENCH ?= ../shared/bench
ACCEPTANCE ?= ../shared/acceptance

ENGINE ?= joined

.PHONY: help demo test check lint types contracts docs corpus bench errors acceptance speed soak fuzz train ablations compiled pins gazetteer clean

help: ## Say what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(v < (3, 11) and f"Sholu needs Python 3.11 or newer; {sys.executable} is {v[0]}.{v[1]}. Say make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.made requirements/run.txt pyproject.toml
	$(PIP) install --require-hashes -r requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

demo: $(VENV)/.run ## Read the sample press and print today's brief
	@$(BIN)/sholu demo

test: $(VENV)/.dev ## Run all tests
	$(BIN)/python -m pytest -n auto

check: lint types contracts ## Lint, types and import contracts

lint: $(VENV)/.dev
	$(BIN)/ruff format --check src tests scripts benchmarks training
	$(BIN)/ruff check src tests scripts benchmarks training

types: $(VENV)/.dev
	$(BIN)/mypy

contracts: $(VENV)/.dev
	$(BIN)/lint-imports

docs: $(VENV)/.dev ## Write the generated pages of the docs anew
	$(BIN)/python scripts/write_docs.py

bench: $(VENV)/.dev ## Score the reader on the bench kit's dev splits, beside the reference scores
	$(BIN)/python benchmarks/quality.py --bench $(BENCH) --update docs/accuracy.md

errors: $(VENV)/.dev ## Show what went wrong as a page: make errors TASK=attribution-en
	$(BIN)/python benchmarks/errors.py $(or $(TASK),$(error Say which task: make errors TASK=attribution-en, or TASK=corpus)) --bench $(BENCH) --engine $(ENGINE) $(if $(SPLIT),--split $(SPLIT))

acceptance: $(VENV)/.dev ## Score the reader on the acceptance articles
	$(BIN)/python benchmarks/acceptance.py --acceptance $(ACCEPTANCE)

speed: $(VENV)/.dev ## Measure words a second and memory
	$(BIN)/python benchmarks/speed.py

soak: $(VENV)/.dev ## Fetch 20,000 pages from 200 hosts on loopback, killed again and again: make soak SOAK="--pages 2000"
	$(BIN)/python benchmarks/soak.py $(SOAK)

.venv-fuzz/.made: requirements/run.txt
	$(PYTHON) -m venv .venv-fuzz
	.venv-fuzz/bin/python -m pip install --quiet --require-hashes -r requirements/run.txt
	.venv-fuzz/bin/python -m pip install --quiet atheris==3.0.0 pyarrow python-docx
	.venv-fuzz/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

fuzz: .venv-fuzz/.made ## Fuzz every parser, an hour of processor time: make fuzz FUZZ="feed pdf --seconds 300"
	.venv-fuzz/bin/python benchmarks/fuzz.py $(FUZZ)

corpus: $(VENV)/.dev ## Check the annotated corpus and score the reader on it
	$(BIN)/sholu corpus check
	$(BIN)/sholu corpus score --reader exact --split train

.venv-compiled/.made: requirements/compile.txt
	$(PYTHON) -m venv .venv-compiled
	.venv-compiled/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/compile.txt
	@touch $@

compiled: .venv-compiled/.made ## Build the reader as machine code in .venv-compiled (minutes; needs a C compiler)
	.venv-compiled/bin/python scripts/compile_reader.py --into .venv-compiled

TRAIN := .venv-train/bin

.venv-train/.made: requirements/train.in
	$(PYTHON) -m venv .venv-train
	$(TRAIN)/python -m pip install --quiet torch==2.13.0
	$(TRAIN)/python -m pip install --quiet -r requirements/train.in
	$(TRAIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

train: .venv-train/.made ## Train the learned half (hours; needs the bench kit's data) and export its weights
	$(TRAIN)/python -m training.train --run build/first --public $(BENCH)/data --tokens 6000000
	$(TRAIN)/python -m training.train --run build/second --start build/first --public $(BENCH)/data --tokens 3000000 \
		--rate 2e-4 --head-rate 8e-4 --share corpus=12 --repeats 25
	$(TRAIN)/python -m training.train --run build/third --start build/second --public $(BENCH)/data --tokens 8500000 \
		--share corpus=3 --repeats 30
	$(TRAIN)/python -m training.average --run build/mean --of build/second build/third --shares 0.4 0.6
	$(TRAIN)/python -m training.train --run build/fourth --start build/mean --public $(BENCH)/data --tokens 8000000 \
		--rate 2.5e-4 --head-rate 8e-4 --seed 4 --repeats 30 --share corpus=3 --share attribution-en=2.5 \
		--share entities-ru=2 --share causal=1.5 --share entities-kk=0.8
	$(TRAIN)/python -m training.average --run build/half --of build/mean build/fourth --shares 0.5 0.5
	$(TRAIN)/python -m training.train --run build/fifth --start build/half --public $(BENCH)/data --tokens 2400000 \
		--rate 1.8e-4 --head-rate 6e-4 --seed 5 --repeats 30 --share corpus=6 --share entities-ru=1.5
	$(TRAIN)/python -m training.average --run build/whole --of build/half build/fifth --shares 0.5 0.5
	$(TRAIN)/python -m training.thinning --run build/thin --of build/whole --public $(BENCH)/data
	$(TRAIN)/python -m training.train --run build/sixth --start build/thin --teacher build/whole --public $(BENCH)/data \
		--tokens 5000000 --rate 1.8e-4 --head-rate 6e-4 --seed 6 --repeats 30 --share corpus=4 --share entities-ru=1.5
	$(TRAIN)/python -m training.train --run build/seventh --start build/thin --teacher build/whole --public $(BENCH)/data \
		--tokens 5000000 --rate 1.8e-4 --head-rate 6e-4 --seed 7 --repeats 30 --share corpus=2.2 --share entities-ru=1.5 \
		--share attribution-en=1.2 --share causal=1.3 --share entities-en=1.5 --share actors-en=1.5 --share events-plv=1.3
	$(TRAIN)/python -m training.average --run build/mended --of build/thin build/sixth build/seventh --shares 0.15 0.4 0.45
	$(TRAIN)/python -m training.train --run build/eighth --start build/mended --teacher build/whole --public $(BENCH)/data \
		--tokens 9000000 --rate 2e-4 --head-rate 6e-4 --seed 8 --repeats 30 --share corpus=2.2 --share attribution-en=1.8 \
		--share causal=5 --share entities-ru=2 --share entities-en=1.5 --share police-en=1.3
	$(TRAIN)/python -m training.train --run build/ninth --start build/mended --teacher build/whole --public $(BENCH)/data \
		--tokens 9000000 --rate 2e-4 --head-rate 6e-4 --seed 9 --repeats 30 --hide 0.06 --share corpus=2 \
		--share attribution-en=3 --share causal=3.5 --share entities-ru=2 --share entities-en=1.3 --share tables=1.5
	$(TRAIN)/python -m training.average --run build/better --of build/eighth build/ninth --shares 0.5 0.5
	$(TRAIN)/python -m training.train --run build/tenth --start build/better --teacher build/whole --public $(BENCH)/data \
		--tokens 9500000 --rate 2e-4 --head-rate 6e-4 --seed 10 --repeats 30 --hide 0.06 --share corpus=2 \
		--share attribution-en=2.8 --share causal=2.5 --share entities-ru=2.2 --share entities-en=1.5 --share tables=1.5 \
		--share police-en=1.2
	$(TRAIN)/python -m training.train --run build/eleventh --start build/better --teacher build/whole --public $(BENCH)/data \
		--tokens 9500000 --rate 2e-4 --head-rate 6e-4 --seed 11 --repeats 30 --hide 0.03 --share corpus=2.2 \
		--share attribution-en=2.2 --share causal=3.5 --share entities-ru=2.5 --share entities-en=1.5 --share tables=1.8 \
		--share police-en=1.3
	$(TRAIN)/python -m training.average --run build/last --of build/tenth build/eleventh --shares 0.5 0.5
	$(TRAIN)/python -m training.train --run build/thirteenth --start build/last --teacher build/last --public $(BENCH)/data \
		--tokens 9000000 --rate 2e-4 --head-rate 6e-4 --seed 13 --repeats 30 --hide 0.06 --share corpus=2.4 \
		--share attribution-en=2.8 --share causal=3 --share entities-ru=2.4 --share entities-en=1.5 --share tables=2 \
		--share police-en=1.2
	$(TRAIN)/python -m training.train --run build/fourteenth --start build/last --teacher build/last --public $(BENCH)/data \
		--tokens 9000000 --rate 2e-4 --head-rate 6e-4 --seed 14 --repeats 30 --hide 0.03 --share corpus=2.8 \
		--share attribution-en=2.3 --share causal=3.5 --share entities-ru=2.6 --share entities-en=1.5 --share tables=2.2 \
		--share police-en=1.3
	$(TRAIN)/python -m training.average --run build/newest --of build/thirteenth build/fourteenth --shares 0.5 0.5
	$(TRAIN)/python -m training.train --run build/fifteenth --start build/newest --teacher build/newest --public $(BENCH)/data \
		--tokens 7000000 --rate 2e-4 --head-rate 6e-4 --seed 15 --repeats 30 --hide 0.06 --share corpus=2.2 \
		--share attribution-en=4.5 --share causal=3 --share entities-ru=3 --share entities-en=1.5 --share tables=2.4 \
		--share police-en=1.2
	$(TRAIN)/python -m training.train --run build/sixteenth --start build/newest --teacher build/newest --public $(BENCH)/data \
		--tokens 7000000 --rate 2e-4 --head-rate 6e-4 --seed 16 --repeats 30 --hide 0.04 --share corpus=2.8 \
		--share attribution-en=3.2 --share causal=3.5 --share entities-ru=2.6 --share entities-en=1.5 --share tables=2.8 \
		--share police-en=1.2
	$(TRAIN)/python -m training.average --run build/shipped --of build/newest build/fifteenth build/sixteenth \
		--shares 0.5 0.25 0.25
	$(TRAIN)/python -m training.export --run build/shipped --public $(BENCH)/data --out src/sholu/reading/weights

ablations: .venv-train/.made ## Learn without each data set, and with twelve layers, and print what changes (an hour)
	$(TRAIN)/python -m training.ablate --run build/ablations --public $(BENCH)/data

gazetteer: $(VENV)/.dev ## Build the index of places anew
	$(BIN)/python scripts/build_gazetteer.py

pins: $(VENV)/.dev ## Resolve the dependencies anew and pin them with hashes
	$(BIN)/pip-compile --quiet --upgrade -o requirements/run.txt requirements/run.in
	$(BIN)/pip-compile --quiet --upgrade -o requirements/dev.txt requirements/dev.in
	$(BIN)/pip-compile --quiet -o requirements/compile.txt requirements/compile.in

clean: ## Remove the virtual environment and caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
