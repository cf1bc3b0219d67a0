/**
 * Asks an index of the search questions: `asking.mjs FOLDER LANGUAGE`, questions as a JSON list on standard input. The
 * answer to each: the numbers of `all` pages, and the addresses of the `best` ten.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { Searcher } from "../../sop_plugin/web/js/search/searcher.js";

const [, , root, language] = process.argv;
const values = new Map();
let folder = "";

async function fetch(name) {
  if (!values.has(name)) {
    const script = readFileSync(join(root, name === "index" ? "index.js" : join(folder, `${name}.js`)), "utf8");
    new Function("sopSearch", script)((_, value) => values.set(name, value));
    if (name === "index") folder = values.get(name).folder;
  }
  return values.get(name);
}

const searcher = new Searcher(fetch, language);
const answers = [];
for (const question of JSON.parse(readFileSync(0, "utf8"))) {
  const { pages, units } = await searcher.ask(question);
  const best = await searcher.shown(pages, units, 0, 10);
  answers.push({ all: pages.map(({ page }) => page), best: best.map(({ own }) => own.url) });
}
console.log(JSON.stringify(answers));
