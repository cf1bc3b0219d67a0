/** One assignment as its maker sees it: how it is sent, and who has done it. */

import { assignmentFile } from "../assigning/assignment_file.js";
import { dueWords, titleOfAssignment } from "../assigning/due_words.js";
import { fragmentOf } from "../assigning/link.js";
import { addPeople } from "../assigning/made.js";
import { peopleIn } from "../assigning/pasted_list.js";
import { foldedName } from "../assigning/people.js";
import { make } from "../kit/elements.js";
import { fileName, saveText } from "../kit/saving.js";
import { say, tally } from "../kit/words.js";
import { UNDER_WAY } from "../store/store.js";
import { paperSheet } from "./paper_sheet.js";
import { peopleList } from "./people_list.js";
import { tellPeople } from "./people_told.js";
import { linkNotice, linkOf, sendingOf } from "./sending.js";

/** What the page shows of it. `actions` are `bring(files)`, `erase(kept)` and `write(promise)`, which tells what failed. */
export function madeView(kept, page, assignable, actions) {
  const { assignment } = kept;
  const link = linkOf(page, fragmentOf(assignment));
  const notice = linkNotice(page);
  const heading = make("h2", { tabindex: "-1", id: "assignment" }, titleOfAssignment(assignment));
  const picker = make("input", { type: "file", class: "sop-unseen", accept: ".json,.txt,application/json,text/plain", multiple: true });
  picker.addEventListener("change", () => actions.bring([...picker.files]));
  return {
    heading,
    element: make(
      "div",
      {},
      make(
        "div",
        { class: "sop-assign__screen" },
        make("p", {}, make("a", { class: "sop-button", href: "#" }, `← ${say("web.assign.back")}`)),
        heading,
        make("p", {}, dueWords(assignment)),
        assignment.note && make("p", { class: "sop-assigned__note" }, assignment.note),
        make("ul", { class: "sop-assign__tasks" }, assignment.tasks.map((task) => make("li", {}, taskName(task, assignable)))),
        make("h3", {}, say("web.assign.send")),
        make("p", {}, say("web.assign.send-about")),
        notice && make("p", { class: "sop-assign__notice" }, notice),
        sendingOf(assignment, link),
        make("h3", {}, say("web.assign.who-did")),
        peopleList(kept, assignable),
        make("div", { class: "sop-assign__ways" }, make("label", { class: "sop-button sop-button--main" }, say("web.assign.bring"), picker)),
        make("p", { class: "sop-quiet" }, say("web.assign.bring-about")),
        addingForm(kept, page, actions),
        make("h3", {}, say("web.assign.keep")),
        make("p", {}, namesWords(page)),
        make(
          "div",
          { class: "sop-assign__ways" },
          make("button", { type: "button", class: "sop-button", onclick: () => saveFile(kept) }, say("web.assign.save")),
          make("button", { type: "button", class: "sop-button sop-button--danger", onclick: () => actions.erase(kept) }, say("web.assign.delete")),
        ),
      ),
      paperSheet(kept, link, assignable),
    ),
  };
}

function taskName(task, assignable) {
  const entry = assignable.find(task.kind, task.id);
  const words = task.kind === "read" ? say("web.assigned.to-read") : say("web.assigned.to-pass");
  const title = entry ? make("a", { href: entry.url, lang: entry.lang }, entry.title) : say("web.assign.gone", { id: task.id });
  const changed = entry && entry.version !== task.version;
  return [
    make("span", { class: "sop-quiet" }, `${words} `),
    title,
    changed && make("span", { class: "sop-assign__changed" }, task.kind === "read" ? say("web.assigned.new-version", { now: entry.version, version: task.version }) : say("web.assigned.new-quiz")),
  ];
}

/** How long the names are kept, and where they can be deleted. */
function namesWords(page) {
  const days = Math.max(Number(page.dataset.keepNames), UNDER_WAY);
  return [tally("web.assign.names-kept", days), " ", make("a", { href: `${page.dataset.device}#names` }, say("web.assign.names-where"))];
}

/** More people: those who are there already are left out. */
function addingForm(kept, page, actions) {
  const field = make("textarea", { class: "sop-input", id: "more-people", rows: "3" });
  const told = make("div", {});
  const nobody = make("p", { class: "sop-quiet", role: "status" });
  tellPeople(field, told);
  const submit = (event) => {
    event.preventDefault();
    const known = new Set(kept.people.map(foldedName));
    const fresh = peopleIn(field.value).names.filter((name) => !known.has(foldedName(name)));
    if (fresh.length > 0) actions.write(addPeople(page.store, kept, fresh));
    else nobody.textContent = say("web.assign.nobody-new");
  };
  return make(
    "details",
    { class: "sop-fold" },
    make("summary", {}, say("web.assign.add")),
    make(
      "form",
      { class: "sop-fold__body", onsubmit: submit },
      make("label", { for: "more-people" }, say("web.assign.add-label")),
      field,
      told,
      nobody,
      make("button", { type: "submit", class: "sop-button" }, say("web.assign.add-button")),
    ),
  );
}

function saveFile(kept) {
  saveText(fileName([titleOfAssignment(kept.assignment)], "json"), "application/json", assignmentFile(kept));
}
