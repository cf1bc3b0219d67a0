/**
 * How answers are scored, from 0, wrong, to 1, right: the same as `sop_plugin/model/scoring.py`, whose docstring says what
 * a response is. An answer is as `sop_plugin/views/quiz/answer_data.py` writes it.
 */

const EPSILON = 1e-9;

const END = "end";

const BLANK_CHARACTERS = /[ \t\n\r\v\f\u200b\u200c\u200d\u2060\ufeff]+/g;
const MARKS_AT_END = /[.,!?;:。，！？；：、]+$/;
const TYPED_NUMBER = /^([+-]?(?:[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|\.[0-9]+))(.*)$/s;

const SCORES = {
  choice: (answer, response) => (Array.isArray(response) ? choiceScore(answer, response) : 0),
  truth: (answer, response) => Number(response === answer.isTrue),
  order: (answer, response) => (Array.isArray(response) ? orderScore(answer, response) : 0),
  match: (answer, response) => (Array.isArray(response) ? matchScore(answer, response) : 0),
  number: (answer, response) => Number(typeof response === "string" && isNear(answer, response)),
  words: (answer, response) => Number(typeof response === "string" && isAccepted(answer, response)),
  blanks: (answer, response) => (Array.isArray(response) ? blanksScore(answer, response) : 0),
  scenario: (answer, response) => (Array.isArray(response) ? scenarioScore(answer, response) : 0),
};

/** How right a response is, 0 to 1. */
export function score(answer, response) {
  return answer ? SCORES[answer.kind](answer, response) : 0;
}

/** Whether a score is that of an answer with nothing wrong in it. */
export function isRight(one) {
  return one >= 1 - EPSILON;
}

/** The score of a whole quiz, 0 to 1, from `[score, points]` of each question; 0 where there are no points. */
export function total(pairs) {
  const counted = pairs.filter(([, points]) => points > 0);
  const whole = sum(counted.map(([, points]) => points));
  return whole ? sum(counted.map(([each, points]) => each * points)) / whole : 0;
}

/** Whether a quiz is passed. Four of five are 80 %, whatever binary fractions make of them. */
export function isPassed(whole, passMark) {
  return whole >= passMark - EPSILON;
}

/** What is compared of a typed answer: in NFKC and lower case, without white space and marks at its end. */
export function folded(text) {
  const plain = text.normalize("NFKC").toLowerCase().replace(BLANK_CHARACTERS, "");
  return plain.replace(MARKS_AT_END, "") || plain;
}

/**
 * The number that was typed, in the unit of the answer; null where it is none or its unit is not among `units`. What is
 * beyond every double is no number: it would be near to any other.
 */
export function numberIn(text, units) {
  const found = TYPED_NUMBER.exec(folded(text).replaceAll("−", "-"));
  if (!found) return null;
  const factor = found[2] ? units.find(([unit]) => unit === found[2])?.[1] : 1;
  const number = Number(found[1].replaceAll(",", "")) * factor;
  return Number.isFinite(number) ? number : null;
}

/** The scenes that choices pass, `[scene, choice]` each; it stops where the case ends or a choice leads nowhere. */
export function passedScenes({ scenes }, choices) {
  const passed = [];
  let scene = scenes[0];
  for (const number of choices) {
    const chosen = scene?.choices[number];
    if (!chosen) break;
    passed.push([scene, chosen]);
    scene = chosen.to === END ? undefined : sceneOf(scenes, chosen.to);
  }
  return passed;
}

/** Whether choices bring a case to its end: by a choice that ends it, or in a scene without choices. */
export function isCaseOver(answer, choices) {
  const passed = passedScenes(answer, choices);
  if (passed.length === 0 || passed.length < choices.length) return false;
  const { to } = passed.at(-1)[1];
  return to === END || sceneOf(answer.scenes, to)?.choices.length === 0;
}

/** The scene with an id, undefined for none. */
export function sceneOf(scenes, id) {
  return scenes.find((scene) => scene.id === id);
}

function sum(numbers) {
  return numbers.reduce((whole, each) => whole + each, 0);
}

/** Whether a response consists of different numbers of parts. */
function areNumbers(response, count) {
  return response.every((each) => isNumberBelow(each, count)) && new Set(response).size === response.length;
}

function isNumberBelow(value, count) {
  return Number.isInteger(value) && value >= 0 && value < count;
}

function choiceScore({ right, several }, chosen) {
  if (chosen.length === 0 || !areNumbers(chosen, right.length)) return 0;
  if (!several) return Number(chosen.length === 1 && right[chosen[0]]);
  const rights = right.filter(Boolean).length;
  const wrongs = right.length - rights;
  const hits = chosen.filter((number) => right[number]).length;
  const misses = chosen.length - hits;
  return rights ? Math.max(0, hits / rights - (wrongs ? misses / wrongs : 0)) : 0;
}

/** Kendall's tau, but not below 0. */
function orderScore({ count }, order) {
  if (count < 2 || order.length < count || !areNumbers(order, count)) return 0;
  let inversions = 0;
  for (let one = 0; one < count; one += 1) {
    for (let other = one + 1; other < count; other += 1) inversions += Number(order[one] > order[other]);
  }
  return Math.max(0, 1 - (2 * inversions) / ((count * (count - 1)) / 2));
}

function matchScore({ rights }, response) {
  if (rights.length === 0 || response.length !== rights.length) return 0;
  return rights.filter((right, place) => response[place] === right).length / rights.length;
}

function isNear({ value, tolerance, units }, response) {
  const number = numberIn(response, units);
  if (number === null) return false;
  const slack = EPSILON * Math.max(1, Math.abs(value), Math.abs(number));
  return Math.abs(number - value) <= tolerance + slack;
}

function isAccepted({ accepted }, response) {
  const typed = folded(response);
  return typed !== "" && accepted.some((each) => folded(each) === typed);
}

function blanksScore({ blanks }, response) {
  if (blanks.length === 0 || response.length !== blanks.length) return 0;
  return sum(blanks.map((blank, place) => score(blank, response[place]))) / blanks.length;
}

function scenarioScore(answer, choices) {
  if (!choices.every(Number.isInteger) || !isCaseOver(answer, choices)) return 0;
  const passed = passedScenes(answer, choices);
  const best = sum(passed.map(([scene]) => Math.max(0, ...scene.choices.map((choice) => choice.points))));
  const made = sum(passed.map(([, chosen]) => chosen.points));
  return best > 0 ? Math.min(1, Math.max(0, made / best)) : 0;
}
