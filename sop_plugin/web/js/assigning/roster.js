/**
 * A list of people, each with a name, a staff number or both, who may sign with either; `sop_plugin/model/roster.py` is the
 * same in Python.
 */

import { foldedName } from "./people.js";

const STAFF_NUMBER = /^[a-z._#/-]*[0-9][a-z0-9._#/-]*$/;
/** A folded word that is a staff number. */

/** Whether a text is a staff number. */
export function isNumber(text) {
  return STAFF_NUMBER.test(foldedName(text));
}

/**
 * Who of a list is meant by a name: a function that gives the one of `listed`, or null.
 *
 * That is whoever stands there under the whole name, else the only one whose number and words do not contradict it. Where
 * several could be meant nobody is, since no result may count for somebody else.
 */
export function finderIn(listed) {
  const whole = new Map(listed.map((name) => [foldedName(name), name]));
  const byKey = keyed([...whole.values()]);
  return (name) => {
    const found = whole.get(foldedName(name));
    if (found !== undefined) return found;
    const near = new Set(keysOf(name).flatMap((key) => byKey.get(key) ?? []));
    const meant = [...near].filter((each) => mayBeOne(partsOf(each), partsOf(name)));
    return meant.length === 1 ? meant[0] : null;
  };
}

/** Those of a list who share a number or a name, so that this alone does not tell which of them is meant: lists of names. */
export function alikeIn(listed) {
  const several = [...keyed(listed).values()].filter(({ length }) => length > 1);
  return [...new Map(several.map((names) => [names.join("\n"), names])).values()];
}

function keyed(listed) {
  const found = new Map();
  for (const name of listed) {
    for (const key of keysOf(name)) {
      if (found.has(key)) found.get(key).push(name);
      else found.set(key, [name]);
    }
  }
  return found;
}

/** What somebody can be found by: each number, and the other words together. */
function keysOf(name) {
  const { numbers, words } = partsOf(name);
  return [...new Set(words.length > 0 ? [...numbers, words.join(" ")] : numbers)];
}

function partsOf(name) {
  const all = foldedName(name).split(" ").filter(Boolean);
  return { numbers: all.filter((word) => STAFF_NUMBER.test(word)), words: all.filter((word) => !STAFF_NUMBER.test(word)) };
}

function mayBeOne(one, other) {
  const [few, many] = one.words.length < other.words.length ? [one.words, other.words] : [other.words, one.words];
  if (one.numbers.length > 0 && other.numbers.length > 0) {
    return one.numbers.some((number) => other.numbers.includes(number)) && few.every((word) => many.includes(word));
  }
  return few.length === 0 || few.join(" ") === many.join(" ");
}
