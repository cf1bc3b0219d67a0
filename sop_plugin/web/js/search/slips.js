/** Words that a word may have been meant for: one letter too many, too few, another, or two in the wrong order. */

import { pluralOf } from "./terms.js";

export const FEWEST_LETTERS = 5;

/** The words of these lengths may have been meant: a plural is indexed without its ending, which has up to two letters more. */
export const lengthsAround = (length) => [-3, -2, -1, 0, 1].map((more) => length + more);

/** Whether what was written is a slip for an indexed word, or for its plural. */
export function mayMean(written, word) {
  return isOneSlip(written, word) || isOneSlip(written, pluralOf(word));
}

/** Whether one word becomes the other by one slip. */
export function isOneSlip(word, other) {
  if (Math.abs(word.length - other.length) > 1 || word === other) return false;
  let from = 0;
  while (from < word.length && word[from] === other[from]) from += 1;
  const rest = word.slice(from);
  const others = other.slice(from);
  return (
    rest.slice(1) === others.slice(1) ||
    rest === others.slice(1) ||
    rest.slice(1) === others ||
    (rest[0] === others[1] && rest[1] === others[0] && rest.slice(2) === others.slice(2))
  );
}
