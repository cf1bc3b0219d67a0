/** What was done for an assignment, as one file for whoever made it. */

import { freshId } from "../kit/ids.js";
import { fileName } from "../kit/saving.js";
import { lacksName } from "../runs/attempts.js";
import { resultsText } from "../runs/results_file.js";

/**
 * The file of the results: `{ok, name, text}`, or `{ok: false, why}`. Attempts without a name get that of the assignment.
 * Fails with a StoreFailure.
 */
export async function returnFile(store, { assignment, name: by }, results) {
  const headers = [];
  for (const { id } of results) {
    const header = await store.run(id);
    if (!header) continue;
    if (header.kind === "quiz" && lacksName(await store.events(id))) {
      const signed = await store.append(id, { id: freshId(), at: Date.now(), type: "signed", by });
      if (!signed.ok) return signed;
    }
    headers.push(header);
  }
  const text = await resultsText(store, headers, { assignment: { id: assignment.id, title: assignment.title, by, best: bestOf(results) } });
  return { ok: true, name: fileName([by, assignment.title || assignment.id], "json"), text };
}

/** The best score of each quiz, for people who look into the file: whoever takes it in scores anew. */
function bestOf(results) {
  const best = {};
  for (const { kind, subject, score, passed } of results) {
    if (kind === "quiz" && passed !== null) best[subject] = Math.max(best[subject] ?? 0, score);
  }
  return best;
}
