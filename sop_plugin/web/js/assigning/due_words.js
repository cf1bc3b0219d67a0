/** When an assignment is due, in words: never by a colour alone. */

import { today } from "../kit/days.js";
import { dayWords } from "../kit/figures.js";
import { say, tally } from "../kit/words.js";

/** Whether a day lies behind the one that it is due on. */
export function isOverdue({ due }, day = today()) {
  return due !== "" && day > due;
}

/** The day that it is due on, and how far that is. */
export function dueWords({ due }, day = today()) {
  if (due === "") return say("web.assigned.no-due");
  const left = Math.round((Date.parse(due) - Date.parse(day)) / 86_400_000);
  if (left === 0) return say("web.assigned.due-today", { day: dayWords(due) });
  if (left < 0) return tally("web.assigned.overdue-since", -left, { day: dayWords(due) });
  return tally("web.assigned.due-in", left, { day: dayWords(due) });
}

/** What an assignment is called, which need not have a title. */
export function titleOfAssignment({ title }) {
  return title || say("web.assigned.untitled");
}
