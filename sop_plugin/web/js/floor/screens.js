/** What stands on the screen at each place: the page's own words, set anew. */

import { make } from "../kit/elements.js";
import { say } from "../kit/words.js";
import { isOf, stepAt } from "../page/whose.js";
import { isAfterParts, START, stepOf } from "./course.js";
import { endAt, nameOf, sectionOf, wordsFor } from "./reading.js";

const LEFT_OUT = ".sop-parts, .sop-old, .sop-unfold, .sop-share, .sop-fold--quiet, .sop-onward, .sop-trouble";

/**
 * The screen of a place. `role` is whose steps the reader wants to see, empty for all. Whatever leads on is a button or a
 * link with `data-place`.
 */
export function screenAt(course, place, role) {
  const step = stepOf(course, place);
  if (place === START) return beforeAll(course);
  if (!step) return behindAll(place);
  return isAfterParts(place) ? afterParts(course, place, step) : stepScreen(course, place, step, role);
}

function stepScreen(course, place, step, role) {
  const section = sectionOf(step);
  const isTheirs = Boolean(role) && !isOf(stepAt(section), role);
  const body = copyOf(section.querySelector(":scope > .sop-step__body"));
  body.hidden = false;
  const cautions = [...body.querySelectorAll(":scope > .sop-caution:not(.sop-caution--policy)")];
  const chips = section.querySelector(":scope > .sop-chips");
  const isOpen = step.parts.length > 0;
  return make(
    "div",
    { class: isTheirs ? "sop-floor__step sop-floor__step--other" : "sop-floor__step" },
    titleOf(section),
    isTheirs && make("p", { class: "sop-floor__other" }, say("web.floor.others", { role: doerOf(section) })),
    cautions,
    chips && copyOf(chips),
    body,
    isOpen ? partsList(course, place, step) : onwardOf(course, place, section),
    sideWays(course, place, step),
    troublesAround(course, place, section),
  );
}

/** What is to be decided or read once the parts of a group are done. */
function afterParts(course, place, step) {
  const section = sectionOf(step);
  const { number, title } = nameOf(step);
  const rounds = section.querySelector(":scope > .sop-step__body > .sop-flow > .sop-repeat");
  return make(
    "div",
    { class: "sop-floor__step" },
    heading(number, title),
    make("p", { class: "sop-floor__after" }, say("web.floor.after-parts")),
    rounds && make("ul", { class: "sop-flow" }, copyOf(rounds)),
    rounds && step.ways.next && wayButton(step.ways.next, wordsFor(course, place, step.ways.next), say("web.floor.again")),
    onwardOf(course, place, section),
    step.ways.other && wayButton(step.ways.other, wordsFor(course, place, step.ways.other), say("web.floor.other")),
    troublesAround(course, place, section),
  );
}

/** The ways into the procedure, in the page's own words. */
function beforeAll(course) {
  const entries = document.querySelector("article.sop .sop-entries");
  const title = entries.parentElement.querySelector(".sop-label").textContent;
  const copied = copyOf(entries);
  copied.className = "sop-floor__ways";
  for (const entry of copied.children) asButton(course, START, entry);
  const [first] = course.steps;
  if (course.isAlsoFirst) copied.append(make("li", {}, wayButton(first.id, wordsFor(course, START, first.id))));
  return make(
    "div",
    { class: "sop-floor__step" },
    make("h2", { class: "sop-step__title", tabindex: -1 }, title),
    make("div", { class: "sop-floor__choice" }, copied),
  );
}

/** An end of the procedure, or of work beside it. */
function behindAll(place) {
  const end = endAt(place);
  const badge = end?.querySelector("dt .sop-badge");
  const words = place === "over" ? say("web.floor.over") : (end?.querySelector("dt").firstChild.textContent ?? say("page.go.end"));
  return make(
    "div",
    { class: "sop-floor__step sop-floor__end" },
    make("h2", { class: "sop-step__title", tabindex: -1 }, make("span", {}, words.trim()), badge && copyOf(badge)),
    end && make("div", { class: "sop-do" }, ...copyOf(end.querySelector("dd")).childNodes),
    end && make("p", {}, say("page.go.end")),
  );
}

function titleOf(section) {
  const title = copyOf(section.querySelector(":scope > .sop-step__title"));
  if (section.matches(".sop-step--other")) title.lastElementChild.remove(); // the page's own line on whose step it is
  const copied = make("h2", { class: title.className, tabindex: -1 });
  copied.append(...title.childNodes);
  return copied;
}

function heading(number, title) {
  const badge = make("span", { class: "sop-number" }, number);
  return make("h2", { class: "sop-step__title", tabindex: -1 }, badge, make("span", {}, title));
}

function doerOf(section) {
  const who = section.querySelector(":scope > .sop-chips .sop-chip--role > span");
  const copied = who && copyOf(who);
  copied?.querySelector(".sop-word")?.remove();
  return copied ? copied.textContent.trim().replace(/\s+/g, " ") : say("web.page.other-role");
}

/** The parts of a group: one to be chosen, or all of them to be looked into. */
function partsList(course, place, step) {
  const isChoice = !course.isPlain && !step.ways.next;
  const items = step.parts.map((part) => make("li", {}, wayButton(part, wordsFor(course, place, part))));
  return make(
    "div",
    { class: isChoice ? "sop-block sop-floor__choice" : "sop-block" },
    make("p", { class: "sop-label" }, isChoice ? say("web.floor.one-of") : say("web.floor.parts")),
    make("ul", { class: "sop-floor__ways" }, items),
  );
}

/** Branches as buttons, and what else the page says about where the work goes. */
function onwardOf(course, place, section) {
  const found = section.querySelector(":scope > .sop-step__body > .sop-onward");
  if (!found) return null;
  const copied = copyOf(found);
  const branches = copied.querySelector(".sop-branches");
  if (branches) {
    branches.className = "sop-floor__ways";
    branches.parentElement.classList.add("sop-floor__choice");
    for (const branch of branches.children) asButton(course, place, branch);
  }
  copied.querySelector(".sop-flow > .sop-go:not(:has(.sop-doc))")?.remove(); // the button for the next step says so
  return copied;
}

/** A branch: one large button where there is nothing to do on the way, else a button below what is to be done. */
function asButton(course, place, branch) {
  const when = branch.querySelector(":scope > .sop-when");
  const go = branch.querySelector(":scope > .sop-go");
  const { to } = branch.dataset;
  if (!to || to === "sop") return;
  go.remove();
  if (branch.children.length > 1) branch.append(wayButton(to, wordsFor(course, place, to)));
  else when.replaceWith(wayButton(to, wordsFor(course, place, to), when.textContent));
}

/** Ways past a step. */
function sideWays(course, place, step) {
  const button = (to, words) => to && wayButton(to, wordsFor(course, place, to), words);
  const { skip, fallback, other } = step.ways;
  const found = [
    button(fallback, say("web.floor.fallback")),
    button(step.parts.length ? "" : other, say("web.floor.other")),
    button(skip, say("web.floor.skip")),
  ].filter(Boolean);
  return found.length > 0 && make("div", { class: "sop-floor__ways" }, found);
}

/** What to do when something goes wrong, at the step itself and in the groups around it. */
function troublesAround(course, place, section) {
  const found = [];
  for (let around = section; around; around = around.parentElement.closest(".sop-step")) {
    const trouble = around.querySelector(":scope > .sop-step__body > .sop-trouble");
    if (!trouble) continue;
    const copied = copyOf(trouble);
    for (const body of copied.querySelectorAll(".sop-fold__body[data-to]")) {
      if (body.dataset.to === "sop") continue;
      body.querySelector(":scope > .sop-go").replaceWith(wayButton(body.dataset.to, wordsFor(course, place, body.dataset.to)));
    }
    found.push(copied);
  }
  return found;
}

/** A large button that leads somewhere; what it is for, if that is not said before it, stands above where it leads. */
function wayButton(place, where, why = "") {
  return make(
    "button",
    { class: "sop-floor__way", type: "button", "data-place": place },
    why && make("span", { class: "sop-floor__when" }, why),
    make("span", { class: "sop-floor__where" }, where),
  );
}

/** A copy without ids, which stand on the page already, and without what does not belong here. */
function copyOf(element) {
  const copied = element.cloneNode(true);
  for (const left of copied.querySelectorAll(LEFT_OUT)) left.remove();
  for (const named of [copied, ...copied.querySelectorAll("[id]")]) named.removeAttribute("id");
  return copied;
}
