.PHONY: run test serve bench format lint docs setup

setup:
	@scripts/setup

# The main job: build, then advise the example applicant. FILE=… takes another file.
run:
	@scripts/run $(FILE)

test:
	@scripts/test

# The page on this machine, at http://127.0.0.1:8080.
serve:
	@scripts/serve

bench:
	@scripts/bench

format:
	swift format -i -r Package.swift Sources Tests Benchmarks

lint:
	swift format lint --strict -r Package.swift Sources Tests Benchmarks

docs:
	@scripts/docs
