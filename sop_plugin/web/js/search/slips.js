/** Words that a word may have been meant for: one letter too many, too few, another, or two in the wrong order. */

export const FEWEST_LETTERS = 5;

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
