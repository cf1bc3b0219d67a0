/** "I have read version 2.1": kept on the device like a run of the checklist, and exported the same way. */

import { nameOfDevice, receivedOf } from "../assigning/received.js";
import { asked } from "../kit/asking.js";
import { make } from "../kit/elements.js";
import { timeWords } from "../kit/figures.js";
import { freshId } from "../kit/ids.js";
import { loadStyle } from "../kit/load.js";
import { say } from "../kit/words.js";
import { exportJson, keptRun } from "../runs/exchange.js";
import { openStore } from "../store/store.js";
import { lossWords, storeWords, whyOf } from "../store/why.js";

const article = document.querySelector("article.sop");

article.addEventListener("sop-read", async (event) => {
  await loadStyle("dialog").catch(() => {});
  const { version } = article.dataset;
  const store = await openStore();
  const answer = await asked({
    title: say("web.read.title", { version }),
    text: say("web.read.text", { title: titleOf(article) }),
    label: say("web.read.name"),
    value: await knownName(store),
    action: say("web.read.confirm"),
    required: true,
  });
  if (answer?.text) await confirm(store, answer.text, placeFor(event.detail));
});

function titleOf(page) {
  return page.querySelector("h1").textContent;
}

/** The line under the button in which is told what came of it. */
function placeFor(button) {
  const next = button.parentElement.nextElementSibling;
  if (next?.matches(".sop-read__said")) return next;
  const place = make("p", { class: "sop-read__said", role: "status" });
  button.parentElement.after(place);
  return place;
}

/** The name that assignments on this device are for, as long as it is only one: whoever confirms can still change it. */
async function knownName(store) {
  try {
    return nameOfDevice(await receivedOf(store));
  } catch {
    return "";
  }
}

async function confirm(store, name, place) {
  const { sop, version, fingerprint, status } = article.dataset;
  const header = { kind: "read", sop, version, lang: article.lang, title: titleOf(article), label: "" };
  const event = { id: freshId(), at: Date.now(), by: name, type: "read", sop, version };
  const address = location.href.split("#")[0];
  const result = await store.create({ ...header, address }, whatWasRead({ ...header, status, fingerprint }), event);
  if (!result.ok) {
    place.textContent = storeWords(result.why);
    return;
  }
  const kept = say("web.read.kept", { name, version, time: timeWords(event.at) });
  const words = [kept, store.durable ? "" : storeWords(store.why), lossWords(store)].filter(Boolean).join(" ");
  const save = async () => {
    try {
      const header = await store.run(result.id);
      await exportJson(store, header, await keptRun(store, header));
    } catch (failure) {
      place.append(` ${storeWords(whyOf(failure))}`);
    }
  };
  place.replaceChildren(
    words,
    " ",
    make("button", { type: "button", class: "sop-button", onclick: save }, say("web.read.export")),
  );
}

/** The version as a checklist without steps, so that a confirmation is a file like that of a run. */
function whatWasRead({ sop, version, lang, title, status, fingerprint }) {
  const start = { kind: "start", id: "start", title };
  return { format: 1, sop, version, lang, title, status, fingerprint, nodes: [start], edges: [] };
}
