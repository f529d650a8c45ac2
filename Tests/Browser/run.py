"""All browser and contract tests: python Tests/Browser/run.py [journeys] [axe] [contract] [pictures]."""

import sys

import accessibility
import contract
import journeys
from harness import Run, browser, server


def main():
    wanted = set(sys.argv[1:]) or {"journeys", "axe", "contract"}
    run = Run()
    with server() as (base, _):
        if wanted & {"journeys", "axe", "pictures"}:
            with browser() as running:
                if wanted == {"pictures"}:
                    run.check("pictures", journeys.pictures, running, base)
                if "journeys" in wanted:
                    journeys.check(run, running, base)
                if "axe" in wanted:
                    accessibility.check(run, running, base)
        if "contract" in wanted:
            contract.check(run, base)
    return run.finish()


if __name__ == "__main__":
    sys.exit(main())
