/** One text for one value, whatever the order in which its parts were written: what a digest is taken of. */

/** JSON without spaces, the keys of every object sorted, and what is undefined left out. */
export function canonical(value) {
  return JSON.stringify(value, (_name, part) => {
    if (part === null || typeof part !== "object" || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
