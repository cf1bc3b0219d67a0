/** What is done already, from which every answer can still be corrected. */

import { filledItem, takenExceptions } from "../flow/filling.js";
import { keyOf } from "../flow/passing.js";
import { make } from "../kit/elements.js";
import { timeWords } from "../kit/figures.js";
import { say, tally } from "../kit/words.js";
import { ItemField } from "./item_field.js";

/** How many rows are made at a time. */
const ROWS = 40;

export class DoneList {
  /** `hostOf(visit)` is the host of the fields of a passing. Rows are made only once somebody looks at them, the last first. */
  constructor(hostOf) {
    this.hostOf = hostOf;
    this.rows = new Map();
    this.most = ROWS;
    this.earlier = make("button", { type: "button", class: "sop-button", onclick: () => this.showEarlier() }, say("web.run.earlier-steps"));
    this.title = make("summary", {});
    this.list = make("ol", { class: "sop-done" });
    this.element = make(
      "details",
      { class: "sop-fold sop-run__done", ontoggle: () => this.draw() },
      this.title,
      make("div", { class: "sop-fold__body" }, make("p", { class: "sop-quiet" }, say("web.run.done-about")), this.list, this.earlier),
    );
  }

  show(state) {
    this.state = state;
    const done = told(state);
    this.element.hidden = done.length === 0;
    this.title.textContent = tally("web.run.done-steps", done.length);
    this.draw();
  }

  draw() {
    if (!this.element.open || !this.state) return;
    const all = told(this.state);
    const done = all.slice(-this.most).reverse();
    const keys = new Set(done.map((visit) => keyOf(visit.node, visit.visit)));
    for (const [key, row] of this.rows) {
      if (keys.has(key)) continue;
      row.element.remove();
      this.rows.delete(key);
    }
    done.forEach((visit, place) => this.drawRow(visit, place));
    this.earlier.hidden = all.length <= this.most;
  }

  showEarlier() {
    this.most += ROWS;
    this.draw();
  }

  drawRow(visit, place) {
    const key = keyOf(visit.node, visit.visit);
    let row = this.rows.get(key);
    if (!row) {
      row = this.made(visit);
      this.rows.set(key, row);
      this.list.insertBefore(row.element, this.list.children[place] ?? null);
    }
    if (row.visit === visit && row.fields.length === 0) return; // a passing is replaced when it changes
    row.visit = visit;
    row.about.textContent = aboutWords(this.state, visit);
    for (const field of row.fields) field.show(filledItem(this.state, visit, field.item));
  }

  made(visit) {
    const node = this.state.graph.nodes[visit.node];
    const about = make("span", { class: "sop-done__about" });
    const row = { about, fields: [] };
    const title = [node.number && make("span", { class: "sop-number" }, node.number), ` ${node.title} `, about];
    const items = itemsAt(this.state, visit);
    if (items.length === 0) return { ...row, element: make("li", {}, make("p", { class: "sop-done__row" }, title)) };
    const body = make("div", { class: "sop-fold__body" });
    const open = (event) => {
      if (!event.target.open || row.fields.length > 0) return;
      const current = this.state.visits.get(keyOf(visit.node, visit.visit));
      row.fields.push(...items.map((item) => new ItemField(item, this.hostOf(current))));
      for (const field of row.fields) field.show(filledItem(this.state, current, field.item));
      body.append(...row.fields.map((field) => field.element));
    };
    row.element = make("li", {}, make("details", { class: "sop-fold", ontoggle: open }, make("summary", {}, title), body));
    return row;
  }
}

/** The passings that somebody would call steps. */
function told(state) {
  return state.done.filter((visit) => {
    const { kind } = state.graph.nodes[visit.node];
    return kind === "step" || (kind === "join" && itemsAt(state, visit).length > 0);
  });
}

function itemsAt(state, visit) {
  const own = (state.graph.nodes[visit.node].items ?? []).filter((item) => item.source !== "do");
  const way = visit.ended?.edge === undefined ? [] : (state.checklist.edges[visit.ended.edge].items ?? []);
  return [...own, ...takenExceptions(state, visit).flatMap((exception) => exception.items ?? []), ...way];
}

function aboutWords(state, visit) {
  const { how, by, at, reason } = visit.ended;
  const troubles = takenExceptions(state, visit).map((exception) => exception.when);
  const time = timeWords(at + state.clock);
  return [howWords(how), time, by, reason, ...troubles, visit.visit > 1 && say("web.run.round", { round: visit.visit })]
    .filter(Boolean)
    .join(say("web.run.sep"));
}

function howWords(how) {
  if (how === "skipped") return say("web.run.how-skipped");
  if (how === "exception") return say("web.run.how-exception");
  return how === "left" ? say("web.run.how-left") : say("web.run.how-done");
}
