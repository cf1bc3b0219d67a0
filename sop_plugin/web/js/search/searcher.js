/** Questions and answers over the files of an index; see `views/search/index.py` for what they hold. */

import { decoded, fromRuns } from "./codes.js";
import { folding } from "./folding.js";
import { amountApart, formsOf, wordsApart } from "./forms.js";
import { weightsOfPairs } from "./function_words.js";
import { Head } from "./head.js";
import { postingsIn, termsWith } from "./lookup.js";
import { marksIn } from "./marking.js";
import { anyOf, bestOf, together, withOthers } from "./matching.js";
import { PAGES } from "./paging.js";
import { noteName, noteOtherForms, noteOtherNames, unitsOf } from "./question.js";
import { ranked } from "./ranking.js";
import { FEWEST_LETTERS, lengthsAround, mayMean } from "./slips.js";
import { pairsOf } from "./terms.js";

/** Files that are read at most for what begins with a character or with a few letters. */
const MOST_FILES = { run: 24, word: 4 };

/** What is worth less than the word itself: a longer word, one that a slip may have been meant for, another name. */
const LONGER = 0.7;
const OTHER_FORM = 0.7;
const SLIP = 0.6;
const OTHER_NAME = 0.8;

/** A word in fewer entries than this may have been meant for two. */
const FEW = 3;

/** A version or a decimal number. */
const FIGURE = /^\d+(?:\.\d+)+$/;

/** A run of so few characters is one word: a page with a part of it is no answer. */
const ONE_WORD = 3;

export class Searcher {
  /** `fetch(name)` promises the value that a file of the index hands over, `"index"` first. */
  constructor(fetch, language) {
    this.fetch = fetch;
    this.language = language;
  }

  /** Reads what every question needs. */
  ready() {
    this.start ??= this.fetch("index").then((data) => {
      this.head = new Head(data, this.language);
      this.fold = folding(data.forms);
      this.names = this.head.names.map((names) => [...new Set(names.map((name) => this.named(name)).filter(Boolean))]);
    });
    this.start.catch(() => (this.start = undefined));
    return this.start;
  }

  /**
   * The answer to a question: `{units, pages}`, the pages ranked. Nothing is asked where `units` is empty.
   */
  async ask(question) {
    await this.ready();
    const units = unitsOf(question, this.fold);
    noteOtherNames(units, this.names);
    noteOtherForms(units);
    const matches = await Promise.all(units.map(async (unit) => ({ unit, match: await this.matchOf(unit) })));
    const [only] = units;
    const mustBeWhole = units.length === 1 && (!only.run || only.run.length <= ONE_WORD);
    const pages = units.some(({ sign }) => sign !== "-") ? ranked(this.head, matches, mustBeWhole) : [];
    return { units, pages };
  }

  /** A name as `unitsOf` has its units, parted by spaces. */
  named(name) {
    return unitsOf(name, this.fold).map(({ text }) => text).join(" ");
  }

  async matchOf(unit) {
    const own = await this.matchOfVariants(unit);
    if (!unit.also) return own;
    const others = unit.also.map((name) => {
      const units = unitsOf(name, this.fold);
      return Promise.all(units.map((each) => this.matchAsWritten(each)));
    });
    return withOthers(own, await Promise.all(others), OTHER_NAME, this.head.entryCount);
  }

  /** The match of a unit, and of what it would say with other names in it. */
  async matchOfVariants(unit) {
    const own = await this.matchOfItself(unit);
    if (!unit.variants) return own;
    const others = unit.variants.flatMap((text) => unitsOf(text, this.fold)).map((other) => this.matchOfRun(other));
    return bestOf(own, await Promise.all(others), OTHER_NAME, this.head.entryCount);
  }

  matchOfItself(unit) {
    if (unit.run) return this.matchOfRun(unit);
    return unit.parts.length > 1 ? this.matchOfJoined(unit) : this.matchOfWord(unit);
  }

  /** The match of what nobody may have meant otherwise. */
  async matchAsWritten(unit) {
    if (unit.run) return this.matchOfRun(unit);
    const [exact] = unit.whole ? await this.postingsOf([unit.whole]) : [];
    const terms = exact || FIGURE.test(unit.text) ? [exact] : await this.postingsOf(unit.parts);
    return together(terms, this.head.entryCount);
  }

  /** A number before a run belongs to it: 30 分鐘 is more than 30 and 分鐘. */
  async matchOfRun({ run, text, counted }) {
    const { entryCount } = this.head;
    const first = counted ? await this.postingsOf([counted]) : [];
    if (run.length > 1) {
      const pairs = pairsOf(run);
      const found = await this.postingsOf(pairs);
      const weights = weightsOfPairs(pairs, found.map((one) => one?.entries.length ?? 0));
      return together([...first, ...found], entryCount, [...first.map(() => 1), ...weights]);
    }
    const [found] = first;
    return anyOf(found ? [{ ...found, factor: 1 }] : await this.longer(text, MOST_FILES.run, 1), entryCount);
  }

  /** Words joined by marks: what has figures, such as a version or an id, is meant exactly, not a part of it. */
  async matchOfJoined(unit) {
    const { entryCount } = this.head;
    const [exact] = unit.whole ? await this.postingsOf([unit.whole]) : [];
    const hasFigures = /\p{N}/u.test(unit.text);
    unit.isExact = Boolean(exact) || hasFigures;
    const whole = anyOf(exact ? [{ ...exact, factor: 1 }] : [], entryCount);
    if ((exact && hasFigures) || FIGURE.test(unit.text)) return whole;
    const longer = exact || !unit.isOpen || !unit.whole ? [] : await this.longer(unit.whole, MOST_FILES.word, LONGER);
    if (longer.length > 0) return anyOf(longer, entryCount);
    const parts = together(await this.postingsOf(unit.parts), entryCount);
    return exact || hasFigures ? withOthers(whole, [[parts]], OTHER_NAME, entryCount) : parts;
  }

  async matchOfWord(unit) {
    const { entryCount } = this.head;
    const [word] = unit.parts;
    const [found] = await this.postingsOf([word]);
    const mayGoOn = (unit.isOpen && word.length > 2) || !found;
    const others = [...(await this.forms(unit)), ...(mayGoOn ? await this.begun(unit) : [])];
    const all = [...(found ? [{ ...found, factor: 1 }] : []), ...others];
    const match = anyOf(all.length ? all : await this.slips(unit), entryCount);
    const { length } = match.entries;
    const words = (length < FEW && wordsApart(unit.text)) || (length === 0 && amountApart(unit.text));
    if (words) noteName([unit], words.join(" "));
    return match;
  }

  /** The postings of each term, undefined for one that nothing holds. */
  postingsOf(terms) {
    return Promise.all(
      terms.map(async (term) => {
        const [file] = this.head.termFiles(term);
        return file ? postingsIn(await this.fetch(file), term) : undefined;
      }),
    );
  }

  /** The postings of the terms that begin with `prefix`, of those that `isMeant`. */
  async longer(prefix, mostFiles, factor, isMeant = () => true) {
    const names = this.head.termFiles(prefix, `${prefix}\uffff`).slice(0, mostFiles);
    const files = await Promise.all(names.map((name) => this.fetch(name)));
    const terms = files.flatMap((file) => [...termsWith(file, prefix)]);
    return terms.filter(({ term }) => isMeant(term)).map(({ postings }) => ({ ...postings(), factor }));
  }

  /** The postings of what begins with a word, or with the beginning of one. */
  async begun(unit) {
    return unit.text.length > 1 ? this.longer(unit.text, MOST_FILES.word, LONGER) : [];
  }

  /** The postings of the other forms of a word. */
  async forms(unit) {
    const forms = formsOf(unit.parts[0]);
    return forms ? this.longer(forms.root, 1, OTHER_FORM, forms.isForm) : [];
  }

  /** The postings of the words that a word which nothing holds may have been meant for. */
  async slips(unit) {
    const { text } = unit;
    if (text.length < FEWEST_LETTERS || !/^[a-z]+$/.test(text)) return [];
    const lengths = lengthsAround(text.length).filter((length) => this.head.wordLengths.has(length));
    const lists = await Promise.all(lengths.map((length) => this.fetch(`w${length}`)));
    unit.instead = lists.flatMap((list) => list.split(" ").filter((other) => mayMean(text, other)));
    const postings = await this.postingsOf(unit.instead);
    return postings.filter(Boolean).map((found) => ({ ...found, factor: SLIP }));
  }

  /**
   * What is shown of ranked pages from one place to another, within so many as are shown at a time: `{own, best, others,
   * missing}`. `own` is the page's entry, `best` a list of the best of its others, if any, `others` are the numbers of the
   * rest, best first. Pages that have the question word for word come first of those; the others are only fetched for the
   * first place where the best page has it not.
   */
  async shown(pages, units, from, to) {
    const start = from - (from % PAGES);
    const filled = (some) => Promise.all(some.map((page) => this.filled(page, units)));
    const [top] = await filled(pages.slice(start, start + 1));
    if (!top || (top.isExact && to === start + 1)) return top ? [top] : [];
    const others = await filled(pages.slice(start + 1, start + PAGES));
    const sorted = [top, ...others].sort((one, other) => other.isExact - one.isExact);
    return sorted.slice(from - start, to - start);
  }

  async filled(answer, units) {
    const [first, ...others] = answer.entries();
    const looked = [this.head.starts[answer.page], ...(first === undefined ? [] : [first])];
    const [own, ...best] = await this.entries(looked, units);
    const isExact = [own, ...best].some(({ title, text, names }) => title.isWhole || text.isWhole || names.isWhole);
    return { own, best, others, missing: answer.missing(), isExact };
  }

  /** Several entries with what is to be marked in them. */
  entries(numbers, units) {
    return Promise.all(numbers.map((number) => this.entry(number, units)));
  }

  /** An entry with what is to be marked in it. */
  async entry(number, units) {
    const parts = await this.fetch(this.head.entryFile(number));
    const [url, tags, first, entries] = parts.find(([, , from, held]) => from <= number && number < from + held.length);
    const [anchor, title, text, ...names] = entries[number - first];
    const marked = (words) => ({ words, ...marksIn(words, units, this.fold) });
    return {
      url: anchor ? `${url}#${encodeURIComponent(anchor)}` : url,
      title: marked(title),
      text: marked(text),
      names: marked(names.join(" · ")),
      tags: anchor ? [] : tags.map(marked),
    };
  }

  /** The facets: `{family, name, pages}`, `pages` a set. */
  async facets() {
    this.values ??= (await this.fetch("facets")).map(([family, name, pages]) => ({ family, name, pages: new Set(fromRuns(decoded(pages))) }));
    return this.values;
  }
}
