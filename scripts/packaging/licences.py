"""Copies the licence and notice of every package that the programs are built from.

    licences.py CHECKOUTS DESTINATION

The packages are those of Package.resolved; one without a licence stops the packing.
"""

import json
import pathlib
import shutil
import subprocess
import sys

# Used while building only; nothing of them is in a program.
BUILD_ONLY = {"swift-docc-plugin", "swift-docc-symbolkit"}

SQLITE = """SQLite is in the public domain: https://www.sqlite.org/copyright.html
"""


def main() -> None:
    checkouts, destination = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    destination.mkdir(parents=True, exist_ok=True)
    pins = json.loads(pathlib.Path("Package.resolved").read_text(encoding="utf-8"))["pins"]
    for pin in sorted(pins, key=lambda pin: pin["identity"]):
        if pin["identity"] in BUILD_ONLY:
            continue
        # A checkout is named as its repository is, whose letters may be capital.
        name = pin["location"].rstrip("/").rsplit("/", 1)[-1].removesuffix(".git")
        folder = checkouts / name
        texts = [
            path
            for path in sorted(folder.glob("*"))
            if path.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE"))
        ]
        if not any(not path.name.upper().startswith("NOTICE") for path in texts):
            sys.exit(f"licences: {folder} has no licence")
        for path in texts:
            shutil.copyfile(path, destination / f"{name}-{path.stem}.txt")
    (destination / "SQLite.txt").write_text(SQLITE, encoding="utf-8")
    compiler = subprocess.run(
        ["sh", "-c", 'readlink -f "$(command -v swift)"'], capture_output=True, text=True, check=True
    ).stdout.strip()
    runtime = pathlib.Path(compiler).parent.parent / "share/swift/LICENSE.txt"
    if not runtime.exists():
        sys.exit(f"licences: the licence of Swift's libraries is not at {runtime}")
    shutil.copyfile(runtime, destination / "Swift-LICENSE.txt")


if __name__ == "__main__":
    main()
