/** Options to choose from: one of them or several, words or pictures, and whether a sentence is true. */

import { make } from "../kit/elements.js";
import { say } from "../kit/words.js";

export class ChoiceField {
  /** `order` are the numbers of the options as they are shown. `changed` is called at each choice. */
  constructor({ key, kind, answer }, order, source, changed) {
    this.isTruth = answer.kind === "truth";
    this.several = answer.several === true;
    this.rights = this.isTruth ? [!answer.isTrue, answer.isTrue] : answer.right;
    const numbers = this.isTruth ? [1, 0] : order;
    this.lines = numbers.map((number) => this.line(key, number, source));
    this.element = make(
      "div",
      { class: kind === "picture-choice" ? "sop-picks sop-picks--pictures" : "sop-picks", onchange: changed },
      this.lines.map(({ element }) => element),
    );
  }

  line(key, number, source) {
    const input = make("input", { type: this.several ? "checkbox" : "radio", name: `quiz-${key}`, value: number });
    const mark = make("span", { class: "sop-pick-mark" });
    const element = make("label", { class: "sop-pick-line" }, input, source.option(number), mark);
    return { number, input, mark, element };
  }

  get response() {
    const chosen = this.lines.filter(({ input }) => input.checked).map(({ number }) => number);
    if (chosen.length === 0) return null;
    return this.isTruth ? chosen[0] === 1 : chosen;
  }

  set response(value) {
    const chosen = this.isTruth ? [Number(value)] : (value ?? []);
    for (const { number, input } of this.lines) input.checked = value !== null && chosen.includes(number);
  }

  /** The numbers of the options that were chosen, whose feedback is told. */
  get chosen() {
    return this.lines.filter(({ input }) => input.checked).map(({ number }) => number);
  }

  /** Marks what was chosen and what is right, in words and signs as well as in colour, and lets nothing more be chosen. */
  reveal() {
    for (const { number, input, mark, element } of this.lines) {
      input.disabled = true;
      const isRight = this.rights[number];
      if (!isRight && !input.checked) continue;
      element.dataset.mark = isRight ? "right" : "wrong";
      mark.textContent = markWords(isRight, input.checked);
    }
  }

  focus() {
    (this.lines.find(({ input }) => input.checked) ?? this.lines[0]).input.focus();
  }
}

function markWords(isRight, isChosen) {
  if (isRight) return isChosen ? `✓ ${say("web.quiz.mark-right")}` : `✓ ${say("web.quiz.mark-missed")}`;
  return `✗ ${say("web.quiz.mark-wrong")}`;
}
