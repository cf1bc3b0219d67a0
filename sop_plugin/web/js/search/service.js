/** Answers as they are shown, as plain data: they may come from another thread than the page's. */

import { narrowed, offered } from "./narrowing.js";
import { partsOf, snippetOf } from "./marking.js";
import { Searcher } from "./searcher.js";

/** Sections of a page that are shown without being asked for. */
const SECTIONS = 3;

export class SearchService {
  /** `fetch(name)` promises the value of a file of the index; pages in `language` come first. */
  constructor(fetch, language) {
    this.searcher = new Searcher(fetch, language);
  }

  /**
   * The pages of an answer from one place to another: `{isAsked, count, items}`. `chosen` are the facets that narrow it
   * down, as `[family, name]`; `isAsked` is false where there was no question.
   */
  async find(question, chosen, from, to) {
    const { units, pages } = await this.answerTo(question);
    const kept = chosen.length ? narrowed(pages, await this.facetsOf(chosen)) : pages;
    const shown = await this.searcher.shown(kept, units, from, to);
    const items = await Promise.all(shown.map((page) => this.itemOf(page, units)));
    return { isAsked: units.length > 0, count: kept.length, items };
  }

  /** What narrows an answer down: `{family, name, count, isChosen}`. */
  async facets(question, chosen) {
    const { pages } = await this.answerTo(question);
    if (pages.length === 0) return [];
    const picked = await this.facetsOf(chosen);
    return offered(pages, await this.searcher.facets(), picked).map(({ facet, count }) => {
      const { family, name } = facet;
      return { family, name, count, isChosen: picked.includes(facet) };
    });
  }

  /** Entries of an answer by their numbers. */
  async entries(question, numbers) {
    const { units } = await this.answerTo(question);
    return (await this.searcher.entries(numbers, units)).map(shownEntry);
  }

  /** The answer to a question; that to the last one is kept. */
  answerTo(question) {
    if (this.last?.question !== question) {
      const answer = this.searcher.ask(question);
      this.last = { question, answer };
      answer.catch(() => (this.last = undefined));
    }
    return this.last.answer;
  }

  async facetsOf(chosen) {
    const facets = await this.searcher.facets();
    return facets.filter((facet) => chosen.some(([family, name]) => facet.family === family && facet.name === name));
  }

  /** A page of an answer: its own entry, its best sections, the numbers of its `others`, and what is `missing` there. */
  async itemOf({ own, best, others, missing }, units) {
    const more = SECTIONS - best.length;
    const sections = await this.searcher.entries(others.slice(0, more), units);
    return {
      own: shownEntry(own),
      sections: [...best, ...sections].map(shownEntry),
      others: others.slice(more),
      missing: missing.map(({ said }) => said),
    };
  }
}

/** An entry as parts of text, marked or not: `{url, title, words, tags}`. */
function shownEntry({ url, title, text, names, tags }) {
  const isNamed = !text.marks.length && names.marks.length > 0;
  return {
    url,
    title: partsOf(title.words, title.marks),
    words: isNamed ? partsOf(names.words, names.marks) : snippetOf(text.words, text.marks),
    tags: tags.map(({ words, marks }) => partsOf(words, marks)),
  };
}
