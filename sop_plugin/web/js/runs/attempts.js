/** Attempts at quizzes as files out of the store, each with the name of who took it. */

import { asked } from "../kit/asking.js";
import { fileName, saveText } from "../kit/saving.js";
import { say } from "../kit/words.js";
import { identityOf } from "../store/log.js";
import { attemptFile } from "./attempt_file.js";

/** Whether an attempt is over, and no name stands in it that was not taken out again. */
export function lacksName(events) {
  return events.some(({ type }) => type === "finished") && signatures(events).length === 0;
}

/** Asks who took a quiz; the name, null where the question was left. */
export async function nameAsked({ title }) {
  const answer = await asked({
    title: say("web.attempt.who"),
    text: say("web.attempt.who-about", { title }),
    label: say("web.attempt.name"),
    action: say("web.attempt.export"),
    required: true,
  });
  return answer?.text || null;
}

/** Offers the file of an attempt; the name of the file. */
export async function exportAttempt(header, quiz, events) {
  const found = await attemptFile(identityOf(header), quiz, events);
  const by = signatures(events).at(-1)?.by;
  const name = fileName([header.sop, by, new Date(header.started).toISOString().slice(0, 10)], "json");
  saveText(name, "application/json", JSON.stringify(found, null, 1));
  return name;
}

function signatures(events) {
  return events.filter(({ type, nameRemoved }) => type === "signed" && !nameRemoved);
}
