/** One run as a screen goes on with it: how it stands, and whether all of it is on the disk. */

import { applied, reduce } from "../flow/run.js";
import { setBack } from "../flow/timer.js";
import { freshId } from "../kit/ids.js";
import { identityOf } from "../store/log.js";
import { whyOf } from "../store/why.js";

/**
 * What happens is shown at once and written in the background, one event behind the other. `saving` tells the truth about
 * it: "saved" once everything is on the disk, "saving" while it is not, "failed" with `why` where it could not be written
 * (`retry()` tries again, nothing is dropped), "transient" where this browser keeps nothing at all.
 */
export class Session {
  #store;
  #changed;
  #waiting = [];
  #writing = null;
  #clock = readClock();
  #unwatch;

  constructor(store, header, events, changed) {
    this.#store = store;
    this.#changed = changed;
    this.header = header;
    this.checklist = header.snapshot;
    this.state = reduce(this.checklist, events);
    this.why = null;
    this.#unwatch = store.watch((news) => this.#hear(news));
  }

  /** A run that is kept here, undefined where it is not. Fails with a StoreFailure. */
  static async open(store, id, changed) {
    await store.mend(id);
    const header = await store.run(id);
    return header && new Session(store, header, await store.events(id), changed);
  }

  get id() {
    return this.header.id;
  }

  get saving() {
    if (this.why) return "failed";
    if (!this.#store.durable) return "transient";
    return this.#waiting.length > 0 ? "saving" : "saved";
  }

  /** How many entries are not on the disk. */
  get unsaved() {
    return this.#waiting.length;
  }

  /**
   * Lets something happen now, by whoever does the run. Why it cannot, or null; then nothing has changed.
   *
   * `files` are `{id, blob, name}` that the event's value names.
   */
  act(type, more = {}, files = []) {
    this.noticeClock();
    return this.#happen({ id: freshId(), at: Date.now(), by: this.state.by, type, ...more }, files);
  }

  #happen(event, files = []) {
    const after = applied(this.state, event);
    if (after.ignored.length > this.state.ignored.length) return after.ignored.at(-1).why;
    this.state = after;
    this.#waiting.push({ event, files });
    this.#write();
    this.#changed({ state: true });
    return null;
  }

  /** The last event that can be undone, undefined if there is none. */
  get undoable() {
    const { events, takenBack, ignored } = this.state;
    const passed = new Set(ignored.map((each) => each.event));
    const counts = (event) => !FIXED.has(event.type) && !takenBack.has(event.id) && !passed.has(event);
    return events.findLast(counts);
  }

  /** Tells the run that the device's clock was set back, if it was: times of what was done stay in their order. */
  noticeClock() {
    const now = readClock();
    const ms = setBack(this.#clock, now);
    this.#clock = now;
    if (ms && this.state.status === "running") {
      this.#happen({ id: freshId(), at: now.wall, by: this.state.by, type: "clock", ms });
    }
    return ms;
  }

  /** Tries again to write what could not be written. */
  retry() {
    this.why = null;
    this.#changed({});
    return this.#write();
  }

  /** When everything is on the disk, or could not be written. */
  async settled() {
    await this.#writing;
  }

  /** All of it for a file: what was not written yet is in it. */
  contents() {
    return {
      run: identityOf(this.header),
      checklist: this.checklist,
      events: this.state.events,
      unsavedFiles: this.#waiting.flatMap((entry) => entry.files),
    };
  }

  close() {
    this.#unwatch();
  }

  #write() {
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null;
    });
    return this.#writing;
  }

  async #writeAll() {
    while (this.#waiting.length > 0 && !this.why) {
      const { event, files } = this.#waiting[0];
      const result = await this.#store.append(this.id, event, files);
      if (result.ok) this.#waiting.shift();
      else this.why = result.why;
    }
    this.#changed({});
  }

  async #hear(news) {
    const isThis = news.run === this.id || news.run === null || news.run === undefined;
    if (news.what === "closed") this.why = news.why;
    else if (news.what === "persistence") this.#changed({ granted: news.granted });
    else if (isThis && (!news.here || news.what === "names" || news.what === "erased")) await this.#readAgain();
    else return;
    this.#changed({ state: true });
  }

  /** What another tab wrote counts in the order of the log; what waits here comes behind it. */
  async #readAgain() {
    try {
      const header = await this.#store.run(this.id);
      if (!header) {
        this.why = "gone";
        return;
      }
      this.header = header;
      const events = await this.#store.events(this.id);
      const known = new Set(events.map((event) => event.id));
      const waiting = this.#waiting.map((entry) => entry.event).filter((event) => !known.has(event.id));
      this.state = reduce(this.checklist, [...events, ...waiting]);
    } catch (failure) {
      this.why = whyOf(failure);
    }
  }
}

/** What nobody did by a touch, so that nobody wants it undone. */
const FIXED = new Set(["started", "taken-back", "clock", "handed-over", "who"]);

function readClock() {
  return { wall: Date.now(), steady: performance.now() };
}
