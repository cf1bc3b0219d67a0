/** Somebody who goes through a checklist at random, from a seed. */

import { offers } from "../../../sop_plugin/web/js/flow/beside.js";
import { applied, unstarted } from "../../../sop_plugin/web/js/flow/run.js";

/** Numbers between 0 and 1, always the same ones for a seed (mulberry32). */
export function randomness(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = (random, some) => some[Math.floor(random() * some.length)];

/** Makes events with ids and times of their own. */
export function teller(start = 1_700_000_000_000) {
  let count = 0;
  return (type, more = {}) => {
    count += 1;
    return { id: `e${count}`, at: start + count * 1000, by: "Mei", type, ...more };
  };
}

const ANSWERS = {
  tick: () => true,
  number: (item, random) => (random() < 0.8 ? (item.low ?? item.high ?? 3) : (item.high ?? 3) + 100),
  choice: (item) => item.choices?.[0]?.id ?? "x",
  text: () => "說明",
  date: () => "2026-11-25",
  time: () => "10:30",
  signature: () => "林佩蓉",
  photo: () => ({ file: "f1", name: "a.jpg" }),
  file: () => ({ file: "f1", name: "a.pdf" }),
};

export const answerTo = (item, random) => ANSWERS[item.kind](item, random);

/** Goes on until the procedure is finished or `most` events are told; gives the states' last and the events. */
export function walk(checklist, random, most = 400) {
  const tell = teller();
  let state = unstarted(checklist);
  const events = [];
  const act = (type, more) => {
    const event = tell(type, more);
    events.push(event);
    state = applied(state, event);
    return state.ignored.at(-1)?.event !== event;
  };
  act("started", { sop: checklist.sop, version: checklist.version, label: "table 4" });
  while (events.length < most && state.status === "running") step(state, act, random);
  if (state.status === "running") {
    if (state.ending) act("finished", { end: state.ending.node });
    else act("abandoned", { reason: "the shop closes" });
  }
  return { state, events };
}

function step(state, act, random) {
  const { ending } = state;
  if (ending && (ending.open.length === 0 || random() < 0.5)) {
    act("finished", { end: ending.node });
    return;
  }
  const beside = offers(state);
  if (beside.length > 0 && random() < 0.05) {
    act("began", { edge: pick(random, beside).edge });
    return;
  }
  const { active, groups } = state;
  if (active.length === 0) throw new Error(`nothing to do and no end: ${JSON.stringify(state.tokens)}`);
  const one = groups.length > 0 && random() < 0.1 ? pick(random, groups) : pick(random, active);
  const at = { node: one.node, visit: one.visit };
  const troubles = state.graph.nodes[one.node].exceptions ?? [];
  const chance = random();
  if (troubles.length > 0 && chance < 0.08) act("exception", { ...at, exception: pick(random, troubles).id });
  else if (chance < 0.12) act("timer", { ...at, action: pick(random, ["start", "pause", "reset"]) });
  else if (chance < 0.16) act("skipped", { ...at, reason: "no time" });
  else if (chance < 0.18) act("who", { name: "Wei" });
  else goOn(state, act, random, one, at);
}

function goOn(state, act, random, one, at) {
  const way = pick(random, one.ways);
  if (!way) return;
  for (const id of way.missing) {
    const place = [one, ...state.groups].find((each) => state.graph.items[each.node].has(id));
    const item = state.graph.items[place.node].get(id);
    act("set", { node: place.node, visit: place.visit, item: id, value: answerTo(item, random) });
  }
  const type = way.kind === "skip" ? "skipped" : "done";
  act(type, { ...at, edge: way.edge ?? undefined });
}
