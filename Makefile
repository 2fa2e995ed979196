# Twee opdrachten zijn genoeg: `make run` en `make test`. `make help` noemt de rest.
SHELL := /bin/bash
.DEFAULT_GOAL := help

VENV := .venv
PY := $(VENV)/bin/python
UV := $(shell command -v uv || echo .tools/bin/uv)
STAMP := $(VENV)/.installed
# The machine's own user caches are not ours to trust when a build must be repeatable.
export RASA_TELEMETRY_ENABLED := false
export TF_CPP_MIN_LOG_LEVEL := 3
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help run talk train test check lock validate clean

help: ## Deze lijst
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 18

run: $(STAMP) ## Start de chat op http://127.0.0.1:8080
	@$(VENV)/bin/steunwijzer run

talk: model ## Praat in de terminal met de assistent
	@$(VENV)/bin/steunwijzer talk

train: $(STAMP) ## Train het model opnieuw
	@$(VENV)/bin/steunwijzer train

.PHONY: model
model: $(STAMP)
	@$(VENV)/bin/steunwijzer prepare

test: model ## Alle controles en tests
	$(VENV)/bin/ruff check bot actions tests
	$(VENV)/bin/ruff format --check bot actions tests
	$(VENV)/bin/mypy bot actions tests
	$(VENV)/bin/yamllint --strict .
	$(PY) -m pytest

check: $(STAMP) ## Controleer organisatie.yml (ORGANISATIE=pad)
	@$(VENV)/bin/steunwijzer check $(or $(ORGANISATIE),voorbeeld/organisatie.yml)

validate: $(STAMP) ## Rasa's eigen controle van data en domein
	@$(VENV)/bin/steunwijzer validate

lock: .tools/bin/uv ## Zet alle pakketten opnieuw vast in requirements.lock
	$(UV) pip compile --python-version 3.10 --universal --extra dev --generate-hashes \
	  --no-header --no-annotate --quiet pyproject.toml | $(PY) scripts/shorten_lock.py > requirements.lock.new
	mv requirements.lock.new requirements.lock

clean: ## Gooi omgeving, model en database van het voorbeeld weg
	rm -rf $(VENV) .tools models .rasa steunwijzer.db

.tools/bin/uv:
	@command -v uv >/dev/null || python3 -m pip install --quiet --disable-pip-version-check --target .tools uv

$(STAMP): requirements.lock pyproject.toml | .tools/bin/uv
	@echo "De omgeving wordt gemaakt (eenmalig, een paar minuten) …"
	@test -x $(PY) || $(UV) venv --quiet --python 3.10 $(VENV)
	@$(UV) pip install --quiet --python $(PY) --no-deps --require-hashes -r requirements.lock
	@$(UV) pip install --quiet --python $(PY) --no-deps --no-build-isolation -e .
	@touch $@
