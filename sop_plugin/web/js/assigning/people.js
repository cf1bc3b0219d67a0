/** Names of people, compared as people mean them. */

/** What is compared of a name: without regard to case and to the width of characters, single blanks between its parts. */
export function foldedName(name) {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/** Each of some names once, as `{names, repeated}`, in the order in which they come; blank ones are left out. */
export function distinct(all) {
  const found = new Map();
  const repeated = new Map();
  for (const text of all) {
    const name = text.replace(/\s+/gu, " ").trim();
    const key = foldedName(name);
    if (key) (found.has(key) ? repeated : found).set(key, name);
  }
  return { names: [...found.values()], repeated: [...repeated.values()] };
}
