/**
 * When an attempt with a time limit was last open, also where nothing happened in it since: what its events do not tell.
 *
 * Whoever closes the page, sets the clock back and comes again would else get back the time since the last answer. It is
 * written in one go, so that it is there when a page is closed or killed, and it may be forgotten: then the events count.
 */

import { recall, remember } from "../kit/remembered.js";

const SEEN_KEY = "sop.seen";

const MOST = 20;
/** Attempts that are remembered, the latest. */

const OFTEN = 5_000;
/** So many ms may pass before it is written anew. */

/** When an attempt was last open, in ms since 1970; 0 where that is not known. */
export function lastSeen(id) {
  const at = recall(SEEN_KEY)?.[id];
  return Number.isFinite(at) ? at : 0;
}

/** Remembers that an attempt was open at a moment. */
export function noteSeen(id, at) {
  const before = lastSeen(id);
  if (at >= before && at < before + OFTEN) return;
  const others = Object.entries(recall(SEEN_KEY) ?? {}).filter(([key]) => key !== id);
  const latest = others.sort(([, one], [, other]) => other - one).slice(0, MOST - 1);
  remember(SEEN_KEY, { ...Object.fromEntries(latest), [id]: Math.max(at, before) });
}

/** Forgets an attempt that is over. */
export function forgetSeen(id) {
  const { [id]: _, ...others } = recall(SEEN_KEY) ?? {};
  remember(SEEN_KEY, Object.keys(others).length > 0 ? others : null);
}
