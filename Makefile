PYTHON ?= $(shell for each in python3.11 python3.12 python3.13 python3; do command -v $$each && break; done)
RUN = .venv/bin/python
unexport PYTHONDONTWRITEBYTECODE  # every process would compile the whole product again

.PHONY: help setup demo test lint types web soak clean

help:
	@echo "make demo    set everything up and run the demo on this machine (ARGS='--port 9700' for other ports)"
	@echo "make test    all checks: lint, types, front ends, tests in real servers and a real browser"
	@echo "make soak    the tests with every value of every search: takes some times as long"
	@echo "make setup   only the set-up; quick when nothing changed"
	@echo "make clean   remove what set-up and builds made; data in var/ stays"

setup:
	@$(or $(PYTHON),$(error Python 3.11 or later is needed: apt-get install python3)) scripts/setup.py

demo: setup
	@.venv/bin/farol up --demo $(ARGS)

test:
	@$(or $(PYTHON),$(error Python 3.11 or later is needed: apt-get install python3)) scripts/setup.py --test
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target lint types web
	@$(RUN) -m pytest -n 3 || { echo "Once more, alone: what failed beside others on a busy machine"; \
		$(RUN) -m pytest --last-failed --last-failed-no-failures none; }

lint:
	$(RUN) -m ruff check .

types:
	$(RUN) -m mypy farol

web:
	$(RUN) scripts/web.py check

soak:
	@$(or $(PYTHON),$(error Python 3.11 or later is needed: apt-get install python3)) scripts/setup.py --test
	FAROL_TESTS=all $(RUN) -m pytest -n 3

clean:
	rm -rf .venv web/*/node_modules farol/app/static/console farol/app/static/widget farol/app/static/sdk web/sdk/dist farol/core/understanding/made
