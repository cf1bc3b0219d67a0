/** A run told line by line: every event in its order, with the step, the answer and what came of it. */

import { say } from "../kit/words.js";
import { verdict } from "./answers.js";
import { whyWords } from "./evidence_words.js";
import { keyOf } from "./passing.js";
import { reduce } from "./run.js";

/**
 * One object for each event, its values text or numbers: `{event, at, by, what, number, step, id, visit, fingerprint, item,
 * value, unit, range, verdict, note}`. `at` is the device's time in milliseconds.
 */
export function rowsOf(checklist, events) {
  const state = reduce(checklist, events);
  const reasons = new Map(state.ignored.map(({ event, why }) => [event, why]));
  const filledBefore = new Set();
  return events.map((event) => {
    const node = checklist.nodes[event?.node] ?? checklist.nodes[checklist.edges[event?.edge]?.target];
    const item = state.graph.items[event?.node]?.get(event.item);
    const key = `${keyOf(event?.node, event?.visit)}:${event?.item}`;
    const isCorrection = event?.type === "set" && filledBefore.has(key);
    if (event?.type === "set" && !reasons.has(event)) filledBefore.add(key);
    return {
      event: event?.id ?? "",
      at: event?.at,
      by: event?.by ?? "",
      what: isCorrection ? say("web.evidence.what.corrected") : whatHappened(event),
      number: node?.number ?? "",
      step: node?.kind === "start" ? "" : (node?.title ?? ""),
      id: node?.id ?? "",
      visit: event?.visit ?? "",
      fingerprint: node?.fingerprint ?? "",
      item: item?.title ?? "",
      value: item ? worded(item, event.value) : "",
      unit: item?.unit ?? "",
      range: item?.rangeWords ?? "",
      verdict: item ? verdictWords(verdict(item, event.value)) : "",
      note: noteOn(state, event, reasons.get(event)),
    };
  });
}

function whatHappened(event) {
  switch (event?.type) {
    case "started":
      return say("web.evidence.what.started");
    case "read":
      return say("web.evidence.what.read");
    case "set":
      return say("web.evidence.what.set");
    case "done":
      return say("web.evidence.what.done");
    case "skipped":
      return say("web.evidence.what.skipped");
    case "exception":
      return say("web.evidence.what.exception");
    case "began":
      return say("web.evidence.what.began");
    case "timer":
      return timerWords(event.action);
    case "taken-back":
      return say("web.evidence.what.taken-back");
    case "who":
      return say("web.evidence.what.who");
    case "handed-over":
      return say("web.evidence.what.handed-over");
    case "clock":
      return say("web.evidence.what.clock");
    case "finished":
      return say("web.evidence.what.finished");
    case "abandoned":
      return say("web.evidence.what.abandoned");
    default:
      return String(event?.type ?? "");
  }
}

function timerWords(action) {
  if (action === "start") return say("web.evidence.what.timer-start");
  return action === "pause" ? say("web.evidence.what.timer-pause") : say("web.evidence.what.timer-reset");
}

/** An answer as it is read: a tick by a word, a choice by its title, a file by its name. */
export function worded(item, value) {
  if (value === null || value === undefined) return "";
  if (value === true) return say("web.evidence.yes");
  if (value === false) return say("web.evidence.no");
  if (item.kind === "choice") return item.choices?.find((choice) => choice.id === value)?.title ?? String(value);
  return typeof value === "object" ? String(value.name ?? value.file ?? "") : String(value);
}

/** What is said of a number. */
export function verdictWords(found) {
  if (found === "in") return say("web.evidence.verdict.in");
  if (found === "low") return say("web.evidence.verdict.low");
  if (found === "high") return say("web.evidence.verdict.high");
  return found === "no-number" ? say("web.evidence.verdict.no-number") : "";
}

function noteOn(state, event, why) {
  const { nodes, edges } = state.checklist;
  const exception = nodes[event?.node]?.exceptions?.find((each) => each.id === event.exception);
  const parts = [
    event?.type === "taken-back" ? String(event.event ?? "") : exception?.when,
    event?.reason ?? event?.label ?? event?.name,
    event?.type === "finished" ? nodes[event.end]?.title : edges[event?.edge]?.words,
    why ? whyWords(why) : "",
    state.takenBack.has(event?.id) ? say("web.evidence.taken-back") : "",
  ];
  return parts.filter((part) => typeof part === "string" && part).join("; ");
}
