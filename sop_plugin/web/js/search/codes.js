/** Whole numbers as text: see `views/search/codes.py`. */

const LAST = 48;
const MORE = 43;

/** The numbers, below 2 ** 32, that stand in a text from one place to another. */
export function decoded(text, from = 0, to = text.length) {
  const numbers = new Uint32Array(to - from); // each takes a character or more
  let count = 0;
  let number = 0;
  let factor = 1;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const digit = code - (code < 92 ? 35 : 36);
    if (digit < LAST) {
      numbers[count] = number + digit * factor;
      count += 1;
      number = 0;
      factor = 1;
    } else {
      number += (digit - LAST) * factor + LAST * factor;
      factor *= MORE;
    }
  }
  return numbers.subarray(0, count);
}

/** Ascending numbers from how many are left out and how many follow each other, in turn. */
export function fromRuns(runs) {
  const numbers = [];
  let at = 0;
  for (let turn = 0; turn < runs.length; turn += 2) {
    at += runs[turn];
    for (let more = 0; more < runs[turn + 1]; more += 1, at += 1) numbers.push(at);
  }
  return numbers;
}

/** Ascending numbers from their gaps. */
export function ascending(gaps) {
  let following = 0;
  return gaps.map((gap) => {
    following += gap + 1;
    return following - 1;
  });
}
