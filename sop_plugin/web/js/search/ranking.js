/** Which pages answer a question, and which of their entries: title over text, whole over in part, own language first. */

import { rarity } from "./matching.js";

/** From which share of the question on a page is shown beside pages that have all of it. */
const ENOUGH = 0.55;

/** Below this share a page has hardly anything to do with the question. */
const LEAST = 0.2;

/**
 * The pages, best first: `{page, score, entries, missing}`, `entries` best first without the page's own, `missing` the units
 * of which nothing is there.
 *
 * `matches` are `{match, unit}`, one for each unit; `mustBeWhole` where a page with a part of a unit is no answer once
 * there are pages with the whole.
 */
export function ranked(head, matches, mustBeWhole = false) {
  const wanted = matches.filter(({ unit }) => unit.sign !== "-");
  const masses = wanted.map(({ match }) => mass(match, head));
  const total = masses.reduce((sum, one) => sum + one, 0);
  const scores = new Float32Array(head.pageCount);
  const shares = new Float32Array(head.pageCount);
  const entryScores = new Float32Array(head.entryCount);
  const entryShares = new Float32Array(head.entryCount);
  const required = new Uint8Array(head.pageCount);
  const there = wanted.map(() => new Uint8Array(head.pageCount));
  let signs = 0;
  for (const [at, { match, unit }] of wanted.entries()) {
    const weight = masses[at] / total;
    signs += unit.sign === "+" ? 1 : 0;
    eachPage(head, match, (page, from, to) => {
      let best = 0;
      let share = 0;
      for (let row = from; row < to; row += 1) {
        best = Math.max(best, match.worth[row]);
        share = Math.max(share, match.share[row]);
        entryScores[match.entries[row]] += weight * match.worth[row];
        entryShares[match.entries[row]] += weight * match.share[row];
      }
      there[at][page] = 1;
      scores[page] += weight * best;
      shares[page] += weight * share;
      if (unit.sign === "+" && share > 0.99) required[page] += 1;
    });
  }
  const excluded = new Uint8Array(head.pageCount);
  for (const { match, unit } of matches) {
    if (unit.sign !== "-") continue;
    eachPage(head, match, (page, from, to) => {
      if (match.whole.slice(from, to).includes(true)) excluded[page] = 1;
    });
  }
  const pages = [];
  let most = 0;
  for (let page = 0; page < head.pageCount; page += 1) {
    if (!(shares[page] > 0) || required[page] < signs || excluded[page]) continue;
    pages.push(page);
    most = Math.max(most, shares[page]);
  }
  const least = most > 0.99 ? (mustBeWhole ? 0.99 : ENOUGH) : Math.max(LEAST, ENOUGH * most);
  return pages
    .filter((page) => shares[page] >= least)
    .map((page) => answerOf(page))
    .sort((one, other) => other.score - one.score || one.page - other.page);

  function answerOf(page) {
    const [start, end] = [head.starts[page], head.starts[page + 1]];
    const entries = [];
    let closest = 0;
    for (let entry = start; entry < end; entry += 1) {
      if (!(entryShares[entry] > 0)) continue;
      closest = Math.max(closest, entryShares[entry] * entryScores[entry]);
      if (entry > start) entries.push(entry);
    }
    entries.sort((one, other) => entryShares[other] * entryScores[other] - entryShares[one] * entryScores[one] || one - other);
    const share = shares[page];
    const missing = wanted.filter((_, at) => !there[at][page]).map(({ unit }) => unit);
    return { page, entries, missing, score: share * share * (scores[page] + closest) * head.weights[page] };
  }
}

/** How much a unit counts among others. */
function mass(match, head) {
  const whole = match.whole.reduce((count, one) => count + (one ? 1 : 0), 0);
  return rarity(whole || match.entries.length, head.entryCount);
}

/** Calls `visit` with each page of a match and its rows there. */
function eachPage(head, match, visit) {
  for (let from = 0; from < match.entries.length; ) {
    const page = head.pageOf[match.entries[from]];
    let to = from + 1;
    while (to < match.entries.length && head.pageOf[match.entries[to]] === page) to += 1;
    visit(page, from, to);
    from = to;
  }
}
