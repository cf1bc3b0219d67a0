/**
 * Where a unit of the question is found: entries with how well, from 0 to 1, and how much each is about it.
 *
 * A match is `{entries, worths, shares, wholes}`: ascending entries, and for each its worth and the share of the unit that
 * is there, 1 for the whole; `wholes` is how many have the whole.
 */

import { LEVELS } from "./lookup.js";

/** How much a term says that `count` of `total` entries hold (BM25). */
export function rarity(count, total) {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

/**
 * Where numbers of entries are added up, one place for each entry. A question takes a dozen such sums, and new arrays for
 * each would have most of its time go into clearing away; so they stay, and are empty between two matches.
 */
class Sums {
  constructor(total) {
    this.total = total;
    this.worths = new Float32Array(total);
    this.shares = new Float32Array(total);
    this.counts = new Uint16Array(total);
    this.least = new Float32Array(total);
  }

  /** The match of what each entry has, nothing of those that have no share; empties the sums. */
  taken() {
    const { total, worths, shares } = this;
    let size = 0;
    for (let entry = 0; entry < total; entry += 1) if (shares[entry]) size += 1;
    const match = { entries: new Uint32Array(size), worths: new Float32Array(size), shares: new Float32Array(size), wholes: 0 };
    let row = 0;
    for (let entry = 0; row < size; entry += 1) {
      const share = shares[entry];
      if (!share) continue;
      if (share === 1) match.wholes += 1;
      match.entries[row] = entry;
      match.worths[row] = worths[entry];
      match.shares[row] = share;
      worths[entry] = 0;
      shares[entry] = 0;
      row += 1;
    }
    return match;
  }
}

let kept = new Sums(0);

function sumsOf(total) {
  if (kept.total !== total) kept = new Sums(total);
  return kept;
}

/**
 * The match of terms that belong together, such as the pairs of a run; missing ones are undefined. `weights` are those of
 * terms that count less than others.
 */
export function together(postings, total, weights = []) {
  const rarities = postings.map((one, term) => (weights[term] ?? 1) * rarity(one?.entries.length ?? 0, total));
  const all = rarities.reduce((sum, one) => sum + one, 0);
  const sums = sumsOf(total);
  const { counts, shares, worths } = sums;
  for (let term = 0; term < postings.length; term += 1) {
    if (!postings[term]) continue;
    const { entries, levels } = postings[term];
    const share = rarities[term] / all;
    for (let at = 0; at < entries.length; at += 1) {
      const entry = entries[at];
      counts[entry] += 1;
      shares[entry] += share;
      worths[entry] += (share * (levels[at] + 1)) / LEVELS;
    }
  }
  for (let entry = 0; entry < total; entry += 1) {
    if (counts[entry] === 0) continue;
    if (counts[entry] === postings.length) shares[entry] = 1;
    counts[entry] = 0;
  }
  return sums.taken();
}

/** The match of any of several terms, each with a factor below 1 where it is not what was written. */
export function anyOf(postings, total) {
  const sums = sumsOf(total);
  const { worths, shares } = sums;
  for (const { entries, levels, factor } of postings) {
    for (let at = 0; at < entries.length; at += 1) {
      const worth = (factor * (levels[at] + 1)) / LEVELS;
      if (worth > worths[entries[at]]) worths[entries[at]] = worth;
      shares[entries[at]] = 1;
    }
  }
  return sums.taken();
}

/**
 * The match of a unit that has other names: `others` are the matches of the units of each name, all of which an entry must
 * have. What is called otherwise counts `factor` as much.
 */
export function withOthers(own, others, factor, total) {
  const sums = sumsOf(total);
  const { worths, shares, counts, least } = sums;
  for (let row = 0; row < own.entries.length; row += 1) {
    worths[own.entries[row]] = own.worths[row];
    shares[own.entries[row]] = own.shares[row];
  }
  for (const matches of others) {
    for (const match of matches) {
      for (let row = 0; row < match.entries.length; row += 1) {
        if (match.shares[row] !== 1) continue;
        const entry = match.entries[row];
        const worth = match.worths[row];
        if (counts[entry] === 0 || worth < least[entry]) least[entry] = worth;
        counts[entry] += 1;
      }
    }
    for (const match of matches) {
      for (const entry of match.entries) {
        if (counts[entry] === matches.length) {
          worths[entry] = Math.max(worths[entry], factor * least[entry]);
          shares[entry] = 1;
        }
        counts[entry] = 0;
      }
    }
  }
  return sums.taken();
}

/** The match of a unit or, with a `factor`, of any of the `others`, whatever an entry has most of. */
export function bestOf(own, others, factor, total) {
  const sums = sumsOf(total);
  const { worths, shares } = sums;
  for (const [match, worth] of [[own, 1], ...others.map((other) => [other, factor])]) {
    for (let row = 0; row < match.entries.length; row += 1) {
      const entry = match.entries[row];
      worths[entry] = Math.max(worths[entry], worth * match.worths[row]);
      shares[entry] = Math.max(shares[entry], match.shares[row]);
    }
  }
  return sums.taken();
}
