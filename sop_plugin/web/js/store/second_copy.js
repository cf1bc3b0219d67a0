/**
 * A second copy of the runs, outside the database: a journal for each in the site's private file system.
 *
 * Browsers throw a whole database away when a file of theirs is broken, as a kill at a bad moment leaves it. The two
 * share no file, so that what one loses is brought back from the other. The database counts: it is written first, and
 * what the copy lacks or has otherwise is put right from it (`#level`). Only what is deleted goes from the copy first, so
 * that nothing that was deleted, no name either, can come back.
 *
 * All tabs take turns, by one lock. Where the browser has no private file system, no locks or no workers (plain http,
 * files on a disk, some private windows), there is no second copy, and everything else is as it would be.
 */

import { OWN_ADDRESS } from "../kit/load.js";
import { Thread } from "../kit/thread.js";
import { whyOf } from "./why.js";

const LOOK = 10_000;
/** Milliseconds between two looks at whether the copies move on; where two in a row see nothing, the database has to do. */

const RUN_FILE = "run-";

const HAS_FOLDERS = Boolean(globalThis.navigator?.locks && navigator.storage?.getDirectory);

export class SecondCopy {
  #name;
  #first;
  #script;
  #thread = null;
  #canWrite;
  #turns = 0; // that ended
  #isStuck = false;

  /**
   * `name` is that of the folder and the lock. `first` is the database as this copy needs it: `contents(runId)` and
   * `bring(contents)`, which tells how much came back, as in `log.js`. `script` is the address of the worker, for tests.
   */
  constructor(name, first, script = besideThis("journal.js")) {
    this.#name = name;
    this.#first = first;
    this.#script = script;
    this.#canWrite = Boolean(HAS_FOLDERS && script && globalThis.Worker);
  }

  /**
   * A run that changed in the database. `line` is what was put behind the rest, `{ number, event, files, touched }`, or null
   * where it was not one event alone. True once it is on the disk here too, or where no copy can be kept at all; false where
   * there is no space for it. Never fails.
   */
  async keep(runId, line) {
    if (!this.#canWrite) return true;
    const kept = this.#inTurn(async () => {
      if (!line || !(await this.#call("append", fileOfRun(runId), line))) await this.#level(runId);
    });
    return this.#patiently(kept.then(() => true, (error) => whyOf(error) !== "full"), true);
  }

  /** Brings back what the database has lost of a run that it holds. Never fails. -> how many events and files */
  async mend(runId) {
    if (!this.#canWrite) return 0;
    return this.#patiently(this.#inTurn(() => this.#bringBack(runId)).catch(() => 0), 0);
  }

  /**
   * Takes runs out of the copy, all where `runIds` is null, lets `work` change or delete them in the database, and copies
   * anew what is left of them. Gives what `work` gives. Fails where they cannot be taken out; `work` is then not begun.
   */
  async without(runIds, work) {
    if (!HAS_FOLDERS) return work();
    return this.#inTurn(async () => {
      const folder = await this.#folder();
      const kept = new Set(folder ? await namesIn(folder) : []);
      const names = runIds ? runIds.map(fileOfRun).filter((name) => kept.has(name)) : [...kept];
      for (const name of names) await folder.removeEntry(name);
      const result = await work();
      for (const runId of runIds ?? []) await this.#level(runId).catch(() => {}); // the next event of the run tries again
      return result;
    });
  }

  /** Brings back what the database, which holds the runs in `known`, has lost. -> how many runs */
  async bringBack(known) {
    if (!this.#canWrite || (await this.#strangers(known)).length === 0) return 0;
    return this.#inTurn(async () => {
      const folder = await this.#folder();
      const found = [];
      for (const name of await this.#strangers(known)) {
        const contents = await this.#call("read", name);
        if (contents) found.push(contents);
        else await folder.removeEntry(name); // nothing in it can be read
      }
      found.sort((one, other) => one.touched - other.touched); // the log tells by its order which was touched last
      let count = 0;
      for (const contents of found) if ((await this.#first.bring(contents)) > 0) count += 1;
      return count;
    });
  }

  /** Copies runs of which there is no copy yet: kept by an older release, or when there was no space. */
  async complete(runIds) {
    if (!this.#canWrite) return;
    const folder = await this.#folder();
    const kept = new Set(folder ? await namesIn(folder) : []);
    for (const runId of runIds) {
      if (!kept.has(fileOfRun(runId))) await this.#inTurn(() => this.#level(runId));
    }
  }

  /** Ends the worker, once what it does is done. */
  close() {
    this.#canWrite = false;
    if (this.#thread) this.#inTurn(() => this.#thread.end());
  }

  /** Makes both the same: what only the copy has was lost by the database, since what is deleted goes from the copy first. */
  async #level(runId) {
    await this.#bringBack(runId);
    const contents = await this.#first.contents(runId);
    if (contents) await this.#call("write", fileOfRun(runId), contents);
  }

  async #bringBack(runId) {
    const copied = await this.#call("read", fileOfRun(runId));
    return copied ? this.#first.bring(copied) : 0;
  }

  async #strangers(known) {
    const folder = await this.#folder();
    const expected = new Set([...known].map(fileOfRun));
    return folder ? (await namesIn(folder)).filter((name) => !expected.has(name)) : [];
  }

  /** The folder, null where nothing was ever put into one, as in windows that may not. */
  async #folder() {
    try {
      return await (await navigator.storage.getDirectory()).getDirectoryHandle(this.#name);
    } catch (error) {
      if (error.name === "NotFoundError" || error.name === "SecurityError") return null;
      throw error;
    }
  }

  #inTurn(work) {
    return navigator.locks.request(this.#name, async () => {
      try {
        return await work();
      } finally {
        this.#turns += 1;
        this.#isStuck = false;
      }
    });
  }

  /**
   * What work comes to; `otherwise` where no turn of this tab ends for long, and at once until one does. It looks twice,
   * since a phone that wakes finds any time over before anything else could move.
   */
  #patiently(work, otherwise) {
    if (this.#isStuck) return otherwise;
    return new Promise((resolve) => {
      let seen = this.#turns;
      let still = 0;
      const watch = setInterval(() => {
        still = this.#turns === seen ? still + 1 : 0;
        seen = this.#turns;
        if (still < 2) return;
        this.#isStuck = true;
        end(otherwise);
      }, LOOK);
      const end = (value) => {
        clearInterval(watch);
        resolve(value);
      };
      work.then(end);
    });
  }

  #call(method, ...args) {
    if (!this.#canWrite) throw new Error("there is no second copy");
    this.#thread ??= new Thread(new Worker(this.#script, { name: this.#name }), () => {
      this.#canWrite = false;
    });
    return this.#thread.call(method, args);
  }
}

function fileOfRun(runId) {
  return `${RUN_FILE}${encodeURIComponent(runId)}`;
}

async function namesIn(folder) {
  const names = [];
  for await (const name of folder.keys()) if (name.startsWith(RUN_FILE)) names.push(name);
  return names;
}

/** The address of another script of the site; undefined where this one has none. */
function besideThis(path) {
  return OWN_ADDRESS && new URL(path, OWN_ADDRESS);
}
