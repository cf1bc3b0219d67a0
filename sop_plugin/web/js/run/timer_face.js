/** The timer of a step: started, paused and set back by hand, told by colour and words. */

import { timerAt } from "../flow/timer.js";
import { make, setText } from "../kit/elements.js";
import { clockWords, countdownWords } from "../kit/figures.js";
import { say } from "../kit/words.js";

export class TimerFace {
  /** `press(action)` is told what to do: start, pause or reset. `warn(level)` is called when its level rises by itself. */
  constructor(press, warn) {
    this.warn = warn;
    this.level = null;
    this.figure = make("span", { class: "sop-timer__figure", role: "timer" });
    this.words = make("span", { class: "sop-timer__words" });
    this.go = make("button", { type: "button", class: "sop-button sop-timer__go", onclick: () => press(this.isRunning ? "pause" : "start") });
    this.back = make("button", { type: "button", class: "sop-button", onclick: () => press("reset") }, say("web.run.timer-reset"));
    this.element = make(
      "div",
      { class: "sop-timer", hidden: true },
      make("div", { class: "sop-timer__face" }, this.figure, this.words),
      make("div", { class: "sop-timer__buttons" }, this.go, this.back),
    );
  }

  get isRunning() {
    return this.element.dataset.running === "true";
  }

  /** Shows how the timer of a passing stands at `now`; hidden where the step has none. */
  show(state, node, visit, now) {
    const timer = timerAt(state, node, visit, now);
    this.element.hidden = timer === null;
    if (timer === null) return;
    const { elapsed, remaining, total, level, running, kind } = timer;
    this.element.dataset.level = level;
    this.element.dataset.running = String(running);
    setText(this.figure, total === null ? clockWords(elapsed) : remaining > 0 ? countdownWords(remaining) : clockWords(elapsed - total));
    setText(this.words, wordsAt(level, kind, remaining, total));
    setText(this.go, goWords(running, elapsed));
    this.back.hidden = elapsed === 0;
    if (running && this.level !== null && level !== this.level && level !== "calm") this.warn(level);
    this.level = level;
  }
}

function goWords(running, elapsed) {
  if (running) return say("web.run.timer-pause");
  return elapsed > 0 ? say("web.run.timer-resume") : say("web.run.timer-start");
}

function wordsAt(level, kind, remaining, total) {
  if (level === "over") return say("web.run.timer-over");
  if (level === "reached") return say("web.run.timer-reached");
  if (level === "warn") return say("web.run.timer-warn");
  if (total === null || remaining === null) return say("web.run.timer-elapsed");
  return kind === "hold" ? say("web.run.timer-hold") : say("web.run.timer-left");
}
