/** The search box of every page: its keys and how it opens. What finds anything is fetched when it is first used. */

import { load } from "../kit/load.js";
import { say } from "../kit/words.js";

const LETTERS = ["/", "f", "s"];

class SearchBox {
  constructor(box) {
    this.box = box;
    this.toggle = document.getElementById("__search");
    this.field = box.querySelector(".md-search__input");
    this.isComposing = false;
  }

  listen() {
    const { field } = this;
    field.addEventListener("focus", () => this.open());
    field.addEventListener("input", () => this.ask());
    field.addEventListener("compositionstart", () => (this.isComposing = true));
    field.addEventListener("compositionend", () => {
      this.isComposing = false;
      this.ask();
    });
    field.form.addEventListener("submit", (event) => event.preventDefault());
    field.form.addEventListener("reset", () => {
      setTimeout(() => this.ask()); // the field is emptied after this
      field.focus();
    });
    this.toggle.addEventListener("change", () => this.followToggle());
    this.box.addEventListener("keydown", (event) => this.answerKey(event));
    this.box.addEventListener("click", (event) => {
      if (event.target.closest("a[href]")) this.close();
    });
    this.box.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !this.box.contains(relatedTarget)) this.close();
    });
    document.addEventListener("keydown", (event) => this.answerLetter(event));
    const asked = new URLSearchParams(location.search).get("q");
    if (asked) {
      this.field.value = asked;
      this.open();
    } else if (this.toggle.checked) this.followToggle(); // a page that is come back to
  }

  open() {
    if (!this.toggle.checked) this.toggle.click();
    this.ask();
  }

  close() {
    if (this.toggle.checked) this.toggle.click();
    if (this.box.contains(document.activeElement)) document.activeElement.blur();
  }

  followToggle() {
    if (this.toggle.checked) this.field.focus();
    else this.close();
  }

  /** Passes the question on, but for one that an input method is still composing. */
  async ask() {
    if (this.isComposing) return;
    const status = this.box.querySelector(".md-search-result__meta");
    try {
      if (!status.textContent) status.textContent = say("web.search.loading");
      await load("finding");
      this.box.dispatchEvent(new CustomEvent("sop-question", { detail: this.field.value }));
    } catch {
      status.textContent = say("web.search.failed");
    }
  }

  answerLetter(event) {
    if (!LETTERS.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || this.toggle.checked) return;
    const at = event.target;
    if (at.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog[open]")) return;
    event.preventDefault();
    this.field.focus();
    this.field.select();
  }

  answerKey(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const at = document.activeElement;
    if (event.key === "Escape") this.close();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") this.step(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && at === this.field) this.box.querySelector(".md-search-result__link")?.click();
    else if (isWriting(event) && !at.matches("input, button, summary")) {
      this.field.focus(); // what is typed goes into the question
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Moves the focus through the field and what is found, round and round. */
  step(by) {
    const shown = [...this.box.querySelectorAll(".md-search-result__list :is(a, button, summary)")];
    const stops = [this.field, ...shown.filter((one) => one.checkVisibility?.() ?? true)];
    const place = Math.max(0, stops.indexOf(document.activeElement));
    stops[(place + by + stops.length) % stops.length].focus();
  }
}

function isWriting(event) {
  return event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
}

const box = document.querySelector(".md-search[data-index]");
if (box) new SearchBox(box).listen();
