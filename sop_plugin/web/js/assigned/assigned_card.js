/** An assignment as its reader sees it: what is to be done by when, whose it is, and how it is given back. */

import { dueWords, isOverdue, titleOfAssignment } from "../assigning/due_words.js";
import { foldedName } from "../assigning/people.js";
import { countOf, isDone, progressOf, resultsFor } from "../assigning/progress.js";
import { ownResults } from "../assigning/results_here.js";
import { make } from "../kit/elements.js";
import { momentWords } from "../kit/figures.js";
import { sharesFiles } from "../kit/sharing.js";
import { say } from "../kit/words.js";
import { taskLine } from "./task_line.js";

/**
 * The card. `kept` is what receivedOf() tells, and whether others work at this device (`isShared`); `results` are all of this device; `actions` are `name(kept, by)`,
 * `giveBack(kept, results, isShared)`, `erase(kept)` and `another(kept)`.
 */
export function assignedCard(kept, results, assignable, actions) {
  const { assignment, name, header, isShared } = kept;
  const counted = resultsFor(assignment, results, assignable.presentId);
  const own = ownResults(counted, name);
  const progress = progressOf(assignment, own, assignable.presentId);
  const heading = `assigned-${header.id}`;
  return make(
    "section",
    { class: "sop-card sop-assigned__card", "aria-labelledby": heading, "data-done": isDone(progress) },
    make("h2", { id: heading, tabindex: "-1" }, titleOfAssignment(assignment)),
    make("p", { class: "sop-assigned__due" }, badgeOf(assignment, progress), " ", dueWords(assignment)),
    assignment.note && make("p", { class: "sop-assigned__note" }, assignment.note),
    make("ul", { class: "sop-assigned__tasks" }, progress.map((each) => taskLine(each, assignable, { names: othersOf(each.task, counted, own, assignable), isShared }))),
    name ? nameLine(kept, actions) : nameForm(kept, actions),
    name && returning(kept, own, isDone(progress), actions),
    make(
      "p",
      { class: "sop-assigned__more" },
      make("button", { type: "button", class: "sop-button", onclick: () => actions.erase(kept) }, say("web.assigned.delete"), unseen(assignment)),
    ),
  );
}

/** In a word: done, overdue, or how many are done. */
function badgeOf(assignment, progress) {
  if (isDone(progress)) return make("strong", { class: "sop-badge sop-badge--done" }, say("web.assigned.done"));
  const words = say("web.assigned.count", countOf(progress));
  if (!isOverdue(assignment)) return make("strong", { class: "sop-badge sop-badge--info" }, words);
  return [make("strong", { class: "sop-badge sop-badge--error" }, say("web.assigned.overdue")), " ", make("strong", { class: "sop-badge" }, words)];
}

/** Names under which a task was done here that are not the reader's. */
function othersOf(task, counted, own, { presentId }) {
  const name = (id) => presentId(task.kind, id) ?? id;
  const foreign = counted.filter((each) => !own.includes(each) && each.kind === task.kind && name(each.subject) === name(task.id));
  return [...new Map(foreign.flatMap(({ people }) => people).map((each) => [foldedName(each), each])).values()];
}

function nameForm(kept, actions) {
  const id = `name-${kept.header.id}`;
  const field = make("input", { type: "text", class: "sop-input", id, autocomplete: "name", required: true, "aria-describedby": `${id}-about` });
  const submit = (event) => {
    event.preventDefault();
    const by = field.value.replace(/\s+/gu, " ").trim();
    if (by) actions.name(kept, by);
  };
  return make(
    "form",
    { class: "sop-assigned__name", onsubmit: submit },
    make("label", { for: id }, say("web.assigned.your-name")),
    make("p", { id: `${id}-about`, class: "sop-quiet" }, say("web.assigned.your-name-about")),
    field,
    make("button", { type: "submit", class: "sop-button sop-button--main" }, say("web.assigned.keep-name")),
  );
}

function nameLine(kept, actions) {
  const line = make("div", { class: "sop-assigned__whose" });
  const change = () => {
    line.replaceWith(nameForm(kept, actions));
    document.getElementById(`name-${kept.header.id}`).focus();
  };
  line.append(
    make("p", {}, say("web.assigned.for", { name: kept.name })),
    make("button", { type: "button", class: "sop-button", onclick: change }, say("web.assigned.change-name"), unseen(kept.assignment)),
    make("button", { type: "button", class: "sop-button", onclick: () => actions.another(kept) }, say("web.assigned.another"), unseen(kept.assignment)),
  );
  return line;
}

function returning(kept, own, isWhole, actions) {
  const canShare = sharesFiles();
  const main = isWhole ? "sop-button sop-button--main" : "sop-button";
  const nothing = own.length === 0;
  return make(
    "div",
    { class: "sop-assigned__return" },
    make("p", {}, nothing ? say("web.assigned.nothing-yet") : isWhole ? say("web.assigned.return-about") : say("web.assigned.return-part")),
    !nothing &&
      make("button", { type: "button", class: main, onclick: () => actions.giveBack(kept, own, canShare) }, say("web.assigned.return"), unseen(kept.assignment)),
    !nothing && canShare &&
      make("button", { type: "button", class: "sop-button", onclick: () => actions.giveBack(kept, own, false) }, say("web.assigned.save-file"), unseen(kept.assignment)),
    kept.returned && make("p", { class: "sop-quiet" }, say("web.assigned.returned-at", { time: momentWords(kept.returned) })),
  );
}

/** Tells those who hear the page to which assignment a button belongs. */
function unseen(assignment) {
  return make("span", { class: "sop-unseen" }, ` ${titleOfAssignment(assignment)}`);
}
