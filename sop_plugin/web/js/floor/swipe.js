/** Swipes with one finger, which leave scrolling and enlarging to the browser. */

const FAR = 60; // CSS pixels
const SLOW = 700; // milliseconds
const EDGE = 24; // CSS pixels at the sides of the screen, where systems have swipes of their own
const OWN_SWIPES = ".sop-scroll, .highlight, pre, table, video, input, textarea, select";

/** Where a finger went that moved so far in so long: 1 for onward (to the left), -1 for back, 0 for no swipe. */
export function swipeOf({ x, y, ms }) {
  if (Math.abs(x) < FAR || Math.abs(x) < 2 * Math.abs(y) || ms > SLOW) return 0;
  return x < 0 ? 1 : -1;
}

/** Calls `swiped` with 1 or -1 for each swipe over an element. */
export function onSwipe(element, swiped) {
  let start = null;
  const begin = (event) => {
    const [touch] = event.touches;
    const isOurs =
      event.touches.length === 1 &&
      !event.target.closest(OWN_SWIPES) &&
      touch.clientX > EDGE &&
      touch.clientX < innerWidth - EDGE &&
      (globalThis.visualViewport?.scale ?? 1) < 1.05;
    start = isOurs ? { x: touch.clientX, y: touch.clientY, at: event.timeStamp } : null;
  };
  const end = (event) => {
    const [touch] = event.changedTouches;
    if (!start || event.touches.length > 0) return;
    const way = swipeOf({ x: touch.clientX - start.x, y: touch.clientY - start.y, ms: event.timeStamp - start.at });
    start = null;
    if (way && getSelection().isCollapsed) swiped(way);
  };
  element.addEventListener("touchstart", begin, { passive: true });
  element.addEventListener("touchend", end, { passive: true });
  element.addEventListener("touchcancel", () => (start = null), { passive: true });
}
