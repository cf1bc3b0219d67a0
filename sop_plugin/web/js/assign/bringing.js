/** Files that are brought to the trainer's page: results that came back, and assignments of another device. */

import { ASSIGNMENT_FORMAT, readAssignmentFile } from "../assigning/assignment_file.js";
import { titleOfAssignment } from "../assigning/due_words.js";
import { keepMade, keepReturned, madeOf } from "../assigning/made.js";
import { resultsFor } from "../assigning/progress.js";
import { returnedIn } from "../assigning/returned_files.js";
import { faultWords } from "../flow/evidence_words.js";
import { parsed } from "../flow/unsealed.js";
import { say, tally } from "../kit/words.js";
import { storeWords } from "../store/why.js";

/** Takes a text in; `{ok, words}` tells what came of it. Fails with a StoreFailure. `place` is `{address, lang}` of the page. */
export async function bringText(store, text, assignable, place) {
  const { value } = parsed(text);
  return value?.format === ASSIGNMENT_FORMAT ? bringAssignment(store, value, place) : bringReturned(store, text, assignable);
}

async function bringAssignment(store, value, place) {
  const { assignment, people, fault, details } = readAssignmentFile(value);
  if (fault) return { ok: false, words: faultWords(fault, details) };
  const known = (await madeOf(store)).some((each) => each.assignment.id === assignment.id);
  if (known) return { ok: true, words: say("web.assign.there-already", { title: titleOfAssignment(assignment) }) };
  const result = await keepMade(store, assignment, people, place);
  return result.ok ? { ok: true, words: say("web.assign.brought", { title: titleOfAssignment(assignment) }) } : { ok: false, words: storeWords(result.why) };
}

/** Each result goes to every assignment that asks for it, or to the one that its file was returned for. */
async function bringReturned(store, text, assignable) {
  const { results, assignment, faults, nameless } = await returnedIn(text);
  const made = await madeOf(store);
  const meant = made.filter((each) => each.assignment.id === assignment);
  const words = [];
  for (const kept of meant.length > 0 ? meant : made) {
    const counted = resultsFor(kept.assignment, results, assignable.presentId);
    if (counted.length === 0) continue;
    const result = await keepReturned(store, kept, counted);
    if (!result.ok) return { ok: false, words: storeWords(result.why) };
    const people = [...new Set(counted.flatMap((each) => each.people))].join(say("web.assigned.and"));
    const values = { people, title: titleOfAssignment(kept.assignment) };
    words.push(result.added > 0 ? tally("web.assign.taken", result.added, values) : say("web.assign.taken-already", values));
  }
  if (nameless > 0) words.push(tally("web.assign.nameless", nameless));
  words.push(...new Set(faults));
  if (words.length === 0) words.push(say("web.assign.not-asked"));
  return { ok: faults.length === 0, words: words.join(" ") };
}
