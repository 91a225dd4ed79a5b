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
  const around = (dot) => {
    const radius = parseFloat(getComputedStyle(dot).r) * 1.75;
    return `M${dot.getAttribute("cx") - radius} ${dot.getAttribute("cy")}a${radius} ${radius} 0 1 0 ${2 * radius} 0`
      + `a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
  };
  const outline = (party) => {
    const dot = party && byId(`dot-${party}`);
    const shape = party && byId(`shape-${party}`);
    byId("pointed-outline").setAttribute("d", dot ? around(dot) : shape?.getAttribute("d") || "");
  };
  const ring = (party) => {
    for (const circle of party ? byId("chair-ring").children : []) {
      ["cx", "cy"].forEach((name, axis) => circle.setAttribute(name, data.centres[party][axis]));
    }
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
    byId("no-day").textContent = "";
    byId("earlier").disabled = !changes.some((one) => one < day);
    byId("later").disabled = !changes.some((one) => one > day);
    point(null);
  };

  /* The label stands beside the pointer, or else beside what has the focus, within the map. */
  const place = (label, party, event) => {
    const GAP = 14;
    const frame = label.parentElement.getBoundingClientRect();
    const of = (byId(`dot-${party}`) || byId(`shape-${party}`))?.getBoundingClientRect();
    const at = event || (of ? {clientX: of.x + of.width / 2, clientY: of.y + of.height / 2}
      : {clientX: frame.x, clientY: frame.y});
    const fit = (wanted, size, most) => (wanted + GAP + size <= most ? wanted + GAP : Math.max(0, wanted - GAP - size));
    label.style.left = `${fit(at.clientX - frame.x, label.offsetWidth, frame.width)}px`;
    label.style.top = `${fit(at.clientY - frame.y, label.offsetHeight, frame.height)}px`;
  };

  /* What the pointer or the focus is on: in words beside it, and outlined on the map. */
  const point = (party, event) => {
    const out = byId("pointed");
    outline(party);
    out.hidden = !party;
    if (!party) return;
    const name = document.createElement("strong");
    name.textContent = names.get(party);
    const rest = [then(party, shown).trim(), label(standing(party, shown))].filter(Boolean);
    out.replaceChildren(name, ` ${rest.join(" ")}`);
    place(out, party, event);
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
    const day = event.target.value;
    if (day && event.target.validity.valid) choose(day);
    else byId("no-day").textContent = day
      ? `No map of ${inWords(day)}: the data knows ${inWords(data.first)} to ${inWords(data.last)}. Shown is ${inWords(shown)}.` : "";
  });
  byId("day").addEventListener("blur", () => { byId("day").value = shown; });
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
  world.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "touch") point(of(event), event);
  });
  world.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "touch") point(null);
  });
  world.addEventListener("click", (event) => {  // A first touch says what it is, a second opens it.
    if (touch && of(event) !== pointed) {
      event.preventDefault();
      pointed = of(event);
      point(pointed, event);
    }
  });

  /* The whole map, or a part of it. */
  const buttons = all("#parts button");
  const whole = world.viewBox.baseVal.width;
  const view = (chosen) => {
    world.setAttribute("viewBox", chosen.dataset.view);
    world.classList.toggle("part", chosen !== buttons[0]);
    world.style.setProperty("--near", world.getScreenCTM().a * whole / world.clientWidth);
    for (const button of buttons) button.setAttribute("aria-pressed", String(button === chosen));
    point(null);
  };
  for (const button of buttons) button.addEventListener("click", () => view(button));
  for (const list of [byId("groups"), byId("beside")]) {
    for (const enter of ["focusin", "mouseover"]) list.addEventListener(enter, (event) => point(of(event)));
    for (const leave of ["focusout", "mouseleave"]) list.addEventListener(leave, () => point(null));
  }

  byId("choose").hidden = false;
  byId("parts").hidden = false;
  show(asked() || data.last);
})();
