/** Terms in a file of the index, which stays the text that it came as: `!term postings!term postings!`. */

import { decoded } from "./codes.js";

const LEVEL_BITS = 4;

/** How many degrees there are of how much an entry is about a term. */
export const LEVELS = 1 << LEVEL_BITS;

/** The postings of a term, undefined where the file has none. */
export function postingsIn(file, term) {
  const at = file.indexOf(`!${term} `);
  return at < 0 ? undefined : postingsAt(file, at + term.length + 2);
}

/** The terms that begin with `prefix`, each with where its postings are read. */
export function* termsWith(file, prefix) {
  let at = file.indexOf(`!${prefix}`);
  while (at >= 0 && file.startsWith(prefix, at + 1)) {
    const space = file.indexOf(" ", at);
    yield { term: file.slice(at + 1, space), postings: () => postingsAt(file, space + 1) };
    at = file.indexOf("!", space);
  }
}

/** The entries of a term, ascending, and how much each is about it, from 0 up to below `LEVELS`. */
function postingsAt(file, from) {
  const gaps = decoded(file, from, file.indexOf("!", from));
  const levels = new Uint8Array(gaps.length);
  let following = 0;
  for (let at = 0; at < gaps.length; at += 1) {
    const gap = gaps[at];
    const entry = following + (gap >>> LEVEL_BITS);
    levels[at] = gap & (LEVELS - 1);
    gaps[at] = entry;
    following = entry + 1;
  }
  return { entries: gaps, levels };
}
