/** What came of an attempt: the score, a review of each question, and a certificate where it was passed. */

import { make } from "../kit/elements.js";
import { momentWords } from "../kit/figures.js";
import { say, tally } from "../kit/words.js";
import { hasPassed, isCurrent, scoreOf, wholeScore } from "../quiz/attempt.js";
import { isRight } from "../quiz/scoring.js";
import { exportAttempt, lacksName, nameAsked } from "../runs/attempts.js";
import { Certificate } from "./certificate.js";
import { QuestionCard, verdictOf } from "./question_card.js";

const OPENED = 10;
/** So many wrong answers are opened at once; the others are made when somebody opens them. */

export class ResultView {
  /** `host` has the `page` and its `quiz` as it is now, how many `triesLeft`, and `begin()`. */
  constructor(session, host) {
    const { state } = session;
    this.session = session;
    const whole = state.about === "whole";
    const passed = hasPassed(state);
    const percent = Math.round(wholeScore(state) * 100);
    this.heading = make("h2", { class: "sop-result__title", tabindex: "-1" }, whole ? verdictWords(passed, percent) : say("web.quiz.repeated", { percent }));
    const missed = state.asked.filter((key) => !isRight(scoreOf(state, key))).length;
    const again = whole && host.triesLeft > 0;
    this.certificate = whole && passed && new Certificate(session, host);
    this.exported = make("p", { class: "sop-quiet", role: "status" });
    this.element = make(
      "section",
      { class: "sop-result", "data-passed": whole && passed },
      this.heading,
      make("p", {}, state.finished.why === "time" ? `${say("web.quiz.time-up")} ` : "", whole ? passWords(state, passed) : ""),
      make("p", { class: "sop-quiet" }, momentWords(state.finished.at)),
      missed > 0 && make("p", {}, tally("web.quiz.comes-again", missed)),
      make(
        "div",
        { class: "sop-attempt__buttons" },
        make("a", { class: "sop-button sop-button--main", href: "#" }, say("web.quiz.overview")),
        again && make("button", { type: "button", class: "sop-button", onclick: () => host.begin() }, say("web.quiz.again")),
        make("button", { type: "button", class: "sop-button", onclick: () => this.export() }, say("web.quiz.export")),
      ),
      this.exported,
      this.certificate && this.certificate.element,
      make("h3", {}, say("web.quiz.review")),
      isCurrent(state, host.quiz) ? review(state, host.page) : make("p", {}, say("web.quiz.changed-review")),
    );
  }

  /** Offers the result as a file, with the name of who took the quiz: asked once, it is on the certificate too. */
  async export() {
    const { session } = this;
    if (lacksName(session.events)) {
      const by = await nameAsked(session.quiz);
      if (!by) return;
      session.act("signed", { by });
      if (this.certificate) this.certificate.show();
    }
    const name = await exportAttempt(session.header, session.quiz, session.events);
    this.exported.textContent = say("web.quiz.exported", { name });
  }
}

function verdictWords(passed, percent) {
  return passed ? `✓ ${say("web.quiz.passed", { percent })}` : `✗ ${say("web.quiz.not-passed", { percent })}`;
}

function passWords(state, passed) {
  const mark = Math.round(state.quiz.passMark * 1000) / 10;
  return passed ? say("web.quiz.needed-and-had", { mark }) : say("web.quiz.needed", { mark });
}

/** Every question with what was answered, those that were missed first and opened. */
function review(state, page) {
  const scored = state.asked.map((key, place) => ({ key, number: place + 1, score: scoreOf(state, key) }));
  const wrong = scored.filter(({ score }) => !isRight(score));
  const right = scored.filter(({ score }) => isRight(score));
  return [...wrong, ...right].map((each, place) => reviewed(state, page, each, place < Math.min(OPENED, wrong.length)));
}

function reviewed(state, page, { key, number, score }, isOpen) {
  const isAnswered = (state.answers.get(key)?.response ?? null) !== null;
  const { level, words } = verdictOf(score, isAnswered);
  const body = make("div", { class: "sop-fold__body" });
  const title = page.querySelector(`[data-question="${CSS.escape(key)}"] [data-role="title"]`).textContent;
  const summary = make("summary", {}, make("span", { class: "sop-verdict", "data-level": level }, words), " ", title);
  const fold = make("details", { class: "sop-fold sop-review" }, summary, body);
  const fill = () => {
    if (body.firstChild) return;
    const card = new QuestionCard(page, state, key, number, { changed() {}, hinted() {}, tell() {} });
    card.reveal(state);
    body.append(card.element);
  };
  fold.addEventListener("toggle", fill);
  if (isOpen) {
    fill();
    fold.open = true;
  }
  return fold;
}
