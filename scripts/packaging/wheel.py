"""Makes a Python wheel that carries the programs, so that pip and pipx install them from one file.

    wheel.py TREE VERSION OUT

The programs stand in the package with their files as in any installation; a command of Python's
becomes them, so they take signals and give exit codes themselves.
"""

import base64
import hashlib
import os
import pathlib
import re
import stat
import subprocess
import sys
import time
import zipfile

LAUNCHER = '''"""SmartPick: residency advice from published figures, on this machine."""

import os
import pathlib
import sys


def _become(program: str) -> None:
    path = pathlib.Path(__file__).resolve().parent / "bin" / program
    try:
        os.execv(path, [str(path), *sys.argv[1:]])
    except OSError as error:
        sys.exit(f"smartpick: {path} cannot be started: {error.strerror}")


def main() -> None:
    """Becomes `smartpick`."""
    _become("smartpick")


def serve() -> None:
    """Becomes `smartpick-serve`."""
    _become("smartpick-serve")
'''


def platform(tree: pathlib.Path) -> str:
    """The oldest system that has what the programs use, as PEP 600 names it."""
    versions, machine = set(), "x86_64"
    for program in sorted((tree / "bin").iterdir()):
        text = subprocess.run(
            ["objdump", "-fT", str(program)], capture_output=True, text=True, check=True
        ).stdout
        versions |= {tuple(map(int, v)) for v in re.findall(r"GLIBC_(\d+)\.(\d+)", text)}
        if "aarch64" in text:
            machine = "aarch64"
    major, minor = max(versions)
    return f"manylinux_{major}_{minor}_{machine}"


def main() -> None:
    tree, version, out = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
    tag = f"py3-none-{platform(tree)}"
    info = f"smartpick-{version}.dist-info"
    files: dict[str, tuple[bytes, int]] = {}

    def add(name: str, content: bytes | str, mode: int = 0o644) -> None:
        files[name] = (content.encode() if isinstance(content, str) else content, mode)

    add("smartpick/__init__.py", LAUNCHER)
    add("smartpick/__main__.py", "from smartpick import main\n\nmain()\n")
    for folder in ("bin", "share/smartpick"):
        for path in sorted((tree / folder).rglob("*")):
            if path.is_file():
                name = f"smartpick/{path.relative_to(tree).as_posix()}"
                add(name, path.read_bytes(), 0o755 if folder == "bin" else 0o644)
    documents = tree / "share/doc/smartpick"
    add(f"{info}/licenses/LICENSE", (documents / "LICENSE").read_bytes())
    for path in sorted((documents / "licences").iterdir()):
        add(f"{info}/licenses/{path.name}", path.read_bytes())
    add(
        f"{info}/METADATA",
        "Metadata-Version: 2.1\nName: smartpick\n"
        f"Version: {version}\n"
        "Summary: Residency advice from published figures, with reasons and honest uncertainty\n"
        "License: MIT\nRequires-Python: >=3.8\nDescription-Content-Type: text/markdown\n\n"
        + (documents / "README.md").read_text(encoding="utf-8"),
    )
    add(
        f"{info}/WHEEL",
        f"Wheel-Version: 1.0\nGenerator: smartpick\nRoot-Is-Purelib: false\nTag: {tag}\n",
    )
    add(
        f"{info}/entry_points.txt",
        "[console_scripts]\nsmartpick = smartpick:main\nsmartpick-serve = smartpick:serve\n",
    )
    record = "".join(
        f"{name},sha256="
        f"{base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b'=').decode()},"
        f"{len(content)}\n"
        for name, (content, _) in files.items()
    )
    add(f"{info}/RECORD", record + f"{info}/RECORD,,\n")

    # A zip's clock starts in 1980 and knows even seconds only.
    moment = time.gmtime(max(int(os.environ["SOURCE_DATE_EPOCH"]), 315532800))[:6]
    path = out / f"smartpick-{version}-{tag}.whl"
    level = int(os.environ.get("COMPRESSION", "9"))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as wheel:
        for name, (content, mode) in files.items():
            entry = zipfile.ZipInfo(name, moment)
            entry.external_attr = (stat.S_IFREG | mode) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            wheel.writestr(entry, content, compresslevel=level)


if __name__ == "__main__":
    main()
