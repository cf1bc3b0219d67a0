/** The items of a passing: which are asked, what was answered, what is missing, and what follows an odd number. */

import { asksFor, holds, isAnswer, verdict } from "./answers.js";
import { keyOf } from "./passing.js";

/** The items that are asked now: those of the step, then those of the exceptions that were taken. */
export function itemsOf(state, visit) {
  const node = state.graph.nodes[visit.node];
  return [...(node.items ?? []), ...takenExceptions(state, visit).flatMap((exception) => exception.items ?? [])];
}

/** The exceptions that were taken at a passing, as the checklist has them. */
export function takenExceptions(state, visit) {
  const exceptions = state.graph.nodes[visit.node].exceptions ?? [];
  return visit.exceptions.map((taken) => exceptions.find((each) => each.id === taken.id)).filter(Boolean);
}

/** The latest answer to an item, or undefined. */
export function valueOf(visit, item) {
  return visit.values[item.id]?.value;
}

/**
 * The ids of the items that must be answered before a way is taken, and are not.
 *
 * The step being done is no such item: to take the way is to say so. Whoever leaves by an exception answers what the
 * exception asks, not what the step does. Where a group is done, what its exceptions asked counts too; it is filled in
 * at the passing of the group (`groups` of the state).
 */
export function missingFor(state, visit, edge) {
  const way = edge === undefined || edge === null ? null : state.graph.edges[edge];
  if (way?.kind === "exception") {
    const exception = takenExceptions(state, visit).find((each) => each.edge === edge);
    return unanswered(state, visit, exception?.items ?? []);
  }
  const group = groupOf(state, visit);
  return [
    ...unanswered(state, visit, [...itemsOf(state, visit), ...(way?.items ?? [])]),
    ...(group ? unanswered(state, group, itemsOf(state, group)) : []),
  ];
}

/** Of a passing of a JOIN, that of its group, where the exceptions of the group and their answers are. */
function groupOf(state, visit) {
  const open = state.graph.first(visit.node);
  if (open === visit.node) return null;
  const token = state.tokens.find((each) => each.node === open && each.strand === visit.strand);
  return token ? state.visits.get(keyOf(token.node, token.visit)) : null;
}

function unanswered(state, visit, items) {
  const settled = new Set(
    items.filter((item) => item.source === "nothing" && isAnswer(item, valueOf(visit, item))).map((item) => item.form.id),
  );
  return items
    .filter((item) => isAsked(state, item) && !settled.has(item.form?.id) && !isAnswer(item, valueOf(visit, item)))
    .map((item) => item.id);
}

/** Whether an item must be answered; one that applies only if something holds must where that is known to hold. */
function isAsked(state, item) {
  if (item.source === "do" || item.optional) return false;
  return !item.onlyIf || holds(item.test, state.answers) === true;
}

/** An item with its answer, every earlier one, and what to say of it. */
export function filledItem(state, visit, item) {
  const answer = visit.values[item.id];
  const said = verdict(item, answer?.value);
  return {
    item,
    value: answer?.value,
    history: answer?.history ?? [],
    verdict: said,
    applies: item.onlyIf ? holds(item.test, state.answers) : true,
    follow: said === "low" || said === "high" ? exceptionsFor(state, visit, item) : [],
  };
}

/**
 * The exceptions to follow when a number is out of range, as `{node, visit, id, exact}`.
 *
 * Those that test this number and hold; else those that test it; else all of the step and of the groups around it.
 */
function exceptionsFor(state, visit, item) {
  const { graph } = state;
  const groups = state.tokens.filter(
    (token) => token.role === "group" && token.strand === visit.strand && graph.isWithin(visit.node, token.node),
  );
  const own = graph.nodes[visit.node].kind === "join" ? [] : [visit];
  const joined = state.tokens.filter((token) => token.role === "group" && token.node === graph.first(visit.node));
  const all = [...own, ...joined, ...groups.reverse()].flatMap((place) =>
    (graph.nodes[place.node].exceptions ?? []).map((exception) => ({ place, exception })),
  );
  const about = all.filter(({ exception }) => asksFor(exception.test, item.field));
  const holding = about.filter(({ exception }) => holds(exception.test, state.answers) === true);
  const found = [holding, about, all].find((some) => some.length > 0) ?? [];
  return found.map(({ place, exception }) => ({
    node: place.node,
    visit: place.visit,
    id: exception.id,
    exact: holding.length > 0,
  }));
}
