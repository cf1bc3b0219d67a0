/** The service worker of a site that is not kept on devices, or not any more: it lets go of what was kept, and of itself. */

import { shelfName } from "./shelf.js";

const AGAIN = 1_000;
/** Milliseconds after which it asks once more to take over: Chromium forgets it where the old worker was just busy. */

const takeOver = () => globalThis.skipWaiting();

globalThis.addEventListener("install", () => {
  takeOver();
  setTimeout(takeOver, AGAIN);
});
globalThis.addEventListener("message", takeOver);
globalThis.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  await caches.delete(shelfName(globalThis.registration.scope));
  await globalThis.registration.unregister();
}
