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
    interview: (row) => -figure(cell(row, 2)),
    match: (row) => -figure(cell(row, 3)),
    adds: (row) => -figure(cell(row, 4)),
    fee: (row) => figure(cell(row, 5)),
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
    // Two capital letters are a state.
    const all = text.value.split(/\s+/).filter(Boolean);
    const states = all.filter((word) => /^[A-Z]{2}$/.test(word));
    const words = all.filter((word) => !states.includes(word)).map((word) => word.toLowerCase());
    const key = orders[order.value];
    const isFiltered = all.length > 0 || group.value !== "all";
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
      const place = $(".sub", row).textContent;
      const fits = words.every((word) => content.includes(word))
        && states.every((state) => place.endsWith(", " + state))
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

  for (const tile of $$("[data-list-map] button")) {
    tile.addEventListener("click", (event) => {
      event.preventDefault();
      text.value = text.value === tile.value ? "" : tile.value;
      apply();
      $("#list-filter").scrollIntoView({ block: "center", behavior: "instant" });
    });
  }

  const note = make("span", { role: "status", class: "muted small" });
  const copy = make("button", {
    type: "button", class: "button quiet",
    onclick() {
      const lines = programs.map((row) => [
        $("th button", row).textContent, row.dataset.code, $(".sub", row).textContent,
        $(".badge:not(.kept)", row)?.textContent ?? "",
        ...[1, 2, 3, 4, 5].map((index) => cell(row, index)),
      ].join("\t"));
      const heads = [
        "Program", "Code", "About", "Signal", "Asks", "Interview", "Takes you", "Adds", "Fee",
      ];
      copyText([heads.join("\t"), ...lines].join("\n"), note, table);
    },
  }, "Copy as a table");
  table.closest(".scroll").after(make("div", { class: "copy-row" }, whole, copy, note));
  apply();
}

/** The board of signals by dragging; its buttons do the same. */
function enhanceBoard() {
  for (const item of $$(".board li")) {
    item.draggable = true;
    item.addEventListener("dragstart", (event) => {
      event.dataTransfer.setData("text/plain", item.dataset.signal);
    });
  }
  for (const column of $$(".board [data-tier]")) {
    column.addEventListener("dragover", (event) => event.preventDefault());
    column.addEventListener("drop", (event) => {
      event.preventDefault();
      const code = event.dataTransfer.getData("text/plain");
      if (!$$(".board li").some((item) => item.dataset.signal === code)) return;
      const data = [...new FormData($("#carry"))].filter(([name]) => name !== "compare");
      ask([...data, ["signal.move", `${code} ${column.dataset.tier}`]]);
    });
  }
}
