/** The tokens and terms of a folded text, as `views/search/terms.py` cuts them. */

const HAN =
  "\\u2e80-\\u2fdf\\u3005\\u3007\\u3021-\\u3029\\u3038-\\u303b\\u3041-\\u3096\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff" +
  "\\u3105-\\u312f\\u31a0-\\u31bf\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const PART = `(?:(?![${HAN}])[\\p{L}\\p{N}])+`;
const JOINED = `${PART}(?:[-._/:@'’]${PART})*`;
const TOKENS = new RegExp(`([${HAN}]+)|(${JOINED})`, "gu");
const PARTS = new RegExp(PART, "gu");
const PART_HERE = new RegExp(PART, "uy");

/**
 * The tokens: `{run, start, end}` for a run of Han characters, as an array of them, `{word, parts, start, end}` for a
 * word, `whole` where it is found as it is, too. Places are UTF-16 units.
 */
export function tokensOf(form) {
  const tokens = [];
  for (const found of form.matchAll(TOKENS)) {
    const [, run, word] = found;
    const place = { start: found.index, end: found.index + found[0].length };
    if (run) {
      tokens.push({ run: Array.from(run), ...place });
      continue;
    }
    const owned = /['’]/.test(word);
    const parts = word.match(PARTS);
    const stems = parts.filter((part) => !owned || part !== "s").map(stem);
    tokens.push({ word, parts: stems, whole: parts.length > 1 && !owned, ...place });
  }
  return tokens;
}

/** The overlapping pairs of an array of Han characters. */
export function pairsOf(run) {
  return run.slice(1).map((char, at) => run[at] + char);
}

/** Every term of a folded text. */
export function termsOf(form) {
  return tokensOf(form).flatMap(({ run, word, whole, parts }) =>
    run ? [...pairsOf(run), run.at(-1)] : whole ? [word, ...parts] : parts,
  );
}

/** The word, or the part of one, that goes on from a place of a folded text; "" where there is none. */
export function wordFrom(form, at) {
  PART_HERE.lastIndex = at;
  return PART_HERE.exec(form)?.[0] ?? "";
}

/** A folded word without the ending of an English plural. */
export function stem(word) {
  if (word.length < 4 || !/^[a-z]*[^siu]s$/.test(word) || !/^[a-z]+$/.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.slice(0, /(?:ss|x|z|ch|sh)es$/.test(word) ? -2 : -1);
}
