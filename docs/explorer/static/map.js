/* The map: looks up what each party is on the day that is chosen, and shows it. What holds from
   which day to which stands in the page, as the library answered when the page was written. */
"use strict";

(() => {
  const data = JSON.parse(document.getElementById("map-data").textContent);
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const nothing = ["", "none", false, ""];
  let shown = data.last;

  /* The last row whose day is not after `day`; rows are in order of their days. */
  const holding = (rows, day) => {
    let low = 0, high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rows[middle][0] <= day) low = middle + 1;
      else high = middle;
    }
    return rows[low - 1];
  };
  const words = new Intl.DateTimeFormat("en-GB", {dateStyle: "long", timeZone: "UTC"});
  const inWords = (day) => words.format(new Date(day));
  const standing = (party, day) => (data.kept[party] && holding(data.kept[party], day)) || nothing;
  const nameThen = (party, day) => data.names[party] && holding(data.names[party], day)[1];
  const label = ([, kind, , said]) => data.labels[kind] + (said ? `, ${said}` : "");
  const style = ([, kind, chair]) => (chair ? `${kind} chair` : kind);

  const shapes = all(".world a[data-party]");
  const beside = all("#beside li[data-party]");
  const listed = all("#groups li[data-party], #pool li[data-party]");
  const names = new Map(all("[data-party]").filter((one) => one.matches("li")).map(
    (one) => [one.dataset.party, one.querySelector("a").textContent]));
  for (const shape of shapes) {  // Its own words for the last day; from now on `pointed` has them.
    const title = shape.querySelector("title");
    if (!names.has(shape.dataset.party)) names.set(shape.dataset.party, title.textContent.split(":")[0]);
    title.remove();
  }
  const order = new Map(Object.keys(data.kept).map((party, number) => [party, number]));
  listed.sort((one, two) => order.get(one.dataset.party) - order.get(two.dataset.party));
  const groups = all("#groups [data-group]");
  const changes = [...new Set(Object.values(data.kept).flat().map(([since]) => since))].sort();

  const then = (party, day) => {
    const name = nameThen(party, day);
    return name && name !== names.get(party) ? `(then ${name}) ` : "";
  };

  /* Marks lie on top of all shapes, and let the pointer through. */
  const outline = (party) => {
    const dot = party && byId(`dot-${party}`);
    const shape = party && byId(`shape-${party}`);
    const around = dot && `M${dot.getAttribute("cx") - 14} ${dot.getAttribute("cy")}a14 14 0 1 0 28 0a14 14 0 1 0-28 0z`;
    byId("pointed-outline").setAttribute("d", around || shape?.getAttribute("d") || "");
  };
  const ring = (party) => {
    if (party) byId("chair-ring").setAttribute("transform", `translate(${data.centres[party].join(" ")})`);
    byId("chair-ring").setAttribute("display", party ? "inline" : "none");
  };

  const fill = (day) => {
    const found = new Map(groups.map((group) => [group.dataset.group, []]));
    const pool = [];
    for (const item of listed) {
      const party = item.dataset.party, now = standing(party, day);
      const key = (item.hasAttribute("data-organization") ? "organization-" : "") + now[1];
      (found.get(key) || pool).push(item);
      item.className = now[2] ? "chair" : "";
      item.querySelector(".then").textContent = then(party, day);
      item.querySelector(".words").textContent = now[3];
    }
    for (const group of groups) {
      const items = found.get(group.dataset.group);
      group.hidden = items.length === 0;
      group.querySelector(".count").textContent = items.length;
      group.querySelector("ul").replaceChildren(...items);
    }
    byId("pool").replaceChildren(...pool);
    return found;
  };

  const show = (day) => {
    shown = day;
    for (const shape of shapes) shape.setAttribute("class", style(standing(shape.dataset.party, day)));
    for (const item of beside) {
      const now = standing(item.dataset.party, day);
      item.querySelector(".swatch g").setAttribute("class", style(now));
      item.querySelector(".then").textContent = then(item.dataset.party, day);
      item.querySelector(".words").textContent = label(now);
    }
    const found = fill(day);
    const chairs = listed.filter((item) => item.className === "chair");
    for (const count of all("[data-count]")) {
      const kind = count.dataset.count;
      count.textContent = kind === "chair" ? chairs.length : found.get(kind).length;
    }
    const said = [`${found.get("member").length} members`, `${found.get("observer").length} observer states`];
    const suspended = found.get("suspended").length;
    if (suspended) said.push(`${suspended} suspended`);
    for (const item of chairs) said.push(`in the chair: ${names.get(item.dataset.party)}`);
    byId("counts").textContent = said.join(", ");
    ring(chairs.map((item) => item.dataset.party).find((party) => data.centres[party]));
    for (const time of all("#shown, #lists time")) {
      time.dateTime = day;
      time.textContent = inWords(day);
    }
    byId("year").value = day.slice(0, 4);
    byId("year-shown").textContent = day.slice(0, 4);
    byId("year").setAttribute("aria-valuetext", inWords(day));
    if (byId("day").value !== day) byId("day").value = day;
    byId("earlier").disabled = !changes.some((one) => one < day);
    byId("later").disabled = !changes.some((one) => one > day);
    point(null);
  };

  /* What the pointer or the focus is on: in words at the map's corner, and outlined on the map. */
  const point = (party) => {
    const out = byId("pointed");
    outline(party);
    out.hidden = !party;
    if (!party) return;
    const name = document.createElement("strong");
    name.textContent = names.get(party);
    const rest = [then(party, shown).trim(), label(standing(party, shown))].filter(Boolean);
    out.replaceChildren(name, ` ${rest.join(" ")}`);
  };

  /* The address keeps the day, without a new step in the history for every year passed. */
  const keep = (day) => {
    try { history.replaceState(null, "", `#${day}`); } catch { location.replace(`#${day}`); }
  };
  const choose = (day) => { show(day); keep(day); };

  /* The day that the address asks for: a day, or a year for the last of its days. */
  const asked = () => {
    const [, year, rest] = /^#(\d{4})(-\d\d-\d\d)?$/.exec(location.hash) || [];
    const day = rest ? year + rest : data.years[year];
    const real = day && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
    return real && day >= data.first && day <= data.last ? day : null;
  };

  byId("year").addEventListener("input", (event) => choose(data.years[event.target.value]));
  byId("day").addEventListener("input", (event) => {
    if (event.target.value && event.target.validity.valid) choose(event.target.value);
  });
  byId("earlier").addEventListener("click", () => choose(changes.findLast((one) => one < shown)));
  byId("later").addEventListener("click", () => choose(changes.find((one) => one > shown)));
  byId("choose").addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", () => { const day = asked(); if (day) show(day); });

  let touch = false;
  let pointed = null;
  const of = (event) => event.target.closest("[data-party]")?.dataset.party || null;
  const world = document.querySelector(".world svg");
  world.addEventListener("pointerdown", (event) => { touch = event.pointerType === "touch"; });
  world.addEventListener("mousedown", (event) => event.preventDefault());  // Focus stays outside.
  world.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch") point(of(event));
  });
  world.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "touch") point(null);
  });
  world.addEventListener("click", (event) => {  // A first touch says what it is, a second opens it.
    if (touch && of(event) !== pointed) {
      event.preventDefault();
      pointed = of(event);
      point(pointed);
    }
  });
  for (const list of [byId("groups"), byId("beside")]) {
    for (const enter of ["focusin", "mouseover"]) list.addEventListener(enter, (event) => point(of(event)));
    for (const leave of ["focusout", "mouseleave"]) list.addEventListener(leave, () => point(null));
  }

  byId("choose").hidden = false;
  show(asked() || data.last);
})();
