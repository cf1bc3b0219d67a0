/** Files that came back, held against the assignments of this device. */

import { evidenceIn } from "../flow/evidence.js";
import { faultWords } from "../flow/evidence_words.js";
import { isText } from "../flow/shapes.js";
import { refused } from "../flow/unsealed.js";
import { ATTEMPT_FORMAT } from "../runs/attempt_file.js";
import { attemptIn } from "../runs/attempt_reading.js";
import { resultsIn } from "../runs/results_file.js";
import { quizResult, readResult } from "./results.js";

/**
 * The results in the text of a file: `{results, assignment, faults, nameless}`. `assignment` is the id of the one that they
 * were returned for, null where the file does not say; `faults` are words about what could not be read, `nameless` counts
 * the results that are of nobody.
 */
export async function returnedIn(text) {
  const found = resultsIn(text);
  if (found.fault) return { results: [], assignment: null, faults: [faultWords(found.fault, found.details)], nameless: 0 };
  const read = await Promise.all(found.values.map(resultIn));
  const results = read.map(({ result }) => result).filter(Boolean);
  return {
    results: results.filter(({ people }) => people.length > 0),
    assignment: isText(found.assignment?.id) ? found.assignment.id : null,
    faults: read.filter(({ fault }) => fault).map(({ fault, details }) => faultWords(fault, details)),
    nameless: results.filter(({ people }) => people.length === 0).length,
  };
}

/** `{result}`, null for what an assignment does not ask for, or `{fault, details}`. */
async function resultIn(value) {
  if (value?.format === ATTEMPT_FORMAT) {
    const attempt = await attemptIn(value);
    return attempt.fault ? attempt : { result: quizResult(attempt.run.id, attempt.quiz, attempt.events) };
  }
  const evidence = await evidenceIn(value);
  if (evidence.fault) return evidence;
  if (!isText(evidence.run.id)) return refused("malformed", { part: "run" });
  return { result: readResult(evidence.run.id, evidence.checklist, evidence.events) };
}
