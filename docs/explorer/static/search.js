/* The search: minisearch over the entries that were listed when the site was written. */
"use strict";

(() => {
  const {letters, kinds, entries} = globalThis.namSearchIndex;
  const byId = (id) => document.getElementById(id);
  const PAGE = 20;
  /* Words of questions that tell one answer from another no better than none. */
  const SMALL = new Set(("a about all an and are as at by did do does for from had has have how in is "
    + "it its of on or that the to was were what when where which who whom whose why with").split(" "));

  /* A word without case and accents, as the library compares names. */
  const fold = (word) => [...word.normalize("NFKD").toLowerCase().normalize("NFKD")]
    .map((letter) => letters[letter] ?? letter).join("").replace(/\p{M}/gu, "");
  const words = (text) => text.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  const isNumber = (term) => /\d/.test(term);

  const index = new MiniSearch({
    fields: ["title", "keywords", "said"],
    tokenize: words,
    processTerm: fold,
    searchOptions: {
      boost: {title: 2, said: 0.5},
      prefix: (term) => term.length > 2 && !isNumber(term),
      fuzzy: (term) => (term.length > 4 && !isNumber(term) ? 0.2 : false),
      weights: {prefix: 0.5, fuzzy: 0.2},
    },
  });
  index.addAll(entries.map(([, , title, keywords, said], id) => ({id, title, keywords, said})));
  const titles = entries.map(([, , title]) => words(title).map(fold).join(" "));

  /* The numbers of the entries that answer a question, best first, with the terms that they hold:
     those that have every word, then those that have some. */
  const find = (question) => {
    const asked = words(question);
    const telling = asked.filter((word) => !SMALL.has(fold(word)));
    const query = (telling.length ? telling : asked).join(" ");
    const whole = words(query).map(fold).join(" ");
    const boostDocument = (id) => {
      const weight = entries[id][5];
      return titles[id] === whole ? 4 * weight : weight;
    };
    const every = index.search(query, {combineWith: "AND", boostDocument});
    const held = new Set(every.map(({id}) => id));
    const some = index.search(query, {combineWith: "OR", boostDocument});
    return [...every, ...some.filter(({id}) => !held.has(id))];
  };

  /* Text with the words marked that were found. */
  const marked = (text, terms) => {
    const made = document.createDocumentFragment();
    for (const part of text.split(/([\p{L}\p{N}\p{M}]+)/u)) {
      const hit = terms.has(fold(part));
      const node = hit ? document.createElement("mark") : document.createTextNode(part);
      if (hit) node.textContent = part;
      made.append(node);
    }
    return made;
  };

  /* The part of a text in which the first of the words stands. */
  const snippet = (text, terms) => {
    const LENGTH = 160;
    if (text.length <= LENGTH) return text;
    let place = 0;
    for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      if (terms.has(fold(match[0]))) { place = match.index; break; }
    }
    const from = place > LENGTH / 2 ? text.indexOf(" ", place - LENGTH / 2) + 1 : 0;
    const cut = text.slice(from, from + LENGTH);
    const end = from + LENGTH < text.length ? `${cut.slice(0, cut.lastIndexOf(" "))} …` : cut;
    return from ? `… ${end}` : end;
  };

  const item = ({id, terms}) => {
    const [kind, path, title, , said] = entries[id];
    const held = new Set(terms);
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = path;
    link.append(marked(title, held));
    const sort = document.createElement("span");
    sort.className = "kind";
    sort.textContent = kinds[kind];
    const rest = document.createElement("p");
    rest.append(sort, " ", marked(snippet(said, held), held));
    line.append(link, rest);
    return line;
  };

  let found = [];
  let only = null;  // The number of the kind that is shown, or none for all.
  let most = PAGE;

  const draw = () => {
    const wanted = found.filter(({id}) => only === null || entries[id][0] === only);
    byId("results").replaceChildren(...wanted.slice(0, most).map(item));
    byId("more").hidden = wanted.length <= most;
    const asked = byId("query").value.trim();
    if (asked) byId("told").textContent = wanted.length === 0 ? `Nothing was found for “${asked}”.`
      : `${wanted.length.toLocaleString("en")} found, best first.`;
    for (const button of byId("kinds").children) {
      button.setAttribute("aria-pressed", String(button.dataset.kind === String(only)));
    }
  };

  const drawKinds = () => {
    const counts = new Map();
    for (const {id} of found) counts.set(entries[id][0], (counts.get(entries[id][0]) || 0) + 1);
    const choices = [[null, "all", found.length], ...[...counts].sort((one, two) => two[1] - one[1])
      .map(([kind, count]) => [kind, kinds[kind], count])];
    byId("kinds").hidden = counts.size < 2;
    byId("kinds").replaceChildren(...choices.map(([kind, name, count]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.kind = String(kind);
      button.textContent = `${name} ${count}`;
      button.addEventListener("click", () => { only = kind; most = PAGE; draw(); });
      return button;
    }));
  };

  const ask = () => {
    found = find(byId("query").value);
    only = null;
    most = PAGE;
    drawKinds();
    draw();
  };

  /* The address keeps the question, where the browser lets a page that is a file do so. */
  const keep = () => {
    const asked = byId("query").value.trim();
    try {
      history.replaceState(null, "", asked ? `?q=${encodeURIComponent(asked)}` : location.pathname);
    } catch { /* The question is then in the field only. */ }
  };

  let waiting = 0;
  byId("query").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { ask(); keep(); }, 120);
  });
  byId("ask").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    ask();
    keep();
  });
  byId("more").addEventListener("click", () => {
    const next = most;
    most += PAGE;
    draw();
    byId("results").children[next].querySelector("a").focus();
  });

  /* Arrows go from the field through the results and back. */
  document.addEventListener("keydown", (event) => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    const stops = [byId("query"), ...byId("results").querySelectorAll("a")];
    const place = stops.indexOf(document.activeElement);
    if (!step || place < 0 || !stops[place + step]) return;
    event.preventDefault();
    stops[place + step].focus();
  });

  const question = new URLSearchParams(location.search).get("q");
  if (question) {
    byId("query").value = question;
    ask();
  }
})();
