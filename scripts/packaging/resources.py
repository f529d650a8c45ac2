"""Copies the files that the programs look for, to where an installed program looks for them.

Which folder goes where is read from the sources that look for it (`ResourceFolder(target:
installedName:)`), and every target that ships files must have its place: a folder that is forgotten
here would be missed on somebody else's machine only.

    resources.py SHARE/smartpick
"""

import pathlib
import re
import shutil
import sys


def places() -> dict[str, str]:
    found: dict[str, str] = {}
    pattern = re.compile(r'target:\s*"(\w+)",\s*installedName:\s*"(\w+)"')
    for path in sorted(pathlib.Path("Sources").rglob("*.swift")):
        for target, name in pattern.findall(path.read_text(encoding="utf-8")):
            if found.setdefault(target, name) != name:
                sys.exit(f"resources: {target} is looked for in {found[target]} and in {name}")
    return found


def shipping() -> set[str]:
    """The targets that ship a folder, by the package's manifest."""
    manifest = pathlib.Path("Package.swift").read_text(encoding="utf-8")
    targets = re.split(r"\.(?:executableTarget|testTarget|target)\(", manifest)[1:]
    return {
        name[1]
        for text in targets
        if '.copy("Resources")' in text and (name := re.search(r'name:\s*"(\w+)"', text))
    }


def main() -> None:
    share = pathlib.Path(sys.argv[1])
    found = places()
    if shipping() != set(found):
        sys.exit(f"resources: shipped {sorted(shipping())}, but looked for {sorted(found)}")
    for target, name in sorted(found.items()):
        destination = share / name
        destination.mkdir(parents=True, exist_ok=True)
        for source in sorted(pathlib.Path("Sources", target, "Resources").iterdir()):
            if (destination / source.name).exists():
                sys.exit(f"resources: two targets ship {name}/{source.name}")
            shutil.copyfile(source, destination / source.name)


if __name__ == "__main__":
    main()
