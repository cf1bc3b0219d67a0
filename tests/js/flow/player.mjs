/** A run that a test steers by the ids of steps. */

import { offers } from "../../../sop_plugin/web/js/flow/beside.js";
import { applied, unstarted } from "../../../sop_plugin/web/js/flow/run.js";
import { named } from "./checklists.mjs";
import { teller } from "./walking.mjs";

export class Player {
  constructor(sop) {
    this.checklist = named(sop);
    this.tell = teller();
    this.state = unstarted(this.checklist);
    this.act("started", { sop, version: "1.0", label: "table 4" });
  }

  /** Applies an event; gives it. */
  act(type, more) {
    const event = this.tell(type, more);
    this.state = applied(this.state, event);
    return event;
  }

  /** Why the last event was ignored, or null. */
  get why() {
    const last = this.state.ignored.at(-1);
    return last?.event === this.state.events.at(-1) ? last.why : null;
  }

  /** The ids of the places where something is to do. */
  get at() {
    return this.state.active.map((one) => this.checklist.nodes[one.node].id);
  }

  one(id) {
    const holds = (one) => this.checklist.nodes[one.node].id === id;
    return this.state.active.find(holds) ?? this.state.groups.find(holds);
  }

  place(id) {
    const { node, visit } = this.one(id);
    return { node, visit };
  }

  /** Takes the way with these words or to this id, or the only one there is. */
  done(id, wished) {
    const fits = (way) => way.words === wished || this.checklist.nodes[way.target].id === wished || way.kind === wished;
    const edge = wished === undefined ? undefined : this.one(id).ways.find(fits)?.edge ?? undefined;
    return this.act("done", { ...this.place(id), edge });
  }

  set(id, item, value) {
    return this.act("set", { ...this.place(id), item: `${id}.${item}`, value });
  }

  skip(id, reason) {
    return this.act("skipped", { ...this.place(id), reason });
  }

  offers() {
    return offers(this.state).map((offer) => this.checklist.nodes[offer.target].id);
  }

  begin(id) {
    const offer = offers(this.state).find((each) => this.checklist.nodes[each.target].id === id);
    return this.act("began", { edge: offer.edge });
  }

  ahead() {
    return this.state.ahead.map((next) => this.checklist.nodes[next.node].id);
  }
}
