/* The search: minisearch over the entries that were listed when the site was written. */
"use strict";

(() => {
  const {letters, kinds, ways, entries} = globalThis.namSearchIndex;
  const byId = (id) => document.getElementById(id);
  const PAGE = 20;
  /* Words that tell one answer from another no better than none: in names, and in questions. */
  const LINKING = new Set("a an and at by for from in of on or the to with".split(" "));
  const SMALL = new Set([...LINKING, ...("about all any are as did do does ever had has have how is it its "
    + "many much that there was were what when where which who whom whose why").split(" ")]);

  /* A word without case and accents, as the library compares names. */
  const folded = new Map();
  const fold = (word) => {
    if (!folded.has(word)) {
      folded.set(word, [...word.normalize("NFKD").toLowerCase().normalize("NFKD")]
        .map((letter) => letters[letter] ?? letter).join("").replace(/\p{M}/gu, ""));
    }
    return folded.get(word);
  };
  const words = (text) => text.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  const isNumber = (term) => /\d/.test(term);

  /* Each word of the index, and those that differ only in their endings. */
  const stem = (term) => (isNumber(term) ? term
    : term.replace(/(?<=.{5})ions?$|(?<=.{4})(?:ings?|ed)$|(?<=.{2}[^s])s$/u, ""));
  const forms = new Map();
  const learn = (term) => {
    const key = stem(term);
    if (!forms.has(key)) forms.set(key, new Set());
    forms.get(key).add(term);
    return term;
  };

  const BOOST = {title: 2, names: 2, said: 0.5, named: 0.3};
  const index = new MiniSearch({
    fields: ["title", "names", "keywords", "said", "named"],
    tokenize: words,
    processTerm: (word) => learn(fold(word)),
    searchOptions: {tokenize: (term) => [term], processTerm: (term) => term, boost: BOOST},
  });
  index.addAll(entries.map(([, , title, keywords, said, , names, named], id) => (
    {id, title, names: names.join(" | "), keywords, said, named})));

  /* Two words with a hyphen between them, by how they are written as one. */
  const joined = new Map();
  for (const [, , title, keywords, said, , names, named] of entries) {
    for (const text of [title, keywords, said, ...names, named]) {
      for (const [, one, two] of text.matchAll(/(?<![\p{L}\p{N}-])(\p{L}+)-(\p{L}+)(?![\p{L}\p{N}-])/gu)) {
        joined.set(fold(one) + fold(two), [fold(one), fold(two)]);
      }
    }
  }

  const isKnown = (term) => forms.get(stem(term))?.has(term) || false;

  /* The words of the index that answer a word as well as it does itself. */
  const others = (term) => {
    const like = [term, ...(ways[term] || [])].flatMap((one) => [...(forms.get(stem(one)) || []), one]);
    return [...new Set(like)].filter((one) => one !== term);
  };

  /* The words of the index that a word becomes when two neighbouring letters change places. */
  const swapped = (term) => [...term].slice(1).map((letter, at) => (
    term.slice(0, at) + letter + term[at] + term.slice(at + 2))).filter(isKnown);

  const lowered = (by) => Object.fromEntries(
    ["title", "names", "keywords", "said", "named"].map((field) => [field, by * (BOOST[field] || 1)]));
  const any = (queries, more) => ({combineWith: "OR", queries, ...more});

  /* What an answer to a word may hold: the word or its like, words that begin so, words near it. */
  const whole = (term) => any([term, any(others(term), {boost: lowered(0.5)})]);
  const plain = (term) => (isNumber(term) ? any([term]) : whole(term));  // A mere figure is no ordinal.
  const begun = (term) => any([whole(term), any([term], {
    prefix: term.length > 1 && !isNumber(term), boost: lowered(0.2)})]);
  const near = (term) => any([begun(term), any(swapped(term), {boost: lowered(0.2)}), any([term], {
    fuzzy: term.length > 4 && !isNumber(term) ? 0.2 : false, boost: lowered(0.1)})]);

  /* What an entry is called, each as its words without those that any name may have or lack. */
  const calls = new Map();
  const called = (id) => {
    if (!calls.has(id)) {
      calls.set(id, [entries[id][2], ...entries[id][6]]
        .map((one) => words(one).map(fold).filter((word) => !LINKING.has(word))));
    }
    return calls.get(id);
  };

  /* How well its names and title answer: 2 where one of them is what was asked, else the share of
     the title that was asked for, or of one of the names. */
  const fit = (id, asked, terms) => {
    const shares = called(id).map((one) => {
      const exact = one.length > 0 && one.length === asked.length
        && asked.every((likes) => one.some((word) => likes.has(word)));
      return exact ? 2 : one.filter((word) => terms.has(word)).length / (one.length || 1);
    });
    return Math.max(...shares);
  };

  /* Whether an entry has the words of a question one behind the other. */
  const running = new Map();
  const hasPhrase = (id, phrase) => {
    if (!running.has(id)) {
      running.set(id, ` ${words(`${entries[id][2]} | ${entries[id][4]}`).map(fold).join(" ")} `);
    }
    return running.get(id).includes(` ${phrase} `);
  };

  /* The entries that hold every word of a question in a way, or some, best first. */
  const look = (terms, way, combineWith) => {
    const asked = terms.map((term) => new Set([term, ...others(term)]));
    return index.search({combineWith, queries: terms.map(way)}, {boostDocument: (id) => entries[id][5]})
      .map(({id, score, terms: held, queryTerms}) => {
        const fits = fit(id, asked, new Set(held));
        const count = asked.filter((likes) => queryTerms.some((one) => likes.has(one))).length;
        const together = terms.length > 1 && hasPhrase(id, terms.join(" ")) ? 3 : 1;
        return {id, terms: held, exact: fits === 2, count, score: score * (0.3 + fits) * together};
      })
      .sort((one, two) => two.exact - one.exact || two.count - one.count || two.score - one.score);
  };

  /* What answers a question, best first, with the words found, and how these are like those asked. */
  const find = (question) => {
    const asked = words(question).map(fold);
    const apart = asked.flatMap((term) => (!isKnown(term) && joined.get(term)) || [term]);
    const terms = [...new Set(apart.filter((term) => !SMALL.has(term)))];
    if (!terms.length) terms.push(...new Set(apart));
    if (!terms.length) return {found: [], how: "all"};
    const every = look(terms, whole, "AND");
    const held = new Set(every.map(({id}) => id));
    const found = [...every, ...look(terms, begun, "AND").filter(({id}) => !held.has(id))];
    for (const [how, next] of [
      ["all", () => found],
      ["near", () => look(terms, near, "AND")],
      ["some", () => (terms.length > 1 ? look(terms, plain, "OR") : [])],
      ["some", () => (terms.length > 1 ? look(terms, near, "OR") : [])],
    ]) {
      const answers = next();
      if (answers.length) return {found: answers, how};
    }
    return {found: [], how: "all"};
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

  const TOLD = {
    all: (number) => (number === "1" ? "1 found." : `${number} found, best first.`),
    near: (number) => `Nothing is spelled so. ${number} found with words that are near, best first.`,
    some: (number) => `Nothing has all of these words. ${number} found with some of them, best first.`,
  };
  let found = [];
  let how = "all";
  let only = null;  // The number of the kind that is shown, or none for all.
  let most = PAGE;

  /* Where there is a guide, its own search has all its words. */
  const drawGuide = (asked) => {
    const line = byId("guide");
    if (!line) return;
    line.hidden = !asked;
    line.querySelector("a").href = `search.html?q=${encodeURIComponent(asked)}`;
    line.querySelector("q").textContent = asked;
  };

  const draw = () => {
    const wanted = found.filter(({id}) => only === null || entries[id][0] === only);
    byId("results").replaceChildren(...wanted.slice(0, most).map(item));
    byId("more").hidden = wanted.length <= most;
    const asked = byId("query").value.trim();
    if (asked) byId("told").textContent = wanted.length === 0 ? `Nothing was found for “${asked}”.`
      : TOLD[how](wanted.length.toLocaleString("en"));
    byId("tips").hidden = !asked || wanted.length > 0;
    drawGuide(asked);
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
    ({found, how} = find(byId("query").value));
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
