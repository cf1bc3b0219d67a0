/** The places of a text that answer a question, and the stretch of it that is shown. */

import { foldedWithPlaces } from "./folding.js";
import { pairsOf, stem, wordFrom } from "./terms.js";

const SHOWN = 90;
const BEFORE = 24;

/** The places to mark in a text, as ascending `[from, to]` that do not meet. `isWhole` where every unit is there whole. */
export function marksIn(text, units, fold) {
  const { form, placeOf } = foldedWithPlaces(text, fold);
  const found = [];
  let isWhole = true;
  for (const unit of units) {
    if (unit.sign === "-") continue;
    const exact = placesOf(form, unit.text, unit.run);
    isWhole &&= exact.length > 0;
    const same = (unit.also ?? []).flatMap((name) => placesOf(form, name, !wordFrom(name, 0)));
    const parts = exact.length || same.length ? [] : unit.run ? pairPlaces(form, unit.run) : wordPlaces(form, unit);
    found.push(...exact, ...same, ...parts);
  }
  return { marks: joined(found).map((mark) => mark.map(placeOf)), isWhole };
}

function pairPlaces(form, run) {
  return pairsOf(run).flatMap((pair) => placesOf(form, pair, true));
}

/** Where the parts of a word stand in any form, or what was found in its place. */
function wordPlaces(form, { parts, instead = [] }) {
  const found = [];
  for (const part of [...parts, ...instead]) {
    // Of a plural in -ies the singular has all letters but its last.
    const begin = part.length > 3 && part.endsWith("y") ? part.slice(0, -1) : part;
    for (const [start] of placesOf(form, begin, false)) {
      const word = wordFrom(form, start);
      if (word.startsWith(part) || stem(word) === part) found.push([start, start + word.length]);
    }
  }
  return found;
}

/** Where `part` stands in `form`; a word only where a word begins, and up to its end. */
function placesOf(form, part, anywhere) {
  const found = [];
  for (let at = form.indexOf(part); at >= 0; at = form.indexOf(part, at + part.length)) {
    if (anywhere || at === 0 || !wordFrom(form, at - 1)) found.push([at, at + part.length]);
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
