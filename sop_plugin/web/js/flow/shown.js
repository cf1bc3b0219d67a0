/** A place where somebody is to do something, with all that a screen shows of it. */

import { filledItem, itemsOf, missingFor, takenExceptions } from "./filling.js";
import { leftBehind } from "./moves.js";
import { keyOf } from "./passing.js";
import { intoParts, isChoice, suggested, waysFrom } from "./ways.js";

/**
 * A token as a screen shows it: the passing (`node, visit, strand, round, since, values, exceptions, timer`) and
 *
 * - `items`: what is asked, each `{item, value, history, verdict, applies, follow}`;
 * - `ways`: where it can go on, each `{edge, kind, words, target, suggested, missing, leaves}`. `edge` is null for going
 *   into all parts of a group. `missing` are ids of items to be answered first, `leaves` the places left behind.
 *   If there is one way only, `done` needs no edge;
 * - `missing`: what must be answered whichever way is taken;
 * - `skippable`: whether it may be left out without giving a reason;
 * - `waitsFor`: nodes that should be done before it, and are not;
 * - `asked`: "entry", "part" or "whether" where nothing is to be done but to choose, else null.
 */
export function shownAt(state, token) {
  const visit = state.visits.get(keyOf(token.node, token.visit));
  const { graph } = state;
  const node = graph.nodes[token.node];
  return {
    ...visit,
    items: itemsOf(state, visit).map((item) => filledItem(state, visit, item)),
    ways: token.role === "at" ? waysAt(state, token, visit) : exceptionWays(state, token, visit),
    missing: missingFor(state, visit),
    skippable: graph.ways(token.node, "skip").length > 0,
    waitsFor: token.role === "at" ? waitsFor(state, node) : [],
    asked: token.role === "at" ? askedAt(graph, token.node) : null,
  };
}

/** The ways from a place: those of exceptions that were taken first. */
export function waysAt(state, token, visit) {
  const { graph } = state;
  const found = exceptionWays(state, token, visit);
  if (graph.nodes[token.node].kind === "open") return [...found, ...waysInto(state, token)];
  const ways = waysFrom(graph, token.node, visit.round);
  const best = suggested(graph, ways, state.answers);
  const all = [...ways, ...graph.ways(token.node, "skip")];
  return [...found, ...all.map((edge) => wayAlong(state, token, visit, edge, edge === best))];
}

function exceptionWays(state, token, visit) {
  const edges = takenExceptions(state, visit).map((exception) => exception.edge);
  return edges.filter((edge) => edge !== null && edge !== undefined).map((edge) => wayAlong(state, token, visit, edge, true));
}

function waysInto(state, token) {
  const { graph } = state;
  const visit = state.visits.get(keyOf(token.node, token.visit));
  const skip = graph.ways(token.node, "skip").map((edge) => wayAlong(state, token, visit, edge, false));
  if (isChoice(graph, token.node)) {
    return [...intoParts(graph, token.node).map((edge) => wayAlong(state, token, visit, edge, false)), ...skip];
  }
  const title = graph.nodes[token.node].title;
  return [
    { edge: null, kind: "enter", words: title, target: token.node, suggested: false, missing: [], leaves: [] },
    ...skip,
  ];
}

function wayAlong(state, token, visit, edge, isSuggested) {
  const { kind, words = "", target } = state.graph.edges[edge];
  const leaves = kind === "choice" ? [] : leftBehind(state, token, edge);
  const missing = kind === "skip" ? [] : missingFor(state, visit, edge);
  return { edge, kind, words, target, suggested: isSuggested, missing, leaves };
}

function askedAt(graph, node) {
  if (graph.nodes[node].kind === "start") return "entry";
  if (graph.nodes[node].kind !== "open") return null;
  return isChoice(graph, node) ? "part" : "whether";
}

function waitsFor(state, node) {
  const isDone = (index) => [...state.visits.values()].some((visit) => visit.node === index && visit.ended);
  return (node.waits ?? []).filter((any) => !any.some(isDone)).flat();
}
