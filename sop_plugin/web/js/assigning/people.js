/** Names of people, typed or pasted from wherever they are listed. */

const BETWEEN = /[\n\t,，、;；]/;
/** What stands between names. A blank does not: names have blanks in them. */

const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/g;

/**
 * The names in a text as `{names, repeated}`: each once, in the order in which they come, and those that come again.
 *
 * A name in quotes, as spreadsheets write one, may hold commas and line ends.
 */
export function peopleIn(text) {
  const found = new Map();
  const repeated = new Map();
  for (const part of partsOf(text.replace(/\r\n?/g, "\n").replace(INVISIBLE, ""))) {
    const name = part.replace(/\s+/gu, " ").trim();
    if (!name) continue;
    const key = foldedName(name);
    if (found.has(key)) repeated.set(key, name);
    else found.set(key, name);
  }
  return { names: [...found.values()], repeated: [...repeated.values()] };
}

/** What is compared of a name: without regard to case and to the width of characters, single blanks between its parts. */
export function foldedName(name) {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

function partsOf(text) {
  const parts = [];
  let rest = text;
  while (rest) {
    const quoted = /^[^\S\n\t]*"((?:[^"]|"")*)"[^\S\n\t]*(?=[\n\t,，、;；]|$)/u.exec(rest);
    const end = quoted ? quoted[0].length : rest.search(BETWEEN);
    const until = end < 0 ? rest.length : end;
    parts.push(quoted ? quoted[1].replaceAll('""', '"') : rest.slice(0, until));
    rest = rest.slice(until + 1);
  }
  return parts;
}
