// Enhancements only: every page works without this file. Nothing here talks to another origin.
"use strict";

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function later(milliseconds, action) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), milliseconds);
  };
}

const post = (address, data, signal) => fetch(address, {
  method: "POST", body: new URLSearchParams(data), signal, credentials: "omit",
});

// ---- The draft: the form's answers, in this browser's own storage -------------------------------

const draft = {
  key: "smartpick-draft-1",
  load() {
    try { return JSON.parse(localStorage.getItem(this.key) || "null"); } catch { return null; }
  },
  save(entries) {
    try { localStorage.setItem(this.key, JSON.stringify(entries)); } catch { /* private mode */ }
  },
  clear() {
    try { localStorage.removeItem(this.key); } catch { /* private mode */ }
  },
};

/** The answers of a form as [name, value] pairs, without empty ones. */
const answers = (form) => [...new FormData(form)].filter(
  ([, value]) => typeof value === "string" && value !== "");

function fill(form, entries) {
  const values = new Map();
  for (const [name, value] of entries) values.set(name, [...(values.get(name) || []), value]);
  for (const control of form.elements) {
    if (!control.name || control.type === "hidden" && control.name !== "file") continue;
    const wanted = values.get(control.name) || [];
    if (control.type === "radio" || control.type === "checkbox") {
      control.checked = wanted.includes(control.value);
    } else if (wanted.length) {
      control.value = wanted[0];
    }
  }
}

function showDraftNote(form) {
  const note = $("[data-draft-note]");
  if (!note) return;
  const saved = draft.load();
  note.hidden = !saved;
  if (!saved) return;
  note.replaceChildren(
    "A draft is kept in this browser. ",
    make("button", {
      type: "button", class: "link-button",
      onclick() {
        draft.clear();
        note.replaceChildren("The draft is cleared.");
        if (form) form.reset();
      },
    }, "Clear it"));
}

// ---- The form ----------------------------------------------------------------------------------

function enhanceForm(form) {
  const isFresh = $("#problems") === null && answers(form).every(
    ([name]) => name === "form" || name === "file");
  const saved = draft.load();
  if (isFresh && saved) fill(form, saved);
  showDraftNote(form);

  const fold = () => {
    const type = form.elements.type && form.elements.type.value;
    const is = {
      do: type === "us-do", img: type === "us-img" || type === "non-us-img",
      us: !type || type === "us-md" || type === "us-do",
    };
    for (const field of $$("[data-only]", form)) {
      const hasAnswer = $$("input, select, textarea", field).some(
        (control) => control.type === "checkbox" ? control.checked : control.value !== "");
      field.hidden = !is[field.dataset.only] && !hasAnswer;
    }
    for (const group of $$("fieldset.group", form)) {
      const fields = $$(".field", group);
      group.hidden = fields.length > 0 && fields.every((field) => field.hidden);
    }
  };
  const count = () => {
    for (const step of $$("details.step", form)) {
      const names = new Set();
      for (const control of $$("input, select, textarea", step)) {
        const isAnswered = ["checkbox", "radio"].includes(control.type)
          ? control.checked : control.value.trim() !== "";
        if (isAnswered) names.add(control.name);
      }
      $(".step-state", step).textContent = names.size ? `${names.size} answered` : "optional";
    }
  };

  const touched = new Set();
  let pending;
  const check = later(350, async () => {
    pending?.abort();
    pending = new AbortController();
    try {
      const response = await post("/form/check", new FormData(form), pending.signal);
      if (!response.ok) return;
      show((await response.json()).problems);
    } catch { /* the server says the same when the form is sent */ }
  });
  const show = (problems) => {
    const byField = new Map();
    for (const { id, message } of problems) byField.set(id, [...(byField.get(id) || []), message]);
    let shown = 0;
    for (const field of $$(".field", form)) {
      const control = $("input, select, textarea", field);
      const target = $("fieldset.choices", field) || control;
      const error = $(".field-error", field);
      const messages = byField.get(control.id) || [];
      const isTouched = touched.has(control.name);
      const isShown = messages.length > 0 && isTouched;
      if (isShown) shown += 1;
      error.hidden = !isShown;
      error.textContent = isShown ? messages.join(" ") : "";
      if (isShown) {
        target.setAttribute("aria-invalid", "true");
        target.setAttribute("aria-describedby", `${control.id}-hint ${control.id}-error`);
      } else {
        target.removeAttribute("aria-invalid");
        target.setAttribute("aria-describedby", `${control.id}-hint`);
      }
    }
    const note = $("[data-live-note]", form);
    const open = problems.length;
    note.textContent = shown ? `${shown} to mend above.`
      : open ? "" : "Ready: everything needed is there.";
  };

  const keep = later(200, () => draft.save(answers(form)));
  const changed = (event) => {
    if (event.target.name) touched.add(event.target.name);
    fold();
    count();
    keep();
    check();
  };
  // While someone types, a half-written score is not a mistake: it is checked when they leave it.
  form.addEventListener("change", changed);
  form.addEventListener("input", () => { count(); keep(); });
  fold();
  count();
  if (!isFresh || saved) check();
}

// ---- The advice --------------------------------------------------------------------------------

/** Which folded parts are open, so that a change of figures does not close them. */
const openFolds = () => $$("#lead details[open], #rest details[open]").map(
  (fold) => fold.querySelector("summary").textContent);

function enhanceControls(form) {
  const status = $("[data-status]", form);
  let pending;
  const update = later(90, async () => {
    pending?.abort();
    pending = new AbortController();
    for (const part of ["#lead", "#rest"]) $(part).classList.add("is-waiting");
    status.textContent = "Computing …";
    try {
      const response = await post("/advice/parts", new FormData(form), pending.signal);
      const parts = new DOMParser().parseFromString(await response.text(), "text/html");
      if (!response.ok) {
        const list = [...parts.querySelectorAll(".points li")].map((item) => item.textContent);
        status.textContent = list.join(" ") || $("main p", parts)?.textContent || "Not possible.";
        return;
      }
      const folds = openFolds();
      for (const part of ["lead", "rest"]) {
        document.getElementById(part).replaceChildren(...parts.getElementById(part).childNodes);
      }
      for (const fold of $$("#lead details, #rest details")) {
        if (folds.includes(fold.querySelector("summary").textContent)) fold.open = true;
      }
      enhanceParts();
      status.textContent = parts.getElementById("announcement").textContent;
    } catch (error) {
      if (error.name === "AbortError") return;
      status.textContent = "The server does not answer. Is it still running?";
    } finally {
      if (!pending.signal.aborted) {
        for (const part of ["#lead", "#rest"]) $(part).classList.remove("is-waiting");
      }
    }
  });

  for (const dial of $$(".dial", form)) {
    const number = $("input", dial);
    const end = Number(dial.dataset.end);
    const step = Number(dial.dataset.step);
    const empty = dial.dataset.empty;
    const label = $("label", dial).textContent;
    // The last place of the slider stands for "no limit".
    const top = empty ? end + step : end;
    const slider = make("input", {
      type: "range", min: 0, max: top, step, "aria-label": `${label}, slider`,
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
    number.before(slider);
    follow();
  }
  $("[data-submit]", form).hidden = true;
  form.addEventListener("submit", (event) => { event.preventDefault(); update(); });
}

function enhanceList() {
  const table = $("table.programs");
  if (!table) return;
  const programs = $$("tbody.program", table);
  const cell = (row, index) => {
    const cells = row.querySelectorAll("tr:first-child > *");
    return cells[index]?.textContent ?? "";
  };
  const figure = (text) => {
    const numbers = (text.match(/[\d.]+/g) || ["0"]).map(Number);
    return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  };
  const orders = {
    given: null,
    name: (row) => cell(row, 0),
    standing: (row) => -figure(cell(row, 1)),
    interview: (row) => -figure(cell(row, 3)),
    match: (row) => -figure(cell(row, 4)),
    adds: (row) => -figure(cell(row, 5)),
    fee: (row) => figure(cell(row, 6)),
  };
  programs.forEach((row, index) => { row.dataset.order = index; });

  const form = $("[data-list-tools]");
  const [text, group, order] = ["#list-filter", "#list-group", "#list-order"].map(
    (name) => $(name, form));
  $("button", form).hidden = true;
  form.addEventListener("submit", (event) => event.preventDefault());
  const found = make("output", { role: "status" });
  const apply = () => {
    const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of programs) {
      const content = row.textContent.toLowerCase();
      const isShown = words.every((word) => content.includes(word))
        && (group.value === "all" || row.dataset.group === group.value);
      row.hidden = !isShown;
      if (isShown) shown += 1;
    }
    const key = orders[order.value];
    const isGrouped = !key && words.length === 0 && group.value === "all";
    for (const head of $$("tbody.group", table)) head.hidden = !isGrouped;
    if (key) {
      const sorted = programs.map((row) => [key(row), row]).sort(([first, a], [second, b]) =>
        first < second ? -1 : first > second ? 1 : a.dataset.order - b.dataset.order);
      table.append(...sorted.map(([, row]) => row));
    } else {
      table.append(...restored);
    }
    found.textContent = shown === programs.length ? "" : `${shown} of ${programs.length} shown`;
  };
  const restored = $$("tbody", table);
  for (const control of [text, group, order]) control.addEventListener("input", apply);
  form.append(found);
}

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
        async onclick() {
          try {
            await navigator.clipboard.writeText(passage.textContent.trim());
            note.textContent = "Copied.";
          } catch {
            getSelection().selectAllChildren(passage);
            note.textContent = "Selected: press Control-C.";
          }
        },
      }, "Copy"), note));
  }
  const form = $("[data-draft-check]");
  if (!form) return;
  form.addEventListener("submit", async (event) => {
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

/** Keeps what was typed and chosen when the parts are drawn anew. */
function enhanceParts() {
  enhanceList();
  enhanceReturns();
  enhanceWords();
  const file = $("#rest input[name=file]")?.value;
  const carried = $("[data-controls] input[name=file]");
  if (file && carried) carried.value = file;
  for (const button of $$("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
}

// ---- A program's page --------------------------------------------------------------------------

function enhanceUseDraft(button) {
  const saved = draft.load();
  if (!saved) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const form = make("form", { method: "post", action: button.form?.getAttribute("action") || location.pathname, hidden: true },
      ...saved.map(([name, value]) => make("input", { type: "hidden", name, value })));
    if (!saved.some(([name]) => name === "form")) {
      form.append(make("input", { type: "hidden", name: "form", value: "1" }));
    }
    document.body.append(form);
    form.submit();
  });
}

// ---- Start -------------------------------------------------------------------------------------

const applicantForm = $("form[data-live]");
if (applicantForm) enhanceForm(applicantForm); else showDraftNote(null);
const quick = $("form.quick");
if (quick) {
  quick.addEventListener("submit", () => {
    // The few answers given here join a fuller draft; they do not replace it.
    const given = answers(quick);
    const names = new Set(given.map(([name]) => name));
    draft.save([...(draft.load() || []).filter(([name]) => !names.has(name)), ...given]);
  });
}
const controls = $("form[data-controls]");
if (controls) {
  enhanceControls(controls);
  enhanceParts();
}
for (const button of $$("[data-use-draft]")) enhanceUseDraft(button);
const problems = $("#problems");
if (problems) problems.focus();
