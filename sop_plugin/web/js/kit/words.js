/** Words for the reader, from the same catalogue as those of the pages. Keys are always written out where they are said. */

import { LANGUAGE, WORDS } from "./catalogue.js";

/** The words under a key, its {placeholders} filled in. */
export function say(key, values = {}) {
  const text = WORDS[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** The words for a number of things: those under `key.one` for one of them, else under `key.many`. */
export function tally(key, count, values = {}) {
  const text = WORDS[count === 1 ? `${key}.one` : `${key}.many`] ?? key;
  const all = { count, ...values };
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in all ? String(all[name]) : whole));
}

/** The language tag of the words. */
export function language() {
  return LANGUAGE;
}
