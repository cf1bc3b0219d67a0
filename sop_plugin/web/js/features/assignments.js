/** "Assigned to you" on the start page: what is not done yet, and when it is due. */

import { dueWords, isOverdue, titleOfAssignment } from "../assigning/due_words.js";
import { countOf, isDone, progressOf } from "../assigning/progress.js";
import { receivedOf } from "../assigning/received.js";
import { ownResults, presentIds, resultsHere } from "../assigning/results_here.js";
import { make } from "../kit/elements.js";
import { ASSIGNED_KEY, recall } from "../kit/remembered.js";
import { say } from "../kit/words.js";
import { openStore } from "../store/store.js";

const place = document.querySelector("sop-start");

async function showAssigned() {
  const store = await openStore();
  let lines;
  try {
    lines = await linesOf(store);
  } catch {
    return; // what cannot be read is told where it is used
  } finally {
    store.close();
  }
  if (lines.length === 0) return;
  place.querySelector(".sop-start__about").after(
    make(
      "section",
      { class: "sop-recent", "aria-labelledby": "assigned-to-you" },
      make("h2", { id: "assigned-to-you" }, say("web.assigned.to-you")),
      make("ul", { class: "sop-start__assigned" }, lines),
    ),
  );
}

/** The start page knows no SOPs by their ids, but what the page "Assigned to you" found of them when it was open last. */
async function linesOf(store) {
  const received = await receivedOf(store);
  const kept = recall(ASSIGNED_KEY);
  const presentId = (kind, id) => (kept?.[`${kind} ${id}`] === undefined ? id : kept[`${kind} ${id}`]);
  const results = await resultsHere(store, presentIds(received, presentId), presentId);
  const open = received
    .map((each) => ({ ...each, progress: progressOf(each.assignment, ownResults(results, each.name), presentId) }))
    .filter(({ progress, returned }) => !isDone(progress) || returned === null);
  // What has no day comes last.
  return open.sort((one, other) => (one.assignment.due || "~").localeCompare(other.assignment.due || "~")).map(lineOf);
}

function lineOf({ header, assignment, name, progress }) {
  const isLate = isOverdue(assignment) && !isDone(progress);
  const words = isDone(progress) ? say("web.assigned.to-return") : `${say("web.assigned.count", countOf(progress))}${say("web.run.sep")}${dueWords(assignment)}`;
  return make(
    "li",
    {},
    make("a", { href: `${place.dataset.assigned}#run-${header.id}` }, titleOfAssignment(assignment)),
    " ",
    isLate && [make("strong", { class: "sop-badge sop-badge--error" }, say("web.assigned.overdue")), " "],
    make("span", { class: "sop-quiet" }, [name, words].filter(Boolean).join(say("web.run.sep"))),
  );
}

if (place) showAssigned();
