/** What can go wrong at a step, what is then to be done, and that it did go wrong. */

import { fromHtml, make } from "../kit/elements.js";
import { timeWords } from "../kit/figures.js";
import { say } from "../kit/words.js";
import { scriptLines } from "./step_body.js";

export class ExceptionList {
  /** `take(exception)` is called when somebody says that it happened. */
  constructor(exceptions, take) {
    this.folds = new Map(exceptions.map((exception) => [exception.id, exceptionFold(exception, take)]));
    this.element = make(
      "div",
      { class: "sop-trouble sop-run__trouble" },
      make("h4", {}, say("web.run.trouble")),
      [...this.folds.values()].map((fold) => fold.element),
    );
  }

  /** Shows which were taken, as a passing has them. */
  show(taken) {
    for (const [id, fold] of this.folds) {
      const found = taken.find((each) => each.id === id);
      fold.element.classList.toggle("sop-fold--taken", Boolean(found));
      fold.button.hidden = Boolean(found);
      fold.since.textContent = found ? say("web.run.exception-since", { time: timeWords(found.at) }) : "";
    }
  }

  /** Opens one and leads there. */
  open(id) {
    const fold = this.folds.get(id);
    if (!fold) return;
    fold.element.open = true;
    fold.element.querySelector("summary").focus();
    fold.element.scrollIntoView({ block: "center" });
  }
}

function exceptionFold(exception, take) {
  const { id, when, then, script, limit, escalate = [], effects = [] } = exception;
  const since = make("p", { class: "sop-run__since" });
  const button = make("button", { type: "button", class: "sop-button", onclick: () => take(exception) }, say("web.run.exception-take"));
  const element = make(
    "details",
    { class: "sop-fold", "data-exception": id },
    make("summary", {}, when),
    make(
      "div",
      { class: "sop-fold__body" },
      then && fromHtml("div", { class: "sop-then" }, then),
      script && scriptLines(script),
      limit && make("p", {}, say("web.run.limit", { limit: limit.words })),
      [...escalate, ...effects].map((html) => fromHtml("p", {}, html)),
      button,
      since,
    ),
  );
  return { element, button, since };
}
