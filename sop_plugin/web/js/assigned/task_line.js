/** One task of an assignment: what it is, where it leads, and how far its reader is with it. */

import { make } from "../kit/elements.js";
import { momentWords } from "../kit/figures.js";
import { say } from "../kit/words.js";

const MARKS = { done: "✓", older: "!", "not-passed": "!", open: "○", gone: "–" };

/** The line. `others` are the `names` under which the same was done on this device, and whether it `isShared`. */
export function taskLine({ task, state, result }, assignable, others) {
  const entry = assignable.find(task.kind, task.id);
  const title = entry?.title ?? result?.title ?? task.id;
  const words = make("span", { class: "sop-task__title", lang: entry?.lang }, title);
  return make(
    "li",
    { class: "sop-task", "data-state": state },
    make("span", { class: "sop-task__mark", "aria-hidden": "true" }, MARKS[state]),
    make(
      "div",
      {},
      make("p", { class: "sop-task__kind" }, task.kind === "read" ? say("web.assigned.to-read") : say("web.assigned.to-pass")),
      entry ? make("a", { class: "sop-task__link", href: entry.url }, words) : make("p", {}, words),
      make("p", { class: "sop-task__state" }, stateWords(task, state, result)),
      notesOf({ task, state, result }, entry, others).map((note) => make("p", { class: "sop-task__note" }, note)),
    ),
  );
}

function stateWords(task, state, result) {
  const percent = Math.round((result?.score ?? 0) * 100);
  switch (state) {
    case "done":
      return doneWords(task, result, momentWords(result.ended), percent);
    case "older":
      return say("web.assigned.older", { read: result.version, version: task.version });
    case "not-passed":
      return say("web.assigned.not-passed", { percent });
    case "gone":
      return say("web.assigned.gone");
    default:
      return task.kind === "read" ? say("web.assigned.not-read") : say("web.assigned.not-taken");
  }
}

function doneWords({ kind }, { version }, time, percent) {
  if (kind === "quiz") return say("web.assigned.passed", { time, percent });
  return version ? say("web.assigned.read", { time, version }) : say("web.assigned.read-plain", { time });
}

/** What else must be known: that there is a new version, and that the same was done under another name, or under none. */
function notesOf({ task, state, result }, entry, { names, isShared }) {
  if (isShared && result?.people.length === 0) return [say("web.assigned.nameless")];
  if (state === "done" || state === "gone") return [];
  const isChanged = entry.version !== task.version;
  return [
    isChanged && task.kind === "read" && say("web.assigned.new-version", { now: entry.version, version: task.version }),
    isChanged && task.kind === "quiz" && say("web.assigned.new-quiz"),
    names.length > 0 && say("web.assigned.by-others", { names: names.join(say("web.assigned.and")) }),
  ].filter(Boolean);
}
