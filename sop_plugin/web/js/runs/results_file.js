/** All that a device keeps in one file, `{format: "sop-results", version: 1, results}`: each result whole, with its digest. */

import { isRecord } from "../flow/shapes.js";
import { parsed, refused } from "../flow/unsealed.js";
import { fileName, saveText } from "../kit/saving.js";
import { identityOf } from "../store/log.js";
import { attemptFile } from "./attempt_file.js";
import { evidenceOf, keptRun } from "./exchange.js";

const RESULTS_FORMAT = "sop-results";
const RESULTS_VERSION = 1;

/** Offers the file of all that is kept; how many results are in it. Fails with a StoreFailure. */
export async function exportAll(store) {
  const results = [];
  for (const header of await store.runs()) {
    const kept = await keptRun(store, header);
    const isAttempt = header.kind === "quiz";
    results.push(await (isAttempt ? attemptFile(identityOf(header), kept.checklist, kept.events) : evidenceOf(store, header, kept)));
  }
  const name = fileName([RESULTS_FORMAT, new Date().toISOString().slice(0, 10)], "json");
  saveText(name, "application/json", JSON.stringify({ format: RESULTS_FORMAT, version: RESULTS_VERSION, results }));
  return results.length;
}

/** The results in the text of a file that holds one or several, as `{values}`, or `{fault, details}`. */
export function resultsIn(text) {
  const { value, ...why } = parsed(text);
  if (why.fault) return why;
  if (!isRecord(value) || value.format !== RESULTS_FORMAT) return { values: [value] };
  if (value.version > RESULTS_VERSION) return refused("too-new", { version: value.version });
  return Array.isArray(value.results) ? { values: value.results } : refused("malformed", { part: "results" });
}
