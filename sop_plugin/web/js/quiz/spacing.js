/**
 * When what was missed is asked again: after 1, 3, 10, 30 and 60 days, each time it was known; after that it is learned.
 * Whoever misses it again begins anew.
 */

import { isRight } from "./scoring.js";

/** Days after which a question is asked again: first when it was missed, then each time it was known. */
export const INTERVALS = [1, 3, 10, 30, 60];

const DAY = 86_400_000;

/**
 * The questions that were missed and are not learned yet, by key: `{level, due}`, where `due` is the day, in days of this
 * device since 1970, from which it is asked again.
 *
 * `results` are `{key, at, score}` in the order in which they happened.
 */
export function spaced(results) {
  const found = new Map();
  for (const { key, at, score } of results) {
    const day = dayOf(at);
    const known = found.get(key);
    if (!isRight(score)) found.set(key, { level: 0, due: day + INTERVALS[0] });
    else if (known && day >= known.due) {
      const level = known.level + 1;
      if (level < INTERVALS.length) found.set(key, { level, due: day + INTERVALS[level] });
      else found.delete(key);
    }
  }
  return found;
}

/** The keys that are due at a moment, the longest due first. */
export function dueAt(spacedOut, now) {
  const today = dayOf(now);
  const due = [...spacedOut].filter(([, { due: day }]) => day <= today);
  return due.sort(([, one], [, other]) => one.due - other.due).map(([key]) => key);
}

/** The day of a moment on this device, counted from 1970. */
export function dayOf(ms) {
  return Math.floor((ms - new Date(ms).getTimezoneOffset() * 60_000) / DAY);
}
