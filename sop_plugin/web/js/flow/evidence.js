/**
 * A run as a file that proves what was done: `{format: "sop-run", version: 1, run, checklist, events, files, digest}`.
 *
 * `run` is what the store keeps of it (`{id, label, ...}`), `checklist` the copy that it was run on, `events` all of them in
 * their order, corrected and ignored ones too, `files` its photos and documents, each `{id, name, type, bytes}`, in the file
 * with `data` in base 64 for `bytes`. sealed.js tells of the digest.
 */

import { fromBase64, toBase64 } from "./base64.js";
import { reduce } from "./run.js";
import { isSafe } from "./safe_html.js";
import { sealed } from "./sealed.js";
import { isChecklist, isEventList, isFileList, isRecord } from "./shapes.js";
import { parsed, refused, whyNotWhole } from "./unsealed.js";

export const EVIDENCE_FORMAT = "sop-run";
export const EVIDENCE_VERSION = 1;

/** The evidence of a run, as an object to be written as JSON. */
export async function evidence(run, checklist, events, files = []) {
  const packed = files.map(({ id, name, type, bytes }) => ({ id, name, type, data: toBase64(bytes) }));
  return sealed({ format: EVIDENCE_FORMAT, version: EVIDENCE_VERSION, run, checklist, events, files: packed });
}

/**
 * What a file holds: `{run, checklist, events, files}`, or `{fault, details}` where it is not to be trusted.
 *
 * The fault is "empty", "truncated", "not-json", "foreign", "too-new" (`details.version`), "damaged" (the digest differs),
 * "malformed" (`details.part`) or "unsafe" (its HTML could run code); evidence_words.js puts them into words.
 */
export async function readEvidence(text) {
  const found = parsed(text);
  return found.fault ? found : evidenceIn(found.value);
}

/** The same of a value that was parsed already. */
export async function evidenceIn(value) {
  const why = await whyNotWhole(value, EVIDENCE_FORMAT, EVIDENCE_VERSION);
  if (why) return why;
  if (!isRecord(value.run)) return refused("malformed", { part: "run" });
  if (!isChecklist(value.checklist)) return refused("malformed", { part: "checklist" });
  if (!isEventList(value.events) || !canRun(value)) return refused("malformed", { part: "events" });
  if (!isFileList(value.files)) return refused("malformed", { part: "files" });
  if (!isSafe(value.checklist)) return refused("unsafe");
  return { run: value.run, checklist: value.checklist, events: value.events, files: unpacked(value.files) };
}

/** Whether the events can be told on the checklist: no shape that was looked at guards against every circle. */
function canRun({ checklist, events }) {
  try {
    reduce(checklist, events);
    return true;
  } catch {
    return false;
  }
}

function unpacked(files) {
  return files.map(({ id, name, type, data }) => ({ id, name, type, bytes: fromBase64(data) }));
}
