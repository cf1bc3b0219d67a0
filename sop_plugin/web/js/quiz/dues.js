/** Which quizzes are due on this device: what was missed in them, and what was passed so long ago that it is to be refreshed. */

import { hasPassed } from "./attempt.js";
import { resultsOf } from "./history.js";
import { dayOf, dueAt, spaced } from "./spacing.js";

/**
 * The quizzes with something due at a moment, each `{header, missed, isToRefresh}`: the header of its last attempt, how
 * many of its questions are due, and whether the whole is. Those that are longest due come first.
 */
export function duesOf(attempts, now) {
  const quizzes = new Map();
  for (const each of attempts) quizzes.set(each.header.sop, [...(quizzes.get(each.header.sop) ?? []), each]);
  const dues = [...quizzes.values()].map((ofQuiz) => dueOf(ofQuiz, now)).filter(({ missed, isToRefresh }) => missed > 0 || isToRefresh);
  return dues.sort((one, other) => one.since - other.since);
}

function dueOf(attempts, now) {
  const { header, state } = attempts.at(-1);
  const isAsked = ({ key, print }) => state.questions.get(key)?.print === print;
  const spacedOut = spaced(resultsOf(attempts).filter(isAsked));
  const missed = dueAt(spacedOut, now);
  const passed = attempts.findLast((each) => each.state.about === "whole" && each.state.finished && hasPassed(each.state));
  const refresher = state.quiz.refresher ?? Infinity;
  const day = passed ? dayOf(passed.state.finished.at) + refresher : Infinity;
  const isToRefresh = day <= dayOf(now);
  const days = [...missed.map((key) => spacedOut.get(key).due), ...(isToRefresh ? [day] : [])];
  return { header, missed: missed.length, isToRefresh, since: Math.min(...days) };
}
