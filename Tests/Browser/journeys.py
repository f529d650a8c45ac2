"""What a worried applicant does on the page, with JavaScript and without."""

import json
import pathlib
import re
import statistics

from harness import IS_DEBUG, ROOT, SHOTS, page, shot

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLE = ROOT / "Examples" / "internal-medicine-252-245.yaml"
BROKEN = HERE / "broken.yaml"


def first_answer(running, base):
    """Four answers on the first page lead to the advice."""
    with page(running, base) as tab:
        tab.goto(base)
        tab.check("input[value='us-md']")
        tab.fill("[name='step1.score']", "252")
        tab.fill("[name='step2ck.score']", "245")
        tab.select_option("[name='specialties[0].name']", "Internal Medicine")
        tab.click("text=Show my advice")
        # Step 1 without a date is past the years of scores: still an answer.
        assert tab.locator("#verdict").count() == 1, tab.inner_text("main")[:300]
        assert "Internal Medicine" in tab.inner_text("#verdict")
        assert tab.locator("tbody.program").count() > 3


def without_script(running, base):
    """The same, and a change of limits, a comparison, a draft, a program, with no script at all."""
    with page(running, base, script=False) as tab:
        tab.goto(base)
        tab.check("input[value='us-do']")
        tab.fill("[name='step2ck.score']", "238")
        tab.select_option("[name='specialties[0].name']", "Family Medicine")
        tab.click("text=Show my advice")
        assert "Family Medicine" in tab.inner_text("#verdict")
        tab.fill("[name='limits.budget']", "200")
        tab.click("text=Update everything")
        assert tab.input_value("[name='limits.budget']") == "200"
        assert "$200" in tab.text_content("#list")
        tab.fill("#draft-text", "Unfortunately I was burned out and the exam was unfair.")
        tab.click("text=Check it")
        assert tab.locator("mark").count() > 0
        tab.click("text=Back to the advice")
        tab.click("#compare summary")
        tab.click("#compare button[type=submit]")
        assert "As it is" in tab.inner_text("table.compare")
        tab.click("text=Back to the advice")
        dropped = tab.locator("tbody.program").first.get_attribute("data-code")
        tab.locator("tbody.program").first.locator("text=Drop").click()
        assert tab.locator(f"[data-code='{dropped}']").count() == 0, "a dropped program is listed"
        tab.click("#dropped button")
        tab.click(".stage button:has-text('Interviewing')")
        assert "Interviewing" in tab.inner_text("#season")
        tab.click(".stage button:has-text('Go by the date')")
        tab.locator("tbody.program .name-button").first.click()
        assert "Without a signal" in tab.inner_text("#odds")
        tab.click("text=Back to the advice")
        with tab.expect_download() as download:
            tab.click("#keep >> text=Plan for your calendar")
        assert "BEGIN:VCALENDAR" in pathlib.Path(download.value.path()).read_text()


def full_form(running, base):
    """The whole form by keyboard, with live messages, a draft that survives, and a saved file."""
    with page(running, base) as tab:
        tab.goto(base + "/form")
        tab.focus("#f-type")
        tab.keyboard.press("Space")
        tab.fill("[name='step2ck.score']", "2455")
        tab.keyboard.press("Tab")
        tab.wait_for_selector("#f-step2ck-score-error:not([hidden])")
        text = tab.inner_text("#f-step2ck-score-error")
        assert "out of range" in text, text
        assert tab.get_attribute("#f-step2ck-score", "aria-invalid") == "true"
        tab.fill("[name='step2ck.score']", "245")
        tab.keyboard.press("Tab")
        tab.wait_for_selector("#f-step2ck-score-error", state="hidden")
        tab.select_option("[name='specialties[0].name']", "Neurology")
        tab.click("#step-limits summary")
        tab.fill("[name='limits.budget']", "750")
        tab.keyboard.press("Tab")
        tab.wait_for_timeout(400)
        tab.reload()
        assert tab.input_value("[name='step2ck.score']") == "245", "the draft is lost"
        assert tab.evaluate("document.forms.applicant.elements['limits.budget'].value") == "750"
        with tab.expect_download() as download:
            tab.click("text=Save as a file")
        saved = pathlib.Path(download.value.path()).read_text()
        assert "budget: 750" in saved and "Neurology" in saved
        tab.click("text=Clear it")
        tab.reload()
        assert tab.input_value("[name='step2ck.score']") == ""
        assert tab.evaluate("localStorage.length") == 0


def load_broken(running, base):
    """A file with mistakes shows each with its line and how to mend it."""
    with page(running, base) as tab:
        tab.goto(base)
        tab.set_input_files("#upload", BROKEN)
        tab.click("text=Load it into the form")
        text = tab.inner_text("#problems")
        assert "line 3" in text and "out of range" in text, text
        assert "did you mean" in text and "limits" in text, text
        assert tab.evaluate("document.activeElement.id") == "problems"
        tab.fill("#editor", "type: us-md\nstep2ck: 245\nspecialties: [Internal Medicine]\n")
        tab.click("text=Read it again")
        assert tab.locator("#problems").count() == 0
        assert tab.input_value("[name='step2ck.score']") == "245"


def load_file(running, base):
    """A whole file loads into the form and gives its advice."""
    with page(running, base) as tab:
        tab.goto(base)
        tab.set_input_files("#upload", EXAMPLE)
        tab.click("text=Load it into the form")
        assert tab.input_value("[name='step2ck.score']") == "245"
        assert tab.locator("details.step .step-state", has_text="answered").count() >= 6
        tab.click("text=Show my advice")
        assert "252" in tab.inner_text(".title")


# From the input to the frame after the new figures: what a person waits for.
INPUT_TO_PAINT = """(slider, value) => new Promise((done) => {
  const start = performance.now();
  const title = document.querySelector("#advice-title");
  const watch = new MutationObserver(() => {
    if (document.contains(title)) return;
    watch.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
  });
  watch.observe(document.querySelector("main"), { childList: true, subtree: true });
  slider.value = value;
  slider.dispatchEvent(new Event("input", { bubbles: true }));
})"""


def sliders(running, base):
    """Sliders change every figure, painted in under 200 ms each."""
    with page(running, base) as tab:
        tab.goto(base + "/example")
        tab.wait_for_load_state("networkidle")
        times = []
        verdicts = {tab.inner_text("[data-figures]")}
        for name, value in [
            ("limits.budget", 150), ("limits.applications", 8), ("limits.interviews", 5),
            ("aim", 0.9), ("limits.budget", 600), ("limits.applications", 20),
        ]:
            slider = tab.locator(f".dial:has([name='{name}']) [type=range]")
            times.append(slider.evaluate(INPUT_TO_PAINT, str(value)))
            assert "Updated" in tab.inner_text("[data-status]")
            assert tab.locator(".all-places.is-waiting").count() == 0
            verdicts.add(tab.inner_text("[data-figures]"))
            if name == "limits.applications":
                listed = tab.locator("#list [data-code]").count()
                assert 0 < listed <= value, f"{listed} programs for a limit of {value}"
        assert len(verdicts) > 1, "nothing changed"
        slow = statistics.median(times)
        print(f"        input to paint: median {slow:.0f} ms, worst {max(times):.0f} ms")
        assert IS_DEBUG or slow < 200, f"sliders take {times} ms"
        shot(tab, "advice-after-sliders")


def no_limit(running, base):
    """A number that cannot be is told beside the dials, and mending it goes on."""
    with page(running, base) as tab:
        tab.goto(base + "/example")
        tab.fill("[name='limits.budget']", "lots")
        tab.wait_for_selector("[data-status]:has-text('not a whole number')")
        tab.fill("[name='limits.budget']", "")
        tab.wait_for_selector("[data-status]:has-text('Updated')")


def the_list(running, base):
    """Ten programs first, then all; filter, sort, reasons, a name opens the program's page."""
    with page(running, base) as tab:
        tab.goto(base + "/example#list")
        assert tab.locator("tbody.program:visible").count() == 10
        tab.click(".show-all")
        every = tab.locator("tbody.program:visible").count()
        assert every == tab.locator("tbody.program").count() > 10
        name = tab.locator("tbody.program .name-button").first.inner_text()
        tab.fill("#list-filter", name[:12])
        assert 1 <= tab.locator("tbody.program:visible").count() < every
        tab.fill("#list-filter", "")
        tab.select_option("#list-order", "name")
        names = tab.locator("tbody.program:visible .name-button").all_inner_texts()
        assert names == sorted(names, key=str.lower), names[:5]
        tab.locator("tbody.program:visible summary").first.click()
        assert tab.locator("tbody.program:visible .reasons b").first.is_visible()
        tab.locator("tbody.program:visible .name-button").first.click()
        tab.wait_for_selector("#odds")
        assert "Why" in tab.inner_text("#odds")


def the_curve(running, base):
    """The marker moves along the curve of diminishing returns."""
    with page(running, base) as tab:
        tab.goto(base + "/example#returns")
        tab.focus("#returns-slider")
        before = tab.inner_text(".returns-dial output")
        tab.keyboard.press("ArrowRight")
        after = tab.inner_text(".returns-dial output")
        assert before != after and "applications" in after
        assert float(tab.get_attribute("#returns .c-marker-line", "x1")) > 0


def words(running, base):
    """Texts copy, a draft is checked in place."""
    with page(running, base) as tab:
        tab.goto(base + "/example#words")
        tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
        tab.locator("#words .copy-row button").first.click()
        tab.wait_for_selector("#words .copy-row >> text=Copied.")
        tab.fill("#draft-text", "Sadly the exam was unfair and I was so burned out that I cried.")
        tab.click("[data-draft-check] button")
        tab.wait_for_selector("[data-draft-result] mark")


def explorer(running, base):
    """Search, the map by state, a program's facts."""
    with page(running, base) as tab:
        tab.goto(base + "/programs")
        tab.fill("#q", "UCSF derm")
        tab.click("text=Search")
        assert "Dermatology" in tab.inner_text("#results")
        tab.goto(base + "/programs?q=Clevland")
        assert "shown is ‘cleveland’" in tab.inner_text("#results").lower()
        tab.goto(base + "/programs?specialty=Neurology")
        tab.click(".tile-map a:has-text('OH')")
        assert "state=OH" in tab.url and "specialty=Neurology" in tab.url
        tab.locator(".results a").first.click()
        assert "Source" in tab.inner_text("#facts")


def explorer_odds(running, base):
    """From the advice to every program with its chances, by state, sorted, and back."""
    with page(running, base) as tab:
        tab.goto(base + "/example#list")
        tab.click("[data-every] button")
        assert "With your chances in Internal Medicine" in tab.inner_text("main")
        tab.click(".tile-map button:has-text('OH')")
        assert "state=OH" in tab.url
        tab.select_option("#sort", "standing")
        tab.click("text=Search")
        asks = [int(text) for text in tab.locator(".results td:nth-child(2)").all_inner_texts()
                if text.isdigit()]
        assert len(asks) > 5 and asks == sorted(asks, reverse=True), asks
        tab.locator(".results th button").first.click()
        assert "Without a signal" in tab.inner_text("#odds")
        assert "NIH" in tab.inner_text("#standing")
        tab.click("text=Back to the advice")
        tab.wait_for_selector("#list", state="visible")


def draft_odds(running, base):
    """A draft in this browser gives the odds on a program's page."""
    with page(running, base) as tab:
        tab.goto(base + "/form")
        tab.check("input[value='us-md']")
        tab.fill("[name='step2ck.score']", "250")
        tab.select_option("[name='specialties[0].name']", "Internal Medicine")
        tab.wait_for_timeout(400)
        tab.goto(base + "/programs/1553140C0")
        tab.click("text=Use the draft in this browser")
        assert "Without a signal" in tab.inner_text("#odds")


def printed(running, base):
    """The advice prints on two pages: answer, list, words, next dates; no controls."""
    with page(running, base) as tab:
        tab.goto(base + "/example")
        assert tab.locator("[data-print]").is_visible()
        tab.emulate_media(media="print")
        assert not tab.locator("#controls").is_visible()
        assert not tab.locator(".site-head").is_visible()
        assert tab.locator("#list").is_visible() and tab.locator("#words").is_visible()
        SHOTS.mkdir(parents=True, exist_ok=True)
        pdf = tab.pdf(path=SHOTS / "advice.pdf", format="Letter")
        assert pdf.startswith(b"%PDF") and 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2


# What has the focus, where a bar that stays in sight covers all of it; else nothing.
COVERED = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  if (focused.closest(".places, .beside")) return null;
  const box = focused.getBoundingClientRect();
  const top = document.querySelector(".places").getBoundingClientRect();
  const bar = document.querySelector(".beside");
  const bottom = bar.getBoundingClientRect();
  const isBar = getComputedStyle(bar).bottom === "0px" && getComputedStyle(bar).top === "auto";
  const isUnder = (box.top >= top.top && box.bottom <= top.bottom)
    || (isBar && box.top >= bottom.top && box.bottom <= bottom.bottom && bottom.top > top.bottom);
  return isUnder ? focused.outerHTML.slice(0, 120) : null;
}"""


def keyboard(running, base, width=1280):
    """Tab reaches the content first by the skip link, and focus is always to be seen."""
    with page(running, base, width) as tab:
        tab.goto(base + "/example")
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.className") == "skip"
        tab.keyboard.press("Enter")
        assert tab.evaluate("document.activeElement.id") == "main"
        tab.evaluate("location.hash = 'list'")
        covered = []
        for _ in range(140):
            tab.keyboard.press("Tab")
            if hidden := tab.evaluate(COVERED):
                covered.append(hidden)
        assert not covered, f"focus under a bar: {covered}"
        for _ in range(12):
            tab.keyboard.press("Tab")
            style = tab.evaluate(
                "(() => { const s = getComputedStyle(document.activeElement);"
                "return s.outlineStyle + ' ' + s.outlineWidth; })()")
            assert not style.startswith("none"), style


def phone_keyboard(running, base):
    """The same on a phone, where the dials are a bar below."""
    keyboard(running, base, 360)


def exports(running, base):
    """Report, table and JSON download whole."""
    with page(running, base) as tab:
        tab.goto(base + "/example")
        for label, check in [
            ("Report (one HTML file)", lambda text: "</html>" in text),
            ("List as a table", lambda text: text.count("\n") > 5 and "," in text),
            ("Everything as JSON", lambda text: json.loads(text)["format"] == 1),
            ("Your file", lambda text: "type: us-md" in text),
        ]:
            with tab.expect_download() as download:
                tab.click(f"#keep >> text='{label}'")
            assert check(pathlib.Path(download.value.path()).read_text()), label


def couple(running, base):
    """Two files of a couple give one joint list, and being together can be weighed."""
    examples = ROOT / "Examples"
    with page(running, base) as tab:
        tab.goto(base)
        tab.set_input_files("#upload", examples / "couple-a.yaml")
        tab.set_input_files("#partner-upload", examples / "couple-b.yaml")
        tab.click("text=Advise it")
        tab.wait_for_load_state("networkidle")
        assert tab.locator("#couple").count() == 1, tab.inner_text("main")[:300]
        text = tab.inner_text("#couple")
        assert "Pediatrics" in text and "Internal Medicine" in text, text[:500]
        assert tab.locator("[name='couple_wishes.together']").count() == 1
        shot(tab, "couple")


def pictures(running, base):
    """The README's pictures: the page and the report as they are."""
    folder = ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    with page(running, base) as tab:
        tab.set_viewport_size({"width": 1280, "height": 1000})
        advise(tab, base, ROOT / "Examples" / "dermatology-255-241.yaml")
        tab.wait_for_load_state("networkidle")
        tab.screenshot(path=folder / "page.png")
        with tab.expect_download() as download:
            tab.click("#keep >> text='Report (one HTML file)'")
        text = pathlib.Path(download.value.path()).read_text()
    report = running.new_page(viewport={"width": 1280, "height": 1000})
    report.set_content(text)
    report.screenshot(path=folder / "report.png")
    report.close()


def shown(tab):
    return tab.locator(".place.is-shown").get_attribute("data-place")


def advise(tab, base, file):
    tab.goto(base)
    tab.set_input_files("#upload", file)
    tab.click("text=Advise it")
    tab.wait_for_selector(".place.is-shown")


def five_places(running, base):
    """Each place has an address; Back, forward, reload and a bookmark find it and the file again."""
    with page(running, base) as tab:
        advise(tab, base, EXAMPLE)
        tab.wait_for_url("**/advice/view")
        verdict = tab.inner_text("#verdict .range")
        assert shown(tab) == "answer" and not tab.locator("#list").is_visible()
        for place in ["list", "words", "plan", "evidence"]:
            tab.click(f".places a[href='#{place}']")
            assert shown(tab) == place and tab.url.endswith("#" + place)
            screens = tab.evaluate("document.documentElement.scrollHeight / 800")
            assert screens <= 4, f"{place}: {screens:.1f} screens"
        tab.go_back()
        tab.wait_for_selector(".place.is-shown[data-place=plan]")
        tab.go_forward()
        tab.wait_for_selector(".place.is-shown[data-place=evidence]")
        tab.reload()
        tab.wait_for_selector(".place.is-shown[data-place=evidence]")
        tab.goto(base + "/sources")
        tab.go_back()
        tab.wait_for_selector(".place.is-shown[data-place=evidence]")
        tab.goto(base + "/advice/view#list")
        tab.wait_for_selector(".place.is-shown[data-place=list]")
        tab.locator("tbody.program:visible .name-button").first.click()
        tab.wait_for_selector("#facts")
        tab.go_back()
        tab.wait_for_selector(".place.is-shown[data-place=list]")
        tab.click(".places a[href='#answer']")
        assert tab.inner_text("#verdict .range") == verdict
        for word in ["245", "252", "Internal"]:
            assert word not in tab.url, "something of the file stands in the address"


def two_people(running, base):
    """Two tabs with two people stay two people, also after a reload; a new tab knows nobody."""
    with page(running, base) as first:
        advise(first, base, EXAMPLE)
        second = first.context.new_page()
        advise(second, base, ROOT / "Examples" / "dermatology-255-241.yaml")
        second.reload()
        first.reload()
        first.wait_for_selector(".place.is-shown")
        second.wait_for_selector(".place.is-shown")
        assert "Internal Medicine" in first.inner_text("#advice-title")
        assert "Dermatology" in second.inner_text("#advice-title")
        stranger = first.context.new_page()
        stranger.goto(base + "/advice/view#list")
        assert "has none" in stranger.inner_text("main")
        stranger.goto(base + "/form")
        first.goto(base + "/form")
        first.fill("[name='step2ck.score']", "250")
        first.wait_for_timeout(400)
        stranger.reload()
        assert stranger.input_value("[name='step2ck.score']") == "", "a draft of another tab"
        stranger.click("text=Continue it")
        stranger.wait_for_function(
            "document.forms.applicant.elements['step2ck.score'].value === '250'")


def nothing_lost(running, base):
    """Drafts, filters, order and open folds survive a dial and a reload."""
    with page(running, base) as tab:
        advise(tab, base, EXAMPLE)
        tab.click(".places a[href='#words']")
        tab.fill("#draft-text", "My own words.")
        tab.click(".places a[href='#list']")
        tab.select_option("#list-order", "name")
        tab.click("#returns summary")
        slider = tab.locator(".dial:has([name='limits.applications']) [type=range]")
        slider.evaluate(INPUT_TO_PAINT, "20")
        assert tab.input_value("#draft-text") == "My own words."
        assert tab.input_value("#list-order") == "name"
        assert tab.locator("#returns[open]").count() == 1
        tab.reload()
        tab.wait_for_selector(".place.is-shown[data-place=list]")
        assert tab.input_value("#draft-text") == "My own words."
        assert tab.input_value("#list-order") == "name"
        assert tab.input_value("[name='limits.applications']") == "20"
        assert tab.locator("#returns[open]").count() == 1


def own_list(running, base):
    """Keep, drop, take back, add and compare programs; the list follows in place."""
    with page(running, base) as tab:
        advise(tab, base, EXAMPLE)
        tab.click(".places a[href='#list']")
        first = tab.locator("tbody.program:visible").first
        code = first.get_attribute("data-code")
        first.locator("text=Drop").click()
        tab.wait_for_selector(f"[data-code='{code}']", state="detached")
        tab.click("#dropped button")
        tab.wait_for_selector("#dropped", state="detached")
        first = tab.locator("tbody.program:visible").first
        code = first.get_attribute("data-code")
        first.locator("text=Keep").click()
        tab.wait_for_selector(f"[data-code='{code}'] .badge.kept")
        tab.fill("#list-add", "university")
        tab.click("[data-add]")
        tab.wait_for_selector("[data-status]:has-text('programs fit')")
        tab.fill("#list-add", "1553140C0")
        tab.click("[data-add]")
        tab.wait_for_selector("[data-code='1553140C0'] .badge.kept", state="attached")
        for row in range(2):
            tab.locator("tbody.program:visible input[type=checkbox]").nth(row).check()
        tab.click("text=Compare the chosen ones")
        assert tab.locator("table.side-by-side thead th").count() == 2
        tab.click("text=Back to the advice")
        tab.wait_for_selector("[data-code='1553140C0'] .badge.kept", state="attached")


def asked_in_place(running, base):
    """What is missing is asked in place, one press answers; the stage is one press too."""
    with page(running, base) as tab:
        tab.goto(base)
        tab.check("input[value='us-md']")
        tab.fill("[name='step2ck.score']", "245")
        tab.select_option("[name='specialties[0].name']", "Internal Medicine")
        tab.click("text=Show my advice")
        before = tab.locator("[data-ask]").count()
        assert before > 5
        question = tab.locator("[data-ask]").first
        path = question.get_attribute("data-ask")
        question.locator("button").first.click()
        tab.wait_for_selector(f"[data-ask='{path}']", state="detached")
        assert tab.locator("[data-ask]").count() == before - 1
        tab.click(".stage button:has-text('Interviewing')")
        tab.wait_for_selector(".stage button[aria-pressed=true]:has-text('Interviewing')")
        tab.click(".places a[href='#plan']")
        assert tab.locator("#season").is_visible()


def set_aside(running, base):
    """Two settings are compared by presses, and the first is taken up again."""
    with page(running, base) as tab:
        tab.goto(base + "/example")
        tab.click("text=Set this aside to compare")
        before = tab.inner_text("[data-figures]")
        slider = tab.locator(".dial:has([name='limits.applications']) [type=range]")
        slider.evaluate(INPUT_TO_PAINT, "5")
        assert tab.inner_text("[data-figures]") != before
        tab.click("text=Use it")
        tab.wait_for_function(
            "(before) => document.querySelector('[data-figures]').innerText === before", arg=before)


def the_board(running, base):
    """A signal moves by a press and by dragging; the chance of one's own signals stands beside."""
    with page(running, base) as tab:
        advise(tab, base, ROOT / "Examples" / "dermatology-255-241.yaml")
        tab.evaluate("location.hash = 'signals'")
        silver = tab.locator("[data-tier=silver] li")
        before = silver.count()
        code = silver.first.get_attribute("data-signal")
        silver.first.locator("button").first.click()
        tab.wait_for_selector(f"[data-tier=gold] li[data-signal='{code}']")
        assert silver.count() == before - 1
        assert "With your own list and signals" in tab.inner_text("#signals")
        tab.drag_and_drop(f".board li[data-signal='{code}']", "[data-tier=silver] h3")
        tab.wait_for_selector(f"[data-tier=silver] li[data-signal='{code}']")
        tab.click("text=Forget my own list")
        tab.wait_for_selector("#signals .callout", state="detached")


ALL = [
    first_answer, without_script, full_form, load_broken, load_file, sliders, no_limit, the_list,
    the_curve, words, explorer, explorer_odds, draft_odds, printed, keyboard, phone_keyboard,
    exports, couple, five_places, two_people, nothing_lost, own_list, asked_in_place, set_aside,
    pictures,
]


def check(run, running, base):
    for journey in ALL:
        run.check(journey.__doc__.strip().rstrip("."), journey, running, base)
