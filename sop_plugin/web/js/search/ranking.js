/** Which pages answer a question, and which of their entries: title over text, whole over in part, own language first. */

import { LITTLE, isFunctionWord } from "./function_words.js";
import { rarity } from "./matching.js";

/** How much more it counts what a page's own entry has, with its title and summary, than what its best one has. */
const OWN = 2;

/** From which share of the question on a page is shown beside pages that have all of it. */
const ENOUGH = 0.55;

/** Where none has all of it: from which part of the best share. */
const LEAST = 0.25;

/** Fewer pages than this with all of a sentence may have its words in other places, so that those with a part are shown too. */
const FEW_PAGES = 3;

/** From this share on, sums of parts are the whole. */
const WHOLE = 0.99;

/**
 * The pages, best first, each as `Found`.
 *
 * `matches` are `{match, unit}`, one for each unit; `mustBeWhole` where a page with a part of a unit is no answer once
 * there are pages with the whole.
 */
export function ranked(head, matches, mustBeWhole = false) {
  const wanted = matches.filter(({ unit }) => unit.sign !== "-");
  const masses = wanted.map(({ unit, match }) => massOf(match, head.entryCount) * (isFunctionWord(unit.text) ? LITTLE : 1));
  const total = masses.reduce((sum, one) => sum + one, 0) || 1;
  const onPages = columns(head.pageCount);
  const inEntries = columns(head.entryCount);
  const matched = new Map(matches.map(({ unit, match }) => [unit, best(head, match)]));
  for (const [at, { unit, match }] of wanted.entries()) {
    addRows(inEntries, match, masses[at] / total);
    addColumns(onPages, matched.get(unit), masses[at] / total);
  }
  for (const [unit, { shares }] of matched) {
    if (unit.sign) leaveOut(onPages, shares, unit.sign === "-");
  }
  const isAnswered = wanted.every(({ match }) => match.entries.length > 0);
  const least = leastShare(onPages.shares, isAnswered, mustBeWhole);
  const entries = (page) => sections(head, inEntries, page);
  const units = wanted.map(({ unit }) => unit).filter(({ text }) => !isFunctionWord(text));
  const missing = (page) => units.filter((unit) => !matched.get(unit).shares[page]);
  return scored(head, onPages, inEntries, least)
    .sort((one, other) => other.score - one.score || one.page - other.page)
    .map(({ page, score }) => new Found(page, score, entries, missing));
}

/** From which share of the question on a page is an answer. */
function leastShare(shares, isAnswered, mustBeWhole) {
  let most = 0;
  let wholes = 0;
  for (const share of shares) {
    if (share > most) most = share;
    if (share > WHOLE) wholes += 1;
  }
  if (!isAnswered || wholes === 0) return LEAST * most;
  if (mustBeWhole) return WHOLE;
  return wholes < FEW_PAGES ? LEAST : ENOUGH;
}

/** A page of an answer. There are hundreds, of which a few are shown, so what those tell is worked out when it is asked. */
class Found {
  #entries;
  #missing;

  constructor(page, score, entries, missing) {
    this.page = page;
    this.score = score;
    this.#entries = entries;
    this.#missing = missing;
  }

  /** Its entries that have a part of the question, best first, without its own. */
  entries() {
    return this.#entries(this.page);
  }

  /** The units of the question of which nothing is there. */
  missing() {
    return this.#missing(this.page);
  }
}

/** How much of a question a unit is: the rarer, the more. What is nowhere tells no page from another. */
function massOf({ entries, wholes }, total) {
  return entries.length > 0 ? rarity(wholes || entries.length, total) : 0;
}

/** For each page or entry its worth and the share of the question that is there. */
function columns(length) {
  return { worths: new Float32Array(length), shares: new Float32Array(length) };
}

/** The best worth and share of a match on each page. */
function best(head, { entries, worths, shares }) {
  const found = columns(head.pageCount);
  for (let row = 0; row < entries.length; row += 1) {
    const page = head.pageOf[entries[row]];
    if (worths[row] > found.worths[page]) found.worths[page] = worths[row];
    if (shares[row] > found.shares[page]) found.shares[page] = shares[row];
  }
  return found;
}

function addRows(sums, { entries, worths, shares }, weight) {
  for (let row = 0; row < entries.length; row += 1) {
    sums.worths[entries[row]] += weight * worths[row];
    sums.shares[entries[row]] += weight * shares[row];
  }
}

function addColumns(sums, { worths, shares }, weight) {
  for (let at = 0; at < worths.length; at += 1) {
    sums.worths[at] += weight * worths[at];
    sums.shares[at] += weight * shares[at];
  }
}

/** Takes away the pages that have the whole of a unit, or those that have not. */
function leaveOut(onPages, shares, hasWhole) {
  for (let page = 0; page < shares.length; page += 1) if ((shares[page] === 1) === hasWhole) onPages.shares[page] = 0;
}

/** The pages with at least a share of the question. What its own entry has of it, and its best one, count besides. */
function scored(head, onPages, inEntries, least) {
  const pages = [];
  for (let page = 0; page < head.pageCount; page += 1) {
    const share = onPages.shares[page];
    if (share === 0 || share < least) continue;
    const own = inEntries.worths[head.starts[page]];
    let closest = own;
    for (let entry = head.starts[page] + 1; entry < head.starts[page + 1]; entry += 1) {
      closest = Math.max(closest, inEntries.worths[entry]);
    }
    pages.push({ page, score: share * (onPages.worths[page] + closest + OWN * own) * head.weights[page] });
  }
  return pages;
}

/** The entries of a page that have a part of the question, but for the page's own, best first. */
function sections(head, { worths, shares }, page) {
  const entries = [];
  for (let entry = head.starts[page] + 1; entry < head.starts[page + 1]; entry += 1) if (shares[entry] > 0) entries.push(entry);
  const standing = (entry) => shares[entry] * worths[entry];
  return entries.sort((one, other) => standing(other) - standing(one) || one - other);
}
