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

/** JSON in one of the browser's stores; nothing where the browser refuses. */
const stored = (store, key) => ({
  load() {
    try { return JSON.parse(store().getItem(key) || "null"); } catch { return null; }
  },
  save(value) {
    try { store().setItem(key, JSON.stringify(value)); } catch { /* private mode, or full */ }
  },
  clear() {
    try { store().removeItem(key); } catch { /* private mode */ }
  },
});

/**
 * The draft of this tab, so that two tabs with two people never mix; a copy that outlives the tab is
 * offered to a new one, never filled in unasked.
 */
const draft = {
  own: stored(() => sessionStorage, "smartpick-draft-1"),
  kept: stored(() => localStorage, "smartpick-draft-1"),
  load() { return this.own.load(); },
  save(entries) { this.own.save(entries); this.kept.save(entries); },
  clear() { this.own.clear(); this.kept.clear(); },
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
  const isOwn = draft.load() !== null;
  const other = isOwn ? null : draft.kept.load();
  note.hidden = !isOwn && !other;
  if (note.hidden) return;
  const press = (label, onclick) => make(
    "button", { type: "button", class: "link-button", onclick }, label);
  const clear = press("Clear it", () => {
    draft.clear();
    note.replaceChildren("The draft is cleared.");
    if (form) form.reset();
  });
  if (isOwn || !form) {
    note.replaceChildren("A draft is kept in this browser. ", clear);
    return;
  }
  note.replaceChildren("This browser keeps a draft from another visit. ",
    press("Continue it", () => { draft.save(other); location.reload(); }), " or ", clear);
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

// ---- A program's page --------------------------------------------------------------------------

function enhanceUseDraft(button) {
  const saved = draft.load() ?? draft.kept.load();
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
  // A new person begins a new draft: the answers of another one never join it.
  quick.addEventListener("submit", () => draft.save(answers(quick)));
}
for (const button of $$("[data-use-draft]")) enhanceUseDraft(button);
const problems = $("#problems");
if (problems) problems.focus();
