.PHONY: run test bench format lint docs setup

setup:
	@scripts/setup

# The main job: build, then advise the example applicant. FILE=… takes another file.
run:
	@scripts/run $(FILE)

test:
	@scripts/test

bench:
	@scripts/bench

format:
	swift format -i -r Package.swift Sources Tests Benchmarks

lint:
	swift format lint --strict -r Package.swift Sources Tests Benchmarks

docs:
	@scripts/docs
