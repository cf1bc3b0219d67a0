/** What the search box finds: the answers to its questions, ten pages at a time, and what narrows them down. */

import { make } from "../kit/elements.js";
import { OWN_ADDRESS, load, loadStyle } from "../kit/load.js";
import { language, say, tally } from "../kit/words.js";
import { PAGES } from "../search/paging.js";
import { itemOf, nothingOf, troubleOf } from "../search/results.js";
import { SearchThread } from "../search/thread.js";

/** Milliseconds without an answer after which the reader is told that one is looked for. */
const PATIENCE = 400;

/** How many pages fill a phone's screen above its keyboard; they do not wait for the others. */
const AT_ONCE = 1;

const FAMILIES = {
  kind: () => say("web.search.by.kind"),
  role: () => say("index.by.role"),
  channel: () => say("index.by.channel"),
  tag: () => say("index.by.tag"),
  status: () => say("index.by.status"),
  tool: () => say("web.search.by.tool"),
};

class Finding {
  constructor(box) {
    this.root = new URL(box.dataset.index, document.baseURI).href;
    this.site = new URL("..", this.root).href;
    this.all = box.dataset.all;
    this.hasThreads = globalThis.Worker && location.protocol !== "file:";
    this.status = box.querySelector(".md-search-result__meta");
    this.list = box.querySelector(".md-search-result__list");
    this.chips = make("div", { class: "sop-facets", role: "group", "aria-label": say("web.search.narrow"), hidden: true });
    this.status.after(this.chips);
    this.chosen = [];
    this.turn = 0;
  }

  /** Answers a question. */
  async answer(question) {
    const asked = question.trim();
    if (asked === this.asked) return;
    this.asked = asked;
    await this.show();
  }

  /** Promises what looks answers up. */
  service() {
    this.promised ??= this.started();
    this.promised.catch(() => (this.promised = undefined));
    return this.promised;
  }

  async started() {
    const tongue = document.documentElement.lang || language();
    if (this.hasThreads) {
      const worker = new Worker(new URL("searching.js", OWN_ADDRESS), { name: JSON.stringify([this.root, tongue]) });
      return new SearchThread(worker, () => {
        this.hasThreads = false;
        this.promised = undefined;
      });
    }
    await load("searching");
    return globalThis.sopSearching(this.root, tongue);
  }

  /** Shows the answer to the question, and what narrows it down, unless a newer one comes in between. */
  async show() {
    this.turn += 1;
    const { hasThreads, turn } = this;
    const isOld = () => turn !== this.turn;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => (this.status.textContent = say("web.search.looking")), PATIENCE);
    try {
      await this.showAnswer(isOld);
    } catch {
      if (isOld()) return;
      if (hasThreads && !this.hasThreads) await this.show(); // this time in the page
      else this.showTrouble();
    }
  }

  async showAnswer(isOld) {
    const { asked } = this;
    const service = await this.service();
    const { isAsked, count, items } = await service.find(asked, this.chosen, 0, AT_ONCE);
    if (isOld()) return;
    clearTimeout(this.waiting);
    if (!isAsked) this.chosen = [];
    this.list.replaceChildren(...this.itemsOf(items), ...(isAsked && count === 0 ? [nothingOf(this.all)] : []));
    this.status.textContent = isAsked ? tally("web.search.found", count) : say("web.search.type");
    this.chips.hidden = count === 0; // its room is kept, so that nothing moves when what is in it comes
    await seen(); // what stands first does not wait for the others
    if (isOld()) return;
    const others = await service.find(asked, this.chosen, AT_ONCE, PAGES);
    const facets = await service.facets(asked, this.chosen);
    if (isOld()) return;
    this.list.append(...this.itemsOf(others.items));
    this.offerMore(PAGES, count);
    this.offerFacets(facets);
  }

  /** Says that no answer came. The next try begins anew: the site may have another index by now. */
  showTrouble() {
    const { asked } = this;
    clearTimeout(this.waiting);
    this.asked = undefined;
    this.promised?.then((service) => service instanceof SearchThread && service.end());
    this.promised = undefined;
    this.status.textContent = say("web.search.failed");
    this.list.replaceChildren(troubleOf(() => this.answer(asked)));
    this.chips.hidden = true;
  }

  itemsOf(items) {
    const { asked } = this;
    const more = async (numbers) => (await this.service()).entries(asked, numbers);
    return items.map((item) => itemOf(item, this.site, more));
  }

  /** A button behind the list for the pages that follow the first so many. */
  offerMore(from, count) {
    if (count <= from) return;
    const { asked } = this;
    const show = async () => {
      const service = await this.service();
      const { items } = await service.find(asked, this.chosen, from, from + PAGES);
      const next = this.itemsOf(items);
      item.replaceWith(...next);
      next[0].querySelector("a").focus();
      this.offerMore(from + PAGES, count);
    };
    const button = make("button", { type: "button", class: "sop-found-more", onclick: show }, tally("web.search.more", count - from));
    const item = make("li", { class: "md-search-result__item" }, button);
    this.list.append(item);
  }

  offerFacets(facets) {
    const focused = document.activeElement.closest?.(".sop-facet")?.dataset.name;
    const chips = facets.map((facet) => this.chip(facet));
    this.chips.replaceChildren(...chips);
    this.chips.hidden = chips.length === 0;
    if (focused) chips.find((chip) => chip.dataset.name === focused)?.focus();
  }

  chip({ family, name, count, isChosen }) {
    const choose = () => {
      this.chosen = isChosen ? this.chosen.filter((one) => one.join() !== `${family},${name}`) : [...this.chosen, [family, name]];
      this.show();
    };
    return make(
      "button",
      { type: "button", class: "sop-facet", "aria-pressed": String(isChosen), "data-name": `${family} ${name}`, onclick: choose },
      make("span", { class: "sop-name" }, `${FAMILIES[family]()} `),
      `${name} `,
      make("span", { class: "sop-facet__count" }, count),
    );
  }
}

/** Ends when what the page shows now has been painted. */
function seen() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

const box = document.querySelector(".md-search[data-index]");
const finding = new Finding(box);
loadStyle("search").catch(() => {});
box.addEventListener("sop-question", (event) => finding.answer(event.detail));
