"""Writes man pages from what a program says of itself.

    PROGRAM --experimental-dump-help | man_pages.py VERSION FOLDER

One page for the program and one for each of its commands, with their own commands as sections.
"""

import json
import os
import pathlib
import sys
import time


def escaped(text: str) -> str:
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in ".'" else line for line in text.split("\n"))


def name_of(argument: dict) -> str:
    value = argument.get("valueName", "value")
    if argument["kind"] == "positional":
        return f"<{value}>"
    names = [
        ("-" if name["kind"] == "short" else "--") + name["name"] for name in argument.get("names", [])
    ]
    text = ", ".join(names)
    return text if argument["kind"] == "flag" else f"{text} <{value}>"


def shown(items: list | None) -> list:
    return [item for item in items or [] if item.get("shouldDisplay", True)]


def synopsis(words: list[str], command: dict) -> str:
    parts = []
    for argument in shown(command.get("arguments")):
        text = name_of(argument) if argument["kind"] == "positional" else (
            name_of(argument).split(", ")[-1])
        if argument.get("isRepeating"):
            text += " ..."
        parts.append(f"[{text}]" if argument.get("isOptional") or argument["kind"] == "flag" else text)
    if shown(command.get("subcommands")):
        parts.append("<command>")
    return f".B {escaped(' '.join(words))}\n{escaped(' '.join(parts))}\n"


def options(command: dict) -> str:
    text = ""
    for argument in shown(command.get("arguments")):
        text += f".TP\n.B {escaped(name_of(argument))}\n{escaped(argument.get('abstract', ''))}"
        if argument.get("defaultValue"):
            text += f" Default: {escaped(argument['defaultValue'])}."
        text += "\n"
    return text


def described(command: dict) -> str:
    text = f"{escaped(command.get('abstract', ''))}\n"
    if command.get("discussion"):
        # Examples stand in lines of their own; they are kept as written.
        text += f".PP\n.nf\n{escaped(command['discussion'])}\n.fi\n"
    return text


def page(words: list[str], command: dict, version: str, date: str) -> str:
    title = "-".join(words)
    text = (
        f'.TH "{title.upper()}" 1 "{date}" "SmartPick {version}" "SmartPick"\n'
        f".SH NAME\n{escaped(title)} \\- {escaped(command.get('abstract', '').rstrip('.'))}\n"
        f".SH SYNOPSIS\n{synopsis(words, command)}.SH DESCRIPTION\n{described(command)}"
    )
    if own := options(command):
        text += f".SH OPTIONS\n{own}"
    inner = [item for item in shown(command.get("subcommands")) if item["commandName"] != "help"]
    if inner and len(words) == 1:
        text += ".SH COMMANDS\n"
        for item in inner:
            text += (
                f".TP\n.BR {escaped(title + '-' + item['commandName'])} (1)\n"
                f"{escaped(item.get('abstract', ''))}\n"
            )
    elif inner:
        for item in inner:
            text += f".SH {escaped(item['commandName'].upper())}\n"
            text += synopsis([*words, item["commandName"]], item)
            text += f".PP\n{described(item)}{options(item)}"
    if len(words) > 1:
        text += f".SH SEE ALSO\n.BR {escaped(words[0])} (1)\n"
    return text


def main() -> None:
    version, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    date = time.strftime("%Y-%m-%d", time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"])))
    root = json.load(sys.stdin)["command"]
    pages = [([root["commandName"]], root)]
    for item in shown(root.get("subcommands")):
        if item["commandName"] != "help":
            pages.append(([root["commandName"], item["commandName"]], item))
    for words, command in pages:
        # Where a command is a program too, as with smartpick-serve, the program's page comes last.
        path = folder / f"{'-'.join(words)}.1"
        path.write_text(page(words, command, version, date), encoding="utf-8")


if __name__ == "__main__":
    main()
