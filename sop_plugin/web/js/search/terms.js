/** The tokens and terms of a folded text, as `views/search/terms.py` cuts them. */

const HAN =
  "\\u2e80-\\u2fdf\\u3005\\u3007\\u3021-\\u3029\\u3038-\\u303b\\u3041-\\u3096\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff" +
  "\\u3105-\\u312f\\u31a0-\\u31bf\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const PART = `(?:(?![${HAN}])[\\p{L}\\p{N}])+`;
const JOINED = `${PART}(?:[-._/:@'’]${PART})*`;
const TOKENS = new RegExp(`([${HAN}]+)|(${JOINED})`, "gu");
const PARTS = new RegExp(PART, "gu");
const PART_HERE = new RegExp(PART, "uy");

const LETTER = /\p{L}/u;
const NUMBER = /(?:^|-)(\p{Nd}+(?:[.:/]\p{Nd}+)*)$/u;

/**
 * The tokens: `{run, counted, start, end}` for a run of Han characters, as an array of them, `counted` with the number
 * before its first one, if any; `{word, parts, whole, start, end}` for a word, `whole` the term of one that is joined.
 * Places are UTF-16 units.
 */
export function tokensOf(form) {
  const tokens = [];
  let number;
  let end = 0;
  for (const found of form.matchAll(TOKENS)) {
    const [, run, word] = found;
    const place = { start: found.index, end: found.index + found[0].length };
    if (run) {
      const chars = Array.from(run);
      const isCounted = number && /^ *$/.test(form.slice(end, place.start));
      tokens.push({ run: chars, counted: isCounted ? number + chars[0] : undefined, ...place });
      number = undefined;
    } else {
      tokens.push({ ...wordToken(word), ...place });
      number = word.match(NUMBER)?.[1];
      end = place.end;
    }
  }
  return tokens;
}

function wordToken(word) {
  const owned = /['’]/.test(word);
  const parts = word.match(PARTS);
  const stems = parts.filter((part) => !owned || part !== "s").map(stem);
  return { word, parts: stems, whole: parts.length > 1 && !owned ? stem(squeezed(word)) : undefined };
}

/** A word without the hyphens beside letters, as which one that is joined by marks is found. */
export function squeezed(word) {
  return word.replace(/-/g, (mark, at) => (LETTER.test(word[at - 1]) || LETTER.test(word[at + 1]) ? "" : mark));
}

/** The overlapping pairs of an array of Han characters. */
export function pairsOf(run) {
  return run.slice(1).map((char, at) => run[at] + char);
}

/** Every term of a folded text. */
export function termsOf(form) {
  return tokensOf(form).flatMap(({ run, counted, whole, parts }) => {
    if (run) return [...(counted ? [counted] : []), ...pairsOf(run), run.at(-1)];
    return whole ? [whole, ...parts] : parts;
  });
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

/** The English plural of a folded word. */
export function pluralOf(word) {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:ss|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
