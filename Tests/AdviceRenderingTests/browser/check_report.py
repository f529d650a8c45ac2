#!/usr/bin/env python3
"""Open a report in headless Chromium and check it as its reader would.

    pip install playwright axe-playwright-python
    check_report.py report.html [--out DIR] [--browser /usr/bin/chromium]

Checked in light and dark, at 1280 and 360 pixels: no accessibility violation that axe knows
(WCAG 2.2 AA), no request to anywhere, no sideways scrolling, nothing in the browser's console.
With --out, writes screenshots and a PDF. Exit code 1 if anything is wrong.
"""

import argparse
import pathlib
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def check(page, address, name, width, scheme, out):
    problems = []
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: problems.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: problems.append(f"error: {error}"))
    page.goto(address)
    for url in requests:
        if url != address:
            problems.append(f"request to {url}")
    overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    if overflow > 0:
        problems.append(f"the page is {overflow} pixels too wide")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    result = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    for violation in result.response["violations"]:
        for node in violation["nodes"]:
            problems.append(f"axe {violation['id']}: {node['html'][:160]}")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = false)")
    if out:
        page.screenshot(path=out / f"{name}-{width}-{scheme}.png", full_page=True)
        if width > 600 and scheme == "light":
            page.pdf(path=out / f"{name}.pdf", prefer_css_page_size=True, format="Letter")
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("report", type=pathlib.Path, nargs="+")
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--browser", default="/usr/bin/chromium")
    arguments = parser.parse_args()
    if arguments.out:
        arguments.out.mkdir(parents=True, exist_ok=True)
    failures = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=arguments.browser, args=["--no-sandbox"]
        )
        for report in arguments.report:
            for width in (1280, 360):
                for scheme in ("light", "dark"):
                    # The checker injects axe, which the report's own policy would refuse.
                    context = browser.new_context(
                        viewport={"width": width, "height": 900},
                        color_scheme=scheme,
                        bypass_csp=True,
                    )
                    problems = check(
                        context.new_page(), report.resolve().as_uri(), report.stem, width,
                        scheme, arguments.out,
                    )
                    context.close()
                    failures += len(problems)
                    print(f"{report.name} {width} {scheme}: {len(problems)} problems")
                    for problem in problems:
                        print(f"  {problem}")
        browser.close()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
