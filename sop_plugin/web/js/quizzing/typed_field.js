/** What is typed: a number with its unit, a few words, or the blanks within a text. */

import { make } from "../kit/elements.js";
import { say } from "../kit/words.js";
import { isRight, score } from "../quiz/scoring.js";

/** A field for a number or a few words. */
function typedInput(answer, attributes) {
  const kind = answer.kind === "number" ? { inputmode: "text", class: "sop-input sop-input--number" } : { class: "sop-input" };
  return make("input", { type: "text", autocomplete: "off", autocapitalize: "off", spellcheck: "false", ...kind, ...attributes });
}

/** One field below the question. */
export class TypedField {
  constructor({ key, answer }, _order, _source, changed) {
    this.answer = answer;
    const id = `quiz-${key}`;
    this.input = typedInput(answer, { id, oninput: changed });
    this.mark = make("span", { class: "sop-pick-mark" });
    const unit = answer.unit ? make("span", { class: "sop-typed__unit" }, answer.unit) : null;
    const words = answer.unit ? say("web.quiz.your-number", { unit: answer.unit }) : say("web.quiz.your-answer");
    this.element = make(
      "div",
      { class: "sop-typed" },
      make("label", { for: id }, words),
      make("span", { class: "sop-typed__field" }, this.input, unit),
      this.mark,
    );
  }

  get response() {
    return this.input.value.trim() === "" ? null : this.input.value;
  }

  set response(value) {
    this.input.value = value ?? "";
  }

  get chosen() {
    return [];
  }

  reveal() {
    markTyped(this.answer, this.input, this.mark, this.element);
  }

  focus() {
    this.input.focus();
  }
}

/** Fields within the question's own words, which `words` hold: places with the numbers of the blanks. */
export class BlanksField {
  constructor({ answer }, _order, _source, changed, _tell, words) {
    this.lines = answer.blanks.map((blank, number) => {
      const place = words.map((part) => part?.querySelector(`[data-blank="${number}"]`)).find(Boolean);
      const input = typedInput(blank, { "aria-label": say("web.quiz.blank", { number: number + 1 }), oninput: changed });
      const mark = make("span", { class: "sop-pick-mark" });
      const element = make("span", { class: "sop-gap" }, input, mark);
      place?.replaceWith(element);
      return { blank, input, mark, element };
    });
    this.element = make("div", { hidden: true });
  }

  get response() {
    const typed = this.lines.map(({ input }) => input.value);
    return typed.every((each) => each.trim() === "") ? null : typed;
  }

  set response(value) {
    this.lines.forEach(({ input }, place) => {
      input.value = value?.[place] ?? "";
    });
  }

  get chosen() {
    return [];
  }

  reveal() {
    for (const { blank, input, mark, element } of this.lines) markTyped(blank, input, mark, element);
  }

  focus() {
    this.lines[0]?.input.focus();
  }
}

function markTyped(answer, input, mark, element) {
  const isGood = isRight(score(answer, input.value));
  input.readOnly = true;
  element.dataset.mark = isGood ? "right" : "wrong";
  mark.textContent = isGood ? `✓ ${say("web.quiz.mark-right")}` : `✗ ${say("web.quiz.mark-wrong")}`;
}
