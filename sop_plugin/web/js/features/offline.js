/** On every page of a site that is kept on the device: starts its service worker, and offers a new version of the site. */

import { make } from "../kit/elements.js";
import { load, loadStyle, OWN_ADDRESS } from "../kit/load.js";
import { say } from "../kit/words.js";

const HOUR = 3_600_000;

const root = new URL("../../../../", OWN_ADDRESS).href;

const teller = document.querySelector("sop-start, sop-device");
/** What tells the reader what is kept; on other pages nothing does. */

let offered = null;

async function begin() {
  if (teller) load("keeping").catch(() => {});
  const workers = navigator.serviceWorker; // not there on plain http, nor in some private windows
  if (!workers) return;
  const registration = await workers.register(`${root}sop-worker.js`, { scope: root, updateViaCache: "none" });
  follow(registration.installing, registration);
  registration.addEventListener("updatefound", () => follow(registration.installing, registration));
  if (registration.waiting) offer(registration.waiting);
  setInterval(() => registration.update().catch(() => {}), HOUR); // a tablet that always shows one page
  const { active } = await workers.ready;
  active.postMessage({ type: "fill" });
}

function follow(worker, registration) {
  worker?.addEventListener("statechange", () => {
    if (worker.state === "installed" && registration.active) offer(worker);
    if (worker.state === "redundant" && !registration.active) fail();
  });
}

/** Nothing is kept: too little room even for the list, the network lost at once, or a browser that forbids it. */
function fail() {
  teller?.setAttribute("data-not-kept", "");
  teller?.dispatchEvent(new CustomEvent("sop-not-kept"));
}

/** Says that there is a new version. Nothing changes until the reader asks for it. */
async function offer(worker) {
  if (offered === worker) return;
  offered = worker;
  await loadStyle("offline").catch(() => {});
  document.querySelector(".sop-offer")?.remove();
  const button = (words, kind, onclick) => make("button", { type: "button", class: `sop-offer__button ${kind}`, onclick }, words);
  const box = make(
    "div",
    { class: "sop-offer", role: "status" },
    make("p", {}, say("web.offline.new")),
    button(say("web.offline.show"), "sop-offer__button--main", () => show(worker)),
    button(say("web.offline.later"), "", () => box.remove()),
  );
  document.body.append(box);
}

function show(worker) {
  const reload = () => location.reload();
  if (worker.state !== "installed") return reload(); // another page has asked before
  navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
  return worker.postMessage({ type: "show" });
}

const PATIENCE = 2000;
/** Milliseconds after which the page is taken to be idle: some browsers never say so of a page where nothing moves. */

const idly = globalThis.requestIdleCallback ?? setTimeout;
const soon = () => idly(() => begin().catch(fail), { timeout: PATIENCE });
if (document.readyState === "complete") soon();
else globalThis.addEventListener("load", soon, { once: true });
