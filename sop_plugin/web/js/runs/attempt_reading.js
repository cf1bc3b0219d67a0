/** The file of an attempt, read with the distrust that a file from elsewhere deserves. */

import { isEventList, isRecord, isText } from "../flow/shapes.js";
import { refused, whyNotWhole } from "../flow/unsealed.js";
import { attemptOf, partsInOrder, wholeScore } from "../quiz/attempt.js";
import { ATTEMPT_FORMAT, ATTEMPT_VERSION } from "./attempt_file.js";

/**
 * What stands in an attempt's file that was parsed already: `{run, quiz, events}`, or `{fault, details}` where it is not to
 * be trusted, as whyNotWhole() tells, or "malformed".
 */
export async function attemptIn(value) {
  const why = await whyNotWhole(value, ATTEMPT_FORMAT, ATTEMPT_VERSION);
  if (why) return why;
  const { run, quiz, events } = value;
  if (!isRecord(run) || !isText(run.id)) return refused("malformed", { part: "run" });
  if (!isQuiz(quiz)) return refused("malformed", { part: "quiz" });
  if (!isCourse(events, quiz)) return refused("malformed", { part: "events" });
  return { run, quiz: withoutLinks(quiz), events };
}

function isQuiz(quiz) {
  return (
    isRecord(quiz) &&
    quiz.format === 1 &&
    ["quiz", "version", "title", "lang"].every((name) => isText(quiz[name])) &&
    Number.isFinite(quiz.passMark) &&
    ["timeLimit", "refresher"].every((name) => quiz[name] === undefined || Number.isFinite(quiz[name])) &&
    isRecord(quiz.places) &&
    Object.values(quiz.places).every((place) => isRecord(place) && isText(place.print)) &&
    Array.isArray(quiz.questions) &&
    quiz.questions.every(isQuestion)
  );
}

function isQuestion(question) {
  return (
    isRecord(question) &&
    isText(question.key) &&
    isText(question.print) &&
    Number.isFinite(question.points) &&
    Array.isArray(question.tests) &&
    question.tests.every(isText) &&
    isRecord(question.answer)
  );
}

/** Whether the events can be told on the quiz: no shape that was looked at guards against every answer. */
function isCourse(events, quiz) {
  if (!isEventList(events) || !events.every(({ at }) => Number.isFinite(at))) return false;
  const keys = new Set(quiz.questions.map(({ key }) => key));
  const [start] = events;
  if (start?.type !== "started" || !isText(start.seed)) return false;
  if (!Array.isArray(start.asked) || !start.asked.every((key) => keys.has(key))) return false;
  try {
    const state = attemptOf(quiz, events);
    for (const key of state.asked) partsInOrder(state, state.questions.get(key));
    return Number.isFinite(wholeScore(state));
  } catch {
    return false;
  }
}

/** The links to places are of the site that the file comes from, and could carry something out. */
function withoutLinks(quiz) {
  const places = Object.entries(quiz.places).map(([address, { url: _, ...place }]) => [address, place]);
  return { ...quiz, places: Object.fromEntries(places) };
}
