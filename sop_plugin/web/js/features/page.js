/** The page of a procedure: whether it holds, whose steps are shown, and what is fetched when somebody uses it. */

import { placeInAddress } from "../floor/address.js";
import { define, make } from "../kit/elements.js";
import { load } from "../kit/load.js";
import { noteVisit } from "../kit/recent.js";
import { say } from "../kit/words.js";
import { enlargeAtTouch } from "../page/enlarge.js";
import { followAddress } from "../page/folds.js";
import { Roles } from "../page/roles.js";
import { Standing } from "../page/standing.js";

define("sop-standing", Standing);
define("sop-roles", Roles);

const article = document.querySelector("article.sop");

/** Fetches a feature and lets it answer; where it does not arrive, a line beside `touched` says so. */
async function ask(feature, touched, detail = touched) {
  try {
    await load(feature);
  } catch {
    if (!touched.nextElementSibling?.matches(".sop-missing")) {
      touched.after(make("p", { class: "sop-missing", role: "status" }, say("web.page.missing")));
    }
    return;
  }
  article.dispatchEvent(new CustomEvent(`sop-${feature}`, { detail }));
}

function answerTouch(event) {
  const share = event.target.closest(".sop-share");
  const floor = event.target.closest(".sop-floor-open");
  const read = event.target.closest(".sop-read-open");
  if (share && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    ask("share", share);
  } else if (floor) ask("floor", floor);
  else if (read) ask("read", read);
}

/** An address of a single step opens the mode that shows one at a time. */
function openFloor() {
  if (placeInAddress(location.hash) !== null) ask("floor", article.querySelector(".sop-floor-open"), null);
}

if (article) {
  noteVisit(article.querySelector("h1").textContent, location);
  followAddress();
  enlargeAtTouch(article);
  article.addEventListener("click", answerTouch);
  globalThis.addEventListener("hashchange", openFloor);
  openFloor();
}
