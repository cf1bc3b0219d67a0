/** Lists of runs: what each is, and what can be done with it. */

import { MADE } from "../assigning/made.js";
import { RECEIVED } from "../assigning/received.js";
import { make } from "../kit/elements.js";
import { momentWords } from "../kit/figures.js";
import { runAddress } from "../kit/run_address.js";
import { say, tally } from "../kit/words.js";
import { isResultHeader } from "../runs/results_file.js";
import { runName } from "../runs/run_name.js";

/** The lists of the page, by the names of their places in it. */
export function sortedRuns(headers) {
  const isOfAssignment = ({ kind }) => kind === RECEIVED || kind === MADE;
  const isOfChecklist = (header) => header.kind !== "read" && header.kind !== "quiz" && !isOfAssignment(header);
  return {
    "under-way": headers.filter((header) => isOfChecklist(header) && header.ended === null),
    finished: headers.filter((header) => isOfChecklist(header) && header.ended !== null),
    confirmed: headers.filter(({ kind }) => kind === "read"),
    quizzes: headers.filter(({ kind }) => kind === "quiz"),
    assignments: headers.filter(isOfAssignment),
  };
}

/** One run. `actions` are carried out with its header: `json`, `csv` and `erase`. */
export function runItem(header, actions) {
  const name = runName(header);
  const address = header.kind === "read" ? null : runAddress(header);
  const isUnderWay = isResultHeader(header) && header.ended === null;
  const opening = isUnderWay ? say("web.device.continue") : say("web.device.open");
  return make(
    "li",
    { class: "sop-kept" },
    make("p", { class: "sop-kept__title", lang: header.lang }, name),
    make("p", { class: "sop-kept__facts" }, factsOf(header).map((fact) => make("span", {}, fact))),
    make(
      "p",
      { class: "sop-kept__actions" },
      address && make("a", { class: "sop-button sop-button--first", href: address }, opening, nameFor(name)),
      isResultHeader(header) && actionButton("json", say("web.device.json"), header, name, actions),
      isResultHeader(header) && header.kind !== "quiz" && actionButton("csv", say("web.device.csv"), header, name, actions),
      actionButton("erase", say("web.device.delete"), header, name, actions),
    ),
  );
}

function factsOf(header) {
  if (header.kind === RECEIVED) return [say("web.device.received-at", { time: momentWords(header.started) })];
  if (header.kind === MADE) return [say("web.device.made-at", { time: momentWords(header.started) })];
  return [
    header.version && header.kind !== "quiz" && say("web.device.version", { version: header.version }),
    header.kind === "read"
      ? say("web.device.confirmed-at", { time: momentWords(header.started) })
      : say("web.device.started-at", { time: momentWords(header.started) }),
    header.kind !== "read" && header.ended !== null && say("web.device.ended-at", { time: momentWords(header.ended) }),
    header.kind !== "read" && tally("web.device.entries", header.count),
  ].filter(Boolean);
}

function actionButton(kind, words, header, name, actions) {
  const attributes = { type: "button", class: "sop-button", "data-key": `${kind}-${header.id}` };
  return make("button", { ...attributes, onclick: () => actions[kind](header) }, words, nameFor(name));
}

/** Tells those who hear the page to which run a button belongs. */
function nameFor(name) {
  return make("span", { class: "sop-unseen" }, ` ${name}`);
}
