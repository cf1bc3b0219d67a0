/** Runs as files: out of the store, and into it. */

import { evidenceCsv } from "../flow/csv.js";
import { evidence, readEvidence } from "../flow/evidence.js";
import { faultWords } from "../flow/evidence_words.js";
import { fileName, saveText } from "../kit/saving.js";
import { tally } from "../kit/words.js";
import { identityOf } from "../store/log.js";
import { storeWords } from "../store/why.js";
import { runName } from "./run_name.js";

/** A run as the store keeps it: `{run, checklist, events}`. Fails with a StoreFailure. */
export async function keptRun(store, header) {
  const { snapshot } = await store.run(header.id);
  return { run: identityOf(header), checklist: snapshot, events: await store.events(header.id) };
}

/** Offers the evidence file of a run. Fails with a StoreFailure. */
export async function exportJson(store, header, kept) {
  saveText(nameOf(header, "json"), "application/json", JSON.stringify(await evidenceOf(store, header, kept), null, 1));
}

/** The evidence of a run; `unsavedFiles` are those that the store has not. Fails with a StoreFailure. */
export async function evidenceOf(store, header, { run, checklist, events, unsavedFiles = [] }) {
  const files = [];
  for (const { id, name, type, blob } of [...(await store.files(header.id)), ...unsavedFiles]) {
    files.push({ id, name, type: type ?? blob.type, bytes: new Uint8Array(await blob.arrayBuffer()) });
  }
  return evidence(run, checklist, events, files);
}

/** Offers a run as a table. */
export function exportCsv(header, { run, checklist, events }) {
  saveText(nameOf(header, "csv"), "text/csv", evidenceCsv(run, checklist, events));
}

/** Takes the file of a run in; `{ ok, words, id }` tells the reader what came of it, and which run it is. */
export async function importFile(store, file) {
  return bringRun(store, await readEvidence(await file.text()));
}

/** Takes in what was read of a file of a run; told the same way. */
export async function bringRun(store, found) {
  if (found.fault) return { ok: false, words: faultWords(found.fault, found.details) };
  const { run, checklist, events } = found;
  const { sop, version, lang, title } = checklist;
  const files = found.files.map(({ id, name, type, bytes }) => ({ id, name, blob: new Blob([bytes], { type: safe(type) }) }));
  const kind = run.kind === "read" ? "read" : "run";
  const own = { ...identityOf(run), kind, sop, version, lang, title };
  const result = await store.bring({ run: own, snapshot: checklist, events, files });
  if (!result.ok) return { ok: false, words: storeWords(result.why) };
  return { ok: true, id: run.id, words: tally("web.device.imported", result.added, { name: runName(own) }) };
}

/** What a browser shows without carrying anything out; all else it only saves. */
function safe(type) {
  return /^(image\/(jpeg|png|webp|gif|avif|heic)|application\/pdf)$/.test(type) ? type : "application/octet-stream";
}

function nameOf(header, ending) {
  return fileName([header.sop, header.label, new Date(header.started).toISOString().slice(0, 10)], ending);
}
