/** What is due for the reader of the start page: questions that were missed, quizzes to take again. Kept on the device. */

import { make } from "../kit/elements.js";
import { runPage } from "../kit/run_address.js";
import { say, tally } from "../kit/words.js";
import { duesOf } from "../quiz/dues.js";
import { keptAttempts } from "../quiz/history.js";
import { openStore } from "../store/store.js";

const startPage = document.querySelector("sop-start");

async function showDues() {
  const root = new URL(startPage.dataset.root, location.href).href;
  const isHere = (header) => runPage(header)?.startsWith(root);
  const store = await openStore();
  let dues;
  try {
    dues = duesOf(await keptAttempts(store, isHere), Date.now());
  } catch {
    return; // what cannot be read is told where it is used
  } finally {
    store.close();
  }
  if (dues.length === 0) return;
  startPage.querySelector(".sop-start__about").after(
    make(
      "section",
      { class: "sop-recent", "aria-labelledby": "due-for-you" },
      make("h2", { id: "due-for-you" }, say("web.start.due-for-you")),
      make("ul", {}, dues.map(lineOf)),
      make("p", {}, say("web.start.due-for-you-about")),
    ),
  );
}

function lineOf({ header, missed, isToRefresh }) {
  const words = [missed > 0 && tally("web.start.missed", missed), isToRefresh && say("web.start.refresh")].filter(Boolean);
  const address = `${runPage(header)}${missed > 0 ? "#due" : ""}`;
  return make("li", {}, make("a", { href: address, lang: header.lang }, header.title), " ", make("span", { class: "sop-quiet" }, words.join(say("web.run.sep"))));
}

if (startPage) showDues();
