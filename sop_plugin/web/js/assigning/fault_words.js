/** Why a link holds no assignment, in words. */

import { say } from "../kit/words.js";

/** The words for a fault of assignmentOf(). */
export function linkFaultWords(fault) {
  return fault === "too-new" ? say("web.assigned.fault.too-new") : say("web.assigned.fault.damaged");
}
