/** An index and terms as Python makes them, and a searcher over that index without a browser. */

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { Searcher } from "../../../sop_plugin/web/js/search/searcher.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const VENV = `${ROOT}.venv/bin/python`;
const PYTHON = process.env.SOP_PYTHON ?? (existsSync(VENV) ? VENV : "python3");

/** What `tests/support/searching.py` makes of `{pages, texts}`. */
export function made(asked) {
  const options = { cwd: ROOT, encoding: "utf8", input: JSON.stringify(asked), maxBuffer: 1 << 28 };
  return JSON.parse(execFileSync(PYTHON, ["-m", "tests.support.searching"], options));
}

/** What the files of an index hand over, by name. */
export function valuesOf(files) {
  const values = new Map();
  const sopSearch = (name, value) => values.set(name, value);
  for (const script of Object.values(files)) new Function("sopSearch", script)(sopSearch);
  return values;
}

/** A searcher over `files`; `asked` lists the names of the files that it fetched. */
export function searcherOver(files, language = "zh-TW") {
  const asked = [];
  const values = valuesOf(files);
  const fetch = async (name) => {
    asked.push(name);
    if (!values.has(name)) throw new Error(`there is no ${name}`);
    return values.get(name);
  };
  const searcher = new Searcher(fetch, language);
  return Object.assign(searcher, { asked });
}

/** The addresses of the pages that answer a question, best first. */
export async function found(searcher, question) {
  const { pages, units } = await searcher.ask(question);
  const shown = await searcher.shown(pages, units, 0, 10);
  return shown.map(({ own }) => own.url);
}

/** A page of entries `[anchor, title, text, names]`. */
export function page(url, entries, more = {}) {
  return { url, entries: entries.map(([anchor, title, text, names = []]) => ({ anchor, title, text, names })), ...more };
}

/** Numbers from 0 up to below 1 that are the same for the same seed. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
