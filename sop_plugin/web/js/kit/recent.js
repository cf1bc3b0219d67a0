/** The procedures that were opened last on this device. */

import { recall, remember } from "./remembered.js";

const RECENT_KEY = "sop.recent";

const KEPT = 10;

/** A list of visits with one more at its head; a page stands in it once. */
export function withVisit(visits, visit) {
  return [visit, ...visits.filter((other) => other.address !== visit.address)].slice(0, KEPT);
}

/** The visits, the last one first, each `{ address, title }`. What somebody else wrote under the key is passed over. */
export function recentVisits() {
  const kept = recall(RECENT_KEY);
  const sound = (visit) => typeof visit?.address === "string" && typeof visit.title === "string";
  return Array.isArray(kept) ? kept.filter(sound) : [];
}

/** Notes that the procedure `title` was opened at `location`. */
export function noteVisit(title, { origin, pathname }) {
  const address = (origin === "null" ? "file://" : origin) + pathname;
  remember(RECENT_KEY, withVisit(recentVisits(), { address, title }));
}

/** Forgets all visits. */
export function forgetVisits() {
  remember(RECENT_KEY, null);
}
