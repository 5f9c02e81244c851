# dabiao: what a reader of the README calls. `make help` lists it.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run psql build deb test quick soak fuzz unit sampled database acceptance package contenders chaos test-newest \
	test-citus test-package bench sanitize lint format clean

# What tests draw at random changes with the day. Each prints it; SEED=20261231 draws what that day drew.
SEED ?= $(shell date +%Y%m%d)
export SEED

help: ## list what can be made
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):[^#]*## /\1\t/' | expand -t 18

run: ## first look: install, build, private PostgreSQL, 2020 plan, sample year, one month published
	@scripts/setup run
	@scripts/first-look

psql: ## psql on the first look's database, which lives as long as psql does
	@scripts/first-look psql

build: ## the program as it is shipped: optimised, the Swift runtime linked in
	@scripts/build-release

deb: ## the Debian package, in var/deb
	@scripts/setup deb
	@scripts/build-deb

test: ## everything: lint, unit, database and acceptance tests in a private PostgreSQL, and by SEED a sample of `make soak`
	@scripts/setup test
	@$(MAKE) --no-print-directory lint
	@scripts/with-cluster $(MAKE) --no-print-directory unit sampled database acceptance package
	@scripts/chaos 5

quick: ## what needs no database, under a minute once built: Swift Testing, and the unit tests of what is Python
	@scripts/setup run
	@scripts/test-unit quick

soak: ## hours: all that `make test` samples, from SEED: comparisons, 100,000 mutated files, 200 kills; and the contenders
	@scripts/setup test
	@scripts/with-cluster scripts/test-random whole
	@scripts/chaos 200
	@$(MAKE) --no-print-directory contenders

unit: ## (in a private cluster) Swift Testing, and the unit tests of what is Python
	@scripts/test-unit

sampled: ## (in a private cluster) comparisons with the independent calculation, and mutated files, some drawn by SEED
	@scripts/test-random sample

database: ## (in a private cluster) sqitch deploy, verify, revert; pgTAP
	@scripts/test-database

acceptance: ## (in a private cluster) the built program from outside, cron included
	@scripts/test-acceptance

contenders: ## psql, dbt, pandas, polars and DuckDB publish the same figures as the program
	@scripts/setup bench
	@scripts/with-cluster scripts/bench check

bench: ## check and measure the program against psql, dbt, pandas, polars and DuckDB: bench/RESULTS.md
	@scripts/setup bench
	@scripts/bench

# pgTAP is SQL alone: the one that Debian has for PostgreSQL 15 serves another as well.
test-newest: ## the tests that need a database, on the newest PostgreSQL (18) instead of Debian's 15
	@scripts/setup test
	@DABIAO_CLUSTER_BIN="$$(scripts/newest-postgres)" \
		DABIAO_CLUSTER_OPTIONS='-c extension_control_path=\$$system:/usr/share/postgresql/15' \
		scripts/with-cluster $(MAKE) --no-print-directory unit sampled database acceptance

test-citus: ## the schema and the program on a coordinator and two workers of Citus, where DABIAO_CITUS_BIN names one
	@scripts/test-citus

package: ## the Debian package, built from the debug build, on an overlay of this machine's Debian
	@scripts/test-package quick

fuzz: ## CASES=100000 mutated files of submissions and plans, from SEED, judged by a reader of their own
	@scripts/setup test
	@scripts/with-cluster scripts/test-random fuzz --cases $(or $(CASES),100000)

test-package: ## install, use, restore, upgrade and purge the Debian package on a Debian without Swift
	@scripts/setup package
	@scripts/test-package

sanitize: ## the libpq layer's tests under AddressSanitizer
	@scripts/setup test
	@scripts/with-cluster scripts/test-sanitized

chaos: ## the job, the server, connections and disks failing at hundreds of random moments
	@scripts/chaos 200

lint: ## formatting and shell
	@swift format lint --strict --recursive Package.swift Sources Tests bench
	@shellcheck -x -P SCRIPTDIR scripts/* cron/dabiao-monthly samples/load Tests/*/*.t Tests/Acceptance/*.sh \
		packaging/debian/*.post*

format: ## format the Swift sources in place
	@swift format --in-place --recursive Package.swift Sources Tests bench

clean: ## remove what was built; the first look's cluster too
	@rm -rf .build .build-asan var
	@scripts/first-look clean
