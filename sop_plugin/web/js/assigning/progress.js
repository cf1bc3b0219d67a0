/**
 * How far somebody is with an assignment, as `sop_plugin/model/assignment.py` has it.
 *
 * A result is `{id, kind: "read" or "quiz", subject, title, version, people, ended (ms), score, passed}`. `score`, 0 to 1, and
 * `passed` are null for what was read, `passed` also for what only repeats what was missed.
 */

import { isAtLeast } from "./version.js";

/**
 * Each task with its state and the result that it comes from: `{task, state, result}`.
 *
 * State is "done", "older" (an older version was read), "not-passed", "open", or "gone" where nobody can do it any more.
 * `presentId(kind, id)` is the id that an SOP or a quiz has now, null where it is no more.
 */
export function progressOf(assignment, results, presentId) {
  return assignment.tasks.map((task) => {
    const name = (id) => presentId(task.kind, id) ?? id;
    const own = results.filter(({ kind, subject }) => kind === task.kind && name(subject) === name(task.id));
    const found = task.kind === "read" ? readState(task, own) : quizState(assignment, own);
    if (found.state !== "done" && presentId(task.kind, task.id) === null) return { task, state: "gone", result: null };
    return { task, ...found };
  });
}

/** How many tasks are done, and of how many that can be. */
export function countOf(progress) {
  return { done: progress.filter(({ state }) => state === "done").length, count: progress.filter(({ state }) => state !== "gone").length };
}

/** Whether nothing is left to do. */
export function isDone(progress) {
  const { done, count } = countOf(progress);
  return done === count;
}

/** The results that count for an assignment: what was read, and whatever was tried of its quizzes since it was made. */
export function resultsFor(assignment, results, presentId) {
  return results.filter(({ kind, subject, ended }) =>
    assignment.tasks.some((task) => {
      const name = (id) => presentId(kind, id) ?? id;
      return task.kind === kind && name(task.id) === name(subject) && (kind === "read" || ended >= assignment.made);
    }),
  );
}

function readState(task, results) {
  const newestLast = results.toSorted((one, other) => one.ended - other.ended);
  const enough = newestLast.findLast(({ version }) => isAtLeast(version, task.version));
  if (enough) return { state: "done", result: enough };
  return newestLast.length > 0 ? { state: "older", result: newestLast.at(-1) } : { state: "open", result: null };
}

function quizState({ made }, results) {
  const since = results.filter(({ passed, ended }) => passed !== null && ended >= made);
  if (since.length === 0) return { state: "open", result: null };
  const best = since.reduce((one, other) => (isBetter(other, one) ? other : one));
  return { state: best.passed ? "done" : "not-passed", result: best };
}

/** Passed before not passed, then by score, then the one that came first. */
function isBetter(one, other) {
  if (one.passed !== other.passed) return one.passed;
  return one.score === other.score ? one.ended < other.ended : one.score > other.score;
}
