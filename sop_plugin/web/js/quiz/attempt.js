/**
 * How an attempt at a quiz stands, from what happened in it. Everything is in its events and in the copy of the quiz that
 * it began on, as `sop_plugin/views/quiz/quiz_data.py` writes it.
 *
 *     started    seed, asked [key], about ("whole", or "due" for what is to be repeated)
 *     answered   question, response; null stands for "I do not know"
 *     hinted     question: its hint was read
 *     finished   why ("done" or "time"), score, passed: as they were told
 *     signed     by: the name on the certificate
 *     abandoned  its questions had changed, so that it could not go on
 *
 * An answer that is told at once is for good; one that is told at the end may be given anew.
 */

import { chanceOf, disordered, shuffled } from "./chance.js";
import { isPassed, score, total } from "./scoring.js";

/** The attempt after its events. */
export function attemptOf(quiz, events) {
  const [start] = events;
  const questions = new Map(quiz.questions.map((question) => [question.key, question]));
  const state = {
    quiz,
    seed: start.seed,
    about: start.about,
    started: start.at,
    questions,
    asked: orderOf(quiz, start),
    answers: new Map(),
    hints: new Set(),
    finished: null,
    signed: null,
    isAbandoned: false,
  };
  for (const event of events) happened(state, event);
  return state;
}

function happened(state, event) {
  const { type, question } = event;
  if (type === "signed") state.signed = event;
  if (type === "abandoned") state.isAbandoned = true;
  if (state.finished) return;
  if (type === "hinted") state.hints.add(question);
  else if (type === "finished") state.finished = event;
  else if (type === "answered" && mayAnswer(state, question)) {
    state.answers.set(question, { response: event.response, at: event.at });
  }
}

function orderOf(quiz, { seed, asked }) {
  return quiz.shuffle ? shuffled(asked, chanceOf(`${seed} order`)) : asked;
}

/** Whether a question of the attempt may still be answered. */
export function mayAnswer(state, key) {
  const isOpen = !state.answers.has(key) || state.quiz.feedback === "at-end";
  return !state.finished && isOpen && state.asked.includes(key);
}

/** In which order the parts of a question are shown: of numbers of options, items or choices. */
export function partsInOrder({ seed, quiz }, { key, answer, shuffle }) {
  const chance = chanceOf(`${seed} ${key}`);
  if (answer.kind === "order") return disordered(answer.count, chance);
  if (answer.kind === "match") return shuffled(numbersTo(answer.choices), chance);
  const numbers = numbersTo(answer.kind === "choice" ? answer.right.length : 0);
  return quiz.shuffle && shuffle ? shuffled(numbers, chance) : numbers;
}

/** The same for the choices of a scene. */
export function choicesInOrder({ seed, quiz }, { key, shuffle }, scene) {
  const numbers = numbersTo(scene.choices.length);
  return quiz.shuffle && shuffle ? shuffled(numbers, chanceOf(`${seed} ${key} ${scene.id}`)) : numbers;
}

function numbersTo(count) {
  return Array.from({ length: count }, (_, number) => number);
}

/** The score of one question, 0 where it was not answered. */
export function scoreOf(state, key) {
  return score(state.questions.get(key).answer, state.answers.get(key)?.response ?? null);
}

/** The score of the whole, 0 to 1. */
export function wholeScore(state) {
  return total(state.asked.map((key) => [scoreOf(state, key), state.questions.get(key).points]));
}

/** Whether the attempt has what the quiz asks for. */
export function hasPassed(state) {
  return isPassed(wholeScore(state), state.quiz.passMark);
}

/** The moment, in ms, at which time is up; null for no limit. What is repeated is not timed. */
export function deadlineOf(state) {
  const seconds = state.quiz.timeLimit;
  return seconds && state.about === "whole" ? state.started + seconds * 1000 : null;
}

/** The first question from `from` on that has no answer, going round; null where all have one. */
export function nextOpen(state, from = 0) {
  const places = state.asked.map((_, step) => (from + step) % state.asked.length);
  return places.find((place) => !state.answers.has(state.asked[place])) ?? null;
}

/** Whether all that an attempt asks stands on the page as it did when it began. */
export function isCurrent(state, page) {
  const prints = new Map(page.questions.map((question) => [question.key, question.print]));
  return state.asked.every((key) => state.questions.has(key) && prints.get(key) === state.questions.get(key).print);
}

/** The addresses of the places covered by the attempt's questions that are not any more what they were. */
export function changedPlaces(state, page) {
  const covered = new Set(state.asked.flatMap((key) => state.questions.get(key)?.tests ?? []));
  return [...covered].filter((place) => page.places[place]?.print !== state.quiz.places[place]?.print);
}
