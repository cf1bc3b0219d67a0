/** Where an attempt begins: what is under way, what is due, what came of earlier ones. */

import { make } from "../kit/elements.js";
import { momentWords } from "../kit/figures.js";
import { say, tally } from "../kit/words.js";
import { hasPassed, wholeScore } from "../quiz/attempt.js";

const SHOWN = 5;

export class BeginView {
  /** `host` has `attempts`, `due`, `triesLeft`, `begin(about)`, `read()`, `openAnswers()` and `print(areAnswered)`. */
  constructor(host, words) {
    this.said = make("p", { class: "sop-run__missing", role: "alert" }, words);
    this.heading = make("h2", { class: "sop-unseen", tabindex: "-1" }, say("web.quiz.begin-title"));
    this.element = make("section", { class: "sop-quiz__begin" }, this.heading, this.said, ...ways(host), ...past(host));
  }
}

function ways(host) {
  const open = host.attempts.findLast(({ state }) => !state.finished && !state.isAbandoned);
  const button = (words, act, isMain) => make("button", { type: "button", class: `sop-button${isMain ? " sop-button--main" : ""}`, onclick: act }, words);
  const buttons = [];
  if (open) {
    const { answers, asked } = open.state;
    const words = say("web.quiz.continue", { done: answers.size, count: asked.length });
    buttons.push(make("a", { class: "sop-button sop-button--main", href: `#run-${open.header.id}` }, words));
  }
  if (host.due.length > 0) buttons.push(button(tally("web.quiz.repeat", host.due.length), () => host.begin("due"), !open));
  if (host.triesLeft > 0) buttons.push(button(host.attempts.length ? say("web.quiz.begin-anew") : say("web.quiz.begin"), () => host.begin("whole"), buttons.length === 0));
  buttons.push(button(host.isReading ? say("web.quiz.hide-all") : say("web.quiz.read-all"), () => host.read()));
  if (host.isReading) {
    buttons.push(button(host.areAnswersOpen ? say("web.quiz.close-answers") : say("web.quiz.open-answers"), () => host.openAnswers()));
    buttons.push(button(say("web.quiz.print-questions"), () => host.print(false)));
    buttons.push(button(say("web.quiz.print-answers"), () => host.print(true)));
  }
  const limit = Number.isFinite(host.triesLeft) ? tally("web.quiz.tries-left", host.triesLeft) : "";
  return [make("div", { class: "sop-attempt__buttons" }, buttons), limit && make("p", { class: "sop-quiet" }, limit)];
}

function past(host) {
  const finished = host.attempts.filter(({ state }) => state.finished).reverse();
  if (finished.length === 0) return [];
  const items = finished.slice(0, SHOWN).map(({ header, state }) => {
    const percent = Math.round(wholeScore(state) * 100);
    return make("li", {}, make("a", { href: `#run-${header.id}` }, resultWords(state, percent)), " ", make("span", { class: "sop-quiet" }, momentWords(state.finished.at)));
  });
  return [make("h3", {}, say("web.quiz.past")), make("ul", { class: "sop-quiz__past" }, items)];
}

function resultWords(state, percent) {
  if (state.about === "due") return say("web.quiz.repeated", { percent });
  return hasPassed(state) ? `✓ ${say("web.quiz.passed", { percent })}` : `✗ ${say("web.quiz.not-passed", { percent })}`;
}
