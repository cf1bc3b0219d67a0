/**
 * What a device remembers for convenience. It may be forgotten at any time, by the browser as by the reader: what must
 * not be lost belongs into the store.
 *
 * Keys begin with `sop.`: `sop.role` is the role chosen on the start page, `sop.recent` the procedures opened last,
 * `sop.quizzes` that there are attempts at quizzes to look into, `sop.assigned` the same of assignments, with the present
 * ids of what they ask for, `sop.seen` when attempts within a time limit were last open.
 */

export const QUIZZES_KEY = "sop.quizzes";
export const ASSIGNED_KEY = "sop.assigned";

/** The value under a key; null where nothing is kept, where it cannot be read, and where the browser keeps nothing. */
export function recall(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

/** Keeps a value that JSON can say, where the browser lets it; null forgets it. */
export function remember(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Private windows and full disks keep nothing, and the page works without.
  }
}

/** Forgets all of it. */
export function forgetAll() {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith("sop.")) localStorage.removeItem(key);
  } catch {
    // Where nothing can be read, nothing was kept.
  }
}
