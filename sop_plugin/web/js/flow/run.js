/**
 * The run of a checklist: what a list of events comes to. Pure: no page, no clock, no storage.
 *
 * An event is `{id, at, by, type, ...}`: `id` is random, `at` the device's time in milliseconds, `by` a name as typed.
 *
 * - started {sop, version, label}
 * - set {node, visit, item, value}: fills in an item; again corrects it, and all answers are kept; null empties it
 * - done {node, visit, edge}: takes a way; without `edge` the only one there is
 * - skipped {node, visit, reason, edge}
 * - exception {node, visit, exception}: takes an exception; its way is then one of the step's
 * - began {edge}: begins work beside, along an edge of `beside()`
 * - timer {node, visit, action}: start, pause or reset
 * - taken-back {event}: undoes that event, if nothing later rests on it; undone itself, it brings the event back
 * - who {name}, handed-over {name}
 * - clock {ms}: the device's clock was set forward, or with a number below 0 back, by so many milliseconds
 * - finished {end}, abandoned {reason}
 * - read {sop, version}: the one event of a confirmation that somebody has read a version
 *
 * Whatever the events are, nothing throws and nothing is lost: what does not apply is in `ignored` with its reason.
 */

import { offers } from "./beside.js";
import { missingFor } from "./filling.js";
import { raise } from "./moments.js";
import { beginBeside, beginRun, leaveAll, leavePlace } from "./moves.js";
import { keyOf, stopped } from "./passing.js";
import { RunState } from "./state.js";
import { onward, waysFrom } from "./ways.js";

/** How far a device's time may stand behind an earlier event before its clock counts as set back, in milliseconds. */
const CLOCK_TOLERANCE = 1000;

const BEGINNING = new Set(["started", "read"]);

const AFTER_THE_END = new Set(["set", "who", "clock", "taken-back"]);

/** A run before its first event. */
export function unstarted(checklist) {
  return new RunState(checklist);
}

/** How a run stands after all of these events. */
export function reduce(checklist, events) {
  let draft = new RunState(checklist);
  for (const event of events) draft = playEvent(draft, event);
  return draft;
}

/** How a run stands after one more event. The state before stays as it was. */
export function applied(state, event) {
  return playEvent(state.copy(), event);
}

/** Why an event would be ignored now, or null if it would count. */
export function refusal(state, event) {
  const after = applied(state, event);
  return after.ignored.length > state.ignored.length ? after.ignored.at(-1).why : null;
}

function playEvent(draft, event) {
  draft.events.push(event);
  if (!isEvent(event)) return ignoredEvent(draft, event, "malformed");
  if (draft.ids.has(event.id)) return ignoredEvent(draft, event, "twice");
  draft.ids.add(event.id);
  if (event.type === "taken-back") return takeBack(draft, event);
  const why = happen(draft, event);
  return why ? ignoredEvent(draft, event, why) : draft;
}

function isEvent(event) {
  return (
    typeof event === "object" &&
    event !== null &&
    typeof event.id === "string" &&
    typeof event.type === "string" &&
    Number.isFinite(event.at)
  );
}

function ignoredEvent(draft, event, why) {
  draft.ignored.push({ event, why });
  return draft;
}

/** Lets an event happen. Gives the reason why it cannot, and has then changed nothing. */
function happen(draft, event, isTrusted = false) {
  const handler = Object.hasOwn(HANDLERS, event.type) ? HANDLERS[event.type] : null;
  if (!handler) return "unknown-type";
  if (!BEGINNING.has(event.type) && draft.status === "unstarted") return "not-started";
  if (draft.startedAt !== null && draft.status !== "running" && !AFTER_THE_END.has(event.type)) return "over";
  const before = [draft.now, draft.clock];
  if (event.type === "clock" && Number.isFinite(event.ms)) draft.clock += event.ms;
  tickClock(draft, event.at);
  const why = handler(draft, event, isTrusted);
  if (why) [draft.now, draft.clock] = before;
  return why;
}

/** Moves the run's own clock on. It never goes back: a device's clock that does was set back. */
function tickClock(draft, at) {
  const time = at - draft.clock;
  if (draft.startedAt !== null && time < draft.now - CLOCK_TOLERANCE) draft.clock = at - draft.now;
  else draft.now = draft.startedAt === null ? time : Math.max(draft.now, time);
}

const HANDLERS = {
  started(draft, event) {
    if (draft.status !== "unstarted") return "started-already";
    draft.status = "running";
    draft.label = typedText(event.label);
    draft.by = typedText(event.by);
    draft.startedAt = draft.now;
    beginRun(draft);
    return null;
  },

  read(draft, event) {
    if (draft.status !== "unstarted") return "started-already";
    draft.status = "finished";
    draft.by = typedText(event.by);
    draft.startedAt = draft.now;
    draft.endedAt = draft.now;
    return null;
  },

  set(draft, event) {
    const visit = passing(draft, event);
    if (!visit) return "not-there";
    const item = draft.graph.items[visit.node].get(event.item);
    if (!item) return "no-such-item";
    const value = event.value ?? null;
    const entry = { value, at: draft.now, by: typedText(event.by), event: event.id };
    fillIn(draft, visit, item, [...(visit.values[item.id]?.history ?? []), entry]);
    return null;
  },

  done(draft, event, isTrusted) {
    const found = placeOf(draft, event);
    if (!found) return "not-there";
    const edge = chosenWay(draft, found, event.edge);
    if (edge === undefined) return event.edge === undefined || event.edge === null ? "choose" : "no-such-way";
    const { kind } = edge === null ? { kind: "enter" } : draft.graph.edges[edge];
    if (kind === "skip") return "no-such-way";
    const isMissing = !isTrusted && missingFor(draft, found.visit, edge).length > 0;
    if (isMissing) return "missing";
    leavePlace(draft, found.token, edge, kind === "exception" ? "exception" : "done", { by: typedText(event.by) });
    return null;
  },

  skipped(draft, event) {
    const found = placeOf(draft, event);
    if (!found || found.token.role !== "at") return "not-there";
    const skip = draft.graph.ways(found.token.node, "skip");
    if (skip.length === 0 && typedText(event.reason).trim() === "") return "no-reason";
    const ways = skip.length > 0 ? skip : onward(draft.graph, found.token.node);
    const edge = event.edge ?? (ways.length === 1 ? ways[0] : undefined);
    if (edge === undefined || draft.graph.nodes[found.token.node].kind === "start") return "choose";
    if (!ways.includes(edge)) return "no-such-way";
    leavePlace(draft, found.token, edge, "skipped", { by: typedText(event.by), reason: typedText(event.reason) });
    return null;
  },

  exception(draft, event) {
    const found = placeOf(draft, event);
    if (!found) return "not-there";
    const exception = draft.graph.nodes[found.token.node].exceptions?.find((each) => each.id === event.exception);
    if (!exception) return "no-such-exception";
    if (found.visit.exceptions.some((taken) => taken.id === exception.id)) return "taken-already";
    const taken = { id: exception.id, at: draft.now, by: typedText(event.by), event: event.id };
    changePassing(draft, found.visit, { exceptions: [...found.visit.exceptions, taken] });
    raise(draft, exception.raises);
    return null;
  },

  began(draft, event) {
    const offer = offers(draft).find((each) => each.edge === event.edge);
    if (!offer) return "not-offered";
    const { source } = draft.graph.edges[event.edge];
    draft.begun.set(event.edge, { count: (draft.begun.get(event.edge)?.count ?? 0) + 1, at: draft.now });
    // What nothing in the run set off happens when somebody begins what comes of it.
    if ((draft.raised.get(source) ?? 0) === 0 && draft.graph.nodes[source].kind === "event") raise(draft, [source]);
    if (draft.raised.has(source)) draft.raised.set(source, Math.max(0, draft.raised.get(source) - 1));
    beginBeside(draft, event.edge);
    return null;
  },

  timer(draft, event) {
    const found = placeOf(draft, event);
    if (!found) return "not-there";
    const timer = found.visit.timer ?? { running: false, before: 0, since: null };
    if (event.action === "start" && !timer.running) {
      changePassing(draft, found.visit, { timer: { ...timer, running: true, since: draft.now } });
    } else if (event.action === "pause" && timer.running) {
      changePassing(draft, found.visit, { timer: stopped(timer, draft.now) });
    } else if (event.action === "reset") {
      changePassing(draft, found.visit, { timer: null });
    } else return "no-change";
    return null;
  },

  who(draft, event) {
    draft.by = typedText(event.name);
    return null;
  },

  "handed-over"(draft, event) {
    draft.hands.push({ from: draft.by, to: typedText(event.name), at: draft.now });
    draft.by = typedText(event.name);
    return null;
  },

  clock(draft, event) {
    return Number.isFinite(event.ms) ? null : "malformed";
  },

  finished(draft, event) {
    const reached = draft.tokens.filter((token) => token.role === "over");
    const over = reached.find((token) => token.node === event.end) ?? (event.end === undefined ? reached.at(-1) : null);
    if (!over) return "no-end";
    draft.status = "finished";
    draft.end = over.node;
    draft.endedAt = draft.now;
    leaveAll(draft);
    return null;
  },

  abandoned(draft, event) {
    draft.status = "abandoned";
    draft.reason = typedText(event.reason);
    draft.endedAt = draft.now;
    leaveAll(draft);
    return null;
  },
};

function typedText(value) {
  return typeof value === "string" ? value : "";
}

/** The passing that an event names, be it over or not. */
function passing(draft, event) {
  return draft.visits.get(keyOf(event.node, event.visit));
}

/** The passing that an event names together with its token, if somebody is there. */
function placeOf(draft, event) {
  const visit = passing(draft, event);
  const token = visit && draft.tokens.find((each) => each.node === visit.node && each.visit === visit.visit);
  return token ? { visit, token } : null;
}

function changePassing(draft, visit, changes) {
  draft.visits.set(keyOf(visit.node, visit.visit), { ...visit, ...changes });
}

/** Gives an item its answers, of which the last counts. */
function fillIn(draft, visit, item, history) {
  const { value } = history.at(-1);
  changePassing(draft, visit, { values: { ...visit.values, [item.id]: { value, history } } });
  if (item.field) draft.answers.set(item.field, value);
}

/** The way that a `done` takes: an edge, null for going into a group, or undefined if it is none. */
function chosenWay(draft, { token, visit }, wished) {
  const { graph } = draft;
  const node = graph.nodes[token.node];
  const exceptions = (node.exceptions ?? []).filter((each) => visit.exceptions.some((taken) => taken.id === each.id));
  if (wished !== undefined && wished !== null && exceptions.some((each) => each.edge === wished)) return wished;
  if (token.role !== "at") return undefined;
  if (node.kind === "open") {
    const choices = graph.ways(token.node, "choice");
    if (choices.length > 1) return choices.includes(wished) ? wished : undefined;
    return wished === undefined || wished === null ? null : undefined;
  }
  const ways = waysFrom(graph, token.node, visit.round);
  if (wished !== undefined && wished !== null) return ways.includes(wished) ? wished : undefined;
  return ways.length === 1 ? ways[0] : undefined;
}

/**
 * Undoes an event, or brings it back if it undid one. The run is told again without it; if a later event would then no
 * longer apply, nothing is undone.
 */
function takeBack(draft, event) {
  const target = draft.events.find((each) => each?.id === event.event && each !== event);
  const isIgnored = draft.ignored.some((each) => each.event === target);
  if (!target || isIgnored || BEGINNING.has(target.type) || draft.takenBack.has(target.id)) {
    return ignoredEvent(draft, event, "cannot-be-undone");
  }
  const takings = [...draft.takings, { id: event.id, event: target.id }];
  const takenBack = struck(takings);
  const again = retold(draft, takings, takenBack, event);
  if (again.ignored.length > draft.ignored.length) return ignoredEvent(draft, event, "others-rest-on-it");
  return again;
}

/** The ids of the events that do not count, the undone undoings left out. */
function struck(takings) {
  const found = new Set();
  for (const taking of takings.slice().reverse()) if (!found.has(taking.id)) found.add(taking.event);
  return found;
}

function retold(draft, takings, takenBack, last) {
  const again = new RunState(draft.checklist);
  again.takings = takings;
  again.takenBack = takenBack;
  again.ignored = draft.ignored.slice();
  const skipped = new Set(draft.ignored.map((each) => each.event));
  for (const event of draft.events) {
    again.events.push(event);
    if (!isEvent(event)) continue;
    again.ids.add(event.id);
    if (skipped.has(event) || takenBack.has(event.id) || event.type === "taken-back") continue;
    const why = happen(again, event, true);
    if (why) ignoredEvent(again, event, why);
  }
  tickClock(again, last.at);
  return again;
}
