/**
 * The service worker of a site that is kept on the device. `SOP_SITE`, set before it, holds the digest of the list of
 * files and the address of the start page, so that every build that differs has a worker of its own. Where other languages
 * of the site stand in folders below, `languages` has by folder what is said of a page that is not kept: their workers are
 * there only once somebody was there.
 *
 * What is kept is answered from the device, all else from the network. The files of a new version are fetched beside those
 * of the old one, which stays until the reader asks for the new one or has closed every page.
 *
 * Pages send { type }: `fill` (fetch what is missing), `choose` with a choice, `tell`, and `show` (let this version take
 * over). They hear { type: "kept", ... } from `standing()`.
 */

import { language, say } from "../kit/words.js";
import { fetched, fill } from "./fetching.js";
import { Shelf } from "./shelf.js";
import { addressOf, bytesOf, choiceFor, LIST, missingFiles, nameOf, partAsked, pathIn, wantedFiles } from "./site_files.js";

const { version, start, languages = {} } = globalThis.SOP_SITE;
const scope = globalThis.registration.scope;
const shelf = new Shelf(scope);
const LIST_NAME = `list-${version}`;
const CHOICE_NAME = "choice";

const EVERY = 25;
/** Files after which pages are told how far it is. */

let keptPaths = null; // the promise of a map from paths to files, while this worker lives
let round = 0; // the last filling that was asked for; earlier ones give up
let trouble = null; // why the last one ended early
let choosing = Promise.resolve(); // one choice after the other: none shall let go of what the next one keeps

globalThis.addEventListener("install", (event) => event.waitUntil(install()));
globalThis.addEventListener("activate", (event) => event.waitUntil(activate()));
globalThis.addEventListener("message", (event) => event.waitUntil(hear(event.data)));
globalThis.addEventListener("fetch", (event) => {
  const path = event.request.method === "GET" ? pathIn(event.request.url, scope) : null;
  if (path !== null && path !== LIST) event.respondWith(answer(event.request, path));
});

/**
 * The first version fetches the core, so that it is soon at work. A later one fetches all that is wanted, and is only
 * there once it has it; where both versions have no room beside each other, it takes over and fetches the rest then.
 */
async function install() {
  const list = await bringList();
  const isFirst = !globalThis.registration.active;
  const choice = isFirst ? { all: false, roles: [] } : choiceFor(list, await shelf.read(CHOICE_NAME));
  try {
    await fill(shelf, list, wantedFiles(list, choice));
  } catch (failure) {
    if (failure.why !== "full") throw failure;
  }
}

async function bringList() {
  const { body } = await fetched(new URL(LIST, scope), version);
  const list = JSON.parse(new TextDecoder().decode(body));
  await shelf.write(LIST_NAME, list);
  return list;
}

async function activate() {
  const list = await shelf.read(LIST_NAME);
  const names = new Set([LIST_NAME, CHOICE_NAME, ...list.files.map(nameOf)]);
  await shelf.clear((name) => names.has(name));
  await globalThis.clients.claim();
}

async function hear({ type, choice }) {
  if (type === "show") await globalThis.skipWaiting();
  else if (type === "choose") await choose(choice);
  else if (type === "fill") await fillUp();
  else if (type === "tell") await tell();
}

async function choose(choice) {
  round += 1;
  choosing = choosing.then(() => letGo(choice)).catch(() => {}); // where nothing can be kept, filling says so
  await choosing;
  await fillUp();
}

/** Notes the choice, and lets go of files that it does not want. */
async function letGo(choice) {
  await shelf.write(CHOICE_NAME, choice);
  const list = await theList();
  const wanted = new Set(wantedFiles(list, choice).map(nameOf));
  const others = new Set(list.files.map(nameOf).filter((name) => !wanted.has(name)));
  await shelf.clear((name) => !others.has(name));
}

async function fillUp() {
  round += 1;
  const own = round;
  let count = 0;
  try {
    const list = await theList();
    const files = wantedFiles(list, choiceFor(list, await shelf.read(CHOICE_NAME)));
    await fill(shelf, list, files, {
      isMeant: () => own === round,
      onKept: () => {
        count += 1;
        if (count % EVERY === 0) tell();
      },
    });
    trouble = null;
  } catch (failure) {
    trouble = failure.why ?? "network";
  }
  if (own === round) await tell();
}

async function theList() {
  return (await shelf.read(LIST_NAME)) ?? bringList();
}

async function tell() {
  const news = await standing();
  for (const client of await globalThis.clients.matchAll({ includeUncontrolled: true })) client.postMessage(news);
}

/** What is kept: `missing` of `wanted` files are not here yet. Sizes are in bytes. */
async function standing() {
  const list = await theList();
  const chosen = await shelf.read(CHOICE_NAME);
  const choice = choiceFor(list, chosen);
  const wanted = wantedFiles(list, choice);
  const sizeOf = (other) => bytesOf(wantedFiles(list, other));
  return {
    type: "kept",
    scope,
    choice,
    trouble,
    wanted: wanted.length,
    missing: missingFiles(wanted, await shelf.names()).length,
    bytes: { wanted: bytesOf(wanted), all: bytesOf(list.files), core: sizeOf({ all: false, roles: [] }) },
    roles: list.roles.map(({ id, title }) => ({ id, title })),
  };
}

/** From the device, else from the network. Whatever is wrong with the device, the network is asked. */
async function answer(request, path) {
  const kept = await keptAnswer(request, path).catch(() => undefined);
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (failure) {
    if (request.mode !== "navigate") throw failure;
    return pageOfNothing(path);
  }
}

async function keptAnswer(request, path) {
  keptPaths ??= shelf.read(LIST_NAME).then((list) => list && { list, files: new Map(list.files.map((file) => [file[0], file])) });
  const known = await keptPaths;
  if (!known) {
    keptPaths = null;
    return undefined;
  }
  const file = known.files.get(path);
  if (file) return part(request, await shelf.find(file));
  const page = known.files.get(`${path}/index.html`);
  if (!page || request.mode !== "navigate" || !(await shelf.find(page))) return undefined;
  return Response.redirect(addressOf(page[0], known.list, scope) + new URL(request.url).search);
}

/** A kept response, or the part of it that a player of sound or film asks for. */
async function part(request, response) {
  const header = request.headers.get("range");
  if (!response || !header) return response;
  const body = await response.blob();
  const asked = partAsked(header, body.size);
  if (!asked) return new Response(body, { headers: response.headers });
  const { start: from, end } = asked;
  const headers = new Headers(response.headers);
  headers.set("content-range", `bytes ${from}-${end}/${body.size}`);
  return new Response(body.slice(from, end + 1), { status: 206, headers });
}

/** What is shown in the place of a page that is not kept while there is no network, in the language of its address. */
function pageOfNothing(path) {
  const words = wordsAt(path);
  const html = `<!doctype html><html lang="${words.lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${words.away}</title>
<style>:root{color-scheme:light dark;font:1.1em/1.6 system-ui,sans-serif}body{margin:12vh auto;max-width:30em;padding:0 1.2em}
h1{font-size:1.5em;line-height:1.3}a{display:inline-block;line-height:44px;margin-inline-end:1.5em}</style>
<main><h1>${words.away}</h1><p>${words.about}</p>
<p><a href="">${words.again}</a><a href="${new URL(start, scope).href}" hreflang="${language()}">${words.start}</a></p></main>`;
  return new Response(html, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
}

function wordsAt(path) {
  const [, other] = Object.entries(languages).find(([folder]) => `${path}/`.startsWith(folder)) ?? [];
  if (other) return other;
  return {
    lang: language(),
    away: say("web.offline.away"),
    about: say("web.offline.away-about"),
    again: say("web.offline.again"),
    start: say("web.offline.to-start"),
  };
}
