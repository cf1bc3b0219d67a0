/** The clocks of limits that run over several steps: moments kept, never counted ticks, so that they are right after any sleep. */

import { holds } from "./answers.js";
import { levelOf } from "./timer.js";

/**
 * The clocks that run as a state stands: `{index, clock, since, before, isRunning}`.
 *
 * `index` is the place of `clock` among those of the checklist. `before` are the milliseconds counted until `since`, from
 * which it counts on unless it is on hold. A clock whose end can no longer come is none: nobody could stop it.
 */
export function clocksOf(state) {
  if (state.status !== "running") return [];
  const found = (state.checklist.clocks ?? []).flatMap((clock, index) => {
    const run = holds(clock.test, state.answers) === false ? null : courseOf(clock, state.moments);
    return run ? [{ index, clock, ...run }] : [];
  });
  if (found.length === 0) return found;
  const reach = withinReach(state);
  return found.filter(({ clock }) => clock.to.some(({ node }) => reach.has(node)));
}

/**
 * How a clock stands at `now`, the device's time: `{total, remaining, elapsed, level, isRunning, dueAt}`, in milliseconds,
 * `dueAt` by the device's clock. `level` is that of timers: "calm", "warn" from 80 % on, "over" from the limit on.
 */
export function clockAt(state, { clock, since, before, isRunning }, now) {
  const total = clock.seconds * 1000;
  const time = Math.max(state.now, now - state.clock);
  const elapsed = before + (isRunning ? time - since : 0);
  const remaining = Math.max(0, total - elapsed);
  const dueAt = time + total - elapsed + state.clock;
  return { total, remaining, elapsed, level: levelOf("limit", elapsed / total), isRunning, dueAt };
}

/** What the moments of a run come to for a clock; null where it does not run. One that was stopped can start again. */
function courseOf(clock, moments) {
  let run = null;
  let hasRun = false;
  for (const moment of moments) {
    const { at } = moment;
    const restarts = hasRun && isAmong(clock.restarts, moment);
    if (restarts || (!run && isAmong(clock.from, moment))) {
      run = { since: at, before: 0, isRunning: true };
      hasRun = true;
    } else if (!run) continue;
    else if (isAmong(clock.to, moment)) run = null;
    else if (run.isRunning && clock.pauses?.some((pause) => isAmong(pause.from, moment))) {
      run = { since: at, before: run.before + at - run.since, isRunning: false };
    } else if (!run.isRunning && clock.pauses?.some((pause) => isAmong(pause.to, moment))) {
      run = { ...run, since: at, isRunning: true };
    }
  }
  return run;
}

function isAmong(moments, { node, what }) {
  return moments?.some((each) => each.node === node && each.what === what) ?? false;
}

/** The nodes to which the work may still come: from where it is, and from what may begin beside it. */
function withinReach({ graph, tokens, raised }) {
  const events = [...raised].filter(([, count]) => count > 0).map(([event]) => event);
  const beside = graph.edges.filter(({ source, kind }) => kind === "during" || (source === 0 && OF_ITSELF.has(kind)));
  const waiting = tokens.filter((token) => token.role !== "over").map((token) => token.node);
  const open = [...waiting, ...events, ...beside.map((edge) => edge.target)];
  const found = new Set(open);
  while (open.length > 0) {
    for (const edge of graph.outgoing[open.pop()]) {
      const { kind, target } = graph.edges[edge];
      if (kind === "after" || found.has(target)) continue;
      found.add(target);
      open.push(target);
    }
  }
  return found;
}

const OF_ITSELF = new Set(["event", "every"]);
