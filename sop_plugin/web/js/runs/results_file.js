/**
 * Several results in one file, `{format: "sop-results", version: 1, results}`: each result whole, with its digest. What was
 * returned for an assignment says so: `assignment` is `{id, title, by, best}`.
 */

import { isRecord } from "../flow/shapes.js";
import { parsed, refused } from "../flow/unsealed.js";
import { fileName, saveText } from "../kit/saving.js";
import { identityOf } from "../store/log.js";
import { attemptFile } from "./attempt_file.js";
import { evidenceOf, keptRun } from "./exchange.js";

const RESULTS_FORMAT = "sop-results";
const RESULTS_VERSION = 1;
const RESULT_KINDS = new Set(["run", "read", "quiz"]);

/** Offers the file of all that is kept; how many results are in it. Fails with a StoreFailure. */
export async function exportAll(store) {
  const headers = (await store.runs()).filter(isResultHeader);
  const name = fileName([RESULTS_FORMAT, new Date().toISOString().slice(0, 10)], "json");
  saveText(name, "application/json", await resultsText(store, headers));
  return headers.length;
}

/** Whether what is kept under a header is a result, and nothing about assignments. */
export function isResultHeader({ kind }) {
  return RESULT_KINDS.has(kind);
}

/** The text of a file with what is kept under headers; `more` stands beside it. Fails with a StoreFailure. */
export async function resultsText(store, headers, more = {}) {
  const results = [];
  for (const header of headers) {
    const kept = await keptRun(store, header);
    const isAttempt = header.kind === "quiz";
    results.push(await (isAttempt ? attemptFile(identityOf(header), kept.checklist, kept.events) : evidenceOf(store, header, kept)));
  }
  return JSON.stringify({ format: RESULTS_FORMAT, version: RESULTS_VERSION, ...more, results });
}

/** The results in the text of a file that holds one or several, as `{values, assignment}`, or `{fault, details}`. */
export function resultsIn(text) {
  const { value, ...why } = parsed(text);
  if (why.fault) return why;
  if (!isRecord(value) || value.format !== RESULTS_FORMAT) return { values: [value] };
  if (value.version > RESULTS_VERSION) return refused("too-new", { version: value.version });
  return Array.isArray(value.results) ? { values: value.results, assignment: value.assignment } : refused("malformed", { part: "results" });
}
