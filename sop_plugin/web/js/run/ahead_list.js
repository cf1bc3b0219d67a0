/** The next steps by name, as far as they are certain. */

import { make } from "../kit/elements.js";
import { say, tally } from "../kit/words.js";

/** How many are named. */
const AHEAD = 6;

export class AheadList {
  constructor() {
    this.element = make("div", { class: "sop-run__ahead" });
  }

  show(state) {
    const ahead = state.status === "running" ? state.ahead : [];
    const key = JSON.stringify(ahead);
    if (key === this.key) return;
    this.key = key;
    const lines = ahead.slice(0, AHEAD).map(({ node, maybe }) => lineOf(state.graph.nodes[node], maybe));
    const more = ahead.length - AHEAD;
    const rest = more > 0 && make("li", { class: "sop-quiet" }, tally("web.run.more", more));
    this.element.replaceChildren(
      ...(lines.length > 0 ? [make("h3", {}, say("web.run.ahead")), make("ol", { class: "sop-run__next" }, lines, rest)] : []),
    );
  }
}

function lineOf({ number, title }, isMaybe) {
  const maybe = isMaybe && make("span", { class: "sop-quiet" }, say("web.run.maybe"));
  return make("li", {}, make("span", { class: "sop-number" }, number), ` ${title} `, maybe);
}
