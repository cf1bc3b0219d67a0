/** A place of a run where somebody is to do something, or a group that runs around it. */

import { make } from "../kit/elements.js";
import { say } from "../kit/words.js";
import { ExceptionList } from "./exception_list.js";
import { ItemField } from "./item_field.js";
import { stepBody } from "./step_body.js";
import { TimerFace } from "./timer_face.js";
import { WayList } from "./way_list.js";

/**
 * `desk` is what the card lies on: `act(type, more, files)` lets something happen and tells whether it did, `leave(card,
 * way)` takes a way, `leaveOut(card)` leaves a step out, `signer()`, `fileOf(id)`, `follow(exception)`, `nameOf(exception)`
 * and `warn(level, title)`. A card of a group has neither body nor a way onward, only what may happen all the while.
 */
export class PlaceCard {
  constructor(state, shown, desk, { isGroup = false } = {}) {
    this.desk = desk;
    this.node = shown.node;
    this.visit = shown.visit;
    this.isGroup = isGroup;
    this.isBuilt = false;
    this.fields = new Map();
    const node = state.graph.nodes[shown.node];
    const attributes = { "data-node": shown.node, "data-visit": shown.visit, "data-step": node.id };
    this.body = make("div", { class: isGroup ? "sop-fold__body" : "sop-place__body" });
    if (isGroup) {
      const summary = make("summary", {}, say("web.run.throughout", { title: node.title }));
      this.element = make("details", { class: "sop-fold sop-place sop-place--group", ...attributes }, summary, this.body);
      return;
    }
    this.heading = make("h3", { class: "sop-run__title", tabindex: "-1" }, headingOf(node));
    this.opener = make("button", { type: "button", class: "sop-button", hidden: true, onclick: () => desk.open(this) }, say("web.run.open-step"), make("span", { class: "sop-unseen" }, ` ${node.title}`));
    this.element = make("section", { class: "sop-card sop-place", ...attributes }, this.heading, this.opener, this.body);
  }

  /** Folds the card to its title, or opens it. What is in it is made when it is first opened. */
  fold(isFolded) {
    this.isFolded = isFolded;
    this.opener.hidden = !isFolded;
    this.body.hidden = isFolded;
    this.element.classList.toggle("sop-place--folded", isFolded);
  }

  build(state, shown) {
    const { desk } = this;
    const node = state.graph.nodes[shown.node];
    this.isBuilt = true;
    this.round = make("p", { class: "sop-run__round" }, roundWords(node, shown));
    this.waits = make("p", { class: "sop-run__waits" });
    this.items = make("div", { class: "sop-run__items" });
    this.missing = make("p", { class: "sop-run__missing", role: "alert" });
    this.timer = new TimerFace(
      (action) => this.act("timer", { action }),
      (level) => desk.warn(level, node.title),
    );
    this.exceptions =
      node.exceptions?.length > 0 ? new ExceptionList(node.exceptions, ({ id }) => this.act("exception", { exception: id })) : null;
    this.ways = new WayList(this.host(), (way) => desk.leave(this, way));
    this.out = make("button", { type: "button", class: "sop-button sop-run__out", onclick: () => desk.leaveOut(this) }, say("web.run.leave-out"));
    const told = this.isGroup || node.kind === "join" || node.kind === "start" ? [] : stepBody(node).flat(Infinity);
    const parts = [this.round, this.waits, ...told, this.timer.element, this.items, this.exceptions?.element];
    this.body.append(...[...parts, this.missing, this.ways.element, this.out].filter(Boolean));
  }

  host() {
    const { desk } = this;
    return {
      give: (item, value, files) => this.act("set", { item: item.id, value }, files),
      signer: () => desk.signer(),
      fileOf: (id) => desk.fileOf(id),
      follow: (exception) => desk.follow(exception),
      nameOf: (exception) => desk.nameOf(exception),
    };
  }

  act(type, more, files) {
    return this.desk.act(type, { node: this.node, visit: this.visit, ...more }, files);
  }

  /** Shows the place as `shownAt()` gives it. */
  show(state, shown, now) {
    if (this.isFolded) return;
    if (!this.isBuilt) this.build(state, shown);
    this.showItems(shown);
    this.exceptions?.show(shown.exceptions);
    this.ways.show(state, shown);
    this.ways.element.hidden = shown.ways.length === 0;
    this.waits.textContent = waitWords(state, shown);
    this.out.hidden = this.isGroup || shown.skippable || Boolean(shown.asked) || state.graph.nodes[shown.node].kind === "join";
    if (shown.missing.length === 0) this.missing.textContent = "";
    this.tick(state, now);
  }

  showItems(shown) {
    const asked = shown.items.filter(({ item }) => item.source !== "do");
    const ids = asked.map(({ item }) => item.id);
    if (ids.join() !== [...this.fields.keys()].join()) {
      const kept = this.fields;
      this.fields = new Map(asked.map(({ item }) => [item.id, kept.get(item.id) ?? new ItemField(item, this.host())]));
      this.items.replaceChildren(...grouped(asked, this.fields));
    }
    for (const filled of asked) this.fields.get(filled.item.id).show(filled);
  }

  tick(state, now) {
    if (this.isBuilt) this.timer.show(state, this.node, this.visit, now);
  }

  /** Gives all that was typed and not given yet: some browsers leave a field without telling. */
  commit() {
    for (const field of this.allFields()) field.commit();
  }

  /** Says what must be filled in first, and leads to the first of it. */
  demand(missing) {
    const fields = this.allFields().filter((field) => missing.includes(field.item.id));
    for (const field of fields) field.demand();
    this.missing.textContent = say("web.run.missing-some");
    fields[0]?.focus();
  }

  allFields() {
    return this.isBuilt ? [...this.fields.values(), ...this.ways.fields()] : [];
  }
}

function headingOf(node) {
  if (node.kind === "start") return say("web.run.entry");
  const title = node.number ? [make("span", { class: "sop-number" }, node.number), ` ${node.title}`] : [node.title];
  return node.kind === "join" ? [...title, ` ${say("web.run.group-done")}`] : title;
}

function roundWords(node, shown) {
  const { repeat } = node;
  const told = repeat?.eachTime?.[shown.round - 1];
  if (!repeat && shown.visit === 1) return "";
  const most = repeat?.times ?? repeat?.max;
  const count = repeat ? shown.round : shown.visit;
  const round = most ? say("web.run.round-of", { round: count, rounds: most }) : say("web.run.round", { round: count });
  return [round, told, repeat?.words].filter(Boolean).join(say("web.run.sep"));
}

function waitWords(state, shown) {
  if (shown.waitsFor.length === 0) return "";
  const names = shown.waitsFor.map((node) => state.graph.nodes[node].title);
  return say("web.run.waits-for", { steps: [...new Set(names)].join(say("web.run.comma")) });
}

/** The items one behind the other; those of a form stand under its title. */
function grouped(asked, fields) {
  const elements = [];
  let form = null;
  for (const { item } of asked) {
    if (item.form?.id !== form && item.form) elements.push(make("h4", { class: "sop-run__form" }, item.form.title ?? ""));
    form = item.form?.id;
    elements.push(fields.get(item.id).element);
  }
  return elements;
}
