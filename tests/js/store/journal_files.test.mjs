/** The files of the second copy: what is in them, when they have to be written anew, and what a full disk leaves. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { BALLAST, JournalFiles } from "../../../sop_plugin/web/js/store/journal_files.js";

/** A folder of the private file system, with so much space. `files` are the bytes that are on the disk. */
function folderWith(space = 1_000_000) {
  const files = new Map();
  const disk = { files, space, flushes: 0, counted: undefined };
  const used = () => [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  const resize = (name, size) => {
    const resized = new Uint8Array(size);
    resized.set(files.get(name).subarray(0, size));
    files.set(name, resized);
  };
  const handleOf = (name) => ({
    getSize: () => files.get(name).length,
    read: (target, { at }) => void target.set(files.get(name).subarray(at)),
    truncate: (size) => resize(name, size),
    flush: () => (disk.flushes += 1),
    close() {},
    write(bytes, { at }) {
      const old = files.get(name);
      const room = disk.space - used() + old.length;
      const fits = bytes.subarray(0, Math.max(0, room - at));
      resize(name, Math.max(old.length, at + fits.length));
      files.get(name).set(fits, at);
      return fits.length;
    },
  });
  const fileOf = (name) => ({
    createSyncAccessHandle: async () => handleOf(name),
    getFile: async () => new Blob([files.get(name)]),
    createWritable: async () => ({ truncate: async (size) => resize(name, size), close: async () => {} }),
  });
  const folder = {
    async getFileHandle(name, { create = false } = {}) {
      if (!files.has(name) && !create) throw new DOMException("", "NotFoundError");
      if (!files.has(name)) files.set(name, new Uint8Array());
      return fileOf(name);
    },
    async *entries() {
      for (const name of files.keys()) yield [name, fileOf(name)];
    },
  };
  return { disk, journals: () => new JournalFiles(async () => folder, async () => disk.counted) };
}

const event = (id) => ({ id, type: "set" });
const contents = (...ids) => ({ run: { id: "r" }, snapshot: { nodes: [] }, events: ids.map(event), files: [], touched: 5 });
const added = (number, id, more = {}) => ({ number, event: event(id), files: [], touched: 7, ...more });
const photo = (size) => ({ id: "p", name: "", blob: new Blob(["x".repeat(size)]) });

async function idsOf(journals) {
  return (await journals.read("r"))?.events.map((one) => one.id);
}

test("an event behind the others is on the disk when it is answered", async () => {
  const { disk, journals } = folderWith();
  const tab = journals();
  await tab.write("r", contents("a"));
  const before = disk.flushes;
  assert.equal(await tab.append("r", added(2, "b", { files: [photo(10)] })), true);
  assert.equal(disk.flushes, before + 1);
  const read = await journals().read("r");
  assert.deepEqual(read.events, [event("a"), event("b")]);
  assert.deepEqual([read.run, read.snapshot, read.touched], [{ id: "r" }, { nodes: [] }, 7]);
  assert.equal(await read.files[0].blob.text(), "xxxxxxxxxx");
});

test("what the browser counts stays above what the runs hold, even where it fell below nothing", async () => {
  const { disk, journals } = folderWith(10 * BALLAST);
  const weight = () => disk.files.get("ballast")?.length;
  await journals().write("r", contents("a"));
  assert.equal(weight(), undefined, "where nothing is counted, nothing is made up for");
  const held = disk.files.get("r").length;
  for (const [counted, expected] of [
    [0, held + BALLAST],
    [held + BALLAST, held + BALLAST],
    [2 ** 32 - 1000, 2 * (held + BALLAST) + 1000],
  ]) {
    disk.counted = counted;
    await journals().write("r", contents("a"));
    assert.equal(weight(), expected);
  }
});

test("the same event again writes nothing", async () => {
  const { disk, journals } = folderWith();
  const tab = journals();
  await tab.write("r", contents("a", "b"));
  const size = disk.files.get("r").length;
  assert.equal(await tab.append("r", added(2, "b")), true);
  assert.equal(disk.files.get("r").length, size);
});

test("it asks to be written anew where it is not there, lacks the one before, or holds another", async () => {
  const { disk, journals } = folderWith();
  const tab = journals();
  assert.equal(await tab.append("r", added(1, "a")), false);
  assert.equal(disk.files.has("r"), false);
  await tab.write("r", contents("a"));
  assert.equal(await tab.append("r", added(3, "c")), false);
  assert.equal(await tab.append("r", added(1, "other")), false);
  assert.deepEqual(await idsOf(tab), ["a"]);
});

test("what another tab wrote meanwhile counts", async () => {
  const { journals } = folderWith();
  const [one, two] = [journals(), journals()];
  await one.write("r", contents("a"));
  assert.equal(await two.append("r", added(2, "b")), true);
  assert.equal(await one.append("r", added(3, "c")), true);
  assert.equal(await two.append("r", added(3, "late")), false);
  assert.deepEqual(await idsOf(one), ["a", "b", "c"]);
});

test("behind a torn line it is written anew only where the torn one is missed", async () => {
  const { disk, journals } = folderWith();
  await journals().write("r", contents("a", "b"));
  disk.files.set("r", disk.files.get("r").slice(0, -4));
  assert.deepEqual(await idsOf(journals()), ["a"]);
  assert.equal(await journals().append("r", added(3, "c")), false);
  assert.equal(await journals().append("r", added(2, "b")), true);
  assert.deepEqual(await idsOf(journals()), ["a", "b"]);
});

test("on a full disk an event is written whole or not at all", async () => {
  const { disk, journals } = folderWith(2_000);
  const tab = journals();
  await tab.write("r", contents("a"));
  const size = disk.files.get("r").length;
  await assert.rejects(tab.append("r", added(2, "b", { files: [photo(5_000)] })), { name: "QuotaExceededError" });
  assert.equal(disk.files.get("r").length, size);
  assert.equal(await tab.append("r", added(2, "small")), true);
  assert.deepEqual(await idsOf(tab), ["a", "small"]);
});

test("written anew on a full disk, it still tells what it told", async () => {
  const { disk, journals } = folderWith();
  const tab = journals();
  await tab.write("r", contents("a", "b", "c", "d"));
  disk.space = disk.files.get("r").length + 30;
  const more = contents("a", "b", "c", "d", ...Array.from({ length: 20 }, (_, number) => `e${number}`));
  await assert.rejects(tab.write("r", more), { name: "QuotaExceededError" });
  assert.deepEqual((await idsOf(tab)).slice(0, 4), ["a", "b", "c", "d"]);
});

test("what is written anew holds nothing of what was there", async () => {
  const { disk, journals } = folderWith();
  const tab = journals();
  await tab.write("r", contents("a", "secret"));
  await tab.write("r", contents("a"));
  assert.ok(!new TextDecoder().decode(disk.files.get("r")).includes("secret"));
});

test("a file without the line that tells what run it is gives nothing", async () => {
  const { disk, journals } = folderWith();
  await journals().write("r", contents("a"));
  disk.files.get("r")[3] ^= 1;
  assert.equal(await journals().read("r"), undefined);
  assert.equal(await journals().read("none"), undefined);
  assert.equal(await journals().append("r", added(2, "b")), false);
});
