/** The layer over the page that shows one step at a time. */

import { make } from "../kit/elements.js";
import { say } from "../kit/words.js";
import { Awake } from "./awake.js";
import { interrupted, onwardFrom, placeBefore, progressAt, START, stepOf } from "./course.js";
import { nameOf, sectionOf, headingOf, wordsFor } from "./reading.js";
import { screenAt } from "./screens.js";
import { onSwipe } from "./swipe.js";

export class Frame {
  /**
   * `role()` tells whose steps the reader wants to see. `go(place)` and `goBack()` are called when they want to go there,
   * `leave()` when they want to have the whole page again.
   */
  constructor(article, course, { role, go, goBack, leave }) {
    Object.assign(this, { article, course, role, go, goBack, leave });
    this.said = make("p", { class: "sop-floor__said", role: "status" });
    this.bar = make("span", { class: "sop-floor__track" }, make("span"));
    this.all = make("button", { class: "sop-button", type: "button", "aria-expanded": "false", onclick: () => this.#toggle() }, say("web.floor.all"));
    this.list = make("nav", { class: "sop-floor__all", "aria-label": say("web.floor.all"), hidden: true });
    this.screen = make("div", { class: "sop-floor__screen" });
    this.dark = make("p", { class: "sop-floor__dark", hidden: true }, say("web.floor.dark"));
    this.before = make("button", { class: "sop-floor__before", type: "button", onclick: () => this.goBack() }, say("web.floor.before"));
    this.next = make("button", { class: "sop-floor__next", type: "button", onclick: () => this.#goWhereTheButtonSays() });
    this.dialog = make(
      "dialog",
      { class: "sop-floor", closedby: "none", "aria-label": article.querySelector("h1").textContent },
      make(
        "div",
        { class: "sop-floor__bar" },
        this.said,
        this.all,
        make("button", { class: "sop-button", type: "button", onclick: () => this.leave() }, say("web.page.close")),
        this.bar,
      ),
      this.list,
      this.screen,
      this.dark,
      make("div", { class: "sop-floor__feet" }, this.before, this.next),
    );
    this.awake = new Awake((isLit) => (this.dark.hidden = isLit));
    this.#listen();
    article.append(this.dialog);
  }

  /** Shows a place. `trail` is the way that led to it. */
  show(place, trail) {
    this.place = place;
    this.trail = trail;
    this.#fold();
    this.screen.replaceChildren(screenAt(this.course, place, this.role()));
    this.#showProgress();
    this.#showFeet();
    if (!this.dialog.open) {
      this.dialog.showModal();
      this.awake.keep();
    }
    this.dialog.scrollTop = 0;
    this.screen.querySelector("h2").focus({ preventScroll: true });
  }

  close() {
    this.awake.letGo();
    this.dialog.close();
  }

  #goWhereTheButtonSays() {
    const { href, place } = this.next.dataset;
    if (href) location.assign(href);
    else if (place === "leave") this.leave();
    else if (place) this.go(place);
    else this.#choices()[0]?.focus();
  }

  /** Goes on where the way is plain. Where there is something to choose, no swipe and no key passes over it. */
  #goOn() {
    const [first] = this.#choices();
    if (first) first.focus();
    else this.#goWhereTheButtonSays();
  }

  #choices() {
    return this.screen.querySelectorAll(".sop-floor__choice :is(button, a)");
  }

  /** How far the work has come; beside the steps, what kind of work it is. */
  #showProgress() {
    const progress = progressAt(this.course, this.place);
    const family = stepOf(this.course, this.place)?.family;
    this.said.textContent = progress
      ? say("web.floor.progress", { number: progress.number, count: progress.count })
      : family ? headingOf(family) : "";
    const share = progress ? progress.number / progress.count : Number(this.place !== START);
    this.bar.firstElementChild.style.inlineSize = `${100 * share}%`;
  }

  #showFeet() {
    this.before.disabled = this.trail.length < 2 && !placeBefore(this.course, this.place);
    const step = stepOf(this.course, this.place);
    const isStart = this.place === START;
    const to = step ? onwardFrom(this.course, this.place) : "";
    delete this.next.dataset.href;
    this.next.dataset.place = to;
    this.next.classList.toggle("sop-floor__next--choice", (isStart || Boolean(step)) && !to);
    if (isStart) this.#showNext(say("web.floor.choose"));
    else if (!step) this.#showFootBehind();
    else if (to === "sop") this.#showFootAway(step);
    else if (!to) this.#showNext(say("web.floor.choose"));
    else if (this.#choices().length) this.#showNext(say("web.floor.none"), wordsFor(this.course, this.place, to));
    else this.#showNext(say("web.floor.next"), wordsFor(this.course, this.place, to));
  }

  /** Behind the last step there is only the page; behind work beside, that which it interrupted. */
  #showFootBehind() {
    const back = this.place === "over" ? interrupted(this.course, this.trail) : "";
    this.next.dataset.place = back || "leave";
    if (back) this.#showNext(say("web.floor.return"), wordsFor(this.course, this.place, back));
    else this.#showNext(say("web.page.close"));
  }

  #showFootAway(step) {
    const link = sectionOf(step).querySelector(":scope > .sop-step__body > .sop-onward > .sop-flow > .sop-go .sop-doc");
    this.next.dataset.href = link?.href ?? "";
    this.#showNext(say("web.floor.next"), link?.textContent ?? say("page.go.end"));
  }

  #showNext(words, where) {
    this.next.replaceChildren(make("span", {}, words), where ? make("small", {}, where) : "");
  }

  #toggle() {
    if (!this.list.hidden) {
      this.#fold();
      return;
    }
    this.list.replaceChildren(...this.#families());
    this.list.hidden = false;
    this.screen.hidden = true;
    this.all.setAttribute("aria-expanded", "true");
    this.list.querySelector("[aria-current]")?.scrollIntoView({ block: "center" });
  }

  #fold() {
    this.list.hidden = true;
    this.screen.hidden = false;
    this.all.setAttribute("aria-expanded", "false");
  }

  /** The steps of each section below its title. */
  *#families() {
    const here = stepOf(this.course, this.place)?.id;
    for (const family of new Set(this.course.steps.map((step) => step.family))) {
      const steps = this.course.steps.filter((step) => step.family === family);
      yield make("h2", {}, headingOf(family));
      const item = (step) => {
        const { number, title } = nameOf(step);
        const current = step.id === here ? "step" : null;
        const button = { class: "sop-floor__way", type: "button", "data-place": step.id, "aria-current": current };
        return make("li", {}, make("button", button, make("span", {}, make("b", {}, number), ` ${title}`)));
      };
      yield make("ul", { class: "sop-floor__ways" }, steps.map(item));
    }
  }

  #listen() {
    this.dialog.addEventListener("click", (event) => this.#follow(event));
    this.dialog.addEventListener("keydown", (event) => this.#press(event));
    this.dialog.addEventListener("cancel", (event) => {
      if (event.target !== this.dialog) return;
      event.preventDefault();
      this.leave();
    });
    onSwipe(this.dialog, (way) => {
      if (!this.list.hidden) return;
      if (way > 0) this.#goOn();
      else this.#back();
    });
  }

  /** Follows a button that leads somewhere, or a link of the page that leads to a step or an end. */
  #follow(event) {
    const place = event.target.closest(".sop-floor__way")?.dataset.place;
    if (place) {
      this.go(place);
      return;
    }
    const href = event.target.closest("a[href^='#']")?.getAttribute("href");
    const linked = href && decodeURIComponent(href.slice(1));
    if (!linked || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!stepOf(this.course, linked) && !this.course.ends.some((end) => linked === `end.${end}`)) return;
    event.preventDefault();
    this.go(linked);
  }

  #press(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest("input, select, textarea, video, .sop-scroll, dialog:not(.sop-floor)")) return;
    const { dialog } = this;
    const isAtTop = dialog.scrollTop <= 0;
    const isAtBottom = dialog.scrollTop + dialog.clientHeight >= dialog.scrollHeight - 2;
    const deeds = {
      ArrowRight: () => this.#goOn(),
      ArrowLeft: () => this.#back(),
      PageDown: isAtBottom && (() => this.#goOn()), // what is below the fold is read first
      PageUp: isAtTop && (() => this.#back()),
      Home: () => this.go(this.course.start),
      Escape: () => this.leave(),
    };
    if (!deeds[event.key]) return;
    event.preventDefault();
    deeds[event.key]();
  }

  #back() {
    if (!this.before.disabled) this.goBack();
  }
}
