/** The page of a procedure as the mode that shows one step at a time reads it. */

import { say } from "../kit/words.js";
import { isAfterParts, isBack, stepOf } from "./course.js";

const WAYS = ["next", "done", "skip", "fallback", "other"];

/** All steps of the page, as `courseOf` takes them. */
export function stepsIn(article) {
  return [...article.querySelectorAll("[data-sop-step]")].map((section) => ({
    id: section.dataset.sopStep,
    family: section.closest(".sop-section").id,
    parts: partsOf(section).map(({ dataset }) => dataset.sopStep),
    ways: Object.fromEntries(WAYS.filter((way) => section.dataset[way]).map((way) => [way, section.dataset[way]])),
  }));
}

/** The ids of the ends that have a name. */
export function endsIn(article) {
  return [...article.querySelectorAll("[id^='end.']")].map(({ id }) => id.slice("end.".length));
}

/** The places to which the ways into the procedure lead, where its author named some. */
export function entriesIn(article) {
  return [...article.querySelectorAll(".sop-entries > [data-to]")].map(({ dataset }) => dataset.to);
}

export function sectionOf(step) {
  return document.getElementById(step.id);
}

function partsOf(section) {
  return [...section.querySelectorAll(":scope > .sop-step__body > .sop-parts > .sop-step")];
}

/** Number and title of a step. */
export function nameOf(step) {
  const number = sectionOf(step).querySelector(".sop-number");
  return { number: number.textContent, title: number.nextElementSibling.textContent };
}

/** The heading of the section of the page in which a family of steps stands. */
export function headingOf(family) {
  return document.getElementById(family).querySelector("h2").textContent;
}

/** The words for a place that a way leads to from another, on a button. */
export function wordsFor(course, from, to) {
  const step = stepOf(course, to);
  if (step) {
    const { number, title } = nameOf(step);
    if (isAfterParts(to)) return say("web.floor.to-done", { step: `${number} ${title}` });
    if (to === from) return say("web.floor.to-same");
    return isBack(course, from, to) ? say("web.floor.to-back", { step: `${number} ${title}` }) : `${number} ${title}`;
  }
  if (to === "over") return say("web.floor.over");
  return endAt(to)?.querySelector("dt").firstChild.textContent.trim() ?? say("page.go.end");
}

/** What the page tells about an end that has a name. */
export function endAt(place) {
  return place.startsWith("end.") ? document.getElementById(place) : null;
}
