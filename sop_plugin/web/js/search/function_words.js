/** Words of a question that say how it is asked, not what is sought: they count little, and nobody misses them. */

const WORDS = new Set(
  (
    "a an and any are at be by can could do does for from have how i if in is it me my need of on or our please should so that " +
    "the their there this to want was we what when where which who why will with would you your"
  ).split(" "),
);

const PAIRS = /[怎么吗呢]|如何|请问|是否|可以|需要|应该|我要|我想|要如/u;

/** How much of its weight such a word or pair keeps. */
export const LITTLE = 0.1;

export function isFunctionWord(word) {
  return WORDS.has(word);
}

/** Whether a pair of Han characters, folded, is of a way to ask. */
export function isFunctionPair(pair) {
  return PAIRS.test(pair);
}
