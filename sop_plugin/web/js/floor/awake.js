/** A screen that stays lit. Browsers do it on https only, give it up whenever the page is hidden, and may refuse. */

export class Awake {
  #lock = null;
  #isWanted = false;
  #told;

  /** `told` hears each time whether the screen will stay lit. */
  constructor(told) {
    this.#told = told;
    document.addEventListener("visibilitychange", () => {
      if (this.#isWanted && document.visibilityState === "visible") this.#ask();
    });
  }

  keep() {
    this.#isWanted = true;
    this.#ask();
  }

  letGo() {
    this.#isWanted = false;
    this.#lock?.release();
    this.#lock = null;
  }

  async #ask() {
    try {
      const lock = await navigator.wakeLock.request("screen");
      if (this.#isWanted) this.#lock = lock;
      else lock.release();
      this.#told(true);
    } catch {
      this.#told(false);
    }
  }
}
