#!/usr/bin/env python3
"""Kills `smartpick season add` at random moments and checks that nothing acknowledged is ever lost.

    kill_season.py BINARY FILE [TIMES] [SEED]

FILE is an applicant's file. After every kill the log must be sound, hold each event whose command
said "Recorded" or exited 0, and hold no event twice. Exits 1 at the first fault.
"""
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time


def main():
    binary, file = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    times = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    random.seed(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    folder = tempfile.mkdtemp(prefix="season-kill-")
    log = os.path.join(folder, "season.smartpick")
    day = "2026-11-20"

    def run(*arguments, kill_after=None):
        process = subprocess.Popen(
            [binary, "season", *arguments, "--season", log, "--as-of", day],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        if kill_after is not None:
            time.sleep(kill_after)
            # The process is ours and may have ended by itself.
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
        out, errors = process.communicate()
        return process.returncode, out.decode(), errors.decode()

    def texts():
        database = sqlite3.connect(log)
        try:
            check = database.execute("PRAGMA integrity_check").fetchone()[0]
            if check != "ok":
                fail(f"the log is damaged: {check}")
            return [row[0] for row in database.execute(
                "SELECT text FROM entry WHERE action = 'record' ORDER BY id")]
        finally:
            database.close()

    def fail(message):
        print("FAILED: " + message + f"; the log is kept at {log}")
        sys.exit(1)

    code, out, errors = run("start", file)
    if code != 0:
        fail(f"start: {errors}")
    started = time.monotonic()
    code, out, errors = run("add", "1062140C0", "note", "2026-10-01", "--text", "first")
    whole = time.monotonic() - started
    if code != 0:
        fail(f"add: {errors}")
    acknowledged, killed = {"first"}, 0
    for number in range(times):
        text = f"n{number}"
        code, out, errors = run(
            "add", "1062140C0", "note", "2026-10-01", "--text", text,
            kill_after=random.uniform(0, 1.2 * whole))
        if code == 0 or "Recorded" in out:
            acknowledged.add(text)
        elif code == -signal.SIGKILL:
            killed += 1
        else:
            fail(f"add {number}: exit {code}: {errors}")
        found = texts()
        if len(found) != len(set(found)):
            fail(f"an event stands twice after kill {number}")
        lost = acknowledged - set(found)
        if lost:
            fail(f"lost after kill {number}: {sorted(lost)[:5]}")
    code, out, errors = run("status", "--json")
    if code != 0:
        fail(f"status afterwards: {errors}")
    print(f"{times} times: {killed} killed before their word, {len(acknowledged)} acknowledged, "
          f"{len(found)} in the log, none lost; the log is sound.")
    shutil.rmtree(folder)


main()
