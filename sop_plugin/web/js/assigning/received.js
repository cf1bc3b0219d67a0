/**
 * Assignments that this device was given, kept like runs of checklists: of the kind "assigned", with the assignment as the
 * copy, and the events
 *     received    by: whose it is, as far as that is known
 *     named       by: somebody typed the name, or another one
 *     returned    the results were given back
 */

import { freshId } from "../kit/ids.js";
import { assignmentIn } from "./assignment.js";
import { foldedName } from "./people.js";

export const RECEIVED = "assigned";

/** Keeps an assignment; what `store.create` gives. `address` is that of the page that shows it. */
export function receive(store, assignment, { address, lang }, by) {
  const run = { id: freshId(), kind: RECEIVED, sop: assignment.id, version: "", lang, title: assignment.title, label: "", address };
  const event = { id: freshId(), at: Date.now(), type: "received", by };
  return store.create(run, assignment, event);
}

/** All that is kept, the newest first: `{header, assignment, name, returned}`. Fails with a StoreFailure. */
export async function receivedOf(store) {
  const headers = (await store.runs()).filter(({ kind }) => kind === RECEIVED);
  const found = await Promise.all(
    headers.map(async ({ id }) => {
      const header = await store.run(id);
      const events = header ? await store.events(id) : [];
      const assignment = assignmentIn(header?.snapshot);
      if (!assignment || events.length === 0) return null; // another tab deleted it meanwhile
      const named = events.findLast(({ by, nameRemoved }) => by && !nameRemoved);
      const returned = events.findLast(({ type }) => type === "returned");
      return { header, assignment, name: named?.by ?? "", returned: returned?.at ?? null };
    }),
  );
  return found.filter(Boolean).sort((one, other) => other.header.started - one.header.started);
}

/** Whose this device is: the name under which all its assignments were given; "" where there is none, or several. */
export function nameOfDevice(received) {
  const names = new Map(received.filter(({ name }) => name).map(({ name }) => [foldedName(name), name]));
  return names.size === 1 ? [...names.values()][0] : "";
}
