/** The flow of a checklist, made ready to be walked. The format is told in sop_plugin/views/checklist_data.py. */

const LAST_KINDS = new Set(["end", "over", "sop", "unknown"]);

const GRAPHS = new WeakMap();

/** The flow of a checklist; made once. */
export function graphOf(checklist) {
  let graph = GRAPHS.get(checklist);
  if (!graph) {
    graph = new FlowGraph(checklist);
    GRAPHS.set(checklist, graph);
  }
  return graph;
}

class FlowGraph {
  constructor(checklist) {
    this.nodes = checklist.nodes;
    this.edges = checklist.edges;
    this.outgoing = this.nodes.map(() => []);
    this.edges.forEach((edge, index) => this.outgoing[edge.source].push(index));
    this.groups = this.nodes.map((node) => this.#groupsAround(node));
    this.beside = this.nodes.map((node, index) => this.#isBeside(index));
    this.items = this.nodes.map((node, index) => this.#itemsAt(index));
  }

  /** Whether the work is over at this node. */
  isLast(index) {
    return LAST_KINDS.has(this.nodes[index].kind);
  }

  /** Whether a node lies within a group, be it deep inside; neither end of the group does. */
  isWithin(index, group) {
    return this.groups[index].includes(group);
  }

  /** The edges of the given kinds that leave a node, by their places. */
  ways(index, ...kinds) {
    return this.outgoing[index].filter((edge) => kinds.includes(this.edges[edge].kind));
  }

  /** The node at which the step of this node begins. */
  first(index) {
    return this.nodes[index].kind === "join" ? this.nodes[index].partner : index;
  }

  /** The groups around a node, the innermost first. */
  #groupsAround(node) {
    const groups = [];
    for (let around = node.around; around >= 0 && !groups.includes(around); around = this.nodes[around].around) {
      groups.push(around);
    }
    return groups;
  }

  #isBeside(index) {
    return [this.first(index), ...this.groups[index]].some((place) => this.nodes[place].beside);
  }

  /** Everything that can be filled in at a node, by id: its own, and what its exceptions and branches bring. */
  #itemsAt(index) {
    const found = new Map();
    const node = this.nodes[index];
    const branches = this.outgoing[index].map((edge) => this.edges[edge]);
    for (const holder of [node, ...(node.exceptions ?? []), ...branches]) {
      for (const item of holder.items ?? []) found.set(item.id, item);
    }
    return found;
  }
}
