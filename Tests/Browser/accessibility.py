"""Every page, in light and dark, wide and on a phone: axe finds nothing, nothing overflows."""

import pathlib

from axe_playwright_python.sync_playwright import Axe

from harness import ROOT, page, shot
from journeys import BROKEN

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

PAGES = {
    "home": "/", "form": "/form", "advice": "/example", "advice-list": "/example#list",
    "advice-words": "/example#words", "advice-plan": "/example#plan",
    "advice-evidence": "/example#evidence", "advice-none": "/advice/view", "programs": "/programs?q=cleveland",
    "program": "/programs/1553140C0", "sources": "/sources", "limits": "/limits",
    "not-found": "/nothing-here",
}

# The dark scheme changes colours and nothing else, so only the rules about colours are asked again.
COLOURS = ["color-contrast", "link-in-text-block"]


def scan(tab, name, scheme):
    only = {"type": "tag", "values": TAGS} if scheme == "light" else {"type": "rule", "values": COLOURS}
    results = Axe().run(tab, options={"runOnly": only})
    found = [
        f"{violation['id']}: {violation['nodes'][0]['target']} "
        f"{violation['nodes'][0].get('failureSummary', '')}"
        for violation in results.response["violations"]
    ]
    assert not found, f"{name}: " + "\n    ".join(found)


def fits(tab):
    over = tab.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert over <= 0, f"the page is {over} pixels wider than the screen"


def posted_pages(tab, base):
    """Pages that only a form leads to."""
    tab.goto(base + "/form")
    tab.set_input_files("#upload", BROKEN)
    tab.evaluate("document.querySelector('details.load').open = true")
    tab.click("text=Load it into the form")
    yield "problems"
    tab.goto(base + "/example#compare")
    tab.click("#compare button[type=submit]")
    yield "compare"
    tab.goto(base + "/example#list")
    tab.locator("tbody.program:visible .name-button").first.click()
    yield "program-odds"
    tab.goto(base + "/example#list")
    for row in range(3):
        tab.locator("tbody.program:visible input[type=checkbox]").nth(row).check()
    tab.click("text=Compare the chosen ones")
    yield "side-by-side"
    tab.goto(base + "/example#list")
    tab.click("[data-every] button")
    yield "programs-odds"
    tab.goto(base + "/form")
    tab.evaluate("document.querySelectorAll('details').forEach((fold) => fold.open = true)")
    yield "form-open"
    for place in ["answer", "list", "words", "plan", "evidence"]:
        tab.goto(base + "/example#" + place)
        tab.evaluate("document.querySelectorAll('.all-places details')"
                     ".forEach((fold) => fold.open = true)")
        yield "advice-open-" + place
    for name in ["dermatology-255-241", "more/img-third-season", "more/ranking"]:
        tab.goto(base)
        tab.set_input_files("#upload", ROOT / "Examples" / f"{name}.yaml")
        tab.click("text=Advise it")
        yield "advice-" + pathlib.Path(name).name
    tab.goto(base)
    tab.evaluate("document.querySelectorAll('details').forEach((fold) => fold.open = true)")
    tab.set_input_files("#upload", ROOT / "Examples" / "couple-a.yaml")
    tab.set_input_files("#partner-upload", ROOT / "Examples" / "couple-b.yaml")
    tab.click("text=Advise it")
    yield "couple"


def check(run, running, base):
    for scheme in ["light", "dark"]:
        for width in [1280, 360]:
            for name, path in PAGES.items():
                def one(name=name, path=path, scheme=scheme, width=width):
                    with page(running, base, width, scheme) as tab:
                        tab.goto(base + path)
                        tab.wait_for_load_state("networkidle")
                        shot(tab, f"{name}-{width}-{scheme}")
                        fits(tab)
                        scan(tab, name, scheme)
                run.check(f"axe: {name}, {width} px, {scheme}", one)

            def rest(scheme=scheme, width=width):
                with page(running, base, width, scheme) as tab:
                    for name in posted_pages(tab, base):
                        tab.wait_for_load_state("networkidle")
                        shot(tab, f"{name}-{width}-{scheme}")
                        fits(tab)
                        scan(tab, name, scheme)
            run.check(f"axe: pages behind forms, {width} px, {scheme}", rest)
