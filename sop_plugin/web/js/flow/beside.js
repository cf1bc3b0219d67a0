/** The work that may be begun beside the procedure: upon an event, along other steps, or at intervals. */

/**
 * What may be begun now: `{edge, kind, target, words, due, dueAt, leaves}`.
 *
 * `kind` is "event", "during" or "every". `due` tells that it should be begun: its event was raised, or the step that it
 * runs along has begun. `dueAt` is when a recurring step is due next, by the device's clock, where that can be told.
 * `leaves` are the places left behind if the event leads into the procedure itself.
 */
export function offers(state) {
  if (state.status !== "running") return [];
  const { graph } = state;
  const found = [];
  graph.edges.forEach((edge, index) => {
    const offer = edge.kind in OFFERS && !isLastNode(graph, edge) ? OFFERS[edge.kind](state, edge, index) : null;
    if (offer && !isRunning(state, edge.target)) found.push({ ...describeOffer(state, edge, index), ...offer });
  });
  return found;
}

/** No work is begun by an event that only leads to another, or to an end. */
function isLastNode(graph, edge) {
  return graph.nodes[edge.target].kind === "event" || graph.isLast(edge.target);
}

function describeOffer(state, edge, index) {
  const { graph } = state;
  const title = graph.nodes[edge.target].title;
  const words = edge.kind === "event" && edge.source !== 0 ? graph.nodes[edge.source].title : title;
  const leaves = graph.beside[edge.target] ? [] : state.tokens.filter((each) => each.strand === 0 && each.role === "at");
  return { edge: index, kind: edge.kind, target: edge.target, words, due: false, dueAt: null, leaves };
}

const OFFERS = {
  event(state, edge) {
    if (edge.source === 0) return {};
    const { graph } = state;
    const isRaised = (state.raised.get(edge.source) ?? 0) > 0;
    const comesOfItself = graph.ways(0, "event").some((way) => graph.edges[way].target === edge.source);
    return isRaised || comesOfItself ? { due: isRaised } : null;
  },

  during(state, edge, index) {
    const { during } = state.graph.nodes[edge.target];
    const passed = (node) => state.counts.get(node) ?? 0;
    if (passed(edge.source) === 0) return null;
    const until = during?.to;
    if (until !== undefined && [...state.visits.values()].some((visit) => visit.node === until && isOver(visit))) {
      return null;
    }
    return { due: !state.begun.has(index) };
  },

  every(state, edge, index) {
    const { every } = state.graph.nodes[edge.target];
    const seconds = every?.high ?? every?.low;
    if (!seconds) return {};
    const last = state.begun.get(index)?.at ?? state.startedAt;
    const at = last + seconds * 1000;
    return { dueAt: at + state.clock, due: state.now >= at };
  },
};

function isOver(visit) {
  return visit.ended && visit.ended.how !== "left";
}

function isRunning(state, target) {
  const { graph } = state;
  const { partner } = graph.nodes[target];
  return state.tokens.some(
    (token) => token.node === target || token.node === partner || graph.isWithin(token.node, target),
  );
}
