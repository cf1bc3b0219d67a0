/** Who has done it, who has not, and what each still lacks. */

import { isOverdue } from "../assigning/due_words.js";
import { standings } from "../assigning/made.js";
import { countOf, isDone } from "../assigning/progress.js";
import { make } from "../kit/elements.js";
import { momentWords } from "../kit/figures.js";
import { say, tally } from "../kit/words.js";

/** The lists: who is missing first. */
export function peopleList(kept, assignable) {
  const everybody = standings(kept, assignable.presentId);
  const listed = everybody.filter(({ isListed }) => isListed);
  const others = everybody.filter(({ isListed }) => !isListed);
  const missing = listed.filter(({ progress }) => !isDone(progress));
  const done = listed.filter(({ progress }) => isDone(progress));
  const isLate = isOverdue(kept.assignment);
  return [
    make("p", { class: "sop-assign__sum" }, sumWords(listed, done, isLate)),
    kept.nameless > 0 && make("p", { class: "sop-quiet" }, tally("web.assign.names-gone", kept.nameless)),
    group(isLate ? say("web.assign.overdue-people") : say("web.assign.missing-people"), missing, isLate, assignable),
    group(say("web.assign.done-people"), done, false, assignable),
    group(say("web.assign.other-people"), others, false, assignable),
  ];
}

/** In a line how many of those who are to do it have done it. */
export function sumOf(kept, assignable) {
  const listed = standings(kept, assignable.presentId).filter(({ isListed }) => isListed);
  return sumWords(listed, listed.filter(({ progress }) => isDone(progress)), isOverdue(kept.assignment));
}

function sumWords(listed, done, isLate) {
  if (listed.length === 0) return say("web.assign.nobody");
  const words = say("web.assign.sum", { done: done.length, count: listed.length });
  return isLate && done.length < listed.length ? `${words}${say("web.run.sep")}${say("web.assign.is-overdue")}` : words;
}

function group(title, people, isLate, assignable) {
  if (people.length === 0) return null;
  return [
    make("h4", {}, `${title} (${people.length})`),
    make("ul", { class: "sop-assign__people" }, people.map((person) => personLine(person, isLate, assignable))),
  ];
}

function personLine({ name, progress }, isLate, assignable) {
  const whole = isDone(progress);
  const badge = whole
    ? make("strong", { class: "sop-badge sop-badge--done" }, say("web.assigned.done"))
    : make("strong", { class: isLate ? "sop-badge sop-badge--error" : "sop-badge" }, isLate ? say("web.assigned.overdue") : say("web.assigned.count", countOf(progress)));
  const open = progress.filter(({ state }) => state !== "done" && state !== "gone");
  const last = Math.max(...progress.map(({ result }) => result?.ended ?? 0));
  return make(
    "li",
    {},
    make("p", { class: "sop-assign__person" }, make("span", {}, name), " ", badge),
    open.length > 0 && make("ul", { class: "sop-assign__open" }, open.map((each) => make("li", {}, openWords(each, assignable)))),
    last > 0 && make("p", { class: "sop-quiet" }, say("web.assign.last", { time: momentWords(last) })),
  );
}

function openWords({ task, state, result }, assignable) {
  const title = assignable.titleOf(task);
  if (state === "not-passed") return say("web.assign.not-passed", { title, percent: Math.round(result.score * 100) });
  if (state === "older") return say("web.assign.older", { title, version: result.version });
  return task.kind === "read" ? say("web.assign.not-read", { title }) : say("web.assign.not-taken", { title });
}
