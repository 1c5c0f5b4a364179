# The portal's commands. What each one does stands in the scripts it calls.
PYTHON := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help run test check format bench drills bless pictures clean

help: ## Diese Übersicht
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

run: ## Portal einrichten und auf http://127.0.0.1:8000/ starten (PORT=… ändert das)
	@sh deploy/environment.sh requirements.txt
	@$(PYTHON) deploy/run_locally.py

test: ## Alle Tests: SQLite, PostgreSQL, Browser
	@sh deploy/environment.sh tests/requirements.txt
	@$(PYTHON) -m tests.suite

check: ## Format, Stil, Importe, Vorlagen, Einstellungen und Migrationen prüfen
	@sh deploy/environment.sh tests/requirements.txt
	@$(PYTHON) -m tests.quality

format: ## Python, Vorlagen, CSS und JavaScript in Form bringen
	@sh deploy/environment.sh tests/requirements.txt
	@$(PYTHON) -m tests.quality --write

bench: ## Abfragen, Rechenzeit und Durchsatz je Seitenart messen
	@sh deploy/environment.sh tests/requirements.txt
	@$(PYTHON) -m tests.bench

drills: ## Veröffentlichen unter Druck: abgebrochen, gedrängt, durcheinander (DRILLS="D13 sqlite" wählt aus)
	@sh deploy/environment.sh tests/requirements.txt
	@$(PYTHON) -m tests.drills $(DRILLS)

bless: ## Aussehen der Bausteine gutheißen: Vergleichsbilder neu aufnehmen (vorher ansehen, was sich geändert hat)
	@sh deploy/environment.sh tests/requirements.txt
	@$(PYTHON) -m pytest -q tests/browser/test_components.py --bless -k references

pictures: ## Bildschirmfotos für docs/redaktion.md und docs/design.md neu aufnehmen
	@sh deploy/environment.sh tests/requirements.txt
	@$(PYTHON) -m tests.browser.make_pictures

clean: ## Umgebung und Zwischenergebnisse löschen; var/ mit Inhalten und Bildern bleibt
	@rm -rf .venv node_modules .pytest_cache .ruff_cache .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
