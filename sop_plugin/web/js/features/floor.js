/** One step at a time, for the floor: large, over the whole screen, with an address for each step. */

import { loadStyle } from "../kit/load.js";
import { floorAddress, placeInAddress } from "../floor/address.js";
import { courseOf, placeBefore, soundPlace, stepOf } from "../floor/course.js";
import { Frame } from "../floor/frame.js";
import { endsIn, entriesIn, stepsIn } from "../floor/reading.js";
import { trailIn, wentOn } from "../floor/trail.js";

const page = document.querySelector("article.sop");
const course = courseOf(stepsIn(page), endsIn(page), entriesIn(page));
const frame = new Frame(page, course, {
  role: () => page.querySelector("sop-roles select")?.value ?? "",
  go,
  goBack,
  leave,
});

page.addEventListener("sop-floor", async (event) => {
  await loadStyle("floor").catch(() => {});
  const isAsked = event.detail !== null;
  if (isAsked) history.pushState({ floor: [course.start] }, "", floorAddress(course.start));
  follow();
});
globalThis.addEventListener("popstate", follow);
globalThis.addEventListener("hashchange", follow);

/** Shows what the address says: a step, or the page. */
function follow() {
  const wanted = placeInAddress(location.hash);
  if (wanted === null) {
    if (frame.dialog.open) frame.close();
    return;
  }
  const place = soundPlace(course, wanted);
  const trail = trailIn(history.state, place);
  if (frame.dialog.open && frame.place === place && frame.trail.length === trail.length) return;
  frame.show(place, trail);
}

function go(place) {
  history.pushState({ floor: wentOn(frame.trail, place) }, "", floorAddress(place));
  follow();
}

/** Back along the way that was taken; for whoever came by a link, in the order of the page. */
function goBack() {
  if (frame.trail.length > 1) {
    history.back();
    return;
  }
  const before = placeBefore(course, frame.place);
  history.replaceState({ floor: [before] }, "", floorAddress(before));
  follow();
}

/** Back to the page, at the step that was shown. */
function leave() {
  const step = stepOf(course, frame.place);
  frame.close();
  const place = step ? document.getElementById(step.id) : document.getElementById(frame.place);
  location.replace(place ? `#${encodeURIComponent(place.id)}` : "#");
  const title = place?.querySelector(".sop-step__title, dt");
  if (!title) return;
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}
