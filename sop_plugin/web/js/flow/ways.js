/** Where the work can go from a place. */

import { holds } from "./answers.js";

const ONWARD = ["next", "go", "branch", "unsaid", "fallback"];
const INTO_PARTS = ["next", "track", "any-order", "choice"];

/** The edges that lead on from where a step or group is done, whatever its loop says. */
export function onward(graph, node) {
  return graph.ways(node, ...ONWARD);
}

/**
 * The edges that somebody may take now from a step that is done, a group whose parts are done, or the start.
 *
 * A loop that is only counted leads back until its rounds are done. One that asks leads back or on, until the most
 * rounds are done; then it leads on, or to what is done instead.
 */
export function waysFrom(graph, node, round) {
  if (graph.nodes[node].kind === "start") return waysIn(graph, node);
  const repeat = graph.nodes[node].repeat;
  const on = onward(graph, node);
  if (!repeat) return on;
  const loop = graph.ways(node, "loop");
  const instead = graph.ways(node, "else");
  const most = Math.min(repeat.times ?? Infinity, repeat.max ?? Infinity);
  const isAsked = repeat.until || repeat.while || repeat.times === undefined;
  if (round < most) return isAsked ? [...on, ...loop, ...(most === Infinity ? instead : [])] : loop;
  return [...on, ...instead];
}

/** The ways into the procedure; where an author named some, the first step is one only if none of them leads there. */
function waysIn(graph, node) {
  const entries = graph.ways(node, "entry");
  const targets = new Set(entries.map((edge) => graph.edges[edge].target));
  return [...entries, ...graph.ways(node, "next", "go").filter((edge) => !targets.has(graph.edges[edge].target))];
}

/** The edges that lead to the parts of a group, or past it where it has none. */
export function intoParts(graph, open) {
  return graph.ways(open, ...INTO_PARTS);
}

/** Whether one of the parts of a group is to be chosen. */
export function isChoice(graph, open) {
  return graph.ways(open, "choice").length > 1;
}

/** Which of several ways the answers speak for, or undefined: the only one that holds, else the one for all other cases. */
export function suggested(graph, ways, answers) {
  const tested = ways.filter((edge) => graph.edges[edge].test);
  const found = tested.map((edge) => holds(graph.edges[edge].test, answers));
  const rest = tested.find((edge) => graph.edges[edge].test.otherwise);
  const holding = tested.filter((_, place) => found[place] === true);
  if (holding.length === 1) return holding[0];
  const others = found.filter((_, place) => tested[place] !== rest);
  return holding.length === 0 && rest !== undefined && others.every((each) => each === false) ? rest : undefined;
}
