/** Folds that open for whoever is led into them. */

/** Opens all that a place lies in, and the place itself where it is folded. */
export function openAround(place) {
  for (let inner = place.querySelector(":scope > [hidden]") ?? place; inner; inner = inner.parentElement) {
    if (inner.localName === "details") inner.open = true;
    if (inner.hidden) inner.dispatchEvent(new CustomEvent("beforematch", { bubbles: true }));
  }
}

/** The element that the address points at, null where it points at none. */
export function placeOf(hash) {
  return document.getElementById(decoded(hash.slice(1)));
}

/** Opens what the address points into, now and whenever it changes. */
export function followAddress() {
  const arrive = () => {
    const place = placeOf(location.hash);
    if (!place) return;
    openAround(place);
    place.scrollIntoView();
    // What came near has its true height in the frame after the next.
    requestAnimationFrame(() => requestAnimationFrame(() => place.scrollIntoView()));
  };
  globalThis.addEventListener("hashchange", arrive);
  if (location.hash) arrive();
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
