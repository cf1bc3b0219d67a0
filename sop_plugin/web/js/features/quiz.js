/** A quiz on the screen, over the page that holds all its questions: attempts, each at an address of its own (`#run-ID`). */

import { define, make } from "../kit/elements.js";
import { freshId } from "../kit/ids.js";
import { QUIZZES_KEY, remember } from "../kit/remembered.js";
import { runOf } from "../kit/run_address.js";
import { say } from "../kit/words.js";
import { deadlineOf, hasPassed, isCurrent, wholeScore } from "../quiz/attempt.js";
import { chanceOf } from "../quiz/chance.js";
import { drawn } from "../quiz/draw.js";
import { keptAttempts, resultsOf, timesAsked, triesOf } from "../quiz/history.js";
import { dueAt, spaced } from "../quiz/spacing.js";
import { AttemptSession } from "../quizzing/attempt_session.js";
import { AttemptView } from "../quizzing/attempt_view.js";
import { BeginView } from "../quizzing/begin_view.js";
import { ResultView } from "../quizzing/result_view.js";
import { openStore } from "../store/store.js";
import { lossWords, storeWords, whyOf } from "../store/why.js";

const DUE = "#due";
/** The address that asks for what is to be repeated. */

class Quiz extends HTMLElement {
  async connectedCallback() {
    this.quiz = JSON.parse(document.getElementById("sop-quiz").textContent);
    this.page = this.closest("article");
    this.said = make("p", { class: "sop-unseen", role: "status" });
    this.place = make("div");
    this.replaceChildren(this.said, this.place);
    this.attempts = [];
    this.store = await openStore();
    this.store.watch((news) => this.hear(news));
    globalThis.addEventListener("hashchange", () => this.follow(true));
    await this.follow();
    this.page.dataset.ready = "";
  }

  disconnectedCallback() {
    this.view?.stop?.();
    this.store?.close();
  }

  /** Says something to those who do not see the page. */
  tell(words) {
    this.said.textContent = words;
  }

  /** Shows what the address asks for: an attempt, what is due, a question to read, or the place to begin. */
  async follow(isFocused = false) {
    const id = runOf(location.hash);
    if (id && this.session?.id === id && this.view) return;
    const isQuestion = this.isQuestion(location.hash);
    if (isQuestion && this.view) return this.read(true);
    this.view?.stop?.();
    this.session = null;
    try {
      await this.readAttempts();
      if (id) await this.open(id, isFocused);
      else if (location.hash === DUE && this.due.length > 0) await this.begin("due");
      else this.showBeginning(lossWords(this.store), isFocused);
    } catch (failure) {
      this.showBeginning(storeWords(whyOf(failure)), isFocused);
    }
    if (isQuestion) this.read(true);
  }

  isQuestion(hash) {
    const place = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    return Boolean(place && place.closest(".sop-quiz__sheet"));
  }

  async readAttempts() {
    this.attempts = await keptAttempts(this.store, (header) => header.sop === this.quiz.quiz);
    const known = new Map(this.quiz.questions.map(({ key, print }) => [key, print]));
    const results = resultsOf(this.attempts).filter(({ key, print }) => known.get(key) === print);
    this.due = dueAt(spaced(results), Date.now());
    if (this.attempts.length > 0) remember(QUIZZES_KEY, true);
  }

  get triesLeft() {
    return this.quiz.attempts ? Math.max(0, this.quiz.attempts - triesOf(this.attempts)) : Infinity;
  }

  get isReading() {
    return "reading" in this.page.dataset;
  }

  /** Shows all questions with their answers, or hides them again. */
  read(isShown = !this.isReading) {
    this.page.toggleAttribute("data-reading", isShown);
    if (this.view instanceof BeginView) this.showBeginning("", true);
    if (isShown && this.isQuestion(location.hash)) document.getElementById(decodeURIComponent(location.hash.slice(1))).scrollIntoView();
  }

  get areAnswersOpen() {
    return this.page.querySelector(".sop-answer:not([open])") === null;
  }

  /** Prints all questions: to hand out, or with their answers for who marks them. */
  print(areAnswered) {
    this.page.toggleAttribute("data-answers", areAnswered);
    globalThis.addEventListener("afterprint", () => this.page.removeAttribute("data-answers"), { once: true });
    globalThis.print();
  }

  /** Opens the answers to all questions, or closes them. */
  openAnswers(isOpen = !this.areAnswersOpen) {
    for (const answer of this.page.querySelectorAll(".sop-answer")) answer.open = isOpen;
    this.showBeginning("", true);
  }

  showBeginning(words, isFocused = false) {
    this.show(new BeginView(this, words), isFocused);
  }

  show(view, isFocused) {
    this.view = view;
    this.place.replaceChildren(view.element);
    this.page.toggleAttribute("data-running", view instanceof AttemptView);
    this.page.toggleAttribute("data-result", view instanceof ResultView);
    view.start?.();
    view.showSaving?.();
    if (isFocused) (view.heading ?? view.card?.heading)?.focus({ preventScroll: true });
    if (isFocused) this.scrollIntoView({ block: "start" });
  }

  async open(id, isFocused) {
    const session = await AttemptSession.open(this.store, id, () => this.view?.showSaving?.());
    if (!session || session.header.sop !== this.quiz.quiz) return this.showBeginning(say("web.quiz.not-here"), isFocused);
    const { state } = session;
    this.session = session;
    if (state.finished) return this.showResult(isFocused);
    if (state.isAbandoned) return this.showBeginning(say("web.quiz.changed"), isFocused);
    if (!isCurrent(state, this.quiz)) {
      session.act("abandoned");
      await this.readAttempts();
      return this.showBeginning(say("web.quiz.changed"), isFocused);
    }
    const deadline = deadlineOf(state);
    if (deadline !== null && session.clock.now() >= deadline) return this.finish("time");
    this.page.toggleAttribute("data-reading", false);
    return this.show(new AttemptView(session, this), isFocused);
  }

  showResult(isFocused) {
    this.show(new ResultView(this.session, this), isFocused);
  }

  /** Begins an attempt at the whole, or at what is due. */
  async begin(about = "whole") {
    const seed = freshId();
    const keys = this.quiz.questions.map(({ key }) => key);
    const isWhole = about === "whole";
    const asked = isWhole ? drawn(keys, this.quiz.draws ?? [], timesAsked(this.attempts), chanceOf(seed)) : this.due;
    const copy = isWhole ? this.quiz : { ...this.quiz, feedback: "at-once" };
    const { quiz: sop, version, lang, title } = this.quiz;
    const header = { kind: "quiz", sop, version, lang, title, label: "", address: location.href.split("#")[0] };
    const event = { id: freshId(), at: Date.now(), type: "started", seed, asked, about };
    const result = await this.store.create(header, copy, event);
    if (!result.ok) return this.showBeginning(storeWords(result.why), true);
    remember(QUIZZES_KEY, true);
    const address = `#run-${result.id}`;
    // What is due is asked for by an address, to which the way back must not lead: it would begin anew.
    if (location.hash === DUE) return location.replace(address);
    location.hash = address;
    return undefined;
  }

  /** Ends the attempt; its result is shown where the attempt was. */
  async finish(why) {
    const { session } = this;
    const { state } = session;
    this.view?.stop?.();
    session.act("finished", { why, score: wholeScore(state), passed: hasPassed(state) });
    await session.written(); // who sees the result may leave at once
    await this.readAttempts();
    this.showResult(true);
  }

  async hear(news) {
    const isElsewhere = !news.here && ["created", "appended", "erased"].includes(news.what);
    const isGone = news.what === "erased" && (news.run === null || news.run === this.session?.id);
    if (isGone) location.hash = "#";
    else if (isElsewhere && !(this.view instanceof AttemptView)) {
      await this.readAttempts();
      if (this.view instanceof BeginView) this.showBeginning("");
    }
  }
}

define("sop-quiz", Quiz);
