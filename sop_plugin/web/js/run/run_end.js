/** The end of a run: reached, and then what came of it. */

import { fromHtml, make } from "../kit/elements.js";
import { clockWords } from "../kit/figures.js";
import { say } from "../kit/words.js";

/** The card of an end that is reached (`ending` of the state); `finish` is what its button does. */
export function endingCard(state, ending, finish) {
  const { title, then } = state.graph.nodes[ending.node];
  const open = ending.open.map(({ node }) => state.graph.nodes[node].title);
  return make(
    "section",
    { class: "sop-card sop-over", "data-over": "reached" },
    make("h3", { tabindex: "-1" }, title),
    then && fromHtml("div", {}, then),
    open.length > 0 && make("p", {}, say("web.run.still-open", { steps: open.join(say("web.run.comma")) })),
    make("button", { type: "button", class: "sop-button sop-button--main sop-way", onclick: finish }, say("web.run.finish")),
  );
}

/** The card of a run that is over. */
export function overCard(state) {
  const isDone = state.status === "finished";
  const about = isDone
    ? say("web.run.finished-about", { end: state.graph.nodes[state.end].title, time: clockWords(state.endedAt - state.startedAt) })
    : state.reason;
  return make(
    "section",
    { class: "sop-card sop-over", "data-over": state.status },
    make("h3", { tabindex: "-1" }, isDone ? say("web.run.finished") : say("web.run.abandoned")),
    make("p", {}, about),
    make("p", { class: "sop-quiet" }, say("web.run.keep-about")),
  );
}
