/**
 * Where a unit of the question is found: entries with how well, from 0 to 1, and how much each is about it.
 *
 * A match is `{entries, worth, share, whole}`: ascending entries, and for each its worth, the share of the unit that is there,
 * and whether that is the whole.
 */

const LEVELS = 8;

/** How much a term says that `count` of `total` entries hold (BM25). */
export function rarity(count, total) {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

/** The match of terms that belong together, such as the pairs of a run; missing ones are undefined. */
export function together(postings, total) {
  const rarities = postings.map((one) => rarity(one?.entries.length ?? 0, total));
  const all = rarities.reduce((sum, one) => sum + one, 0);
  const counts = new Uint16Array(total);
  const shares = new Float32Array(total);
  const worths = new Float32Array(total);
  for (const [term, one] of postings.entries()) {
    if (!one) continue;
    const share = rarities[term] / all;
    for (let at = 0; at < one.entries.length; at += 1) {
      const entry = one.entries[at];
      counts[entry] += 1;
      shares[entry] += share;
      worths[entry] += (share * (one.levels[at] + 1)) / LEVELS;
    }
  }
  const match = emptyMatch();
  for (let entry = 0; entry < total; entry += 1) {
    if (!counts[entry]) continue;
    const isWhole = counts[entry] === postings.length;
    match.entries.push(entry);
    match.worth.push(isWhole ? worths[entry] : 0.5 * shares[entry] * worths[entry]);
    match.share.push(isWhole ? 1 : shares[entry]);
    match.whole.push(isWhole);
  }
  return match;
}

/** The match of any of several terms, each with a factor below 1 where it is not what was written. */
export function anyOf(postings, total) {
  const worths = new Float32Array(total);
  for (const { entries, levels, factor } of postings) {
    for (let at = 0; at < entries.length; at += 1) {
      worths[entries[at]] = Math.max(worths[entries[at]], (factor * (levels[at] + 1)) / LEVELS);
    }
  }
  const match = emptyMatch();
  for (let entry = 0; entry < total; entry += 1) {
    if (!worths[entry]) continue;
    match.entries.push(entry);
    match.worth.push(worths[entry]);
    match.share.push(1);
    match.whole.push(true);
  }
  return match;
}

function emptyMatch() {
  return { entries: [], worth: [], share: [], whole: [] };
}
