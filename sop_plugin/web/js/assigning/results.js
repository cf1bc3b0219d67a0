/** What was read and tried, as an assignment looks at it (progress.js tells of its form). */

import { isText } from "../flow/shapes.js";
import { attemptOf, hasPassed, wholeScore } from "../quiz/attempt.js";

/** The result of a confirmation that a version was read, from its file or from the store; null where it is none. */
export function readResult(id, { sop, title, version }, events) {
  const read = events.find(({ type }) => type === "read");
  if (!read || !Number.isFinite(read.at)) return null;
  return { id, kind: "read", subject: sop, title, version, people: peopleOf([read]), ended: read.at, score: null, passed: null };
}

/** The result of an attempt at a quiz; null while it is not finished. */
export function quizResult(id, quiz, events) {
  const state = attemptOf(quiz, events);
  if (!state.finished) return null;
  const passed = state.about === "whole" ? hasPassed(state) : null;
  const people = peopleOf(events.filter(({ type }) => type === "signed"));
  return { id, kind: "quiz", subject: quiz.quiz, title: quiz.title, version: quiz.version, people, ended: state.finished.at, score: wholeScore(state), passed };
}

function peopleOf(events) {
  return [...new Set(events.filter(({ by, nameRemoved }) => isText(by) && by.trim() && !nameRemoved).map(({ by }) => by))];
}
