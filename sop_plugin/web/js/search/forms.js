/** Other forms of what was written: of an English word, of words written as one or apart, of a number in Chinese. */

const ENDING = /(?:ing|ed|ers?|ions?|ments?|ly|e)$/;
const ENDINGS = "(?:e|es|s|d|ed|ing|ers?|ors?|ions?|ments?|ly)?";

/** The shortest word of which other forms are looked for, without its ending. */
const SHORTEST = 4;

/** Words of so many letters at most are written as one or apart: log in, login. */
const LONGEST_JOINED = 12;

/**
 * How the forms of an English word begin, and what tells whether another word is one of them: print, printed, printing.
 * Undefined for a word that is too short to tell.
 */
export function formsOf(word) {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return undefined;
  const bare = word.replace(ENDING, "");
  const root = bare.length < SHORTEST ? word : bare.replace(/([bdfgmnprt])\1$/, "$1");
  const last = root.at(-1);
  const isForm = new RegExp(`^${root}${last}?${ENDINGS}$`);
  return { root, isForm: (other) => isForm.test(other) };
}

/** The two words, or a number and its unit, as one where people write them so, else undefined. */
export function joinedWord(one, other) {
  const word = one + other;
  if (AMOUNT.test(word) && /^\d+$/.test(one)) return word;
  const isUsual = one.length > 1 && other.length > 1 && word.length <= LONGEST_JOINED;
  return isUsual && /^[a-z]+$/.test(word) ? word : undefined;
}

/** The two words that a verb with its particle may be written as: log out for logout. Undefined for another word. */
export function wordsApart(word) {
  return word.match(/^([a-z]{3,})(in|on|up|out|off|over|down|back)$/)?.slice(1);
}

/** A number with its unit, a short one, behind it. */
const AMOUNT = /^(\d+)([a-z]{1,3})$/;

/** A number and its unit that were written as one: 240 ml for 240ml. Undefined for another word. */
export function amountApart(word) {
  return word.match(AMOUNT)?.slice(1);
}

const DIGITS = "〇一二三四五六七八九";

/** A number from 1 to 99 in Chinese, undefined for another. */
export function numberInChinese(digits) {
  const number = Number(digits);
  if (!/^\d{1,2}$/.test(digits) || number < 1) return undefined;
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? DIGITS[tens] : ""}${tens ? "十" : ""}${ones ? DIGITS[ones] : ""}`;
}

/** The digits of a number from 1 to 99 with which folded Chinese begins and the characters that it takes, else undefined. */
export function numberFromChinese(text) {
  const [said, tens, ten, ones] = text.match(/^([二三四五六七八九])?(十)?([一二三四五六七八九两])?/);
  if (!said || (tens && ones && !ten)) return undefined;
  const figure = (char) => (char === "两" ? 2 : DIGITS.indexOf(char));
  const count = ten ? 10 * (tens ? figure(tens) : 1) + (ones ? figure(ones) : 0) : figure(tens ?? ones);
  return { digits: String(count), length: said.length };
}
