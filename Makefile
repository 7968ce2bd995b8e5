# South-South Exchange. `make` lists the recipes.
PORT ?= 8000
UV_VERSION = 0.13.9
PYTHON = .venv/bin/python
export UV_PYTHON_DOWNLOADS = never
SYNC = .venv/bin/uv sync --locked --inexact --no-install-project --quiet

ROOMS = accounts basepage glossary home media places search quizzes outline enrolments workshops certificates \
	library schemes cases

.DEFAULT_GOAL := help
.PHONY: help demo prepare tools test test-full check fix messages e2e bench postgres-test

help: ## list the recipes
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

.venv/bin/uv:
	@test -x .venv/bin/python || python3 -m venv .venv
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

demo: ## run the exchange with demo content on http://127.0.0.1:8000 (PORT=… changes it)
	@.ci/system-packages demo
	@$(MAKE) --no-print-directory .venv/bin/uv
	@$(SYNC) --no-default-groups
	@EXCHANGE_DEMO=1 EXCHANGE_BASE_URL=http://127.0.0.1:$(PORT) $(PYTHON) manage.py demo
	@echo "South-South Exchange runs on http://127.0.0.1:$(PORT) (mails: /demo/mail/). Ctrl-C stops it."
	@EXCHANGE_DEMO=1 EXCHANGE_BASE_URL=http://127.0.0.1:$(PORT) .venv/bin/gunicorn exchange.wsgi \
		--pythonpath platform --bind 127.0.0.1:$(PORT) -k gthread --workers 2 --threads 4 \
		--max-requests 2000 --max-requests-jitter 200 --no-control-socket --log-level warning

tools: ## install what the tests need
	@.ci/system-packages test
	@$(MAKE) --no-print-directory .venv/bin/uv
	@$(SYNC)

test: tools check ## everything on SQLite and the embedded search engine, browser journeys included
	$(PYTHON) -m pytest -n 2 --dist worksteal -q
	$(MAKE) --no-print-directory e2e

check: tools ## style, types, templates, migrations, messages, deployment settings
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/djlint templates --lint --quiet
	$(PYTHON) manage.py makemigrations --check --dry-run
	@# First migrations and the swap of the base page run before there is a row.
	DJANGO_SETTINGS_MODULE=exchange.settings.test $(PYTHON) manage.py lintmigrations --no-cache -q ok ignore \
		--include-apps $(ROOMS) --ignore-name-contains initial --ignore-name 0003_revisions

fix: tools ## mend style by machine
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .
	.venv/bin/djlint templates --reformat --quiet

messages: tools ## collect the sentences of the site into locale/ and compile the catalogues
	$(PYTHON) manage.py makemessages -l lo -l zh_Hans --no-location --no-obsolete --no-wrap \
		-i .venv -i var -i tests -i "locale/upstream/*" -i "locale/wording/*"
	$(PYTHON) manage.py compilemessages -l lo -l zh_Hans -i .venv

e2e: tools ## whole journeys in a browser
	$(PYTHON) -m pytest -m e2e tests/e2e -q -p no:randomly

bench: tools ## speed and memory of the demo, written to docs/performance.md
	$(PYTHON) -m tests.benchmarks.run

test-full: ## the suite on PostgreSQL, and the wheel in an empty environment
	@.ci/system-packages full
	@$(MAKE) --no-print-directory tools
	.ci/try-wheel
	.ci/with-postgresql $(PYTHON) -m pytest -n 2 --dist worksteal -q
