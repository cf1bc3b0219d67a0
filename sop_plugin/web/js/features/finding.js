/** What the search box finds: the answers to its questions, ten pages at a time, and what narrows them down. */

import { make } from "../kit/elements.js";
import { loadStyle } from "../kit/load.js";
import { language, say, tally } from "../kit/words.js";
import { delivery } from "../search/delivery.js";
import { narrowed, offered } from "../search/narrowing.js";
import { itemOf } from "../search/results.js";
import { Searcher } from "../search/searcher.js";

const PAGES = 10;

/** How many of them fill a phone's screen; they do not wait for the others. */
const AT_ONCE = 3;

/** Sections of a page that are shown without being asked for. */
const SECTIONS = 3;

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
    const root = new URL(box.dataset.index, document.baseURI);
    this.site = new URL("..", root);
    this.searcher = new Searcher(delivery(root), document.documentElement.lang || language());
    this.status = box.querySelector(".md-search-result__meta");
    this.list = box.querySelector(".md-search-result__list");
    this.chips = make("div", { class: "sop-facets", role: "group", "aria-label": say("web.search.narrow"), hidden: true });
    this.status.after(this.chips);
    this.chosen = [];
    this.turn = 0;
  }

  /** Answers a question, unless a newer one comes in between. */
  async answer(question) {
    const asked = question.trim();
    if (asked === this.asked) return;
    this.asked = asked;
    await this.inTurn(async () => {
      const answer = await this.searcher.ask(question);
      if (answer.units.length === 0) this.chosen = [];
      return answer;
    });
  }

  /** Shows the answer that `find` promises, and what narrows it down, unless a newer one comes in between. */
  async inTurn(find) {
    this.turn += 1;
    const { turn } = this;
    const isOld = () => turn !== this.turn;
    try {
      const answer = await find();
      if (isOld()) return;
      const pages = narrowed(answer.pages, this.chosen);
      const first = await this.items(pages.slice(0, AT_ONCE), answer.units);
      if (isOld()) return;
      this.found = answer;
      this.list.replaceChildren(...first);
      this.status.textContent = answer.units.length ? tally("web.search.found", pages.length) : say("web.search.type");
      await new Promise((rest) => setTimeout(rest)); // what stands first is in sight before the others are made
      const others = await this.items(pages.slice(AT_ONCE, PAGES), answer.units);
      if (isOld()) return;
      this.list.append(...others);
      this.offerMore(pages.slice(PAGES), answer.units);
      const facets = answer.pages.length > 0 ? await this.searcher.facets() : [];
      if (!isOld()) this.offerFacets(facets);
    } catch {
      if (isOld()) return;
      this.asked = undefined;
      this.status.textContent = say("web.search.failed");
    }
  }

  async items(pages, units) {
    const shown = await this.searcher.shown(pages, units);
    return Promise.all(
      shown.map(async (page) => {
        const sections = await this.searcher.entries(page.others.slice(0, SECTIONS), units);
        const others = page.others.slice(SECTIONS);
        return itemOf(page, sections, others.length, this.site, () => this.searcher.entries(others, units));
      }),
    );
  }

  /** A button behind the list for the pages that follow. */
  offerMore(pages, units) {
    if (pages.length === 0) return;
    const show = async () => {
      const next = await this.items(pages.slice(0, PAGES), units);
      item.replaceWith(...next);
      next[0].querySelector("a").focus();
      this.offerMore(pages.slice(PAGES), units);
    };
    const button = make("button", { type: "button", class: "sop-found-more", onclick: show }, tally("web.search.more", pages.length));
    const item = make("li", { class: "md-search-result__item" }, button);
    this.list.append(item);
  }

  offerFacets(facets) {
    const focused = document.activeElement.closest?.(".sop-facet")?.dataset.name;
    const chips = offered(this.found.pages, facets, this.chosen).map((one) => this.chip(one));
    this.chips.replaceChildren(...chips);
    this.chips.hidden = chips.length === 0;
    if (focused) chips.find((chip) => chip.dataset.name === focused)?.focus();
  }

  chip({ facet, count }) {
    const isChosen = this.chosen.includes(facet);
    const { family, name } = facet;
    const choose = () => {
      this.chosen = isChosen ? this.chosen.filter((one) => one !== facet) : [...this.chosen, facet];
      this.inTurn(async () => this.found);
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

const box = document.querySelector(".md-search[data-index]");
const finding = new Finding(box);
loadStyle("search").catch(() => {});
box.addEventListener("sop-question", (event) => finding.answer(event.detail));
