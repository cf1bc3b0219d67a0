/** One attempt as a screen goes on with it: how it stands, and whether all of it is on the disk. */

import { freshId } from "../kit/ids.js";
import { attemptOf } from "../quiz/attempt.js";
import { SteadyClock } from "../quiz/clock.js";
import { isSound } from "../quiz/history.js";
import { forgetSeen, lastSeen, noteSeen } from "./last_seen.js";

/**
 * What happens is shown at once and written in the background, one event behind the other. `saving` tells the truth about
 * it: "saved", "saving", "failed" with `why` (`retry()` tries again, nothing is dropped), or "transient" where this browser
 * keeps nothing. `changed` is called when it changes. `clock` tells the time of what happens; it goes on from the latest
 * moment at which the attempt is known to have been open, so that a device that was set back does not lengthen a time limit;
 * `isBehind` tells that it was set back while the page was closed.
 */
export class AttemptSession {
  #store;
  #changed;
  #waiting = [];
  #writing = null;

  constructor(store, header, events, changed) {
    this.#store = store;
    this.#changed = changed;
    this.header = header;
    this.quiz = header.snapshot;
    this.events = events;
    this.state = attemptOf(this.quiz, events);
    this.why = null;
    this.clock = new SteadyClock(events.reduce((latest, { at }) => Math.max(latest, at), lastSeen(header.id)));
    this.isBehind = this.clock.isAhead;
  }

  /** An attempt that is kept here, null where it is not. Fails with a StoreFailure. */
  static async open(store, id, changed) {
    const header = await store.run(id);
    const events = header ? await store.events(id) : [];
    return isSound(header?.snapshot, events) ? new AttemptSession(store, header, events, changed) : null;
  }

  get id() {
    return this.header.id;
  }

  get saving() {
    if (this.why) return "failed";
    if (!this.#store.durable) return "transient";
    return this.#waiting.length > 0 ? "saving" : "saved";
  }

  /** Notes that the attempt is open now. */
  see() {
    noteSeen(this.id, this.clock.now());
  }

  /** Lets something happen now. */
  act(type, more = {}) {
    const event = { id: freshId(), at: this.clock.now(), type, ...more };
    this.events = [...this.events, event];
    this.state = attemptOf(this.quiz, this.events);
    if (this.state.finished) forgetSeen(this.id);
    this.#waiting.push(event);
    this.#write();
    this.#changed();
  }

  /** Tries again to write what could not be written. */
  retry() {
    this.why = null;
    this.#changed();
    return this.#write();
  }

  /** Fulfilled when what happened is kept, or cannot be: `why` then says why. */
  written() {
    return this.#write();
  }

  #write() {
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null;
    });
    return this.#writing;
  }

  async #writeAll() {
    while (this.#waiting.length > 0 && !this.why) {
      const result = await this.#store.append(this.id, this.#waiting[0]);
      if (result.ok) this.#waiting.shift();
      else this.why = result.why;
    }
    this.#changed();
  }
}
