/** The start page: the role of this device, what is due today, and what was opened last. */

import { reviewState, today } from "../kit/days.js";
import { define, make } from "../kit/elements.js";
import { load } from "../kit/load.js";
import { forgetVisits, recentVisits } from "../kit/recent.js";
import { ASSIGNED_KEY, QUIZZES_KEY, recall, remember } from "../kit/remembered.js";
import { say } from "../kit/words.js";

const ROLE_KEY = "sop.role";

const SHOWN = 5;

class StartPage extends HTMLElement {
  connectedCallback() {
    this.readDay(today());
    this.showRecent();
    this.showDues();
    this.showAssigned();
    this.followRole();
  }

  /** Shows what the address asks for, or else the role that was chosen last; keeps what is chosen from now on. */
  followRole() {
    const kept = recall(ROLE_KEY);
    const address = `#${encodeURIComponent(kept)}`;
    if (!location.hash && this.desk(address)) location.replace(address);
    else this.keepRole();
    globalThis.addEventListener("hashchange", () => this.keepRole());
  }

  keepRole() {
    const desk = this.desk(location.hash);
    if (desk) remember(ROLE_KEY, desk.id);
    const kept = recall(ROLE_KEY);
    for (const link of this.querySelectorAll(".sop-team a")) {
      if (kept && this.desk(link.hash)?.id === kept) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  /** The section of a role by its address as a link writes it, undefined for another address. */
  desk(hash) {
    return [...this.querySelectorAll("[data-role]")].find((desk) => `#${encodeURIComponent(desk.id)}` === hash);
  }

  readDay(day) {
    for (const note of this.querySelectorAll("[data-from]")) note.hidden = note.dataset.from <= day;
    for (const list of this.querySelectorAll(".sop-due")) {
      const reviews = [...list.querySelectorAll("[data-due]")];
      const due = reviews.filter((review) => this.judge(review, day));
      if (reviews.length === 0 || due.length > 0) continue;
      list.querySelector(".sop-due__none").hidden = false;
      reviews[0].hidden = false;
    }
  }

  /** Marks a review that is due and hides another; whether it is due. */
  judge(review, day) {
    const state = reviewState(review.dataset.announced, review.dataset.due, day);
    review.hidden = state === "later";
    if (state === "overdue") {
      review.append(make("strong", { class: "sop-badge sop-badge--error" }, say("web.start.overdue")));
    } else if (state === "soon") {
      review.append(make("strong", { class: "sop-badge sop-badge--warning" }, say("web.start.due-soon")));
    }
    return state !== "later";
  }

  showRecent() {
    const root = new URL(this.dataset.root, location.href).href;
    const here = recentVisits().filter((visit) => visit.address.startsWith(root));
    if (here.length === 0) return;
    const links = here.slice(0, SHOWN).map((visit) => make("li", {}, make("a", { href: visit.address }, visit.title)));
    const section = make(
      "section",
      { class: "sop-recent", "aria-labelledby": "recent" },
      make("h2", { id: "recent" }, say("web.start.recent")),
      make("ul", {}, links),
      make(
        "p",
        {},
        say("web.start.recent-about"),
        " ",
        make("button", { type: "button", class: "sop-button", onclick: () => this.forget(section) }, say("web.start.forget")),
      ),
    );
    this.querySelector(".sop-start__about").after(section);
  }

  /** What is due of quizzes takes the store to tell, which only those fetch who took one here. */
  showDues() {
    if (recall(QUIZZES_KEY)) load("due").catch(() => {});
  }

  /** So does what was assigned. */
  showAssigned() {
    if (recall(ASSIGNED_KEY)) load("assignments").catch(() => {});
  }

  forget(section) {
    forgetVisits();
    section.remove();
    const title = this.querySelector("h1");
    title.tabIndex = -1;
    title.focus();
  }
}

define("sop-start", StartPage);
