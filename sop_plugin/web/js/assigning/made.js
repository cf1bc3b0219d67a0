/**
 * Assignments that were made on this device, kept like runs of checklists: of the kind "assignment", with the assignment
 * as the copy, and the events
 *     made
 *     listed      name: somebody who is to do it
 *     came-back   name, result (progress.js): what came back from somebody; its id is that of the result, so that the same
 *                 file again adds nothing
 *
 * Names of people stand in events alone, where they are found, listed and deleted like all others on the device.
 */

import { freshId } from "../kit/ids.js";
import { assignmentIn } from "./assignment.js";
import { foldedName } from "./people.js";
import { progressOf, resultsFor } from "./progress.js";
import { finderIn } from "./roster.js";

export const MADE = "assignment";

/** Keeps an assignment with its people; what `store.bring` gives. */
export function keepMade(store, assignment, names, { address, lang }) {
  const run = { id: assignment.id, kind: MADE, sop: assignment.id, version: "", lang, title: assignment.title, label: "", address };
  const first = { id: `made-${assignment.id}`, at: Date.now(), type: "made" };
  return store.bring({ run, snapshot: assignment, events: [first, ...names.map(listedEvent)] });
}

/** Adds people to an assignment. */
export function addPeople(store, { header, assignment }, names) {
  return store.bring({ run: header, snapshot: assignment, events: names.map(listedEvent) });
}

function listedEvent(name) {
  return { id: freshId(), at: Date.now(), type: "listed", name };
}

/** Keeps what came back for an assignment: one event a result and person. `added` of what it gives counts the new ones. */
export function keepReturned(store, { header, assignment }, results) {
  const events = results.flatMap(({ people, title: _, ...result }) =>
    people.map((name, place) => ({ id: `back-${result.id}-${place}`, at: Date.now(), type: "came-back", name, result })),
  );
  return store.bring({ run: header, snapshot: assignment, events });
}

/** All that are kept, the newest first: `{header, assignment, people, returned, nameless}`. Fails with a StoreFailure. */
export async function madeOf(store) {
  const headers = (await store.runs()).filter(({ kind }) => kind === MADE);
  const found = await Promise.all(headers.map(({ id }) => madeWith(store, id)));
  return found.filter(Boolean).sort((one, other) => other.assignment.made - one.assignment.made);
}

/** One of them, null where it is not there. Fails with a StoreFailure. */
export async function madeWith(store, id) {
  const header = await store.run(id);
  const assignment = header?.kind === MADE ? assignmentIn(header.snapshot) : null;
  if (!assignment) return null;
  const events = await store.events(id);
  const named = events.filter(({ name, nameRemoved }) => name && !nameRemoved);
  return {
    header,
    assignment,
    people: named.filter(({ type }) => type === "listed").map(({ name }) => name),
    returned: named.filter(({ type }) => type === "came-back").map(({ name, result }) => ({ ...result, people: [name] })),
    nameless: events.filter(({ type, nameRemoved }) => type === "listed" && nameRemoved).length,
  };
}

/**
 * Where each person stands, in the order of the list, then those who sent something without standing in it:
 * `{name, isListed, progress}`. Who is meant by a name says roster.js.
 */
export function standings({ assignment, people, returned }, presentId) {
  const counted = resultsFor(assignment, returned, presentId);
  const listed = new Map(people.map((name) => [foldedName(name), { name, isListed: true, results: [] }]));
  const find = finderIn(people);
  for (const result of counted) {
    const [name] = result.people;
    const key = foldedName(find(name) ?? name);
    if (!listed.has(key)) listed.set(key, { name, isListed: false, results: [] });
    listed.get(key).results.push(result);
  }
  return [...listed.values()].map(({ results, ...person }) => ({ ...person, progress: progressOf(assignment, results, presentId) }));
}
