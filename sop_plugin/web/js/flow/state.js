/** How a run stands: where its work is, what was filled in, and what came of every event. */

import { aheadOf } from "./ahead.js";
import { clocksOf } from "./clocks.js";
import { graphOf } from "./graph.js";
import { shownAt } from "./shown.js";

/**
 * A run as it stands after some events. It never changes; `applied()` of run.js gives the next one.
 *
 * Times are in milliseconds of a clock that no device set anew: `clock` is what to take from a device's time to get it.
 *
 * `tokens` say where the work is: `{node, visit, strand, role}`. The role is "at" (somebody is to do something), "group"
 * (the group runs), "waiting" (at a JOIN, for the other tracks) or "over" (an end is reached). Strand 0 is the procedure
 * itself; each work beside it is a strand of its own. `visits` are all passings of a step by `keyOf(node, visit)`.
 * `moments` are what happened, in its order; see moments.js.
 */
export class RunState {
  constructor(checklist) {
    this.checklist = checklist;
    this.graph = graphOf(checklist);
    this.status = "unstarted";
    this.label = "";
    this.by = "";
    this.startedAt = null;
    this.endedAt = null;
    this.end = null;
    this.reason = "";
    this.now = 0;
    this.clock = 0;
    this.tokens = [];
    this.strands = [null];
    this.visits = new Map();
    this.counts = new Map();
    this.rounds = new Map();
    this.answers = new Map();
    this.raised = new Map();
    this.begun = new Map();
    this.moments = [];
    this.hands = [];
    this.events = [];
    this.ids = new Set();
    this.ignored = [];
    this.takings = [];
    this.takenBack = new Set();
  }

  /** One like it, to be changed. What it holds is replaced when it changes, so it is copied no deeper than this. */
  copy() {
    const copy = Object.create(RunState.prototype);
    for (const [name, value] of Object.entries(this)) {
      if (name.startsWith("_")) continue;
      if (Array.isArray(value) && name !== "checklist") copy[name] = value.slice();
      else if (value instanceof Map) copy[name] = new Map(value);
      else if (value instanceof Set) copy[name] = new Set(value);
      else copy[name] = value;
    }
    return copy;
  }

  /** Where somebody is to do something, in the order in which the work came there; see shown.js. */
  get active() {
    this._active ??= this.tokens.filter((token) => token.role === "at").map((token) => shownAt(this, token));
    return this._active;
  }

  /** The groups in which the work is, the outermost first: their exceptions may happen all the while. */
  get groups() {
    this._groups ??= this.tokens.filter((token) => token.role === "group").map((token) => shownAt(this, token));
    return this._groups;
  }

  /** Every passing that is over, in the order in which the work came there: `{node, visit, since, ended, values, …}`. */
  get done() {
    this._done ??= [...this.visits.values()].filter((visit) => visit.ended);
    return this._done;
  }

  /** The nodes that come next for certain; see ahead.js. */
  get ahead() {
    this._ahead ??= aheadOf(this);
    return this._ahead;
  }

  /** The clocks of limits over several steps that run; see clocks.js. */
  get clocks() {
    this._clocks ??= clocksOf(this);
    return this._clocks;
  }

  /** The end that is reached, if one is: `{node, open}`; `open` are the places where work would be left undone. */
  get ending() {
    if (this.status !== "running") return null;
    const over = this.tokens.filter((token) => token.role === "over").at(-1);
    if (!over) return null;
    return { node: over.node, open: this.tokens.filter((token) => token.role === "at") };
  }
}
