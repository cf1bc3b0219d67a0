/** The addresses of single steps in the mode that shows one at a time: `#floor=STEP`. */

const MARK = "#floor=";

/** The part of an address that shows a place. */
export function floorAddress(place) {
  return MARK + encodeURIComponent(place);
}

/** The place that such a part of an address shows, empty for the first; null where it is none. */
export function placeInAddress(hash) {
  if (!hash.startsWith(MARK)) return null;
  try {
    return decodeURIComponent(hash.slice(MARK.length));
  } catch {
    return "";
  }
}
