/** What was done on this device of what was assigned. */

import { isSound } from "../quiz/history.js";
import { foldedName } from "./people.js";
import { quizResult, readResult } from "./results.js";

/** The names of all that assignments ask for, each a key of a kind and an id, with its present id, null for what is gone. */
export function presentIds(received, presentId) {
  const tasks = received.flatMap(({ assignment }) => assignment.tasks);
  return Object.fromEntries(tasks.map(({ kind, id }) => [`${kind} ${id}`, presentId(kind, id)]));
}

/** What was read and tried on this device of what presentIds() lists. Fails with a StoreFailure. */
export async function resultsHere(store, ids, presentId) {
  const asked = new Set(Object.entries(ids).flatMap(([key, now]) => (now === null ? [key] : [key, `${key.split(" ")[0]} ${now}`])));
  const isMeant = (kind, id) => asked.has(`${kind} ${id}`) || asked.has(`${kind} ${presentId(kind, id)}`);
  const headers = (await store.runs()).filter(({ kind, sop }) => (kind === "read" || kind === "quiz") && isMeant(kind, sop));
  const results = await Promise.all(headers.map((header) => resultHere(store, header)));
  return results.filter(Boolean);
}

async function resultHere(store, { id, kind }) {
  const snapshot = (await store.run(id))?.snapshot;
  const events = snapshot ? await store.events(id) : [];
  if (kind === "read") return snapshot ? readResult(id, snapshot, events) : null;
  return isSound(snapshot, events) ? quizResult(id, snapshot, events) : null;
}

/** The results that are of somebody: under that name, and those without one. With no name, all. */
export function ownResults(results, name) {
  const own = foldedName(name);
  return own ? results.filter(({ people }) => people.length === 0 || people.some((each) => foldedName(each) === own)) : results;
}
