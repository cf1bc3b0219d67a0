/** What may be begun beside the steps: when something happens, along other steps, or at intervals; first what is due. */

import { offers } from "../flow/beside.js";
import { make } from "../kit/elements.js";
import { timeWords } from "../kit/figures.js";
import { say } from "../kit/words.js";

export class BesideList {
  /** `begin(offer)` is called when somebody begins one. */
  constructor(begin) {
    this.begin = begin;
    this.due = make("div", { class: "sop-ways" });
    this.others = make("div", { class: "sop-ways" });
    this.fold = make(
      "details",
      { class: "sop-fold sop-fold--quiet" },
      make("summary", {}, say("web.run.beside")),
      make("div", { class: "sop-fold__body" }, this.others),
    );
    this.element = make("div", { class: "sop-run__beside" }, this.due, this.fold);
  }

  show(state, now) {
    const found = offers(state);
    const key = JSON.stringify(found.map(({ edge, due, dueAt }) => [edge, due, dueAt]));
    if (key === this.key) return;
    this.key = key;
    const due = found.filter((offer) => offer.due);
    const others = found.filter((offer) => !offer.due);
    this.due.replaceChildren(...due.map((offer) => this.button(state, offer, now)));
    this.others.replaceChildren(...others.map((offer) => this.button(state, offer, now)));
    this.fold.hidden = others.length === 0;
  }

  button(state, offer, now) {
    const { title, number } = state.graph.nodes[offer.target];
    const target = [number, title].filter(Boolean).join(" ");
    const attributes = { type: "button", class: `sop-button sop-way${offer.due ? " sop-way--due" : ""}`, "data-edge": offer.edge };
    return make(
      "button",
      { ...attributes, onclick: () => this.begin(offer) },
      make("span", {}, offer.kind === "event" ? say("web.run.event", { event: offer.words }) : target),
      offer.kind === "event" && make("span", { class: "sop-way__where" }, `→ ${target}`),
      dueWords(offer, now),
    );
  }
}

function dueWords({ due, dueAt }, now) {
  if (due) return make("span", { class: "sop-badge sop-badge--warning" }, say("web.run.due"));
  if (dueAt === null) return null;
  return make("span", { class: "sop-way__where" }, say("web.run.due-at", { time: timeWords(dueAt, now) }));
}
