/** The places of a text that answer a question, and the stretch of it that is shown. */

import { foldedWithPlaces } from "./folding.js";
import { pairsOf, stem, tokensOf } from "./terms.js";

const SHOWN = 90;
const BEFORE = 24;

/** The places to mark in a text, as ascending `[from, to]` that do not meet. `isWhole` where every unit is there whole. */
export function marksIn(text, units, fold) {
  const { form, places } = foldedWithPlaces(text, fold);
  const found = [];
  let words;
  let isWhole = true;
  for (const unit of units) {
    if (unit.sign === "-") continue;
    const before = found.length;
    found.push(...placesOf(form, unit.text, unit.run));
    isWhole &&= found.length > before;
    if (found.length > before) continue;
    if (unit.run) for (const pair of pairsOf(unit.run)) found.push(...placesOf(form, pair, true));
    else {
      words ??= tokensOf(form).filter((token) => token.word);
      const meant = new Set([...unit.parts, ...(unit.instead ?? [])]);
      for (const { word, start, end } of words) {
        if (meant.has(stem(word)) || unit.parts.some((part) => word.startsWith(part))) found.push([start, end]);
      }
    }
  }
  return { marks: joined(found).map(([from, to]) => [places[from], places[to]]), isWhole };
}

/** Where `part` stands in `form`; a word only where a word begins, and up to its end. */
function placesOf(form, part, anywhere) {
  const found = [];
  for (let at = form.indexOf(part); at >= 0; at = form.indexOf(part, at + part.length)) {
    if (anywhere || !/[\p{L}\p{N}]/u.test(form[at - 1] ?? " ")) found.push([at, at + part.length]);
  }
  return found;
}

function joined(places) {
  const apart = [];
  for (const [from, to] of places.sort(([one], [other]) => one - other)) {
    const last = apart.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else apart.push([from, to]);
  }
  return apart;
}

/** A text as parts `{text, isMarked}`. */
export function partsOf(text, marks, from = 0, to = text.length) {
  const parts = [];
  let at = from;
  for (const [start, end] of marks) {
    if (end <= from || start >= to) continue;
    if (start > at) parts.push({ text: text.slice(at, start), isMarked: false });
    parts.push({ text: text.slice(Math.max(from, start), Math.min(to, end)), isMarked: true });
    at = Math.min(to, end);
  }
  if (at < to) parts.push({ text: text.slice(at, to), isMarked: false });
  return parts;
}

/** The stretch of a text around its best mark, from the beginning of a phrase, as parts. */
export function snippetOf(text, marks) {
  if (!text) return [];
  const best = marks.reduce((longest, mark) => (longest && longest[1] - longest[0] >= mark[1] - mark[0] ? longest : mark), undefined);
  const place = best?.[0] ?? 0;
  let start = 0;
  if (place > BEFORE) {
    const before = text.slice(place - BEFORE, place);
    const phrase = before.search(/[\s、。，：；,.;:]/u);
    start = place - BEFORE + (phrase < 0 ? BEFORE : phrase + 1);
  }
  let end = Math.min(text.length, start + SHOWN);
  if (/[\ud800-\udbff]/.test(text[end - 1] ?? "")) end -= 1;
  const parts = partsOf(text, marks, start, end);
  if (start > 0) parts.unshift({ text: "… ", isMarked: false });
  if (end < text.length) parts.push({ text: " …", isMarked: false });
  return parts;
}
