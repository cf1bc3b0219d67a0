/** The clocks of limits over several steps: they start and stop of themselves; the most urgent ones stay in sight. */

import { clockAt } from "../flow/clocks.js";
import { make, setText } from "../kit/elements.js";
import { clockWords, countdownWords, timeWords } from "../kit/figures.js";
import { say } from "../kit/words.js";

/** How many clocks stay in sight while the page is scrolled: more would hide what is to be done. */
const MOST_IN_SIGHT = 2;

/** Milliseconds left, from which on a time of day says more than a count. */
const FAR = 24 * 3_600_000;

export class ClockList {
  /** `tell(words)` is called when a clock starts; `warn(level, title)` when its level rises by itself. */
  constructor({ tell, warn }) {
    this.tell = tell;
    this.warn = warn;
    this.faces = new Map();
    this.isShown = false;
    this.inSight = make("ul", { class: "sop-clocks", "aria-label": say("web.run.clocks"), hidden: true });
    this.others = make("ul", { class: "sop-clocks", "aria-label": say("web.run.clocks"), hidden: true });
  }

  /** Shows the clocks that run as `state` stands at `now`, by the device's time; first the one that is up first. */
  show(state, now) {
    const running = state.clocks.map((run) => ({ run, stand: clockAt(state, run, now) }));
    const indexes = new Set(running.map(({ run }) => run.index));
    for (const index of this.faces.keys()) if (!indexes.has(index)) this.faces.delete(index);
    const inOrder = running.sort((one, other) => one.stand.remaining - other.stand.remaining || one.stand.dueAt - other.stand.dueAt);
    for (const { run, stand } of inOrder) this.showOne(run, stand, now);
    const elements = inOrder.map(({ run }) => this.faces.get(run.index).element);
    fill(this.inSight, elements.slice(0, MOST_IN_SIGHT));
    fill(this.others, elements.slice(MOST_IN_SIGHT));
    this.isShown = true;
  }

  showOne({ index, clock, since }, stand, now) {
    let face = this.faces.get(index);
    if (!face) {
      face = new ClockFace(clock);
      this.faces.set(index, face);
      if (this.isShown) this.tell(say("web.run.clock-started", { title: clock.title, limit: clock.words }));
    }
    const isAnew = face.since !== undefined && face.since !== since;
    const risen = face.show(stand, now);
    face.since = since;
    if (risen && !isAnew) this.warn(stand.level, clock.title);
  }
}

class ClockFace {
  constructor({ title, words, onlyIf, assumed }) {
    const more = [words, onlyIf, assumed && say("web.run.clock-assumed")].filter(Boolean).join(say("web.run.sep"));
    this.figure = make("span", { class: "sop-clocks__figure", role: "timer" });
    this.words = make("span", {});
    const about = make("span", { class: "sop-clocks__about" }, make("strong", {}, title), make("span", {}, more));
    this.element = make("li", {}, about, make("span", { class: "sop-clocks__face" }, this.figure, this.words));
  }

  /** Shows how the clock stands. Whether its level rose since it was last shown. */
  show({ remaining, elapsed, total, level, isRunning, dueAt }, now) {
    const hasRisen = this.level !== undefined && level !== this.level && level !== "calm";
    this.level = level;
    this.element.dataset.level = level;
    const isFar = remaining > FAR && isRunning;
    setText(this.figure, isFar ? timeWords(dueAt, now) : remaining > 0 ? countdownWords(remaining) : clockWords(elapsed - total));
    setText(this.words, isRunning ? clockLevelWords(level, isFar) : say("web.run.clock-paused"));
    return hasRisen;
  }
}

function clockLevelWords(level, isFar) {
  if (level === "over") return say("web.run.timer-over");
  if (level === "warn") return say("web.run.timer-warn");
  return isFar ? say("web.run.clock-until") : say("web.run.timer-left");
}

/** Puts elements into a list where they do not stand in it so already: moving one makes some readers read it again. */
function fill(list, elements) {
  const isSame = elements.length === list.children.length && elements.every((each, place) => list.children[place] === each);
  if (!isSame) list.replaceChildren(...elements);
  list.hidden = elements.length === 0;
}
