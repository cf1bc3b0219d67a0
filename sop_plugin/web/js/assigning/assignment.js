/**
 * An assignment as data: what is to be read and passed, by when. It names nobody.
 *
 *     {id, made (ms, to the minute), due ("2026-12-05" or ""), title, note, tasks: [{kind: "read" or "quiz", id, version}]}
 *
 * `version` is that of the SOP when it was assigned, or the fingerprint of the quiz. `sop_plugin/model/assignment.py` is the
 * same in Python.
 */

import { isRecord, isText } from "../flow/shapes.js";

export const MOST_TASKS = 100;
export const LONGEST_ID = 200;
export const LONGEST_TITLE = 120;
export const LONGEST_NOTE = 500;

const LATEST = 253_402_300_799_999;
/** The last millisecond of the year 9999. */

const MINUTE = 60_000;

/** The assignment in a value, with nothing else beside; null where it is none. */
export function assignmentIn(value) {
  if (!isRecord(value) || !isWords(value.id, LONGEST_ID) || !value.id) return null;
  const { id, made, due, title, note, tasks } = value;
  if (!Number.isInteger(made) || made < 0 || made > LATEST || made % MINUTE !== 0 || !isDue(due)) return null;
  if (!isWords(title, LONGEST_TITLE) || !isWords(note, LONGEST_NOTE)) return null;
  if (!Array.isArray(tasks) || tasks.length === 0 || tasks.length > MOST_TASKS || !tasks.every(isTask)) return null;
  return { id, made, due, title, note, tasks: tasks.map(({ kind, id: subject, version }) => ({ kind, id: subject, version })) };
}

/** A moment without what an assignment does not keep of it. */
export function toTheMinute(ms) {
  return Math.floor(ms / MINUTE) * MINUTE;
}

function isTask(task) {
  return (
    isRecord(task) &&
    (task.kind === "read" || task.kind === "quiz") &&
    isWords(task.id, LONGEST_ID) &&
    task.id !== "" &&
    isWords(task.version, LONGEST_ID)
  );
}

/** Whether it is a day that there is, or none. */
function isDue(due) {
  if (due === "") return true;
  if (!isText(due) || !/^\d{4}-\d{2}-\d{2}$/.test(due) || due < "0001") return false;
  const day = new Date(`${due}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(due);
}

/** Whether it is a text of so many characters at most, none of them halved. */
function isWords(value, longest) {
  return isText(value) && [...value].length <= longest && !/\p{Surrogate}/u.test(value);
}
