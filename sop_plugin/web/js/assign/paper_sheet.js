/** An assignment on paper: what, by when, the code, and the people with boxes to tick and a place to sign. */

import { titleOfAssignment } from "../assigning/due_words.js";
import { make } from "../kit/elements.js";
import { say } from "../kit/words.js";
import { fitsCode, headOf } from "./sending.js";

const MOST_COLUMNS = 8;
/** Tasks that have a column of their own; where there are more, one box stands for all. */

const BLANK = 12;
/** Rows to be filled in where nobody is named. */

/** The sheet, which is seen on paper alone. */
export function paperSheet({ assignment, people }, link, assignable) {
  const { tasks } = assignment;
  const columns = tasks.length <= MOST_COLUMNS ? tasks.map((_, number) => String(number + 1)) : [say("web.assign.all-done")];
  const rows = people.length > 0 ? people : Array(BLANK).fill("");
  const box = () => make("span", { class: "sop-assign-sheet__box" });
  return make(
    "section",
    { class: "sop-assign-sheet" },
    make(
      "header",
      { class: "sop-assign-sheet__head" },
      make("div", {}, headOf(assignment), assignment.note && make("p", { class: "sop-assigned__note" }, assignment.note), make("p", {}, say("web.assign.scan"))),
      fitsCode(link) && make("sop-qr", { text: link, label: say("web.assign.code", { title: titleOfAssignment(assignment) }) }),
    ),
    make("ol", { class: "sop-assign-sheet__tasks" }, tasks.map((task) => make("li", {}, taskWords(task, assignable)))),
    make(
      "table",
      { class: "sop-assign-sheet__people" },
      make("thead", {}, make("tr", {}, head(say("web.assign.name")), columns.map(head), head(say("web.assign.signed")))),
      make("tbody", {}, rows.map((name) => make("tr", {}, make("th", { scope: "row" }, name), columns.map(() => make("td", {}, box())), make("td", {})))),
    ),
  );
}

function head(words) {
  return make("th", { scope: "col" }, words);
}

function taskWords(task, assignable) {
  const title = assignable.titleOf(task);
  if (task.kind === "quiz") return say("web.assign.pass", { title });
  return task.version ? say("web.assign.read-version", { title, version: task.version }) : say("web.assign.read", { title });
}
