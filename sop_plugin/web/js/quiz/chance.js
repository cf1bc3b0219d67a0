/**
 * Chance that comes out the same for the same seed: an attempt that is gone on with shows everything in its order.
 *
 * The numbers are those of mulberry32 (Tommy Ettinger, public domain), seeded by FNV-1a of a text.
 */

/** A function of numbers from 0 up to 1, always the same ones for the same text. */
export function chanceOf(text) {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

/** The items in an order of chance (Fisher and Yates). */
export function shuffled(items, chance) {
  const found = [...items];
  for (let last = found.length - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1));
    [found[last], found[other]] = [found[other], found[last]];
  }
  return found;
}

/** The numbers from 0 below `count` in an order of chance that is not their own, if there is another. */
export function disordered(count, chance) {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const found = shuffled(numbers, chance);
  const isOwn = found.every((number, place) => number === place);
  return isOwn && count > 1 ? [...found.slice(1), found[0]] : found;
}
