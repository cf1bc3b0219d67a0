/** What comes next as far as it is certain, and how far the run has come. */

import { intoParts, isChoice, onward } from "./ways.js";

/**
 * The nodes of steps that come next for certain, after those where the work is: `{node, maybe}`.
 *
 * It ends where somebody has to choose. What may be left out is `maybe`; loops are taken once.
 */
export function aheadOf(state) {
  const walk = new Walk(state.graph, state.tokens);
  const main = state.tokens.filter((token) => token.strand === 0 && (token.role === "at" || token.role === "waiting"));
  walk.goOn(main.map((token) => (token.role === "waiting" ? token.node : walk.from(token.node))));
  return walk.found;
}

/**
 * How far a run has come: `done` and `ahead` count steps, `isCertain` tells whether the steps ahead are all there are,
 * and `share`, from 0 to 1, is how far down the procedure the work stands.
 */
export function progress(state) {
  const { graph } = state;
  const steps = state.done.filter((visit) => graph.nodes[visit.node].kind === "step" && visit.ended.how !== "left");
  const places = state.tokens.filter((token) => token.strand === 0 && token.role === "at").map((token) => token.node);
  const line = graph.nodes.filter((node, index) => node.kind === "step" && !graph.beside[index]).length;
  const before = graph.nodes.filter(
    (node, index) => node.kind === "step" && !graph.beside[index] && index < Math.min(...places),
  ).length;
  const walk = new Walk(graph, state.tokens);
  const isCertain = walk.goOn(places.map((place) => walk.from(place)));
  return {
    done: new Set(steps.map((visit) => visit.node)).size,
    ahead: walk.found.length,
    isCertain,
    share: state.status === "finished" || places.length === 0 ? 1 : before / Math.max(1, line),
  };
}

class Walk {
  constructor(graph, tokens) {
    this.graph = graph;
    this.found = [];
    this.seen = new Set(tokens.filter((token) => token.role === "at").map((token) => token.node));
  }

  /** Follows the one way from a place where the work is to a JOIN or an end; null where somebody has to choose. */
  from(node) {
    const next = this.onwardFrom(node);
    return next === null ? null : this.through(next);
  }

  /** Joins the tracks that arrived at JOINs, the innermost first. Whether all of them come to an end for certain. */
  goOn(arrived) {
    const { graph } = this;
    let places = [...new Set(arrived)];
    while (!places.includes(null) && places.some((place) => !graph.isLast(place))) {
      const joins = places.filter((place) => !graph.isLast(place));
      const inner = joins.reduce((one, other) => (graph.groups[other].length > graph.groups[one].length ? other : one));
      places = [...new Set([...places.filter((place) => place !== inner), this.from(inner)])];
    }
    return !places.includes(null);
  }

  /** Goes through a place and whatever follows it. */
  through(start) {
    const { graph } = this;
    let place = start;
    while (place !== null && !graph.isLast(place) && graph.nodes[place].kind !== "join") {
      if (this.seen.has(place)) return null;
      this.seen.add(place);
      if (graph.nodes[place].kind === "open") place = this.throughGroup(place);
      else {
        this.found.push({ node: place, maybe: graph.ways(place, "skip").length > 0 });
        place = this.onwardFrom(place);
      }
    }
    return place;
  }

  /** Goes through all parts of a group, and on from where they are joined. */
  throughGroup(open) {
    const { graph } = this;
    const { partner, join } = graph.nodes[open];
    if (isChoice(graph, open) || join === "any") return null;
    const targets = intoParts(graph, open).map((edge) => graph.edges[edge].target);
    const ends = targets.map((target) => (target === partner ? partner : this.through(target)));
    const isJoined = ends.every((end) => end === partner || (end !== null && graph.nodes[end].kind === "over"));
    return isJoined ? this.onwardFrom(partner) : null;
  }

  /** The only place to which a node leads; null where there are several. */
  onwardFrom(node) {
    const { graph } = this;
    const ways = graph.nodes[node].kind === "start" ? graph.ways(node, "entry", "next") : onward(graph, node);
    const targets = new Set(ways.map((edge) => graph.edges[edge].target));
    return targets.size === 1 && graph.ways(node, "else").length === 0 ? [...targets][0] : null;
  }
}
