/** Why a file is refused, and why an event did not count, in words. */

import { say } from "../kit/words.js";

/** What is wrong with a file that `readEvidence()` refused. */
export function faultWords(fault, details = {}) {
  switch (fault) {
    case "empty":
      return say("web.evidence.fault.empty");
    case "truncated":
      return say("web.evidence.fault.truncated");
    case "too-new":
      return say("web.evidence.fault.too-new", details);
    case "damaged":
      return say("web.evidence.fault.damaged");
    case "malformed":
      return say("web.evidence.fault.malformed", details);
    case "unsafe":
      return say("web.evidence.fault.unsafe");
    default:
      return say("web.evidence.fault.foreign");
  }
}

/** Why an event did not count. */
export function whyWords(why) {
  switch (why) {
    case "missing":
      return say("web.evidence.why.missing");
    case "choose":
      return say("web.evidence.why.choose");
    case "no-reason":
      return say("web.evidence.why.no-reason");
    case "over":
      return say("web.evidence.why.over");
    case "unknown-type":
      return say("web.evidence.why.unknown-type");
    case "others-rest-on-it":
      return say("web.evidence.why.others-rest-on-it");
    case "not-there":
    case "twice":
    case "taken-already":
    case "started-already":
      return say("web.evidence.why.elsewhere");
    default:
      return say("web.evidence.why.does-not-apply");
  }
}
