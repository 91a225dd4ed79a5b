// A box that hides the rows of the tables on a page that do not hold all the words typed.
"use strict";
const box = document.querySelector("[data-filter]");
const told = document.querySelector(".filter output");
// A row and what runs on below it are one.
const rows = [...document.querySelectorAll("tbody tr:not(.detail)")].map((row) => {
  const detail = row.nextElementSibling?.matches(".detail") ? [row.nextElementSibling] : [];
  const parts = [row, ...detail];
  return [parts, parts.map((one) => one.textContent).join(" ").toLowerCase()];
});
box.closest("[hidden]").hidden = false;
box.addEventListener("input", () => {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const [parts, text] of rows) {
    const fits = words.every((word) => text.includes(word));
    for (const one of parts) one.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  told.textContent = words.length ? `${shown} of ${rows.length} rows` : "";
});
