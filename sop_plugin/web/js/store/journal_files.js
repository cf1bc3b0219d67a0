/**
 * The files of the second copy, one a run, in the site's private file system. For a worker: only there may a page's
 * code write to such a file and see its bytes onto the disk (`flush`) before it answers.
 *
 * Who calls sees to it that nobody else works on the files meanwhile; other tabs may have before.
 */

import { fileRecord, joined, lineOf, readJournal } from "./journal.js";

export const BALLAST = 4 * 1024 * 1024;
/**
 * Bytes that Chromium has to count beyond what the runs hold. What was written through a handle in the last moments before a
 * kill, it does not count, and takes it off all the same when it is deleted; a count below nothing then reads as four
 * gigabytes, and every write of the site is refused as if the disk were full. A file without content makes up for it.
 */

const WRAP = 2 ** 32;

export class JournalFiles {
  #folder;
  #counted;
  #weighed = null;
  #known = new Map(); // by name: the length of the file as this tab left it, and the ids of its events by their numbers

  /** `folder` promises the directory, `counted` how many bytes the browser counts there; undefined where it does not tell. */
  constructor(folder, counted) {
    this.#folder = folder;
    this.#counted = counted;
  }

  /**
   * Puts an event behind the others: `{ number, event, files, touched }`. True once it is on the disk; false where the file
   * does not hold the one before it, or holds another in its place, and has to be written anew. Fails where there is no space.
   */
  async append(name, { number, event, files, touched }) {
    await this.#weighDown();
    const file = await this.#file(name);
    if (!file) return false;
    const lines = joined([...(await fileLines(files)), lineOf({ number, touched, event })]);
    return withHandle(file, (handle) => {
      const ids = this.#idsIn(name, handle);
      if (ids.get(number) === event.id) return true;
      if (!ids.has(0) || ids.has(number) || !ids.has(number - 1)) return false;
      const size = handle.getSize();
      try {
        put(handle, lines, size);
      } catch (error) {
        handle.truncate(size);
        throw error;
      }
      ids.set(number, event.id);
      this.#known.set(name, { size: handle.getSize(), ids });
      return true;
    });
  }

  /** Writes a run anew: `{ run, snapshot, events, files, touched }`. Fails where there is no space; all is then as before. */
  async write(name, { run, snapshot, events, files, touched }) {
    await this.#weighDown();
    const told = events.map((event, index) => lineOf({ number: index + 1, touched, event }));
    const whole = joined([lineOf({ run, snapshot }), ...(await fileLines(files)), ...told]);
    const file = await (await this.#folder()).getFileHandle(name, { create: true });
    this.#known.delete(name);
    await withHandle(file, (handle) => {
      if (handle.getSize() < whole.length) handle.truncate(whole.length); // asks for the space before anything is written over
      put(handle, whole, 0);
      handle.truncate(whole.length);
      handle.flush();
    });
  }

  /** What a file holds, in the form that `write` takes; undefined where it is not there or tells of no run. */
  async read(name) {
    const file = await this.#file(name);
    if (!file) return undefined;
    const { head, entries, files } = await withHandle(file, (handle) => readJournal(bytesOf(handle)));
    if (!head || entries.length === 0) return undefined;
    return {
      ...head,
      events: entries.map((entry) => entry.event),
      files,
      touched: Math.max(...entries.map((entry) => entry.touched)),
    };
  }

  #weighDown() {
    this.#weighed ??= this.#addBallast().catch((error) => {
      this.#weighed = null; // there may be space the next time
      throw error;
    });
    return this.#weighed;
  }

  async #addBallast() {
    const counted = await this.#counted();
    if (counted === undefined) return;
    const folder = await this.#folder();
    const ballast = await folder.getFileHandle("ballast", { create: true });
    let held = 0;
    let weight = 0;
    for await (const [name, file] of folder.entries()) {
      const { size } = await file.getFile();
      if (name === "ballast") weight = size;
      else held += size;
    }
    const missing = held + BALLAST - (counted > WRAP / 2 ? counted - WRAP : counted);
    if (missing < BALLAST / 2) return;
    const writing = await ballast.createWritable(); // what goes this way is counted before it is done
    await writing.truncate(weight + missing);
    await writing.close();
  }

  async #file(name) {
    try {
      return await (await this.#folder()).getFileHandle(name);
    } catch (error) {
      if (error.name === "NotFoundError") return undefined;
      throw error;
    }
  }

  /** The ids of a file's events by their numbers, and 0 for the line that tells what run it is. */
  #idsIn(name, handle) {
    const known = this.#known.get(name);
    if (known?.size === handle.getSize()) return known.ids;
    const { head, entries } = readJournal(bytesOf(handle));
    const ids = new Map(entries.map((entry) => [entry.number, entry.event.id]));
    if (head) ids.set(0, head.run.id);
    return ids;
  }
}

async function withHandle(file, work) {
  const handle = await file.createSyncAccessHandle();
  try {
    return work(handle);
  } finally {
    handle.close();
  }
}

function bytesOf(handle) {
  const bytes = new Uint8Array(handle.getSize());
  handle.read(bytes, { at: 0 });
  return bytes;
}

/** Writes bytes onto the disk. Fails where they do not all fit. */
function put(handle, bytes, at) {
  if (handle.write(bytes, { at }) < bytes.length) throw new DOMException("no space", "QuotaExceededError");
  handle.flush();
}

function fileLines(files) {
  return Promise.all(files.map(async (file) => lineOf(await fileRecord(file))));
}
