/** Timers: moments kept, never counted ticks, so that they are right after any sleep. */

import { keyOf } from "./passing.js";

/** The share of its time at which a timer warns. */
const WARNING_SHARE = 0.8;

/**
 * How the timer of a passing stands at `now`, the device's time in milliseconds; null where the step has no time to count
 * to and no timer was started.
 *
 * `{total, kind, elapsed, remaining, share, level, running}` in milliseconds. `total` and what depends on it are null
 * where there is none. `kind` is "limit", "takes" or "hold". `level` is "calm", "warn" from 80 % on, "over" from the
 * limit on; of what is to be held, "calm" and then "reached".
 */
export function timerAt(state, node, visit, now) {
  const passing = state.visits.get(keyOf(node, visit));
  const told = state.graph.nodes[node]?.timer;
  if (!passing || (!told && !passing.timer)) return null;
  const timer = passing.timer ?? { running: false, before: 0, since: null };
  const time = Math.max(state.now, now - state.clock);
  const elapsed = timer.before + (timer.running ? Math.max(0, time - timer.since) : 0);
  const total = told ? told.seconds * 1000 : null;
  const share = total === null ? null : elapsed / total;
  return {
    total,
    kind: told?.kind ?? null,
    elapsed,
    remaining: total === null ? null : Math.max(0, total - elapsed),
    share,
    level: levelOf(told?.kind, share),
    running: timer.running,
  };
}

/** How urgent it is when this share of a time is over; see `timerAt()`. */
export function levelOf(kind, share) {
  if (share === null) return "calm";
  if (kind === "hold") return share >= 1 ? "reached" : "calm";
  if (share >= 1) return "over";
  return share >= WARNING_SHARE ? "warn" : "calm";
}

/**
 * By how many milliseconds a device's clock was set back between two readings `{wall, steady}` of `Date.now()` and
 * `performance.now()`; 0 where it was not. Only that can be told: a clock set forward looks like a device that slept.
 */
export function setBack(before, after) {
  const jump = after.wall - before.wall - (after.steady - before.steady);
  return jump < -WORTH_TELLING ? jump : 0;
}

const WORTH_TELLING = 500;
