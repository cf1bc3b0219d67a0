/** The way that was actually taken, which the browser keeps with each entry of its history. */

const LONGEST = 200; // places; a browser refuses entries that are too large

/** A trail with one more place at its end. */
export function wentOn(trail, place) {
  return [...trail, place].slice(-LONGEST);
}

/** The trail that an entry of the history holds. Whoever came by a link has only the place itself. */
export function trailIn(state, place) {
  const kept = state?.floor;
  const isSound = Array.isArray(kept) && kept.every((one) => typeof one === "string") && kept.at(-1) === place;
  return isSound ? kept : [place];
}
