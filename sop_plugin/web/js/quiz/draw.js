/** Which questions an attempt asks. */

import { shuffled } from "./chance.js";

/**
 * The keys of the questions to ask, in their order on the page.
 *
 * `draws` are `[{count, from: [key]}]`; without any, all `keys` are asked. `seen` tells how often each was asked before: those
 * that were asked least come first, chance decides among them, and none is drawn twice. A draw leaves to the later ones
 * what they need, so that none of them is short for its sake.
 */
export function drawn(keys, draws, seen, chance) {
  if (draws.length === 0) return [...keys];
  const taken = new Set();
  draws.forEach((draw, place) => {
    const later = draws.slice(place + 1);
    const fresh = shuffled(draw.from, chance).sort((one, other) => (seen.get(one) ?? 0) - (seen.get(other) ?? 0));
    const needed = shortage(later, taken);
    let left = draw.count;
    for (const key of fresh) {
      if (left === 0) break;
      if (taken.has(key)) continue;
      taken.add(key);
      if (shortage(later, taken) > needed) taken.delete(key);
      else left -= 1;
    }
    for (const key of fresh) {
      if (left === 0) break;
      if (taken.has(key)) continue;
      taken.add(key);
      left -= 1;
    }
  });
  return keys.filter((key) => taken.has(key));
}

/** How many questions draws lack once others are taken; each takes first what fits no later one. */
function shortage(draws, taken) {
  const gone = new Set(taken);
  let lacking = 0;
  draws.forEach(({ count, from }, place) => {
    const later = new Set(draws.slice(place + 1).flatMap((draw) => draw.from));
    const free = from.filter((key) => !gone.has(key)).sort((one, other) => later.has(one) - later.has(other));
    for (const key of free.slice(0, count)) gone.add(key);
    lacking += Math.max(0, count - free.length);
  });
  return lacking;
}
