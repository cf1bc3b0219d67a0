/** One question on the screen: its words from the page, the field for its answer, and once it is told, what came of it. */

import { make } from "../kit/elements.js";
import { say } from "../kit/words.js";
import { choicesInOrder, partsInOrder, scoreOf } from "../quiz/attempt.js";
import { isRight } from "../quiz/scoring.js";
import { CaseField } from "./case_field.js";
import { ChoiceField } from "./choice_field.js";
import { MatchField } from "./match_field.js";
import { OrderField } from "./order_field.js";
import { Source } from "./source.js";
import { BlanksField, TypedField } from "./typed_field.js";

const FIELDS = {
  choice: ChoiceField,
  truth: ChoiceField,
  order: OrderField,
  match: MatchField,
  number: TypedField,
  words: TypedField,
  blanks: BlanksField,
  scenario: CaseField,
};

/** What is told of whole right answers where marks in the field do not tell it. */
const SPELT_OUT = new Set(["number", "words", "blanks", "scenario"]);

export class QuestionCard {
  /** `host` is told `changed()` at each touch, `hinted()` when the hint is read, and what to `tell(words)` aloud. */
  constructor(page, state, key, number, host) {
    this.key = key;
    this.question = state.questions.get(key);
    this.source = new Source(page, key);
    const { kind } = this.question.answer;
    this.heading = make("h2", { class: "sop-ask__title", tabindex: "-1" });
    const title = this.source.part("title");
    const text = this.source.part("text", { class: "sop-ask__text" });
    this.heading.append(make("span", { class: "sop-unseen" }, say("web.quiz.question", { number })), title);
    const order = kind === "scenario" ? (scene) => choicesInOrder(state, this.question, scene) : partsInOrder(state, this.question);
    this.field = new FIELDS[kind](this.question, order, this.source, () => host.changed(), (words) => host.tell(words), [title, text]);
    this.outcome = make("div", { class: "sop-outcome" });
    this.element = make(
      "div",
      { class: "sop-ask", role: "group", "aria-label": title.textContent, lang: this.source.language },
      this.heading,
      this.source.part("suspect", { class: "sop-caution sop-caution--warning" }),
      text,
      this.source.part("how", { class: "sop-quiet" }),
      this.field.element,
      this.hint(host),
      this.outcome,
    );
    this.field.response = state.answers.get(key)?.response ?? null;
  }

  hint(host) {
    const words = this.source.part("hint", { class: "sop-fold__body" });
    if (!words) return null;
    const fold = make("details", { class: "sop-fold sop-fold--quiet" }, make("summary", {}, say("web.quiz.hint")), words);
    fold.addEventListener("toggle", () => host.hinted(), { once: true });
    return fold;
  }

  get response() {
    return this.field.response;
  }

  /** Whether there is more to do before it can be answered: a case must come to its end. */
  get isUnfinished() {
    return this.field.isOver === false;
  }

  /** Shows what is right, and says why; gives the line that says how right the answer is. */
  reveal(state) {
    const { key, source, question } = this;
    const score = scoreOf(state, key);
    const isAnswered = (state.answers.get(key)?.response ?? null) !== null;
    this.field.reveal();
    const { level, words } = verdictOf(score, isAnswered);
    const verdict = make("p", { class: "sop-verdict", "data-level": level, tabindex: "-1" }, words);
    const rights = SPELT_OUT.has(question.answer.kind) && !isRight(score) ? source.part("right") : null;
    this.outcome.replaceChildren(
      ...[
        verdict,
        ...this.field.chosen.map((number) => source.feedback(number)),
        rights && make("div", { class: "sop-outcome__right" }, make("p", { class: "sop-label" }, say("web.quiz.right-answer")), rights),
        source.part("why"),
        source.part("from", { class: "sop-answer__from" }),
      ].filter(Boolean),
    );
    return verdict;
  }
}

/** How right an answer is: a level for colours, and words with a sign. */
export function verdictOf(score, isAnswered = true) {
  if (isRight(score)) return { level: "right", words: `✓ ${say("web.quiz.verdict-right")}` };
  if (score > 0) return { level: "partly", words: `◐ ${say("web.quiz.verdict-partly", { percent: Math.round(score * 100) })}` };
  return { level: "wrong", words: isAnswered ? `✗ ${say("web.quiz.verdict-wrong")}` : `✗ ${say("web.quiz.verdict-none")}` };
}
