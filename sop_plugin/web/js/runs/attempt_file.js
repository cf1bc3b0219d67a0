/**
 * An attempt at a quiz as a file, `{format: "sop-attempt", version: 1, run, quiz, events, digest}`, which
 * `sop_plugin/model/result.py` is the reference of.
 */

import { sealed } from "../flow/sealed.js";

export const ATTEMPT_FORMAT = "sop-attempt";
export const ATTEMPT_VERSION = 1;

/** The file of an attempt; `run` is what the store keeps of it, `quiz` the copy that it began on. */
export function attemptFile(run, quiz, events) {
  return sealed({ format: ATTEMPT_FORMAT, version: ATTEMPT_VERSION, run, quiz, events });
}
