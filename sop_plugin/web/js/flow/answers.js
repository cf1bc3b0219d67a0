/** What was filled in: whether it is an answer, within its range, and what conditions make of it. */

/** The number that somebody typed, with whatever digits, sign and decimal mark of their keyboard; NaN where it is none. */
export function numberOf(typed) {
  if (typeof typed === "number") return Number.isFinite(typed) ? typed : NaN;
  if (typeof typed !== "string") return NaN;
  const plain = typed
    .normalize("NFKC")
    .replace(/[\s\u00a0\u202f']/g, "")
    .replace(/^[−–‐]/, "-");
  const decimal = /^[+-]?\d+,\d+$/.test(plain) && !/,\d{3}$/.test(plain) ? plain.replace(",", ".") : plain;
  const joined = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(decimal) ? decimal.replaceAll(",", "") : decimal;
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(joined) ? Number(joined) : NaN;
}

/** Where a number lies among bounds: "in", "low" or "high". */
export function verdictOf(bounds, number) {
  const { low, high, lowOpen, highOpen } = bounds;
  if (low !== undefined && (lowOpen ? number <= low : number < low)) return "low";
  if (high !== undefined && (highOpen ? number >= high : number > high)) return "high";
  return "in";
}

/** What is to be said of an answer to a number: "in", "low", "high", "no-number", or nothing for all else. */
export function verdict(item, value) {
  if (item.kind !== "number" || isBlank(value)) return null;
  const number = numberOf(value);
  return Number.isNaN(number) ? "no-number" : verdictOf(item, number);
}

/** Whether an answer is one: a tick that is set, a number that is a number, anything that is not blank. */
export function isAnswer(item, value) {
  if (isBlank(value)) return false;
  if (item.kind === "tick") return value === true;
  if (item.kind === "number") return !Number.isNaN(numberOf(value));
  return true;
}

function isBlank(value) {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

/**
 * Whether a test holds: true, false, or null where only a person can tell.
 *
 * `answers` are the latest ones by field.
 */
export function holds(test, answers) {
  if (!test) return null;
  if (test.amount !== undefined) {
    const number = numberOf(answers.get(test.amount));
    return Number.isNaN(number) ? null : verdictOf(test, number) === "in";
  }
  if (test.any) return either(test.any, answers);
  if (test.none) return opposite(either(test.none, answers));
  if (test.all) return opposite(either(test.all, answers, opposite));
  return null;
}

function either(tests, answers, turned = (found) => found) {
  const found = tests.map((test) => turned(holds(test, answers)));
  if (found.includes(true)) return true;
  return found.includes(null) ? null : false;
}

function opposite(found) {
  return found === null ? null : !found;
}

/** Whether a test asks for a field. */
export function asksFor(test, field) {
  if (!test || !field) return false;
  if (test.amount !== undefined) return test.amount === field;
  return [...(test.any ?? []), ...(test.all ?? []), ...(test.none ?? [])].some((part) => asksFor(part, field));
}
