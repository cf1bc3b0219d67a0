/** The ways in which an assignment reaches people: link, code, calendar and paper. */

import { calendarOf } from "../assigning/calendar.js";
import { dueWords, titleOfAssignment } from "../assigning/due_words.js";
import { make } from "../kit/elements.js";
import { dayWords } from "../kit/figures.js";
import { qrCode } from "../kit/qr.js";
import { fileName, saveText } from "../kit/saving.js";
import { shareLink } from "../kit/sharing.js";
import { say } from "../kit/words.js";

const FINEST = 117;
/** Modules a side of a code (version 25) that the camera of a phone still reads from paper, 7 cm wide. */

/** Whether a code of the link can be scanned. */
export function fitsCode(link) {
  const code = qrCode(link);
  return code !== null && code.size <= FINEST;
}

/** The part of the page with all ways. */
export function sendingOf(assignment, link) {
  const title = titleOfAssignment(assignment);
  const button = (words, onclick) => make("button", { type: "button", class: "sop-button", onclick }, words);
  return [
    linkField(link),
    make(
      "div",
      { class: "sop-assign__ways" },
      navigator.share && button(say("web.assign.share"), () => shareLink(title, link)),
      assignment.due && button(say("web.assign.calendar"), () => saveCalendar(assignment, link)),
      button(say("web.assign.print"), () => globalThis.print()),
    ),
    fitsCode(link)
      ? make("sop-qr", { class: "sop-assign__code", text: link, label: say("web.assign.code", { title }) })
      : make("p", { class: "sop-assign__notice" }, say("web.assign.no-code")),
  ];
}

/** The link with a button that copies it; where copying is refused, the link stands selected. */
function linkField(link) {
  const field = make("input", { readonly: true, value: link, id: "assignment-link", type: "text", class: "sop-input" });
  const said = make("p", { role: "status", class: "sop-assign__copied" });
  const copy = async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = say("web.share.copied");
    } catch {
      said.textContent = say("web.share.selected");
    }
  };
  return make(
    "div",
    { class: "sop-assign__link" },
    make("label", { for: "assignment-link" }, say("web.assign.link")),
    field,
    make("button", { type: "button", class: "sop-button sop-button--main", onclick: copy }, say("web.share.copy")),
    said,
  );
}

function saveCalendar(assignment, link) {
  const title = titleOfAssignment(assignment);
  const words = {
    title,
    text: [assignment.note, say("web.assign.open-link"), link].filter(Boolean).join("\n"),
    alarm: say("web.assign.alarm", { title, day: dayWords(assignment.due) }),
  };
  saveText(fileName([title], "ics"), "text/calendar", calendarOf(assignment, words, link));
}

/** Where a link leads that is made on this page: to the site as it is published, else to this copy of it. */
export function linkOf(page, fragment) {
  const { address, assigned } = page.dataset;
  return `${address || new URL(assigned, location.href).href.split("#")[0]}#${fragment}`;
}

/** Why the link may lead nowhere on another device, null where it should lead to the site. */
export function linkNotice(page) {
  if (page.dataset.address) return null;
  if (location.protocol === "file:") return say("web.assign.from-disk");
  return /^(localhost|127\.|\[::1\])/.test(location.hostname) ? say("web.assign.from-here") : null;
}

/** What a sheet of paper says above all: title and day. */
export function headOf(assignment) {
  return [make("h2", {}, titleOfAssignment(assignment)), make("p", { class: "sop-assign-sheet__due" }, assignment.due ? dueOnPaper(assignment) : dueWords(assignment))];
}

function dueOnPaper({ due }) {
  return say("web.assign.due-by", { day: dayWords(due) });
}
