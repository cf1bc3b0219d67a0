/** A passing: one time that the work came to a step. A loop passes a step several times. */

/** The key of a passing. */
export function keyOf(node, visit) {
  return `${node}:${visit}`;
}

/** A timer that stands still from now on. */
export function stopped(timer, now) {
  return timer?.running ? { running: false, before: timer.before + Math.max(0, now - timer.since), since: null } : timer;
}
