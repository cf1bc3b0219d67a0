/** Whose steps are shown: those of other roles are folded to a line each, which says so and opens. */

import { make } from "../kit/elements.js";
import { recall, remember } from "../kit/remembered.js";
import { say, tally } from "../kit/words.js";
import { isOf, stepAt } from "./whose.js";

const STEPS_OF = "sop.steps-of";

export class Roles extends HTMLElement {
  connectedCallback() {
    this.choice = this.querySelector("select");
    this.said = this.querySelector(".sop-roles__said");
    this.steps = [...this.closest("article").querySelectorAll(".sop-step")].map((section) => ({ section }));
    this.choice.addEventListener("change", () => this.choose(this.choice.value));
    this.closest("article").addEventListener("beforematch", (event) => unfold(event.target.closest(".sop-step")));
    const kept = recall(STEPS_OF);
    if ([...this.choice.options].some((option) => option.value && option.value === kept)) this.show(kept);
  }

  choose(role) {
    remember(STEPS_OF, role || null);
    this.show(role);
  }

  show(role) {
    this.choice.value = role;
    let mine = 0;
    let others = 0;
    for (const { section } of this.steps) {
      const isTheirs = Boolean(role) && !isOf(stepAt(section), role);
      const within = section.parentElement.closest(".sop-step--other");
      if (isTheirs && !within) fold(section);
      else unfold(section);
      if (section.matches(".sop-step--group")) continue;
      if (isTheirs) others += 1;
      else mine += 1;
    }
    this.said.textContent = role
      ? `${tally("web.page.mine", mine)}${others ? ` ${tally("web.page.others", others)}` : ""}`
      : "";
  }
}

function fold(section) {
  if (section.matches(".sop-step--other")) return;
  section.classList.add("sop-step--other");
  bodyOf(section).hidden = "until-found"; // so that the browser's search still finds what is in it
  const title = section.querySelector(":scope > .sop-step__title");
  const who = section.querySelector(":scope > .sop-chips .sop-chip--role");
  title.append(
    make("span", { class: "sop-tag" }, who ? who.textContent.trim().replace(/\s+/g, " ") : say("web.page.other-role")),
  );
  title.append(make("button", { class: "sop-unfold", type: "button", onclick: () => reveal(section) }, say("web.page.unfold")));
}

function unfold(section) {
  if (!section?.matches(".sop-step--other")) return;
  section.classList.remove("sop-step--other");
  bodyOf(section).hidden = false;
  const title = section.querySelector(":scope > .sop-step__title");
  title.querySelector(".sop-unfold").remove();
  title.lastElementChild.remove();
}

/** Opens a folded step where its button was, and goes on there. */
function reveal(section) {
  unfold(section);
  const title = section.querySelector(":scope > .sop-step__title");
  title.tabIndex = -1;
  title.focus();
}

function bodyOf(section) {
  return section.querySelector(":scope > .sop-step__body");
}
