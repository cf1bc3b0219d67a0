/** An attempt on the screen: one question at a time, told at once or at the end. */

import { confirmed } from "../kit/asking.js";
import { make } from "../kit/elements.js";
import { clockWords } from "../kit/figures.js";
import { say, tally } from "../kit/words.js";
import { deadlineOf, nextOpen } from "../quiz/attempt.js";
import { storeWords } from "../store/why.js";
import { QuestionCard } from "./question_card.js";

const SECOND = 1000;

const LAST_CALL = 60 * SECOND;
/** Before the time is up by so much, it is said aloud. */

export class AttemptView {
  /** `host` has the `page` with the words, and is told what to `tell(words)` aloud and when to `finish(why)`. */
  constructor(session, host) {
    this.session = session;
    this.host = host;
    this.deadline = deadlineOf(session.state);
    this.isAtOnce = session.quiz.feedback === "at-once";
    this.count = make("span", { class: "sop-attempt__count" });
    this.bar = make("progress", { class: "sop-attempt__bar", max: session.state.asked.length, "aria-label": say("web.quiz.progress") });
    this.clock = make("span", { class: "sop-attempt__clock", role: "timer", hidden: this.deadline === null });
    this.setBack = make("p", { class: "sop-quiet", role: "status", hidden: true });
    this.saved = make("p", { class: "sop-saved" });
    this.missing = make("p", { class: "sop-run__missing", role: "alert" });
    this.stage = make("div");
    this.buttons = make("div", { class: "sop-attempt__buttons" });
    this.form = make("form", { class: "sop-card sop-attempt__card", onsubmit: (event) => this.submit(event) }, this.stage, this.missing, this.buttons);
    const leave = make("a", { class: "sop-button", href: "#" }, say("web.quiz.leave"));
    this.element = make(
      "section",
      { class: "sop-attempt", "aria-label": say("web.quiz.attempt") },
      make("div", { class: "sop-attempt__head" }, this.count, this.clock, leave),
      this.bar,
      this.setBack,
      this.form,
      this.saved,
    );
    this.place = nextOpen(session.state) ?? session.state.asked.length - 1;
  }

  start() {
    this.show();
    if (this.deadline === null) return;
    this.tick();
    this.ticking = setInterval(() => this.tick(), SECOND);
  }

  stop() {
    clearInterval(this.ticking);
    if (!this.isAtOnce && !this.session.state.finished) this.keep();
  }

  tick() {
    const { clock } = this.session;
    const left = this.deadline - clock.now();
    this.clock.textContent = say("web.quiz.left", { time: clockWords(Math.ceil(left / SECOND) * SECOND) });
    this.session.see();
    this.clock.dataset.level = left <= LAST_CALL ? "warn" : "calm";
    if (clock.isAhead && this.setBack.hidden) {
      this.setBack.hidden = false;
      this.setBack.textContent = this.session.isBehind ? say("web.quiz.clock-behind") : say("web.quiz.clock-set-back");
    }
    if (left <= 0) {
      clearInterval(this.ticking);
      this.keep();
      this.host.finish("time");
    } else if (left <= LAST_CALL && !this.hasCalled) {
      this.hasCalled = true;
      this.host.tell(say("web.quiz.last-minute"));
    }
  }

  get key() {
    return this.session.state.asked[this.place];
  }

  get isLast() {
    return this.place === this.session.state.asked.length - 1;
  }

  /** Shows the question at the place, and puts the focus on its heading if somebody came here by a button. */
  show(isFocused = false) {
    const { state } = this.session;
    this.isTold = false;
    this.missing.textContent = "";
    this.card = new QuestionCard(this.host.page, state, this.key, this.place + 1, {
      changed: () => {
        this.missing.textContent = "";
        this.showButtons();
      },
      hinted: () => this.session.act("hinted", { question: this.key }),
      tell: (words) => this.host.tell(words),
    });
    this.stage.replaceChildren(this.card.element);
    this.showHead();
    this.showButtons();
    if (!isFocused) return;
    this.card.heading.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "start" });
  }

  showHead() {
    const { asked, answers } = this.session.state;
    this.count.textContent = say("web.quiz.place", { place: this.place + 1, count: asked.length });
    this.bar.value = answers.size;
  }

  showButtons() {
    const button = (words, attributes) => make("button", { class: "sop-button", type: "button", ...attributes }, words);
    const main = (words) => button(words, { type: "submit", class: "sop-button sop-button--main" });
    if (this.isTold) this.buttons.replaceChildren(main(this.isOver ? say("web.quiz.to-result") : say("web.quiz.next")));
    else if (this.isAtOnce) {
      const unknown = button(say("web.quiz.dont-know"), { onclick: () => this.answer(null) });
      this.buttons.replaceChildren(...(this.card.isUnfinished ? [unknown] : [main(say("web.quiz.check")), unknown]));
    } else {
      const back = button(say("web.quiz.back"), { onclick: () => this.go(-1), disabled: this.place === 0 });
      const finish = button(say("web.quiz.finish"), { onclick: () => this.finish() });
      this.buttons.replaceChildren(...(this.isLast ? [main(say("web.quiz.finish")), back] : [main(say("web.quiz.next")), back, finish]));
    }
  }

  get isOver() {
    return nextOpen(this.session.state) === null;
  }

  submit(event) {
    event.preventDefault();
    if (this.isTold) this.goOn();
    else if (this.isAtOnce) this.check();
    else if (this.isLast) this.finish();
    else this.go(1);
  }

  check() {
    const { response } = this.card;
    if (response !== null) this.answer(response);
    else {
      this.missing.textContent = say("web.quiz.answer-first");
      this.card.field.focus();
    }
  }

  answer(response) {
    this.session.act("answered", { question: this.key, response });
    this.isTold = true;
    this.missing.textContent = "";
    const verdict = this.card.reveal(this.session.state);
    this.showHead();
    this.showButtons();
    verdict.focus({ preventScroll: true });
    verdict.scrollIntoView({ block: "nearest" });
  }

  goOn() {
    const next = nextOpen(this.session.state, this.place);
    if (next === null) this.host.finish("done");
    else {
      this.place = next;
      this.show(true);
    }
  }

  /** Keeps what stands in the field, where it is told at the end. */
  keep() {
    if (!this.card || this.isTold) return;
    const { response } = this.card;
    const known = this.session.state.answers.get(this.key)?.response ?? null;
    if (response === null ? known === null : JSON.stringify(response) === JSON.stringify(known)) return;
    this.session.act("answered", { question: this.key, response });
  }

  go(steps) {
    this.keep();
    this.place += steps;
    this.show(true);
  }

  async finish() {
    this.keep();
    const { asked, answers } = this.session.state;
    const open = asked.filter((key) => (answers.get(key)?.response ?? null) === null).length;
    const isMeant =
      open === 0 ||
      (await confirmed({ title: say("web.quiz.finish-title"), text: tally("web.quiz.open", open), action: say("web.quiz.finish") }));
    if (isMeant && !this.session.state.finished) this.host.finish("done");
  }

  /** Tells whether all is on the disk. */
  showSaving() {
    const { saving, why } = this.session;
    this.saved.dataset.saved = saving;
    const words = { saved: say("web.quiz.saved"), saving: say("web.quiz.saving"), failed: storeWords(why), transient: say("web.quiz.transient") };
    this.saved.textContent = words[saving];
    if (saving === "failed") this.saved.append(" ", make("button", { type: "button", class: "sop-button", onclick: () => this.session.retry() }, say("web.quiz.retry")));
  }
}
