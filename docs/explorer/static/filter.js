// A box that hides the rows of the tables on a page that do not hold all the words typed.
"use strict";
const box = document.querySelector("[data-filter]");
const told = document.querySelector(".filter output");
const rows = [...document.querySelectorAll("tbody tr")].map((row) => [row, row.textContent.toLowerCase()]);
box.closest("[hidden]").hidden = false;
box.addEventListener("input", () => {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const [row, text] of rows) {
    row.hidden = !words.every((word) => text.includes(word));
    shown += row.hidden ? 0 : 1;
  }
  told.textContent = words.length ? `${shown} of ${rows.length} rows` : "";
});
