# Everything a person or a machine does with this repository; `make` lists it.

# A release binary carries the Swift runtime, so that a copy of it runs anywhere. Linux only:
# macOS ships the runtime with the system.
ifeq ($(shell uname -s),Linux)
static := --static-swift-stdlib -Xlinker -s
endif

swift_sources := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

# The known answers of `make conformance`: folders, or files.
VECTORS ?= Tests/OutlayDecisionsTests/Vectors Tests/OutlayEconomicsTests/Vectors

# Code for the processor of this machine, which others may not run.
ifeq ($(NATIVE),1)
native := --scratch-path Benchmarks/.build-native -Xcc -march=native -Xswiftc -Xcc -Xswiftc -march=native
endif

# The budget scenarios of `make scenarios`.
FILE ?= Tests/OutlayBudgetsTests/Scenarios/budget.json

# Plays scenarios, races and faults; built as `outlay` is, and not installed.
trials := .build/release/OutlayScenarios

.PHONY: trials scenarios race faults
.PHONY: help setup judges build release test check conformance demo demo-approval pages golden format bench bench-peers clean
.DEFAULT_GOAL := help

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name text; \
	do printf '  make %-13s %s\n' "$$name" "$$text"; done

setup: ## Install what is missing, or say how; silent when nothing is
	@.ci/setup

judges: ## Install the programs that judge exports: hledger, beancount, validators of schemas
	@.ci/setup judges

build: setup ## Build for debugging
	swift build

release: setup ## Build .build/release/outlay
	swift build -c release $(static) --product outlay

test: setup ## Run all tests
	swift test

check: setup ## Lint the layout, build with warnings as errors, run all tests
	swift format lint --strict --parallel --recursive $(swift_sources)
	swift build --build-tests
	swift test --skip-build

conformance: setup ## Compare the library with the known answers below VECTORS=DIR
	@swift build -c release $(static) --product OutlayConformance >&2
	@.build/release/OutlayConformance $(VECTORS)

trials: setup
	@swift build -c release $(static) --product OutlayScenarios >&2

scenarios: trials ## Play the budget scenarios of FILE=PATH through ledger files
	@$(trials) play "$(FILE)"

race: trials ## Let processes race for the last money of a ledger
	@$(trials) race

faults: trials ## Kill, cut the power, fill the disk and damage files, and look what is left
	@$(trials) faults

demo: release ## Run the main job on shipped data
	@.ci/demo

demo-approval: release judges ## Tell the story of one purchase from budget to audit, and check every claim
	@.ci/demo-approval

pages: release ## Look at the shipped evaluations' HTML reports in a browser
	@.ci/pages

golden: setup ## Rewrite the golden files of the tests; this run fails on purpose
	OUTLAY_GOLDEN=record swift test

format: ## Rewrite the layout of all Swift files
	swift format --in-place --parallel --recursive $(swift_sources)

bench: release trials ## Measure speed and memory against stated goals
	@missed=0; for part in bench ledger actuals commands; do \
		/usr/bin/python3 Benchmarks/$$part.py || missed=1; done; exit $$missed

bench-peers: setup trials ## Measure beside numpy, pyxirr, Tryton and others (installs them); NATIVE=1 for this processor
	swift build -c release --package-path Benchmarks --disable-build-manifest-caching \
		$(native) --product OutlayBench
	@NATIVE=$(NATIVE) /usr/bin/python3 Benchmarks/peers.py $(PEERS)

clean: ## Remove everything that was built
	rm -rf .build Benchmarks/.build Benchmarks/.build-native
