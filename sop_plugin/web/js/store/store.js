/**
 * What is kept on this device: runs of checklists and confirmations, as a log that only grows.
 *
 *     const store = await openStore();            // never fails; where nothing can be kept, it is kept in this page
 *     store.durable                               // false: all is gone when the page is left; say so, offer the export
 *     store.why                                   // null, or why it is not durable: absent refused newer blocked full failed
 *     storeWords(store.why)                         // (store/why.js) the sentence for the reader, of any `why` below too
 *     store.isLost                                // true: runs were kept here and are gone, though nobody deleted them
 *     store.restored                              // how many runs the browser had lost, or entries of, that came back from
 *                                                 // the second copy
 *
 * Writing. The promise is fulfilled once the transaction is on the disk, with a second copy elsewhere (second_copy.js)
 * wherever the browser can keep one, and only then may a screen say "saved". Where there is space for the one and not for
 * the other, what was written is withdrawn: a copy alone would be all there is when the browser throws the database away.
 * It is fulfilled with `{ ok: true, ... }` or `{ ok: false, why }`; then nothing at all was written. `why` is one of
 *     full     no space left           gone     the run was deleted meanwhile, perhaps in another tab
 *     updated  another tab brought a newer release: reload this page          exists  another run has this id
 *     failed   the browser could not write, for a reason it keeps to itself
 * Each event has a random id (`freshId()` of kit/ids.js). The same event again writes nothing and gives `repeated: true`,
 * so that whoever is not sure may simply try again.
 *
 *     create({ id, kind, sop, version, lang, title, label, address }, snapshot, event, files)   a new run and its first
 *                                                 event. `address` is that of the page it is gone on with, without `#`.
 *                                                 `id` and `kind` ("run", or "read" for a confirmation) may be left out.
 *                                                 `snapshot` is the checklist as it is now. -> { ok, id, repeated }
 *     append(runId, event, files)                 -> { ok, repeated }
 *         files: [{ id, blob, name }], written in the same transaction; the event's value names a file by its id
 *     bring({ run, snapshot, events, files })     a run from another device or an export; of a run that is here, what is
 *                                                 new is put behind what is here. -> { ok, id, added }
 *     mend(runId)    what the browser lost of a run comes back from the second copy, wherever there is one; before the run
 *                    is shown. Never fails. -> how many events and files came back
 *     erase(runId)   eraseAll()                   with all that belongs to them. -> { ok }
 *     eraseNames()                                names in all runs, those under way too. -> { ok, changed: events }
 *     keepNames(days)                             the same in runs that nobody touched for so long; done at opening
 *     change(key, (value) => value)               a setting of this device, in one transaction. -> { ok, value }
 *
 * Reading. The promise fails with a `StoreFailure` that has `why`.
 *
 *     run(runId)     -> header with its `snapshot`, or undefined. A header is what `create` was given and
 *                       { started, touched, ended }   in ms, the outer two as its events say; ended is null under way
 *                       { first, last, count }        places in the log of its first and last event, and how many
 *     runs()         -> headers without snapshots, the one touched last first: by the log, never by the clock
 *     events(runId)  -> events as they were given, in the order of the log
 *     file(runId, fileId) -> { id, run, name, type, blob } or undefined      files(runId) -> all of a run
 *     names()        -> [{ name, runs, touched }]     every name typed on this device
 *     setting(key)   -> value or undefined
 *     usage()        -> { used, quota, persisted }    bytes; null what the browser does not tell
 *
 *     persist()      asks the browser never to evict what is kept here: true, false, or null where it cannot be asked.
 *                    Asked by itself after the first append of a page; the answer arrives as news.
 *     watch(callback) -> a function that stops it. News is { what, run, here }: `here` false where another tab did it.
 *                    what: created appended erased names setting; closed (with why); persistence (with granted)
 *     close()
 *
 * An event that ends a run has the type finished, abandoned or read; `taken-back` of it opens the run again.
 */

import { freshId } from "../kit/ids.js";
import { recall, remember } from "../kit/remembered.js";
import { indexed } from "./indexed.js";
import { bringIn, contentsOf, enter, newHeader, putBack, snapshotOf, takeOut, unname, withdraw } from "./log.js";
import { memory } from "./memory.js";
import { namesOf, signedItems } from "./names.js";
import { openNews } from "./news.js";
import { DATABASE, UPGRADES } from "./schema.js";
import { SecondCopy } from "./second_copy.js";
import { Refusal, StoreFailure, whyOf } from "./why.js";

const KEEPS = "sop.keeps";
/** Where it is noted, outside the database, that the database holds runs. */

export const UNDER_WAY = 7;
/** Days that a run which has not ended keeps its names at least, however few the site allows. */

/** The store of this device. `name` and `upgrades` are for tests, and `copier`, the address of the worker of the second copy. */
export async function openStore({ name = DATABASE, upgrades = UPGRADES, keepNames = daysOfPage(), copier } = {}) {
  const news = openNews(name);
  let backend;
  let why = null;
  try {
    backend = await indexed(name, upgrades, (reason) => news.tell({ what: "closed", why: reason, here: true }));
  } catch (error) {
    why = whyOf(error);
    backend = memory();
  }
  const copy = why === null ? new SecondCopy(`${name}-runs`, firstCopy(backend, news), copier) : null;
  const store = new Store(backend, why, news, copy);
  await store.bringBack();
  await store.keepNames(keepNames);
  return store;
}

/** The database as the second copy needs it. */
function firstCopy(backend, news) {
  return {
    contents: (runId) => backend.read((log) => contentsOf(log, runId)),
    async bring(contents) {
      const added = await backend.write((log) => putBack(log, contents));
      if (added > 0) news.send({ what: "appended", run: contents.run.id });
      return added;
    },
  };
}

function idsIn(events, files) {
  return { events: events.map(({ id }) => id), files: files.map(({ id }) => id) };
}

/** How many days the site keeps names: an attribute of the pages that use the store. */
function daysOfPage() {
  const days = globalThis.document?.querySelector("[data-keep-names]")?.dataset.keepNames;
  return days === undefined ? 30 : Number(days);
}

class Store {
  #backend;
  #news;
  #copy;
  #hasAsked = false;

  constructor(backend, why, news, copy) {
    this.#backend = backend;
    this.#news = news;
    this.#copy = copy;
    this.durable = why === null;
    this.why = why;
    this.isLost = false;
    this.restored = 0;
  }

  /**
   * Browsers throw databases away, when space is short or a file of theirs is broken. What was in it comes back from the
   * second copy; that there was something, where that is gone too, yet another memory tells.
   */
  async bringBack() {
    if (!this.durable) return;
    try {
      const known = (await this.runs()).map((header) => header.id);
      this.restored = await this.#copy.bringBack(known).catch(() => 0);
      const isEmpty = known.length === 0 && (await this.runs()).length === 0; // another tab may have brought them
      this.isLost = isEmpty && recall(KEEPS) === true;
      if (!isEmpty) remember(KEEPS, true);
    } catch {
      // What cannot be read is told where it is read.
    }
  }

  async create(run, snapshot, event, files = []) {
    const header = newHeader({ ...run, id: run.id ?? freshId() }, event);
    return this.#enter({ what: "created", run: header.id }, async (log, noted) => {
      if (await log.seqOf(header.id, event.id)) return { id: header.id, repeated: true };
      if (await log.get("runs", header.id)) throw new Refusal("exists");
      await log.put("snapshots", { run: header.id, snapshot });
      await enter(log, header, [event], files);
      noted.entered = idsIn([event], files);
      return { id: header.id, repeated: false };
    });
  }

  async append(runId, event, files = []) {
    const result = await this.#enter({ what: "appended", run: runId }, async (log, noted) => {
      const header = await log.get("runs", runId);
      if (!header) throw new Refusal("gone");
      if (await log.seqOf(runId, event.id)) return { repeated: true };
      const { count, touched } = await enter(log, header, [event], files);
      noted.entered = idsIn([event], files);
      noted.line = { number: count, event, files, touched };
      return { repeated: false };
    });
    if (result.ok && !this.#hasAsked) {
      this.persist();
      this.#complete();
    }
    return result;
  }

  async bring(contents) {
    const { id } = contents.run;
    return this.#enter({ what: "appended", run: id }, async (log, noted) => {
      noted.entered = await bringIn(log, contents);
      return { id, added: noted.entered.events.length };
    });
  }

  async mend(runId) {
    const count = this.durable ? await this.#copy.mend(runId) : 0;
    if (count > 0) this.restored += 1;
    return count;
  }

  erase(runId) {
    return this.#writeWithout([runId], { what: "erased", run: runId }, async (log) => {
      await takeOut(log, runId);
      if ((await log.all("runs")).length === 0) remember(KEEPS, null);
      return {};
    });
  }

  eraseAll() {
    return this.#writeWithout(null, { what: "erased", run: null }, async (log) => {
      for (const each of ["runs", "snapshots", "events", "files", "settings"]) await log.clear(each);
      remember(KEEPS, null);
      return {};
    });
  }

  eraseNames() {
    return this.#unname(() => true);
  }

  keepNames(days) {
    return this.#unname(({ ended, touched, unnamed }) => {
      const kept = ended === null ? Math.max(days, UNDER_WAY) : days;
      return !unnamed && touched < Date.now() - kept * 86_400_000;
    });
  }

  change(key, changed) {
    return this.#write({ what: "setting", run: null, key }, async (log) => {
      const value = changed((await log.get("settings", key))?.value);
      await log.put("settings", { key, value });
      return { value };
    });
  }

  run(runId) {
    return this.#read(async (log) => {
      const header = await log.get("runs", runId);
      return header && { ...header, snapshot: await snapshotOf(log, runId) };
    });
  }

  runs() {
    return this.#read(async (log) => {
      const headers = await log.all("runs");
      return headers.sort((one, other) => other.last - one.last);
    });
  }

  events(runId) {
    return this.#read(async (log) => (await log.ofRun("events", runId)).map((entry) => entry.event));
  }

  file(runId, fileId) {
    return this.#read((log) => log.get("files", [runId, fileId]));
  }

  files(runId) {
    return this.#read((log) => log.ofRun("files", runId));
  }

  names() {
    return this.#read(async (log) => {
      const found = new Map();
      for (const header of await log.all("runs")) {
        const signed = signedItems(await snapshotOf(log, header.id));
        const entries = await log.ofRun("events", header.id);
        for (const name of new Set(entries.flatMap((entry) => namesOf(entry.event, signed)))) {
          const known = found.get(name) ?? { name, runs: 0, touched: 0 };
          found.set(name, { name, runs: known.runs + 1, touched: Math.max(known.touched, header.touched) });
        }
      }
      return [...found.values()].sort((one, other) => other.touched - one.touched);
    });
  }

  async setting(key) {
    return (await this.#read((log) => log.get("settings", key)))?.value;
  }

  async usage() {
    const storage = navigator.storage; // not there on plain http
    const estimate = await storage?.estimate?.().catch(() => undefined);
    const persisted = await storage?.persisted?.().catch(() => undefined);
    return { used: estimate?.usage ?? null, quota: estimate?.quota ?? null, persisted: persisted ?? null };
  }

  async persist() {
    this.#hasAsked = true;
    if (!this.durable) return null;
    const granted = (await navigator.storage?.persist?.().catch(() => false)) ?? null;
    this.#news.tell({ what: "persistence", granted, here: true });
    return granted;
  }

  watch(callback) {
    return this.#news.watch(callback);
  }

  close() {
    this.#copy?.close();
    this.#backend.close();
    this.#news.close();
  }

  async #write(message, work) {
    const result = await this.#written(work);
    if (result.ok) this.#news.send(message);
    return result;
  }

  async #written(work) {
    try {
      return { ok: true, ...(await this.#backend.write(work)) };
    } catch (error) {
      if (error instanceof TypeError) throw error; // a mistake of the caller, not of the device
      return { ok: false, why: whyOf(error) };
    }
  }

  /**
   * Writes into a run, in both copies or none. `work` is given the log, and where to note what it `entered`, as `withdraw`
   * takes it, and the `line` of it where the second copy needs no more.
   */
  async #enter(message, work) {
    const noted = { entered: { events: [], files: [] }, line: null };
    const result = await this.#written((log) => work(log, noted));
    if (result.ok && this.durable) {
      if (!(await this.#copy.keep(message.run, noted.line))) {
        await this.#written((log) => withdraw(log, message.run, noted.entered)); // what another tab has deleted is gone
        return { ok: false, why: "full" };
      }
      remember(KEEPS, true);
    }
    if (result.ok) this.#news.send(message);
    return result;
  }

  /** What takes something away is gone from the second copy first; so nothing of it can come back. */
  async #writeWithout(runIds, message, work) {
    if (!this.durable) return this.#write(message, work);
    try {
      return await this.#copy.without(runIds, () => this.#write(message, work));
    } catch (error) {
      return { ok: false, why: whyOf(error) };
    }
  }

  /** Takes the names out of the runs that `isMeant` picks by their headers. */
  async #unname(isMeant) {
    try {
      const meant = (await this.#backend.read((log) => log.all("runs"))).filter(isMeant);
      if (meant.length === 0) return { ok: true, changed: 0 };
      const runIds = meant.map((header) => header.id);
      return await this.#writeWithout(runIds, { what: "names", run: null }, async (log) => {
        const headers = (await log.all("runs")).filter((header) => runIds.includes(header.id));
        return { changed: await unname(log, headers) };
      });
    } catch (error) {
      return { ok: false, why: whyOf(error) };
    }
  }

  /** Sees in the background that all runs have a second copy, those of an older release too. */
  async #complete() {
    if (!this.durable) return;
    try {
      await this.#copy.complete((await this.runs()).map((header) => header.id));
    } catch {
      // The next page tries again.
    }
  }

  async #read(work) {
    try {
      return await this.#backend.read(work);
    } catch (error) {
      throw new StoreFailure(whyOf(error), { cause: error });
    }
  }
}
