// The advice: five places of which one shows, a file that this tab remembers, dials that repaint.
"use strict";

// ---- What this tab remembers: the files of its advices, and what was typed beside them ----------

const memory = {
  store: stored(() => sessionStorage, "smartpick-advice-1"),
  most: 6,
  all() { return this.store.load() ?? { last: null, entries: {} }; },
  /** The advice of this history entry, else the last one of this tab. */
  find(key) {
    const all = this.all();
    const name = key in all.entries ? key : all.last;
    return name ? { key: name, ...all.entries[name] } : null;
  },
  save(key, changes) {
    const all = this.all();
    all.entries[key] = { ...all.entries[key], ...changes };
    all.last = key;
    for (const old of Object.keys(all.entries).slice(0, -this.most)) delete all.entries[old];
    this.store.save(all);
  },
};

let adviceKey = null;

/** The file that the page carries along. */
const carriedFile = (root = document) => {
  const value = (name) => $(`#carry input[name=${name}]`, root)?.value ?? "";
  return { file: value("file"), partner: value("partner") };
};

/** Puts the file under a key into the tab's memory and an address that can be reloaded. */
function remember() {
  adviceKey ??= Date.now().toString(36);
  memory.save(adviceKey, carriedFile());
  history.replaceState({ key: adviceKey }, "", "/advice/view" + location.hash);
}

// ---- Five places ---------------------------------------------------------------------------------

const places = ["answer", "list", "words", "plan", "evidence"];
const scrolls = new Map();
let shownPlace = "answer";
let wasPressed = false;

function showPlace(name) {
  shownPlace = name;
  for (const place of $$(".place")) place.classList.toggle("is-shown", place.dataset.place === name);
  for (const link of $$(".places a")) {
    if (link.hash === "#" + name) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

/** Shows what the address names: a place, or something within one, unfolded. */
function followAddress() {
  if (adviceKey && history.state?.key !== adviceKey) {
    history.replaceState({ key: adviceKey }, "", location.href);
  }
  const id = decodeURIComponent(location.hash.slice(1)) || "answer";
  const target = document.getElementById(id);
  const place = target?.closest("[data-place]")?.dataset.place;
  if (!place) {
    if (!target) showPlace("answer");
    return;
  }
  if (place !== shownPlace) scrolls.set(shownPlace, scrollY);
  showPlace(place);
  const top = Math.min(scrollY, $(".places").offsetTop);
  if (places.includes(id)) {
    scrollTo({ top: wasPressed ? top : scrolls.get(place) ?? top, behavior: "instant" });
  } else {
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
    target.scrollIntoView({ behavior: "instant" });
  }
  wasPressed = false;
}

addEventListener("hashchange", followAddress);
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='#']");
  if (!link) return;
  wasPressed = true;
  if (link.hash === location.hash) followAddress();
});

// ---- What a repaint must not lose ----------------------------------------------------------------

const foldName = (fold) => {
  const owner = fold.id || fold.closest("[id], [data-code]");
  const name = typeof owner === "string" ? owner : owner?.dataset?.code ?? owner?.id ?? "";
  return name + "|" + fold.querySelector("summary").textContent.replace(/\d+/g, "").trim();
};

/** Open folds, and what was typed and chosen, by name. */
function capture() {
  const folds = $$(".all-places details[open]").map(foldName);
  const fields = $$("[data-list-tools] [id], [data-keep] textarea[id], [data-ask] input").map(
    (field) => [field.id || field.name, field.value]);
  return { folds, fields, isWhole: $("table.programs")?.classList.contains("is-whole") ?? false };
}

function restore({ folds, fields, isWhole }) {
  const open = new Set(folds);
  for (const fold of $$(".all-places details")) if (open.has(foldName(fold))) fold.open = true;
  for (const [name, value] of fields) {
    const field = document.getElementById(name) ?? $(`[data-ask] input[name="${name}"]`);
    if (field && value) field.value = value;
  }
  if (isWhole) $("table.programs")?.classList.add("is-whole");
}

/** Draws the figures of another answer, keeping drafts, folds, filters and the place of the focus. */
function repaint(fresh) {
  const state = capture();
  const focus = document.activeElement;
  const focusName = focus?.getAttribute?.("aria-label") ?? focus?.id;
  for (const place of $$(".place", fresh)) {
    const old = $(`.place[data-place="${place.dataset.place}"]`);
    for (const own of $$("[data-keep]", old)) $("#" + own.id, place)?.replaceWith(own);
    old.replaceChildren(...place.childNodes);
  }
  $("#advice-title").replaceWith($("#advice-title", fresh));
  $("[data-figures]").textContent = $("[data-figures]", fresh).textContent;
  const { file, partner } = carriedFile(fresh);
  for (const input of $$("input[name=file]")) input.value = file;
  for (const input of $$("input[name=partner]")) input.value = partner;
  restore(state);
  enhanceParts();
  if (!document.contains(focus) && focusName) {
    const again = $$("[aria-label], [id]").find(
      (element) => (element.getAttribute("aria-label") ?? element.id) === focusName);
    (again ?? $(`.place[data-place="${shownPlace}"] h2`))?.focus?.();
  }
}

// ---- Asking anew ---------------------------------------------------------------------------------

let pendingAnswer;

/** Asks for the advice with changes; an older question still open is dropped. */
async function ask(data) {
  const status = $("[data-status]");
  pendingAnswer?.abort();
  const own = pendingAnswer = new AbortController();
  const waiting = setTimeout(() => {
    $(".all-places").classList.add("is-waiting");
    status.textContent = "Computing …";
  }, 150);
  try {
    const response = await post("/advice/parts", data, own.signal);
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    if (own.signal.aborted) return;
    if (!response.ok) {
      const list = $$(".points li", fresh).map((item) => item.textContent);
      status.textContent = list.join(" ") || $("main p:not(.eyebrow)", fresh)?.textContent
        || "Not possible.";
      status.scrollIntoView({ block: "nearest", behavior: "instant" });
      return;
    }
    repaint(fresh);
    remember();
    status.textContent = $("#announcement", fresh).textContent;
  } catch (error) {
    if (error.name === "AbortError") return;
    status.textContent = "The server does not answer. Is it still running?";
  } finally {
    clearTimeout(waiting);
    if (!own.signal.aborted) $(".all-places").classList.remove("is-waiting");
  }
}

function enhanceControls(form) {
  const update = later(40, () => ask(new FormData(form)));
  for (const dial of $$(".dial", form)) {
    const number = $("input", dial);
    const end = Number(dial.dataset.end);
    const step = Number(dial.dataset.step);
    const empty = dial.dataset.empty;
    // The last place of the slider stands for "no limit".
    const top = empty ? end + step : end;
    const slider = make("input", {
      type: "range", min: 0, max: top, step, "aria-label": `${$("label", dial).textContent}, slider`,
    });
    const follow = () => {
      const value = parseFloat(number.value);
      slider.value = Number.isFinite(value) ? Math.min(value, end) : top;
      slider.setAttribute("aria-valuetext", number.value || empty);
    };
    slider.addEventListener("input", () => {
      const isOpen = empty && Number(slider.value) > end;
      number.value = isOpen ? "" : String(Math.round(Number(slider.value) * 100) / 100);
      slider.setAttribute("aria-valuetext", number.value || empty);
      update();
    });
    number.addEventListener("input", () => { follow(); update(); });
    number.addEventListener("follow", follow);
    number.before(slider);
    follow();
  }
  $("[data-submit]", form).hidden = true;
  form.addEventListener("submit", (event) => { event.preventDefault(); update(); });
  enhancePins(form, update);
  const isSmall = matchMedia("(max-width: 68rem)");
  const fold = () => { form.closest("details").open = !isSmall.matches; };
  isSmall.addEventListener("change", fold);
  fold();
}

/** Settings put aside, to be set beside others and taken up again. */
function enhancePins(form, update) {
  const list = $("[data-pins]", form);
  const items = make("ul", { class: "plain small" });
  const inputs = $$(".dial input[type=text]", form);
  list.append(make("button", {
    type: "button", class: "button quiet small",
    onclick() {
      const values = inputs.map((input) => input.value);
      const said = inputs.filter((input) => input.value).map((input) =>
        `${$(`label[for="${input.id}"]`).textContent.split(/[,:]/)[0]} ${input.value}`);
      const item = make("li", {},
        make("span", {}, `${$("[data-figures]").textContent} (${said.join(", ") || "no limits"}) `),
        make("button", {
          type: "button", class: "act",
          onclick() {
            inputs.forEach((input, index) => {
              input.value = values[index];
              input.dispatchEvent(new Event("follow"));
            });
            update();
          },
        }, "Use it"),
        make("button", { type: "button", class: "act", onclick() { item.remove(); } }, "Forget it"));
      items.append(item);
    },
  }, "Set this aside to compare"), items);
  list.hidden = false;
}

/** Buttons of the carried file that ask for the same page with a change: answered in place. */
document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (form.id !== "carry" || !$("[data-controls]")) return;
  const address = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  if (new URL(address, location.href).pathname !== "/advice") return;
  event.preventDefault();
  const data = new FormData(form, submitter?.name ? submitter : undefined);
  ask([...data].filter(([name]) => name !== "compare"));
});

// ---- Parts that are drawn anew -------------------------------------------------------------------

function enhanceReturns() {
  const data = $("[data-returns]");
  const charts = $$("#returns svg.chart");
  if (!data || !charts.length) return;
  const points = data.dataset.returns.split("|").map((point) => point.split(";"));
  const curves = charts.map((chart) => {
    const read = (line) => line.getAttribute("points").trim().split(/\s+/).map(
      (pair) => pair.split(",").map(Number));
    const upper = $("polyline.c-curve", chart);
    const lower = $("polyline.c-curve-second", chart);
    if (!upper || !lower) return null;
    const draw = (tag, style) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
      element.setAttribute("class", style);
      chart.append(element);
      return element;
    };
    const line = draw("line", "c-marker-line");
    const dots = [draw("circle", "c-marker-dot"), draw("circle", "c-marker-dot")];
    return { curves: [read(upper), read(lower)], line, dots };
  }).filter(Boolean);
  const start = Math.max(0, points.findIndex(([count]) => count === data.dataset.enough));
  const slider = make("input", {
    type: "range", id: "returns-slider", min: 0, max: points.length - 1, step: 1, value: start,
  });
  const output = make("output", { for: "returns-slider" });
  const move = () => {
    const index = Number(slider.value);
    const [count, match, interviews, dollars, perPoint] = points[index];
    output.textContent = `${count} applications: ${match} chance of matching, ${interviews} `
      + `interviews, ${dollars} in fees; the next point costs ${perPoint}.`;
    slider.setAttribute("aria-valuetext", output.textContent);
    for (const { curves: [upper, lower], line, dots } of curves) {
      if (!upper[index] || !lower[index]) continue;
      const [x, top] = upper[index];
      const bottom = lower[index][1];
      const position = { x1: x, x2: x, y1: Math.min(top, bottom), y2: Math.max(top, bottom) };
      for (const [name, value] of Object.entries(position)) line.setAttribute(name, value);
      [[x, top], [x, bottom]].forEach(([cx, cy], place) => {
        for (const [name, value] of Object.entries({ cx, cy, r: 5 })) {
          dots[place].setAttribute(name, value);
        }
      });
    }
  };
  slider.addEventListener("input", move);
  $("#returns figure").after(make("div", { class: "returns-dial" },
    make("label", { for: "returns-slider" }, "Move along the curve"), slider, output));
  move();
}

function enhanceWords() {
  for (const passage of $$("#words .passage")) {
    const note = make("span", { role: "status", class: "muted small" });
    passage.after(make("div", { class: "copy-row" },
      make("button", {
        type: "button", class: "button quiet",
        onclick() { copyText(passage.textContent.trim(), note, passage); },
      }, "Copy"), note));
  }
}

async function copyText(text, note, element) {
  try {
    await navigator.clipboard.writeText(text);
    note.textContent = "Copied.";
  } catch {
    getSelection().selectAllChildren(element);
    note.textContent = "Selected: press Control-C.";
  }
}

/** Once: the draft's form is kept when the rest is drawn anew. */
function enhanceDraftCheck() {
  const form = $("[data-draft-check]");
  form?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const result = $("[data-draft-result]");
    try {
      const response = await post("/words/check/parts", new FormData(form));
      const parts = new DOMParser().parseFromString(await response.text(), "text/html");
      result.replaceChildren(...(response.ok ? parts.body : $("main", parts)).childNodes);
    } catch {
      result.textContent = "The server does not answer. Is it still running?";
    }
  });
}

function enhanceParts() {
  enhanceList();
  enhanceReturns();
  enhanceWords();
  for (const button of $$("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
}

// ---- Start ---------------------------------------------------------------------------------------

function startAdvice(state) {
  if (state) restore(state);
  enhanceControls($("[data-controls]"));
  enhanceParts();
  enhanceDraftCheck();
  followAddress();
  if (state?.scroll) scrollTo({ top: state.scroll, behavior: "instant" });
  addEventListener("pagehide", () => {
    if (adviceKey) memory.save(adviceKey, { state: { ...capture(), scroll: scrollY } });
  });
}

/** Paints the advice of this tab's file where the address alone came. */
async function findAgain() {
  const entry = memory.find(history.state?.key);
  if (!entry) return;
  const status = $("[data-restore-status]");
  status.textContent = "Reading your file …";
  try {
    const response = await post("/advice/parts", { file: entry.file, partner: entry.partner });
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!response.ok) throw new Error();
    adviceKey = entry.key;
    $("main").replaceChildren(...fresh.body.childNodes);
    document.title = `${$("h1").textContent} · SmartPick`;
    remember();
    startAdvice(entry.state);
  } catch {
    status.textContent = "The file of this tab could not be read again. Is the server running?";
  }
}

if ($("[data-controls]")) {
  if (location.pathname === "/advice") remember();
  startAdvice(null);
} else if ($("[data-restore]")) {
  findAgain();
}
