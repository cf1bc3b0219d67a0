/** The places of a text that answer a question, and the stretch of it that is shown. */

import { foldedWithPlaces } from "./folding.js";
import { formsOf } from "./forms.js";
import { pairsOf, squeezed, stem, wordFrom } from "./terms.js";

/** How much of a text is shown, in widths of a letter, and how many characters of it before the mark at most. */
const SHOWN = 150;
const BEFORE = 24;

/** Characters from this one on are as wide as two letters. */
const WIDE = 0x2e80;

/** Patterns that are kept. */
const MOST_PATTERNS = 100;

/** A word of more letters may be cut. */
const LONGEST_WORD = 24;

/**
 * The places to mark in a text, as ascending `[from, to]` that do not meet; `isWhole` where the question stands there word
 * for word, or with another name for what it asks for.
 */
export function marksIn(text, units, fold) {
  const { form, placeOf } = foldedWithPlaces(text, fold);
  const found = [];
  let following; // where the units so far, one behind the other, are followed by the next word
  for (const unit of units) {
    if (unit.sign === "-") continue;
    const exact = wholePlaces(form, unit);
    const same = (unit.also ?? []).flatMap((name) => (wordFrom(name, 0) ? wordPlaces(form, name) : placesOf(form, name)));
    following = followed(form, unit, exact, same, following);
    const isFound = exact.length > 0 || same.length > 0 || unit.isExact;
    const parts = isFound ? [] : unit.run ? runPlaces(form, unit) : formPlaces(form, unit);
    found.push(...exact, ...same, ...parts);
  }
  return { marks: joined(found).map((mark) => mark.map(placeOf)), isWhole: following?.size > 0 };
}

/** Where the next word begins behind a unit that stands where one is `following`, or anywhere if that is undefined. */
function followed(form, { counted, text, variants = [] }, exact, same, following) {
  const said = variants.flatMap((other) => placesOf(form, other));
  const behind = (places) => places.map(([, to]) => nextWord(form, to));
  if (!following) return new Set(behind([...exact, ...said, ...same]));
  const begins = ([from, to]) => (counted ? to - text.length : from); // its number is a unit of its own
  const next = behind([...exact, ...said, ...same].filter((place) => following.has(begins(place))));
  return new Set([...next, ...behind(same).filter((at) => following.has(at))]); // a name may be that of several units
}

/** Where the word behind a place begins. */
function nextWord(form, at) {
  const word = /[\p{L}\p{N}]/gu;
  word.lastIndex = at;
  return word.exec(form)?.index ?? form.length;
}

function wholePlaces(form, unit) {
  if (!unit.run) return wordPlaces(form, unit.text, unit.isOpen);
  return unit.counted ? countedPlaces(form, unit) : placesOf(form, unit.text);
}

/** Where a run stands without its number, or else its pairs, and those of what it says with another name. */
function runPlaces(form, { text, run, variants = [] }) {
  const whole = placesOf(form, text);
  const pairs = new Set([run, ...variants.map((other) => Array.from(other))].flatMap((each) => pairsOf(each)));
  return whole.length > 0 ? whole : [...pairs].flatMap((pair) => placesOf(form, pair));
}

/** Where a run stands with the number that counts it. */
function countedPlaces(form, { text, counted }) {
  const number = counted.slice(0, -text.match(/^./u)[0].length);
  return places(form, new RegExp(`${escaped(number)} *${text}`, "gu")).filter(([from]) => beginsWord(form, from));
}

/** The pattern of each word that was looked for, of which a question has few and its answer many texts. */
const patterns = new Map();

function patternOf(text) {
  if (!patterns.has(text)) {
    const chars = Array.from(squeezed(text), escaped).join("\0");
    const pattern = chars.replace(/(\p{L})\0|\0(?=\p{L})/gu, "$1-?").replaceAll("\0", "");
    if (patterns.size >= MOST_PATTERNS) patterns.clear();
    patterns.set(text, new RegExp(pattern, "gu"));
  }
  return patterns.get(text);
}

/** Where a word stands, its hyphens set or not, or its plural; as the beginning of others where it `isOpen`. */
function wordPlaces(form, text, isOpen = false) {
  const whole = [];
  const begun = [];
  for (const [from, to] of places(form, patternOf(text))) {
    if (!beginsWord(form, from)) continue;
    const rest = wordFrom(form, to);
    if (stem(text + rest) === stem(text)) whole.push([from, to + rest.length]);
    else begun.push([from, to]);
  }
  const mayGoOn = isOpen && !/\p{N}$/u.test(text) && (text.length > 2 || whole.length === 0);
  return mayGoOn ? [...whole, ...begun] : whole;
}

/** Where the parts of a word stand in any form, or what was found in its place. */
function formPlaces(form, { parts, instead = [] }) {
  return [...parts, ...instead].flatMap((part) => {
    const forms = formsOf(part);
    // Of a plural in -ies the singular has all letters but its last.
    const begin = forms?.root ?? (part.length > 3 && part.endsWith("y") ? part.slice(0, -1) : part);
    const begun = placesOf(form, begin)
      .filter(([from]) => beginsWord(form, from))
      .map(([from]) => [from, from + wordFrom(form, from).length])
      .filter(([from, to]) => stem(form.slice(from, to)) === part || forms?.isForm(form.slice(from, to)));
    return [...wordPlaces(form, part), ...begun];
  });
}

/** Whether no word goes on into a place. */
function beginsWord(form, at) {
  return at === 0 || !wordFrom(form, at - 1);
}

function placesOf(form, part) {
  const found = [];
  for (let at = form.indexOf(part); at >= 0; at = form.indexOf(part, at + part.length)) found.push([at, at + part.length]);
  return found;
}

function places(form, pattern) {
  return Array.from(form.matchAll(pattern), (found) => [found.index, found.index + found[0].length]);
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
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
  const start = startBefore(text, best?.[0] ?? 0);
  const end = endAfter(text, start, best?.[1] ?? 0);
  const parts = inOneLine(partsOf(text, marks, start, end));
  if (start > 0) parts.unshift({ text: "… ", isMarked: false });
  if (end < text.length) parts.push({ text: " …", isMarked: false });
  return parts;
}

function startBefore(text, place) {
  if (place <= BEFORE) return 0;
  const before = text.slice(place - BEFORE, place);
  const phrase = before.match(/[\s、。，：；,.;:]\s*/u);
  return place - BEFORE + (phrase ? phrase.index + phrase[0].length : BEFORE);
}

/** Where a line's worth of text ends, or the mark in it; not within a word. A Han character is as wide as two letters. */
function endAfter(text, start, least) {
  let end = start;
  for (let width = 0; end < text.length && width < SHOWN; end += text.codePointAt(end) > 0xffff ? 2 : 1) {
    width += text.charCodeAt(end) < WIDE ? 1 : 2;
  }
  if (end >= text.length) return text.length;
  const lastSpace = text.lastIndexOf(" ", end);
  const isWithinWord = /\w/.test(text[end]) && /\w/.test(text[end - 1]);
  return Math.max(least, isWithinWord && end - lastSpace < LONGEST_WORD ? lastSpace : end);
}

/** Parts without breaks of lines: what is no sentence is parted from what follows. */
function inOneLine(parts) {
  let before = "";
  return parts.map(({ text, isMarked }) => {
    const line = text.replace(/\n/g, (_, at) => (/[。.!?！？：:；;，,]/u.test(at > 0 ? text[at - 1] : before) ? " " : " · "));
    before = text.at(-1);
    return { text: line, isMarked };
  });
}
