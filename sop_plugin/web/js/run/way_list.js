/** Where it goes on from a step: one large button, or one for each case. */

import { filledItem } from "../flow/filling.js";
import { fromHtml, make } from "../kit/elements.js";
import { say } from "../kit/words.js";
import { ItemField } from "./item_field.js";

export class WayList {
  /** `host` is that of the fields; `go(way)` is called when a way is chosen. */
  constructor(host, go) {
    this.host = host;
    this.go = go;
    this.rows = new Map();
    this.shown = [];
    this.element = make("div", { class: "sop-ways" });
  }

  /** Shows the ways of a place as `shownAt()` gives them. */
  show(state, shown) {
    this.shown = shown.ways;
    const keys = shown.ways.map(keyOfWay);
    const isSame = keys.length === this.rows.size && keys.every((key) => this.rows.has(key));
    if (!isSame) this.build(state, shown);
    for (const way of shown.ways) this.showWay(state, shown, way);
  }

  build(state, shown) {
    const kept = this.rows;
    this.rows = new Map(shown.ways.map((way) => [keyOfWay(way), kept.get(keyOfWay(way)) ?? this.row(state, way)]));
    const isChoice = shown.ways.length > 1;
    this.element.replaceChildren(
      ...(isChoice ? [make("p", { class: "sop-ways__ask" }, askWords(shown))] : []),
      ...[...this.rows.values()].map((row) => row.element),
    );
    this.element.classList.toggle("sop-ways--several", isChoice);
  }

  row(state, way) {
    const edge = way.edge === null ? {} : state.checklist.edges[way.edge];
    const fields = (edge.items ?? []).map((item) => new ItemField(item, this.host));
    const button = make("button", { type: "button", class: "sop-button sop-way", "data-edge": way.edge ?? "in" });
    button.addEventListener("click", () => this.go(this.shown.find((each) => keyOfWay(each) === keyOfWay(way))));
    const more = [
      edge.then && fromHtml("div", {}, edge.then),
      (edge.effects ?? []).map((html) => fromHtml("p", {}, html)),
    ];
    const element = make(
      "div",
      { class: "sop-way-row" },
      fields.map((field) => field.element),
      button,
      make("div", { class: "sop-way-row__more" }, more),
    );
    return { element, button, fields };
  }

  showWay(state, shown, way) {
    const { button, fields } = this.rows.get(keyOfWay(way));
    const { words, where } = wayWords(state, way, shown);
    const parts = [make("span", {}, words), where && make("span", { class: "sop-way__where" }, where)];
    if (way.suggested && shown.ways.length > 1) parts.push(make("span", { class: "sop-badge" }, say("web.run.suggested")));
    button.replaceChildren(...parts.filter(Boolean));
    const isQuiet = way.kind === "skip";
    button.classList.toggle("sop-button--main", !isQuiet && (way.suggested || shown.ways.filter(isPlain).length === 1));
    for (const field of fields) field.show(filledItem(state, shown, field.item));
  }

  /** The fields of the ways, by the ids of their items. */
  *fields() {
    for (const { fields } of this.rows.values()) yield* fields;
  }
}

function isPlain(way) {
  return way.kind !== "skip" && way.kind !== "exception";
}

function keyOfWay(way) {
  return String(way.edge ?? "in");
}

function askWords(shown) {
  if (shown.asked === "part") return say("web.run.ask-part");
  if (shown.asked === "entry") return say("web.run.ask-entry");
  return shown.asked === "whether" ? say("web.run.ask-whether") : say("web.run.ask-way");
}

/** What stands on the button of a way, and where it leads if that is not simply the next step. */
function wayWords(state, way, shown) {
  const target = state.graph.nodes[way.target];
  const where = whereWords(target);
  if (way.kind === "enter") return { words: say("web.run.begin") };
  if (way.kind === "exception") return { words: say("web.run.exception-go"), where };
  if (way.words) return { words: way.words, where: way.kind === "next" || way.kind === "choice" ? "" : where };
  if (target.kind === "end" || target.kind === "sop") return { words: say("web.run.done"), where };
  const words = shown.asked ? say("web.run.go-on") : say("web.run.done");
  return { words, where: way.kind === "go" || shown.ways.length > 1 ? where : "" };
}

function whereWords(target) {
  if (target.kind === "over" || target.kind === "join" || target.kind === "start") return "";
  return target.number ? `→ ${target.number} ${target.title}` : `→ ${target.title}`;
}
