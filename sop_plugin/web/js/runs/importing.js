/** Takes in whatever a page of the site exports: runs, confirmations and attempts, one or several in a file. */

import { evidenceIn } from "../flow/evidence.js";
import { faultWords } from "../flow/evidence_words.js";
import { QUIZZES_KEY, remember } from "../kit/remembered.js";
import { say, tally } from "../kit/words.js";
import { identityOf } from "../store/log.js";
import { storeWords } from "../store/why.js";
import { ATTEMPT_FORMAT } from "./attempt_file.js";
import { attemptIn } from "./attempt_reading.js";
import { bringRun } from "./exchange.js";
import { resultsIn } from "./results_file.js";

/** Takes a file in; `{ ok, words }` tells the reader what came of it. Of several results each good one is taken in. */
export async function importResults(store, file) {
  const found = resultsIn(await file.text());
  if (found.fault) return { ok: false, words: faultWords(found.fault, found.details) };
  const outcomes = [];
  for (const value of found.values) outcomes.push(await bring(store, value));
  if (outcomes.length === 1) return outcomes[0];
  const refusal = outcomes.find(({ ok }) => !ok);
  const done = outcomes.filter(({ ok }) => ok).length;
  if (!refusal) return { ok: true, words: tally("web.device.imported-results", done) };
  return { ok: false, words: say("web.device.imported-some", { done, count: outcomes.length, why: refusal.words }) };
}

async function bring(store, value) {
  if (value?.format === ATTEMPT_FORMAT) return bringAttempt(store, await attemptIn(value));
  const found = await evidenceIn(value);
  return found.fault === "foreign" ? { ok: false, words: say("web.device.foreign") } : bringRun(store, found);
}

async function bringAttempt(store, found) {
  if (found.fault) return { ok: false, words: faultWords(found.fault, found.details) };
  const { run, quiz, events } = found;
  const { quiz: sop, version, lang, title } = quiz;
  const own = { ...identityOf(run), kind: "quiz", sop, version, lang, title, label: "" };
  const result = await store.bring({ run: own, snapshot: quiz, events });
  if (!result.ok) return { ok: false, words: storeWords(result.why) };
  remember(QUIZZES_KEY, true);
  return { ok: true, words: tally("web.device.imported", result.added, { name: title }) };
}
