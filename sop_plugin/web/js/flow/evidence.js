/**
 * A run as a file that proves what was done: `{format: "sop-run", version: 1, run, checklist, events, files, digest}`.
 *
 * `run` is what the store keeps of it (`{id, label, ...}`), `checklist` the copy that it was run on, `events` all of them in
 * their order, corrected and ignored ones too, `files` its photos and documents, each `{id, name, type, bytes}`, in the file
 * with `data` in base 64 for `bytes`. `digest` is the SHA-256 of all the rest in its canonical form (canonical.js). It tells
 * of damage; it is no signature.
 */

import { fromBase64, toBase64 } from "./base64.js";
import { canonical } from "./canonical.js";
import { reduce } from "./run.js";
import { isSafe } from "./safe_html.js";
import { sha256 } from "./sha256.js";
import { isChecklist, isEventList, isFileList, isRecord } from "./shapes.js";

export const EVIDENCE_FORMAT = "sop-run";
export const EVIDENCE_VERSION = 1;

/** The evidence of a run, as an object to be written as JSON. */
export async function evidence(run, checklist, events, files = []) {
  const packed = files.map(({ id, name, type, bytes }) => ({ id, name, type, data: toBase64(bytes) }));
  const body = { format: EVIDENCE_FORMAT, version: EVIDENCE_VERSION, run, checklist, events, files: packed };
  const plain = JSON.parse(JSON.stringify(body));
  return { ...plain, digest: await digestOf(plain) };
}

/**
 * What a file holds: `{run, checklist, events, files}`, or `{fault, details}` where it is not to be trusted.
 *
 * The fault is "empty", "truncated", "not-json", "foreign", "too-new" (`details.version`), "damaged" (the digest differs),
 * "malformed" (`details.part`) or "unsafe" (its HTML could run code); evidence_words.js puts them into words.
 */
export async function readEvidence(text) {
  const found = parse(text);
  if (found.fault) return found;
  const { value } = found;
  if (!isRecord(value) || value.format !== EVIDENCE_FORMAT) return refused("foreign");
  if (!Number.isInteger(value.version) || value.version < 1) return refused("malformed", { part: "version" });
  if (value.version > EVIDENCE_VERSION) return refused("too-new", { version: value.version });
  const { digest, ...body } = value;
  if (digest !== (await digestOf(body))) return refused("damaged");
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

function parse(text) {
  const plain = text.replace(/^\ufeff/, "").trim();
  if (plain === "") return refused("empty");
  try {
    return { value: JSON.parse(plain) };
  } catch {
    return refused(plain.startsWith("{") && !plain.endsWith("}") ? "truncated" : "not-json");
  }
}

function unpacked(files) {
  return files.map(({ id, name, type, data }) => ({ id, name, type, bytes: fromBase64(data) }));
}

function refused(fault, details = {}) {
  return { fault, details };
}

async function digestOf(body) {
  return sha256(new TextEncoder().encode(canonical(body)));
}
