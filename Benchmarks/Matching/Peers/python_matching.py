"""The PyPI package `matching` on a generated market, for comparison. Usage: python_matching.py BASE"""
import sys
import threading
import time
import warnings

warnings.simplefilter("ignore")
from matching.games import HospitalResident  # noqa: E402

base = sys.argv[1]


def run():
    residents = {}
    for line in open(base + ".applicants.csv"):
        name, *ranking = line.strip().split(",")
        residents["a" + name] = ["p" + program for program in ranking]
    hospitals, capacities = {}, {}
    for line in open(base + ".programs.csv"):
        name, quota, *ranking = line.strip().split(",")
        hospitals["p" + name] = ["a" + applicant for applicant in ranking]
        capacities["p" + name] = int(quota)
    # It refuses programs that nobody ranks.
    for name in [name for name, ranking in hospitals.items() if not ranking]:
        del hospitals[name], capacities[name]
    start = time.perf_counter()
    game = HospitalResident.create_from_dictionaries(residents, hospitals, capacities)
    built = time.perf_counter()
    matching = game.solve(optimal="resident")
    solved = time.perf_counter()
    matched = sum(len(holders) for holders in matching.values())
    print(f"build {1e3 * (built - start):.0f} ms, match {1e3 * (solved - built):.0f} ms, {matched} matched")


# It copies its players recursively.
sys.setrecursionlimit(1_000_000)
threading.stack_size(1 << 29)
thread = threading.Thread(target=run)
thread.start()
thread.join()
