/** How the work moves: steps are come to and left, groups split and joined. All of it changes the draft of a state. */

import { missingFor } from "./filling.js";
import { keepMoment, raise } from "./moments.js";
import { keyOf, stopped } from "./passing.js";
import { intoParts, isChoice, onward, waysFrom } from "./ways.js";

/** Moves of one event that nobody had a say in, per node; more would mean going round for ever. */
const MOST_MOVES = 4;

/** Comes to the start of the procedure. */
export function beginRun(draft) {
  new Mover(draft).start();
}

/** Leaves a place along an edge, or, without one, goes into all parts of a group. `how` and `more` are kept of it. */
export function leavePlace(draft, token, edge, how, more = {}) {
  new Mover(draft).leave(token, edge, how, more);
}

/** Begins work beside the procedure along an edge. */
export function beginBeside(draft, edge) {
  new Mover(draft).beside(edge);
}

/** The tokens that would be left behind if the work went along an edge; that of the place itself is not among them. */
export function leftBehind(state, token, edge) {
  const mover = new Mover(state);
  return mover.leavesBehind(token, edge, mover.strandAt(token.strand, edge)).filter((each) => each.role === "at");
}

/** Ends every passing that is open: the run is over. */
export function leaveAll(draft) {
  const mover = new Mover(draft);
  for (const token of draft.tokens.slice()) if (token.role !== "over") mover.drop(token);
}

class Mover {
  constructor(draft) {
    this.draft = draft;
    this.graph = draft.graph;
    this.left = this.graph.nodes.length * MOST_MOVES + 16;
  }

  start() {
    this.enter(0, 0, null);
    this.settle();
  }

  leave(token, edge, how, more) {
    const { draft, graph } = this;
    if (graph.nodes[token.node].kind === "open" && (edge === null || graph.edges[edge].kind === "choice")) {
      this.replace(token, { ...token, role: "group" });
      this.intoGroup(token.node, token.strand, edge === null ? intoParts(graph, token.node) : [edge]);
    } else {
      this.close(token, { how, edge: edge ?? undefined, ...more });
      this.along(token, edge);
    }
    this.settle();
    draft.tokens = draft.tokens.slice();
  }

  beside(edge) {
    const { target } = this.graph.edges[edge];
    const isMain = !this.graph.beside[target];
    if (isMain) for (const token of this.draft.tokens.slice()) if (token.strand === 0) this.drop(token);
    this.enter(target, isMain ? 0 : this.newStrand(target, edge), edge);
    this.settle();
  }

  newStrand(root, edge) {
    this.draft.strands.push({ root, edge });
    return this.draft.strands.length - 1;
  }

  /** The strand to which a token belongs after it went along an edge: work beside may enter the procedure itself. */
  strandAt(strand, edge) {
    const { target } = this.graph.edges[edge];
    if (strand === 0 || this.graph.isLast(target) || this.graph.beside[target]) return strand;
    const { root } = this.draft.strands[strand];
    return this.graph.first(target) === root || this.graph.isWithin(target, root) ? strand : 0;
  }

  /** What is ended by going along an edge: the tracks beside, if their group is left, or what the procedure was at. */
  leavesBehind(token, edge, strand) {
    const { draft, graph } = this;
    const { target } = graph.edges[edge];
    const others = draft.tokens.filter((each) => each !== token && each.role !== "over");
    if (strand !== token.strand) return draft.tokens.filter((each) => each.strand === strand);
    if (graph.isLast(target)) return this.inside(others, token, token.node);
    const isLeft = (group) => !graph.isWithin(target, group) && graph.nodes[group].partner !== target;
    const groups = graph.groups[token.node].filter(isLeft);
    if (graph.nodes[token.node].kind === "open") groups.unshift(token.node);
    return others.filter((each) => each.strand === strand && groups.some((group) => this.isOf(each, group)));
  }

  /** The tokens in the group that is itself left by an exception. */
  inside(tokens, token, group) {
    return tokens.filter((each) => each.strand === token.strand && this.graph.isWithin(each.node, group));
  }

  isOf(token, group) {
    const { graph } = this;
    return graph.isWithin(token.node, group) || token.node === group || token.node === graph.nodes[group].partner;
  }

  /** Takes a token along an edge; it has left its place already. */
  along(token, edge) {
    const { target, raises } = this.graph.edges[edge];
    const strand = this.strandAt(token.strand, edge);
    for (const other of this.leavesBehind(token, edge, strand)) this.drop(other);
    raise(this.draft, raises);
    this.enter(target, strand, edge, this.roundAfter(edge));
  }

  /** The round in which a step is come to: the next by its loop, the same if it is only begun again. */
  roundAfter(edge) {
    const { source, target, kind } = this.graph.edges[edge];
    const round = this.draft.rounds.get(target) ?? 1;
    if (kind === "loop") return round + 1;
    return target === this.graph.first(source) ? round : 1;
  }

  enter(index, strand, edge, round = 1) {
    const { draft, graph } = this;
    const node = graph.nodes[index];
    if (graph.isLast(index)) {
      keepMoment(draft, index, "start");
      if (node.kind !== "over" || strand === 0) draft.tokens.push({ node: index, visit: 0, strand, role: "over" });
      return;
    }
    this.enterGroups(index, strand);
    if (node.kind === "join") {
      draft.tokens.push({ node: index, visit: 0, strand, role: "waiting" });
      return;
    }
    draft.rounds.set(index, round);
    const token = this.visit(index, strand, edge);
    if (node.kind === "open") this.open(token);
    else if (node.kind === "start") this.passIfPlain(token);
  }

  /** The groups around a place that was come to from outside run from now on. */
  enterGroups(index, strand) {
    const { draft, graph } = this;
    const root = strand === 0 ? null : draft.strands[strand].root;
    for (const group of graph.groups[index].slice().reverse()) {
      if (root !== null && group !== root && !graph.isWithin(group, root)) continue;
      if (strand === 0 && graph.beside[group] !== graph.beside[index]) continue;
      const runs = draft.tokens.some((token) => token.node === group && token.strand === strand);
      if (!runs) {
        draft.rounds.set(group, 1);
        this.replace(this.visit(group, strand, null), { role: "group" });
      }
    }
  }

  /** Opens a passing. */
  visit(index, strand, edge) {
    const { draft } = this;
    const visit = (draft.counts.get(index) ?? 0) + 1;
    draft.counts.set(index, visit);
    const round = draft.rounds.get(this.graph.first(index)) ?? 1;
    const token = { node: index, visit, strand, role: "at" };
    draft.visits.set(keyOf(index, visit), {
      ...{ node: index, visit, strand, edge, round, since: draft.now },
      ...{ values: {}, exceptions: [], timer: null, ended: null },
    });
    draft.tokens.push(token);
    keepMoment(draft, index, "start");
    return token;
  }

  /** Goes into a group, unless somebody has to say whether, or into which part. */
  open(token) {
    const { graph } = this;
    if (isChoice(graph, token.node) || graph.ways(token.node, "skip").length > 0 || this.left-- <= 0) return;
    this.replace(token, { ...token, role: "group" });
    this.intoGroup(token.node, token.strand, intoParts(graph, token.node));
  }

  /** Splits into the parts of a group. Parts that nobody waits for are strands of their own. */
  intoGroup(open, strand, ways) {
    const { graph } = this;
    const { partner, order, join } = graph.nodes[open];
    for (const edge of ways) {
      const { target } = graph.edges[edge];
      const isAlone = order === "parallel" && join === "none" && target !== partner;
      this.enter(target, isAlone ? this.newStrand(target, edge) : strand, edge);
    }
  }

  /** Joins tracks until nothing more can be joined; a group in which no work is left does not hold up the one around it. */
  settle() {
    this.endEmptyGroups();
    for (let token = this.ready(); token; token = this.ready()) {
      this.joinAt(token);
      this.endEmptyGroups();
    }
  }

  endEmptyGroups() {
    const works = this.draft.tokens.filter((token) => token.role === "at" || token.role === "waiting");
    for (const group of this.draft.tokens.filter((token) => token.role === "group")) {
      if (!works.some((token) => token.strand === group.strand && this.isOf(token, group.node))) this.drop(group);
    }
  }

  /** A token that has waited long enough. */
  ready() {
    const { graph, draft } = this;
    return draft.tokens.find((token) => {
      if (token.role !== "waiting") return false;
      const { partner, order, join } = graph.nodes[token.node];
      if (order === "parallel" && join === "any") return true;
      return !draft.tokens.some((other) => other.strand === token.strand && graph.isWithin(other.node, partner));
    });
  }

  joinAt(token) {
    const { graph, draft } = this;
    const { partner } = graph.nodes[token.node];
    for (const other of draft.tokens.slice()) {
      if (other.strand !== token.strand || other === token) continue;
      if (graph.isWithin(other.node, partner)) this.drop(other);
      else if (other.node === token.node) this.remove(other);
    }
    this.remove(token);
    this.passIfPlain(this.visit(token.node, token.strand, null));
  }

  /** Goes on from a place at which there is nothing to do and nothing to choose. */
  passIfPlain(token) {
    const { graph, draft } = this;
    const node = graph.nodes[token.node];
    const ways = waysFrom(graph, token.node, draft.rounds.get(graph.first(token.node)) ?? 1);
    if (ways.length !== 1 || node.items?.length > 0 || graph.edges[ways[0]].items || this.left-- <= 0) return;
    if (missingFor(draft, draft.visits.get(keyOf(token.node, token.visit))).length > 0) return;
    this.close(token, { how: "passed", edge: ways[0] });
    this.along(token, ways[0]);
  }

  /** Ends a passing; with a JOIN, that of its group. */
  close(token, ended) {
    const { draft, graph } = this;
    const key = keyOf(token.node, token.visit);
    const visit = draft.visits.get(key);
    if (visit && !visit.ended) {
      draft.visits.set(key, { ...visit, timer: stopped(visit.timer, draft.now), ended: { at: draft.now, ...ended } });
      // A group is done at its JOIN, to which one that is left out never comes.
      const isLeftOut = ended.how === "skipped" && graph.nodes[token.node].kind === "open";
      const last = isLeftOut ? graph.nodes[token.node].partner : token.node;
      if (this.isDone(token.node, ended)) keepMoment(draft, last, "done");
    }
    this.remove(token);
    const node = graph.nodes[token.node];
    if (ended.how !== "left" && ended.how !== "skipped") raise(draft, node.raises);
    if (node.kind !== "join") return;
    const group = draft.tokens.find((each) => each.node === node.partner && each.strand === token.strand);
    if (group) this.close(group, { how: ended.how, by: ended.by });
  }

  /** Whether a passing that ended so was the last of its step for now: an exception may only lead where the step does. */
  isDone(node, { how, edge }) {
    const { graph } = this;
    if (how !== "exception") return how !== "left";
    return onward(graph, node).some((way) => graph.edges[way].target === graph.edges[edge]?.target);
  }

  drop(token) {
    if (token.visit) this.close(token, { how: "left" });
    else this.remove(token);
  }

  remove(token) {
    const place = this.draft.tokens.indexOf(token);
    if (place >= 0) this.draft.tokens.splice(place, 1);
  }

  replace(token, change) {
    const place = this.draft.tokens.indexOf(token);
    if (place >= 0) this.draft.tokens[place] = { ...token, ...change };
  }
}
