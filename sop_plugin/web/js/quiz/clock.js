/** A clock for time limits, which turning back that of the device does not turn back. */

const TOLERANCE = 2_000;
/** So many ms a device may correct its clock by of its own accord, and nothing is said of it. */

/**
 * It goes on from the later of `floor`, the last moment that is known, and what the device says. While the page lives,
 * time passes as the steady clock of the browser counts it, whatever the device's is set to; only where the device has
 * gone ahead, as after a sleep that no steady clock counts, is that believed. All times are ms since 1970.
 */
export class SteadyClock {
  #wall;
  #steady;
  #last;
  #lastSteady;

  /** `wall` tells the time that the device is set to, `steady` counts ms from any moment on. */
  constructor(floor = 0, { wall = () => Date.now(), steady = () => performance.now() } = {}) {
    this.#wall = wall;
    this.#steady = steady;
    this.#last = Math.max(floor, wall());
    this.#lastSteady = steady();
  }

  /** The time, never earlier than it was told before. */
  now() {
    const steady = this.#steady();
    this.#last = Math.max(this.#wall(), this.#last + Math.max(0, steady - this.#lastSteady));
    this.#lastSteady = steady;
    return this.#last;
  }

  /** Whether the device was set back, so that it shows an earlier time than this clock. */
  get isAhead() {
    return this.now() - this.#wall() > TOLERANCE;
  }
}
