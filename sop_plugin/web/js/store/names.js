/** Names of people in events: where they stand, and how they are taken out without changing what happened. */

import { say } from "../kit/words.js";

/** The ids of the items of a checklist that are signed; its answers to them are names. */
export function signedItems(snapshot) {
  const holders = [...(snapshot?.nodes ?? []), ...(snapshot?.edges ?? [])];
  const items = holders.flatMap((each) => [each, ...(each.exceptions ?? [])]).flatMap((each) => each.items ?? []);
  return new Set(items.filter((item) => item.kind === "signature").map((item) => item.id));
}

/** The names in an event that have not been taken out. */
export function namesOf(event, signed) {
  if (event.nameRemoved) return [];
  return placesOf(event, signed).map((place) => event[place]);
}

/** The event with words in the place of each name; the same object where it has none. */
export function withoutNames(event, signed) {
  if (event.nameRemoved) return event;
  const places = placesOf(event, signed);
  if (!places.length) return event;
  const removed = say("web.store.name-removed");
  return { ...event, ...Object.fromEntries(places.map((place) => [place, removed])), nameRemoved: true };
}

/** `by` of any event, `name` of whoever takes over, and the value of a signature. */
function placesOf(event, signed) {
  const places = ["by", "name"];
  if (event.type === "set" && signed.has(event.item)) places.push("value");
  return places.filter((place) => typeof event[place] === "string" && event[place]);
}
