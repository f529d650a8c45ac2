"""A server of our own, a browser, and a count of what passed and failed."""

import contextlib
import os
import pathlib
import re
import subprocess
import sys
import time
import traceback
import urllib.request

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = pathlib.Path(os.environ.get("BROWSER_OUTPUT", ROOT / ".build" / "browser"))
SHOTS = OUT / "screenshots"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
# A debug build computes tens of times slower: what is checked is the same, without the clock.
IS_DEBUG = "/debug/" in os.path.realpath(os.environ.get("SMARTPICK_SERVE", ""))
DAY = "2026-09-10"  # a day in the season, so that every run gives the same advice


@contextlib.contextmanager
def server(*arguments):
    """Starts the server on a free loopback port and ends it as a service manager would."""
    process = subprocess.Popen(
        [os.environ["SMARTPICK_SERVE"], "--port", "0", "--as-of", DAY, *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        line = process.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+", line)
        if not address:
            raise RuntimeError(f"the server did not start: {line!r}")
        yield address.group(0), process
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            raise RuntimeError("the server did not end within ten seconds of SIGTERM")


class Run:
    """Runs checks one after the other; a failure is told and does not stop the rest."""

    def __init__(self):
        self.passed = 0
        self.failed = []

    def check(self, name, action, *arguments):
        start = time.monotonic()
        try:
            action(*arguments)
        except Exception as error:  # noqa: BLE001 - any failure is a failed check
            self.failed.append(name)
            print(f"FAILED  {name}: {error}")
            if not isinstance(error, AssertionError):
                traceback.print_exc(limit=4)
        else:
            self.passed += 1
            print(f"passed  {name} ({time.monotonic() - start:.1f} s)")
        sys.stdout.flush()

    def finish(self):
        print(f"{self.passed} passed, {len(self.failed)} failed")
        return 1 if self.failed else 0


@contextlib.contextmanager
def browser():
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield running
        finally:
            running.close()


@contextlib.contextmanager
def page(running, base, width=1280, scheme="light", script=True):
    """A fresh browser profile; any request to another host or script error fails the check."""
    context = running.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme,
        java_script_enabled=script, accept_downloads=True)
    context.set_default_timeout(90_000 if IS_DEBUG else 20_000)
    tab = context.new_page()
    strangers, errors = [], []
    tab.on("request", lambda request: strangers.append(request.url)
           if not request.url.startswith((base, "blob:", "data:")) else None)
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("console", lambda message: errors.append(message.text)
           if message.type == "error" and "422" not in message.text
           and "404" not in message.text else None)
    try:
        yield tab
        assert not strangers, f"requests to other hosts: {strangers}"
        assert not errors, f"errors in the console: {errors}"
        assert not context.cookies(), "a cookie was set"
    finally:
        context.close()


def shot(tab, name):
    SHOTS.mkdir(parents=True, exist_ok=True)
    tab.screenshot(path=SHOTS / f"{name}.png", full_page=True)


def fetch(url, data=None, headers=None, method=None):
    """Status, headers and text of an answer, also of a refusal."""
    request = urllib.request.Request(url, data=data, headers=headers or {}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=90) as answer:
            return answer.status, dict(answer.headers), answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read().decode()
