/** What is kept of attempts at quizzes, read for what comes next. */

import { attemptOf, scoreOf } from "./attempt.js";

/** Attempts as the store has them, of one quiz or of all, the oldest first: `{header, state}`. Fails with a StoreFailure. */
export async function keptAttempts(store, isMeant = () => true) {
  const headers = (await store.runs()).filter((header) => header.kind === "quiz" && isMeant(header));
  const found = await Promise.all(
    headers.map(async ({ id }) => {
      const header = await store.run(id);
      const events = header ? await store.events(id) : [];
      return isSound(header?.snapshot, events) ? { header, state: attemptOf(header.snapshot, events) } : null;
    }),
  );
  return found.filter(Boolean).sort((one, other) => one.state.started - other.state.started);
}

/** Whether a copy of a quiz and events can be read as an attempt: another tab may have deleted half of it meanwhile. */
export function isSound(quiz, events) {
  return quiz?.format === 1 && events[0]?.type === "started" && Array.isArray(events[0].asked);
}

/** How often each question was asked. */
export function timesAsked(attempts) {
  const counts = new Map();
  for (const key of attempts.flatMap(({ state }) => state.asked)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** How many times the whole quiz was tried; what could not go on does not count. */
export function triesOf(attempts) {
  return attempts.filter(({ state }) => state.about === "whole" && !state.isAbandoned).length;
}

/**
 * What came of each answer, in the order in which they were given: `{key, print, at, score}`.
 *
 * Of an attempt whose answers are told at the end, nothing counts before that.
 */
export function resultsOf(attempts) {
  const counted = attempts.filter(({ state }) => state.finished || state.quiz.feedback === "at-once");
  const results = counted.flatMap(({ state }) =>
    [...state.answers].map(([key, { at }]) => ({ key, print: state.questions.get(key).print, at, score: scoreOf(state, key) })),
  );
  return results.sort((one, other) => one.at - other.at);
}
