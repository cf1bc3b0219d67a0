/** Names of people in events: where they stand, and how they are taken out without changing what happened. */

import { say } from "../kit/words.js";

/** The names in an event that have not been taken out. `snapshot` tells which answers are signatures. */
export function namesOf(event, snapshot) {
  if (event.nameRemoved) return [];
  return placesOf(event, snapshot).map((place) => event[place]);
}

/** The event with words in the place of each name; the same object where it has none. */
export function withoutNames(event, snapshot) {
  if (event.nameRemoved) return event;
  const places = placesOf(event, snapshot);
  if (!places.length) return event;
  const removed = say("web.store.name-removed");
  return { ...event, ...Object.fromEntries(places.map((place) => [place, removed])), nameRemoved: true };
}

/** `by` of any event, `name` of whoever takes over, and the value of a signature. */
function placesOf(event, snapshot) {
  const places = ["by", "name"].filter((place) => typeof event[place] === "string" && event[place]);
  if (event.type === "set" && typeof event.value === "string" && event.value && isSignature(event, snapshot)) {
    places.push("value");
  }
  return places;
}

function isSignature(event, snapshot) {
  const node = snapshot?.nodes?.[event.node] ?? snapshot?.nodes?.find((each) => each.id === event.node);
  const own = [...(node?.items ?? []), ...(node?.exceptions ?? []).flatMap((exception) => exception.items ?? [])];
  return own.find((item) => item.id === event.item)?.kind === "signature";
}
