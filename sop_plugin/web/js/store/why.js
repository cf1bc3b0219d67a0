/** Why something was not kept: a short name for code, a sentence for the reader. */

import { say, tally } from "../kit/words.js";

/** Thrown inside a transaction: nothing of it is written, and the caller gets `why`. */
export class Refusal extends Error {
  constructor(why) {
    super(why);
    this.why = why;
  }
}

/** What reading fails with. */
export class StoreFailure extends Error {
  constructor(why, options) {
    super(why, options);
    this.why = why;
  }
}

const BY_NAME = { QuotaExceededError: "full", VersionError: "newer", SecurityError: "refused" };

/** The short name of what went wrong. */
export function whyOf(error) {
  return error?.why ?? BY_NAME[error?.name] ?? "failed";
}

/** What went wrong, why, and what the reader can do. */
export function storeWords(why) {
  switch (why) {
    case "full":
      return say("web.store.full");
    case "gone":
      return say("web.store.gone");
    case "exists":
      return say("web.store.exists");
    case "updated":
      return say("web.store.updated");
    case "newer":
      return say("web.store.newer");
    case "blocked":
      return say("web.store.blocked");
    case "absent":
    case "refused":
      return say("web.store.refused");
    default:
      return say("web.store.failed");
  }
}

/** What the browser lost by itself, and whether it came back; "" where it lost nothing. */
export function lossWords({ isLost, restored }) {
  if (restored > 0) return tally("web.store.restored", restored);
  return isLost ? say("web.store.lost") : "";
}
