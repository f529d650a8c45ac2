// The list: ten programs first, filters, orders, a copy as a table.
"use strict";

const shownFirst = 10;

function enhanceList() {
  const table = $("table.programs");
  const tools = $("[data-list-tools]");
  if (!table || !tools) return;
  const programs = $$("tbody.program", table);
  const given = $$("tbody", table);
  const cell = (row, index) => row.querySelectorAll("tr:first-child > *")[index]?.textContent ?? "";
  const figure = (text) => {
    const numbers = (text.match(/[\d.]+/g) || ["0"]).map(Number);
    return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  };
  const orders = {
    given: null,
    name: (row) => $("th button", row).textContent.toLowerCase(),
    standing: (row) => -figure(cell(row, 1)),
    interview: (row) => -figure(cell(row, 3)),
    match: (row) => -figure(cell(row, 4)),
    adds: (row) => -figure(cell(row, 5)),
    fee: (row) => figure(cell(row, 6)),
    alike: (row) => Number(row.dataset.alike ?? 1e6),
  };
  programs.forEach((row, index) => { row.dataset.order = index; });
  const [text, group, order] = ["#list-filter", "#list-group", "#list-order"].map(
    (name) => $(name, tools));
  $("button", tools).hidden = true;
  const found = make("output", { role: "status" });
  const whole = make("button", {
    type: "button", class: "button quiet show-all",
    onclick() { table.classList.toggle("is-whole"); apply(); },
  });

  const apply = () => {
    const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const key = orders[order.value];
    const isFiltered = words.length > 0 || group.value !== "all";
    const isWhole = table.classList.contains("is-whole");
    const rows = key
      ? programs.map((row) => [key(row), row]).sort(([first, a], [second, b]) =>
        first < second ? -1 : first > second ? 1 : a.dataset.order - b.dataset.order)
        .map(([, row]) => row)
      : programs;
    table.append(...(key ? rows : given));
    let fitting = 0;
    let shown = 0;
    for (const row of rows) {
      const content = row.textContent.toLowerCase();
      const fits = words.every((word) => content.includes(word))
        && (group.value === "all" || row.dataset.group === group.value);
      const isFirst = key || isFiltered ? fitting < shownFirst : !("extra" in row.dataset);
      row.hidden = !fits || !(isWhole || isFirst);
      if (fits) fitting += 1;
      if (!row.hidden) shown += 1;
    }
    for (const head of $$("tbody.group", table)) head.hidden = key !== null || isFiltered;
    found.textContent = shown === programs.length ? "" : `${shown} of ${programs.length} shown`;
    whole.textContent = isWhole ? "Show fewer" : `Show all ${fitting}`;
    whole.hidden = !isWhole && shown === fitting;
  };
  for (const control of [text, group, order]) control.addEventListener("input", apply);
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  tools.append(found);

  const note = make("span", { role: "status", class: "muted small" });
  const copy = make("button", {
    type: "button", class: "button quiet",
    onclick() {
      const lines = programs.map((row) => [
        $("th button", row).textContent, $(".sub", row).textContent,
        ...[1, 2, 3, 4, 5, 6].map((index) => cell(row, index)),
      ].join("\t"));
      const heads = ["Program", "About", "Asks", "Signal", "Interview", "Takes you", "Adds", "Fee"];
      copyText([heads.join("\t"), ...lines].join("\n"), note, table);
    },
  }, "Copy as a table");
  table.closest(".scroll").after(make("div", { class: "copy-row" }, whole, copy, note));
  apply();
}
