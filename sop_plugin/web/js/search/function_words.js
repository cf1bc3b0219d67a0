/** Words of a question that say how it is asked, not what is sought: they count little, and nobody misses them. */

const WORDS = new Set(
  (
    "a an and any are at be by can could do does for from have how i if in is it me my need of on or our please should so that " +
    "the their there this to want was we what when where which who why will with would you your"
  ).split(" "),
);

const PAIRS = /[怎么吗呢]|如何|请问|是否|可以|需要|应该|我要|我想|要如|时候|多久|哪里|哪些/u;

/** Characters that join words: a pair with one of them mostly lies across two words, and is rare without meaning much. */
const JOINING = /[的了吗呢吧我你您他她们要想把被会能很就都也跟和与没]/u;

/** How much of its weight a word or pair keeps that says how it is asked. */
export const LITTLE = 0.1;

/** How much of its weight a pair keeps that lies across two words. */
const ACROSS = 0.3;

export function isFunctionWord(word) {
  return WORDS.has(word);
}

/**
 * How much of their weight the pairs of a run of Han characters, folded, keep. `counts` is how many entries have each:
 * where two words meet, such as 刪除 and 檔案, the pair between them is rarer than both.
 */
export function weightsOfPairs(pairs, counts) {
  return pairs.map((pair, at) => {
    if (PAIRS.test(pair)) return LITTLE;
    const isSeam = counts[at] < counts[at - 1] && counts[at] < counts[at + 1];
    return isSeam || JOINING.test(pair) ? ACROSS : 1;
  });
}
