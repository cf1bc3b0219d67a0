/**
 * An assignment with the names of its people as a file, for another device and for `sop records report --assignment`:
 * `{format: "sop-assignment", version: 1, assignment, people}`. `sop_plugin/exports/assignment_schema.py` has its JSON Schema.
 */

import { isRecord, isText } from "../flow/shapes.js";
import { refused } from "../flow/unsealed.js";
import { assignmentIn } from "./assignment.js";
import { distinct } from "./people.js";

export const ASSIGNMENT_FORMAT = "sop-assignment";
const ASSIGNMENT_VERSION = 1;

/** The text of the file. */
export function assignmentFile({ assignment, people }) {
  return `${JSON.stringify({ format: ASSIGNMENT_FORMAT, version: ASSIGNMENT_VERSION, assignment, people }, null, 1)}\n`;
}

/** What stands in such a file that was parsed already: `{assignment, people}`, or `{fault, details}`. */
export function readAssignmentFile(value) {
  if (!isRecord(value) || value.format !== ASSIGNMENT_FORMAT) return refused("foreign");
  if (!Number.isInteger(value.version) || value.version < 1) return refused("malformed", { part: "version" });
  if (value.version > ASSIGNMENT_VERSION) return refused("too-new", { version: value.version });
  const assignment = assignmentIn(value.assignment);
  if (!assignment) return refused("malformed", { part: "assignment" });
  const people = value.people ?? [];
  if (!Array.isArray(people) || !people.every(isText)) return refused("malformed", { part: "people" });
  return { assignment, people: distinct(people).names };
}
