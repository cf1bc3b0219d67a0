/** Sides that belong together: each left one has a list of all right ones, which every keyboard and phone can open. */

import { make } from "../kit/elements.js";
import { say } from "../kit/words.js";

export class MatchField {
  constructor({ key, answer }, order, source, changed) {
    this.rights = answer.rights;
    this.names = order.map((number) => [number, source.option(number).textContent]);
    this.lines = answer.rights.map((_, place) => this.line(key, place, source));
    this.element = make("div", { class: "sop-match", onchange: changed }, this.lines.map(({ element }) => element));
  }

  line(key, place, source) {
    const id = `quiz-${key}-${place}`;
    const select = make(
      "select",
      { class: "sop-input", id, autocomplete: "off" },
      make("option", { value: "" }, say("web.quiz.choose")),
      this.names.map(([number, name]) => make("option", { value: number }, name)),
    );
    const mark = make("span", { class: "sop-pick-mark" });
    const label = make("label", { for: id }, source.left(place));
    return { select, mark, element: make("div", { class: "sop-match__line" }, label, select, mark) };
  }

  get response() {
    const chosen = this.lines.map(({ select }) => (select.value === "" ? null : Number(select.value)));
    return chosen.every((each) => each === null) ? null : chosen;
  }

  set response(value) {
    this.lines.forEach(({ select }, place) => {
      select.value = value?.[place] ?? "";
    });
  }

  get chosen() {
    return [];
  }

  reveal() {
    const names = new Map(this.names);
    this.lines.forEach(({ select, mark, element }, place) => {
      const isRight = select.value !== "" && Number(select.value) === this.rights[place];
      select.disabled = true;
      element.dataset.mark = isRight ? "right" : "wrong";
      mark.textContent = isRight
        ? `✓ ${say("web.quiz.mark-right")}`
        : `✗ ${say("web.quiz.mark-other", { right: names.get(this.rights[place]) })}`;
    });
  }

  focus() {
    this.lines[0].select.focus();
  }
}
